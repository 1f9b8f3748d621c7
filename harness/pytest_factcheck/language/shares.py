"""Shares of a whole: "a third of", "two-thirds", "more than half", "three out of five". They are per cents.

A share in words is rounded, so that it leaves open a tenth of itself on both sides.
"""

from __future__ import annotations

from fractions import Fraction

from pytest_factcheck.language.amounts import Found
from pytest_factcheck.language.lexing import Token, token_at
from pytest_factcheck.language.numbers import MAGNITUDES, PARTS, Number, read_number
from pytest_factcheck.language.rounding import Amount
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.units import read_unit, unit_named

_SHARES = table("numbers")["shares"]
_HALF_BEFORE = frozenset(_SHARES["half_before"].split())
_HALF_AFTER = frozenset(_SHARES["half_after"].split())
_NOT_HALF_AFTER = frozenset(_SHARES["not_half_after"].split())
_NEEDS_OF = frozenset(_SHARES["needs_of"].split())
_PERCENT = unit_named("percent")


def read_share(found: list[Token], at: int) -> Found | None:
    """Return the share that begins at token `at`, or None."""
    return _half(found, at) or _part(found, at) or _out_of(found, at)


def unread_end(found: list[Token], at: int) -> int:
    """Return the place behind a ratio at token `at` that nobody reads, or 0.

    "One in three" is a share or "one, in three places"; "a quarter of a million" is neither share nor count.
    """
    if token_at(found, at).lower in {"one", "1"} and token_at(found, at + 1).lower == "in":
        second = read_number(found, at + 2)
        plain = second is not None and second[0].exact and 1 < second[0].value <= 100
        return second[1] if second and plain and not read_unit(found, second[1]) else 0
    words = [token.lower for token in found[at : at + 5]]
    quarter = len(words) == 5 and words[1].removesuffix("s") in PARTS and words[2:4] == ["of", "a"]
    return at + 5 if quarter and words[4] in MAGNITUDES else 0


def _found(above: Fraction, below: Fraction, start: int, end: int) -> Found:
    percent = 100 * above / below
    return Found(Amount(Number(percent, percent / 5, exact=False), _PERCENT), start, end)


def _half(found: list[Token], at: int) -> Found | None:
    """Read "half of", "half the" and "more than half"; not "the first half"."""
    if token_at(found, at).lower != "half" or token_at(found, at - 1).lower in _NOT_HALF_AFTER:
        return None
    of = token_at(found, at + 1).lower in _HALF_BEFORE or at + 1 == len(found)
    compared = token_at(found, at - 1).lower in _HALF_AFTER and token_at(found, at + 1).text != "-"
    return _found(Fraction(1), Fraction(2), at, at + 1) if of or compared else None


def _part(found: list[Token], at: int) -> Found | None:
    """Read "a third of", "one-third" and "two thirds"."""
    article = token_at(found, at).lower == "a"
    number = (Number(Fraction(1), Fraction(1)), at + 1) if article else read_number(found, at)
    if number is None or not number[0].exact or not 0 < number[0].value < 10:
        return None
    above, place = number[0].value, number[1]
    hyphen = token_at(found, place).text == "-"
    word = token_at(found, place + hyphen).lower
    name = word.removesuffix("s") if above > 1 else word
    if name not in PARTS or (above > 1 and word == name) or above >= PARTS[name]:
        return None
    behind = place + hyphen + 1
    of = token_at(found, behind).lower == "of"
    if of and token_at(found, behind + 1).lower in {"a", "an"}:
        return None
    if not of and behind < len(found) and (article or (name in _NEEDS_OF and not hyphen)):
        return None
    return _found(above, Fraction(PARTS[name]), at, place + hyphen + 1)


def _out_of(found: list[Token], at: int) -> Found | None:
    """Read "three out of five"."""
    first = read_number(found, at)
    if first is None or [token.lower for token in found[first[1] : first[1] + 2]] != ["out", "of"]:
        return None
    second = read_number(found, first[1] + 2)
    if second is None or first[0].loose or second[0].loose or not 0 < first[0].value <= second[0].value:
        return None
    return _found(first[0].value, second[0].value, at, second[1])
