"""`factcheck mutate`: would an assertion notice if it were wrong?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.commands import opened, terminal
from pytest_factcheck.commands.comparing import grounds
from pytest_factcheck.commands.kept import Kept
from pytest_factcheck.commands.selecting import changed_since, named, tagged
from pytest_factcheck.distribution import code_digest
from pytest_factcheck.joblog import inert
from pytest_factcheck.mutation.rows import MutationRow, is_below, mutation_report
from pytest_factcheck.options import JUDGES_HELP, percentage
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.reports.mutating import FORMATS, text

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

KEPT = "mutation.kept"
TEXT = "text"
EPILOG = """\
A mutant is the assertion with one thing made wrong: another number or name in
the claim, a quoted sentence that says something else, a source that speaks
where silence is claimed. It is killed by meaning if a judge notices, and by
text if only a ruling or a quote no longer fits; else it has survived.

What was tried is kept in .factcheck/, so that an interrupted run goes on where
it was, and only what changed is tried again.

Exit codes:
  0  done
  1  fewer mutants than --fail-under are killed by meaning
  2  bad usage, or a file that cannot be used

Examples:
  factcheck mutate
  factcheck mutate delegation-head assertions/talks.yaml
  factcheck mutate --changed-since main --max-per-assertion 10 --fail-under 80
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "mutate",
        help="make assertions wrong in small ways, and see whether they notice",
        description="Make small, meaningful changes of assertions and of the texts they stand on,\n"
        "audit each, and show which of them nothing notices, why, and what would mend it.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "chosen", metavar="PATH|ID", nargs="*", help="a file or folder of assertions, or an id (default: all)"
    )
    parser.add_argument(
        "--tag", metavar="TAG", action="append", default=[], help="only assertions with this tag; repeatable"
    )
    parser.add_argument(
        "--changed-since",
        metavar="REF",
        help="only assertions that changed since the branch left REF, or whose sources did",
    )
    parser.add_argument(
        "--max-per-assertion", metavar="N", type=_positive, help="the most mutants of one assertion"
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, default=0, help="what mutants are drawn by (default: 0)"
    )
    parser.add_argument(
        "--fail-under",
        metavar="PERCENT",
        type=percentage,
        help="exit 1 if fewer of all mutants are killed by meaning",
    )
    parser.add_argument("--format", choices=(TEXT, *FORMATS), default=TEXT, help="default: text")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="show every assertion, and what only a text would tell"
    )
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Try the mutants of every assertion that was chosen; 1 if too few are noticed."""
    project = opened(given.judges)
    chosen = changed_since(project, given.changed_since, tagged(given.tag, named(project, given.chosen)))
    rows = _tried(project, chosen, given.seed, given.max_per_assertion)
    report = mutation_report(
        rows,
        seed=given.seed,
        most=given.max_per_assertion,
        judges=project.judge_names,
        corpus=project.settings.corpus,
    )
    if given.format == TEXT:
        sys.stdout.write(inert(text(report, terminal.width(), whole=given.verbose)))
    else:
        sys.stdout.write(FORMATS[given.format](report))
    failed = given.fail_under is not None and is_below(report["totals"], given.fail_under)
    return 1 if failed and report["totals"]["mutants"] else 0


def _tried(project: Project, chosen: Sequence[Assertion], seed: int, most: int | None) -> list[MutationRow]:
    """Return the row of each assertion, tried now or kept from an earlier run."""
    test = project.mutation_test(seed, most)
    kept = Kept(project.settings.root, KEPT)
    marks = _marks(project, chosen, f"{seed} {most}")
    found: list[MutationRow] = []
    for each in progress(chosen, "assertions"):
        row: MutationRow | None = kept.get(each.id, marks[each.id])
        if row is None:
            row = test.row(each)
            kept.add(each.id, marks[each.id], row)
        place = each.location
        found.append({**row, "path": place.path, "line": place.line, "column": place.column})
    if not any(map(project.problems, project.files)):
        kept.tidy([each.id for each in project.assertions])
    if kept.refused:
        sys.stderr.write(f"nothing is kept for the next run: {kept.refused}\n")
    return found


def _marks(project: Project, chosen: Sequence[Assertion], drawn: str) -> dict[str, str]:
    """Return by id a mark of everything that the row of an assertion rests on."""
    corpus = project.corpus
    texts = [read.digest if (read := corpus.text(name)) else "" for name in corpus.sources]
    common = (code_digest(), drawn, texts)
    return {
        name: sha256(repr((name, common, rests_on)).encode()).hexdigest()
        for name, rests_on in grounds(project, chosen).items()
    }


def _positive(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number of mutants: give 1 or more")
    return int(word)
