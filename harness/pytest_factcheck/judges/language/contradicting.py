"""Contradicting: the rules by which one sentence says the opposite of a claim, each with what it takes.

Each finds a cue first: a denial on one side, an opposite, another value in the claim's place. The cue alone
leaves the sentence undecided; it contradicts where the rest of the claim is plainly there.
"""

from __future__ import annotations

from itertools import takewhile

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.denial import (
    claimed_share,
    denied_share,
    of_a_thing,
    of_another_deed,
    only_mentioned,
    same_deed,
    turned,
)
from pytest_factcheck.judges.language.excess import excess
from pytest_factcheck.judges.language.facets import Facet
from pytest_factcheck.judges.language.finding import Finding
from pytest_factcheck.judges.language.implied import ANOTHER
from pytest_factcheck.judges.language.opposing import Opposed, opposed
from pytest_factcheck.judges.language.polarity import denied, doubts
from pytest_factcheck.judges.language.rivals import Rival, rival
from pytest_factcheck.judges.language.roles import Roles, compare
from pytest_factcheck.judges.language.subjects import another_subject
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.judges.tables import stems_of, words_of
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.opposites import Opposition
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Reason, Span, Stance

_ONE_WAY = stems_of("language", "one_way")
_FALSE = words_of("language", "calling_false")
_ANOTHER_DOES_IT = frozenset({Roles.OTHER, Roles.SWAPPED})
_ALL = 0.99
_AS_WELL = "as well"
_BEFORE, _BEHIND = 2, 6  # words beside a value


def by_denial(case: Case) -> Finding | None:
    """Return what follows from a denial that only one side has."""
    words = turned(case)
    if not words:
        return None
    first = words[0]
    why = reason("polarity-clash", case.span(first.facet), case.place(first.at), cue=first.facet.text)
    weight = sum(one.facet.weight for one in case.aligned)
    most = 2 * sum(one.facet.weight for one in words) >= weight or any(one.facet.lacked for one in words)
    of_core = any(one.facet.core for one in words)
    lacking = case.core_missing and not (of_core and claimed_share(case) >= _ALL)
    plain = not (case.exact_missing or lacking or case.doubts or case.doubts_of(words))
    known = not case.by_pronoun or (case.subject_is_near and case.pronoun_is_known)
    plain = plain and known and another_subject(case) is None
    sure = most and plain and not excess(case) and not of_a_thing(case, words) and case.names_agree
    sure = sure and not (same_deed(case, words) or of_another_deed(case, words) or _calls_false(case))
    sure = sure and not only_mentioned(case, words)
    said = denied_share(case, words)
    if said < LANGUAGE.doubted and case.coverage.window < LANGUAGE.supports:
        return None  # little is shared beside the denial, and nothing could be supported
    return _finding(why, sure=sure and said >= LANGUAGE.denied)


def _calls_false(case: Case) -> bool:
    """Tell whether the claim says itself that something is untrue: "reports of an outbreak are false"."""
    return any(token.lower in _FALSE for token in case.claim.tokens)


def by_opposite(case: Case) -> Finding | None:
    """Return what follows from a word that excludes one of the claim's."""
    for one in case.coverage.held:
        other = None if one.facet.exact or (one.here and one.bound) else opposed(one.facet, case.own)
        if other is not None and (not one.here or _among_bound(case, other.at)):
            word = case.own.reading.tokens[other.at].text
            why = reason(
                "opposite", case.span(one.facet), case.place(other.at), claim=one.facet.text, source=word
            )
            return _finding(why, sure=_is_opposite(case, other))
    return None


def _among_bound(case: Case, at: int) -> bool:
    """Tell whether a word stands in a clause with what the sentence holds of the claim."""
    start, end = case.own.reading.clause_of(at)
    return any(one.bound and start <= one.at < end for one in case.here)


def _is_opposite(case: Case, other: Opposed) -> bool:
    """Tell whether an opposite is said of the same thing, as plainly and under the same sign."""
    facet, ours, theirs = other.facet, case.claim, case.own.reading
    if case.exact_missing or case.doubts:
        return False
    if other.opposition is not Opposition.INCOMPATIBLE and not _before_one_noun(case, other):
        return False
    if denied(ours, facet.item.start, theirs) != denied(theirs, other.at, ours) or doubts(theirs, other.at):
        return False
    others = [one for one in case.core_missing if one is not facet]
    another = compare(ours, facet.item.start, theirs, other.at) in _ANOTHER_DOES_IT
    if another or any(one.facet.is_head_name and not one.here for one in _behind(case, facet)):
        return False  # the same is not said of whom the sentence does not name
    if not (case.subject_is_near and _subject_is_there(case, facet, other.at)) or _of_another(case, other.at):
        return False
    return not others and case.names_agree and case.coverage.without(facet) >= LANGUAGE.contradicts


