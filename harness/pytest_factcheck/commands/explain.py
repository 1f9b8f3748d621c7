"""`factcheck explain`: what a verdict rests on, for green cases too."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.commands import opened
from pytest_factcheck.errors import InvalidInput, Problem, UsageError, did_you_mean
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.project import Project
from pytest_factcheck.reports.explanation import explanation

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "explain",
        help="show what the verdict on an assertion rests on",
        description="Audit one assertion and show, source by source, every passage that speaks, who decided, "
        "and why. Exits 1 if the assertion has problems.",
        epilog="Example: factcheck explain delegation-head",
    )
    parser.add_argument("id", metavar="ID", help="the id of an assertion")
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Explain one assertion; 1 if it has problems."""
    project = opened(chosen.judges)
    finding = project.audit(_assertion(project, chosen.id))
    sys.stdout.write(explanation(finding) + "\n")
    return 1 if finding.problems else 0


def _assertion(project: Project, name: str) -> Assertion:
    """Return the assertion with an id; mistakes in files that do not hold it are passed over."""
    known: list[str] = []
    mistakes: list[Problem] = []
    for path, file in project.files.items():
        problems = project.problems(path)
        mistakes += problems
        for assertion in file.assertions:
            if assertion.id == name and not problems:
                return assertion
            known.append(assertion.id)
    if mistakes:
        raise InvalidInput(mistakes)
    if not known:
        raise UsageError(f"{project.settings.assertions}: there is no assertion in this folder")
    hint = did_you_mean(name, known) or f"there are {len(known)}; `pytest --collect-only -q` lists them"
    raise UsageError(f"no assertion has the id `{name}` ({hint})")
