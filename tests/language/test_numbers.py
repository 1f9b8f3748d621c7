"""Numbers as they are written: their value, and what their last written digit is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.lexing import tokens
from pytest_factcheck.language.numbers import Number, read_number


def read(text: str) -> tuple[Number, str] | None:
    found = tokens(text, 0, len(text))
    result = read_number(found, 0)
    return (result[0], " ".join(token.text for token in found[result[1] :])) if result else None


def number(text: str) -> Number:
    result = read(text)
    assert result is not None
    return result[0]


@pytest.mark.parametrize(
    ("text", "value", "grain", "exact"),
    [
        ("40", 40, 1, True),
        ("1,000", 1_000, 1, True),
        ("2.4", Fraction(12, 5), Fraction(1, 10), False),
        ("2.40", Fraction(12, 5), Fraction(1, 100), False),
        ("2.4 million", 2_400_000, 100_000, False),
        ("3bn", 3_000_000_000, 1_000_000_000, False),
        ("20 thousand", 20_000, 1_000, False),
        ("1½", Fraction(3, 2), Fraction(1, 4), False),
        ("seven", 7, 1, True),
        ("twenty-eight", 28, 1, True),
        ("a thousand", 1_000, 1_000, True),
        ("one hundred and twenty", 120, 1, True),
        ("two hundred thousand", 200_000, 1_000, True),
        ("three hundred thousand five hundred and six", 300_506, 1, True),
        ("two million", 2_000_000, 1_000_000, False),
        ("half a million", 500_000, 250_000, False),
        ("two and a half", Fraction(5, 2), Fraction(1, 4), False),
        ("a million and a half", 1_500_000, 250_000, False),
        ("two and a half million", 2_500_000, 250_000, False),
        ("a dozen", 12, 6, False),
        ("two dozen", 24, 6, False),
        ("half a dozen", 6, 3, False),
        ("zero", 0, 1, True),
    ],
)
def test_value_and_grain(text: str, value: int | Fraction, grain: int | Fraction, exact: bool) -> None:
    found = number(text)
    assert (found.value, found.grain, found.exact) == (value, grain, exact)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, None),
        ("hundreds", 200, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("several hundred", 200, 1_000),
        ("a few thousand", 2_000, 10_000),
        ("a couple of days", 2, 4),
    ],
)
def test_a_loose_number_leaves_open_a_stretch(
    text: str, low: int | Fraction, high: int | Fraction | None
) -> None:
    loose = number(text).loose
    assert loose is not None
    assert (loose.low, loose.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("five and seven", "and seven"),
        ("one two", "two"),
        ("twenty thirty", "thirty"),
        ("ten five", "five"),
        ("40 buses", "buses"),
        ("one hundred and the", "and the"),
    ],
)
def test_a_number_ends_where_the_next_begins(text: str, rest: str) -> None:
    result = read(text)
    assert result is not None
    assert result[1] == rest


@pytest.mark.parametrize(
    "text", ["a book", "an hour", "a couple arrived", "several people", "half the", "tens", "and"]
)
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_the_number_read_is_the_number_printed(value: int) -> None:
    assert number(f"{value:,}").value == value
    assert number(str(value)).value == value


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_decimals_are_read_exactly(value: object) -> None:
    assert number(str(value)).value == Fraction(str(value))


SMALL = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(value: int) -> str:
    """Write a number below a million in words, as British English does."""
    if value < 20:
        return SMALL[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return TENS[tens - 2] + (f"-{SMALL[rest]}" if rest else "")
    size, name = (1_000, "thousand") if value >= 1_000 else (100, "hundred")
    above, rest = divmod(value, size)
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(above)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_in_words_is_the_number_in_digits(value: int) -> None:
    found = number(in_words(value))
    assert found.value == value
    assert found.exact
