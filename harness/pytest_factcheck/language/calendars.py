"""Stretches of the calendar as half-open ranges of days: years, months, seasons, quarters and their parts.

Arithmetic only: no words, no text, no clock.
"""

from __future__ import annotations

from datetime import date, timedelta

Days = tuple[date, date]  # from the first day to the first day after it

DAY = timedelta(days=1)


def day(year: int, month: int, number: int) -> Days | None:
    """Return one day, or None if the calendar has no such day."""
    try:
        start = date(year, month, number)
    except ValueError:
        return None
    return start, start + DAY


def months(year: int, month: int, count: int = 1) -> Days:
    """Return `count` months from the given one on; `month` may lie outside 1 to 12 and carries over."""
    first = year * 12 + month - 1
    last = first + count
    return date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1)


def years(year: int, count: int = 1) -> Days:
    """Return `count` years from the given one on."""
    return date(year, 1, 1), date(year + count, 1, 1)


def season(year: int, bounds: list[int]) -> Days:
    """Return a season of a year, given month and day of its start and its end.

    A season that runs over New Year may be named after either year, so that both winters are left open.
    """
    start_month, start_day, end_month, end_day = bounds
    if start_month > end_month:
        return date(year - 1, start_month, start_day), date(year + 1, end_month, end_day)
    return date(year, start_month, start_day), date(year, end_month, end_day)


def part(days: Days, twelfths: list[int]) -> Days:
    """Return the part of a stretch from one twelfth of it to another, in whole days, rounded outwards."""
    start, end = days
    length = (end - start).days
    low, high = twelfths
    return start + timedelta(days=length * low // 12), start + timedelta(days=-(-length * high // 12))


def week(today: date, step: int) -> Days:
    """Return the week `step` weeks from today's, from the Sunday before its Monday to its last Sunday.

    Weeks begin on Sunday or on Monday, by country; both are left open.
    """
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    return monday - DAY, monday + timedelta(days=7)


def weekend(today: date, step: int) -> Days:
    """Return the weekend in the week `step` weeks from today's, Saturday and Sunday."""
    saturday = today - timedelta(days=today.weekday()) + timedelta(weeks=step, days=5)
    return saturday, saturday + timedelta(days=2)


def last_weekday(today: date, weekday: int) -> date:
    """Return the latest such day of the week that is not after today."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def next_weekday(today: date, weekday: int) -> date:
    """Return the first such day of the week that is not before today."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def nearest_year(today: date, month: int, number: int = 15) -> int:
    """Return the year in which the given day lies nearest to today, the earlier of two equally near."""
    years_around = (today.year - 1, today.year, today.year + 1)
    starts = [found[0] for year in years_around if (found := day(year, month, number))]
    return min(starts, key=lambda start: (abs((start - today).days), start), default=today).year
