"""A whole text that is one quantity, and how a source's quantity lies to a claim's."""

from __future__ import annotations

from fractions import Fraction
from re import escape

import pytest

from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import parse_quantity, relation
from pytest_factcheck.language.rounding import HAIR

HOUR = 3_600


@pytest.mark.parametrize(
    ("text", "dimension", "low", "high"),
    [
        ("about 100 minutes", "duration", 5_400, 6_600),
        ("> 2 h", "duration", 2 * HOUR + HAIR, None),
        ("< 2 h", "duration", 0, 2 * HOUR),
        ("over two hours", "duration", 2 * HOUR + HAIR, None),
        ("1 h 40 min", "duration", 5_970, 6_030),
        (">= 40 buses", "count", 40, None),
        ("1,000", "count", 1_000, 1_001),
        ("2022", "count", 2_022, 2_023),
        ("2.4 million people", "count", 2_350_000, 2_450_000),
        ("1,000 prisoners of war", "count", 1_000, 1_001),
        ("between 5 and 7 percent", "percent", 5, 7 + HAIR),
        ("a third", "percent", 30, Fraction(110, 3)),
        ("first round", "ordinal", 1, 2),
        (" 28-year-old ", "age", 28, 29),
    ],
)
def test_a_whole_text_is_one_quantity(
    text: str, dimension: str, low: int | Fraction, high: int | Fraction | None
) -> None:
    quantity = parse_quantity(text)
    assert quantity.dimension == dimension
    assert (quantity.interval.low, quantity.interval.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("soon", "'soon' is not a quantity: write a number"),
        ("", "'' is not a quantity"),
        ("5 km and 7 hours", "holds more than one quantity: '5 km' and '7 hours'"),
        ("about ten minutes long", "holds more than the quantity 'about ten minutes'"),
        ("it took ten minutes", "holds more than the quantity 'ten minutes'"),
    ],
)
def test_a_text_that_is_not_one_quantity_is_refused_in_plain_words(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=escape(message)):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        ("100 minutes", "less than two hours", Relation.INSIDE),
        ("less than two hours", "100 minutes", Relation.OVERLAPS),
        ("100 minutes", "about 100 minutes", Relation.INSIDE),
        ("1 h 40 min", "100 minutes", Relation.INSIDE),
        ("100-minute", "one hour", Relation.DISJOINT),
        ("three hours", "less than two hours", Relation.DISJOINT),
        ("at least two hours", "less than two hours", Relation.DISJOINT),
        ("at least two hours", "more than two hours", Relation.OVERLAPS),
        ("30 days", "at least 30 days", Relation.INSIDE),
        ("30 days", "more than 30 days", Relation.OVERLAPS),
        ("100 minutes", "at least two hours", Relation.DISJOINT),
        ("about 30 days", "at least 30 days", Relation.OVERLAPS),
        ("7 percent", "between 5 and 7 percent", Relation.INSIDE),
        ("85 percent", "between 80 and 90 percent", Relation.INSIDE),
        ("89.4 percent", "between 80 and 90 percent", Relation.INSIDE),
        ("a thousand", "1,000", Relation.INSIDE),
        ("40 buses", "at least 40 buses", Relation.INSIDE),
        ("39 buses", "at least 40 buses", Relation.DISJOINT),
        ("2 percent", "2 percentage points", Relation.OVERLAPS),
        ("1:30 p.m.", "18:22 IST", Relation.OVERLAPS),
    ],
)
def test_how_a_source_lies_to_a_claim(source: str, claim: str, expected: Relation) -> None:
    assert relation(parse_quantity(source), parse_quantity(claim)) is expected
