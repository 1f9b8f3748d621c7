"""Judgement: from a case to the opinion on one sentence.

The rules stand in one table and the first that speaks decides. What contradicts is looked for before what
supports, and whatever keeps a covered claim from being supported has a row and a reason of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from pytest_factcheck.judges.language.around import other_name_around
from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.contradicting import by_denial, by_opposite, by_rival, by_swap
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.denial import excluded, lone_negator, on_two_sides, taken_back
from pytest_factcheck.judges.language.excess import excess
from pytest_factcheck.judges.language.facets import Facet, FacetKind, is_deed
from pytest_factcheck.judges.language.finding import Finding
from pytest_factcheck.judges.language.naming import other_name, partner
from pytest_factcheck.judges.language.roles import Roles
from pytest_factcheck.judges.language.serving import serves_another
from pytest_factcheck.judges.language.subjects import (
    another_speaker,
    another_subject,
    unheard_speaker,
    without_doer,
)
from pytest_factcheck.judges.language.turning import misplaced, missing_object, other_complement, turned_word
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.language.grammar import Link
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Opinion, Reason, Span, Stance

NAME = "language"
_HALF = 0.49  # the most, on either side, that an opinion without a stance can score
_LEAST = 2  # parts of a claim that say something
_DIFFERENT = frozenset({Roles.SWAPPED, Roles.OTHER})


def judged(case: Case) -> Opinion:
    """Return the opinion on one case: that of the first rule that speaks."""
    if _is_off_topic(case):
        return _silent(case)
    for rule in RULES:
        finding = rule(case)
        if finding is not None:
            return _opinion(case, finding)
    return _silent(case)


def _is_off_topic(case: Case) -> bool:
    """Tell whether the sentence holds too little of the claim; a pronoun may stand for its subject."""
    resolved = case.core != () and case.coverage.window >= LANGUAGE.supports
    return case.coverage.focus < LANGUAGE.focus and not resolved


def _opinion(case: Case, finding: Finding) -> Opinion:
    side = -1.0 if finding.against else 1.0
    weight = _HALF if finding.stance is Stance.UNDECIDED else 1.0
    return Opinion(NAME, finding.stance, round(side * weight * case.score, 4), (finding.reason,))


def _silent(case: Case) -> Opinion:
    facets = case.coverage.uncovered
    words = ", ".join(facet.text for facet in facets)
    why = (reason("not-covered", case.span(facets[0]), words=words),) if facets else ()
    return Opinion(NAME, Stance.SILENT, round(_HALF * case.score, 4), why)


def _undecided(why: Reason, *, against: bool = False) -> Finding:
    return Finding(Stance.UNDECIDED, why, against)


def _too_short(case: Case) -> Finding | None:
    """A claim of one word that says something is not told from its denial."""
    if sum(not one.facet.light for one in case.coverage.held) >= _LEAST:
        return None
    return _undecided(reason("claim-too-short", None, case.sentence))


def _asks(case: Case) -> Finding | None:
    if case.own.reading.asks == case.claim.asks:
        return None
    return _undecided(reason("question", None, case.sentence))


def _other_roles(case: Case) -> Finding | None:
    if not case.roles & _DIFFERENT:
        return None
    return _undecided(reason("roles-differ", None, case.sentence), against=True)


def _other_subject(case: Case) -> Finding | None:
    """Find another in the place of the claim's subject: "the mayor" for "the council"."""
    found = another_subject(case)
    if found is None:
        return None
    facet, at = found
    return _undecided(reason("roles-differ", case.span(facet), case.place(at)), against=True)


def _of_somebody_else(case: Case) -> Finding | None:
    """Find a person of the claim of whom the sentence has only something else: "Reed's invitation"."""
    one = case.owner_only
    if one is None:
        return None
    return _undecided(reason("roles-differ", case.span(one.facet), case.place(one.at)))


def _nobody_says_so(case: Case) -> Finding | None:
    """Find a speaker of the claim whom the sentence and its surroundings do not name."""
    speaker = unheard_speaker(case)
    if speaker is None:
        return None
    return _undecided(reason("not-covered", case.span(speaker), words=speaker.text))


def _said_by_another(case: Case) -> Finding | None:
    """Find a speaker of the claim where the sentence has it from somebody else: "Lund confirmed that"."""
    found = another_speaker(case)
    if found is None:
        return None
    facet, who = found
    return _undecided(reason("other-name", case.span(facet), case.sentence, claim=facet.text, source=who))


def _another(case: Case, found: tuple[Facet, Span] | None) -> Finding | None:
    """Return what follows from a name of the claim and the other one that the text has in its place."""
    if found is None:
        return None
    facet, place = found
    theirs = place.of(case.passage.text)
    return _undecided(reason("other-name", case.span(facet), place, claim=facet.text, source=theirs))


def _serves_another(case: Case) -> Finding | None:
    """Find an office of the claim whose holder serves another country: "Norwegian President Ann Berg"."""
    return _another(case, serves_another(case))


def _done_by_nobody(case: Case) -> Finding | None:
    """Find what a person does in the claim, and what merely "was done" in the sentence."""
    one = without_doer(case)
    if one is None:
        return None
    return _undecided(reason("roles-differ", case.span(one.facet), case.place(one.at)))


