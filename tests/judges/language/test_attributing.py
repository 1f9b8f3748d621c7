"""Attributing: who says what a passage says, and whether that counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pytest_factcheck.judges.language.attributing import attributed
from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.judgement import judged
from pytest_factcheck.vocabulary import Opinion, Question, Stance

Before = Callable[..., Case]
DAM = "The dam collapsed after heavy rain."


def heard(case: Case, attribution: str = "any") -> Opinion:
    """Return the opinion on a case with who says it."""
    asked = replace(case, question=Question(case.question.claim, (), attribution))
    return attributed(judged(asked), asked)


def codes(opinion: Opinion) -> list[str]:
    """Return the codes of the reasons of an opinion."""
    return [one.code for one in opinion.reasons]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The governor said the dam collapsed after heavy rain.", "The governor"),
        ("The dam collapsed after heavy rain, the engineer said.", "the engineer"),
        ("“The dam collapsed after heavy rain,” Anna Berg told reporters.", "Anna Berg"),
    ],
)
def test_words_of_somebody_support_and_say_whose_they_are(case: Before, sentence: str, who: str) -> None:
    opinion = heard(case(DAM, sentence))
    assert opinion.stance is Stance.SUPPORTS
    assert codes(opinion) == ["paraphrased", "said-by"]
    assert who in opinion.reasons[-1].text


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor said the dam collapsed after heavy rain.",
        "The dam collapsed after heavy rain, the engineer said.",
        "“The dam collapsed after heavy rain,” Anna Berg told reporters.",
    ],
)
def test_words_of_somebody_do_not_count_where_the_source_must_assert_them(
    case: Before, sentence: str
) -> None:
    opinion = heard(case(DAM, sentence), "asserted")
    assert opinion.stance is Stance.UNDECIDED
    assert codes(opinion) == ["attribution-clash"]
    assert abs(opinion.score) < 0.5


@pytest.mark.parametrize("attribution", ["any", "asserted"])
def test_what_a_source_says_itself_counts_always(case: Before, attribution: str) -> None:
    opinion = heard(case(DAM, DAM), attribution)
    assert opinion.stance is Stance.SUPPORTS
    assert codes(opinion) == ["paraphrased"]


def test_a_saying_that_the_claim_states_is_the_sources_own(case: Before) -> None:
    claim = "The governor said the dam collapsed."
    assert heard(case(claim, claim), "asserted").stance is Stance.SUPPORTS


def test_the_denial_by_somebody_speaks_against_it_in_his_name(case: Before) -> None:
    before = case("The minister lied to parliament.", "The minister denied lying to parliament.")
    assert heard(before).stance is Stance.CONTRADICTS
    assert codes(heard(before)) == ["polarity-clash", "said-by"]
    assert heard(before, "asserted").stance is Stance.UNDECIDED


def test_words_that_somebody_denies_are_no_support(case: Before) -> None:
    """A judgement that missed the denial is set right."""
    sentence = "The chief rejected reports that the bank hid losses from its auditors."
    before = case("The bank hid losses from its auditors.", sentence)
    opinion = attributed(Opinion("language", Stance.SUPPORTS, 0.9), before)
    assert opinion.stance is Stance.UNDECIDED
    assert codes(opinion) == ["denied-by"]
    assert -0.5 < opinion.score < 0
    assert "The chief" in opinion.reasons[0].text
