"""Deeds: which verbs a sentence has, and which of them tell a fact."""

from __future__ import annotations

import pytest

from pytest_factcheck.coverage.deeds import verbs
from pytest_factcheck.judges.reading import read


def told(sentence: str) -> list[str]:
    """Return the verbs that state something outright."""
    return [token for token, outright in found(sentence) if outright]


def found(sentence: str) -> list[tuple[str, bool]]:
    reading = read(sentence)
    return [(reading.tokens[at].text, outright) for at, outright in verbs(reading)]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The mayor opened the bridge.", "opened"),
        ("The gates were shut by the guards.", "shut"),
        ("The Air Force promises a statement.", "promises"),
        ("We called the police.", "called"),
        ("The clerk was not there.", "was"),
        ("There is no bridge.", "is"),
        ("The animal is a cat.", "is"),
        ("He has been ill.", "been"),
        ("She had no coat.", "had"),
        ("They are selling the land.", "selling"),
        ("They sell the land.", "sell"),
        ("They did nothing.", "did"),
    ],
)
def test_a_deed_and_what_is_so_are_told_outright(sentence: str, verb: str) -> None:
    assert told(sentence) == [verb]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board may close the school.",
        "You cannot stop here.",
        "We hoped for rain.",
        "We are keeping an open mind.",
        "I hold a grudge.",
        "We call the police if the gates opened.",
        "The hill is steep.",
        "I have no idea.",
        "It would be a mistake.",
        "If he had a boat.",
    ],
)
def test_what_may_be_is_felt_or_is_said_of_oneself_is_not(sentence: str) -> None:
    assert found(sentence)
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The following day.",
        "Trouble including fire.",
        "The Ferries' crews.",
        "Her gates of iron.",
        "At last!",
    ],
)
def test_what_only_looks_like_a_verb_is_none(sentence: str) -> None:
    assert found(sentence) == []


def test_a_word_behind_a_modal_or_do_is_a_verb() -> None:
    assert [verb for verb, _ in found("Owners may apply, but the office did not answer.")] == [
        "apply",
        "answer",
    ]


def test_the_auxiliary_of_a_verb_is_none_itself() -> None:
    assert found("The work has been done.") == [("done", True)]
    assert found("The work was finished.") == [("finished", True)]
