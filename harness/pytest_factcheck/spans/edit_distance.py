"""Edit distance: where in a text a pattern stands with the fewest insertions, deletions and substitutions.

The bit-parallel algorithm of G. Myers, "A fast bit-vector algorithm for approximate string matching based
on dynamic programming" (J. ACM 46, 1999), in the form of H. Hyyrö (2001). Python's integers have no width,
so that a pattern of any length and any alphabet is one word. The optimum is exact. What the characters
mean is not known here, except that of equally good places one that cuts no word is preferred.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.vocabulary import Span

ENDS_WEIGHED = 8


@dataclass(frozen=True, order=True, slots=True)
class Match:
    """A place where the pattern stands with `distance` edits."""

    distance: int
    span: Span


def distance(first: str, second: str) -> int:
    """Return the number of edits that turn one text into the other."""
    return _distances(first, second, anchored=True)[-1]


def opening_distance(pattern: str, text: str) -> int:
    """Return the fewest edits that turn the pattern into some beginning of the text."""
    return min(_distances(pattern, text, anchored=True))


def search(
    pattern: str, text: str, budget: int, cuts: Callable[[int], bool] = lambda _: False
) -> tuple[Match, ...]:
    """Find every place where the pattern stands within a budget of edits.

    A place is a local minimum: no place that ends less than half the pattern away has fewer edits.
    Of ends and starts with equally few edits the one is taken that cuts fewest words, then the one that
    begins and ends with the pattern's characters, then the one whose length is nearest, then the first.

    Args:
        pattern: What is searched.
        text: Where it is searched.
        budget: The number of edits that is allowed; fewer than the pattern has characters.
        cuts: Tells whether a boundary at an offset of the text cuts a word in two.

    Returns:
        The places in the order of the text. The first one with the smallest distance is optimal: no span
        of the text has a smaller one.
    """
    if not pattern:
        return ()
    budget = min(budget, len(pattern) - 1)
    distances = _distances(pattern, text, anchored=False)
    backwards = pattern[::-1]
    matches = (
        Match(distances[ends[0]], _best_span(backwards, text, distances[ends[0]], ends, cuts))
        for ends in _apart(_minima(distances, budget), distances, (len(pattern) + 1) // 2)
    )
    return tuple(sorted(matches, key=lambda match: match.span))


def _distances(pattern: str, text: str, *, anchored: bool) -> list[int]:
    """Return for every end in the text the fewest edits of the pattern up to there.

    Args:
        pattern: The pattern.
        text: The text.
        anchored: Whether the pattern stands at the start of the text, or may start anywhere.
    """
    size = len(pattern)
    if not size:
        return list(range(len(text) + 1)) if anchored else [0] * (len(text) + 1)
    places: dict[str, int] = {}
    for row, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << row
    rows = (1 << size) - 1
    last = 1 << (size - 1)
    carry = int(anchored)
    # Bit i says that going down from row i to i + 1 of the matrix adds one, or takes one away.
    adds, takes = rows, 0
    score, scores = size, [size]
    for character in text:
        equal = places.get(character, 0)
        diagonal = (((equal & adds) + adds) ^ adds) | equal | takes
        rises = takes | (rows & ~(diagonal | adds))
        falls = adds & diagonal
        if rises & last:
            score += 1
        elif falls & last:
            score -= 1
        rises = rises << 1 | carry
        adds = (falls << 1 | ~(diagonal | rises)) & rows
        takes = rises & diagonal & rows
        scores.append(score)
    return scores


def _minima(distances: Sequence[int], budget: int) -> Iterator[range]:
    """Return each stretch of equal distances within the budget that has more edits on both sides."""
    start = 0
    for at in range(1, len(distances) + 1):
        if at < len(distances) and distances[at] == distances[start]:
            continue
        here = distances[start]
        falls_to = start == 0 or distances[start - 1] > here
        rises_from = at == len(distances) or distances[at] > here
        if here <= budget and falls_to and rises_from:
            yield range(start, at)
        start = at


def _apart(minima: Iterable[range], distances: Sequence[int], gap: int) -> list[range]:
    """Keep the best of the minima that end less than `gap` from one another."""
    kept: list[range] = []
    for ends in sorted(minima, key=lambda ends: (distances[ends[0]], ends[0])):
        at = bisect_left(kept, ends[0], key=lambda other: other[0])
        near_left = at > 0 and ends[0] - kept[at - 1][-1] < gap
        near_right = at < len(kept) and kept[at][0] - ends[-1] < gap
        if not (near_left or near_right):
            kept.insert(at, ends)
    return kept


def _best_span(backwards: str, text: str, edits: int, ends: range, cuts: Callable[[int], bool]) -> Span:
    """Choose among all spans with this many edits; every start is found by reading backwards."""
    size = len(backwards)
    weighed = sorted(ends, key=lambda end: (cuts(end), end))[:ENDS_WEIGHED]
    spans = (
        Span(end - length, end)
        for end in weighed
        for length, found in enumerate(
            _distances(backwards, text[max(0, end - size - edits) : end][::-1], anchored=True)
        )
        if found == edits
    )

    def cost(span: Span) -> tuple[int, int, int, Span]:
        unlike = (text[span.start] != backwards[-1]) + (text[span.end - 1] != backwards[0])
        return cuts(span.start) + cuts(span.end), unlike, abs(span.end - span.start - size), span

    return min(spans, key=cost)
