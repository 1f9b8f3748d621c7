"""Contradicting: a cue leaves a sentence undecided, and with the rest of the claim it contradicts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.contradicting import by_denial, by_opposite, by_rival
from pytest_factcheck.vocabulary import Stance

Before = Callable[..., Case]
CONTRADICTS, UNDECIDED = Stance.CONTRADICTS, Stance.UNDECIDED

DENIALS = [
    ("The bank paid the rent.", "The bank did not pay the rent.", CONTRADICTS),
    ("The bank failed to pay the rent.", "The bank paid the rent.", CONTRADICTS),
    (
        "The talks ended without an agreement on fishing quotas.",
        "The talks ended with an agreement on fishing quotas.",
        CONTRADICTS,
    ),
    ("The talks ended without a strike.", "The talks ended before strike talks in Oslo.", UNDECIDED),
    ("The talks ended without a strike.", "The talks ended in a possible strike.", UNDECIDED),
    ("The talks ended without a strike.", "The talks ended in plans for a strike.", UNDECIDED),
    ("The talks ended without a strike.", "The talks ended as the strike is not over.", UNDECIDED),
    ("The talks ended without a strike.", "The talks ended in a strike.", CONTRADICTS),
    ("The bank paid the rent in Oslo.", "The bank did not pay the rent.", UNDECIDED),
    ("The bank failed to pay the rent.", "The bank may pay the rent.", UNDECIDED),
    ("There were no officials at the match.", "There were officials at the match.", UNDECIDED),
    ("Only the bank paid the rent.", "The bank did not pay the rent.", UNDECIDED),
]
OPPOSITES = [
    ("Oil prices rose sharply.", "Oil prices fell sharply.", CONTRADICTS),
    ("The jury found the banker guilty.", "The jury found the banker innocent.", CONTRADICTS),
    ("Analysts had high hopes for the merger.", "Analysts had low hopes for the merger.", CONTRADICTS),
    ("Oil prices rose sharply.", "Oil prices may fall sharply.", UNDECIDED),
    ("Anna Reed rejected the deal.", "Tom Hill accepted the deal that Anna Reed had made.", UNDECIDED),
    (
        "The Kremlin ruled out talks between Berg and Ann Reed.",
        "Ann Reed came late. The Kremlin said that plans included talks between Carl Lund and Berg.",
        UNDECIDED,
    ),
    ("Oil prices rose sharply.", "Oil prices did not fall sharply.", UNDECIDED),
    ("Oil prices rose sharply in Norway.", "Oil prices fell sharply.", UNDECIDED),
]
RIVALS = [
    (
        "Turnout reached 61 percent in the second round.",
        "Turnout reached 54 percent in the second round.",
        True,
    ),
    ("The treaty was signed in Vienna.", "The treaty was signed in Geneva.", True),
    ("The plant opened in 2019.", "The plant opened in 2017.", True),
    ("The treaty was signed in Vienna.", "The treaty was signed in Austria.", False),
    ("The treaty was signed in Vienna.", "The treaty may be signed in Geneva.", False),
    ("The treaty was signed in Vienna.", "The treaty was not signed in Geneva.", False),
    ("Only one treaty was signed in Vienna.", "One treaty was signed in Geneva.", False),
    ("The summit was held in Vienna.", "The summit was held in Geneva.", True),
    ("The summit was not held in Vienna.", "The summit was held in Geneva.", False),
    ("The summit was never held in Vienna.", "During the summit in Geneva the king fell.", False),
    ("The summit was held in Vienna.", "The summit was not held in Geneva.", False),
]


@pytest.mark.parametrize(("claim", "sentence", "stance"), DENIALS)
def test_a_denial(case: Before, claim: str, sentence: str, stance: Stance) -> None:
    finding = by_denial(case(claim, sentence))
    assert finding is not None
    assert (finding.stance, finding.reason.code, finding.against) == (stance, "polarity-clash", True)


@pytest.mark.parametrize(("claim", "sentence", "stance"), OPPOSITES)
def test_an_opposite(case: Before, claim: str, sentence: str, stance: Stance) -> None:
    finding = by_opposite(case(claim, sentence))
    assert finding is not None
    assert (finding.stance, finding.reason.code, finding.against) == (stance, "opposite", True)


@pytest.mark.parametrize(("claim", "sentence", "sure"), RIVALS)
def test_a_rival(case: Before, claim: str, sentence: str, sure: bool) -> None:
    finding = by_rival(case(claim, sentence))
    assert finding is not None
    assert finding.reason.code == "rival-value"
    assert finding.stance is (CONTRADICTS if sure else UNDECIDED)


@pytest.mark.parametrize("rule", [by_denial, by_opposite, by_rival])
def test_no_sentence_contradicts_itself(case: Before, rule: Callable[[Case], object]) -> None:
    for claim in {claim for claim, *_ in (*DENIALS, *OPPOSITES, *RIVALS)}:
        assert rule(case(claim, claim)) is None


def test_a_reason_shows_the_words_on_both_sides(case: Before) -> None:
    before = case("Oil prices rose sharply.", "It was Monday.", "Oil prices fell sharply.")
    finding = by_opposite(before)
    assert finding is not None
    assert finding.reason.claim is not None
    assert finding.reason.source is not None
    assert finding.reason.claim.of(before.question.claim) == "rose"
    assert finding.reason.source.of(before.passage.text) == "fell"


def test_a_rival_is_shown_in_whole(case: Before) -> None:
    before = case("The plant opened on 4 May 2019.", "It rained.", "The plant opened on 9 May 2019.")
    finding = by_rival(before)
    assert finding is not None
    assert finding.reason.source is not None
    assert finding.reason.source.of(before.passage.text) == "9 May 2019"
