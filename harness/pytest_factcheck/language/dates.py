"""Dates in running text, as half-open stretches of days.

A partial date stays a stretch ("May 2025" is a month), and a relative one ("on Friday") is read only from
the day of publication. What could be a date and is none, such as "may", a magazine or a year-like count, is
told by the words around it. A limit ("since 2022") carries its word, because it never says when something
was; "two days after the talks" is no date here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pytest_factcheck.language import calendars
from pytest_factcheck.language import date_context as context
from pytest_factcheck.language.date_shapes import PATTERN, WEEKDAYS, WORTH_READING
from pytest_factcheck.language.date_values import Stretch, absolute
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.relative_dates import relative
from pytest_factcheck.vocabulary import Span

_TO = re.compile(r"\s*+(?:\b(?:to|until|till|through)\b|[-–])\s*+(?:the\s++)?+")
_SAME_DAY = re.compile(r"(?:\s++(?:morning|afternoon|evening|night))?+\s*+,?+(?:\s++on)?+\s++")
_ISO_MONTH = re.compile(r"(1[0-9]{3}|2[01][0-9]{2})-(0[1-9]|1[0-2])")  # in running text, a run of years
_AND = re.compile(r"\s++and\s++(?:the\s++)?+")


@dataclass(frozen=True, slots=True)
class CalendarInterval:
    """The days that a phrase leaves open: `start` is in, `end` is out.

    `grain` is what the phrase names (day, month, season, year, decade …). `relative` tells that the day of
    publication was needed. `bound` is the kind of word before it ("since", "until", "before", "after"): such
    a date limits something and never says when an event was.
    """

    span: Span
    start: date
    end: date
    grain: str
    text: str
    relative: bool = False
    bound: str = ""

    def relation(self, other: CalendarInterval) -> Relation:
        """Return how these days, a source's, lie to `other`, a claim's."""
        if other.start <= self.start and self.end <= other.end:
            return Relation.INSIDE
        disjoint = self.end <= other.start or other.end <= self.start
        return Relation.DISJOINT if disjoint else Relation.OVERLAPS


def read_dates(
    text: str, span: Span | None = None, published: date | None = None
) -> tuple[CalendarInterval, ...]:
    """Return the dates in `text`, or in the part under `span`, in order.

    Args:
        text: A text; words around `span` are read to tell what is a date.
        span: Where to look.
        published: The day from which "Friday" and "last month" count. Without it, relative dates are left
            out: they are unknown, not absent.
    """
    found: list[CalendarInterval] = []
    for match in _mentions(text, span):
        stretch = absolute(match)
        if stretch is None and published is not None:
            stretch = relative(text, match, published)
        if stretch is not None:
            found.append(_interval(text, match, stretch))
    return tuple(_joined(text, list(_without_named_weekdays(text, found))))


def date_spans(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Return where dates stand, those included whose days are unknown: digits there count nothing."""
    return tuple(Span(match.start(), match.end()) for match in _mentions(text, span))


def parse_date(text: str) -> CalendarInterval:
    """Return the one date that `text` is: "2025-05-16", "16 May 2025", "2025-05", "spring 2022", "2025".

    Raises:
        ValueError: If it is none, needs a day of publication, or names a day that the calendar lacks.
    """
    stripped = text.strip()
    month = _ISO_MONTH.fullmatch(stripped)
    if month:
        start, end = calendars.months(int(month[1]), int(month[2]))
        return CalendarInterval(Span(0, len(stripped)), start, end, "month", stripped)
    match = PATTERN.fullmatch(stripped)
    stretch = absolute(match) if match else None
    if match is None or stretch is None:
        raise ValueError(
            f"{text!r} is not a date that stands by itself: write a day (2025-05-16 or 16 May 2025), "
            "a month (2025-05 or May 2025), a season (spring 2022) or a year (2025)"
        )
    return _interval(stripped, match, stretch)


def _mentions(text: str, span: Span | None) -> tuple[re.Match[str], ...]:
    """Return what looks like a date and is one in its context."""
    start, end = (span.start, span.end) if span else (0, len(text))
    return _mentions_between(text, start, end) if WORTH_READING.search(text, start, end) else ()


# One sentence is asked several times in a row: for its dates, with and without the day of publication, and
# by the reader of quantities.
@lru_cache(maxsize=1 << 8)
def _mentions_between(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    return tuple(match for match in PATTERN.finditer(text, start, end) if context.is_date(text, match))


def _interval(text: str, match: re.Match[str], stretch: Stretch) -> CalendarInterval:
    prefix = (match["prefix"] or "").lower()
    limit = {"": "", "pre-": "before", "post-": "after"}[prefix] or context.bound(text, match.start())
    return CalendarInterval(
        span=Span(match.start(), match.end()),
        start=stretch.days[0],
        end=stretch.days[1],
        grain=stretch.grain,
        text=match[0],
        relative=stretch.relative,
        bound=limit,
    )


def _without_named_weekdays(text: str, found: list[CalendarInterval]) -> Iterator[CalendarInterval]:
    """Yield the dates, without a weekday whose day is written behind it: "Monday, August 24, 1992"."""
    for at, interval in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else None
        if not (
            behind
            and interval.span.of(text) in WEEKDAYS
            and behind.grain == "day"
            and _SAME_DAY.fullmatch(text, interval.span.end, behind.span.start)
        ):
            yield interval


def _joined(text: str, found: list[CalendarInterval]) -> Iterator[CalendarInterval]:
    """Yield the dates, those made one that are two ends: "from 2014 to 2016", "between May 12 and May 15"."""
    waiting: CalendarInterval | None = None
    for interval in found:
        if waiting is not None and _is_range(text, waiting, interval):
            waiting = _range(text, waiting, interval)
            continue
        if waiting is not None:
            yield waiting
        waiting = interval
    if waiting is not None:
        yield waiting


def _is_range(text: str, first: CalendarInterval, last: CalendarInterval) -> bool:
    between = Span(first.span.end, last.span.start)
    if first.start >= last.start or between.end - between.start > 16:
        return False
    if _TO.fullmatch(text, between.start, between.end):
        return True
    pair = _AND.fullmatch(text, between.start, between.end)
    return pair is not None and context.word_before(text, first.span.start).lower() == "between"


def _range(text: str, first: CalendarInterval, last: CalendarInterval) -> CalendarInterval:
    span = Span(first.span.start, last.span.end)
    grain = first.grain if first.grain == last.grain else "range"
    return replace(
        first,
        span=span,
        end=last.end,
        grain=grain,
        text=span.of(text),
        relative=first.relative or last.relative,
    )
