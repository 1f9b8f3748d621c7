"""Measures of verdicts: shares and rates from what people said and what the judges said.

Pure arithmetic over pairs (gold, called). `mixed` counts as contradicts and `undecided` as silent; a two-way
set knows only supports and the rest, which stands here as silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pytest_factcheck.vocabulary import Stance

CLASSES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT)
COUNTS_AS = {Stance.MIXED: Stance.CONTRADICTS, Stance.UNDECIDED: Stance.SILENT}
OPPOSITE = {Stance.SUPPORTS: Stance.CONTRADICTS, Stance.CONTRADICTS: Stance.SUPPORTS}

Pair = tuple[Stance, Stance]  # what people say, what is called
Confusion = Mapping[Pair, int]


@dataclass(frozen=True, slots=True)
class Rates:
    """How well one class is told; a share of nothing is None."""

    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Measures:
    """What one set says of one way to call stances; every share is between 0 and 1."""

    rows: int
    classes: Mapping[Stance, Rates]
    macro_f1: float
    balanced_accuracy: float | None
    coverage: float
    flips: float
    true_contradicted: float | None
    silent_contradicted: float | None


def counted_as(stance: Stance, *, two_way: bool = False) -> Stance:
    """Return the class that a stance counts as."""
    plain = COUNTS_AS.get(stance, stance)
    return Stance.SILENT if two_way and plain is Stance.CONTRADICTS else plain


def confusion(pairs: Iterable[Pair], *, two_way: bool = False) -> Confusion:
    """Count pairs (gold, called) by the classes that they count as."""
    return Counter(
        (counted_as(gold, two_way=two_way), counted_as(called, two_way=two_way)) for gold, called in pairs
    )


def rates(counts: Confusion, label: Stance) -> Rates:
    """Return precision, recall and F1 = 2TP / (2TP + FP + FN) of one class."""
    right = counts.get((label, label), 0)
    gold = sum(counts.get((label, called), 0) for called in CLASSES)
    called = sum(counts.get((person, label), 0) for person in CLASSES)
    return Rates(_share(right, called), _share(right, gold), _share(2 * right, gold + called))


def gold_classes(counts: Confusion) -> tuple[Stance, ...]:
    """Return the classes that people have given to some row."""
    return tuple(label for label in CLASSES if any(counts.get((label, called)) for called in CLASSES))


def macro_f1(counts: Confusion) -> float:
    """Return the mean F1 of the classes that people have given; a class never called counts 0."""
    found = [rates(counts, label).f1 or 0.0 for label in gold_classes(counts)]
    return sum(found) / len(found) if found else 0.0


def balanced_accuracy(counts: Confusion) -> float:
    """Return the mean recall of the classes that people have given; chance is 1 / their number."""
    found = [rates(counts, label).recall or 0.0 for label in gold_classes(counts)]
    return sum(found) / len(found) if found else 0.0


def flips(pairs: Sequence[Pair]) -> float:
    """Return the share of all rows in which supports was called contradicts, or the reverse."""
    flipped = sum(counted_as(called) is OPPOSITE.get(counted_as(gold)) for gold, called in pairs)
    return _share(flipped, len(pairs)) or 0.0


def contradicted(pairs: Iterable[Pair], gold: Stance) -> float | None:
    """Return the share of the rows of one gold class that were called contradicts."""
    calls = [counted_as(called) for person, called in pairs if counted_as(person) is gold]
    return _share(calls.count(Stance.CONTRADICTS), len(calls))


def measure(pairs: Sequence[Pair], *, two_way: bool = False) -> Measures:
    """Measure pairs (gold, called).

    Args:
        pairs: Stances, not yet folded into classes: `undecided` is what coverage counts.
        two_way: Gold knows only supports and the rest; a true row called contradicts still is a flip, and of
            the rest nobody knows which are contradicted.
    """
    counts = confusion(pairs, two_way=two_way)
    given = gold_classes(counts)
    decided = sum(called is not Stance.UNDECIDED for _, called in pairs)
    return Measures(
        rows=len(pairs),
        classes={label: rates(counts, label) for label in given},
        macro_f1=macro_f1(counts),
        balanced_accuracy=balanced_accuracy(counts) if len(given) == 2 else None,
        coverage=_share(decided, len(pairs)) or 0.0,
        flips=flips(pairs),
        true_contradicted=contradicted(pairs, Stance.SUPPORTS),
        silent_contradicted=None if two_way else contradicted(pairs, Stance.SILENT),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
