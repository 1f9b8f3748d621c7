"""How well checkable sentences are told from others, against the labels of tests/gold/checkable.

Prints a Markdown table: for each half, what the signals call the sentences, and what it would be to call all
of them checkable. Where the two readers differ, a sentence is left out. --sources shows each text by itself,
and --each the mistakes in the half `tune`; those of `held` are never shown.

    python -m benchmarks.checkable [--sources] [--each]
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.coverage.checkable import Sentence, sentences

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
LABELS = GOLD / "checkable" / "labels.tsv"
TUNE, HELD = "tune", "held"
YES, NO = "yes", "no"
HEADERS = (
    "half",
    "called by",
    "sentences",
    "checkable: precision",
    "checkable: recall",
    "not checkable: precision",
    "not checkable: recall",
)


@dataclass(frozen=True, slots=True)
class Label:
    """What the readers say of one sentence."""

    source: str
    start: int
    half: str
    checkable: str
    why_not: str


def main() -> None:
    """Print the table."""
    chosen = _arguments()
    print("\n".join(table(labels())))
    if chosen.sources:
        print("\n" + "\n".join(by_source(labels())))
    if chosen.each:
        print("\n" + "\n".join(mistakes(labels())))


def labels() -> list[Label]:
    """Return the labels on which the readers agree."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    every = (Label(source, int(start), half, says, why) for source, start, half, says, why in rows)
    return [label for label in every if label.checkable in (YES, NO)]


def text_of(source: str) -> SourceText:
    """Return the text of a source, which a folder of tests/gold holds, or seeds/."""
    folder, _, name = source.rpartition("/")
    text = _corpus(folder).text(name)
    assert text is not None, source
    return text


def table(every: Iterable[Label]) -> Iterator[str]:
    """Yield the lines of the table."""
    rows = list(every)
    yield f"| {' | '.join(HEADERS)} |"
    yield f"| {' | '.join('---' for _ in HEADERS)} |"
    for half in (TUNE, HELD):
        of_half = [label for label in rows if label.half == half]
        yield _line(half, "signals", of_half, _called)
        yield _line(half, "all checkable", of_half, lambda _: True)


def by_source(every: Iterable[Label]) -> Iterator[str]:
    """Yield a line for each text."""
    rows = list(every)
    for half, source in dict.fromkeys((label.half, label.source) for label in rows):
        yield _line(
            f"{source} ({half})", "signals", [label for label in rows if label.source == source], _called
        )


def mistakes(every: Iterable[Label]) -> Iterator[str]:
    """Yield what is called wrongly in the half that is tuned on."""
    for label in every:
        if label.half == TUNE and _called(label) != (label.checkable == YES):
            found = _sentence(label)
            said = str(found.why_not or YES)
            yield f"{label.source}:{label.start}: {label.checkable} ({label.why_not}), called {said}"
            yield f"  {found.span.of(text_of(label.source).text)}"


def _line(name: str, by: str, rows: Iterable[Label], called: Callable[[Label], bool]) -> str:
    pairs = [(label.checkable == YES, called(label)) for label in rows]
    shares = [share for wanted in (True, False) for share in _shares(pairs, wanted=wanted)]
    return f"| {' | '.join((name, by, str(len(pairs)), *shares))} |"


def _shares(pairs: Iterable[tuple[bool, bool]], *, wanted: bool) -> tuple[str, str]:
    """Return precision and recall of one class; a share of nothing is a dash."""
    every = list(pairs)
    right = sum(1 for gold, said in every if gold is said is wanted)
    called = sum(1 for _, said in every if said is wanted)
    there = sum(1 for gold, _ in every if gold is wanted)
    return _share(right, called), _share(right, there)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _called(label: Label) -> bool:
    return _sentence(label).checkable


def _sentence(label: Label) -> Sentence:
    return _sentences(label.source)[label.start]


@cache
def _sentences(source: str) -> dict[int, Sentence]:
    return {sentence.span.start: sentence for sentence in sentences(text_of(source))}


@cache
def _corpus(folder: str) -> Corpus:
    place = GOLD / folder / "texts" if folder else ROOT / "seeds"
    return open_corpus(place, place.relative_to(ROOT).as_posix())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sources", action="store_true", help="show each text by itself")
    parser.add_argument("--each", action="store_true", help="show the mistakes in the half `tune`")
    return parser.parse_args()


if __name__ == "__main__":
    main()
