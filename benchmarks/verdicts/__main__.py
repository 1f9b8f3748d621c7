"""Measure the verdicts of the judges on labelled sets, against two baselines, and print Markdown tables.

    python -m benchmarks.verdicts [--data FOLDER] [--sets a,b] [--limit N] [--judges a,b] [--jobs N] [--write]
    python -m benchmarks.verdicts --data FOLDER --errors vitaminc_dev:supports->contradicts 10

FOLDER holds the public sets in `eval/`; without it only the project's gold sets are measured.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.verdicts.judging import judged
from benchmarks.verdicts.mistakes import mistakes, wanted
from benchmarks.verdicts.report import Result, report
from benchmarks.verdicts.sets import PUBLIC, LabelledSet, Shelf, shelf

from pytest_factcheck.errors import FactcheckError, UsageError
from pytest_factcheck.judges import JUDGES, named
from pytest_factcheck.options import judge_names
from pytest_factcheck.reports.tables import text_table
from pytest_factcheck.wholefile import write_whole

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ("harness", "benchmarks/verdicts", "tests/gold")
WRITTEN = ROOT / "benchmarks" / "results" / "verdicts.md"


def main(words: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 2 if the options make no sense."""
    chosen = _arguments(words)
    try:
        _run(chosen)
    except FactcheckError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _run(chosen: argparse.Namespace) -> None:
    judges = judge_names(chosen.judges) or tuple(JUDGES)
    named(judges)
    found = shelf(_folder(chosen.data), ROOT / "tests" / "gold", ROOT / "seeds")
    if chosen.errors:
        _show_mistakes(chosen, found, judges)
    else:
        _measure(chosen, found, judges)


def _show_mistakes(chosen: argparse.Namespace, found: Shelf, judges: Sequence[str]) -> None:
    asked, number = wanted(chosen.errors[0]), _count(chosen.errors[1])
    if not found.chosen([asked.name]):
        raise UsageError(f"the set '{asked.name}' is not there; say with --data where it lies")
    result = _result(found.read(asked.name, chosen.limit), judges, chosen.jobs)
    sys.stdout.writelines(f"{block}\n" for block in mistakes(result, asked, number, judges))


def _measure(chosen: argparse.Namespace, found: Shelf, judges: Sequence[str]) -> None:
    names = found.chosen(_names(chosen.sets))
    heading, skipped = _heading(chosen, judges), _skipped(found, _names(chosen.sets))
    results = [_result(found.read(name, chosen.limit), judges, chosen.jobs) for name in names]
    sys.stdout.write(_joined(heading, skipped, report(results, text_table)))
    if chosen.write:
        WRITTEN.parent.mkdir(exist_ok=True)
        write_whole(WRITTEN, _joined("# Verdicts", heading, skipped, report(results)))


def _result(given: LabelledSet, judges: Sequence[str], jobs: int) -> Result:
    return Result(given, judged(given.rows, judges, jobs=jobs, what=f"rows of {given.name}"))


def _heading(chosen: argparse.Namespace, judges: Sequence[str]) -> str:
    day, commit = _git("show", "-s", "--format=%cs", "HEAD"), _git("rev-parse", "--short", "HEAD")
    changed = " with changes" if _git("--no-optional-locks", "status", "--porcelain", "--", *MEASURED) else ""
    rows = f"at most {chosen.limit:,} rows of a set, evenly spread" if chosen.limit else "all rows"
    return (
        f"{chosen.date or day or 'no date'}, commit {commit or 'unknown'}{changed}, "
        f"Python {platform.python_version()}; judges: {', '.join(judges)}; {rows}."
    )


def _joined(*blocks: str) -> str:
    return "\n\n".join(filter(None, blocks))


def _git(*words: str) -> str:
    try:
        done = subprocess.run(("git", *words), cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _skipped(found: Shelf, asked: Sequence[str]) -> str:
    """Say which sets were not measured because they are not there."""
    missing = [name for name in found.missing if not asked or name in asked]
    if not missing:
        return ""
    everything = "public sets " if missing == list(PUBLIC) else ""
    return f"Not there, and skipped: {everything}{', '.join(missing)}."


def _folder(data: str | None) -> Path | None:
    if data is None:
        return None
    if not (Path(data) / "eval").is_dir():
        raise UsageError(f"{data}: there is no folder eval/ with labelled sets in it")
    return Path(data)


def _names(given: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in (given or "").split(","))))


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) == 0:
        raise UsageError(f"'{given}': this is no number of mistakes to show")
    return int(given)


def _positive(given: str) -> int:
    if int(given) < 1:
        raise ValueError(given)
    return int(given)


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.verdicts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", metavar="FOLDER", help="where the public sets lie, in eval/")
    parser.add_argument("--sets", metavar="NAMES", help="measure these sets only, separated by commas")
    parser.add_argument(
        "--limit", metavar="N", type=_positive, help="at most N rows of each set, evenly spread"
    )
    parser.add_argument("--judges", metavar="NAMES", help="ask these judges; all where it is left out")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=1, help="processes (default: 1)")
    parser.add_argument("--date", metavar="DAY", help="the day to print (default: that of the commit)")
    parser.add_argument(
        "--write", action="store_true", help="keep the tables in benchmarks/results/verdicts.md"
    )
    parser.add_argument(
        "--errors",
        metavar=("SET[:GOLD->CALLED]", "N"),
        nargs=2,
        help="print N mistakes in a set instead: claim, passage, and what each judge says",
    )
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