def _subject_is_there(case: Case, facet: Facet, at: int) -> bool:
    """Tell whether all before a word of the claim is held, names in the clause of its opposite."""
    start, _ = case.claim.clause_of(facet.item.start)
    before = [one for one in case.coverage.held if start <= one.facet.item.start < facet.item.start]
    named = (one for one in before if one.here and one.facet.is_head_name)
    apart = any(not _in_clause(case, one.at, at) for one in named)
    return not apart and not any(one.missing for one in before)


def _behind(case: Case, facet: Facet) -> list[Held]:
    """Return what the claim says behind a word."""
    return [one for one in case.coverage.held if one.facet.item.start > facet.item.start]


def _in_clause(case: Case, one: int, other: int) -> bool:
    start, end = case.own.reading.clause_of(other)
    return start <= one < end


def _before_one_noun(case: Case, other: Opposed) -> bool:
    """Tell whether both words stand right before the same noun: "high hopes" and "low hopes" exclude."""
    ours, at = case.claim.tokens, other.facet.item.end
    theirs, place = case.own.reading.tokens, other.at + 1
    if at >= len(ours) or place >= len(theirs):
        return False
    # "the northern bridge" tells one bridge from another, and both may have fallen.
    if "the" in {token.lower for token in (*ours[max(0, at - 2) : at], *theirs[max(0, place - 2) : place])}:
        return False
    noun = ours[at].kind is Kind.WORD and ours[at].link is Link.OPEN and theirs[place].link is Link.OPEN
    return noun and ours[at].key == theirs[place].key


def by_rival(case: Case) -> Finding | None:
    """Return what follows from another amount, day or place where the claim has its own."""
    for one in case.coverage.held:
        facet = one.facet
        if one.here or not facet.exact or (one.around >= LANGUAGE.held and not facet.setting):
            continue
        other = rival(facet, case.claim, case.own)
        if other is not None:
            why = _other_value(case, facet, other)
            if _is_denied(case, facet, other):
                return Finding(Stance.UNDECIDED, why)
            sure = (
                other.excludes and _rest_is_there(case, facet, other) and not _of_another(case, other.start)
            )
            return _finding(why, sure=sure)
    return None


def _is_denied(case: Case, facet: Facet, other: Rival) -> bool:
    """Tell whether one side denies its value: what was held in Oslo was indeed not held in Bergen."""
    ours = denied(case.claim, facet.item.start, case.own.reading)
    return ours or denied(case.own.reading, other.start, case.claim)


def by_swap(case: Case) -> Finding | None:
    """Return what follows where two have changed places in a deed that goes one way: "Norway beat Chile"."""
    ours, theirs = case.claim, case.own.reading
    for one in case.core:
        deed, place = one.facet.item.start, one.at
        one_way = one.facet.key in _ONE_WAY and theirs.tokens[place].key in _ONE_WAY
        if one_way and compare(ours, deed, theirs, place) is Roles.SWAPPED:
            same = denied(ours, deed, theirs) == denied(theirs, place, ours)
            rest = case.coverage.focus >= LANGUAGE.denied and not case.exact_missing
            plain = not (case.doubts or excess(case) or case.by_pronoun or _of_another(case, place))
            return _finding(reason("roles-swapped", None, case.sentence), sure=same and rest and plain)
    return None


def _of_another(case: Case, at: int) -> bool:
    """Tell whether a word beside the value or the deed tells another event: "also", "the next day"."""
    ours = {token.lower for token in case.claim.tokens}
    tokens, deeds = case.own.reading.tokens, [one.at for one in case.core]
    beside = [tokens[max(0, place - _BEFORE) : place] for place in (at, *deeds)]
    behind = takewhile(lambda token: token.link is Link.OPEN, tokens[at + 1 : at + _BEHIND])
    near = [token.lower for part in (*beside, behind) for token in part]
    return not ANOTHER.isdisjoint(set(near) - ours) or _AS_WELL in " ".join(near)


def _other_value(case: Case, facet: Facet, other: Rival) -> Reason:
    words = case.own.reading.tokens[other.start : other.end]
    place = Span(words[0].start, words[-1].end)
    source = place.of(case.own.reading.text)
    return reason(
        "rival-value",
        case.span(facet),
        place.shifted(case.sentence.start),
        claim=facet.text,
        source=source,
    )


def _rest_is_there(case: Case, facet: Facet, other: Rival) -> bool:
    """Tell whether all but one facet is plainly said; between the same two words less of it will do."""
    others = [one for one in case.exact_missing if one is not facet]
    if others or case.doubts or excess(case) or turned(case) or not case.names_agree:
        return False
    rest = case.coverage.without(facet)
    if other.twice and case.core:
        return rest >= LANGUAGE.framed
    return rest >= LANGUAGE.contradicts and not case.core_missing


def _finding(why: Reason, *, sure: bool) -> Finding:
    return Finding(Stance.CONTRADICTS if sure else Stance.UNDECIDED, why, against=True)
