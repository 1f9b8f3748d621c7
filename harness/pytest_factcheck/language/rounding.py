"""What a number leaves open: the rules of rounding and of comparators, fixed here and nowhere else.

A bare measure leaves open half a unit of its last written digit on both sides, a bare count nothing. "About"
leaves open a tenth on both sides, or what the bare number leaves open if that is more; "nearly" the part of
that below the number, "just over" the part above. The bounds of "less than", "at least" and of ranges are
exact values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from pytest_factcheck.language.intervals import Interval
from pytest_factcheck.language.numbers import Number
from pytest_factcheck.language.units import Unit

# The least that one measure can lie above another. It makes "more than 2 h" and "at most 2 h" disjoint
# although every interval is half-open; it counts base units, so that a change of unit keeps it.
HAIR = Fraction(1, 10**9)
_TENTH = Fraction(1, 10)
_FEW = 3  # "about two people" are two
BELOW_ZERO = frozenset({"temperature", "degree", "percent", "percentage point"})
_LOWER_BOUNDS = frozenset({"more", "at_least", "during"})
_UPPER_BOUNDS = frozenset({"less", "at_most"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of some unit, or a range from `first` to `last`.

    `whole` tells that it counts, so that there is nothing between one number and the next.
    """

    first: Number
    unit: Unit
    last: Number | None = None
    whole: bool = False

    @property
    def top(self) -> Number:
        """Return the upper end."""
        return self.last or self.first


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval in the amount's own unit; `beyond` puts it a hair above its value."""

    value: Fraction
    beyond: bool = False


_Ends = tuple[_End | None, _End | None]


def bounds(kind: str, amount: Amount) -> Interval:
    """Return what an amount leaves open after a comparator of some kind ("" for none), in base units."""
    low, high = _loose(kind, amount) or _RULES[kind](amount)
    least = _least(kind, amount)
    start = None if low is None else _base(amount.unit, low)
    if least is not None:
        start = least if start is None else max(start, least)
    return Interval(start, None if high is None else _base(amount.unit, high))


def _base(unit: Unit, end: _End) -> Fraction:
    return unit.base(end.value) + (HAIR if end.beyond else 0)


def _least(kind: str, amount: Amount) -> Fraction | None:
    """Return the least value that such an amount can have: zero, save for degrees and changes."""
    value = amount.first.value
    if amount.unit.dimension in BELOW_ZERO or value < 0 or (value == 0 and kind in {"less", "nearly"}):
        return None
    return Fraction(0)


def _loose(kind: str, amount: Amount) -> _Ends | None:
    """Return what a vague number leaves open ("at least several hundred"), or None for any other."""
    loose = amount.first.loose
    if loose is None or amount.last is not None:
        return None
    low = None if loose.low is None or kind in _UPPER_BOUNDS else _End(loose.low)
    high = None if loose.high is None or kind in _LOWER_BOUNDS else _End(loose.high)
    return low, high


def _plain(amount: Amount) -> _Ends:
    if amount.last is not None:
        return _End(amount.first.value), _upto(amount.last.value, amount)
    if amount.whole:
        return _End(amount.first.value), _upto(amount.first.value, amount)
    half = amount.first.grain / 2
    return _End(amount.first.value - half), _End(amount.first.value + half)


def _upto(value: Fraction, amount: Amount) -> _End:
    """Return the end of an interval that holds `value` itself."""
    return _End(value + 1) if amount.whole else _End(value, beyond=True)


def _slack(number: Number, amount: Amount) -> Fraction:
    """Return how far "about" reaches to each side."""
    tenth = abs(number.value) * _TENTH
    if amount.whole:
        return max(tenth, Fraction(1)) if number.value >= _FEW else Fraction(0)
    return max(tenth, number.grain / 2)


def _about(amount: Amount) -> _Ends:
    low = amount.first.value - _slack(amount.first, amount)
    high = amount.top.value + _slack(amount.top, amount)
    return (
        (_End(Fraction(ceil(low))), _End(Fraction(floor(high) + 1)))
        if amount.whole
        else (_End(low), _End(high))
    )


def _nearly(amount: Amount) -> _Ends:
    low = amount.first.value - _slack(amount.first, amount)
    if amount.whole:
        low = min(Fraction(ceil(low)), amount.first.value - 1)
    return _End(low), _End(amount.top.value)


def _just_over(amount: Amount) -> _Ends:
    high = amount.top.value + _slack(amount.top, amount)
    if amount.whole:
        high = max(Fraction(floor(high) + 1), amount.top.value + 2)
    return _more(amount)[0], _End(high)


def _less(amount: Amount) -> _Ends:
    return None, _End(amount.top.value)


def _more(amount: Amount) -> _Ends:
    return _upto(amount.first.value, amount), None


def _at_least(amount: Amount) -> _Ends:
    return _End(amount.first.value), None


def _at_most(amount: Amount) -> _Ends:
    return None, _upto(amount.top.value, amount)


def _during(amount: Amount) -> _Ends:
    """Read "over two days", which is two days or more than that."""
    return _plain(amount)[0], None


_RULES: dict[str, Callable[[Amount], _Ends]] = {
    "": _plain,
    "about": _about,
    "nearly": _nearly,
    "just_over": _just_over,
    "less": _less,
    "more": _more,
    "at_least": _at_least,
    "at_most": _at_most,
    "during": _during,
}
