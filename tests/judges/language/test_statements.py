"""Statements: a claim of several is supported when each is, and contradicted when one is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.language.statements import joined, statements
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.vocabulary import Opinion, Question, Slot, Span, Stance

TWO = "The court fined the bank, but the bank appealed the ruling."
FIRST, SECOND = "The court fined the bank,", "but the bank appealed the ruling."
PLACES = tuple(span for span, _ in statements(Question(TWO)))
WORDS = ("the", "court", "fined", "bank", "and", "but", ",", ".", "while", "was", "paid", "Berg", "\n", " ")
YES, NO, SILENT = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT
OPEN = Stance.UNDECIDED


def said(stance: Stance, score: float, code: str) -> Opinion:
    """Return an opinion with one reason that points at the first letter of its statement."""
    return Opinion("x", stance, score, (reason(code, Span(0, 1), **WORDS_OF.get(code, {})),))


WORDS_OF = {"paraphrased": {"share": "90 %"}, "polarity-clash": {"cue": "fined"}, "less-sure": {"cue": "may"}}
SUPPORTED = said(YES, 0.9, "paraphrased")
AGAINST = said(NO, -0.8, "polarity-clash")
UNSURE = said(OPEN, 0.4, "less-sure")
NOTHING = Opinion("x", SILENT)


def test_a_claim_is_cut_before_a_conjunction_with_a_subject_and_a_verb_behind_it() -> None:
    assert [one.claim for _, one in statements(Question(TWO))] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "claim",
    [
        "The court fined the bank.",
        "The court and the mayor fined the bank.",
        "The court fined the bank and left.",
        "",
    ],
)
def test_what_makes_one_statement_is_not_cut(claim: str) -> None:
    assert statements(Question(claim)) == ((Span(0, len(claim)), Question(claim)),)


def test_a_claim_with_slots_is_one_statement() -> None:
    asked = Question(TWO, (Slot(("court",), ("fined",), "3"),))
    assert [one for _, one in statements(asked)] == [asked]


def test_every_statement_asks_for_the_same_attribution() -> None:
    assert {one.attribution for _, one in statements(Question(TWO, (), "asserted"))} == {"asserted"}


@pytest.mark.parametrize(
    ("one", "other", "stance"),
    [
        (SUPPORTED, SUPPORTED, YES),
        (SUPPORTED, AGAINST, NO),
        (NOTHING, AGAINST, NO),
        (SUPPORTED, NOTHING, SILENT),
        (SUPPORTED, UNSURE, OPEN),
        (NOTHING, UNSURE, OPEN),
        (NOTHING, NOTHING, SILENT),
    ],
)
def test_the_stance_of_several_statements(one: Opinion, other: Opinion, stance: Stance) -> None:
    for opinions in ((one, other), (other, one)):
        assert joined("x", PLACES, opinions, TWO).stance is stance


def test_reasons_count_code_points_of_the_whole_claim() -> None:
    opinion = joined("x", PLACES, (SUPPORTED, SUPPORTED), TWO)
    assert [one.claim for one in opinion.reasons] == [Span(0, 1), Span(26, 27)]


def test_what_is_missing_is_named_first() -> None:
    opinion = joined("x", PLACES, (SUPPORTED, NOTHING), TWO)
    assert [one.code for one in opinion.reasons] == ["statement-missing", "paraphrased"]
    assert opinion.reasons[0].claim == PLACES[1]
    assert SECOND in opinion.reasons[0].text


def test_what_speaks_against_is_named_first() -> None:
    opinion = joined("x", PLACES, (SUPPORTED, AGAINST), TWO)
    assert [one.code for one in opinion.reasons] == ["polarity-clash", "paraphrased"]
    assert opinion.score == -0.8


def test_one_opinion_stays_as_it_is() -> None:
    assert joined("x", (Span(0, 5),), (SUPPORTED,), "Rain.") is SUPPORTED


def test_half_a_claim_scores_less_than_half() -> None:
    assert 0.0 < joined("x", PLACES, (SUPPORTED, NOTHING), TWO).score < 0.5
    assert joined("x", PLACES, (SUPPORTED, SUPPORTED), TWO).score == 0.9


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_statements_are_pieces_of_the_claim_in_order(claim: str) -> None:
    found = statements(Question(claim))
    assert all(span.of(claim) == one.claim for span, one in found)
    assert all(one.end <= other.start for (one, _), (other, _) in pairwise(found))
    assert found[0][0].start >= 0
    assert found[-1][0].end <= len(claim)
