"""Breadth: how much of a claim several sentences hold together, and which few of them hold the most.

It is a measure of how far a source speaks of a claim, and no opinion: words that stand apart may be said of
different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pytest_factcheck.judges.language.coverage import found
from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.vocabulary import Passage, Question, Span

_MOST = 3  # sentences that are taken together


@dataclass(frozen=True, slots=True)
class Breadth:
    """How much of a claim passages hold, from 0 to 1.

    `share` is what a few of them hold together, and `chosen` their numbers in order; `window` is the most
    that one of them holds with its neighbours.
    """

    share: float
    window: float
    chosen: tuple[int, ...]


def breadth(question: Question, passages: Sequence[Passage]) -> Breadth:
    """Return how much of a claim the sentences in focus hold together, at most three of them.

    They are chosen one by one, each the one that adds most, the earlier of equals.
    """
    rows = [_grades(question, passage, passage.judged) for passage in passages]
    around = [_grades(question, passage, passage.sentences) for passage in passages]
    weights = _weights(question, passages)
    chosen: list[int] = []
    held = [0.0] * len(weights)
    while len(chosen) < min(_MOST, len(rows)):
        gains = [_gain(weights, held, row) for row in rows]
        best = max(range(len(rows)), key=lambda at: (gains[at], -at))
        if gains[best] <= 0.0:
            break
        chosen.append(best)
        held = [max(pair) for pair in zip(held, rows[best], strict=True)]
    window = max((_share(weights, row) for row in around), default=0.0)
    return Breadth(_share(weights, held), window, tuple(sorted(chosen)))


def _share(weights: Sequence[float], grades: Sequence[float]) -> float:
    total = sum(weights)
    return (
        sum(weight * grade for weight, grade in zip(weights, grades, strict=True)) / total if total else 0.0
    )


def _grades(question: Question, passage: Passage, sentences: Sequence[Span]) -> tuple[float, ...]:
    """Return how well each facet of a claim is held by some sentences of a passage."""
    claim = read(plain_case(question.claim))
    own = [holding(sentence.of(passage.text), passage.published) for sentence in sentences]
    return tuple(
        max((grade for one in own for grade, _ in found(claim, facet, one)), default=0.0)
        for facet in facets(claim.text, passage.published)
    )


def _weights(question: Question, passages: Sequence[Passage]) -> tuple[float, ...]:
    published = passages[0].published if passages else None
    return tuple(facet.weight for facet in facets(plain_case(question.claim), published))


def _gain(weights: Sequence[float], held: Sequence[float], row: Sequence[float]) -> float:
    parts = zip(weights, held, row, strict=True)
    return sum(weight * max(0.0, grade - before) for weight, before, grade in parts)
