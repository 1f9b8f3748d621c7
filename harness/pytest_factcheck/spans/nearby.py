"""Nearby: the places of a text that are most like a quote which does not stand in it.

Places are found by edit distance over the folded text and then moved to whole words. Whether such a place
may stand for the quote is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from pytest_factcheck.spans.boundaries import ends_inside, starts_inside
from pytest_factcheck.spans.edit_distance import distance, search
from pytest_factcheck.spans.quotes import IndexedText
from pytest_factcheck.thresholds import SPANS
from pytest_factcheck.vocabulary import Span

LONGEST_STEP = 64


@dataclass(frozen=True, slots=True)
class Likeness:
    """A place in whole words and its similarity to the quote: 1 - edits / length of the quote."""

    span: Span
    similarity: float


def alike(quoted: str, text: IndexedText, near: Span | None = None) -> tuple[Likeness, ...]:
    """Return the places that are like a quote, the most similar first.

    Args:
        quoted: The quote, folded.
        text: Where it is searched.
        near: Of equally similar places the one that is nearest to this comes first, else the first one.
    """
    budget = min(SPANS.error_budget_max, int(SPANS.error_budget * len(quoted)))
    folded = text.folded

    def cuts(at: int) -> bool:
        return starts_inside(folded.text, at) or ends_inside(folded.text, at)

    best: dict[Span, int] = {}
    for match in search(quoted, folded.text, budget, cuts):
        edits, place = _in_whole_words(quoted, folded.text, match.span)
        best.setdefault(folded.span(place), edits)
    found = (Likeness(span, max(0.0, 1 - edits / len(quoted))) for span, edits in best.items())
    anchor = near.start if near else 0
    return tuple(sorted(found, key=lambda place: (-place.similarity, abs(place.span.start - anchor))))


def _in_whole_words(quoted: str, text: str, span: Span) -> tuple[int, Span]:
    """Move both ends to where no word is cut, outwards or inwards, whichever is more like the quote."""
    starts = _whole(text, span.start, starts_inside)
    ends = _whole(text, span.end, ends_inside)
    choices = [_trimmed(text, start, end) for start, end in product(starts, ends) if start < end]
    weighed = [(distance(quoted, choice.of(text)), choice) for choice in choices or [span]]
    return min(weighed, key=lambda place: (place[0], place[1].start - place[1].end))


def _whole(text: str, at: int, inside: Callable[[str, int], bool]) -> tuple[int, ...]:
    """Return the nearest places on both sides of `at` that cut no word, or `at` where there is none."""
    backwards = range(at, max(0, at - LONGEST_STEP) - 1, -1)
    forwards = range(at, min(len(text), at + LONGEST_STEP) + 1)
    found = {next((place for place in way if not inside(text, place)), at) for way in (backwards, forwards)}
    return tuple(sorted(found))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else Span(start, end)
