"""`factcheck coverage`: which checkable sentences of the corpus have an assertion?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pytest_factcheck.commands import opened, terminal
from pytest_factcheck.commands.asking import check_sources
from pytest_factcheck.coverage.covering import corpus_coverage
from pytest_factcheck.coverage.rows import CoverageReport, SuggestionRow, is_below, percent
from pytest_factcheck.coverage.suggesting import suggestions, uncovered
from pytest_factcheck.errors import UsageError
from pytest_factcheck.examination import heard_stance
from pytest_factcheck.joblog import inert
from pytest_factcheck.options import JUDGES_HELP, percentage
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.reports.covering import FORMATS, text
from pytest_factcheck.reports.rows import AssertionRow, assertion_row
from pytest_factcheck.vocabulary import Question, Stance

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

TEXT, TOTAL = "text", "total"
SPEAKING = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.MIXED)
FEW = 10  # suggestions where no number was given
EPILOG = """\
A sentence is checkable if it states what could be wrong: a number, a date, a
name, who said it, what was done. Questions, opinions and credits are not. It
is covered if an assertion that passes quotes such words of it, and a judge or
a signed ruling says that the quote bears on the claim.

"missing" names lines of the text; 14:223 is one sentence of line 14, the one
that begins at column 223, where others of that line are covered.

Exit codes: 0 done, 1 less is covered than --fail-under, 2 bad usage or files.

Examples:
  factcheck coverage
  factcheck coverage moscow-times --suggest
  factcheck coverage --fail-under 80 --format total
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "coverage",
        help="show which checkable sentences of the sources have an assertion",
        description="Show, source by source, which sentences that could be wrong are covered by an\n"
        "assertion, and where the others stand.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help="the id of a source (default: all)")
    parser.add_argument("--format", choices=(TEXT, *FORMATS), default=TEXT, help="default: text")
    parser.add_argument(
        "--fail-under", metavar="PERCENT", type=percentage, help="exit 1 if less of them is covered"
    )
    parser.add_argument(
        "--suggest",
        metavar="N",
        nargs="?",
        type=_number,
        const=FEW,
        help=f"show the N sentences most worth an assertion (default: {FEW}), ready for `factcheck new`",
    )
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Show the coverage of the sources that were chosen; 1 if it is too low."""
    if given.suggest and given.format == TOTAL:
        raise UsageError("--suggest has no place in --format total: choose another format")
    project = opened(given.judges)
    check_sources(given.sources, project.corpus)
    chosen = [name for name in project.corpus.sources if not given.sources or name in given.sources]
    report = corpus_coverage(_rows(project, chosen), project.corpus, project.judge_names, chosen)
    if given.suggest:
        report["suggestions"] = _suggested(project, report)[: given.suggest]
    if given.format == TEXT:
        sys.stdout.write(inert(text(report, terminal.width())))
    else:
        sys.stdout.write(FORMATS[given.format](report))
    return _verdict(report, given.fail_under)


def _rows(project: Project, chosen: Sequence[str]) -> list[AssertionRow]:
    """Audit the assertions that quote one of the sources; no other can cover anything there."""
    quoting = [each for each in project.assertions if any(item.source in chosen for item in each.evidence)]
    return [assertion_row(project.audit(each)) for each in progress(quoting, "assertions")]


def _suggested(project: Project, report: CoverageReport) -> list[SuggestionRow]:
    """Return the suggestions, each put to the other sources, so that what they contradict comes first."""
    found = uncovered(report)
    heard = {
        claim: _elsewhere(project, claim, found[claim][0]["id"])
        for claim in progress(tuple(found), "sentences")
    }
    return suggestions(report, heard)


def _elsewhere(project: Project, claim: str, taken_from: str) -> dict[str, Stance]:
    """Return what other sources say of a sentence; those that are silent or undecided are left out."""
    corpus, examiner = project.corpus, project.examiner
    others = [text for name in corpus.sources if name != taken_from and (text := corpus.text(name))]
    heard = {text.source.id: heard_stance(examiner.examine(Question(claim), text)) for text in others}
    return {name: stance for name, stance in heard.items() if stance in SPEAKING}


def _verdict(report: CoverageReport, wanted: float | None) -> int:
    if wanted is None or not is_below(report["totals"], wanted):
        return 0
    sys.stderr.write(
        f"{percent(report['totals'])} % of the checkable sentences are covered, less than {wanted:g} %\n"
    )
    return 1


def _number(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(
            f"{word!r} is no number of sentences: give 1 or more, and sources before --suggest"
        )
    return int(word)
