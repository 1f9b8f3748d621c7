"""Quantities in running text, as half-open intervals in base units.

This is where numbers become statements: comparators widen or bound them, a count gets the noun that it
counts, and digits that count nothing (dates, names, scores, list numbers) are left out. Nothing compares
across dimensions, and what a quantity is said of is for the judges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from pytest_factcheck.language import ordinals
from pytest_factcheck.language.amounts import COUNT, Found
from pytest_factcheck.language.clock import Clock, read_clock
from pytest_factcheck.language.comparators import (
    PLACE_WORDS,
    Comparator,
    comparator_after,
    comparator_before,
)
from pytest_factcheck.language.counted import counted_noun, is_plural
from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.language.identifiers import is_code, is_name
from pytest_factcheck.language.intervals import Interval, Relation
from pytest_factcheck.language.lexing import token_at, tokens, touch
from pytest_factcheck.language.numbers import MAGNITUDES, STARTERS, Number
from pytest_factcheck.language.ordinals import Ordinal, read_ordinal
from pytest_factcheck.language.ranges import read_amounts
from pytest_factcheck.language.rounding import BELOW_ZERO, Amount, bounds
from pytest_factcheck.language.shares import unread_end
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.units import AFTER_ARTICLE, CURRENCY_STARTERS
from pytest_factcheck.vocabulary import Span

_WORDLIKE = frozenset({"word", "mark", "identifier"})  # tokens of which few begin a quantity
_STARTERS = STARTERS | ordinals.STARTERS | CURRENCY_STARTERS
_NUMBER_WORDS = "|".join(sorted(STARTERS - {"a", "an"} | ordinals.STARTERS))
_UNITS_AFTER_ARTICLE = "|".join(sorted(AFTER_ARTICLE | MAGNITUDES))
_DIGIT = re.compile(r"[0-9½¼¾⅓⅔⅛⅜⅝⅞]")
_NUMBER_WORD = re.compile(rf"\b(?:(?:{_NUMBER_WORDS})\b|an?\s+(?:{_UNITS_AFTER_ARTICLE}))", re.IGNORECASE)
_BEFORE_PRONOUN = frozenset(table("numbers")["nouns"]["before_pronoun"].split())
_NO_NUMBER = Number(Fraction(100), Fraction(1))
_ABOUT_A_TIME = Fraction(15 * 60)  # "around 1:30 p.m." leaves open a quarter of an hour on both sides


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a phrase says of an amount: the values that it leaves open, and of what.

    `dimension` is "count", "duration" (seconds), "length" (metres), "age" (years), "percent", "money:USD",
    "ordinal", "clock" (seconds from midnight) …; only equal dimensions compare. `counted` is the stem of the
    noun that a count or an ordinal counts, or empty. `span` covers comparator, number and unit, not the noun.
    `nominal` is the value of a bare number, and `ends` are the values that a bound or a range includes.
    """

    span: Span
    interval: Interval
    dimension: str
    counted: str
    text: str
    nominal: Fraction | None = None
    ends: tuple[Fraction, ...] = ()


_Read = tuple[Quantity, int]  # a quantity, and the offset behind the noun that it counts


def relation(source: Quantity, claim: Quantity) -> Relation:
    """Return how a source's quantity lies to a claim's; across dimensions it decides nothing.

    It is the relation of the intervals, save that a bare number lies inside a bound that includes it: "30
    days" is at least 30 days, although rounding leaves open a little less.
    """
    if source.dimension != claim.dimension:
        return Relation.OVERLAPS
    found = source.interval.relation(claim.interval)
    return Relation.INSIDE if found is Relation.OVERLAPS and source.nominal in claim.ends else found


def read_quantities(text: str, span: Span | None = None) -> tuple[Quantity, ...]:
    """Return the quantities in `text`, or in the part under `span`, in order."""
    start, end = (span.start, span.end) if span else (0, len(text))
    if not (_DIGIT.search(text, start, end) or _NUMBER_WORD.search(text, start, end)):
        return ()
    return tuple(quantity for quantity, _ in _Reader(text, start, end, alone=False).read())


