"""How long it takes to try mutants, against judging claims and sources once in the same run.

Only what a mutant touches is judged again, so ten mutants each of a hundred assertions, with all that is done
to make and to try them, have eight times as long as a thousand claims put to a source each. Each part runs in
a process of its own, which remembers nothing; both are counted per thousand. The assertions are those with
the most mutants: few have ten. Prints a Markdown table.

    python -m benchmarks.mutation [--repetitions 3]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from benchmarks.assertions import ROOT

from pytest_factcheck import settings
from pytest_factcheck.project import Project

ASSERTIONS, MUTANTS = 100, 10
LIMIT = 8.0
THOUSAND = 1000


def main() -> int:
    """Time both parts in turn, and print the table; 1 if the limit is passed."""
    chosen = _arguments()
    if chosen.part:
        print(*PARTS[chosen.part](_project(), chosen.ids))
        return 0
    ids = _asked("fullest")
    # In turn, so that a busy minute falls on both.
    rounds = [(_asked("judge"), _asked("mutate", *ids)) for _ in range(chosen.repetitions)]
    counts = [int(count) for count, _ in rounds[0]]
    sets, mutants = (
        statistics.median(THOUSAND * float(seconds) / int(count) for count, seconds in part)
        for part in zip(*rounds, strict=True)
    )
    print(f"median of {chosen.repetitions}\n")
    print("| | tried | seconds for a thousand |")
    print("| --- | --- | --- |")
    print(f"| claims put to a source | {counts[0]} | {sets:.2f} |")
    print(f"| mutants, at most {MUTANTS} of each of {ASSERTIONS} assertions | {counts[1]} | {mutants:.2f} |")
    print(f"\n{mutants / sets:.1f} times as long (limit {LIMIT:.0f})")
    return int(mutants / sets > LIMIT)


def fullest(project: Project, _: Sequence[str]) -> list[str]:
    """Return the ids of the assertions that have the most mutants."""
    test = project.mutation_test()
    rows = sorted(map(test.row, project.assertions), key=lambda row: -row["mutants"])
    return [row["id"] for row in rows[:ASSERTIONS]]


def judge(project: Project, _: Sequence[str]) -> tuple[int, float]:
    """Put every claim to every source once, as an audit does; return how many, and the seconds."""
    every = project.assertions
    began = time.perf_counter()
    findings = [project.audit(each) for each in every]
    taken = time.perf_counter() - began
    return sum(len(finding.sources) for finding in findings), taken


def mutate(project: Project, ids: Sequence[str]) -> tuple[int, float]:
    """Try mutants of some assertions; return how many, and the seconds."""
    chosen = [each for each in project.assertions if each.id in ids]
    test = project.mutation_test(most=MUTANTS)
    began = time.perf_counter()
    rows = [test.row(each) for each in chosen]
    taken = time.perf_counter() - began
    return sum(row["mutants"] for row in rows), taken


Part = Callable[[Project, Sequence[str]], Iterable[object]]
PARTS: dict[str, Part] = {"fullest": fullest, "judge": judge, "mutate": mutate}


def _asked(part: str, *ids: str) -> list[str]:
    """Run one part in a process of its own, and return what it prints."""
    command = [sys.executable, "-m", "benchmarks.mutation", "--part", part, *ids]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def _project() -> Project:
    found = settings.find(ROOT)
    assert found is not None, "this checkout has no settings"
    return Project(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--part", choices=tuple(PARTS), help=argparse.SUPPRESS)
    parser.add_argument("ids", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
