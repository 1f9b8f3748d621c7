"""Subjects: whether the sentence says it of whom the claim says it.

Common nouns are compared with common nouns. A name stands for "the mayor" only if the text itself puts the
two side by side somewhere, and for a pronoun always: whom that means is left to the neighbours.
"""

from __future__ import annotations

from pytest_factcheck.judges.language.case import Case, owned
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.facets import Facet, FacetKind, is_head_name
from pytest_factcheck.judges.language.roles import doers_left_out, subject_heads
from pytest_factcheck.language.attribution import speaker
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.language.grammar import Kind, tokens
from pytest_factcheck.language.sayings import sayings
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.vocabulary import Span


def another_subject(case: Case) -> tuple[Facet, int] | None:
    """Return the claim's subject and the token of the sentence's, where these are two; else None."""
    held = {one.facet.item.start: one for one in case.coverage.held}
    for one in case.core[:1]:
        pair = subject_heads(case.claim, one.facet.item.start, case.own.reading, one.at)
        ours = held.get(pair[0]) if pair else None
        if not pair or ours is None:
            return None
        theirs = case.own.reading.tokens[pair[1]]
        plain = theirs.kind is Kind.WORD and not theirs.named and not theirs.country
        listed = ours.here and ours.bound and ours.at < one.at and not owned(case.own.reading, ours.at)
        if not plain or listed or theirs.key in ours.facet.covers:
            return None
        if ours.facet.exact and (ours.here or _side_by_side(case, pair[0], theirs.lower)):
            return None
        return ours.facet, pair[1]
    return None


def without_doer(case: Case) -> Held | None:
    """Return the claim's deed where a person does it and the sentence does not say who did."""
    ours, theirs = case.claim, case.own.reading
    people = {one.facet.item.start for one in case.here if _is_person(case, one)}
    for deed in (one for one in case.core if one.facet.kind is FacetKind.DEED):
        if people.intersection(doers_left_out(ours, deed.facet.item.start, theirs, deed.at)):
            return deed
    return None


def _is_person(case: Case, one: Held) -> bool:
    """Tell whether a word is a name, and no country's; at the head of a claim a capital tells nothing."""
    theirs = case.own.reading.tokens[one.at]
    capital = theirs.named and one.at > 0
    return not theirs.country and (capital or one.facet.is_head_name)


def unheard_speaker(case: Case) -> Facet | None:
    """Return who says so in a claim of the kind "X said P", if nothing here holds X; else None."""
    held = {one.facet.item.start: one for one in case.coverage.held}
    for cue in case.claim.cues:
        event = case.claim.event(cue.at) if cue.kind is CueKind.REPORT else None
        heads = [phrase.head for phrase in event.subject.phrases] if event else []
        for one in (held[head] for head in heads if head in held):
            if one.missing and not one.facet.core:
                return one.facet
    return None


def another_speaker(case: Case) -> tuple[Facet, str] | None:
    """Return who says so in a claim, by name, and who says so by name in the sentence instead; else None."""
    facet = _speaker_of_claim(case)
    if facet is None or _speaks_here(case, facet):
        return None
    tokens_, spoken = case.own.reading.tokens, case.spoken
    place = Span(tokens_[spoken.start].start, tokens_[spoken.stop - 1].end)
    told = speaker(case.own.reading.text, place, before=case.before, after=case.after)
    who = tokens(told.who) if told else ()
    same = any(one.key in facet.covers or sounded(one.text) == sounded(facet.text) for one in who)
    if told is None or same or not any(is_head_name(who, at) for at in range(len(who))):
        return None
    return facet, told.who


def _speaker_of_claim(case: Case) -> Facet | None:
    """Return the name of who says what the claim says: the last, "Berg" in "Norway's minister Ann Berg"."""
    places = [one.speaker for one in sayings(case.claim.text) if one.speaker]
    names = [one.facet for one in case.coverage.held if one.facet.is_head_name]
    spoken = (name for name in reversed(names) if any(case.span(name).overlaps(place) for place in places))
    return next(spoken, None)


def _speaks_here(case: Case, facet: Facet) -> bool:
    """Tell whether the sentence lets somebody of this name say something."""
    tokens_ = case.own.reading.tokens
    names = [one for at in (*facet.covers, facet.key) for one in case.own.keys.get(at, ())]
    names += case.own.names.get(sounded(facet.text), ())
    places = [one.speaker for one in sayings(case.own.reading.text) if one.speaker]
    return any(tokens_[at].span.overlaps(place) for at in names for place in places)


def _side_by_side(case: Case, name: int, noun: str) -> bool:
    """Tell whether the text has the noun right before the name, as "mayor Ann Reed" has."""
    tokens = case.claim.tokens
    first = name
    while first > 0 and tokens[first - 1].named and tokens[first - 1].kind is Kind.WORD:
        first -= 1
    text = case.passage.text.lower()
    return any(f"{noun} {tokens[at].lower}" in text for at in range(first, name + 1))
