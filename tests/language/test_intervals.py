"""The algebra of half-open intervals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.intervals import Interval, Relation

bounds = st.none() | st.fractions(min_value=-100, max_value=100, max_denominator=8)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low >= high:
        low, high = high, low + 1
    return Interval(low, high)


def of(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def test_the_low_end_is_in_and_the_high_end_is_out() -> None:
    assert of(1, 3).holds(Fraction(1))
    assert not of(1, 3).holds(Fraction(3))


@pytest.mark.parametrize(
    ("source", "claim", "relation"),
    [
        (of(99, 101), of(0, 120), Relation.INSIDE),
        (of(0, 120), of(99, 101), Relation.OVERLAPS),
        (of(0, 120), of(120, None), Relation.DISJOINT),
        (of(120, None), of(0, 120), Relation.DISJOINT),
        (of(1, 2), of(1, 2), Relation.INSIDE),
        (of(1, 2), of(None, None), Relation.INSIDE),
        (of(None, None), of(1, 2), Relation.OVERLAPS),
        (of(5, None), of(3, None), Relation.INSIDE),
        (of(3, None), of(5, None), Relation.OVERLAPS),
        (of(None, 3), of(None, 5), Relation.INSIDE),
    ],
)
def test_a_source_inside_a_claim_matches_and_a_disjoint_one_conflicts(
    source: Interval, claim: Interval, relation: Relation
) -> None:
    assert source.relation(claim) is relation


@pytest.mark.parametrize(("low", "high"), [(2, 2), (3, 2)])
def test_an_interval_holds_something(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="runs upwards"):
        of(low, high)


@given(intervals())
def test_an_interval_is_inside_itself(interval: Interval) -> None:
    assert interval.inside(interval)


@given(intervals(), intervals())
def test_what_is_inside_is_not_disjoint(left: Interval, right: Interval) -> None:
    assert not (left.inside(right) and left.disjoint(right))


@given(intervals(), intervals())
def test_disjoint_is_symmetric(left: Interval, right: Interval) -> None:
    assert left.disjoint(right) == right.disjoint(left)


@given(intervals(), intervals(), intervals())
def test_inside_is_transitive_and_inherits_what_is_disjoint(a: Interval, b: Interval, c: Interval) -> None:
    if a.inside(b) and b.inside(c):
        assert a.inside(c)
    if a.inside(b) and b.disjoint(c):
        assert a.disjoint(c)


@given(intervals(), intervals(), bounds.filter(lambda value: value is not None))
def test_disjoint_intervals_share_no_value(left: Interval, right: Interval, value: Fraction) -> None:
    if left.disjoint(right):
        assert not (left.holds(value) and right.holds(value))
    if left.inside(right) and left.holds(value):
        assert right.holds(value)
