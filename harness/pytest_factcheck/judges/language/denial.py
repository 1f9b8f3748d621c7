"""Denial: what one of claim and sentence denies and the other does not, and how much of it both speak of."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import Held, share
from pytest_factcheck.judges.language.facets import FacetKind, is_deed
from pytest_factcheck.judges.language.polarity import denials, denied, left_out, scope
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.cues import Cue, CueKind
from pytest_factcheck.language.grammar import Kind
from pytest_factcheck.language.phrases import phrase_at, phrase_before
from pytest_factcheck.language.words import is_function_word, stem
from pytest_factcheck.thresholds import LANGUAGE

_BEFORE_NOUN = frozenset({"no", "without"})
_UNREAL = words_of("language", "doubting_before_noun", "unreal_before_noun")
_MENTIONING = words_of("language", "mentioning_before")
_LAST = 4  # words: "..., prosecutors allege", "... were rejected by its chief"


def turned(case: Case) -> tuple[Held, ...]:
    """Return the words that one side denies and the other does not."""
    ours, theirs = case.claim, case.own.reading
    return tuple(
        one
        for one in case.aligned
        if (one.bound or one.facet.core)
        and denied(ours, one.facet.item.start, theirs) != denied(theirs, one.at, ours)
    )


def on_two_sides(case: Case) -> tuple[Held, ...]:
    """Return the words that one of claim and sentence denies and the other does not, whatever denies them."""
    return tuple(
        one
        for one in case.here
        if one.facet.kind is not FacetKind.NAME
        and denied(case.claim, one.facet.item.start) != denied(case.own.reading, one.at)
    )


def of_a_thing(case: Case, words: tuple[Held, ...]) -> bool:
    """Tell whether the claim denies something that is no deed of its core, as "no officials" does."""
    deeds = any(one.facet.kind is FacetKind.DEED or one.facet.lacked for one in case.core)
    return not deeds and any(denied(case.claim, one.facet.item.start, case.own.reading) for one in words)


def only_mentioned(case: Case, words: tuple[Held, ...]) -> bool:
    """Tell whether a sentence merely speaks of what the claim denies: "strike talks", "a possible strike"."""
    heads = set(_denied_nouns(case.claim))
    things = [one for one in words if one.facet.item.start in heads]
    return any(_is_mention(case, one.at) for one in things)


def _denied_nouns(reading: Reading) -> Iterator[int]:
    """Yield the nouns of which a sentence says that there is none: "strike" of "without a strike"."""
    for cue in denials(reading):
        phrase = phrase_at(reading.tokens, cue.at + 1)
        if phrase and reading.tokens[cue.at].lower in _BEFORE_NOUN:
            yield phrase.head


def _is_mention(case: Case, at: int) -> bool:
    """Tell whether a noun belongs to another, is doubted, denied, or only what something else is about."""
    reading, spoken = case.own.reading, {one.at for one in case.here}
    tokens = reading.tokens
    phrase, rest = phrase_before(tokens, at + 1), phrase_at(tokens, at)
    if rest and rest.end > at + 1 and not tokens[at + 1].named:
        return True
    start, end = reading.clause_of(at)
    if any(start <= cue.at < end for cue in denials(reading)):
        return True
    if phrase is None or phrase.start < 2:
        return False
    about = tokens[phrase.start - 1].lower in _MENTIONING and phrase.start - 2 not in spoken
    return about or any(token.lower in _UNREAL for token in tokens[phrase.start : at])


def same_deed(case: Case, words: tuple[Held, ...]) -> bool:
    """Tell whether claim and sentence agree on the claim's deed, whatever else one of them denies."""
    ours, theirs = case.claim, case.own.reading
    if any(denied(ours, one.facet.item.start) and denied(theirs, one.at) for one in case.core):
        return True
    turned_at = {one.facet.item.start for one in words}
    deeds = [one.facet.item.start for one in case.core if one.facet.kind is FacetKind.DEED]
    return bool(deeds) and turned_at.isdisjoint(deeds)


def of_another_deed(case: Case, words: tuple[Held, ...]) -> bool:
    """Tell whether the sentence denies a deed of which the claim does not speak: "declined to come"."""
    theirs, first = case.own.reading, words[0].at
    if not denied(theirs, first, case.claim):
        return False
    spoken = {one.at for one in case.here}
    before = max((cue.at for cue in denials(theirs) if cue.at < first), default=first)
    deeds = [at for at in range(before + 1, first) if is_deed(theirs, at)]
    return bool(deeds) and spoken.isdisjoint(deeds)


