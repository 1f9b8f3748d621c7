"""How large the pages are, and how long a browser takes to open and to filter them.

Audits of 100, 1,000 and 10,000 claims over 200 sources are made up, written in both forms, and opened in
Chromium from the disk. A reader waits for a page, so each has a second until its rows stand there, and a
second until a filter is drawn. Prints a Markdown table. `make test-browser` installs what it needs.

    python -m benchmarks.page [--claims 100 1000 10000] [--sources 200]
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import cast

from benchmarks.assertions import ROOT
from playwright.sync_api import Browser, sync_playwright

from pytest_factcheck import reports
from pytest_factcheck.reports.rows import AssertionRow, AuditReport, SourceRow, VoiceRow, audit_report
from pytest_factcheck.reports.shapes import FileRow, TextRow

LIMIT = 1.0  # seconds
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WORDS = (
    "harbour",
    "bridge",
    "minister",
    "talks",
    "prisoners",
    "ceasefire",
    "flood",
    "council",
    "vote",
    "strike",
)
VERDICTS = ("supported", "supported", "supported", "contradicted", "disputed", "absent")
PROBLEMS = ("quote-not-found", "undeclared-opposition", "not-judged")
DRAWN = "() => document.querySelectorAll('#matrix tbody tr').length > 0"
FILTERED = """(words) => {
  const began = performance.now();
  const field = document.querySelector('[name=text]');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.getElementById('matrix').offsetHeight;
  return performance.now() - began;
}"""
READY = (
    """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
)


def main() -> int:
    """Write and open the pages of each size, and print the table; 1 if the folder passes the limit."""
    chosen = _arguments()
    print("| claims | form | written in | overview | all | opens in | filters in |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    slow = False
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = running.chromium.launch(executable_path=program, args=FLAGS)
        for claims in chosen.claims:
            report = made_up(claims, chosen.sources)
            for form, first in (("site/", "index.html"), ("audit.html", "")):
                place = Path(folder, str(claims))
                began = time.perf_counter()
                reports.write(report, form, place)
                taken = time.perf_counter() - began
                page = place / form / first if first else place / form
                opened, filtered = _seconds(browser, page, chosen.repetitions)
                slow |= form == "site/" and max(opened, filtered) > LIMIT
                sizes = f"{_size([page])} | {_size(_files(place / form))}"
                times = f"{opened:.2f} s | {filtered:.2f} s"
                print(f"| {claims:,} | `{form}` | {taken:.1f} s | {sizes} | {times} |", flush=True)
        browser.close()
    return int(slow)


def _seconds(browser: Browser, page: Path, repetitions: int) -> tuple[float, float]:
    """Return the medians of the seconds until the rows stand there, and until a filter is drawn."""
    opened, filtered = [], []
    for _ in range(repetitions):
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(page.as_uri(), wait_until="commit")
        tab.wait_for_function(DRAWN)
        opened.append(tab.evaluate(READY) / 1000)
        filtered.append(max(tab.evaluate(FILTERED, words) for words in ("bridge vote", "f", "")) / 1000)
        tab.close()
    return statistics.median(opened), statistics.median(filtered)


def made_up(claims: int, sources: int) -> AuditReport:
    """Return an audit of so many claims over so many sources, the same each time."""
    chance = random.Random(claims)
    names = [f"source-{number:03}" for number in range(sources)]
    silent = {name: _source(name, "silent", []) for name in names}
    rows = [_row(number, chance, names, silent) for number in range(claims)]
    report = audit_report(rows, judges=["slots", "verbatim", "language"], corpus="seeds")
    report["texts"] = [_text(name, chance) for name in names]
    files = sorted({row["path"] for row in rows})
    report["files"] = [FileRow(path=path, text="  - id: made-up\n" * 1000) for path in files]
    return report


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 20))).capitalize() + "."


def _text(name: str, chance: random.Random) -> TextRow:
    text = "\n".join(" ".join(_sentence(chance) for _ in range(5)) for _ in range(12))
    empty = dict.fromkeys(("publisher", "published", "url"), "")
    row = {"id": name, "path": f"seeds/{name}.txt", "title": name.title(), "language": "en", "missing": False}
    return cast("TextRow", {**empty, **row, "text": text, "boilerplate": []})


def _row(number: int, chance: random.Random, names: list[str], silent: dict[str, SourceRow]) -> AssertionRow:
    speaking = set(chance.sample(names, k=min(4, len(names))))
    failed = chance.random() < 0.05
    slug = chance.choice(PROBLEMS)
    verdict = chance.choice(VERDICTS)
    row = {
        "id": f"claim-{number:05}",
        "path": f"assertions/topic-{number // 200:02}.yaml",
        "line": number % 200 * 5 + 4,
        "claim": _sentence(chance),
        "tags": [chance.choice(WORDS)],
        "verdict": verdict,
        "expect": verdict,
        "rests_on": "judged",
        "outcome": "failed" if failed else "passed",
        "problems": [_problem(slug, number)] if failed else [],
        "sources": [_source(name, *_said(chance)) if name in speaking else silent[name] for name in names],
    }
    empty = {
        "column": 5,
        "topic": "",
        "note": "",
        "why_not_run": "",
        "known_issue": "",
        "notes": [],
        "to_look_at": [],
    }
    return cast("AssertionRow", {**empty, **row})


def _problem(slug: str, number: int) -> dict[str, object]:
    place = {"path": f"assertions/topic-{number // 200:02}.yaml", "line": 4, "column": 5}
    return {"slug": slug, **place, "message": "made up", "advice": "nothing", "related": []}


def _said(chance: random.Random) -> tuple[str, list[VoiceRow]]:
    stance = chance.choice(("supports", "supports", "contradicts"))
    start = chance.randint(0, 2000)
    voice = {
        "stance": stance,
        "by": "language",
        "rests_on": "judged",
        "quoted": True,
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 60,
        "start": start,
        "end": start + 60,
        "spans": [[start, start + 60]],
        "quote": "made up",
        "reasons": [{"code": "made-up", "text": "the words are made up"}],
        "compared": [],
        "ruling": None,
    }
    return stance, [cast("VoiceRow", voice)]


def _source(name: str, stance: str, voices: list[VoiceRow]) -> SourceRow:
    empty = dict.fromkeys(("title", "publisher", "published", "url"), "")
    row = {"id": name, "path": f"seeds/{name}.txt", "language": "en", "missing": False}
    return cast("SourceRow", {**empty, **row, "stance": stance, "voices": voices})


def _files(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]


def _size(files: list[Path]) -> str:
    size = sum(path.stat().st_size for path in files)
    return f"{size / 1e6:.1f} MB in {len(files):,} files" if len(files) > 1 else f"{size / 1e6:.1f} MB"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--repetitions", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
