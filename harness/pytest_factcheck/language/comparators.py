"""Words that say how exact a number is meant: "about", "less than", "at least", "or more".

They are found in the text right before and right after a number. What each leaves open is for `rounding`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pytest_factcheck.language.numbers import Number
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.units import Unit

_WINDOW = 40  # code points before a number in which its comparator is looked for
_TABLE = table("numbers")
PLACE_WORDS = frozenset({"over", "under", "above", "below"})
_SMALLEST_COMPARED: int = _TABLE["places"]["smallest_compared"]
_OVER_IS_MORE = frozenset(_TABLE["places"]["over_is_more"].split())


def _any(phrases: list[str]) -> str:
    written = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    return "|".join(written)


def _groups(section: str) -> str:
    return "|".join(f"(?P<{kind}>{_any(phrases)})" for kind, phrases in _TABLE[section].items())


_KINDS = tuple(_TABLE["comparators"])
_FILLERS = "|".join(_TABLE["places"]["fillers"].split())
_BEFORE = re.compile(
    rf"(?<![\w-])(?:{_groups('comparators')})(?P<fillers>(?:\s+(?:{_FILLERS}))*)\s*\Z", re.IGNORECASE
)
_AFTER = re.compile(rf"\s?(?:{_groups('comparators_after')})(?![\w-])", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*\Z")


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator: its kind, as in the table or empty, and where the whole phrase begins or ends."""

    kind: str
    at: int


def comparator_before(text: str, start: int, number: Number, unit: Unit | None, *, alone: bool) -> Comparator:
    """Return the comparator right before the number at `start`; without one its kind is empty.

    "over", "under", "above" and "below" compare only where they are no words of place or time; in a text
    that is one quantity (`alone`) they are none.
    """
    match = _BEFORE.search(text, max(0, start - _WINDOW), start)
    kind = next((kind for kind in _KINDS if match[kind]), "") if match else ""
    if match is None or not kind:
        return Comparator("", start)
    if match[kind].lower() in PLACE_WORDS and not alone:
        kind = _kind_of_place_word(text, match, kind, number, unit)
    return Comparator(kind, match.start() if kind else start)


def _kind_of_place_word(text: str, match: re.Match[str], kind: str, number: Number, unit: Unit | None) -> str:
    """Return what "over", "under", "above" or "below" is before a number: `kind`, "during" or nothing."""
    if unit is None:
        return kind if number.value >= _SMALLEST_COMPARED and not match["fillers"] else ""
    if unit.dimension != "duration" or match[kind].lower() != "over":
        return kind
    before = _WORD_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
    return kind if before and before[1].lower() in _OVER_IS_MORE and not match["fillers"] else "during"


def comparator_after(text: str, end: int) -> Comparator:
    """Return the comparator right after the quantity that ends at `end`; without one its kind is empty."""
    match = _AFTER.match(text, end)
    return Comparator(match.lastgroup or "", match.end()) if match else Comparator("", end)
