"""Units and currencies: dimension and factor."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.lexing import tokens
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.units import Unit, read_currency, read_unit, stands_after_article, unit_named


def read(text: str, at: int = 1) -> Unit | None:
    found = read_unit(tokens(text, 0, len(text)), at)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "dimension", "base"),
    [
        ("1 minute", "duration", 60),
        ("1-hour", "duration", 3_600),
        ("1 year", "duration", 31_557_600),
        ("1 h", "duration", 3_600),
        ("1km", "length", 1_000),
        ("1 mile", "length", Fraction("1609.344")),
        ("1 square kilometre", "area", 1_000_000),
        ("1 km/h", "speed", Fraction(10, 36)),
        ("1 per cent", "percent", 1),
        ("1%", "percent", 1),
        ("1 percentage point", "percentage point", 1),
        ("1 kg", "mass", 1),
        ("1 MW", "power", 1_000_000),
        ("1 °C", "temperature", 1),
        ("1 U.S. dollars", "money:USD", 1),
        ("1 euro", "money:EUR", 1),
        ("1 pound", "pound", 1),
    ],
)
def test_dimension_and_base_units(text: str, dimension: str, base: int | Fraction) -> None:
    unit = read(text)
    assert unit is not None
    assert (unit.dimension, unit.base(Fraction(1))) == (dimension, base)


def test_fahrenheit_and_celsius_meet_at_minus_forty() -> None:
    unit = read("1 degrees Fahrenheit")
    assert unit is not None
    assert unit.base(Fraction(-40)) == -40


@pytest.mark.parametrize("text", ["1 buses", "1 second round", "30s", "5m", "1 foot in", "1 mW"])
def test_what_is_no_unit(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("$5", "money:USD"),
        ("US$5", "money:USD"),
        ("€5", "money:EUR"),
        ("£ 5", "money:GBP"),
        ("RUB 5", "money:RUB"),
    ],
)
def test_a_currency_before_its_amount(text: str, dimension: str) -> None:
    found = read_currency(tokens(text, 0, len(text)), 0)
    assert found is not None
    assert found[0].dimension == dimension


def test_a_code_without_a_number_is_no_currency() -> None:
    assert read_currency(tokens("RUB fell", 0, 8), 0) is None


def test_only_some_units_stand_after_an_article() -> None:
    assert stands_after_article("hour")
    assert stands_after_article("day's")
    assert not stands_after_article("pound")
    assert not stands_after_article("second")


def test_no_name_is_written_under_two_units() -> None:
    names = [
        name
        for units in table("units")["measures"].values()
        for unit in units.values()
        for name in unit.get("names", ())
    ] + [name for names in table("units")["currencies"].values() for name in names]
    assert len(names) == len(set(names))


def test_minute_is_a_unit_by_name() -> None:
    assert unit_named("minute") == unit_named("minutes")
