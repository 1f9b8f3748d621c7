"""The same amount or day written another way: 100 minutes as 1 hour 40 minutes, a thousand as 1,000.

Each is read back and kept only if it leaves open the very same values. "Two hours" is therefore not "120
minutes", which says more; "less than two hours" and "less than 120 minutes" are one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pytest_factcheck.language.dates import date_spans, read_dates
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.readings import quantities, reads_as, same
from pytest_factcheck.perturbations.spelled import in_digits, in_words
from pytest_factcheck.perturbations.written import Written, number_of
from pytest_factcheck.vocabulary import Span

_MINUTES = re.compile(r"\s+min(?:utes?|s)?\b")
_HOURS = re.compile(r"\s+h(?:ours?|rs?)?\b")
_PERCENT = re.compile(r"\s*%|\s+per\s?cent\b")
_LONGEST_WORDS = 100  # from here on numbers are not written out, save round thousands
_MONTH_FIRST = re.compile(r"([A-Z][a-z]+) ([0-9]{1,2}), ([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ([A-Z][a-z]+) ([0-9]{4})")


_Again = Callable[[str, Quantity, Written], Iterable[tuple[str, Span, str]]]


def same_number(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with each number in the other of digits and words, and with other commas."""
    return _read_back(sentence, _numbers_again)


def same_unit(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with each duration in other units, and each percentage in other words."""
    return _read_back(sentence, _units_again)


def _read_back(sentence: str, again: _Again) -> tuple[Mutant, ...]:
    found: list[Mutant] = []
    for quantity in quantities(sentence):
        written = number_of(sentence, quantity)
        if written is None:
            continue
        for operator, span, after in again(sentence, quantity, written):
            mutant = replaced(sentence, operator, span, like_first(span.of(sentence), after))
            if reads_as(sentence, mutant, quantity, same):
                found.append(mutant)
    return distinct(sentence, found)


def _numbers_again(_sentence: str, _quantity: Quantity, written: Written) -> Iterator[tuple[str, Span, str]]:
    value = written.value
    if value.denominator != 1 or written.decimals or value < 2:
        return
    if written.words:
        yield "same-number", written.span, in_digits(value, grouped=value >= 1000)
        return
    if value >= 1000:
        yield "same-number", written.span, in_digits(value, grouped=not written.grouped)
    if value < _LONGEST_WORDS or value % 1000 == 0:
        yield "same-number", written.span, in_words(int(value))
    if value == 1000:
        yield "same-number", written.span, "a thousand"


def _units_again(sentence: str, quantity: Quantity, written: Written) -> Iterator[tuple[str, Span, str]]:
    value, end = written.value, written.span.end
    unit = sentence[end : quantity.span.end]
    whole = Span(written.span.start, quantity.span.end)
    if written.joined or value.denominator != 1:
        return
    if quantity.dimension == "percent" and _PERCENT.fullmatch(unit):
        number = written.span.of(sentence)
        yield from (("same-unit", whole, number + other) for other in ("%", " percent", " per cent"))
    elif quantity.dimension == "duration" and _MINUTES.fullmatch(unit):
        yield from (("same-unit", whole, other) for other in _in_hours(int(value)))
    elif quantity.dimension == "duration" and _HOURS.fullmatch(unit):
        yield "same-unit", whole, f"{int(value) * 60} minutes"


def _in_hours(minutes: int) -> Iterator[str]:
    """Yield minutes as hours and minutes, in full and short."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return
    name = "hour" if hours == 1 else "hours"
    if not rest:
        yield f"{hours} {name}"
        return
    minute = "minute" if rest == 1 else "minutes"
    yield f"{hours} {name} {rest} {minute}"
    yield f"{hours} {name} and {rest} {minute}"
    yield f"{hours} h {rest} min"


def same_date(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with each whole date in the other order of day and month."""
    found = (
        replaced(sentence, "same-date", place, after)
        for span in date_spans(sentence)
        for place, after in _date_again(sentence, span)
    )
    days = [(one.start, one.end, one.bound) for one in read_dates(sentence)]
    return distinct(
        sentence,
        (
            mutant
            for mutant in found
            if [(one.start, one.end, one.bound) for one in read_dates(mutant.text)] == days
            and len(date_spans(mutant.text)) == len(date_spans(sentence))
        ),
    )


def _date_again(sentence: str, span: Span) -> Iterator[tuple[Span, str]]:
    month_first = _MONTH_FIRST.search(sentence, span.start, span.end)
    day_first = _DAY_FIRST.search(sentence, span.start, span.end)
    if month_first:
        month, day, year = month_first.groups()
        yield Span(*month_first.span()), f"{day} {month} {year}"
    elif day_first:
        day, month, year = day_first.groups()
        yield Span(*day_first.span()), f"{month} {day}, {year}"
