"""Stretches of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language import calendars

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 1, 1))


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert calendars.day(2023, 2, 29) is None
    assert calendars.day(2024, 2, 29) == (date(2024, 2, 29), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("year", "month", "count", "expected"),
    [
        (2025, 12, 1, (date(2025, 12, 1), date(2026, 1, 1))),
        (2025, 0, 1, (date(2024, 12, 1), date(2025, 1, 1))),
        (2025, 13, 1, (date(2026, 1, 1), date(2026, 2, 1))),
        (2019, 4, 3, (date(2019, 4, 1), date(2019, 7, 1))),
    ],
)
def test_months_carry_over_the_year(year: int, month: int, count: int, expected: calendars.Days) -> None:
    assert calendars.months(year, month, count) == expected


def test_a_week_leaves_open_whether_it_begins_on_sunday_or_monday() -> None:
    assert calendars.week(date(2025, 5, 16), 0) == (date(2025, 5, 11), date(2025, 5, 19))


def test_a_weekend_is_saturday_and_sunday() -> None:
    assert calendars.weekend(date(2025, 5, 16), -1) == (date(2025, 5, 10), date(2025, 5, 12))


@pytest.mark.parametrize(
    ("month", "number", "year"), [(5, 16, 2025), (12, 31, 2024), (1, 1, 2025), (8, 1, 2025), (2, 29, 2024)]
)
def test_the_nearest_year(month: int, number: int, year: int) -> None:
    assert calendars.nearest_year(date(2025, 5, 17), month, number) == year


@given(days, st.integers(min_value=0, max_value=6))
def test_last_and_next_weekday_stand_on_both_sides_of_today(today: date, weekday: int) -> None:
    latest, coming = calendars.last_weekday(today, weekday), calendars.next_weekday(today, weekday)
    assert latest <= today <= coming
    assert latest.weekday() == coming.weekday() == weekday
    assert coming - latest in {timedelta(0), timedelta(days=7)}


@given(days, st.integers(min_value=1, max_value=800), st.integers(min_value=0, max_value=11))
def test_a_part_lies_within_the_whole_and_is_not_empty(start: date, length: int, twelfth: int) -> None:
    whole = (start, start + timedelta(days=length))
    part = calendars.part(whole, [twelfth, twelfth + 1])
    assert whole[0] <= part[0] < part[1] <= whole[1]
