"""Ordinals before a noun: "the first round", "the 3rd vote", "its twenty-first session".

An ordinal is no count. One without a noun ("at first") or inside a title ("First Lady") says nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from pytest_factcheck.language.counted import counted_noun
from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.tables import table

_TABLE = table("numbers")
_ORDINALS: dict[str, int] = _TABLE["ordinals"]
_TENS = {word: value for word, value in _TABLE["cardinals"].items() if value >= 20}
_MARKS = frozenset({"st", "nd", "rd", "th"})

STARTERS = frozenset([*_ORDINALS, *_TENS])


class Ordinal(NamedTuple):
    """An ordinal: its value, the place behind it, the stem of its noun, and the place behind that."""

    value: int
    end: int
    noun: str
    noun_end: int


def read_ordinal(found: list[Token], at: int) -> Ordinal | None:
    """Return the ordinal at token `at` with its noun, or None."""
    value, end = _ordinal(found, at)
    token, after = found[at], token_at(found, end)
    if value is None or after.kind != "word":
        return None
    if at and token.text[:1].isupper() and after.text[0].isupper():
        return None
    noun, noun_end = counted_noun(found, end, one=True)
    return Ordinal(value, end, noun, noun_end) if noun else None


def _ordinal(found: list[Token], at: int) -> tuple[int | None, int]:
    token, after = found[at], token_at(found, at + 1)
    if token.kind == "number":
        marked = token.text.isdigit() and after.lower in _MARKS and touch(token, after)
        return (int(token.text), at + 2) if marked else (None, at)
    if token.lower in _TENS and after.text == "-":
        unit = _ORDINALS.get(token_at(found, at + 2).lower, 10)
        return (_TENS[token.lower] + unit, at + 3) if unit < 10 else (None, at)
    return _ORDINALS.get(token.lower), at + 1
