"""How long pytest takes to collect and to run 10,000 assertions, against its own smallest example.

The measure is pytest's documented collector of YAML files with as many items, in the same run and on the
same machine, so that the ratios mean something where the seconds do not. Prints a Markdown table.

    python benchmarks/assertions.py [--files 50] [--each 200] [--repetitions 3]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = 'judges = ["slots", "verbatim"]\n'
OURS = ("-p", "pytest_factcheck.plugin")
LIMITS = {"collect": 3.0, "run": 5.0}
FEWEST = 6  # words; shorter beginnings stand in many places
SENTENCE = re.compile(r"[A-Z][^.!?\n“”\"]{40,160}[.!?](?=\s|$)")

# https://docs.pytest.org/en/stable/example/nonpython.html, with items that pass.
EXAMPLE = '''\
import pytest


def pytest_collect_file(parent, file_path):
    if file_path.suffix == ".yaml" and file_path.name.startswith("test"):
        return YamlFile.from_parent(parent, path=file_path)


class YamlFile(pytest.File):
    def collect(self):
        import yaml

        raw = yaml.safe_load(self.path.open(encoding="utf-8"))
        for name, spec in sorted(raw.items()):
            yield YamlItem.from_parent(self, name=name, spec=spec)


class YamlItem(pytest.Item):
    def __init__(self, *, spec, **kwargs):
        super().__init__(**kwargs)
        self.spec = spec

    def runtest(self):
        for name, value in sorted(self.spec.items()):
            if name != value:
                raise YamlException(self, name, value)

    def reportinfo(self):
        return self.path, 0, f"usecase: {self.name}"


class YamlException(Exception):
    """Custom exception for error reporting."""
'''


def main() -> int:
    """Generate both projects, time them in turn, and print the table; 1 if a limit is passed."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        example, ours = Path(folder, "example"), Path(folder, "ours")
        _write_example(example, chosen.files, chosen.each)
        write_project(ours, chosen.files, chosen.each)
        runs = {"collect": ("--collect-only",), "run": ()}
        rows = [_row(name, example, ours, words, chosen.repetitions) for name, words in runs.items()]
        outcome = _pytest(ours, OURS).splitlines()[-1]
    print(f"{chosen.files * chosen.each:,} items, median of {chosen.repetitions}\n")
    print("| pytest | example, s | ours, s | ratio | limit |")
    print("| --- | --- | --- | --- | --- |")
    for name, theirs, own in rows:
        print(f"| {name} | {theirs:.2f} | {own:.2f} | {own / theirs:.2f} | {LIMITS[name]:.0f} |")
    print(f"\nOurs: {outcome}")
    return int(any(own / theirs > LIMITS[name] for name, theirs, own in rows))


def sentences() -> list[tuple[str, str]]:
    """Return whole sentences of the seeds, each with the file that it stands in, in order."""
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        quotes = SENTENCE.findall(text)
        found += [(path.name, quote) for quote in quotes if text.count(quote) == 1]
    return found


def cuts() -> Iterator[tuple[str, str, str]]:
    """Yield a file, a claim and a quote without end: beginnings of its sentences, longer and longer."""
    found = sentences()
    for shorter in count():
        for file, sentence in found:
            words = sentence.split(" ")
            claim = words[: max(FEWEST, len(words) - shorter % len(words))]
            quote = words[: max(FEWEST, len(words) - shorter // len(words))]
            yield file, " ".join(claim), " ".join(quote)


def write_project(folder: Path, files: int, each: int) -> None:
    """Write a project over the seeds: so many files, and so many assertions in each."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "factcheck.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "assertions").mkdir()
    manifest = (folder / "seeds" / "corpus.yaml").read_text(encoding="utf-8")
    names = {file: name for name, file in re.findall(r"- id: (\S+)\n\s+file: (\S+)", manifest)}
    endless = cuts()
    for number in range(files):
        blocks = "\n".join(
            _assertion(f"generated-{number:03}-{place:04}", names[file], claim, quote)
            for place, (file, claim, quote) in enumerate(islice(endless, each))
        )
        path = folder / "assertions" / f"generated-{number:03}.yaml"
        path.write_text(f"topic: Generated\nassertions:\n{blocks}", encoding="utf-8")


def _assertion(name: str, source: str, claim: str, quote: str) -> str:
    # JSON strings are YAML strings, whatever the words hold.
    claim, quote = (json.dumps(words, ensure_ascii=False) for words in (claim, quote))
    return (
        f"  - id: {name}\n    claim: {claim}\n    expect: supported\n"
        f"    evidence:\n      - source: {source}\n        quote: {quote}\n"
    )


def _write_example(folder: Path, files: int, each: int) -> None:
    folder.mkdir()
    (folder / "conftest.py").write_text(EXAMPLE, encoding="utf-8")
    for number in range(files):
        items = "".join(
            f"case-{number:03}-{place:04}:\n  hello: hello\n  some: some\n" for place in range(each)
        )
        (folder / f"test_{number:03}.yaml").write_text(items, encoding="utf-8")


def _row(
    name: str, example: Path, ours: Path, words: tuple[str, ...], repetitions: int
) -> tuple[str, float, float]:
    theirs, own = [], []
    for _ in range(repetitions):  # in turn, so that a busy minute falls on both
        theirs.append(_seconds(example, words))
        own.append(_seconds(ours, (*OURS, *words)))
    return name, statistics.median(theirs), statistics.median(own)


def _seconds(folder: Path, words: tuple[str, ...]) -> float:
    began = time.perf_counter()
    _pytest(folder, words)
    return time.perf_counter() - began


def _pytest(folder: Path, words: tuple[str, ...]) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    # Neither side loads what else is installed; ours is named on its command line.
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "harness"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # a beginning may say the opposite of its sentence, and fails then
        sys.exit(f"{' '.join(command)} exited {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
    return done.stdout


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--repetitions", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
