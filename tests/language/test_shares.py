"""Shares of a whole in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.lexing import tokens
from pytest_factcheck.language.shares import read_share, unread_end


def percent(text: str, at: int = 0) -> Fraction | None:
    found = read_share(tokens(text, 0, len(text)), at)
    return found.amount.first.value if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a third of", Fraction(100, 3)),
        ("one-third more", Fraction(100, 3)),
        ("two thirds voted", Fraction(200, 3)),
        ("three-quarters of", 75),
        ("half of them", 50),
        ("half the crew", 50),
        ("a tenth of", 10),
        ("three out of five", 60),
        ("9 out of 10 doctors", 90),
    ],
)
def test_a_share_is_a_percentage(text: str, value: int | Fraction) -> None:
    assert percent(text) == value


def test_half_behind_a_comparator_is_a_share() -> None:
    assert percent("more than half left", 2) == 50
    assert percent("the first half left", 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "a third round",
        "half a million",
        "half-hearted",
        "three quarters later",
        "four thirds of",
        "two third places",
        "a quarter of an hour",
        "dozens out of ten",
        "six out of five",
        "40 out of fear",
        "one person",
    ],
)
def test_what_is_no_share(text: str) -> None:
    assert percent(text) is None


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("one in three voters", 3),
        ("1 in 10 left", 3),
        ("a quarter of a million people", 5),
        ("one in three days", 0),
        ("one in many", 0),
        ("two in three", 0),
        ("a quarter of the", 0),
    ],
)
def test_a_ratio_that_may_be_two_things_is_left_unread(text: str, behind: int) -> None:
    assert unread_end(tokens(text, 0, len(text)), 0) == behind
