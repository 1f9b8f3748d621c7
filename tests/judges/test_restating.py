"""Restating: an event's own statement out of what is said of those who held it."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.reading import read
from pytest_factcheck.judges.restating import restated


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The delegations held their talks in Oslo.", "The talks was held in Oslo."),
        ("Norway and Chile held direct talks on 9 June 2025.", "The direct talks was held on 9 June 2025."),
    ],
)
def test_what_was_held_somewhere_is_said_of_the_event(claim: str, text: str) -> None:
    assert list(restated(read(claim))) == [text]


@pytest.mark.parametrize(
    "claim",
    [
        "The delegations met in Oslo.",
        "The talks were held in Oslo.",
        "Police held a man in Oslo.",
        "They discussed talks in Oslo.",
        "They held talks.",
        "The delegations held talks, in Oslo too.",
    ],
)
def test_nothing_is_made_of_a_claim_that_places_no_event(claim: str) -> None:
    assert list(restated(read(claim))) == []


def test_the_place_of_an_event_that_somebody_held_is_inferred() -> None:
    assert [slot.entity for slot in infer("The delegations held their talks in Oslo.")] == [("Oslo",)]


def test_a_verb_with_on_takes_the_length_behind_it() -> None:
    assert [slot.quantity for slot in infer("The talks went on for four hours.")] == ["four hours"]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "The delegations negotiated for more than three hours.",
            "The negotiations lasted more than three hours.",
        ),
        ("Norway and Chile met in Oslo for an hour.", "The meeting lasted an hour."),
        (
            "Norway was represented at the talks by its deputy minister.",
            "The Norway delegation was led by its deputy minister.",
        ),
    ],
)
def test_what_parties_did_is_said_of_their_meeting_and_of_their_delegation(claim: str, text: str) -> None:
    assert list(restated(read(claim))) == [text]


@pytest.mark.parametrize(
    "claim",
    [
        "Ann Berg and Carl Lund met for an hour.",
        "The delegations met Reed for an hour.",
        "The sides negotiated.",
        "Ann Berg was represented by her lawyer.",
        "Norway was represented by Berg and Lund.",
    ],
)
def test_people_and_lists_are_no_parties_with_one_meeting(claim: str) -> None:
    assert list(restated(read(claim))) == []
