"""Bearing: changes of a quoted sentence that have nothing to do with the claim."""

from __future__ import annotations

import pytest

from pytest_factcheck.mutation.bearing import bears_on
from pytest_factcheck.perturbations.mutant import replaced
from pytest_factcheck.vocabulary import Span


def bears(operator: str, claim: str, sentence: str, before: str, after: str) -> bool:
    """Tell whether other words in the place of some of a sentence change what it says of a claim."""
    start = sentence.index(before)
    return bears_on(
        claim, sentence, replaced(sentence, operator, Span(start, start + len(before)), after), None
    )


def test_a_name_in_a_dependent_clause_that_holds_only_names_of_the_claim() -> None:
    claim = "Denmark and Norway held their first talks since 2022."
    sentence = "The two held their first talks since 2022, when Denmark sued Norway."
    assert not bears("country", claim, sentence, "Norway.", "Chile.")
    assert bears("country", "Denmark sued Norway in 2022.", sentence, "Norway.", "Chile.")


def test_a_name_of_which_the_claim_has_another_word_than_the_last() -> None:
    sentence = "The Labor Department opened a port in Oslo."
    assert not bears("organisation", "A Labor minister opened a port.", sentence, "Labor", "Energy")
    assert bears("organisation", "The Labor Department opened a port.", sentence, "Labor", "Energy")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Denmark and Norway agreed to continue their talks.", False),
        ("Norway said the talks will continue.", True),
        ("The Norwegian negotiator Berg spoke of the talks.", True),
    ],
)
def test_the_country_of_a_speaker_of_whom_the_claim_does_not_speak(claim: str, expected: bool) -> None:
    sentence = '"We agreed to continue the talks," Norwegian negotiator Berg said.'
    assert bears("country", claim, sentence, "Norwegian", "Chilean") is expected


def test_a_report_of_something_else() -> None:
    sentence = "Berg said he was satisfied with the deal and confirmed that the bank had paid."
    assert not bears("opposite", "Berg said he was satisfied with the deal.", sentence, "confirmed", "denied")
    assert bears("opposite", "Berg confirmed that the bank had paid.", sentence, "confirmed", "denied")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The talks brought progress towards ending the war.", False),
        ("The talks ended without progress.", True),
    ],
)
def test_a_verb_where_the_claim_has_the_word_for_no_deed(claim: str, expected: bool) -> None:
    assert bears("opposite", claim, "The talks ended without progress.", "ended", "began") is expected


def test_a_verb_where_the_claim_says_what_something_is() -> None:
    sentence = "Berg opened the meeting, which was closed to the press."
    assert not bears("opposite", "The meeting was open to the press.", sentence, "opened", "closed")
    assert bears("opposite", "Berg opened the meeting.", sentence, "opened", "closed")


def test_a_denial_in_a_clause_of_which_another_clause_says_all_and_more() -> None:
    sentence = "They agreed to exchange prisoners, but there is no agreement on a truce."
    assert not bears("negate", "There is no agreement on a truce.", sentence, "agreed", "did not agree")
    assert bears("negate", "They agreed to exchange prisoners.", sentence, "agreed", "did not agree")
