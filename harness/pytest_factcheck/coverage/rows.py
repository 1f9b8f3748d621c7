"""Rows: the coverage of a corpus as plain data. What every report on it is made from.

The shape is fixed by schema/coverage.schema.json and by `FORMAT`, which changes when a reader of the old
shape would go wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NotRequired, TypedDict

FORMAT = 1


class SignalRow(TypedDict):
    """Words by which a sentence could be wrong: of which kind, and where."""

    kind: str
    start: int
    end: int
    words: str


class SentenceRow(TypedDict):
    """One sentence: whether it is checkable, by what or why not, and the assertions that cover it."""

    start: int
    end: int
    line: int
    column: int
    words: str
    checkable: bool
    why_not: str
    signals: list[SignalRow]
    covered_by: list[str]


class Counts(TypedDict):
    """How many sentences, how many of them are checkable, and how many of those are covered."""

    sentences: int
    checkable: int
    covered: int


class SourceCoverageRow(Counts):
    """The coverage of one source; `why_not_counted` says why its sentences are not looked at."""

    id: str
    path: str
    title: str
    why_not_counted: str
    missing: str
    rows: list[SentenceRow]


class Totals(Counts):
    """The same of all sources that are counted, and how many these are."""

    sources: int


class ElsewhereRow(TypedDict):
    """What another source says of a sentence that was put to it as a claim."""

    source: str
    stance: str


class SuggestionRow(TypedDict):
    """An uncovered sentence that is worth an assertion: how much, the claim, and the command to type."""

    source: str
    path: str
    line: int
    column: int
    words: str
    worth: int
    signals: dict[str, int]
    elsewhere: list[ElsewhereRow]
    claim: str
    command: str


class CoverageReport(TypedDict):
    """The coverage of a corpus; `not_passing` are assertions that cover nothing, because they do not pass."""

    format: int
    judges: list[str]
    corpus: str
    not_passing: list[str]
    totals: Totals
    sources: list[SourceCoverageRow]
    suggestions: NotRequired[list[SuggestionRow]]


def uncovered(rows: Iterable[SentenceRow]) -> list[SentenceRow]:
    """Return the checkable sentences that no assertion covers."""
    return [row for row in rows if row["checkable"] and not row["covered_by"]]


def counts(rows: Iterable[SentenceRow]) -> Counts:
    """Count sentences."""
    every = list(rows)
    checkable = sum(1 for row in every if row["checkable"])
    return Counts(sentences=len(every), checkable=checkable, covered=checkable - len(uncovered(every)))


def totals(sources: Iterable[SourceCoverageRow]) -> Totals:
    """Add up the sources that are counted."""
    counted = [source for source in sources if not source["why_not_counted"]]
    return Totals(
        sources=len(counted),
        sentences=sum(source["sentences"] for source in counted),
        checkable=sum(source["checkable"] for source in counted),
        covered=sum(source["covered"] for source in counted),
    )


def percent(counted: Counts) -> int:
    """Return how many of 100 checkable sentences are covered, rounded down; 100 where there is none."""
    return counted["covered"] * 100 // counted["checkable"] if counted["checkable"] else 100


def is_below(counted: Counts, wanted: float) -> bool:
    """Tell whether less than `wanted` per cent of the checkable sentences are covered."""
    if not counted["checkable"]:
        return False
    return Fraction(counted["covered"] * 100, counted["checkable"]) < Fraction(wanted)
