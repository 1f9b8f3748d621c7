"""Numbers as they are written: digits, words, both, and loose ones such as "dozens".

A number has a value and a grain, which is the worth of its last written digit: 2.4 million has the grain
0.1 million. What is counted or measured, and "about" or "more than" before it, are for others.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pytest_factcheck.language.intervals import Interval
from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.tables import table

_TABLE = table("numbers")
_CARDINALS: dict[str, int] = _TABLE["cardinals"]
_MAGNITUDES: dict[str, int] = _TABLE["magnitudes"]
_MONEY_MAGNITUDES: dict[str, int] = _TABLE["money_magnitudes"]
_GROUPS: dict[str, list[int]] = _TABLE["groups"]
_PLURALS: dict[str, int] = _TABLE["plurals"]
_VAGUE: dict[str, list[int]] = _TABLE["vague"]
PARTS: dict[str, int] = _TABLE["parts"]
_VULGAR = {sign: Fraction(above, below) for sign, (above, below) in _TABLE["vulgar"].items()}
_WRITTEN_OUT = 1_000_000  # from here on a magnitude word is a way to round; below it is a way to write
_HALF_GRAIN = Fraction(1, 4)  # "half an hour" leaves open an eighth of an hour on both sides
_LIMIT = 12  # words in one number, at most

MAGNITUDES = frozenset([*_MAGNITUDES, *_GROUPS])
STARTERS = frozenset([*_CARDINALS, *_GROUPS, *_PLURALS, *_VAGUE, "a", "an", "half", "tens"])


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: value, grain, and how loosely it is meant.

    `exact` tells that a count of it is meant to the last one. `scale` is the magnitude word at its end, or 1.
    `loose` is what a vague number leaves open, and then `value` is only its smallest reading.
    """

    value: Fraction
    grain: Fraction
    exact: bool = True
    scale: int = 1
    loose: Interval | None = None


def read_number(found: list[Token], at: int, *, money: bool = False) -> tuple[Number, int] | None:
    """Return the number that begins at token `at` and the place after it, or None.

    After a currency sign (`money`), "m", "k" and "b" are magnitudes too.
    """
    token = token_at(found, at)
    if token.kind in {"number", "vulgar"}:
        return _digits(found, at, money=money)
    if token.kind != "word" or token.lower not in STARTERS:
        return None
    return _loose(found, at) or _halves(found, at) or _words(found, at)


def _digits(found: list[Token], at: int, *, money: bool) -> tuple[Number, int]:
    """Read digits with a vulgar fraction and magnitude words after them."""
    token = found[at]
    if token.kind == "vulgar":
        number = Number(_VULGAR[token.text], _HALF_GRAIN, exact=False)
    else:
        number = _in_digits(token.text)
    after = at + 1
    if token.kind == "number" and token_at(found, after).kind == "vulgar" and touch(token, found[after]):
        number = Number(number.value + _VULGAR[found[after].text], _HALF_GRAIN, exact=False)
        after += 1
    return _magnitudes(found, after, number, money=money)


@lru_cache(maxsize=1 << 12)
def _in_digits(written: str) -> Number:
    decimals = len(written.partition(".")[2])
    return Number(Fraction(written.replace(",", "")), Fraction(1, 10**decimals), exact=decimals == 0)


def _magnitudes(found: list[Token], at: int, number: Number, *, money: bool = False) -> tuple[Number, int]:
    """Multiply by the magnitude words from `at` on, a hyphen before them or not."""
    while True:
        place = at + 1 if token_at(found, at).text == "-" else at
        word = token_at(found, place)
        factor = _MAGNITUDES.get(word.lower)
        if factor is None and money and touch(token_at(found, place - 1), word):
            factor = _MONEY_MAGNITUDES.get(word.lower)
        if factor is None:
            return number, at
        scale = number.scale * factor
        number = Number(number.value * factor, number.grain * factor, exact=False, scale=scale)
        at = place + 1


def _loose(found: list[Token], at: int) -> tuple[Number, int] | None:
    """Read "dozens", "tens of thousands", "several hundred", "a few thousand", "a couple"."""
    word = token_at(found, at).lower
    if word in _PLURALS or word == "tens":
        return _plural(found, at)
    place = at + 1 if word == "a" else at
    vague = token_at(found, place).lower
    if vague not in _VAGUE:
        return None
    low, high = _VAGUE[vague]
    of = vague == "couple" and token_at(found, place + 1).lower == "of"
    after = place + 1 + of
    unit = token_at(found, after).lower
    factor = _MAGNITUDES.get(unit) or (_GROUPS[unit][0] if unit in _GROUPS else None)
    if factor is None:
        return (_open(Fraction(2), Fraction(4)), after) if of and place > at else None
    return _open(Fraction(low * factor), Fraction(high * factor)), after + 1