def _covered(case: Case) -> Finding | None:
    """Support a claim whose words are there, unless one of the checks has something against it."""
    if case.coverage.window < LANGUAGE.supports or case.words < LANGUAGE.words:
        return None
    if case.exact_missing or not case.core_is_there or case.time_missing:
        return None
    for check in CHECKS:
        finding = check(case)
        if finding is not None:
            return finding
    share = f"{round(100 * case.coverage.window)} %"
    return Finding(Stance.SUPPORTS, reason("paraphrased", None, case.sentence, share=share))


def _on_two_sides(case: Case) -> Finding | None:
    for one in on_two_sides(case):
        why = reason("polarity-clash", case.span(one.facet), case.place(one.at), cue=one.facet.text)
        return _undecided(why, against=True)
    return None


def _says_more(case: Case) -> Finding | None:
    for word in excess(case):
        return _undecided(reason("quantifier-clash", None, case.sentence, cue=word.replace("_", " ")))
    return None


def _negated(case: Case) -> Finding | None:
    word = lone_negator(case)
    return _undecided(reason("negation-clash", None, case.sentence, cue=word), against=True) if word else None


def _turned(case: Case) -> Finding | None:
    word = turned_word(case) or other_complement(case)
    return _undecided(reason("role-clash", None, case.sentence, cue=word)) if word else None


def _misplaced(case: Case) -> Finding | None:
    one = misplaced(case)
    if one is None:
        return None
    why = reason("stands-apart", case.span(one.facet), case.place(one.at), words=one.facet.text)
    return _undecided(why)


def turns(case: Case) -> bool:
    """Tell whether small words make another statement of the claim's words."""
    return _turned(case) is not None or _says_more(case) is not None


def _object_elsewhere(case: Case) -> Finding | None:
    """Find what the claim's deed is done to only beside a sentence that does it to something else."""
    facet = missing_object(case)
    if facet is None:
        return None
    return _undecided(reason("not-covered", case.span(facet), words=facet.text))


def _named_otherwise(case: Case) -> Finding | None:
    found = other_name(case)
    if found is None:
        return None
    facet, at = found
    theirs = case.own.reading.tokens[at].text
    return _undecided(reason("other-name", case.span(facet), case.place(at), claim=facet.text, source=theirs))


def _other_partner(case: Case) -> Finding | None:
    """Find another name joined to one of two whom the claim joins: "Denmark and Chile"."""
    return _another(case, partner(case))


def _other_name_around(case: Case) -> Finding | None:
    """Find another name before a noun that is taken from a sentence beside this one."""
    return _another(case, other_name_around(case))


def _apart(case: Case) -> Finding | None:
    """Place, time, manner must stand in the clause of the deed, the deed and an amount in it or the next."""
    for one in case.here:
        needed = one.facet.core or one.facet.setting or one.facet.amount
        strict = one.facet.setting or _is_elsewhere(case, one)
        away = (needed or strict) and not (one.bound if strict else one.near)
        if away or _is_manner_of_another(case, one):
            why = reason("stands-apart", case.span(one.facet), case.place(one.at), words=one.facet.text)
            return _undecided(why)
    return None


def _is_manner_of_another(case: Case, one: Held) -> bool:
    """Tell whether a comma parts a word for how a deed was done from it: "injured, two of them seriously"."""
    said = one.facet.kind is FacetKind.WORD and case.claim.tokens[one.facet.item.start].lower.endswith("ly")
    if not said or not case.core:
        return False
    tokens = case.own.reading.tokens
    between = (tokens[min(one.at, deed.at) + 1 : max(one.at, deed.at) + 1] for deed in case.core)
    return all(any(token.link in (Link.COMMA, Link.BREAK) for token in part) for part in between)


def _is_elsewhere(case: Case, one: Held) -> bool:
    """Tell whether a word stands in a clause that says something else happened."""
    first = min((held.facet.item.start for held in case.core), default=0)
    if one.bound or one.facet.kind is FacetKind.NAME or one.facet.light or one.facet.item.start < first:
        return False
    reading, spoken = case.own.reading, {held.at for held in case.here}
    deeds = [at for at in range(*reading.clause_of(one.at)) if is_deed(reading, at)]
    return bool(deeds) and spoken.isdisjoint(deeds)


def _doubted(case: Case) -> Finding | None:
    for cue in (*case.doubts, *excluded(case), *taken_back(case)):
        return _undecided(reason("less-sure", None, case.sentence, cue=cue))
    return None


Rule = Callable[[Case], Finding | None]

RULES: tuple[Rule, ...] = (
    _too_short,
    _asks,
    by_denial,
    by_opposite,
    by_rival,
    by_swap,
    _other_roles,
    _covered,
)
CHECKS: tuple[Rule, ...] = (
    _other_subject,
    _of_somebody_else,
    _nobody_says_so,
    _said_by_another,
    _serves_another,
    _done_by_nobody,
    _on_two_sides,
    _says_more,
    _negated,
    _turned,
    _misplaced,
    _object_elsewhere,
    _named_otherwise,
    _other_partner,
    _other_name_around,
    _apart,
    _doubted,
)