def denied_share(case: Case, words: tuple[Held, ...]) -> float:
    """Return how much of what the one side denies the other side says, in one clause.

    Args:
        case: The claim and the sentence.
        words: Those that one side denies.
    """
    ours = scope(case.claim, case.own.reading)
    if ours:
        scoped = [one for one in case.coverage.held if one.facet.item.start in ours and not one.facet.light]
        return share(scoped, [_spoken_of(case, words[0], one) for one in scoped])
    rest = [one for one in case.coverage.held if one.facet.kind is not FacetKind.NAME]
    said = share(rest, [one.grade if one.near else 0.0 for one in rest])
    return max(said, claimed_share(case))


def claimed_share(case: Case) -> float:
    """Return how much of what the sentence denies the claim says: who denies it all denies any of it."""
    spoken = {one.at for one in case.here}
    scoped = scope(case.own.reading, case.claim)
    content = [at for at in scoped if _is_content(case.own.reading, at)]
    return sum(at in spoken for at in content) / len(content) if content else 0.0


def _spoken_of(case: Case, first: Held, word: Held) -> float:
    """Return how well a denied word of the claim stands where the sentence says the opposite."""
    if word.facet.kind is FacetKind.NAME:
        return word.around
    return word.grade if word.bound and _in_order(case, first, word) else 0.0


def lone_negator(case: Case) -> str:
    """Return a plain "not" that stands on one side only, in the clauses that are compared; else nothing."""
    ours = [cue for cue in denials(case.claim) if cue.kind is CueKind.NEGATION]
    clauses = _compared(case)
    theirs = [
        cue
        for cue in denials(case.own.reading)
        if cue.kind is CueKind.NEGATION
        and any(start <= cue.at < end for start, end in clauses)
        and not _adds(case, case.own.reading.clause_of(cue.at))
    ]
    if bool(ours) == bool(theirs) or _both_deny(case):
        return ""
    return case.claim.tokens[ours[0].at].text if ours else case.own.reading.tokens[theirs[0].at].text


def _both_deny(case: Case) -> bool:
    """Tell whether both sides deny one word: "without an agreement" and "no agreement"."""
    ours, theirs = case.claim, case.own.reading
    if not (_denies_noun(ours) and _denies_noun(theirs)):
        return False
    words = (one for one in case.aligned if one.facet.kind is FacetKind.WORD and not one.facet.light)
    return any(denied(ours, one.facet.item.start) and denied(theirs, one.at) for one in words)


def _denies_noun(reading: Reading) -> bool:
    return any(reading.tokens[cue.at].lower in _BEFORE_NOUN for cue in denials(reading))


def taken_back(case: Case) -> tuple[str, ...]:
    """Return words by which the statement is denied or only alleged: "..., prosecutors claim"."""
    ours = {token.stem for token in case.claim.tokens}
    tokens, spoken = case.own.reading.tokens, {one.at for one in case.here}
    strange = (
        cue for cue in case.own.reading.cues if cue.at not in spoken and tokens[cue.at].stem not in ours
    )
    return tuple(tokens[cue.at].lower for cue in strange if _takes_back(case, cue))


def _takes_back(case: Case, cue: Cue) -> bool:
    behind = cue.at >= case.spoken.stop
    last = cue.at >= len(case.own.reading.tokens) - _LAST
    ends = {CueKind.DENIAL: True, CueKind.FAILURE: behind and last, CueKind.HEDGE: behind and last}
    return ends.get(cue.kind, False)


def excluded(case: Case) -> tuple[str, ...]:
    """Return what leaves out a word that the claim says, or takes a part of it only."""
    ours = {token.stem for token in case.claim.tokens}
    cues = (cue for one in case.here for cue in left_out(case.own.reading, one.at))
    return tuple(cue for cue in cues if stem(cue) not in ours)


def _adds(case: Case, clause: tuple[int, int]) -> bool:
    """Tell whether a clause says something of its own, which the claim does not speak of."""
    content = [at for at in range(*clause) if _is_content(case.own.reading, at)]
    spoken = {one.at for one in case.here}
    return 2 * sum(at in spoken for at in content) < len(content)


def _compared(case: Case) -> frozenset[tuple[int, int]]:
    """Return the clauses of the sentence that stand for the claim: all of them where both are as long."""
    size = len(case.own.reading.tokens)
    if size <= LANGUAGE.near_verbatim * len(case.claim.tokens):
        return frozenset({(0, size)})
    compared = [one for one in case.core if one.bound] or case.here
    return frozenset(case.own.reading.clause_of(one.at) for one in compared)


def _in_order(case: Case, first: Held, word: Held) -> bool:
    """Tell whether a word follows what it follows in the claim; a compound may turn them round."""
    follows = word.facet.item.start > first.facet.item.start
    between = case.own.reading.tokens[word.at : first.at]
    return not follows or all(token.kind is Kind.WORD for token in between)


def _is_content(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.kind in (Kind.WORD, Kind.NUMBER) and not is_function_word(token.text)
