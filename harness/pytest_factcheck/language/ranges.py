"""Ranges in a row of tokens: "between 5 and 7 percent", "$1-2 million", "30 minutes to 2 hours".

Two ends share a unit and a magnitude that only one of them writes. "From 5 to 7" is no range but a change,
so that it yields two amounts.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pytest_factcheck.language.amounts import COUNT, Found, joined_by_dash, read_amount
from pytest_factcheck.language.lexing import Token, token_at
from pytest_factcheck.language.numbers import Number
from pytest_factcheck.language.rounding import Amount
from pytest_factcheck.language.shares import read_share, unread_end
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.units import Unit

_RANGING = frozenset(table("numbers")["ranges"]["ranging"].split())


def read_amounts(found: list[Token], at: int) -> tuple[Found, ...]:
    """Return what begins at token `at`: one amount, a range as one, the two ends of a change, or nothing."""
    first = None if unread_end(found, at) else read_share(found, at) or read_amount(found, at)
    if first is None:
        return ()
    separator, place = _separator(found, first)
    second = read_amount(found, place) if separator else None
    if second is None:
        return (first,)
    return _pair(found, first, second, separator)


def _separator(found: list[Token], first: Found) -> tuple[str, int]:
    """Return "dash", "to", "or" or "and" if that stands behind an amount, and the place behind it."""
    at = first.end
    word = token_at(found, at).lower
    if word in {"to", "or"} or (word == "and" and token_at(found, first.start - 1).lower == "between"):
        return word, at + 1
    if [token.text for token in found[at : at + 3]] == ["-", "to", "-"]:
        return "to", at + 3
    return ("dash", at + 1) if joined_by_dash(found, at) else ("", at)


def _pair(found: list[Token], first: Found, second: Found, separator: str) -> tuple[Found, ...]:
    """Return two ends as a range, as two amounts, or the first alone if they do not belong together."""
    unit = _common_unit(first.amount.unit, second.amount.unit)
    if unit is None or first.amount.first.loose or second.amount.first.loose:
        return (first,)
    low, high = _scaled(first, second, unit), _in_unit(second.amount, unit)
    numbers_only = unit is COUNT and separator == "dash"
    if low.value >= high.value:
        return (replace(first, end=second.end, joined=True),) if numbers_only else (first,)
    whole = low.exact and high.exact and (unit is COUNT or unit.dimension == "age")
    if separator == "to" and _is_change(found, first.start):
        changed = replace(first, amount=Amount(low, unit, whole=whole))
        return changed, replace(second, amount=Amount(high, unit, whole=whole))
    between = separator == "and"
    amount = Amount(low, unit, last=high, whole=whole)
    return (Found(amount, first.start - between, second.end, joined=numbers_only),)


def _common_unit(first: Unit, second: Unit) -> Unit | None:
    if first is COUNT or second is COUNT:
        return second if first is COUNT else first
    return second if first.dimension == second.dimension else None


def _scaled(first: Found, second: Found, unit: Unit) -> Number:
    """Return the lower number in the common unit, with the magnitude that only the upper one writes."""
    number, scale = _in_unit(first.amount, unit), second.amount.first.scale
    if number.scale == 1 < scale and 0 < number.value < second.amount.first.value / scale:
        return replace(number, value=number.value * scale, grain=number.grain * scale, scale=scale)
    return number


def _in_unit(amount: Amount, unit: Unit) -> Number:
    """Return an amount's number in another unit of its dimension."""
    factor = Fraction(1) if amount.unit is COUNT else amount.unit.factor / unit.factor
    return replace(amount.first, value=amount.first.value * factor, grain=amount.first.grain * factor)


def _is_change(found: list[Token], start: int) -> bool:
    before = token_at(found, start - 1).lower
    return before == "from" and token_at(found, start - 2).lower not in _RANGING
