"""Serving: which country the holder of an office serves, as a text says it: "Norwegian President Ann Berg".

A text that gives an office to somebody by name says whose office it is; that the country of a claim stands
somewhere else in it changes nothing. Holders are told apart by their last names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.facets import Facet
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.vocabulary import Span

_OFFICES = word_list("names", "offices", "posts", "roles")
_WORDS_OF_OFFICE = _OFFICES | word_list("names", "portfolios")
_TEXTS = 1 << 9


class Office(NamedTuple):
    """An office that somebody holds: how his last name sounds, the country's key, and where that stands."""

    holder: str
    country: str
    place: Span


def serves_another(case: Case) -> tuple[Facet, Span] | None:
    """Return the country of an office in the claim, and where the text gives its holder another."""
    for ours in offices(case.claim.text):
        theirs = [one for one in offices(case.passage.text) if one.holder == ours.holder]
        if theirs and all(one.country != ours.country for one in theirs):
            facet = next(
                (one.facet for one in case.coverage.held if case.span(one.facet) == ours.place), None
            )
            if facet:
                return facet, theirs[0].place
    return None


@lru_cache(maxsize=_TEXTS)
def offices(text: str) -> tuple[Office, ...]:
    """Return every office of a text that somebody with a name holds for a country, in order."""
    return tuple(_offices(tokens(text)))


def _offices(given: tuple[Token, ...]) -> Iterator[Office]:
    for at, token in ((at, token) for at, token in enumerate(given) if token.country):
        end = _end(given, at + 1)
        title = {one.lower for one in given[at + 1 : end - 1]}
        if title & _OFFICES and given[end - 1].named and given[end - 1].lower not in _WORDS_OF_OFFICE:
            yield Office(sounded(given[end - 1].text), token.key, token.span)


def _end(given: tuple[Token, ...], at: int) -> int:
    """Return where a title and the name behind it end: "Secretary of State Ann Berg"."""
    first = at
    while at < len(given) and (given[at].link is Link.OPEN or _of_country(given, at, first)):
        of = given[at].lower == "of" and given[at - 1].lower in _OFFICES
        titled = given[at].lower in _WORDS_OF_OFFICE
        if not (of or titled or (given[at].named and given[at].kind is Kind.WORD and not given[at].country)):
            break
        at += 1
    return at


def _of_country(given: tuple[Token, ...], at: int, first: int) -> bool:
    return at == first and given[at].link is Link.POSSESSIVE
