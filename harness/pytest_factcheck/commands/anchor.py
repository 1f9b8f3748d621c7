"""`factcheck anchor`: find the quotes that drifted from their sources, and write what the sources say."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.commands import opened, terminal
from pytest_factcheck.commands.outcome import read_again, result_line
from pytest_factcheck.commands.selecting import below
from pytest_factcheck.errors import InvalidInput, UsageError, did_you_mean
from pytest_factcheck.findings import Finding
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.repairs import Repair, Survey, repaired, survey
from pytest_factcheck.reports.drift import MARGIN, counts, stale, story
from pytest_factcheck.reports.patch import patch
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.wholefile import check_writable, write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

NO = frozenset({"", "0", "false"})  # values of the variable CI that say: not in CI
EPILOG = """\
The diff goes to standard output, what there is to say to standard error.
A change of a number, date, negation, modal, quantifier or name is critical: it
is written only in the assertions that --accept names. Nothing is written where
several places of the source fit, and nothing in CI.

Exit codes: 0 every quote stands in its source (now), 1 some do not, or an
assertion that was written to fails, 2 bad usage or bad files.

Examples:
  factcheck anchor
  factcheck anchor assertions/talks.yaml --write
  factcheck anchor --write --accept talks-length --accept talks-day
  factcheck anchor | git apply
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "anchor",
        help="show the quotes that drifted from their sources, or repair them",
        description="Compare every quote with its source, and print as a diff what the source\nsays instead.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="a file of assertions, or a folder of them (default: all)"
    )
    parser.add_argument("--write", action="store_true", help="write the repairs into the files")
    parser.add_argument(
        "--accept",
        metavar="ID",
        action="append",
        default=[],
        help="make the critical changes of this assertion, too; can be given more than once",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Show every quote that drifted, and repair what can be repaired; 1 if anything is left."""
    if given.write and os.environ.get("CI", "").lower() not in NO:
        raise UsageError("--write changes files, and never in CI: run it where a person reads the diff")
    project = opened()
    surveys = _surveys(project, _chosen(project, given.paths))
    _check_accepted(project, surveys.values(), given.accept)
    edits = [
        _Edit(project, path, made)
        for path, found in surveys.items()
        if (made := [repair for repair in found.repairs if repair.accepted(given.accept)])
    ]
    for edit in edits if given.write else ():
        check_writable(edit.path, edit.name)
    sys.stdout.writelines(patch(edit.name, edit.before, edit.after) for edit in edits)
    sys.stdout.flush()
    for edit in edits if given.write else ():
        write_whole(edit.path, edit.after)
    findings = [project.audit(each) for edit in edits for each in edit.assertions()] if given.write else []
    told = tuple(surveys.values())
    _tell(project, told, edits, findings, given)
    is_left = any(found.problems or found.left(given.accept, written=given.write) for found in told)
    return 1 if is_left or any(finding.problems for finding in findings) else 0


class _Edit:
    """One file with its repairs: its text before and after, which must be without mistakes."""

    def __init__(self, project: Project, path: Path, repairs: Sequence[Repair]) -> None:
        self.path, self.name, self.repairs = path, project.settings.shown(path), repairs
        self.before = path.read_bytes().decode("utf-8")
        self.after = repaired(self.before, self.name, repairs)
        self._assertions = read_again(self.after, self.name)

    def assertions(self) -> Iterator[Assertion]:
        """Yield the assertions that were repaired, as they are now."""
        for name in dict.fromkeys(repair.assertion.id for repair in self.repairs):
            yield self._assertions[name]


def _chosen(project: Project, names: Sequence[str]) -> list[Path]:
    """Return the files of assertions that the command line names; all if it names none.

    Raises:
        UsageError: If a name leads to no file of assertions.
        InvalidInput: With every mistake of the files that are chosen.
    """
    files = tuple(project.files)
    chosen = [path for name in names for path in below(project, name)] if names else files
    ordered = [path for path in files if path in set(chosen)]
    problems = [problem for path in ordered for problem in project.problems(path)]
    if problems:
        raise InvalidInput(problems)
    return ordered


def _surveys(project: Project, paths: Sequence[Path]) -> dict[Path, Survey]:
    return {path: survey(project.examiner, project.files[path]) for path in progress(paths, "files")}


def _check_accepted(project: Project, surveys: Iterable[Survey], names: Sequence[str]) -> None:
    """Refuse an id that accepts nothing, because the person who gave it meant another."""
    critical = [r.assertion.id for found in surveys for r in found.repairs if r.critical and not r.doubt]
    known = [assertion.id for file in project.files.values() for assertion in file.assertions]
    for name in names:
        if name in critical:
            continue
        what = "there is no critical change in it" if name in known else "no assertion has this id"
        there = ", ".join(dict.fromkeys(critical)) or "no assertion"
        hint = did_you_mean(name, critical) or f"there are critical changes in {there}"
        raise UsageError(f"--accept {name}: {what} ({hint})")


def _tell(
    project: Project,
    surveys: Sequence[Survey],
    edits: Sequence[_Edit],
    findings: Sequence[Finding],
    given: argparse.Namespace,
) -> None:
    """Say on standard error what was found and what became of it, and what is to be done next."""
    lines = [*story(surveys, given.accept, terminal.width(), written=given.write)]
    said = [counts(surveys, given.accept, written=given.write), *map(result_line, findings)]
    said += stale(repair for edit in edits for repair in edit.repairs)
    said += _todo(project, surveys, written=given.write, some=bool(edits))
    lines += (part for line in said for part in folded(line, terminal.width(), margin=MARGIN))
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _todo(project: Project, surveys: Sequence[Survey], *, written: bool, some: bool) -> Iterator[str]:
    unread = dict.fromkeys(name for found in surveys for name in found.unread)
    if unread:
        yield f"not on this machine, so not compared: {', '.join(unread)}"
    drifted = dict.fromkeys(repair.evidence.source for found in surveys for repair in found.repairs)
    texts = [project.corpus.text(name) for name in drifted]
    changed = [text.source.id for text in texts if text is not None and text.changed]
    if changed:
        names = ", ".join(changed)
        yield f"source-changed: {names}: read what is new there, then `factcheck source lock`"
    if some:
        yield f"then: pytest {project.settings.assertions}" if written else "to do: the same with --write"
