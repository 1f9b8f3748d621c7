"""Forms: sentences that are no statement by their form: questions, credits, headings, calls, fragments.

Only how a sentence is written and how it stands in its line is looked at, never what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pytest_factcheck.coverage.signals import Signal, SignalKind, holds, states_fact
from pytest_factcheck.coverage.tables import phrases_of, words_of
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.words import is_function_word


class WhyNot(StrEnum):
    """Why a sentence is not checkable."""

    QUESTION = "question"
    CREDIT = "credit"
    HEADING = "heading"
    CALL = "call"
    OPINION = "opinion"
    QUOTATION = "quotation without a fact"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a sentence stands in its text: first and last of its line, or all within quotation marks.

    `published` is the day from which "Friday" is counted, if it is known.
    """

    opens: bool = True
    closes: bool = True
    quoted: bool = False
    published: date | None = None


_HANDLE = re.compile(r"@\w")
_CLOSING = " \t\n\"'”’»)"
_STOPS = (".", "!", "…")
_OPENERS = phrases_of("credit_openers")
_LINKS = phrases_of("credit_links")
_CALLS = phrases_of("calls")
_CREDITED = words_of("credit_names")
_STAMPS = words_of("stamps")
_HEADINGS = words_of("heading_openers")
_FEW = 2  # names that a line with a date may have


def no_statement(reading: Reading, found: Sequence[Signal], setting: Setting) -> WhyNot | None:
    """Return why the form of a sentence makes it no statement."""
    if reading.asks and not holds(found, SignalKind.SAID) and not _states_before_asking(reading, found):
        return WhyNot.QUESTION
    if not setting.quoted:
        line = " ".join(reading.text.lower().split())
        if _is_credit(reading, line, found, setting):
            return WhyNot.CREDIT
        if setting.closes and _is_heading(reading, found, setting):
            return WhyNot.HEADING
        if setting.opens and _begins(line, _CALLS) and not states_fact(found):
            return WhyNot.CALL
    return None if found or setting.quoted else WhyNot.FRAGMENT


def _states_before_asking(reading: Reading, found: Sequence[Signal]) -> bool:
    """Tell whether a colon parts a statement from the question behind it."""
    colon = reading.text.rfind(": ")
    return any(one.kind is SignalKind.VERB and one.span.end <= colon for one in found)


def _is_credit(reading: Reading, line: str, found: Sequence[Signal], setting: Setting) -> bool:
    """Tell whether words without a verb say who made a text or a picture, or when, and no more."""
    if any(_is_verbal(reading, signal) for signal in found):
        return False
    if setting.opens and setting.closes and _is_dateline(reading, found):
        return True
    figures = holds(found, SignalKind.NUMBER) or holds(found, SignalKind.DATE)
    if setting.opens and not figures and _begins(line, _OPENERS):
        return True
    return setting.closes and (
        bool(_HANDLE.search(line)) or (not figures and _names_maker(reading, line, found))
    )


def _names_maker(reading: Reading, line: str, found: Sequence[Signal]) -> bool:
    """Tell whether words without a verb end with whom a picture comes from: "… via AFP", "Reuters"."""
    linked = any(f" {link} " in f"{line} " for link in _LINKS)
    last = line.rstrip(_CLOSING).rpartition(" ")[2]
    return linked or (last in _CREDITED and set(_others(reading, found)) <= _CREDITED)


def _is_verbal(reading: Reading, signal: Signal) -> bool:
    """Tell whether a signal is a verb, and not the "updated" of a time stamp or a name before a colon."""
    words = signal.span.of(reading.text)
    verbal = signal.kind is SignalKind.VERB or (signal.kind is SignalKind.SAID and words.islower())
    return verbal and words.lower() not in _STAMPS


def _is_dateline(reading: Reading, found: Sequence[Signal]) -> bool:
    """Tell whether a line holds a date, perhaps with a name, and no more."""
    rest = [word for word in _others(reading, found) if word not in _STAMPS | _CREDITED]
    names = [signal for signal in found if signal.kind is SignalKind.NAME]
    return not rest and len(names) <= _FEW and holds(found, SignalKind.DATE)


def _is_heading(reading: Reading, found: Sequence[Signal], setting: Setting) -> bool:
    """Tell whether words are a bare name, or begin as "What we know so far" does."""
    if reading.text.rstrip(_CLOSING).endswith(_STOPS):
        return False
    bare = bool(found) and all(signal.kind is SignalKind.NAME for signal in found)
    announces = setting.opens and bool(reading.tokens) and reading.tokens[0].lower in _HEADINGS
    return (bare and not _others(reading, found)) or (announces and not states_fact(found))


def _others(reading: Reading, found: Sequence[Signal]) -> list[str]:
    """Return the words with content, in small letters, that belong to no signal."""
    return [
        token.lower
        for token in reading.tokens
        if not is_function_word(token.text) and not any(map(token.span.overlaps, (one.span for one in found)))
    ]


def _begins(line: str, openers: Sequence[str]) -> bool:
    return any(
        line.startswith(opener) and not line[len(opener) : len(opener) + 1].isalnum() for opener in openers
    )
