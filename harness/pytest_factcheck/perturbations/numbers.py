"""Another number, magnitude, comparator or unit: what is measured stays, and the amount cannot be equal.

Each mutant is read back, so that a number that counts nothing, or a change that leaves the old amount open,
makes none. "At least 30 days" becomes "15 days": another bound would still hold, or be held, beside the old.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice

from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.readings import apart, quantities, reads_as
from pytest_factcheck.perturbations.spelled import ordinal_digits, ordinal_word
from pytest_factcheck.perturbations.tables import TABLE, pool
from pytest_factcheck.perturbations.written import Written, number_of
from pytest_factcheck.vocabulary import Span

_MOST: dict[str, int] = TABLE["most"]
_COMPARATORS: dict[str, str] = TABLE["comparators"]
_MAGNITUDES: dict[str, str] = TABLE["magnitudes"]
_UNITS: dict[str, str] = TABLE["units"]
_SIGNS: dict[str, str] = TABLE["signs"]
_BEFORE_BARE = frozenset(pool("before_bare_count"))
_PER_NUMBER = 2
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)|[a-z]+", re.IGNORECASE)
_CLOCK = re.compile(r"([0-9]{1,2})(?=[:0-9]*)")
_WORD = re.compile(r"[^\W\d_]+")


def number(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another number in the place of each, twice where it can be."""
    found: list[Mutant] = []
    for quantity in quantities(sentence):
        mutants = _other_numbers(sentence, quantity)
        sure = (mutant for mutant in mutants if reads_as(sentence, mutant, quantity, apart))
        found += islice(sure, _PER_NUMBER)
    return distinct(sentence, found)


def _other_numbers(sentence: str, quantity: Quantity) -> Iterator[Mutant]:
    if quantity.dimension == "ordinal":
        yield from _other_ordinals(sentence, quantity)
    elif quantity.dimension.startswith("clock"):
        yield from _other_hours(sentence, quantity)
    else:
        written = number_of(sentence, quantity)
        if written is not None:
            yield from _other_amounts(sentence, quantity, written)


def _other_amounts(sentence: str, quantity: Quantity, written: Written) -> Iterator[Mutant]:
    bounded = quantity.interval.high is not None and (quantity.interval.low or quantity.nominal is not None)
    span = written.span if bounded else Span(quantity.span.start, written.span.end)
    for value in _values(written):
        if _fits(quantity, written, value):
            after = like_first(span.of(sentence), written.again(value))
            yield replaced(sentence, "number", span, after)


