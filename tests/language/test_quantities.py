"""Quantities in running text: what is one, what it leaves open, what it counts, and what is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.quantities import Quantity, read_quantities
from pytest_factcheck.language.rounding import HAIR
from pytest_factcheck.vocabulary import Span

HOUR, DAY, YEAR = 3_600, 86_400, 31_557_600


def only(text: str) -> Quantity:
    found = read_quantities(text)
    assert len(found) == 1, found
    return found[0]


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(quantity.text, quantity.dimension, quantity.counted) for quantity in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "written", "dimension", "low", "high"),
    [
        ("lasting approximately 100 minutes, then", "approximately 100 minutes", "duration", 5_400, 6_600),
        ("the 100-minute meeting", "100-minute", "duration", 5_970, 6_030),
        ("a one-hour session", "one-hour", "duration", HOUR // 2, 3 * HOUR // 2),
        ("for two hours", "two hours", "duration", 3 * HOUR // 2, 5 * HOUR // 2),
        ("less than two hours amid", "less than two hours", "duration", 0, 2 * HOUR),
        ("it took 1 h 40", "1 h 40", "duration", 5_970, 6_030),
        ("it took 1h40", "1h40", "duration", 5_970, 6_030),
        ("1 hour and 40 minutes", "1 hour and 40 minutes", "duration", 5_970, 6_030),
        ("lasted an hour", "an hour", "duration", HOUR // 2, 3 * HOUR // 2),
        ("lasted an hour and a half", "an hour and a half", "duration", 4_950, 5_850),
        ("lasted half an hour", "half an hour", "duration", 1_350, 2_250),
        ("two hours or so", "two hours or so", "duration", 3 * HOUR // 2, 5 * HOUR // 2),
        ("two or three days", "two or three days", "duration", 2 * DAY, 3 * DAY + HAIR),
        ("30 minutes to 2 hours", "30 minutes to 2 hours", "duration", 1_800, 2 * HOUR + HAIR),
        ("at least 30 days", "at least 30 days", "duration", 30 * DAY, None),
        ("in nearly three years", "nearly three years", "duration", Fraction(5 * YEAR, 2), 3 * YEAR),
        ("it lasted over two days", "over two days", "duration", 2 * DAY + HAIR, None),
        ("held over two days", "over two days", "duration", Fraction(3 * DAY, 2), None),
        ("nearly 20% of it", "nearly 20%", "percent", 18, 20),
        ("20 per cent", "20 per cent", "percent", Fraction(39, 2), Fraction(41, 2)),
        ("between 5 and 7 percent", "between 5 and 7 percent", "percent", 5, 7 + HAIR),
        ("5-7 percent", "5-7 percent", "percent", 5, 7 + HAIR),
        ("2 percentage points", "2 percentage points", "percentage point", Fraction(3, 2), Fraction(5, 2)),
        ("a third of voters", "a third", "percent", 30, Fraction(110, 3)),
        ("two-thirds voted", "two-thirds", "percent", 60, Fraction(220, 3)),
        ("more than half", "more than half", "percent", 50 + HAIR, None),
        ("three out of five", "three out of five", "percent", 54, 66),
        ("just $2", "$2", "money:USD", Fraction(3, 2), Fraction(5, 2)),
        ("€3.5 million", "€3.5 million", "money:EUR", 3_450_000, 3_550_000),
        ("£2m", "£2m", "money:GBP", 1_500_000, 2_500_000),
        ("2 billion dollars", "2 billion dollars", "money:USD", 1_500_000_000, 2_500_000_000),
        ("$1-2 million", "$1-2 million", "money:USD", 1_000_000, 2_000_000 + HAIR),
        ("billions of dollars", "billions of dollars", "money:USD", 2_000_000_000, None),
        ("a 500-kilometre front", "500-kilometre", "length", 499_500, 500_500),
        ("25kg", "25kg", "mass", Fraction(49, 2), Fraction(51, 2)),
        (
            "minus 5 degrees Celsius",
            "minus 5 degrees Celsius",
            "temperature",
            Fraction(-11, 2),
            Fraction(-9, 2),
        ),
        ("a 28-year-old woman", "28-year-old", "age", 28, 29),
        ("a four-year-old child", "four-year-old", "age", 4, 5),
        ("a six-month-old baby", "six-month-old", "age", Fraction(1, 2), Fraction(7, 12)),
        ("Copeland, 31, left", "31", "age", 31, 32),
        ("aged 5 to 7", "5 to 7", "age", 5, 8),
    ],
)
def test_a_measure(
    text: str, written: str, dimension: str, low: int | Fraction, high: int | Fraction | None
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.dimension, quantity.counted) == (written, dimension, "")
    assert (quantity.interval.low, quantity.interval.high) == (low, high)
    assert quantity.span.of(text) == written


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 buses", 40, 41),
        ("1,000 buses", 1_000, 1_001),
        ("a thousand buses", 1_000, 1_001),
        ("about 40 buses", 36, 45),
        ("some 40 buses", 36, 45),
        ("40-odd buses", 36, 45),
        ("nearly 100 buses", 90, 100),
        ("just over 100 buses", 101, 111),
        ("less than 40 buses", 0, 40),
        ("fewer than 40 buses", 0, 40),
        ("under 100 buses", 0, 100),
        ("more than 100 buses", 101, None),
        ("over 100 buses", 101, None),
        ("at least 40 buses", 40, None),
        ("no fewer than 40 buses", 40, None),
        ("40 or more buses", 40, None),
        ("40+ buses", 40, None),
        ("at most 40 buses", 0, 41),
        ("up to 40 buses", 0, 41),
        ("no more than 40 buses", 0, 41),
        ("as many as 40 buses", 0, 41),
        ("5 to 7 buses", 5, 8),
        ("5-7 buses", 5, 8),
        ("between 5 and 7 buses", 5, 8),
        ("about 100-150 buses", 90, 166),
        ("2.4 million buses", 2_350_000, 2_450_000),
        ("2 to 3 million buses", 2_000_000, 3_000_000 + HAIR),
        ("about 2.4 million buses", 2_160_000, 2_640_000),
        ("two dozen buses", 21, 27),
        ("dozens of buses", 24, None),
        ("several hundred buses", 200, 1_000),
    ],
)
def test_a_count(text: str, low: int | Fraction, high: int | Fraction | None) -> None:
    quantity = only(text)
    assert (quantity.dimension, quantity.counted) == ("count", "bus")
    assert (quantity.interval.low, quantity.interval.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1,000 prisoners of war", ["prison"]),
        ("273 Shahed drones and others", ["drone"]),
        ("a total of 273 drones", ["drone"]),
        ("88 of the aggressor's unmanned aerial vehicles", ["vehicl"]),
        ("killing nine people, mostly women", ["person"]),
        ("at least one person was killed", ["person"]),
        ("three other people were injured", ["person"]),
        ("two of the officials left", ["offici"]),
        ("exchanged on a 1,000-for-1,000 basis", ["", ""]),
        ("1,000 on each side", [""]),
        ("In Kyiv 40 people died", ["person"]),
        ("from 100 to 200 people", ["person", "person"]),
        ("Russia Launches 273 Drones", ["drone"]),
        ("2000 soldiers and about 2000 homes", ["soldier", "home"]),
    ],
)
def test_what_is_counted(text: str, counted: list[str]) -> None:
    found = read_quantities(text)
    assert [quantity.counted for quantity in found] == counted
    assert {quantity.dimension for quantity in found} == {"count"}


@pytest.mark.parametrize(
    "text",
    [
        "in 2022",
        "the 2022 talks",
        "2022 negotiations",
        "on May 16, 2025",
        "16 May",
        "16-18 May 2025",
        "the 1990s",
        "two days ago",
        "Nord Stream 1 and 2 oil pipelines",
        "@user81 and MH17 and Covid-19",
        "an F-16 and 5oJys81AKm",
        "Article 5",
        "Boeing 747 aircraft",
        "page 7",
        "item no. 7",
        "the G7 and the Group of Seven",
        "won 3-1",
        "a 50-50 split",
        "9/11 and 24/7",
        "version 3.11.2",
        "1. The others",
        "one of them",
        "no one left",
        "one another",
        "one by one",
        "a one-sided view",
        "one in three places",
        "twice a day",
        "at first",
        "the First Lady",
        "a quarter of a million",
        "people over 65",
        "1,5",
        "a pound of flesh",
        "several people",
        "1" * 30,
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read_quantities(text) == ()


def test_a_rate_is_no_quantity_of_its_own() -> None:
    assert shown("$5 an hour, 40 flights a day, three times a year") == [
        ("$5", "money:USD", ""),
        ("40", "count", "flight"),
        ("three", "count", "time"),
    ]


def test_two_ends_of_a_change_are_two_quantities() -> None:
    assert shown("rose from 5 to 7 percent") == [("5", "percent", ""), ("7 percent", "percent", "")]
    assert shown("ranging from 5 to 7 percent") == [("5 to 7 percent", "percent", "")]


@pytest.mark.parametrize(
    ("text", "written", "dimension", "low", "high"),
    [
        ("at 1:30 p.m. local time", "1:30 p.m. local time", "clock", 48_570, 48_630),
        ("around 1:30 p.m.", "around 1:30 p.m.", "clock", 47_700, 49_500),
        ("at 6:04 PM today", "6:04 PM", "clock", 65_010, 65_070),
        ("at 18:22 IST", "18:22 IST", "clock:IST", 66_090, 66_150),
        ("at 3pm", "3pm", "clock", 52_200, 55_800),
        ("at 10:30", "10:30", "clock:ambiguous", 37_770, 37_830),
    ],
)
def test_a_clock_time_is_no_count(
    text: str, written: str, dimension: str, low: int | Fraction, high: int | Fraction
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.dimension) == (written, dimension)
    assert (quantity.interval.low, quantity.interval.high) == (low, high)


def test_an_ordinal_is_no_count() -> None:
    assert shown("for the first time, the 3rd meeting and its twenty-first session") == [
        ("first", "ordinal", "time"),
        ("3rd", "ordinal", "meet"),
        ("twenty-first", "ordinal", "session"),
    ]


def test_a_minute_read_and_a_clock_stand_side_by_side() -> None:
    assert shown("May 16, 2025 6:04 PM 2 min read") == [("6:04 PM", "clock", ""), ("2 min", "duration", "")]


def test_only_the_span_is_read_and_places_are_those_of_the_text() -> None:
    text = "40 buses. 50 trains."
    found = read_quantities(text, Span(10, 20))
    assert [(quantity.span, quantity.counted) for quantity in found] == [(Span(10, 12), "train")]
