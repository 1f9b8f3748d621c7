"""Laws that hold for every quantity."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.quantities import parse_quantity, read_quantities

amounts = st.integers(min_value=1, max_value=10**7)


@given(amounts)
def test_a_printed_number_is_that_number(value: int) -> None:
    assert parse_quantity(f"{value:,}").nominal == value
    assert parse_quantity(f"{value} buses").interval.holds(Fraction(value))


@given(amounts, st.sampled_from(["minutes", "km", "percent", "euros", "buses"]))
def test_about_a_quantity_holds_the_quantity(value: int, unit: str) -> None:
    plain, about = parse_quantity(f"{value:,} {unit}"), parse_quantity(f"about {value:,} {unit}")
    assert plain.interval.inside(about.interval)


@given(st.integers(min_value=1, max_value=10_000))
def test_a_change_of_unit_changes_no_statement(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    compound = parse_quantity(f"{hours} h {rest} min")
    assert compound.interval == parse_quantity(f"{minutes} min").interval


@given(amounts)
def test_bounds_in_two_units_are_one_bound(hours: int) -> None:
    for word in ("more than", "less than", "at least", "at most"):
        in_hours, in_minutes = parse_quantity(f"{word} {hours} h"), parse_quantity(f"{word} {60 * hours} min")
        assert in_hours.interval == in_minutes.interval


WORDS = (
    *(
        "1,000",
        "40",
        "3.5",
        "one",
        "two",
        "half",
        "a",
        "an",
        "hour",
        "percent",
        "%",
        "$",
        "million",
        "people",
        "of",
    ),
    *(
        "about",
        "less than",
        "between",
        "and",
        "to",
        "-",
        "or more",
        "first",
        "in",
        "2022",
        "May",
        "p.m.",
        "1:30",
    ),
)
PIECES = st.lists(st.sampled_from(WORDS), max_size=12)


@given(PIECES.map(" ".join) | PIECES.map("".join) | st.text(max_size=40))
def test_quantities_stand_in_order_where_their_words_are(text: str) -> None:
    found = read_quantities(text)
    assert all(quantity.span.of(text) == quantity.text != "" for quantity in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@given(PIECES.map(" ".join))
def test_a_measure_that_was_read_can_be_written(text: str) -> None:
    for quantity in read_quantities(text):
        if quantity.dimension in {"duration", "percent", "money:USD"}:
            again = read_quantities(quantity.text)
            assert quantity.dimension in {one.dimension for one in again}


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1-",
        "a/",
        "half ",
        "1.1",
        "one hundred ",
        "$",
        "1 to ",
        "1 h ",
        "1 of the ",
        "a.b@",
        "at least ",
    ],
)
def test_hostile_text_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(
        0 <= quantity.span.start < quantity.span.end <= len(text) for quantity in read_quantities(text)
    )