def _values(written: Written) -> Iterable[Fraction]:
    """Return other values, near ones first."""
    value, step = written.value, written.step
    half = value / 2 if written.decimals else Fraction(value // 2)
    return (value + step, half, value * 3, value - step)


def _fits(quantity: Quantity, written: Written, value: Fraction) -> bool:
    """Tell whether a value can stand there: a whole one in words, none that asks for another noun."""
    if written.value == 1 and not (written.joined or written.decimals or _scaled(quantity)):
        return False
    least = 0 if written.decimals else 1
    most = _MOST.get(quantity.dimension)
    possible = most is None or value <= most or written.value > most
    return value > least and possible and (value.denominator == 1 or not written.words)


def _scaled(quantity: Quantity) -> bool:
    """Tell whether a magnitude word stands in a quantity, so that what it counts is plural in any case."""
    return any(word in _MAGNITUDES for word in quantity.text.lower().split())


def _other_ordinals(sentence: str, quantity: Quantity) -> Iterator[Mutant]:
    low = quantity.interval.low
    match = _ORDINAL.fullmatch(quantity.text)
    if match is None or low is None:
        return
    for value in (int(low) + 2, int(low) + 1):
        after = ordinal_digits(value) if match[1] else ordinal_word(value)
        if after:
            yield replaced(sentence, "number", quantity.span, like_first(quantity.text, after))


def _other_hours(sentence: str, quantity: Quantity) -> Iterator[Mutant]:
    match = _CLOCK.search(sentence, quantity.span.start, quantity.span.end)
    if match is None:
        return
    hour = int(match[1])
    for later in (3, 5):
        other = hour + later if hour > 12 else (hour + later - 1) % 12 + 1
        if other < 24:
            after = f"{other:02d}" if match[1].startswith("0") else str(other)
            yield replaced(sentence, "number", Span(*match.span(1)), after)


def magnitude(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another magnitude word in the place of each: a million for a thousand."""
    return _by_word(sentence, "magnitude", _MAGNITUDES)


def unit(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another unit or currency in the place of each: hours for minutes."""
    return distinct(sentence, (*_by_word(sentence, "unit", _UNITS), *_other_signs(sentence)))


def _by_word(sentence: str, operator: str, words: dict[str, str]) -> tuple[Mutant, ...]:
    found: list[Mutant] = []
    for quantity in quantities(sentence):
        for match in _WORD.finditer(sentence, quantity.span.start, quantity.span.end):
            after = words.get(match[0].lower())
            if after:
                mutant = replaced(
                    sentence, operator, Span(match.start(), match.end()), like_first(match[0], after)
                )
                if reads_as(sentence, mutant, quantity, _other_kind if operator == "unit" else apart):
                    found.append(mutant)
    return distinct(sentence, found)


def _other_signs(sentence: str) -> Iterator[Mutant]:
    for quantity in quantities(sentence):
        for sign, other in _SIGNS.items():
            at = quantity.text.find(sign)
            if at >= 0:
                start = quantity.span.start + at
                mutant = replaced(sentence, "unit", Span(start, start + len(sign)), other)
                if reads_as(sentence, mutant, quantity, _other_kind):
                    yield mutant
                break


def _other_kind(before: Quantity, after: Quantity) -> bool:
    """Tell whether the unit made another amount, or an amount of something else."""
    return before.dimension != after.dimension or before.interval.disjoint(after.interval)


def comparator(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with each bound turned round, and exact counts made bounds."""
    found: list[Mutant] = []
    for quantity in quantities(sentence):
        written = number_of(sentence, quantity)
        if written is None or (quantity.dimension == "count" and written.value == 1):
            continue  # "less than one person" says nothing
        mutants = (*_turned(sentence, quantity, written), *_bounded(sentence, quantity, written))
        found += (mutant for mutant in mutants if reads_as(sentence, mutant, quantity, apart))
    return distinct(sentence, found)


def _turned(sentence: str, quantity: Quantity, written: Written) -> Iterator[Mutant]:
    """Yield the sentence with "more than" for "less than"."""
    before = sentence[quantity.span.start : written.span.start]
    phrase = before.rstrip("$€£¥ \t\n\u00a0")
    after = _COMPARATORS.get(" ".join(phrase.lower().split()))
    if after == "less than" and quantity.dimension == "count":
        after = "fewer than"
    if after:
        span = Span(quantity.span.start, quantity.span.start + len(phrase))
        yield replaced(sentence, "comparator", span, like_first(phrase, after))


def _bounded(sentence: str, quantity: Quantity, written: Written) -> Iterator[Mutant]:
    """Yield the sentence with "more than" and "fewer than" before an exact count."""
    start = quantity.span.start
    words_before = sentence[:start].split()
    follows = words_before[-1].lower().strip("\"'“‘(") if words_before else ""
    alone = not start or sentence[start - 1].isspace()
    exact = quantity.dimension == "count" and quantity.nominal is not None and quantity.nominal > 1
    if not exact or not quantity.counted or written.joined or not alone or follows in _BEFORE_BARE:
        return
    for phrase in ("more than", "fewer than"):
        number_text = quantity.text[:1].lower() + quantity.text[1:]
        after = like_first(quantity.text, f"{phrase} {number_text}")
        yield replaced(sentence, "comparator", quantity.span, after)