def _plural(found: list[Token], at: int) -> tuple[Number, int] | None:
    """Read "hundreds" and "tens of thousands"."""
    word = found[at].lower
    if token_at(found, at + 1).lower == "of" and token_at(found, at + 2).lower in _PLURALS:
        scale = _PLURALS[found[at + 2].lower] * (10 if word == "tens" else _PLURALS[word])
        return _open(Fraction(2 * scale), None), at + 3
    if word in {"tens", "scores"} and token_at(found, at + 1).lower != "of":
        return None
    if word == "tens":
        return _open(Fraction(20), None), at + 1
    return _open(Fraction(2 * _PLURALS[word]), None), at + 1


def _open(low: Fraction, high: Fraction | None) -> Number:
    return Number(low, Fraction(1), exact=False, loose=Interval(low, high))


def _halves(found: list[Token], at: int) -> tuple[Number, int] | None:
    """Read "half a million", "a half million" and "half a dozen"; "half an hour" is left to the units."""
    place = at + 1 if token_at(found, at).lower == "a" else at
    if token_at(found, place).lower != "half":
        return None
    after = place + 1
    if token_at(found, after).lower in {"a", "-"}:
        after += 1
    word = token_at(found, after).lower
    if word in _GROUPS:
        value, width = _GROUPS[word]
        return Number(Fraction(value, 2), Fraction(width, 2), exact=False), after + 1
    factor = _MAGNITUDES.get(word)
    if factor is None:
        return None
    return Number(Fraction(factor, 2), _HALF_GRAIN * factor, exact=False), after + 1


def _words(found: list[Token], at: int) -> tuple[Number, int] | None:
    """Read a number in words: "a thousand", "one hundred and twenty", "two dozen", "two and a half"."""
    article = found[at].lower in {"a", "an"}
    total, part, last = 0, 1 if article else _CARDINALS.get(found[at].lower), 0
    if part is None or (article and token_at(found, at + 1).lower not in MAGNITUDES):
        return None
    place = at + 1
    while place < at + _LIMIT:
        following = _next_word(found, place, after_magnitude=last > 1)
        word = token_at(found, following).lower
        if word in _CARDINALS and _may_follow(part, _CARDINALS[word]):
            part, last = part + _CARDINALS[word], 1
        elif _MAGNITUDES.get(word) == 100 and 0 < part < 100:
            part, last = part * 100, 100
        elif word in _MAGNITUDES and _MAGNITUDES[word] > 100 and part:
            total, part, last = total + part * _MAGNITUDES[word], 0, _MAGNITUDES[word]
        else:
            break
        place = following + 1
    return _finished(found, place, total + part, last)


def _next_word(found: list[Token], at: int, *, after_magnitude: bool) -> int:
    """Return the place of the next word of a number, behind a hyphen or an "and" that may join it."""
    token = token_at(found, at)
    if token.text == "-" and touch(token_at(found, at - 1), token):
        return at + 1
    if token.lower == "and" and after_magnitude and token_at(found, at + 1).lower in _CARDINALS:
        return at + 1
    return at


def _may_follow(part: int, value: int) -> bool:
    """Tell whether a cardinal goes on a number, as "eight" does after "twenty" but not after "two"."""
    if value == 0:
        return False
    return part % 100 == 0 if value >= 10 else part % 10 == 0 and part % 100 != 10


def _finished(found: list[Token], at: int, value: int, last: int) -> tuple[Number, int]:
    """Add what may stand after the words of a number: "dozen", "and a half", and magnitudes after that."""
    group = token_at(found, at).lower
    if group in _GROUPS and 0 < value < 100:
        size, width = _GROUPS[group]
        return Number(Fraction(value * size), Fraction(width), exact=False), at + 1
    scale = max(last, 1)
    number = Number(Fraction(value), Fraction(scale), exact=last < _WRITTEN_OUT, scale=scale)
    return _and_a_half(found, at, number)


def _and_a_half(found: list[Token], at: int, number: Number) -> tuple[Number, int]:
    """Read "and a half" after a number, in "two and a half million" and "a million and a half"."""
    place = at + 1 if token_at(found, at).text == "-" else at
    words = [token_at(found, place + step).lower for step in range(5)]
    if words[:3] == ["and", "a", "half"]:
        after = place + 3
    elif words[:5] == ["and", "-", "a", "-", "half"]:
        after = place + 5
    else:
        return number, at
    half = Number(number.value + number.grain / 2, number.grain * _HALF_GRAIN, exact=False)
    return _magnitudes(found, after, half)
