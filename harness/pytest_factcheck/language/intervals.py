"""Half-open intervals of exact numbers: the algebra under every comparison of quantities.

An interval says which values a phrase leaves open. It knows no units, no words and no rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Relation(StrEnum):
    """How what a source leaves open lies to what a claim leaves open."""

    INSIDE = "inside"
    DISJOINT = "disjoint"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low`, which is in, to `high`, which is out; None is without bound on that side."""

    low: Fraction | None
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and not self.low < self.high:
            raise ValueError(f"an interval runs upwards and holds something, not {self.low} to {self.high}")

    def holds(self, value: Fraction) -> bool:
        """Tell whether `value` lies in this interval."""
        return (self.low is None or self.low <= value) and (self.high is None or value < self.high)

    def inside(self, other: Interval) -> bool:
        """Tell whether every value of this interval lies in `other`."""
        above = other.low is None or (self.low is not None and other.low <= self.low)
        below = other.high is None or (self.high is not None and self.high <= other.high)
        return above and below

    def disjoint(self, other: Interval) -> bool:
        """Tell whether no value lies in both intervals."""
        return _ends_before(self, other) or _ends_before(other, self)

    def relation(self, other: Interval) -> Relation:
        """Return how this interval, a source's, lies to `other`, a claim's."""
        if self.inside(other):
            return Relation.INSIDE
        return Relation.DISJOINT if self.disjoint(other) else Relation.OVERLAPS


def _ends_before(left: Interval, right: Interval) -> bool:
    return left.high is not None and right.low is not None and left.high <= right.low
