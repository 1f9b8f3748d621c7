"""Noun phrases: how far they reach to the left and right of a place."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.grammar import Token, tokens
from pytest_factcheck.language.phrases import Phrase, is_verb, phrase_at, phrase_before, phrase_head_of


def shown(sentence: tuple[Token, ...], phrase: Phrase | None) -> str:
    return " ".join(token.text for token in sentence[phrase.start : phrase.end]) if phrase else ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the deputy minister of defence", "the deputy minister"),
        ("Defence Minister Anna Berg said so", "Defence Minister Anna Berg"),
        ("the newly elected president left", "the newly elected president"),
        ("Ukraine's team met", "Ukraine team"),
        ("him and her", "him"),
        ("of the team", ""),
    ],
)
def test_a_phrase_reaches_right_to_the_next_verb_or_small_word(sentence: str, expected: str) -> None:
    found = tokens(sentence)
    assert shown(found, phrase_at(found, 0)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("they attended the long meeting", "the long meeting"),
        ("after the roughly 100-minute meeting", "the roughly 100 minute meeting"),
        ("he said Anna Berg", "Anna Berg"),
        ("they sent Defence Minister Berg", "Defence Minister Berg"),
        ("the failed talks", "the failed talks"),
        ("In 2003 Carl Dahl", "Carl Dahl"),
        ("a follow-up meeting", "a follow up meeting"),
        ("they resigned", ""),
    ],
)
def test_a_phrase_reaches_left_to_its_determiner_or_a_verb(sentence: str, expected: str) -> None:
    found = tokens(sentence)
    assert shown(found, phrase_before(found, len(found))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks in Geneva", ["The talks"]),
        ("The talks between Russia and Ukraine", ["The talks"]),
        ("Russia and Ukraine", ["Russia", "Ukraine"]),
        ("The head of the team", ["The head"]),
        ("they left after the talks", ["the talks"]),
        ("some of the talks", []),
    ],
)
def test_what_hangs_on_a_noun_is_climbed_over(sentence: str, expected: list[str]) -> None:
    found = tokens(sentence)
    assert [shown(found, phrase) for phrase in phrase_head_of(found, len(found))] == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("they planned talks", "planned", True),
        ("the planned talks", "planned", False),
        ("This led to talks", "led", True),
        ("a landing", "landing", False),
        ("Umerov-led team", "led", False),
    ],
)
def test_a_past_form_before_a_noun_may_be_an_adjective(sentence: str, word: str, *, expected: bool) -> None:
    found = tokens(sentence)
    (at,) = [at for at, token in enumerate(found) if token.text == word]
    assert is_verb(found, at) is expected
