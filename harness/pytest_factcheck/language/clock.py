"""Clock times: "1:30 p.m. local time", "18:22 IST", "3pm". They are neither counts nor durations.

A time compares only with times of its own zone, and one that may be of the morning or the evening with none
but its like: the zone, or "ambiguous", is a part of the dimension.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.tables import table

_CLOCK = table("numbers")["clock"]
_ZONES = frozenset(_CLOCK["zones"].split())
_MERIDIEM: dict[str, int] = _CLOCK["meridiem"]
_MINUTE = 60
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in seconds from midnight, what its last written part is worth, and its dimension."""

    seconds: Fraction
    grain: Fraction
    dimension: str


def read_clock(found: list[Token], at: int) -> tuple[Clock, int] | None:
    """Return the clock time that begins at token `at` and the place behind it, or None."""
    token = token_at(found, at)
    if token.kind not in {"clock", "number"}:
        return None
    parts = [int(part) for part in token.text.split(":")] if token.text.replace(":", "").isdigit() else []
    if not parts or len(token.text) > 8:
        return None
    shift, after = _half_of_day(found, at + 1)
    if (token.kind == "number" and shift is None) or not _exists(parts, shift):
        return None
    dimension, end = _zone(found, after)
    if shift is None and parts[0] < 13 and not token.text.startswith("0"):
        dimension = "clock:ambiguous"
    hour = parts[0] if shift is None else parts[0] % 12 + shift
    seconds = hour * _HOUR + sum(value * unit for value, unit in zip(parts[1:], (_MINUTE, 1), strict=False))
    grain = (_HOUR, _MINUTE, 1)[len(parts) - 1]
    return Clock(Fraction(seconds), Fraction(grain), dimension), end


def _exists(parts: list[int], shift: int | None) -> bool:
    """Tell whether a day has such a time."""
    hours = range(24) if shift is None else range(1, 13)
    return parts[0] in hours and all(part < 60 for part in parts[1:])


def _half_of_day(found: list[Token], at: int) -> tuple[int | None, int]:
    """Return what "a.m." or "p.m." adds to the hour, and the place behind it."""
    token = token_at(found, at)
    shift = _MERIDIEM.get(token.lower)
    return (None, at) if shift is None else (shift, at + 1)


def _zone(found: list[Token], at: int) -> tuple[str, int]:
    """Return the dimension by the zone named at `at`, and the place behind it; without one it is local."""
    token, following = token_at(found, at), token_at(found, at + 1)
    if token.text in _ZONES:
        return f"clock:{token.text}", at + 1
    if token.lower == "local" and following.lower == "time":
        return "clock", at + 2
    if token.text[:1].isupper() and following.lower == "time" and not touch(token, following):
        return f"clock:{token.text}", at + 2
    return "clock", at
