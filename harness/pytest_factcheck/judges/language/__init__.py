"""The judge `language`: what a passage says of a claim in other words, or against it.

It reads one sentence in focus at a time, with its neighbours for who and what is spoken of. A claim of
several statements is supported when each of them is, and contradicted when one is.
"""

from __future__ import annotations

from pytest_factcheck.judges.language.attributing import attributed
from pytest_factcheck.judges.language.breadth import Breadth, breadth
from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import cover
from pytest_factcheck.judges.language.facets import FacetKind, facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.language.implied import by_implied_slots, implied_names, implies_amount
from pytest_factcheck.judges.language.judgement import NAME, judged, turns
from pytest_factcheck.judges.language.statements import joined, statements
from pytest_factcheck.judges.language.together import together
from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.verdict import PRECEDENCE, SIDES
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

__all__ = ["NAME", "Breadth", "breadth", "judge", "statements"]


def judge(question: Question, passage: Passage) -> Opinion:
    """Say what a passage says of a claim.

    Args:
        question: The claim.
        passage: Each sentence in focus is read by itself, with the others of the window as its surroundings.
    """
    asked = statements(question)
    opinions = [_read_statement(one, passage) for _, one in asked]
    return joined(NAME, [place for place, _ in asked], opinions, question.claim)


def _read_statement(question: Question, passage: Passage) -> Opinion:
    cases = [case for sentence in passage.judged if (case := _case(question, passage, sentence))]
    opinions = [_opinion(case) for case in cases]
    opinions.append(together(NAME, cases, opinions))
    implied = by_implied_slots(question, passage, NAME)
    # A matching value supports nothing where the sentence leans the other way, or has another amount beside.
    amounts = implies_amount(question) or any(map(_has_amounts, cases))
    named = any(_lacks_no_name(case) and not turns(case) for case in cases)
    agrees = amounts and named and all(opinion.score >= 0 for opinion in opinions)
    if implied.stance is not Stance.SUPPORTS or agrees:
        opinions.append(implied)
    return min(opinions, key=_rank, default=Opinion(NAME, Stance.SILENT))


def _has_amounts(case: Case) -> bool:
    """Tell whether a sentence holds every amount of the claim."""
    return all(one.here for one in case.coverage.held if one.facet.kind is FacetKind.AMOUNT)


def _lacks_no_name(case: Case) -> bool:
    """Tell whether no name is missing but the value of a slot, which another can say: "Norway", "Oslo"."""
    values = implied_names(case.question)
    return all(facet.amount or facet.text in values for facet in case.exact_missing)


def _rank(opinion: Opinion) -> tuple[int, float]:
    order = PRECEDENCE.index(opinion.stance) if opinion.stance in PRECEDENCE else len(PRECEDENCE)
    return order, -abs(opinion.score)


def _case(question: Question, passage: Passage, sentence: Span) -> Case | None:
    """Return the case of a claim and a sentence, or None where there is nothing to compare."""
    stated = plain_case(question.claim)
    parts = facets(stated, passage.published)
    if not parts:
        return None
    claim, own = read(stated), holding(sentence.of(passage.text), passage.published)
    if own.reading.too_long or claim.too_long:
        return None
    return Case(question, claim, passage, sentence, own, cover(claim, parts, passage, sentence))


def _opinion(case: Case) -> Opinion:
    opinion = judged(case)
    return attributed(opinion, case) if opinion.stance in SIDES else opinion
