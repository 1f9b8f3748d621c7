"""Tokens: the class of a word, what stands before it, and which verb forms it can be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.grammar import Kind, Link, tokens, verb_forms


def kinds(sentence: str) -> list[str]:
    return [token.kind.value for token in tokens(sentence)]


def links(sentence: str) -> list[str]:
    return [token.link.value for token in tokens(sentence)]


def test_words_are_classed_by_closed_lists() -> None:
    assert kinds("The two men who were not there will quickly go to Oslo") == [
        "determiner", "number", "word", "relative", "auxiliary", "negator", "adverb", "modal", "adverb",
        "word", "preposition", "word",
    ]  # fmt: skip


def test_names_in_capitals_are_words() -> None:
    assert kinds("US IT us") == ["word", "word", "pronoun"]
    assert kinds("In May they may go") == ["preposition", "word", "pronoun", "modal", "word"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ukraine’s team", ["break", "possessive"]),
        ("the ministers' talks", ["break", "open", "possessive"]),
        ("100-minute talks", ["break", "joined", "open"]),
        ("first, second; third", ["break", "comma", "break"]),
        ("the “peace” talks", ["break", "open", "open"]),
        ("worth $5 now", ["break", "open", "open"]),
        ("Oslo — Bergen", ["break", "break"]),
    ],
)
def test_what_stands_between_two_words_is_classed(sentence: str, expected: list[str]) -> None:
    assert links(sentence) == expected


def test_a_country_is_one_token_with_one_key() -> None:
    first, _, third = tokens("United States and America")
    assert first.text == "United States"
    assert first.key == third.key
    assert first.kind is Kind.WORD


def test_two_spellings_have_one_key() -> None:
    (british,), (american,) = tokens("defence"), tokens("defense")
    assert british.key == american.key


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("led", "pn"),
        ("took", "p"),
        ("taken", "n"),
        ("opened", "pn"),
        ("leading", "g"),
        ("lead", ""),
        ("red", ""),
    ],
)
def test_verb_forms_are_told_by_table_and_ending(word: str, forms: str) -> None:
    assert verb_forms(word) == forms


@given(st.text(max_size=80))
def test_tokens_stand_in_order_and_are_what_they_say(sentence: str) -> None:
    found = tokens(sentence)
    assert all(sentence[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not found or found[0].link is Link.BREAK
