"""Naming: another name where the claim has its own.

A name that only the surroundings hold, in a sentence that names somebody else, and a name before a noun that
has another one here: "the Danish delegation" against "the Norwegian delegation".
"""

from __future__ import annotations

from itertools import pairwise

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.facets import Facet, is_head_name
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.transliteration import sounded

_COUNTRY = "@"
_LISTED = 4  # words of "the Danish and Norwegian" before their noun


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
    tokens = case.own.reading.tokens
    for name, noun in pairwise(case.coverage.held):
        joined = _modifies(name.facet) and name.facet.item.end == noun.facet.item.start
        if not (joined and noun.here and noun.at):
            continue
        theirs = tokens[noun.at - 1]
        if not (theirs.country or is_head_name(tokens, noun.at - 1)):
            continue
        # "Danish and Norwegian delegations" may stand the other way round.
        start = noun.facet.item.start
        listed = case.claim.tokens[max(0, start - _LISTED) : start]
        if name.here and theirs.key in {token.key for token in listed}:
            continue
        if theirs.key not in name.facet.covers and sounded(theirs.text) != sounded(name.facet.text):
            return name.facet, noun.at - 1
    return None
