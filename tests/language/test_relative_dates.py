"""Dates that count from the day of publication, and stay unknown without it."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.dates import CalendarInterval, read_dates

SATURDAY = date(2025, 5, 17)
WEEKDAYS = tuple(calendar.day_name)

calendar_days = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))


def only(text: str, published: date) -> CalendarInterval:
    found = read_dates(text, published=published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "It may rise",
        "Theresa May won",
        "The Sunday Times",
        "every Friday",
        "USA Today said so",
        "on May 20 people",
    ],
)
def test_without_a_day_of_publication_nothing_relative_is_read(text: str) -> None:
    assert read_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on May 16", "2025-05-16", "2025-05-17"),
        ("starting May 12", "2025-05-12", "2025-05-13"),
        ("on 31 December", "2024-12-31", "2025-01-01"),
        ("met on Friday", "2025-05-16", "2025-05-17"),
        ("on Saturday", "2025-05-17", "2025-05-18"),
        ("met on Friday afternoon", "2025-05-16", "2025-05-17"),
        ("on Thursday had dismissed it", "2025-05-15", "2025-05-16"),
        ("Friday's meeting ended", "2025-05-16", "2025-05-17"),
        ("will meet on Friday", "2025-05-23", "2025-05-24"),
        ("agreed to meet on Friday", "2025-05-16", "2025-05-24"),
        ("last Friday", "2025-05-09", "2025-05-17"),
        ("last Monday", "2025-05-05", "2025-05-13"),
        ("next Monday", "2025-05-19", "2025-05-20"),
        ("this Friday", "2025-05-16", "2025-05-17"),
        ("yesterday", "2025-05-16", "2025-05-17"),
        ("Today is the day", "2025-05-17", "2025-05-18"),
        ("tomorrow", "2025-05-18", "2025-05-19"),
        ("last night", "2025-05-16", "2025-05-18"),
        ("this morning", "2025-05-17", "2025-05-18"),
        ("last weekend", "2025-05-10", "2025-05-12"),
        ("last week", "2025-05-04", "2025-05-12"),
        ("next month", "2025-06-01", "2025-07-01"),
        ("last month", "2025-04-01", "2025-05-01"),
        ("this year", "2025-01-01", "2026-01-01"),
        ("two days ago", "2025-05-15", "2025-05-16"),
        ("a week ago", "2025-05-07", "2025-05-14"),
        ("took office in January", "2025-01-01", "2025-02-01"),
        ("in early May", "2025-05-01", "2025-05-14"),
        ("last May", "2024-05-01", "2024-06-01"),
        ("next May", "2026-05-01", "2026-06-01"),
        ("from May 12 to May 15", "2025-05-12", "2025-05-16"),
    ],
)
def test_a_relative_date_counts_from_the_day_of_publication(text: str, start: str, end: str) -> None:
    found = only(text, SATURDAY)
    assert (str(found.start), str(found.end), found.relative) == (start, end, True)
    assert read_dates(text) == ()


def test_each_weekday_has_the_tense_of_its_own_verb() -> None:
    found = read_dates("He said on Thursday that they will meet on Monday.", published=SATURDAY)
    assert [str(one.start) for one in found] == ["2025-05-15", "2025-05-19"]


@pytest.mark.parametrize(
    "text",
    [
        "in July he visited Paris",
        "the bill will be passed in December",
        "in November",
        "last January",
        "on 2 November",
    ],
)
def test_a_year_that_cannot_be_told_leaves_the_date_unknown(text: str) -> None:
    assert read_dates(text, published=SATURDAY) == ()


@given(calendar_days, st.integers(min_value=0, max_value=6))
def test_a_weekday_is_the_latest_one_not_after_publication(published: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    found = only(f"met on {name}", published)
    assert found.start.weekday() == weekday
    assert 0 <= (published - found.start).days < 7
