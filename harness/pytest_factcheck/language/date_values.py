"""Which days a phrase leaves open that needs no day of publication, one function for each shape.

Where usage is divided (which winter is "winter 2022"?) every reading is left open. A day that the calendar
lacks has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pytest_factcheck.language import calendars
from pytest_factcheck.language.calendars import Days
from pytest_factcheck.language.date_shapes import HALVES, MONTHS, PARTS, QUARTERS, SEASONS


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a phrase, what it names, and whether the day of publication was needed."""

    days: Days
    grain: str
    relative: bool = False


def absolute(match: re.Match[str]) -> Stretch | None:
    """Return the days of a phrase that names its year, or None."""
    read = _SHAPES.get(match.lastgroup or "")
    return read(match) if read else None


def named_part(written: str | None, days: Days) -> Days:
    """Return the part of `days` that "early", "the end of" and the like leave of them."""
    words = [word for word in re.split(r"[\s-]+", (written or "").lower()) if word in PARTS]
    return calendars.part(days, PARTS[words[0]]) if words else days


def run_of_days(year: int, month: int, first: str, last: str | None) -> Days | None:
    """Return the days from one number to another in a month, or the first alone."""
    start = calendars.day(year, month, int(first))
    end = calendars.day(year, month, int(last)) if last else start
    return (start[0], end[1]) if start and end and start[0] < end[1] else None


def month_number(written: str) -> int:
    """Return the number of a month from its name, short or long."""
    return MONTHS[written.rstrip(".")]


def _stretch(days: Days | None, grain: str) -> Stretch | None:
    return Stretch(days, grain) if days else None


def _iso(match: re.Match[str]) -> Stretch | None:
    return _stretch(
        calendars.day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])), "day"
    )


def _slashed(match: re.Match[str]) -> Stretch | None:
    """Read 16/05/2025 and 05/16/2025; 05/06/2025 is one of two days and stays unknown."""
    one, two, year = (int(match[f"slashed_{part}"]) for part in ("one", "two", "year"))
    if one == two or two > 12:
        return _stretch(calendars.day(year, one, two), "day")
    return _stretch(calendars.day(year, two, one), "day") if one > 12 else None


def _day(match: re.Match[str]) -> Stretch | None:
    shape = match.lastgroup or ""
    year = match[f"{shape}_year"]
    if not year:
        return None
    month = month_number(match[f"{shape}_month"])
    return _stretch(run_of_days(int(year), month, match[f"{shape}_day"], match[f"{shape}_last"]), "day")


def _month(match: re.Match[str]) -> Stretch:
    days = calendars.months(int(match["month_year"]), month_number(match["month_month"]))
    return Stretch(named_part(match["month_part"], days), "month")


def _quarter(match: re.Match[str]) -> Stretch:
    number = int(match["quarter_digit"] or QUARTERS[match["quarter_word"]])
    return Stretch(calendars.months(int(match["quarter_year"]), 3 * number - 2, 3), "quarter")


def _half(match: re.Match[str]) -> Stretch:
    number = int(match["half_digit"] or HALVES[match["half_word"]])
    return Stretch(calendars.months(int(match["half_year"]), 6 * number - 5, 6), "half")


def _season(match: re.Match[str]) -> Stretch:
    days = calendars.season(int(match["season_year"]), SEASONS[match["season_season"].lower()])
    return Stretch(named_part(match["season_part"], days), "season")


def _decade(match: re.Match[str]) -> Stretch:
    return Stretch(named_part(match["decade_part"], calendars.years(int(match["decade_year"]), 10)), "decade")


def _century(match: re.Match[str]) -> Stretch | None:
    first = 100 * int(match["century_number"]) - 99
    return (
        Stretch(named_part(match["century_part"], calendars.years(first, 100)), "century")
        if first > 0
        else None
    )


def _years(match: re.Match[str]) -> Stretch | None:
    """Read 2014-2016 and 2014-16."""
    first = int(match["years_first"])
    last = int(match["years_last"])
    if last < 100:
        last += first - first % 100
    return Stretch(calendars.years(first, last - first + 1), "years") if first < last else None


def _year(match: re.Match[str]) -> Stretch:
    return Stretch(named_part(match["year_part"], calendars.years(int(match["year_year"]))), "year")


_SHAPES: dict[str, Callable[[re.Match[str]], Stretch | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "month_day": _day,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
}
