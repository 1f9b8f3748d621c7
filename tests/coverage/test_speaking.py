"""Speaking: whether a claim speaks of a sentence that is quoted beside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.coverage.checkable import sentences
from pytest_factcheck.coverage.speaking import speaks_of

if TYPE_CHECKING:
    from coverage.conftest import Make


def speaks(make: Make, claim: str, sentence: str, *, opposing: bool = False) -> bool:
    text = make.text(sentence)
    (only,) = sentences(text)
    return speaks_of(claim, only.span, only.signals, text, opposing=opposing)


@pytest.mark.parametrize(
    "claim",
    [
        "A meeting lasted 40 minutes.",
        "They left on 3 May 2024.",
        "Anna Berg left.",
        "Anna Berg met Tim Marsh.",
    ],
)
def test_a_number_a_day_a_verb_or_every_name_is_enough(make: Make, claim: str) -> None:
    assert speaks(make, claim, "Anna Berg left Tim Marsh on 3 May 2024 after 40 minutes.")


@pytest.mark.parametrize(
    "claim",
    ["Anna Berg sings.", "The ferry sank.", "A meeting lasted 50 minutes.", "They went on 4 May 2024."],
)
def test_one_name_of_two_or_another_value_is_not(make: Make, claim: str) -> None:
    assert not speaks(make, claim, "Anna Berg left Tim Marsh on 3 May 2024 after 40 minutes.")


def test_a_single_name_is_never_enough(make: Make) -> None:
    assert not speaks(make, "Oslo has a harbour.", "They walked to Oslo.")


def test_who_says_it_is_never_enough(make: Make) -> None:
    assert not speaks(make, "Tim said it rained.", "The guard said nobody came.")


def test_another_value_of_one_kind_is_what_a_contradiction_speaks_of(make: Make) -> None:
    for claim in ("The meeting lasted 50 minutes.", "It began on 4 May 2024."):
        assert not speaks(make, claim, "Anna Berg left on 3 May 2024 after 40 minutes.")
        assert speaks(make, claim, "Anna Berg left on 3 May 2024 after 40 minutes.", opposing=True)
    assert not speaks(make, "It had 50 rooms.", "Anna Berg left after 40 minutes.", opposing=True)
