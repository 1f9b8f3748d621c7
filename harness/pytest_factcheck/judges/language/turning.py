"""Turning: small words before a held word that make another statement of the same words.

"voted for" and "voted against", "from Oslo to Bergen" and the way back, "the vice president" and his chief.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.facets import SETTING, Facet, FacetKind
from pytest_factcheck.judges.language.governing import governors
from pytest_factcheck.judges.language.rivals import same_governor
from pytest_factcheck.judges.tables import table, words_of
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, phrase_at
from pytest_factcheck.language.tables import word_list

_ROWS = tuple(frozenset(row.split()) for row in table("language")["turning_prepositions"])
_TITLES = words_of("language", "turning_titles")
_OFFICES = word_list("names", "offices", "posts", "roles")
_SMALL = (Kind.DETERMINER, Kind.ADVERB, Kind.NUMBER)
_BACK = 4


def turned_word(case: Case) -> str:
    """Return the small word of the sentence that turns what it says of a word of the claim; else nothing."""
    for one in case.here:
        ours, theirs = case.claim.tokens, case.own.reading.tokens
        word = _preposition(ours, theirs, one) or _title(ours, theirs, one)
        if word:
            return word
    return ""


def misplaced(case: Case) -> Held | None:
    """Return a place of the claim that is no place of the deed here: "Oslo's role", "fell in Asia"."""
    for one in case.here:
        facet = one.facet
        if not facet.setting or facet.calendar or facet.amount:
            continue
        source = case.own.reading
        if not _is_place_of(source.tokens, one.at):
            return one
        if not same_governor(case.claim, facet.item.start, source, one.at) or _of_other_verb(case, one):
            return one
    return None


def other_complement(case: Case) -> str:
    """Return of what somebody is the head here, where the claim has something else: "head of the office"."""
    for one in case.here:
        if case.claim.tokens[one.facet.item.start].lower not in _OFFICES:
            continue
        ours = _behind_of(case.claim.tokens, one.facet.item.end)
        theirs = _behind_of(case.own.reading.tokens, one.at + 1)
        if ours and theirs:
            places = range(ours.start, ours.end), range(theirs.start, theirs.end)
            if not any(held.facet.item.start in places[0] and held.at in places[1] for held in case.here):
                return theirs.span(case.own.reading.tokens).of(case.own.reading.text)
    return ""


def missing_object(case: Case) -> Facet | None:
    """Return what the claim's deed is done to, where the sentence does that deed to something else."""
    deeds = [one for one in case.core if one.bound and one.facet.kind is FacetKind.DEED]
    if not deeds:
        return None
    last = max(deeds, key=lambda one: one.facet.item.start)
    thing = _object_phrase(case.claim.tokens, last.facet.item.end)
    behind = [one for one in case.coverage.held if one.facet.item.start in thing and _is_said(one)]
    tokens = case.own.reading.tokens
    # What may be a noun has no object right behind it: "demands at the meeting, including the withdrawal".
    direct = thing.start == last.facet.item.end and bool(tokens[last.at].forms)
    said = any(one.here and _may_be_object(tokens, last.at, one.at, direct=direct) for one in behind)
    if not behind or said or not _has_object(tokens, last.at):
        return None
    return behind[0].facet


def _object_phrase(tokens: Sequence[Token], at: int) -> range:
    """Return the words right behind a verb, or behind a preposition that follows it: "any form of truce"."""
    if at < len(tokens) and tokens[at].kind is Kind.PREPOSITION:
        at += 1
    phrase = phrase_at(tokens, at)
    if phrase is None:
        return range(0)
    rest = _behind_of(tokens, phrase.end)
    return range(phrase.start, rest.end if rest else phrase.end)


def _is_said(one: Held) -> bool:
    """Tell whether a word says what a deed is done to: no name, place, time or word that says little."""
    return one.facet.kind is FacetKind.WORD and not (one.facet.light or one.facet.setting or one.facet.core)


def _may_be_object(tokens: Sequence[Token], deed: int, at: int, *, direct: bool) -> bool:
    """Tell whether a word stands where the object of a deed does: behind it, or before "was agreed".

    A direct object stands right behind it: who "opened a show near the bridge" has opened no bridge.
    """
    passive = tokens[deed - 1].kind in (Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATOR) if deed else False
    thing = _listed_phrases(tokens, deed + 1)
    behind = at in thing if direct and thing else at > deed
    return behind or passive or at == deed - 1


def _listed_phrases(tokens: Sequence[Token], at: int) -> range:
    """Return the words of the object behind a verb, with those that "and" joins to it."""
    thing = whole = _object_phrase(tokens, at)
    while thing and thing.stop < len(tokens) and tokens[thing.stop].kind is Kind.COORDINATOR:
        thing = _object_phrase(tokens, thing.stop + 1)
        whole = range(whole.start, max(whole.stop, thing.stop))
    return whole


def _has_object(tokens: Sequence[Token], deed: int) -> bool:
    """Tell whether a thing is named behind a verb, over "to" and another verb even; not in "demands were"."""
    behind = list(takewhile(lambda token: token.link is Link.OPEN, tokens[deed + 1 :]))
    other = any(token.kind in (Kind.AUXILIARY, Kind.MODAL) or token.lower == "by" for token in behind[:1])
    return not other and any(token.kind is Kind.WORD for token in behind)


def _behind_of(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the phrase behind "of" at a place, if "of" stands there."""
    return phrase_at(tokens, at + 1) if at < len(tokens) and tokens[at].lower == "of" else None


def _of_other_verb(case: Case, one: Held) -> bool:
    """Tell whether a place hangs on a deed of the claim that is not its own: "fell in Asia"."""
    own = governors(case.claim, one.facet.item.start)
    others = {held.at for held in case.core if held.facet.item.start not in own}
    return bool(own) and bool(others & governors(case.own.reading, one.at))


def _is_place_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name stands behind a preposition of place, in a list perhaps, or before a noun."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.text.islower() and behind.kind is Kind.WORD and not behind.forms:
        return not _is_possessive(behind)
    return any(token.lower in SETTING for token in tokens[max(0, at - _BACK) : at])


def _is_possessive(behind: Token) -> bool:
    return behind.link is Link.POSSESSIVE


def _preposition(ours: Sequence[Token], theirs: Sequence[Token], one: Held) -> str:
    mine, other = _before(ours, one.facet.item.start), _before(theirs, one.at)
    for row in _ROWS:
        if (mine in row or other in row) and mine != other and (len(row) == 1 or {mine, other} <= row):
            return other or mine
    return ""


def _before(tokens: Sequence[Token], at: int) -> str:
    """Return the small word that leads to what begins at `at`, over its determiners and adjectives."""
    for place in range(at - 1, max(-1, at - _BACK), -1):
        token = tokens[place]
        if token.kind in (Kind.PREPOSITION, Kind.SUBORDINATOR) or token.lower in ("than", "without"):
            return token.lower
        if token.kind not in _SMALL and (token.forms or token.kind is not Kind.WORD):
            return ""
    return ""


def _title(ours: Sequence[Token], theirs: Sequence[Token], one: Held) -> str:
    """Return a word such as "vice" that stands before a title on one side only."""
    mine = ours[one.facet.item.start - 1].lower if one.facet.item.start else ""
    other = theirs[one.at - 1].lower if one.at else ""
    if (mine in _TITLES) == (other in _TITLES):
        return ""
    return other if other in _TITLES else mine
