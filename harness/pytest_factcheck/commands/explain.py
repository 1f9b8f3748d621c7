"""`factcheck explain`: what a verdict rests on, for green cases too, and for claims that no YAML holds."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from pytest_factcheck.commands import declared, opened
from pytest_factcheck.commands.asking import add_corpus, check_sources, claim_of, examiner_of
from pytest_factcheck.errors import UsageError
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.reports.explanation import explanation
from pytest_factcheck.reports.tracing import tracing

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

SEVERAL = "a claim has several words"
EPILOG = """\
Examples:
  factcheck explain delegation-head
  factcheck explain "The talks lasted about 100 minutes." --source moscow-times
  factcheck explain "The dam broke at night." --corpus texts --judges verbatim
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "explain",
        help="show what the verdict on an assertion, or on a claim, rests on",
        description="Show, source by source, every passage that speaks of an assertion or of a claim,\n"
        "who decided, and why; of a silent source, what comes nearest.\n"
        "Exits 1 if the assertion has problems.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "asked", metavar="CLAIM|ID", help="one checkable sentence in quotes, or the id of an assertion"
    )
    parser.add_argument(
        "--source", metavar="ID", action="append", default=[], help="show this source only; may be repeated"
    )
    add_corpus(parser)
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Explain one claim, or one assertion; 1 if the assertion has problems."""
    asked = claim_of(chosen.asked)
    return _claim(asked, chosen) if len(asked.split()) > 1 else _assertion(asked.strip(), chosen)


def _claim(claim: str, chosen: argparse.Namespace) -> int:
    examiner = examiner_of(chosen.corpus, chosen.judges)
    check_sources(chosen.source, examiner.corpus)
    sys.stdout.write(tracing(examiner, claim, chosen.source) + "\n")
    return 0


def _assertion(name: str, chosen: argparse.Namespace) -> int:
    if chosen.corpus is not None:
        raise UsageError(f"--corpus goes with a claim, and `{name}` is read as an id: {SEVERAL}")
    project = opened(chosen.judges)
    _, assertion = declared(project, name, advice=SEVERAL)
    check_sources(chosen.source, project.corpus)
    finding = project.audit(assertion)
    outside = sorted(set(chosen.source) - {item.source.id for item in finding.sources})
    if outside and not finding.skipped:
        raise UsageError(f"{name}: {', '.join(outside)} is outside its `sources` or `as_of`")
    sys.stdout.write(explanation(finding, project.examiner, chosen.source) + "\n")
    return 1 if finding.problems else 0
