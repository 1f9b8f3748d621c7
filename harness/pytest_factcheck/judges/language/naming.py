"""Naming: another name where the claim has its own.

A name that only the surroundings hold, in a sentence that names somebody else, and a name before a noun that
has another one here: "the Danish delegation" against "the Norwegian delegation". So is one whose last word is
the same ("the State Department" against "the Labor Department"), and another partner of two that "and" joins,
here or in the sentence from which they are known.
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.facets import Facet, is_head_name
from pytest_factcheck.judges.namesakes import is_namesake
from pytest_factcheck.judges.partners import other_partner, speaks_of_partners
from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, phrase_at, phrase_before
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.vocabulary import Span

_COUNTRY = "@"
_TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
_NOUN_AND_PREPOSITION = 2  # words before a name


def other_name(case: Case) -> tuple[Facet, int] | None:
    """Return a name of the claim and the token of the sentence that names somebody else, or None."""
    return _instead(case) or _before_noun(case) or _behind_noun(case) or _namesake(case)


def partner(case: Case) -> tuple[Facet, Span] | None:
    """Return one of two whom the claim joins, and where the text joins another to the other one, or None."""
    facets = {one.facet.item.start: one.facet for one in case.coverage.held}
    nearest = sorted(case.passage.sentences, key=lambda one: abs(one.start - case.sentence.start))
    for place in nearest:
        tokens = read(place.of(case.passage.text)).tokens
        found = other_partner(case.claim.tokens, tokens)
        if found and found.ours in facets:
            return facets[found.ours], tokens[found.theirs].span.shifted(place.start)
        if speaks_of_partners(case.claim.tokens, tokens):
            return None
    return None


def _instead(case: Case) -> tuple[Facet, int] | None:
    """Return a name that only the surroundings hold, and another of its kind that the claim has not."""
    names = (one.facet for one in case.coverage.held if one.facet.is_head_name and not one.here)
    taken = _taken_up(case)
    absent = next((facet for facet in names if facet.item.start not in taken), None)
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


def _taken_up(case: Case) -> frozenset[int]:
    """Return the words of names that a noun takes up: "the call" behind a sentence on "a call with Reed"."""
    absent = (one.facet for one in case.coverage.held if one.facet.is_head_name and not one.here)
    phrases = (_phrase_taken_up(case, facet) for facet in absent)
    return frozenset(at for phrase in phrases if phrase for at in range(phrase.start, phrase.end))


def _phrase_taken_up(case: Case, facet: Facet) -> Phrase | None:
    ours, theirs = case.claim.tokens, case.own.reading.tokens
    name = phrase_before(ours, facet.item.end)
    if (
        name is None
        or name.start < _NOUN_AND_PREPOSITION
        or ours[name.start - 1].kind is not Kind.PREPOSITION
    ):
        return None
    noun, by = name.start - 2, ours[name.start - 1].lower
    places = [one.at for one in case.here if one.facet.item.start == noun]
    if not any(at and theirs[at - 1].lower in _TAKING_UP for at in places):
        return None
    said = any(_has_name(read(before).tokens, ours[noun], by, facet) for before in _before(case))
    return name if said else None


def _before(case: Case) -> list[str]:
    """Return the sentences of the passage before the one in focus."""
    return [one.of(case.passage.text) for one in case.passage.sentences if one.end <= case.sentence.start]


def _has_name(tokens: Sequence[Token], noun: Token, by: str, facet: Facet) -> bool:
    """Tell whether a sentence has a name behind a noun and a preposition: "a call with Mayor Ann Reed"."""
    for at, token in enumerate(tokens[:-_NOUN_AND_PREPOSITION]):
        name = phrase_at(tokens, at + 2) if token.key == noun.key and tokens[at + 1].lower == by else None
        if name and any(names_same(facet, one) for one in tokens[name.first : name.end]):
            return True
    return False


def modifies(facet: Facet) -> bool:
    """Tell whether a name may stand before the noun that it tells apart."""
    return facet.is_head_name or facet.key.startswith(_COUNTRY)


def _before_noun(case: Case) -> tuple[Facet, int] | None:
    """Return a name before a noun of the claim, and the other name that stands before that noun here."""
    ours, theirs = case.claim.tokens, case.own.reading.tokens
    facets = {one.facet.item.start: one.facet for one in case.coverage.held if modifies(one.facet)}
    taken = _taken_up(case)
    for noun in (one for one in case.here if one.facet.item.start not in taken):
        names = [facets[at] for at in listed(ours, noun.facet.item.start) if at in facets]
        here = [at for place in _again(theirs, noun.at) for at in listed(theirs, place)]
        others = [at for at in here if not any(names_same(facet, theirs[at]) for facet in names)]
        lacking = [facet for facet in names if not any(names_same(facet, theirs[at]) for at in here)]
        if lacking and others:
            return lacking[-1], others[-1]
    return None


def _behind_noun(case: Case) -> tuple[Facet, int] | None:
    """Return a name behind a noun and "of", and the other name there: "the south of Norway", "of Chile"."""
    ours, theirs = case.claim.tokens, case.own.reading.tokens
    absent = {one.facet.item.start: one.facet for one in case.coverage.held if not one.here}
    for noun in case.here:
        name = _name_behind(ours, noun.facet.item.end)
        facet = absent.get(name) if name is not None else None
        if facet is None or not modifies(facet):
            continue
        others = [_name_behind(theirs, place + 1) for place in _again(theirs, noun.at)]
        named = [at for at in others if at is not None]
        if named and not any(names_same(facet, theirs[at]) for at in named):
            return facet, named[0]
    return None


def _name_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return the last word of the name behind "of" at a place, or None."""
    phrase = phrase_at(tokens, at + 1) if at < len(tokens) and tokens[at].lower == "of" else None
    if phrase is None or not (tokens[phrase.head].country or is_head_name(tokens, phrase.head)):
        return None
    return phrase.head


def _again(tokens: Sequence[Token], at: int) -> list[int]:
    """Return every place of a word: "the Danish minister and the Norwegian minister"."""
    return [place for place, token in enumerate(tokens) if token.key == tokens[at].key]


def _namesake(case: Case) -> tuple[Facet, int] | None:
    """Return a word of a name that is missing here, and the word that makes another name of the rest."""
    ours, theirs = case.claim.tokens, case.own.reading.tokens
    last = {one.facet.item.start: one.at for one in case.here}
    for one in case.coverage.held:
        at = one.facet.item.end
        if not one.here and at in last and is_namesake(ours, at, theirs, last[at]):
            return one.facet, last[at] - 1
    return None


def listed(tokens: Sequence[Token], noun: int) -> tuple[int, ...]:
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


def names_same(facet: Facet, token: Token) -> bool:
    """Tell whether a word of a text is the name of the claim, or another spelling of it."""
    return token.key in facet.covers or sounded(token.text) == sounded(facet.text)
