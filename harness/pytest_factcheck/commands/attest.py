"""`factcheck attest`: sign a ruling on a quote, and list the rulings that were signed."""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.assertions.signing import Ruling, signed
from pytest_factcheck.attestations import Listed, Standing, listed, standing
from pytest_factcheck.commands import declared, opened, terminal
from pytest_factcheck.commands.outcome import read_again, result_line
from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.evidence import DRIFT, check, shown
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.project import Project
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.vocabulary import Stance
from pytest_factcheck.wholefile import check_writable, write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT)
MARGIN = "  "  # of a reason
UNSEEN = frozenset({"Cc", "Cs"})  # Unicode categories that YAML cannot hold, or nobody can read
UNQUOTED = frozenset({"quote-not-found", "quote-ambiguous", DRIFT})
NEEDED = ("id", "source", "stance", "by", "reason")
POSITIONS = {"id": "ID", "source": "SOURCE"}
EPILOG = """\
A ruling counts for this claim and this quote, and lapses when either changes.

Examples:
  factcheck attest school-week courier --stance supports \\
      --by "Ana Ruiz" --reason "A closed school gives no lessons."
  factcheck attest no-talks gazette --stance silent \\
      --quote "met behind closed doors" \\
      --by "Ana Ruiz" --reason "Another meeting, a year before."
  factcheck attest --list
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "attest",
        help="sign a ruling on a quote, or list the rulings that were signed",
        description="Write a person's signed ruling into the file of an assertion: that a quote has\n"
        "the stance that is declared, or that words only look like evidence (`silent`).",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", metavar="ID", nargs="?", help="the id of the assertion")
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="the id of the source")
    parser.add_argument("--stance", choices=STANCES, help="what the quote says of the claim")
    parser.add_argument(
        "--quote", metavar="TEXT", help="which quote; for `silent`, the words that say nothing"
    )
    parser.add_argument("--by", metavar="NAME", help="who rules: a name that others can ask")
    parser.add_argument("--reason", metavar="TEXT", help="why, in a sentence")
    parser.add_argument(
        "--on", metavar="DATE", help="the day of the ruling, as in 2025-06-02 (default: today)"
    )
    parser.add_argument("--replace", action="store_true", help="put it in the place of an earlier ruling")
    parser.add_argument("--list", action="store_true", help="show every ruling of the project, oldest first")
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Sign a ruling, 1 if the assertion has problems all the same; or list all."""
    return _list(given) if given.list else _sign(given)


def _list(given: argparse.Namespace) -> int:
    used = [name for name in (*NEEDED, "quote", "on", "replace") if getattr(given, name)]
    if used:
        raise UsageError(f"--list shows every ruling, and takes no {_option(used[0])}")
    project = opened(given.judges)
    attested = [each for each in project.assertions if any(item.attested for item in each.evidence)]
    rows = listed(map(project.audit, attested))
    told = records(rows, terminal.width()) if rows else "no ruling has been signed in this project"
    sys.stdout.write(f"{told}\n")
    return 0


def records(rows: Sequence[Listed], width: int) -> str:
    """Return rulings one below the other, each with its quote and its reason, folded to `width` columns."""
    return "\n".join(line for row in rows for line in _record(row, width))


def _record(row: Listed, width: int) -> Iterator[str]:
    head = f"{row.on} {row.assertion}, {row.source}: {row.stance}, {row.standing}"
    yield from folded(head, width, margin=MARGIN)
    quoted = " … ".join(f"“{shown(piece)}”" for piece in row.pieces)
    for text in (quoted, f"{row.by}: {row.reason}"):
        yield from (f"{MARGIN}{part}" for part in folded(text, width - len(MARGIN)))


def _sign(given: argparse.Namespace) -> int:
    ruling = _ruling(given)
    project = opened(given.judges)
    path, assertion = declared(project, given.id)
    _check_source(project, assertion, ruling.source)
    name = project.settings.shown(path)
    text = path.read_bytes().decode("utf-8")
    edited, number = signed(text, name, assertion, ruling, replace=given.replace)
    assertion = read_again(edited, name)[assertion.id]
    evidence = assertion.evidence[number]
    _check_quote(project, assertion, evidence)
    check_writable(path, name)
    write_whole(path, edited)
    finding = project.audit(assertion)
    sys.stdout.write(f"written: {evidence.location}\n{result_line(finding)}\n")
    if standing(finding, evidence) is Standing.NOT_NEEDED:
        sys.stdout.write("the ruling is not needed: the judges say the same without it\n")
    return 1 if finding.problems else 0


def _ruling(given: argparse.Namespace) -> Ruling:
    missing = [_option(name) for name in NEEDED if getattr(given, name) is None]
    if missing:
        raise UsageError(f"a ruling needs {', '.join(missing)} (see `factcheck attest --help`)")
    return Ruling(
        source=given.source,
        stance=Stance(given.stance),
        by=_words(given.by, "--by"),
        on=_day(given.on) if given.on is not None else datetime.now().astimezone().date(),
        reason=_words(given.reason, "--reason"),
        quote=_words(given.quote, "--quote") if given.quote is not None else "",
    )


def _option(name: str) -> str:
    return POSITIONS.get(name, f"--{name}")


def _words(words: str, option: str) -> str:
    """Return words on one line; they must say something, and hold nothing that cannot be seen."""
    line = " ".join(words.split())
    if not any(map(str.isalnum, line)):
        raise UsageError(f"{option} holds no letter and no digit: write it out")
    unseen = next((each for each in line if unicodedata.category(each) in UNSEEN), "")
    if unseen:
        raise UsageError(f"{option} holds the invisible character U+{ord(unseen):04X}: leave it out")
    return line


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--on: `{words}` is no day; write it as in 2025-06-02") from None


def _check_source(project: Project, assertion: Assertion, name: str) -> None:
    sources = project.corpus.sources
    if name not in sources:
        advice = did_you_mean(name, tuple(sources)) or f"there are {', '.join(sources)}"
        raise UsageError(f"the corpus has no source `{name}` ({advice})")
    if name not in [each.id for each in project.corpus.selected(assertion.sources, assertion.as_of)]:
        raise UsageError(
            f"{assertion.id}: {name} is outside its `sources` or `as_of`, so nothing of it counts"
        )
    if project.corpus.text(name) is None:
        raise UsageError(f"the text of {name} is not on this machine, so nobody can rule on it here")


def _check_quote(project: Project, assertion: Assertion, evidence: Evidence) -> None:
    text = project.corpus.text(evidence.source)
    problems = check(project.examiner, assertion, evidence, text).problems if text else ()
    for problem in problems:
        if problem.slug in UNQUOTED:
            raise UsageError(f"{assertion.id}: {problem.slug}: {problem.message} ({problem.advice})")
