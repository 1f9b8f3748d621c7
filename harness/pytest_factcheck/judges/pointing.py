"""Pointing: whether a passage speaks of the very thing that the claim points to by names, numbers and days.

What stands in the name of the thing itself ("the trial of Carl Dahl in Oslo") must stand in the passage too.
A day may go unsaid where the source appeared soon after it, and another name of the claim may stand elsewhere
in the source if the passage shares one with the claim. Whether the value is right is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pytest_factcheck.judges.attachment import row
from pytest_factcheck.judges.claims import Asked, Topic
from pytest_factcheck.judges.coverage import missing
from pytest_factcheck.judges.mentions import find
from pytest_factcheck.judges.reading import Reading, window
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import phrase_at
from pytest_factcheck.vocabulary import Passage

_OWN = row("own_prepositions")
_SOON = timedelta(days=31)  # a source of so many days after an event need not give its month and year
_AHEAD = timedelta(days=7)


def points_here(asked: Asked, topic: Topic, passage: Passage) -> bool:
    """Tell whether a passage shares with the claim what points to one thing."""
    around = window(passage)
    lacking = missing(asked.pointers, asked.reading, around)
    if not lacking:
        return True
    own, timed = _own_places(asked, topic), _recent_days(asked.reading, passage.published)
    shared = len(lacking) < len(asked.pointers)
    return all(
        token.start in timed or (token.start not in own and shared and _is_elsewhere(token, passage))
        for token in lacking
    )


def _is_elsewhere(token: Token, passage: Passage) -> bool:
    """Tell whether a name of the claim stands anywhere in the source; a number may be another's there."""
    return token.named and token.text in passage.text


def _own_places(asked: Asked, topic: Topic) -> frozenset[int]:
    """Return where the words begin that name the claim's thing, with the phrases that hang on it."""
    tokens = asked.reading.tokens
    heads = {relation.head for relation in topic.relations}
    places: set[int] = set()
    for alias in topic.about:
        for start, end in find(tokens, alias):
            said_of = any(token.stem in heads for token in tokens[end:])
            stop = _chain_end(asked.reading, end, any_preposition=said_of)
            places.update(token.start for token in tokens[start:stop])
    return frozenset(places)


def _chain_end(reading: Reading, at: int, *, any_preposition: bool) -> int:
    """Return where the phrases behind a noun end: "of Carl Dahl in Oslo"."""
    tokens = reading.tokens
    while at < len(tokens) and tokens[at].kind is Kind.PREPOSITION and tokens[at].link is Link.OPEN:
        phrase = phrase_at(tokens, at + 1)
        if phrase is None or not (any_preposition or tokens[at].lower in _OWN):
            break
        at = phrase.end
    return at


def _recent_days(claim: Reading, published: date | None) -> frozenset[int]:
    """Return where the words of those days begin that a source of this day of publication need not say."""
    return frozenset(_day_places(claim, published)) if published else frozenset()


def _day_places(claim: Reading, published: date) -> Iterator[int]:
    for day in claim.dates(published):
        if day.start - _AHEAD <= published and published < day.end + _SOON and not day.bound:
            start, end = claim.covered(day.span)
            yield from (token.start for token in claim.tokens[start:end])
