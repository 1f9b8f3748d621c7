"""Signals: the words of a sentence by which it could be wrong: numbers, dates, names, who says it, verbs.

Each is found by its form. What it says, and whether it is so, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pytest_factcheck.coverage.deeds import verbs
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.attribution import speaker
from pytest_factcheck.language.date_shapes import MONTHS, WEEKDAYS
from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.headlines import says_name
from pytest_factcheck.language.sayings import sayings
from pytest_factcheck.language.words import is_function_word
from pytest_factcheck.vocabulary import Span


class SignalKind(StrEnum):
    """What could be wrong."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    SAID = "said"
    VERB = "verb"
    WORD = "word"


@dataclass(frozen=True, order=True, slots=True)
class Signal:
    """Words of a sentence that could be wrong, and whether they state something outright.

    A number does so where it is more than "one", a date where it says when, a report where another than "I"
    or "we" speaks, a verb where it tells a deed or what is so. A name never does: opinions have names, too.
    """

    span: Span
    kind: SignalKind
    outright: bool

    def shifted(self, distance: int) -> Signal:
        """Return this signal moved by `distance` code points."""
        return Signal(self.span.shifted(distance), self.kind, self.outright)


_LEAST = 3  # words with content that a statement has
_CALENDAR = WEEKDAYS | MONTHS
_OWNING = ("'s", "’s")
_LONE = frozenset({"one", "a", "an"})
_FIRST_PERSONS = frozenset({"i", "we"})


def signals(reading: Reading, published: date | None) -> tuple[Signal, ...]:
    """Return the signals of a sentence in order; no two overlap.

    Args:
        reading: The sentence.
        published: The day from which "Friday" is counted, if it is known.
    """
    found: list[Signal] = []
    if reading.too_long:
        return ()
    for signals_of_a_kind in (_dates(reading, published), _numbers(reading), _said(reading), _names(reading)):
        _add(found, signals_of_a_kind)
    told = (Signal(reading.tokens[at].span, SignalKind.VERB, outright) for at, outright in verbs(reading))
    _add(found, told)
    return tuple(sorted(found or _words(reading)))


def _words(reading: Reading) -> list[Signal]:
    """Return the words with content where no sign is left, as in "Talks end without deal"."""
    spans = [token.span for token in reading.tokens if not is_function_word(token.text)]
    return [Signal(span, SignalKind.WORD, outright=False) for span in spans] if len(spans) >= _LEAST else []


def _add(found: list[Signal], more: Iterable[Signal]) -> None:
    """Add the signals that touch none that is there already."""
    for signal in more:
        if not any(signal.span.overlaps(other.span) for other in found):
            found.append(signal)


def _dates(reading: Reading, published: date | None) -> Iterator[Signal]:
    """Yield the dates, the longest of each place; "Friday's talks" names the talks and does not date them."""
    spans = {*date_spans(reading.text), *(one.span for one in reading.dates(published))}
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        yield Signal(span, SignalKind.DATE, not reading.text[span.end :].startswith(_OWNING))


def _numbers(reading: Reading) -> Iterator[Signal]:
    """Yield the amounts, ordinals and clock times."""
    for quantity in reading.quantities:
        yield Signal(quantity.span, SignalKind.NUMBER, quantity.text.lower() not in _LONE)


def _said(reading: Reading) -> Iterator[Signal]:
    """Yield the verbs and nouns that tell who says something, and the speakers of headlines."""
    for saying in sayings(reading.text):
        who = saying.speaker.of(reading.text).lower() if saying.speaker else ""
        yield Signal(saying.verb, SignalKind.SAID, who not in _FIRST_PERSONS)
    end = len(reading.text.rstrip())
    for place in (Span(end - 1, end), Span(0, 1)) if end else ():
        found = speaker(reading.text, place)
        if found and found.speaker and not found.verb:
            yield Signal(found.speaker, SignalKind.SAID, outright=True)


def _names(reading: Reading) -> Iterator[Signal]:
    """Yield the names, each with all its words."""
    given, at = reading.tokens, 0
    while at < len(given):
        end = at
        while end < len(given) and _is_name(reading, end) and (end == at or given[end].link is Link.OPEN):
            end += 1
        if end > at:
            yield Signal(Span(given[at].start, given[end - 1].end), SignalKind.NAME, outright=False)
        at = max(end, at + 1)


def _is_name(reading: Reading, at: int) -> bool:
    """Tell whether a word is a name; the capital that opens a sentence tells little."""
    token, given = reading.tokens[at], reading.tokens
    if not token.named or token.kind is not Kind.WORD or token.text in _CALENDAR:
        return False
    if at > 0 and token.link is not Link.BREAK:
        return True
    follower = given[at + 1] if at + 1 < len(given) else None
    goes_on = follower and follower.named and follower.kind is Kind.WORD and follower.link is Link.OPEN
    return says_name(token) or (bool(goes_on) and not is_function_word(token.text))


def states_fact(found: Iterable[Signal]) -> bool:
    """Tell whether there is a number or a date, or somebody who says something."""
    return any(signal.outright and signal.kind is not SignalKind.VERB for signal in found)


def holds(found: Iterable[Signal], kind: SignalKind) -> bool:
    """Tell whether a signal of a kind states something outright."""
    return any(signal.kind is kind and signal.outright for signal in found)
