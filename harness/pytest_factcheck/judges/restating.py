"""Restating: what a claim says of those who held an event, said of the event itself.

"They held talks in Oslo" says that the talks were held in Oslo, a place that can be compared; "the sides
negotiated for two hours", that the negotiations lasted two hours; "Norway was represented by Berg", that Berg
led the delegation. "They met in Oslo" is left alone: they may have met elsewhere as well. Nothing here knows
which event is meant, or what a source says.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.relations import DEALINGS, HAPPENINGS
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Link

_HOLD = "hold"
_REPRESENTED = "represented"
_DURATION = "duration"
_BEFORE_PLACE_OR_DAY = frozenset({"in", "at", "on"})


def restated(reading: Reading) -> Iterator[str]:
    """Yield sentences that say of an event what a claim says of those who took part.

    Args:
        reading: The claim, read.
    """
    for at in range(len(reading.tokens)):
        yield from _held(reading, at)
        yield from _dealt(reading, at)
        yield from _represented(reading, at)


def _held(reading: Reading, at: int) -> Iterator[str]:
    """Yield "The talks were held in Oslo" for "held their talks in Oslo"."""
    token, event = reading.tokens[at], reading.event(at)
    if token.stem != _HOLD or "p" not in token.forms or event is None or event.passive or not event.object:
        return
    held = event.object
    if reading.tokens[held.head].lower in HAPPENINGS and _goes_on(reading, held.end):
        name = reading.text[reading.tokens[held.first].start : reading.tokens[held.head].end]
        yield f"The {name} was held {_rest(reading, held.end)}"


def _dealt(reading: Reading, at: int) -> Iterator[str]:
    """Yield "The negotiations lasted two hours" for "the delegations negotiated for two hours"."""
    event, noun = reading.event(at), DEALINGS.get(reading.tokens[at].lower)
    if noun is None or event is None or event.passive or event.object or not _are_parties(reading, event):
        return
    for quantity in reading.quantities:
        start, _ = reading.covered(quantity.span)
        governed = at < start - 1 and reading.tokens[start - 1].lower == "for"
        if quantity.dimension == _DURATION and governed and reading.clause_of(at) == reading.clause_of(start):
            yield f"The {noun} lasted {quantity.span.of(reading.text)}."


def _are_parties(reading: Reading, event: Event) -> bool:
    """Tell whether delegations or countries do it; two people may meet whenever they like."""
    heads = [reading.tokens[phrase.head] for phrase in event.subject.phrases]
    return bool(heads) and all(head.country or not head.named for head in heads)


def _represented(reading: Reading, at: int) -> Iterator[str]:
    """Yield "The Norway delegation was led by Berg" for "Norway was represented at the talks by Berg"."""
    event = reading.event(at) if reading.tokens[at].lower == _REPRESENTED else None
    if event is None or not event.passive or not event.agents or len(event.subject.phrases) != 1:
        return
    country, agent = reading.tokens[event.subject.phrases[0].head], event.agents[0]
    if country.country and len(event.agents) == 1:
        yield f"The {country.text} delegation was led by {agent.span(reading.tokens).of(reading.text)}."


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a place or a day may follow."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].link is not Link.OPEN:
        return False
    return tokens[at].kind is Kind.PREPOSITION and tokens[at].lower in _BEFORE_PLACE_OR_DAY


def _rest(reading: Reading, at: int) -> str:
    return reading.text[reading.tokens[at].start :]
