"""Implied slots: what a claim states and nobody declared is put to the judge `slots`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.implied import by_implied_slots
from pytest_factcheck.vocabulary import Passage, Question, Slot, Stance

Window = Callable[..., Passage]


@pytest.mark.parametrize(
    ("claim", "sentence", "stance", "code"),
    [
        ("The storm killed 12 people.", "The storm killed 12 people.", Stance.SUPPORTS, "quantity-match"),
        (
            "The storm killed 12 people.",
            "The storm killed 15 people.",
            Stance.CONTRADICTS,
            "quantity-disjoint",
        ),
        ("Anna Berg won the election.", "Peter Lund won the election.", Stance.CONTRADICTS, "holder-differs"),
    ],
)
def test_the_value_that_a_claim_turns_on_is_compared(
    passage: Window, claim: str, sentence: str, stance: Stance, code: str
) -> None:
    opinion = by_implied_slots(Question(claim), passage(sentence), "language")
    assert (opinion.stance, opinion.judge) == (stance, "language")
    assert code in [one.code for one in opinion.reasons]


def test_a_claim_that_implies_no_value_is_left_to_the_words(passage: Window) -> None:
    opinion = by_implied_slots(Question("It rained hard."), passage("It rained hard."), "language")
    assert (opinion.stance, opinion.reasons) == (Stance.SILENT, ())


def test_a_claim_with_declared_slots_implies_no_others(passage: Window) -> None:
    slot = Slot(about=("storm",), relation=("killed",), quantity="12")
    asked = Question("The storm killed 12 people.", (slot,))
    assert by_implied_slots(asked, passage("The storm killed 12 people."), "x").stance is Stance.SILENT
