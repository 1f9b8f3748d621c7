"""`factcheck diff`: what a branch changes, in the assertions and in what the corpus says of them."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

from pytest_factcheck.commands import opened
from pytest_factcheck.commands.comparing import NOTHING, state
from pytest_factcheck.commands.earlier import earlier
from pytest_factcheck.comparison import State, compared
from pytest_factcheck.comparison.telling import FORMATS, Report
from pytest_factcheck.errors import UsageError
from pytest_factcheck.gitrepository import Base, Repository
from pytest_factcheck.project import Project

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

NO_PROJECT = "there was no project at that commit, so that everything is new"
EPILOG = """\
The new state is the working tree, with what is not committed yet. The old one
is the commit where this branch began: the merge base with the default branch,
or with --base REF. Nothing is fetched, written or checked out.

Exit codes:
  0  nothing fails that did not fail before
  1  an assertion fails now: one that passed, was not run, or is new
  2  bad usage, a file that cannot be used, or no commit to compare with

Examples:
  factcheck diff
  factcheck diff --base origin/release
  factcheck diff --base "origin/$GITHUB_BASE_REF" --format markdown > comment.md
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "diff",
        help="show what a branch changes: assertions, verdicts, sources",
        description="Audit the project twice, as it is and as it was where this branch began, and\n"
        "show what differs: assertions that are new, changed or gone, verdicts that\n"
        "changed although nobody edited the assertion, and sources.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--base",
        metavar="REF",
        help="the branch, tag or commit to compare with (default: the default branch)",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="default: text")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Compare the working tree with the commit where the branch began; 1 if something fails now."""
    if chosen.base is not None and not chosen.base.strip():
        raise UsageError("--base names nothing: give a branch, a tag or a commit")
    project = opened()
    repository = Repository(project.settings.root)
    base = repository.base(chosen.base)
    after = state(project, project.assertions, "assertions of the working tree")
    before = _before(repository, base, project, after)
    notes = () if before else (NO_PROJECT,)
    comparison = compared(before or NOTHING, after)
    width = shutil.get_terminal_size().columns
    report = Report(comparison, base.commit, base.short, base.chosen, notes, width)
    sys.stdout.write(FORMATS[chosen.format](report))
    return 1 if comparison.failing_now else 0


def _before(repository: Repository, base: Base, project: Project, after: State) -> State | None:
    with earlier(repository, base, project) as old:
        return state(old, old.assertions, f"assertions of {base.short}", after) if old else None
