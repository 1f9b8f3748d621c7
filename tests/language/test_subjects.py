"""Subjects: what stands between a noun and its verb is looked over, or leaves it open."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.subjects import NOBODY, group_start, subject_of


def subject(sentence: str, verb: str) -> list[str]:
    found = tokens(sentence)
    (at,) = [at for at, token in enumerate(found) if token.text == verb]
    phrases = subject_of(found, at, reduced=False).phrases
    return [" ".join(token.text for token in found[one.start : one.end]) for one in phrases]


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The talks in Istanbul lasted an hour.", "lasted", ["The talks"]),
        ("The talks, mediated by Turkey, lasted an hour.", "lasted", ["The talks"]),
        ("The ceremony after the talks lasted an hour.", "lasted", ["The ceremony"]),
        ("They left after the talks lasted an hour.", "lasted", ["the talks"]),
        ("It was a meeting that lasted an hour.", "lasted", ["a meeting"]),
        ("They want a truce lasting a month.", "lasting", ["a truce"]),
        ("In Istanbul, the talks lasted an hour.", "lasted", ["the talks"]),
        ("Some of the talks lasted an hour.", "lasted", []),
        ("Lasted an hour.", "Lasted", []),
    ],
)
def test_the_subject_is_found_over_what_hangs_on_it(sentence: str, verb: str, expected: list[str]) -> None:
    assert subject(sentence, verb) == expected


def test_the_verb_group_takes_in_auxiliaries_adverbs_and_negations() -> None:
    found = tokens("The talks have not yet been opened.")
    assert found[group_start(found, len(found) - 1)].text == "have"


def test_behind_a_mark_there_is_nobody() -> None:
    found = tokens("The talks: lasted an hour")
    assert subject_of(found, 2, reduced=False) == NOBODY
