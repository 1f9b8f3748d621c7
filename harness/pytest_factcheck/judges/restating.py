"""Restating: what a claim says of those who held an event, said of the event itself.

"They held talks in Oslo" says that the talks were held in Oslo, a place that can be compared. "They met in
Oslo" is left alone: they may have met elsewhere as well. Nothing here knows which event is meant, or what a
source says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.relations import HAPPENINGS
from pytest_factcheck.language.grammar import Kind, Link

_HOLD = "hold"
_BEFORE_PLACE_OR_DAY = frozenset({"in", "at", "on"})


def restated(reading: Reading) -> Iterator[str]:
    """Yield sentences that say of an event what a claim says of those who took part.

    Args:
        reading: The claim, read.
    """
    for at in range(len(reading.tokens)):
        yield from _held(reading, at)


def _held(reading: Reading, at: int) -> Iterator[str]:
    """Yield "The talks were held in Oslo" for "held their talks in Oslo"."""
    token, event = reading.tokens[at], reading.event(at)
    if token.stem != _HOLD or "p" not in token.forms or event is None or event.passive or not event.object:
        return
    held = event.object
    if reading.tokens[held.head].lower in HAPPENINGS and _goes_on(reading, held.end):
        name = reading.text[reading.tokens[held.first].start : reading.tokens[held.head].end]
        yield f"The {name} was held {_rest(reading, held.end)}"


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a place or a day may follow."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].link is not Link.OPEN:
        return False
    return tokens[at].kind is Kind.PREPOSITION and tokens[at].lower in _BEFORE_PLACE_OR_DAY


def _rest(reading: Reading, at: int) -> str:
    return reading.text[reading.tokens[at].start :]
