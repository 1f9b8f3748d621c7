"""Wording: intervals as an editor reads them: "90 to 110 min", "2025-05-16", "at least 40"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

from pytest_factcheck.language.dates import CalendarInterval
from pytest_factcheck.language.quantities import Quantity

# Dimension -> units from small to large, each with its size in base units.
_UNITS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "duration": (("s", 1), ("min", 60), ("h", 3600), ("days", 86400), ("years", 31557600)),
    "clock": (("min", 60), ("h", 3600)),
    "length": (("m", 1), ("km", 1000)),
    "percent": (("%", 1),),
}
_SEVERAL = 3  # from so many of a unit on it is used, so that 90 min stay minutes and 300 min become hours


def amount(quantity: Quantity) -> str:
    """Return the values that a quantity leaves open, in a unit that suits them."""
    low, high = quantity.interval.low, quantity.interval.high
    name, size = _unit(quantity.dimension, low or high or Fraction(0))
    ends = tuple(None if end is None else _number(end / size) for end in (low, high))
    unit = f" {name}" if name else ""
    if ends[0] is None or ends[1] is None:
        return f"less than {ends[1]}{unit}" if ends[0] is None else f"{ends[0]}{unit} or more"
    if ends[0] == "0":
        return f"less than {ends[1]}{unit}"
    counted = quantity.dimension == "count" and high is not None and low is not None and high - low == 1
    return ends[0] if counted or ends[0] == ends[1] else f"{ends[0]} to {ends[1]}{unit}"


def days(interval: CalendarInterval) -> str:
    """Return the first and the last day of a stretch, or its only day."""
    last = interval.end - timedelta(days=1)
    return interval.start.isoformat() if last <= interval.start else f"{interval.start} to {last}"


def _unit(dimension: str, value: Fraction) -> tuple[str, int]:
    kind, _, currency = dimension.partition(":")
    units = _UNITS.get(kind)
    if not units:
        return ("" if kind == "count" else currency or kind, 1)
    fitting = [unit for unit in units if abs(value) >= unit[1] * _SEVERAL]
    return fitting[-1] if fitting else units[0]


def _number(value: Fraction) -> str:
    """Return a number with at most three decimals, without trailing zeros, and grouped."""
    whole, _, decimals = f"{float(value):,.3f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole
