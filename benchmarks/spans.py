"""Measure how fast quotes are found, and whether noisy ones are found at the right place.

Documents are made of the words of the seed articles, with a fixed seed. Times are ratios to `str.find` of
the same quotes in the same texts in the same run, so that a slow machine changes nothing.

    python benchmarks/spans.py [--quick]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "harness"))

from pytest_factcheck.spans import IndexedText, Outcome, Quote, locate  # noqa: E402
from pytest_factcheck.vocabulary import Span  # noqa: E402

DOCUMENT_LENGTH = 5_000
ROUNDS = 5
NOISE = 0.10
RIGHT = 0.9
# The share of its words that a sibling sentence has from the original.
KEPT = 0.7


@dataclass(frozen=True)
class Job:
    """A quote, the number of its document, and where it stands there."""

    quote: str
    document: int
    span: Span


def main() -> None:
    """Run all measurements and print them as one Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="a tenth of the documents and quotes")
    scale = 10 if parser.parse_args().quick else 1
    print("| what | measured | limit |")
    print("| --- | ---: | ---: |")
    rows = (*speed(2_000 // scale, 10_000 // scale), *accuracy(200 // scale), *negation(200 // scale))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def speed(documents: int, quotes: int) -> Iterator[tuple[str, str, str]]:
    """Measure quotes that stand in their document, as they are and with other typography."""
    dice = random.Random(1)
    words = seed_words()
    texts = [document(words, dice) for _ in range(documents)]
    jobs = [job(texts, number, dice) for number in range(quotes)]
    plain = best(lambda: finds(texts, jobs))
    assert all(at_place(job, texts) for job in jobs)
    exact = best(lambda: anchors(texts, jobs))
    yield f"{quotes:,} exact quotes, times `str.find`", f"{exact / plain:.1f}", "20"
    yield "the same, microseconds a quote", f"{exact / quotes * 1e6:.1f}", ""
    damaged = [damage(text, dice) if number % 2 else text for number, text in enumerate(texts)]
    retyped = [
        job if job.document % 2 else Job(damage(job.quote, dice), job.document, job.span) for job in jobs
    ]
    plain = best(lambda: finds(damaged, retyped))
    folded = best(lambda: anchors(damaged, retyped))
    yield f"{quotes:,} quotes with other typography, times `str.find`", f"{folded / plain:.1f}", "60"
    yield "the same, microseconds a quote", f"{folded / quotes * 1e6:.1f}", ""


def accuracy(quotes: int) -> Iterator[tuple[str, str, str]]:
    """Measure quotes with noise, in documents that hold similar sentences too."""
    dice = random.Random(2)
    words = seed_words()
    for siblings in (False, True):
        right = 0
        spent = 0.0
        least = 1.0
        for _ in range(quotes):
            text = document(words, dice, siblings=siblings)
            original = job([text], 0, dice)
            noisy = Quote(noise(original.quote, dice))
            started = time.perf_counter()
            anchor = locate(noisy, IndexedText(text))
            spent += time.perf_counter() - started
            assert anchor.outcome is not Outcome.FOUND
            right += shared(anchor.span or anchor.nearest, original.span) >= RIGHT
            least = min(least, anchor.similarity)
        kind = "with sibling sentences" if siblings else "without siblings"
        yield f"{quotes} quotes with {NOISE:.0%} noise, {kind}, right place", f"{right / quotes:.1%}", "98%"
        yield "the same, milliseconds a quote", f"{spent / quotes * 1e3:.1f}", ""
        yield "the same, lowest similarity", f"{least:.2f}", ""


def negation(quotes: int) -> Iterator[tuple[str, str, str]]:
    """Measure how similar quotes remain with "not" put in, and that none of them is found."""
    dice = random.Random(3)
    words = seed_words()
    similarities: list[float] = []
    found = named = 0
    for _ in range(quotes):
        text = document([word for word in words if word != "not"], dice)
        quoted = job([text], 0, dice).quote.split(" ")
        quoted.insert(dice.randrange(1, len(quoted)), "not")
        anchor = locate(Quote(" ".join(quoted)), IndexedText(text))
        found += anchor.outcome is Outcome.FOUND
        named += any(change.kind == "negation" for change in anchor.changes)
        similarities.append(anchor.similarity)
    yield f'{quotes} quotes with "not" put in, found', str(found), "0"
    yield "the same, change named as a negation", f"{named / quotes:.1%}", ""
    yield "the same, similarity", f"{min(similarities):.2f} to {max(similarities):.2f}", ""


def seed_words() -> list[str]:
    """Return the words of the seed articles in order, ASCII only."""
    articles = sorted((ROOT / "seeds").glob("*.txt"))
    return (
        " ".join(article.read_text("utf-8") for article in articles)
        .encode("ascii", "ignore")
        .decode()
        .split()
    )


def document(words: list[str], dice: random.Random, *, siblings: bool = False) -> str:
    """Return sentences of words drawn as often as they occur; with siblings, each twice but not the same."""
    sentences: list[str] = []
    length = 0
    while length < DOCUMENT_LENGTH:
        drawn = [word.strip(".,") or "a" for word in dice.choices(words, k=dice.randint(8, 25))]
        sentences.append(" ".join(drawn) + ".")
        if siblings:
            changed = [word if dice.random() < KEPT else dice.choice(words) for word in drawn]
            sentences.append(" ".join(changed) + ".")
        length = sum(map(len, sentences)) + len(sentences)
    dice.shuffle(sentences)
    return " ".join(sentences)


def job(texts: list[str], number: int, dice: random.Random) -> Job:
    """Cut a quote of 20 to 300 characters, in whole words, where it stands in its document only once."""
    at = number % len(texts)
    text = texts[at]
    while True:
        length = dice.randint(20, 280)
        start = text.index(" ", dice.randrange(len(text) - length - 60)) + 1
        end = text.index(" ", start + length)
        if text.count(text[start:end]) == 1:
            return Job(text[start:end], at, Span(start, end))


def damage(text: str, dice: random.Random) -> str:
    """Set a text in another way: curly quotes, long dashes, no-break spaces, broken lines, soft hyphens."""
    text = text.replace("'", "’").replace('"', "”").replace("-", "‑").replace("fi", "ﬁ")
    spaces = ["\u00a0", "  ", "\n", "\u2009"]
    return "".join(
        dice.choice(spaces) if character == " " and dice.random() < 0.05 else character
        for character in text.replace("tion", "\u00adtion")
    )


def noise(quote: str, dice: random.Random) -> str:
    """Substitute, insert and delete letters, a third of the edits each."""
    letters = "abcdefghijklmnopqrstuvwxyz "
    out: list[str] = []
    for character in quote:
        if dice.random() >= NOISE:
            out.append(character)
            continue
        other = dice.choice(letters)
        out.append(dice.choice(("", other, character + other)))
    return "".join(out)


def finds(texts: list[str], jobs: list[Job]) -> int:
    """Look for every quote with `str.find`."""
    return sum(texts[job.document].find(job.quote) >= 0 for job in jobs)


def anchors(texts: list[str], jobs: list[Job]) -> int:
    """Look for every quote with `locate`, in texts that are prepared anew."""
    indexed = [IndexedText(text) for text in texts]
    found = sum(locate(Quote(job.quote), indexed[job.document]).outcome is Outcome.FOUND for job in jobs)
    assert found == len(jobs), f"{len(jobs) - found} quotes were not found"
    return found


def at_place(job: Job, texts: list[str]) -> bool:
    """Tell whether a quote is found where it was cut out."""
    anchor = locate(Quote(job.quote), IndexedText(texts[job.document]))
    return job.span in (anchor.span, *anchor.twins)


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several rounds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def shared(found: Span | None, true: Span) -> float:
    """Return the overlap of two spans as a share of their union."""
    if found is None:
        return 0.0
    overlap = min(found.end, true.end) - max(found.start, true.start)
    return max(0, overlap) / (max(found.end, true.end) - min(found.start, true.start))


if __name__ == "__main__":
    main()
