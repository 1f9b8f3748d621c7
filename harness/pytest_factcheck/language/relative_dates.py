"""Which days a phrase leaves open that counts from the day of publication, one function for each shape.

A bare weekday is the latest one that is not after publication, unless its sentence speaks of the future.
Where usage is divided ("next Friday", weeks from Sunday or Monday) every reading is left open; where a year
cannot be told the phrase has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pytest_factcheck.language import calendars
from pytest_factcheck.language.calendars import DAY, Days
from pytest_factcheck.language.date_context import word_before
from pytest_factcheck.language.date_shapes import WEEKDAYS, small_number
from pytest_factcheck.language.date_values import Stretch, month_number, named_part, run_of_days
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.tense import Tense, tense_at

_BEFORE_AGO = frozenset(table("calendar")["not_now"]["before_ago"].split())
_NEAR = timedelta(days=31)  # so near to publication a day needs no year, whatever the tense
_FAR = timedelta(days=150)  # so far from it a year is a guess
_WEEK = timedelta(days=7)


def relative(text: str, match: re.Match[str], published: date) -> Stretch | None:
    """Return the days of a phrase, counted from the day of publication, or None."""
    read = _SHAPES.get(match.lastgroup or "")
    return read(text, match, published) if read else None


def _stretch(days: Days | None, grain: str) -> Stretch | None:
    return Stretch(days, grain, relative=True) if days else None


def _day(text: str, match: re.Match[str], published: date) -> Stretch | None:
    """Read "May 16" and "16 May" in the year that brings them nearest to publication."""
    shape = match.lastgroup or ""
    month, first = month_number(match[f"{shape}_month"]), match[f"{shape}_day"]
    year = calendars.nearest_year(published, month, int(first))
    days = run_of_days(year, month, first, match[f"{shape}_last"])
    return _stretch(days, "day") if days and _year_is_clear(text, match, days, published) else None


def _month_alone(text: str, match: re.Match[str], published: date) -> Stretch | None:
    """Read "in January", "last May" and "early June"."""
    month = month_number(match["month_alone_month"])
    step = (match["month_alone_step"] or "").lower()
    if step == "this":
        return _stretch(calendars.months(published.year, month), "month")
    if step:
        return _stretch(_stepped_month(published, month, forwards=step == "next"), "month")
    days = calendars.months(calendars.nearest_year(published, month), month)
    if not _year_is_clear(text, match, days, published):
        return None
    return _stretch(named_part(match["month_alone_part"], days), "month")


def _stepped_month(published: date, month: int, *, forwards: bool) -> Days | None:
    """Return "last May" or "next May", if it lies in another year than publication; else it is unclear."""
    if forwards:
        return calendars.months(published.year + 1, month) if month <= published.month else None
    return calendars.months(published.year - 1, month) if month >= published.month else None


def _year_is_clear(text: str, match: re.Match[str], days: Days, published: date) -> bool:
    """Tell whether the nearest year fits the tense, for a day or month without its year."""
    start, end = days
    distance = max(start - published, published - end + DAY)
    if distance <= _NEAR:
        return True
    tense = tense_at(text, match.start(), match.end())
    against = Tense.PAST if start > published else Tense.FUTURE
    return distance <= _FAR and tense not in {against, Tense.UNCLEAR}


def _weekday(text: str, match: re.Match[str], published: date) -> Stretch:
    """Read "on Friday", "last Friday", "next Friday" and "this Friday"."""
    number = WEEKDAYS[match["weekday_weekday"]]
    latest, coming = calendars.last_weekday(published, number), calendars.next_weekday(published, number)
    step = (match["weekday_step"] or "").lower()
    if step:
        return Stretch(_stepped_weekday(published, number, step), "day", relative=True)
    tense = tense_at(text, match.start(), match.end())
    first = coming if tense is Tense.FUTURE else latest
    last = coming if tense in {Tense.FUTURE, Tense.UNCLEAR} else latest
    return Stretch((first, last + DAY), "day", relative=True)


def _stepped_weekday(published: date, number: int, step: str) -> Days:
    """Return "last", "next" or "this" weekday; a day of the running week may be meant or one a week off."""
    monday = published - timedelta(days=published.weekday())
    this = monday + timedelta(days=number)
    if step == "this":
        return this, this + DAY
    if step == "last":
        return this - _WEEK, (this if this < published else this - _WEEK) + DAY
    return (this if this > published else this + _WEEK), this + _WEEK + DAY


def _day_word(_text: str, match: re.Match[str], published: date) -> Stretch:
    steps = {"yesterday": -1, "tomorrow": 1}
    start = published + steps.get(match["day_word_word"].lower(), 0) * DAY
    return Stretch((start, start + DAY), "day", relative=True)


def _part_of_day(_text: str, match: re.Match[str], published: date) -> Stretch | None:
    """Read "this morning" and "last night", which runs into the day of publication."""
    step = match["part_of_day_step"].lower()
    if step == "next":
        return None
    return _stretch((published - (step == "last") * DAY, published + DAY), "day")


def _span(_text: str, match: re.Match[str], published: date) -> Stretch:
    """Read last, this and next week, weekend, month and year."""
    unit = match["span_unit"]
    step = {"last": -1, "this": 0, "next": 1}[match["span_step"].lower()]
    if unit == "year":
        days = calendars.years(published.year + step)
    elif unit == "month":
        days = calendars.months(published.year, published.month + step)
    elif unit == "week":
        days = calendars.week(published, step)
    else:
        days = _weekend(published, step)
    return Stretch(days, unit, relative=True)


def _weekend(published: date, step: int) -> Days:
    """Return a weekend; on weekdays "this" and "next" leave two of them open."""
    on_weekend = published.weekday() >= 5
    first = step - 1 if step >= 0 and not on_weekend else step
    return calendars.weekend(published, first)[0], calendars.weekend(published, step)[1]


def _ago(text: str, match: re.Match[str], published: date) -> Stretch | None:
    """Read "two days ago"; longer units leave half of one open on both sides."""
    if word_before(text, match.start()).lower() in _BEFORE_AGO:
        return None
    count, unit = small_number(match["ago_count"]), match["ago_unit"]
    length, slack = {"day": (1, 0), "week": (7, 3), "month": (30.4375, 16), "year": (365.25, 184)}[unit]
    if count * length > published.toordinal() - 400:
        return None
    middle = published - timedelta(days=round(count * length))
    return _stretch((middle - slack * DAY, middle + (slack + 1) * DAY), unit)


_SHAPES: dict[str, Callable[[str, re.Match[str], date], Stretch | None]] = {
    "day": _day,
    "month_day": _day,
    "month_alone": _month_alone,
    "weekday": _weekday,
    "day_word": _day_word,
    "part_of_day": _part_of_day,
    "span": _span,
    "ago": _ago,
}
