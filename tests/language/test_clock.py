"""Clock times and their zones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.clock import read_clock
from pytest_factcheck.language.lexing import tokens


@pytest.mark.parametrize(
    ("text", "seconds", "grain", "dimension"),
    [
        ("1:30 p.m.", 48_600, 60, "clock"),
        ("1:30 a.m. local time", 5_400, 60, "clock"),
        ("12:00 a.m.", 0, 60, "clock"),
        ("12 p.m.", 43_200, 3_600, "clock"),
        ("3pm", 54_000, 3_600, "clock"),
        ("18:22 IST", 66_120, 60, "clock:IST"),
        ("18:22:05", 66_125, 1, "clock"),
        ("09:30", 34_200, 60, "clock"),
        ("6:04 PM Moscow time", 65_040, 60, "clock:Moscow"),
        ("6:04", 21_840, 60, "clock:ambiguous"),
    ],
)
def test_a_clock_time(text: str, seconds: int | Fraction, grain: int | Fraction, dimension: str) -> None:
    found = read_clock(tokens(text, 0, len(text)), 0)
    assert found is not None
    assert (found[0].seconds, found[0].grain, found[0].dimension) == (seconds, grain, dimension)


@pytest.mark.parametrize("text", ["40", "1,000 pm", "25:00", "13 p.m.", "10:75", "1.5 pm", "am", "3 amps"])
def test_what_is_no_clock_time(text: str) -> None:
    assert read_clock(tokens(text, 0, len(text)), 0) is None
