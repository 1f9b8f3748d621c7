"""Cross-validation of one threshold: no row is judged by a threshold that it helped to choose.

The fold of a row follows from its id alone, so that it is the same on every machine and in every order, and
owes nothing to the order of labels in a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import inf

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Scored:
    """One row of a two-way set: its id, whether it is supported, and one score for each way to score."""

    id: str
    supported: bool
    scores: tuple[float, ...]


def fold(name: str, folds: int = FOLDS) -> int:
    """Return the fold of an id, from its SHA-256."""
    return int.from_bytes(sha256(name.encode("utf-8")).digest()[:8], "big") % folds


def best_threshold(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return the threshold that tells supported from the rest best, and its F1.

    A score at or above the threshold is called supported. Of equally good thresholds the highest is taken,
    because it calls least.
    """
    supported = sum(is_supported for _, is_supported in scored)
    best, threshold, right = 0.0, inf, 0
    ranked = sorted(scored, key=lambda pair: -pair[0])
    for called, (score, is_supported) in enumerate(ranked, 1):
        right += is_supported
        tied = called < len(ranked) and ranked[called][0] == score
        found = 2 * right / (supported + called)
        if not tied and found > best:
            best, threshold = found, score
    return threshold, best


def cross_validated(rows: Sequence[Scored], folds: int = FOLDS) -> list[bool]:
    """Call each row supported or not, by the score and threshold that are best on the other folds."""
    placed = [fold(row.id, folds) for row in rows]
    chosen = [
        _chosen([row for row, at in zip(rows, placed, strict=True) if at != left_out])
        for left_out in range(folds)
    ]
    called = []
    for row, at in zip(rows, placed, strict=True):
        which, threshold = chosen[at]
        called.append(row.scores[which] >= threshold)
    return called


def _chosen(rows: Sequence[Scored]) -> tuple[int, float]:
    """Return which of the scores does best on some rows, and its threshold; the first of equals."""
    ways = range(len(rows[0].scores)) if rows else ()
    found = [(best_threshold([(row.scores[way], row.supported) for row in rows]), way) for way in ways]
    if not found:
        return 0, inf
    (threshold, _), way = max(found, key=lambda one: (one[0][1], -one[1]))
    return way, threshold


def f1(called: Sequence[bool], supported: Sequence[bool]) -> float:
    """Return the F1 of the supported class."""
    right = sum(ours and theirs for ours, theirs in zip(called, supported, strict=True))
    either = sum(called) + sum(supported)
    return 2 * right / either if either else 0.0
