"""Agreement: what contradicts a claim, made to say what the claim says, or the claim made to say it.

The values of claim and sentence are exchanged where they exclude each other. Of names only those are
exchanged that a judge found in each other's place, because nothing else tells which name rivals which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import relation
from pytest_factcheck.perturbations import Mutant
from pytest_factcheck.perturbations.mutant import replaced
from pytest_factcheck.vocabulary import Reason, Span

MADE_TRUE = "made-true"
_RIVALS = frozenset({"holder-differs", "other-name", "rival-value", "opposite"})


@dataclass(frozen=True, slots=True)
class Rivals:
    """Words of a claim, and the words of a sentence that stand in their place."""

    claim: Span
    sentence: Span


def rivals(claim: str, sentence: str, reasons: Iterable[Reason], published: date | None) -> Iterator[Rivals]:
    """Yield where a claim and a sentence exclude each other.

    Args:
        claim: The claim.
        sentence: A sentence that contradicts it.
        reasons: Why a judge says so, its spans counted in the sentence.
        published: The day from which "Friday" is counted in the sentence, if it is known.
    """
    ours, theirs = read(claim), read(sentence)
    for quantity in ours.quantities:
        for other in theirs.quantities:
            if relation(other, quantity) is Relation.DISJOINT and other.counted == quantity.counted:
                yield Rivals(quantity.span, other.span)
    for day in ours.dates(None):
        for found in theirs.dates(published):
            if found.relation(day) is Relation.DISJOINT and found.grain == day.grain:
                yield Rivals(day.span, found.span)
    whole = Span(0, len(sentence))
    for reason in reasons:
        if reason.code in _RIVALS and reason.claim and reason.source and reason.source != whole:
            yield Rivals(reason.claim, reason.source)


def sentence_agreeing(claim: str, sentence: str, pair: Rivals) -> Mutant:
    """Return a sentence with what the claim has, in the place of what rivals it."""
    return replaced(sentence, MADE_TRUE, pair.sentence, pair.claim.of(claim))


def claim_agreeing(claim: str, sentence: str, pair: Rivals) -> Mutant:
    """Return a claim with what the sentence has, in the place of what rivals it."""
    return replaced(claim, MADE_TRUE, pair.claim, pair.sentence.of(sentence))
