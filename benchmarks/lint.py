"""How long `factcheck lint` takes, from the start of the process to its end, for a file that was changed.

Somebody waits for it at every commit, so a changed file has half a second. Prints a Markdown table.

    python -m benchmarks.lint [--repetitions 10]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.assertions import ROOT, write_project

LIMIT = 0.5  # seconds, for one changed file
NO_LIMIT = float("inf")
ID = re.compile(r"^ *- id: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """What is checked: files of a project, as they are named on the command line."""

    name: str
    folder: Path
    words: tuple[str, ...]
    limit: float = LIMIT


def main() -> int:
    """Lay out the projects, time each case, and print the table; 1 if a limit is passed."""
    repetitions = _arguments().repetitions
    with tempfile.TemporaryDirectory() as folder:
        cases = _cases(Path(folder))
        for case in cases:
            _seconds(case)  # what Python compiles, and the system reads, is there from now on
        # In turn, so that a busy minute falls on all.
        rounds = [[_seconds(case) for case in cases] for _ in range(repetitions)]
    times = [statistics.median(of_case) for of_case in zip(*rounds, strict=True)]
    print(f"median of {repetitions}\n")
    print("| factcheck lint | seconds | limit |")
    print("| --- | --- | --- |")
    for case, seconds in zip(cases, times, strict=True):
        limit = "" if case.limit == NO_LIMIT else f"{case.limit:.1f}"
        print(f"| {case.name} | {seconds:.2f} | {limit} |")
    return int(any(seconds > case.limit for case, seconds in zip(cases, times, strict=True)))


def _cases(folder: Path) -> list[Case]:
    own, one, many = folder / "own", folder / "one", folder / "many"
    for part in ("assertions", "seeds"):
        shutil.copytree(ROOT / part, own / part)
    write_project(one, files=1, each=100)
    write_project(many, files=200, each=20)
    files = sorted((own / "assertions").glob("*.yaml"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    slots = max(files, key=lambda path: path.read_text(encoding="utf-8").count("slots:"))
    ours = f"{len(files)} files, {sum(len(ID.findall(text)) for text in texts)} assertions"
    return [
        Case(f"one file with slots, of {ours}", own, (f"assertions/{slots.name}",)),
        Case(f"one file without, of {ours}", own, (f"assertions/{_plain(files).name}",)),
        Case(f"all of {ours}", own, (), NO_LIMIT),
        Case("one file of 100 assertions, alone", one, ("assertions/generated-000.yaml",)),
        Case("one file of 200, 4,000 assertions", many, ("assertions/generated-100.yaml",)),
        Case("all of 200 files, 4,000 assertions", many, (), NO_LIMIT),
    ]


def _plain(files: list[Path]) -> Path:
    return next(path for path in files if "slots:" not in path.read_text(encoding="utf-8"))


def _seconds(case: Case) -> float:
    command = [sys.executable, "-m", "pytest_factcheck.cli", "lint", *case.words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "harness")}
    began = time.perf_counter()
    done = subprocess.run(command, cwd=case.folder, env=environment, capture_output=True, check=False)
    taken = time.perf_counter() - began
    if done.returncode or done.stdout:
        sys.exit(f"{' '.join(command)} exited {done.returncode}:\n{done.stdout!r}{done.stderr!r}")
    return taken


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repetitions", type=int, default=10)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
