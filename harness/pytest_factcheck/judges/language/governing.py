"""Governing: the words that a time or a place hangs on, "met" in "delegations met in Oslo".

Told by word order alone: the noun right before the preposition, and the nearest verb before that in the
clause. A name before a noun ("the Oslo talks") hangs on that noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Link, Token

_SMALL = (Kind.DETERMINER, Kind.ADVERB, Kind.NUMBER)
_AHEAD = 4  # words between a name and the noun that it stands before


def governors(reading: Reading, at: int, *, subjects: bool = False) -> frozenset[int]:
    """Return the tokens that the name, amount or day beginning at token `at` hangs on.

    Args:
        reading: The sentence.
        at: The first token of the phrase.
        subjects: Whether the subject of the verb counts too: "the talks were held in Oslo".
    """
    tokens = reading.tokens
    start, end = reading.clause_of(at)
    found = _behind(tokens, at, end)
    place = _before(tokens, at, start)
    if place < start:
        return frozenset(found)
    found.add(place)
    verb = next((one for one in range(place, start - 1, -1) if _is_verb(tokens[one])), -1)
    if verb >= 0:
        found.add(verb)
        event = reading.event(verb) if subjects else None
        found.update(phrase.head for phrase in (event.subject.phrases if event else ()))
        subject = _before(tokens, verb, start)
        if subject >= start:
            found.add(subject)
    return frozenset(found)


def _before(tokens: Sequence[Token], at: int, start: int) -> int:
    """Return the last open word before `at`, over prepositions and small words, or one before `start`."""
    at -= 1
    while at >= start and (
        tokens[at].kind in _SMALL or tokens[at].kind in (Kind.PREPOSITION, Kind.AUXILIARY)
    ):
        at -= 1
    return at


def _behind(tokens: Sequence[Token], at: int, end: int) -> set[int]:
    """Return the head noun of the phrase that a name stands in front of, if it is no name itself."""
    head = -1
    for place in range(at + 1, min(end, at + _AHEAD)):
        if tokens[place].link is not Link.OPEN or tokens[place].kind is not Kind.WORD or tokens[place].forms:
            break
        head = place
    return {head} if head > 0 and not tokens[head].named else set()


def _is_verb(token: Token) -> bool:
    return token.kind is Kind.WORD and bool(token.forms) and token.text.islower()
