"""What a number leaves open, by its rounding and its comparator."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.amounts import COUNT
from pytest_factcheck.language.intervals import Interval
from pytest_factcheck.language.numbers import Number
from pytest_factcheck.language.rounding import HAIR, Amount, bounds
from pytest_factcheck.language.units import unit_named

MINUTE = unit_named("minute")
KINDS = ["", "about", "nearly", "just_over", "less", "more", "at_least", "at_most", "during"]


def minutes(kind: str, value: int, grain: int = 1) -> Interval:
    found = bounds(kind, Amount(Number(Fraction(value), Fraction(grain)), MINUTE))
    low = None if found.low is None else found.low / 60
    return Interval(low, None if found.high is None else found.high / 60)


def count(kind: str, value: int) -> Interval:
    return bounds(kind, Amount(Number(Fraction(value), Fraction(1)), COUNT, whole=True))


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("", Fraction(199, 2), Fraction(201, 2)),
        ("about", 90, 110),
        ("nearly", 90, 100),
        ("just_over", 100 + HAIR / 60, 110),
        ("less", 0, 100),
        ("more", 100 + HAIR / 60, None),
        ("at_least", 100, None),
        ("at_most", 0, 100 + HAIR / 60),
        ("during", Fraction(199, 2), None),
    ],
)
def test_a_hundred_minutes(kind: str, low: int | Fraction, high: int | Fraction | None) -> None:
    assert minutes(kind, 100) == Interval(Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("", 40, 41),
        ("about", 36, 45),
        ("nearly", 36, 40),
        ("just_over", 41, 45),
        ("less", 0, 40),
        ("more", 41, None),
        ("at_least", 40, None),
        ("at_most", 0, 41),
    ],
)
def test_forty_of_something(kind: str, low: int | Fraction, high: int | Fraction | None) -> None:
    found = count(kind, 40)
    assert (found.low, found.high) == (low, high)


def test_a_coarse_number_is_rounded_coarsely() -> None:
    assert minutes("", 120, grain=60) == Interval(Fraction(90), Fraction(150))
    assert minutes("about", 120, grain=60) == Interval(Fraction(90), Fraction(150))
    assert minutes("nearly", 120, grain=60) == Interval(Fraction(90), Fraction(120))


def test_a_range_holds_both_its_ends() -> None:
    five_to_seven = Amount(Number(Fraction(5), Fraction(1)), MINUTE, last=Number(Fraction(7), Fraction(1)))
    assert bounds("", five_to_seven) == Interval(Fraction(300), 420 + HAIR)


def test_a_range_of_counts_holds_both_its_ends() -> None:
    five_to_seven = Amount(
        Number(Fraction(5), Fraction(1)), COUNT, last=Number(Fraction(7), Fraction(1)), whole=True
    )
    assert bounds("", five_to_seven) == Interval(Fraction(5), Fraction(8))


@pytest.mark.parametrize(
    ("kind", "low", "high"), [("", 200, 1000), ("at_least", 200, None), ("at_most", 0, 1000)]
)
def test_a_comparator_before_a_loose_number_opens_one_side(
    kind: str, low: int | Fraction, high: int | Fraction | None
) -> None:
    loose = Interval(Fraction(200), Fraction(1000))
    amount = Amount(Number(Fraction(200), Fraction(1), exact=False, loose=loose), unit_named("metre"))
    found = bounds(kind, amount)
    assert (found.low, found.high) == (low, high)


def test_nothing_measured_lies_below_zero_but_a_temperature_may() -> None:
    assert bounds("less", Amount(Number(Fraction(5), Fraction(1)), MINUTE)).low == 0
    assert bounds("", Amount(Number(Fraction(0), Fraction(1)), MINUTE)).low == 0
    assert bounds("less", Amount(Number(Fraction(5), Fraction(1)), unit_named("°c"))).low is None


values = st.integers(min_value=1, max_value=10**9)
wholes = st.booleans()


def amount(value: int, whole: bool) -> Amount:
    return Amount(Number(Fraction(value), Fraction(1)), COUNT if whole else MINUTE, whole=whole)


@given(values, wholes)
def test_about_a_number_holds_the_number(value: int, whole: bool) -> None:
    assert bounds("", amount(value, whole)).inside(bounds("about", amount(value, whole)))


@given(values, wholes)
def test_a_strict_bound_and_its_opposite_share_nothing(value: int, whole: bool) -> None:
    less, at_least = bounds("less", amount(value, whole)), bounds("at_least", amount(value, whole))
    more, at_most = bounds("more", amount(value, whole)), bounds("at_most", amount(value, whole))
    assert less.disjoint(at_least)
    assert more.disjoint(at_most)
    assert more.inside(at_least)
    assert not at_least.disjoint(at_most)


@given(values, wholes, st.sampled_from(KINDS))
def test_every_comparator_leaves_something_open(value: int, whole: bool, kind: str) -> None:
    found = bounds(kind, amount(value, whole))
    assert found.low is None or found.high is None or found.low < found.high
