"""Naming: another name where the claim has its own.

A name that only the surroundings hold, in a sentence that names somebody else, and a name before a noun that
has another one here: "the Danish delegation" against "the Norwegian delegation".
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.facets import Facet, is_head_name
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.transliteration import sounded

_COUNTRY = "@"


def other_name(case: Case) -> tuple[Facet, int] | None:
    """Return a name of the claim and the token of the sentence that names somebody else, or None."""
    return _instead(case) or _before_noun(case)


def _instead(case: Case) -> tuple[Facet, int] | None:
    """Return a name that only the surroundings hold, and another of its kind that the claim has not."""
    absent = next((one.facet for one in case.coverage.held if one.facet.is_head_name and not one.here), None)
    here = case.core or case.here
    if absent is None or not here:
        return None
    tokens = case.own.reading.tokens
    spoken = {key for token in case.claim.tokens for key in (token.key, sounded(token.text))}
    for at in range(*case.own.reading.clause_of(here[0].at)):
        if not is_head_name(tokens, at) or {tokens[at].key, sounded(tokens[at].text)} & spoken:
            continue
        if is_place(absent.text) == is_place(tokens[at].text):
            return absent, at
    return None


def _modifies(facet: Facet) -> bool:
    """Tell whether a name may stand before the noun that it tells apart."""
    return facet.is_head_name or facet.key.startswith(_COUNTRY)


def _before_noun(case: Case) -> tuple[Facet, int] | None:
    """Return a name before a noun of the claim, and the other name that stands before that noun here."""
    ours, theirs = case.claim.tokens, case.own.reading.tokens
    facets = {one.facet.item.start: one.facet for one in case.coverage.held if _modifies(one.facet)}
    for noun in case.here:
        names = [facets[at] for at in _listed(ours, noun.facet.item.start) if at in facets]
        here = _listed(theirs, noun.at)
        others = [at for at in here if not any(_names_same(facet, theirs[at]) for facet in names)]
        lacking = [facet for facet in names if not any(_names_same(facet, theirs[at]) for at in here)]
        if lacking and others:
            return lacking[-1], others[-1]
    return None


def _listed(tokens: Sequence[Token], noun: int) -> tuple[int, ...]:
    """Return the names right before a noun that a list joins: "Danish and Norwegian delegations"."""
    found: list[int] = []
    at = noun - 1
    while at >= 0 and (tokens[at].country or is_head_name(tokens, at)):
        found.insert(0, at)
        joined = at > 0 and tokens[at - 1].kind is Kind.COORDINATOR
        if not joined and tokens[at].link is not Link.COMMA:
            break
        at -= 2 if joined else 1
    return tuple(found)


def _names_same(facet: Facet, token: Token) -> bool:
    return token.key in facet.covers or sounded(token.text) == sounded(facet.text)
