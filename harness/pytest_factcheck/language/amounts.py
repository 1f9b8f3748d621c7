"""Amounts in a row of tokens: a number with its unit, compounds such as "1 h 40", ages, money.

Ranges are for `ranges`, shares for `shares`; comparators, counted nouns and what is no amount at all are for
`quantities`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.numbers import PARTS, Number, read_number
from pytest_factcheck.language.rounding import Amount
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.units import (
    Unit,
    read_currency,
    read_unit,
    read_unit_word,
    stands_after_article,
    unit_named,
)

COUNT = Unit("count", "count", Fraction(1))
_AGES = {"year": Unit("year", "age", Fraction(1)), "month": Unit("month", "age", Fraction(1, 12))}
_COMPOUNDS = frozenset({"duration", "length", "mass"})
_ONE = Number(Fraction(1), Fraction(1))
_HALF = Number(Fraction(1, 2), Fraction(1, 4), exact=False)
_RATE_AFTER = word_list("units", "rate_after")
_MINUTE = unit_named("minute")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and the tokens that write it, from `start` to before `end`.

    `joined` tells that two bare numbers are joined by a dash, which may be a range, a score or a name.
    """

    amount: Amount
    start: int
    end: int
    joined: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether it has no unit, so that it counts."""
        return self.amount.unit is COUNT


def counting(number: Number, unit: Unit = COUNT) -> Amount:
    """Return an amount of things, of which there are whole ones only if the number is exact."""
    return Amount(number, unit, whole=number.exact and number.value.denominator == 1)


def read_amount(found: list[Token], at: int) -> Found | None:
    """Return the one amount that begins at token `at`, or None; the number alone is a count."""
    return _money(found, at) or _one_of_a_unit(found, at) or _age(found, at) or _measure(found, at)


def _money(found: list[Token], at: int) -> Found | None:
    """Read "$2", "€3.5 million", "USD 5bn"."""
    currency = read_currency(found, at)
    number = read_number(found, currency[1], money=True) if currency else None
    if currency is None or number is None or found[currency[1]].kind == "word":
        return None
    after = token_at(found, number[1])
    if after.kind == "word" and touch(found[number[1] - 1], after):
        return None
    return Found(Amount(number[0], currency[0]), at, number[1])


def _one_of_a_unit(found: list[Token], at: int) -> Found | None:
    """Read "an hour", "an hour and a half", "half an hour" and "a half-hour"; not the rate "$5 an hour"."""
    word, before = token_at(found, at).lower, token_at(found, at - 1).lower
    part_of = before == "of" and token_at(found, at - 2).lower.removesuffix("s") in PARTS
    if word not in {"a", "an", "half"} or before in _RATE_AFTER or part_of:
        return None
    place = at + 1 if word == "half" or token_at(found, at + 1).lower != "half" else at + 2
    number = _ONE if place == at + 1 and word != "half" else _HALF
    if number is _HALF and token_at(found, place).lower in {"a", "an", "-"}:
        place += 1
    if number is _ONE and not stands_after_article(token_at(found, place).lower):
        return None
    unit = read_unit_word(found, place)
    return _compound(found, Found(Amount(number, unit[0]), at, unit[1])) if unit else None


def _age(found: list[Token], at: int) -> Found | None:
    """Read "28-year-old", "28 years old", "28 years of age", "aged 28" and "Smith, 28,"."""
    number = read_number(found, at)
    if number is None:
        return None
    words = [token.lower for token in found[number[1] : number[1] + 5]]
    spoken = [word for word in words if word != "-"]
    unit = _AGES.get(spoken[0].removesuffix("s")) if spoken else None
    if unit and spoken[1:2] in (["old"], ["olds"]):
        length = words.index(spoken[1]) + 1
    elif unit and spoken[1:3] == ["of", "age"]:
        length = 3
    elif _is_bare_age(found, at, number[1]) and not read_unit(found, number[1]):
        unit, length = _AGES["year"], 0
    else:
        return None
    return Found(counting(number[0], unit), at, number[1] + length) if unit else None


def _is_bare_age(found: list[Token], at: int, end: int) -> bool:
    """Tell whether a number without a unit is an age: "aged 28", or between commas behind a name."""
    before = token_at(found, at - 1)
    if before.lower in {"aged", "age", "ages"}:
        return True
    name, after = token_at(found, at - 2), token_at(found, end)
    apposed = before.text == "," and after.text in {",", ")"} and end == at + 1 and len(found[at].text) < 3
    return apposed and found[at].text.isdigit() and name.kind == "word" and name.text[0].isupper()


def _measure(found: list[Token], at: int) -> Found | None:
    """Read a number with the unit behind it, or without one."""
    number = read_number(found, at)
    if number is None:
        return None
    of = number[0].loose is not None and token_at(found, number[1]).lower == "of"
    unit = read_unit(found, number[1] + of)
    if unit is None or _is_place_name(found, number[0], number[1]):
        return Found(counting(number[0]), at, number[1])
    return _compound(found, Found(Amount(number[0], unit[0]), at, unit[1]))


def _is_place_name(found: list[Token], number: Number, at: int) -> bool:
    """Tell whether a unit is part of a name, as in "Three Mile Island"."""
    word = token_at(found, at).text
    return number.value != 1 and word.istitle() and len(word) > 2 and not word.endswith("s")


def _compound(found: list[Token], first: Found) -> Found:
    """Add what goes on in smaller units: "1 hour and 40 minutes", "1 h 40", "an hour and a half"."""
    unit = first.amount.unit
    if unit.dimension not in _COMPOUNDS or first.amount.first.loose:
        return first
    if [token.lower for token in found[first.end : first.end + 3]] == ["and", "a", "half"]:
        number = first.amount.first
        half = Number(number.value + Fraction(1, 2), Fraction(1, 4), exact=False)
        return Found(Amount(half, unit), first.start, first.end + 3)
    place = first.end + (token_at(found, first.end).lower in {",", "and"})
    number_and_end = read_number(found, place)
    if number_and_end is None:
        return first
    rest, end = number_and_end
    smaller = read_unit(found, end) or _bare_minutes(found, first, place, rest)
    if smaller is None or smaller[0].dimension != unit.dimension or smaller[0].factor >= unit.factor:
        return first
    total = first.amount.first.value * unit.factor / smaller[0].factor + rest.value
    amount = Amount(Number(total, rest.grain, exact=rest.exact), smaller[0])
    return _compound(found, Found(amount, first.start, smaller[1]))


def _bare_minutes(found: list[Token], first: Found, at: int, rest: Number) -> tuple[Unit, int] | None:
    """Return minutes for the bare number of "1 h 40" and "1h40"."""
    after_sign = at == first.end and found[at - 1].text == "h" and found[at].kind == "number"
    return (_MINUTE, at + 1) if after_sign and rest.exact and rest.value < 60 else None


def joined_by_dash(found: list[Token], at: int) -> bool:
    """Tell whether the token at `at` is a dash that touches both its neighbours."""
    dash = token_at(found, at)
    touching = touch(token_at(found, at - 1), dash) and touch(dash, token_at(found, at + 1))
    return dash.text in {"-", "–", "—"} and touching
