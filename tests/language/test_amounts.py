"""Amounts: a number with its unit, compounds, ages, money."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.amounts import read_amount
from pytest_factcheck.language.lexing import tokens


def read(text: str, at: int = 0) -> tuple[str, Fraction, str] | None:
    found = tokens(text, 0, len(text))
    item = read_amount(found, at)
    if item is None:
        return None
    rest = " ".join(token.text for token in found[item.end :])
    return item.amount.unit.name, item.amount.first.value, rest


@pytest.mark.parametrize(
    ("text", "unit", "value", "rest"),
    [
        ("100 minutes later", "minute", 100, "later"),
        ("100-minute meeting", "minute", 100, "meeting"),
        ("1 hour 40 minutes", "minute", 100, ""),
        ("1 hour, 40 minutes", "minute", 100, ""),
        ("1 h 40", "minute", 100, ""),
        ("1 h 40 people", "minute", 100, "people"),
        ("1 day 2 hours 30 minutes", "minute", 1_590, ""),
        ("an hour and a half later", "hour", Fraction(3, 2), "later"),
        ("half an hour", "hour", Fraction(1, 2), ""),
        ("a half-hour", "hour", Fraction(1, 2), ""),
        ("2 hours and 3 people", "hour", 2, "and 3 people"),
        ("40 minutes 1 hour", "minute", 40, "1 hour"),
        ("6 feet 2 inches", "inch", 74, ""),
        ("5 dollars 3", "USD", 5, "3"),
        ("$5 million", "USD", 5_000_000, ""),
        ("£2m deal", "GBP", 2_000_000, "deal"),
        ("40 buses", "count", 40, "buses"),
        ("hundreds of kilometres", "kilometre", 200, ""),
        ("28-year-old woman", "year", 28, "woman"),
        ("28 years old", "year", 28, ""),
        ("28 years of age", "year", 28, ""),
        ("28 years", "year", 28, ""),
        ("Three Mile Island", "count", 3, "Mile Island"),
    ],
)
def test_an_amount(text: str, unit: str, value: int | Fraction, rest: str) -> None:
    assert read(text) == (unit, value, rest)


@pytest.mark.parametrize("text", ["an idea", "half the", "£x", "£5mLast", "buses", "a pound"])
def test_what_is_no_amount(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "at"), [("aged 28", 1), ("Smith, 28, left", 2), ("(Smith, 28)", 3)])
def test_a_bare_age(text: str, at: int) -> None:
    found = read_amount(tokens(text, 0, len(text)), at)
    assert found is not None
    assert found.amount.unit.dimension == "age"


@pytest.mark.parametrize("text", ["an hour", "a day"])
def test_behind_a_word_of_rate_an_article_reads_nothing(text: str) -> None:
    whole = f"twice {text}"
    assert read_amount(tokens(whole, 0, len(whole)), 1) is None
