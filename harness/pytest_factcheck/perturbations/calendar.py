"""Another day, weekday, month, year or season in the place of one that a sentence names.

A limit ("before 2022") and one end of a range are left alone: what holds of them may hold of the other, too.
So is a day whose weekday stands beside it, because the two would no longer agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pytest_factcheck.language import date_context
from pytest_factcheck.language.date_shapes import MONTHS, PATTERN, WEEKDAYS
from pytest_factcheck.language.dates import CalendarInterval, date_spans, read_dates
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import read_quantities
from pytest_factcheck.language.tables import table
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.tables import TABLE
from pytest_factcheck.vocabulary import Span

_ANY_DAY = date(2001, 7, 4)  # a day to count "Friday" from, when two weekdays are compared
_SURE_DAY = 28  # every month has it
_WITH_DAY = ("day", "month_day")
_LIMITS = frozenset({"before", "after", "until"})
_OTHER_SEASONS: dict[str, str] = TABLE["seasons"]
_MONTH_ROWS = [row.split() for row in table("calendar")["months"].values()]
_WEEKDAY_ROWS = [row.split() for row in table("calendar")["weekdays"].values()]

_Change = Callable[[str, re.Match[str]], Iterable[tuple[Span, str]]]


def day(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another day of the month in each date that names one."""
    return _changed(sentence, "day", _other_days)


def weekday(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another day of the week for each that stands by itself."""
    return _changed(sentence, "weekday", _other_weekdays)


def month(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another month in each date, and another season."""
    return _changed(sentence, "month", _other_months)


def year(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another year or decade in each date."""
    return _changed(sentence, "year", _other_years)


def _changed(sentence: str, operator: str, change: _Change) -> tuple[Mutant, ...]:
    found: list[Mutant] = []
    for span in date_spans(sentence):
        match = PATTERN.match(sentence, span.start)
        if match is None or match.end() != span.end or _is_limit(sentence, match):
            continue
        for place, after in change(sentence, match):
            mutant = replaced(sentence, operator, place, after)
            if _differs(sentence, mutant, span.start):
                found.append(mutant)
    return distinct(sentence, found)


def _is_limit(sentence: str, match: re.Match[str]) -> bool:
    return bool(match["prefix"]) or date_context.bound(sentence, match.start()) in _LIMITS


def _differs(sentence: str, mutant: Mutant, start: int) -> bool:
    """Tell whether the date at `start` alone changed, to days that are none of the old ones."""
    before, after = date_spans(sentence), date_spans(mutant.text)
    if [span.start for span in before if span.start <= start] != [
        span.start for span in after if span.start <= start
    ]:
        return False
    if len(before) != len(after) or len(read_quantities(sentence)) != len(read_quantities(mutant.text)):
        return False
    old, new = _read(sentence, start), _read(mutant.text, start)
    if old is None or new is None:
        return old is new
    return old.grain == new.grain and old.relation(new) is Relation.DISJOINT


def _read(sentence: str, start: int) -> CalendarInterval | None:
    """Return the date at `start`, or None where even a day of publication would not tell its year."""
    dates = read_dates(sentence, published=_ANY_DAY)
    return next((one for one in dates if one.span.start == start), None)


def _group(match: re.Match[str], name: str) -> tuple[Span, str] | None:
    """Return place and text of a part of a date, or None where the shape lacks it."""
    if name not in match.re.groupindex or match[name] is None:
        return None
    return Span(*match.span(name)), match[name]


def _shape(match: re.Match[str]) -> str:
    return match.lastgroup or ""


def _has_weekday(match: re.Match[str]) -> bool:
    return match[0].split()[0].rstrip(".,") in _WEEKDAY_NAMES


_WEEKDAY_NAMES = frozenset(name for row in _WEEKDAY_ROWS for name in row)


def _is_run(match: re.Match[str]) -> bool:
    return bool(_group(match, f"{_shape(match)}_last"))


def _other_days(_sentence: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    part = _group(match, f"{_shape(match)}_day")
    if part is None or _has_weekday(match) or _is_run(match):
        return
    place, written = part
    number = int(written)
    other = number + 1 if number < _SURE_DAY else number - 1
    if match.string[place.end : place.end + 2] in {"st", "nd", "rd", "th"}:
        other = number + 10 if number <= _SURE_DAY - 10 and number not in {1, 2, 3, 11, 12, 13} else 0
    if other:
        yield place, f"{other:0{len(written)}d}"


def _other_weekdays(sentence: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    part = _group(match, "weekday_weekday")
    if part is None or _dated(sentence, match):
        return
    place, written = part
    number = WEEKDAYS[written]
    for later in (3, 5):
        name = _WEEKDAY_ROWS[(number + later) % 7][0]
        yield place, name.upper() if written.isupper() else name


def _dated(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether another date stands right behind a weekday: "Friday morning, May 16"."""
    spans = date_spans(sentence)
    return any(0 <= span.start - match.end() < 12 for span in spans if span.start != match.start())


def _other_months(_sentence: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    shape = _shape(match)
    if shape in _WITH_DAY and (_has_weekday(match) or _is_run(match)):
        return
    written = _group(match, f"{shape}_month")
    if written is not None:
        place, name = written
        yield from ((place, after) for after in _months_for(name, _day_of(match)))
    season = _group(match, "season_season")
    if season is not None:
        place, name = season
        after = _OTHER_SEASONS[name.lower()]
        yield place, like_first(name, after)


def _day_of(match: re.Match[str]) -> int:
    part = _group(match, f"{_shape(match)}_day")
    return int(part[1]) if part else 1


def _months_for(written: str, day_of_month: int) -> Iterator[str]:
    """Yield two other months, written as the one is: in digits, in full or short, with its full stop."""
    # Long months lie an even number apart for most of the year.
    for later in (2, 8) if day_of_month > _SURE_DAY else (1, 4):
        if written.isdigit():
            yield f"{(int(written) + later - 1) % 12 + 1:02d}"
            continue
        name = written.rstrip(".")
        row = _MONTH_ROWS[(MONTHS[name] + later - 1) % 12]
        short = name.capitalize() not in {full[0] for full in _MONTH_ROWS}
        other = row[1] if short and len(row) > 1 else row[0]
        stop = "." if written.endswith(".") and short and len(row) > 1 else ""
        yield (other.upper() if name.isupper() else other) + stop


def _other_years(_sentence: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    shape = _shape(match)
    if shape in _WITH_DAY and (_has_weekday(match) or _is_run(match)):
        return
    part = _group(match, f"{shape}_year")
    if part is None:
        return
    place, written = part
    step = 10 if shape == "decade" else 1
    for other in (int(written) - step, int(written) + step):
        yield place, str(other)
