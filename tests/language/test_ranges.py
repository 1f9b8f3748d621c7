"""Ranges, changes, and numbers that only stand side by side."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.lexing import tokens
from pytest_factcheck.language.ranges import read_amounts


def ends(text: str, at: int = 0) -> list[tuple[str, Fraction, Fraction | None]]:
    return [
        (item.amount.unit.name, item.amount.first.value, item.amount.last.value if item.amount.last else None)
        for item in read_amounts(tokens(text, 0, len(text)), at)
    ]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("5 to 7 percent", "percent", 5, 7),
        ("5-7 percent", "percent", 5, 7),
        ("5–7 km", "kilometre", 5, 7),
        ("5 percent to 7 percent", "percent", 5, 7),
        ("two or three days", "day", 2, 3),
        ("two-to-three-hour", "hour", 2, 3),
        ("30 minutes to 2 hours", "hour", Fraction(1, 2), 2),
        ("$1-2 million", "USD", 1_000_000, 2_000_000),
        ("$5 million to $7 million", "USD", 5_000_000, 7_000_000),
        ("2 to 3 million", "count", 2_000_000, 3_000_000),
        ("100 to 2 million", "count", 100, 2_000_000),
        ("15,000-20,000 troops", "count", 15_000, 20_000),
    ],
)
def test_two_ends_share_what_one_of_them_writes(
    text: str, unit: str, low: int | Fraction, high: int | Fraction
) -> None:
    assert ends(text) == [(unit, low, high)]


@pytest.mark.parametrize("text", ["between 5 and 7 percent", "ranging from 5 to 7 percent"])
def test_a_range_behind_its_opening_word(text: str) -> None:
    at = text.split().index("5")
    assert ends(text, at) == [("percent", Fraction(5), Fraction(7))]


def test_a_change_is_two_amounts() -> None:
    assert ends("from 5 to 7 percent", 1) == [("percent", Fraction(5), None), ("percent", Fraction(7), None)]


@pytest.mark.parametrize(
    "text", ["7 to 5", "5 and 7", "5 km to 7 hours", "5 people to 7", "dozens to 7", "5, 7", "hundreds or 7"]
)
def test_what_is_no_range_is_its_first_amount(text: str) -> None:
    found = ends(text)
    assert len(found) == 1
    assert found[0][2] is None


def test_zero_takes_no_magnitude_from_the_other_end() -> None:
    found = read_amounts(tokens("from zero to $2 billion", 0, 23), 1)
    grains = [item.amount.first.grain for item in found]
    assert grains == [1, 1_000_000_000]


def test_a_score_is_marked_as_joined() -> None:
    found = read_amounts(tokens("3-1", 0, 3), 0)
    assert [(item.joined, item.end) for item in found] == [(True, 3)]


def test_nothing_is_nothing() -> None:
    assert ends("buses") == []
