"""Words and stems: typography and inflection never part two words, meaning does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.words import (
    is_function_word,
    is_modal,
    is_negator,
    stem,
    stems_in,
    words,
)
from pytest_factcheck.vocabulary import Span


def stems(text: str) -> list[str]:
    return [word.stem for word in words(text)]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("led", "lead"),
        ("held", "hold"),
        ("met", "meet"),
        ("meeting", "meet"),
        ("took", "take"),
        ("taken", "take"),
        ("sent", "send"),
        ("said", "say"),
        ("began", "begin"),
        ("talks", "talk"),
        ("lasted", "lasting"),
        ("agreed", "agree"),
        ("died", "dying"),
        ("people", "person"),
        ("women", "woman"),
        ("buses", "bus"),
        ("KYIV", "Kyiv"),
        ("Erdoğan", "Erdogan"),
        ("cease\u00adfire", "ceasefire"),
        ("Ukraine’s", "Ukraine"),
        ("country's", "countries"),
        ("1,000", "1000"),
        ("U.S.", "US"),
        ("U.K.", "UK"),
    ],
)
def test_forms_of_one_word_share_a_stem(form: str, base: str) -> None:
    assert stem(form) == stem(base)


@pytest.mark.parametrize(
    ("left", "right"),
    [("US", "us"), ("IT", "it"), ("1,000", "1001"), ("2.4", "24"), ("lead", "leave"), ("found", "founded")],
)
def test_differing_words_keep_differing_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)


def test_a_hyphen_parts_words_and_a_possessive_mark_belongs_to_none() -> None:
    text = "The aggressor's 100-minute U.S.-led talks"
    assert [word.text for word in words(text)] == [
        "The",
        "aggressor",
        "100",
        "minute",
        "U.S.",
        "led",
        "talks",
    ]


def test_every_word_stands_where_its_span_says() -> None:
    text = "Delegates didn’t meet O'Brien's 1,000-for-1,000 team."
    assert all(word.span.of(text) == word.text for word in words(text))


@pytest.mark.parametrize(
    ("contraction", "parts"),
    [
        ("didn't", ["do", "not"]),
        ("can’t", ["can", "not"]),
        ("won't", ["will", "not"]),
        ("they'll", ["they", "will"]),
        ("we've", ["we", "have"]),
        ("he's", ["he"]),
    ],
)
def test_a_contraction_is_two_words_so_that_no_negator_is_lost(contraction: str, parts: list[str]) -> None:
    assert stems(contraction) == parts


def test_numbers_keep_their_digits() -> None:
    assert stems("1,000 prisoners, 2.4 million, MH17, 16th") == [
        "1000",
        "prison",
        "2.4",
        "million",
        "mh17",
        "16th",
    ]


def test_only_words_under_the_span_are_read() -> None:
    assert [word.text for word in words("one two three", Span(4, 7))] == ["two"]


@pytest.mark.parametrize("word", ["the", "Of", "which", "was", "before", "they", "also"])
def test_grammar_is_a_function_word(word: str) -> None:
    assert is_function_word(word)


@pytest.mark.parametrize("word", ["not", "never", "without", "n't", "may", "would", "talks", "US", "WHO"])
def test_negators_modals_and_names_are_no_function_words(word: str) -> None:
    assert not is_function_word(word)


def test_negators_and_modals_are_told_apart() -> None:
    assert is_negator("n’t")
    assert is_negator("Never")
    assert not is_negator("note")
    assert is_modal("may")
    assert is_modal("Would")
    assert not is_modal("May")


@given(st.text(max_size=60))
def test_words_are_in_order_and_never_overlap(text: str) -> None:
    found = words(text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(word.span.of(text) == word.text and word.stem for word in found)


@given(st.text(st.sampled_from("aB1é.,'’ _-\u00ad\u0301\n"), max_size=20) | st.text(max_size=60))
def test_the_stems_of_a_text_are_those_of_its_words_each_once(text: str) -> None:
    assert stems_in(text) == tuple(dict.fromkeys(stems(text)))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_a_stem_is_the_same_every_time(word: str) -> None:
    assert stem(word) == stem(word)
    assert stem.__wrapped__(word) == stem(word)


@pytest.mark.parametrize("piece", ["a", "1,", "a'", "U.", "n't", "\u0301", "a\u00ad"])
def test_long_text_without_white_space_is_read(piece: str) -> None:
    text = piece * 20_000
    assert sum(len(word.text) for word in words(text)) <= len(text)
