"""`factcheck probe`: ask the corpus about claims that no YAML holds."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck.answers import Answer, answers, as_line
from pytest_factcheck.claimfile import Asked, read_claims
from pytest_factcheck.commands import terminal
from pytest_factcheck.commands.asking import add_corpus, claim_of, examiner_of
from pytest_factcheck.errors import UsageError
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.progress import progress
from pytest_factcheck.reports.tables import columns, folded, text_table
from pytest_factcheck.wholefile import write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

STREAM = "-"
HEADERS = ("source", "stance", "by", "quote and reason")
GAP = 2  # what a table keeps between two columns, and a column beyond its head
MOST = 4  # lines of a quote, and of a reason
EPILOG = """\
Each line of the answer to --claims is about one claim and one source:
  id          the claim's own
  source      the id of the source
  file        its text, relative to the corpus folder
  stance      supports, contradicts, mixed (both), silent, or undecided (cues,
              but not enough to say)
  score       from -1 (contradicts) to 1 (supports)
  decided_by  the judge whose word counts; empty where nothing speaks
  evidence    the passages that speak, best first: stance, start and end in
              code points, line, quote
  reasons     why: a code that stays the same, and a sentence

Examples:
  factcheck probe "The talks lasted about 100 minutes." --corpus seeds
  factcheck probe --claims claims.jsonl --output answers.jsonl
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "probe",
        help="ask the corpus about a claim that no YAML holds",
        description="Ask every source of a corpus about a claim, or about a file of claims.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("claim", metavar="CLAIM", nargs="?", help="one checkable sentence")
    parser.add_argument(
        "--claims",
        metavar="FILE",
        help='a file with one {"id": …, "claim": …} on each line; - is standard input',
    )
    parser.add_argument("--output", metavar="FILE", help="write JSON lines to FILE; - is standard output")
    add_corpus(parser)
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Answer a claim as a table, or a file of claims as JSON lines."""
    asked = _asked(chosen)
    to_file = chosen.output not in (None, STREAM)
    if to_file:
        _check_output(Path(chosen.output))
    examiner = examiner_of(chosen.corpus, chosen.judges)
    if chosen.claims is None and chosen.output is None:
        sys.stdout.write(table(answers(examiner, asked[0]), terminal.width()) + "\n")
        return 0
    seen = not to_file and sys.stdout.isatty()  # the answers themselves show how far it is
    worked = asked if seen else progress(asked, "claims")
    lines = (f"{as_line(row)}\n" for each in worked for row in answers(examiner, each))
    if to_file:
        write_whole(Path(chosen.output), "".join(lines))
    else:
        sys.stdout.writelines(lines)
    return 0


def table(found: Iterator[Answer], width: int) -> str:
    """Return answers as a table of `width` terminal columns, the quote and the reason folded."""
    said = [(_head(row), _words(row)) for row in found]
    heads = zip((name + " " * GAP for name in HEADERS[:-1]), *(head for head, _ in said), strict=True)
    taken = sum(max(map(columns, column)) + GAP for column in heads)
    room = max(terminal.LEAST, width - taken)
    rows: list[tuple[str, ...]] = []
    for head, parts in said:
        lines = [line for part in parts for line in folded(part, room, most=MOST)]
        rows.append((*head, lines[0] if lines else ""))
        rows += (("", "", "", line) for line in lines[1:])
    return text_table(HEADERS, rows)


def _head(row: Answer) -> tuple[str, str, str]:
    where = f"{row['source']}:{row['evidence'][0]['line']}" if row["evidence"] else row["source"]
    return where, row["stance"], row["decided_by"]


def _words(row: Answer) -> list[str]:
    quotes = [f"“{item['quote']}”" for item in row["evidence"][:1]]
    return quotes + [reason["text"] for reason in row["reasons"][:1]]


def _asked(chosen: argparse.Namespace) -> list[Asked]:
    if (chosen.claim is None) == (chosen.claims is None):
        raise UsageError("give one CLAIM, or a file of them with --claims")
    if chosen.claims is not None:
        raw = sys.stdin.buffer.read() if chosen.claims == STREAM else Path(chosen.claims).read_bytes()
        return read_claims(raw, "standard input" if chosen.claims == STREAM else chosen.claims)
    return [Asked("claim", claim_of(chosen.claim))]


def _check_output(path: Path) -> None:
    """Refuse an output that cannot be written before a long work begins."""
    if path.is_dir():
        raise UsageError(f"{path}: this is a folder; name a file")
    above = next(folder for folder in path.absolute().parents if folder.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise UsageError(f"{path}: no file can be written there")
