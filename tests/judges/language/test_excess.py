"""Excess: words by which a claim says more than a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.excess import excess

Before = Callable[..., Case]


@pytest.mark.parametrize(
    ("claim", "sentence", "words"),
    [
        ("Only two bridges survived.", "Two bridges survived.", ("only",)),
        ("All schools were closed.", "Schools were closed.", ("all",)),
        ("Most voters stayed at home.", "Many voters stayed at home.", ("most",)),
        ("Two bridges survived.", "Only two bridges survived.", ()),
        ("All schools were closed.", "All schools in town were closed.", ()),
    ],
)
def test_what_limits_the_claim_must_be_said(
    case: Before, claim: str, sentence: str, words: tuple[str, ...]
) -> None:
    assert excess(case(claim, sentence)) == words


def test_words_of_an_amount_that_was_read_are_left_to_the_amount(case: Before) -> None:
    assert excess(case("At least 40 houses burned down.", "40 houses burned down.")) == ()
