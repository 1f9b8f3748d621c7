"""Numbers written again: digits with or without grouping commas, and words.

It writes and does not read; whether a reader sees the same number in it is for the operators to check.
"""

from __future__ import annotations

from fractions import Fraction

from pytest_factcheck.language.tables import table

_CARDINALS: dict[str, int] = table("numbers")["cardinals"]
_ORDINALS: dict[str, int] = table("numbers")["ordinals"]
_WORDS = {value: word for word, value in _CARDINALS.items()}
_ORDINAL_WORDS = {value: word for word, value in _ORDINALS.items()}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_MARKS = {1: "st", 2: "nd", 3: "rd"}


def in_words(value: int) -> str:
    """Return a whole number, from 0 on, in words: "two hundred and five", "twenty-one"."""
    if value in _WORDS:
        return _WORDS[value]
    for scale, name in _SCALES:
        if value >= scale:
            rest = value % scale
            joint = " and " if rest and rest < 100 else " "
            tail = joint + in_words(rest) if rest else ""
            return f"{in_words(value // scale)} {name}{tail}"
    return f"{_WORDS[value - value % 10]}-{_WORDS[value % 10]}"


def in_digits(value: Fraction, decimals: int = 0, *, grouped: bool = False) -> str:
    """Return a number from 0 on in digits with so many decimals, grouping commas or none."""
    scaled = round(value * 10**decimals)
    whole, part = divmod(scaled, 10**decimals)
    digits = f"{whole:,}" if grouped else str(whole)
    return f"{digits}.{part:0{decimals}d}" if decimals else digits


def ordinal_word(value: int) -> str:
    """Return an ordinal in one word, or nothing where it has none."""
    return _ORDINAL_WORDS.get(value, "")


def ordinal_digits(value: int) -> str:
    """Return an ordinal in digits: "3rd", "11th"."""
    mark = "th" if value % 100 in {11, 12, 13} else _MARKS.get(value % 10, "th")
    return f"{value}{mark}"
