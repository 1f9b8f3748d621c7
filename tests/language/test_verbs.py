"""Finite verbs, told by their form and their neighbours."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.verbs import is_finite, is_past, may_be_verb


@pytest.mark.parametrize("word", ["led", "met", "agreed", "stopped", "took"])
def test_a_past_is_told_by_its_form(word: str) -> None:
    assert is_past(word)


@pytest.mark.parametrize("word", ["lead", "hundred", "need", "red", "talks", "taken"])
def test_what_has_no_form_of_a_past(word: str) -> None:
    assert not is_past(word)


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("they met", True),
        ("they have gone", False),
        ("to have gone", False),
        ("it was", True),
        ("the united nations", False),
        ("a failed plan", False),
        ("talks mediated by turkey", False),
        ("talks mediated peace", True),
        ("us - brokered deal", False),
    ],
)
def test_the_words_around_decide(text: str, finite: bool) -> None:
    words = text.split()
    at = next(i for i, word in enumerate(words) if word in {"met", "gone", "was"} or word.endswith("ed"))
    assert is_finite(words, at) is finite


def test_after_to_have_is_an_infinitive() -> None:
    assert is_finite(["they", "have", "left"], 1)
    assert not is_finite(["to", "have", "left"], 1)


def test_behind_a_noun_a_form_without_ending_may_be_a_verb_too() -> None:
    assert may_be_verb("hit")
    assert may_be_verb("says")
    assert not may_be_verb("house")