def parse_quantity(text: str) -> Quantity:
    """Return the one quantity that `text` is: "about 100 minutes", "> 2 h", "40 buses", "1,000".

    Raises:
        ValueError: If it is none, more than one, or holds other words.
    """
    read = list(_Reader(text, 0, len(text), alone=True).read())
    if not read:
        raise ValueError(
            f"{text!r} is not a quantity: write a number, with its unit or with what is counted, "
            "such as 'about 100 minutes', '> 2 h' or '40 buses'"
        )
    quantity, end = read[0]
    if len(read) > 1:
        found = " and ".join(repr(one.text) for one, _ in read)
        raise ValueError(f"{text!r} holds more than one quantity: {found}")
    rest = text[end:].strip()
    if text[: quantity.span.start].strip() or (rest and not (quantity.counted and rest.startswith("of "))):
        raise ValueError(
            f"{text!r} holds more than the quantity {quantity.text!r}: leave out the other words"
        )
    return quantity


class _Reader:
    """One pass over the tokens of a stretch of text; it remembers where the last quantity and name ended."""

    def __init__(self, text: str, start: int, end: int, *, alone: bool) -> None:
        self._text = text
        self._alone = alone
        self._found = tokens(text, start, end)
        self._starts = [token.start for token in self._found]
        self._dates = () if alone else date_spans(text, Span(start, end))
        self._named_end = -1
        self._end = -1

    def read(self) -> Iterator[_Read]:
        """Yield each quantity with the offset behind the noun that it counts."""
        at = 0
        dates = iter(self._dates)
        date = next(dates, None)
        while at < len(self._found):
            token = self._found[at]
            if token.kind in _WORDLIKE and token.lower not in _STARTERS:
                at += 1
                continue
            start = token.start
            while date and date.end <= start:
                date = next(dates, None)
            if date and date.start <= start:
                at = bisect_left(self._starts, date.end)
                continue
            read, at = self._read_at(at)
            yield from read

    def _read_at(self, at: int) -> tuple[list[_Read], int]:
        """Return what begins at token `at`, and the place to go on from."""
        clock = read_clock(self._found, at)
        if clock:
            return [self._clock(at, *clock)], clock[1]
        ordinal = read_ordinal(self._found, at)
        if ordinal:
            return [self._ordinal(at, ordinal)], ordinal.end
        items = read_amounts(self._found, at)
        behind = items[-1].end if items else unread_end(self._found, at) or at + 1
        if self._is_rate(at):
            return [], behind
        read = [quantity for item in items if (quantity := self._amount(item))]
        if len(read) == 2 and not read[0][0].counted:
            read[0] = replace(read[0][0], counted=read[1][0].counted), read[0][1]
        self._end = read[-1][1] if read else self._end
        return read, behind

    def _is_rate(self, at: int) -> bool:
        """Tell whether "an hour" stands right behind a quantity: "$5 an hour", "40 flights a day"."""
        token = self._found[at]
        follows = at > 0 and self._found[at - 1].end == self._end
        return token.lower in {"a", "an"} and follows

    def _clock(self, at: int, clock: Clock, end: int) -> _Read:
        """Return a clock time; "about" widens it, and nothing else does."""
        token = self._found[at]
        comparator = comparator_before(self._text, token.start, _NO_NUMBER, COUNT, alone=self._alone)
        about = comparator.kind == "about"
        slack = max(clock.grain / 2, _ABOUT_A_TIME) if about else clock.grain / 2
        interval = Interval(clock.seconds - slack, clock.seconds + slack)
        span = Span(comparator.at if about else token.start, self._found[end - 1].end)
        return Quantity(span, interval, clock.dimension, "", span.of(self._text)), span.end

    def _ordinal(self, at: int, ordinal: Ordinal) -> _Read:
        span = Span(self._starts[at], self._found[ordinal.end - 1].end)
        interval = Interval(Fraction(ordinal.value), Fraction(ordinal.value + 1))
        quantity = Quantity(span, interval, "ordinal", ordinal.noun, span.of(self._text))
        return quantity, self._found[ordinal.noun_end - 1].end

    def _amount(self, item: Found) -> _Read | None:
        """Return a measure or a count with its comparator, or None if it is no quantity after all."""
        item = self._signed(item)
        amount = item.amount
        start, end = self._starts[item.start], self._found[item.end - 1].end
        unit = None if item.bare else amount.unit
        before = comparator_before(self._text, start, amount.first, unit, alone=self._alone)
        after = Comparator("", end) if before.kind else comparator_after(self._text, end)
        span, kind = Span(before.at, after.at), before.kind or after.kind
        noun, noun_end = self._noun(item, after.at) if item.bare else ("", span.end)
        if item.bare and not self._counts(item, noun, span, compared=bool(kind)):
            return None
        quantity = Quantity(
            span=span,
            interval=bounds(kind, amount),
            dimension=amount.unit.dimension,
            counted=noun,
            text=span.of(self._text),
            nominal=_nominal(kind, amount),
            ends=_ends(kind, amount),
        )
        return quantity, noun_end

    def _signed(self, item: Found) -> Found:
        """Return an amount with the minus before it, where there is anything below zero."""
        found, amount = self._found, item.amount
        sign = token_at(found, item.start - 1)
        written = sign.text in {"-", "−"} and touch(sign, found[item.start])
        written = written and not touch(token_at(found, item.start - 2), sign)
        if amount.unit.dimension not in BELOW_ZERO or amount.last or not (written or sign.lower == "minus"):
            return item
        number = replace(amount.first, value=-amount.first.value)
        return replace(item, amount=replace(amount, first=number), start=item.start - 1)

    def _noun(self, item: Found, end: int) -> tuple[str, int]:
        """Return the stem of the noun that a count counts, and the offset behind it."""
        place = bisect_left(self._starts, end)
        first = item.amount.first
        noun, noun_end = counted_noun(self._found, place, one=first.value == 1 and not first.loose)
        return noun, self._found[noun_end - 1].end if noun else end

    def _counts(self, item: Found, noun: str, span: Span, *, compared: bool) -> bool:
        """Tell whether a bare number counts, and is no pronoun, no bound of age and no part of a name."""
        if self._alone:
            return True
        if self._found[item.start].lower == "one" and not self._is_numeral(item, noun, compared=compared):
            return False
        if is_code(self._found, item, noun) or (not noun and self._bounds_age(span.start)):
            return False
        named = not compared and is_name(self._found, item, noun, self._named_end)
        if named:
            self._named_end = item.end
        return not named

    def _bounds_age(self, start: int) -> bool:
        """Tell whether the number at `start` bounds an age: "people over 65", "children under 5"."""
        at = bisect_left(self._starts, start)
        place = at if token_at(self._found, at).lower in PLACE_WORDS else at - 1
        before = token_at(self._found, place - 1)
        bounded = token_at(self._found, place).lower in PLACE_WORDS
        return bounded and before.kind == "word" and is_plural(before.text)

    def _is_numeral(self, item: Found, noun: str, *, compared: bool) -> bool:
        """Tell whether "one" counts: not so in "no one", "one of them" and "one-sided"."""
        before, after = token_at(self._found, item.start - 1), token_at(self._found, item.end)
        pronoun = before.lower in _BEFORE_PRONOUN and not compared
        return (
            bool(noun) and not pronoun and not (after.text == "-" and touch(self._found[item.end - 1], after))
        )


def _nominal(kind: str, amount: Amount) -> Fraction | None:
    """Return the value of a bare number."""
    plain = not kind and amount.last is None and amount.first.loose is None
    return amount.unit.base(amount.first.value) if plain else None


def _ends(kind: str, amount: Amount) -> tuple[Fraction, ...]:
    """Return the values that a bound or a range includes."""
    if amount.first.loose:
        return ()
    first, top = (amount.unit.base(number.value) for number in (amount.first, amount.top))
    return {"": (first, top) if amount.last else (), "at_least": (first,), "at_most": (top,)}.get(kind, ())
