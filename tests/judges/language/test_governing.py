"""Governing: the words that a time or a place hangs on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.language.governing import governors
from pytest_factcheck.judges.reading import read

WORDS = ("the", "court", "Oslo", "met", "in", "on", "Friday", "and", "who", ",", "was", "12", "ministers")


def governing(sentence: str, word: str) -> list[str]:
    """Return the words that a word of a sentence hangs on, in order."""
    reading = read(sentence)
    at = [token.text for token in reading.tokens].index(word)
    return [reading.tokens[place].text for place in sorted(governors(reading, at))]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The delegations met in Oslo.", "Oslo", ["delegations", "met"]),
        ("The match was played on Friday.", "Friday", ["match", "played"]),
        ("The treaty was signed by ministers in Vienna.", "Vienna", ["treaty", "signed", "ministers"]),
    ],
)
def test_a_place_hangs_on_the_word_before_it_and_on_verb_and_subject(
    sentence: str, word: str, expected: list[str]
) -> None:
    assert governing(sentence, word) == expected


def test_a_name_before_a_noun_hangs_on_that_noun() -> None:
    assert governing("The Oslo talks ended.", "Oslo") == ["talks"]


def test_a_name_before_another_part_of_itself_hangs_on_nothing() -> None:
    assert governing("Oslo Airport closed.", "Oslo") == []


def test_nothing_of_another_clause_governs() -> None:
    assert governing("The king was ill, and the court met in Milan.", "Milan") == ["court", "met"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map(" ".join))
def test_a_word_hangs_on_words_of_its_own_clause_and_never_on_itself(sentence: str) -> None:
    reading = read(sentence)
    for at in range(len(reading.tokens)):
        start, end = reading.clause_of(at)
        assert all(start <= place < end and place != at for place in governors(reading, at))
