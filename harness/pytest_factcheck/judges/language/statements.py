"""Statements: a claim of several statements is supported when each is, and contradicted when one is.

Each statement is read against each sentence in focus; which of them support which is kept, so that a reader
sees what is still missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.language.parts import parts
from pytest_factcheck.vocabulary import Opinion, Question, Reason, Span, Stance

_HALF = 0.49


def statements(question: Question) -> tuple[tuple[Span, Question], ...]:
    """Return the statements of a claim as questions of their own, each with its place in the claim.

    A claim with declared slots is one statement: its reviewer says what it turns on.
    """
    found = parts(question.claim) if not question.slots else ()
    if len(found) < 2:
        return ((Span(0, len(question.claim)), question),)
    return tuple((span, replace(question, claim=span.of(question.claim))) for span in found)


def joined(name: str, places: Sequence[Span], opinions: Sequence[Opinion], claim: str) -> Opinion:
    """Return what several statements that were judged one by one say of the claim that they make."""
    if len(opinions) == 1:
        return opinions[0]
    told = tuple(
        replace(one, claim=_shifted(one.claim, place.start))
        for place, opinion in zip(places, opinions, strict=True)
        for one in opinion.reasons
        if opinion.stance is not Stance.SILENT
    )
    stances = [opinion.stance for opinion in opinions]
    if Stance.CONTRADICTS in stances:
        against = next(opinion for opinion in opinions if opinion.stance is Stance.CONTRADICTS)
        return Opinion(name, Stance.CONTRADICTS, against.score, _first(told, against))
    score = sum(max(0.0, opinion.score) for opinion in opinions) / len(opinions)
    if all(stance is Stance.SUPPORTS for stance in stances):
        return Opinion(name, Stance.SUPPORTS, round(score, 4), told)
    lacking = next(
        place
        for place, opinion in zip(places, opinions, strict=True)
        if opinion.stance is not Stance.SUPPORTS
    )
    why = reason("statement-missing", lacking, words=lacking.of(claim))
    stance = Stance.UNDECIDED if Stance.UNDECIDED in stances else Stance.SILENT
    return Opinion(name, stance, round(_HALF * score, 4), (why, *told))


def _first(told: tuple[Reason, ...], against: Opinion) -> tuple[Reason, ...]:
    """Return the reasons with those of the opposing statement first."""
    codes = {one.code for one in against.reasons}
    return tuple(sorted(told, key=lambda one: one.code not in codes))


def _shifted(place: Span | None, start: int) -> Span | None:
    return place.shifted(start) if place else None
