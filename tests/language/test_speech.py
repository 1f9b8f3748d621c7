"""Speech: which words are verbs of saying, and how far what is said reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.phrases import phrase_at
from pytest_factcheck.language.speech import (
    FORCES,
    Force,
    Sentence,
    extended,
    is_finite,
    is_saying,
    stems,
    turns_aside,
)
from pytest_factcheck.language.words import stem


def read(text: str) -> Sentence:
    return Sentence(text, tokens(text))


def place(sentence: Sentence, word: str) -> int:
    """Return which token a word is, the first if there are several."""
    return [token.text for token in sentence.tokens].index(word)


@pytest.mark.parametrize(
    ("verb", "force"),
    [
        ("said", Force.ASSERTED),
        ("confirmed", Force.ASSERTED),
        ("claimed", Force.CLAIMED),
        ("alleged", Force.CLAIMED),
        ("denied", Force.DENIED),
        ("refuted", Force.DENIED),
    ],
)
def test_a_verb_of_saying_has_the_force_of_its_row(verb: str, force: Force) -> None:
    assert FORCES[stem(verb)] is force


@pytest.mark.parametrize("word", ["bridge", "closed", "quoted", "led"])
def test_any_other_word_has_no_force(word: str) -> None:
    assert stem(word) not in FORCES


def test_no_verb_has_two_forces() -> None:
    rows = [stems("asserting"), stems("claiming"), stems("denying")]
    assert sum(map(len, rows)) == len(frozenset().union(*rows))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The mayor said it fell.", "said", True),
        ("She says it fell.", "says", True),
        ("Officials say it fell.", "say", True),
        ("The mayor claims it fell.", "claims", False),
        ("Moscow claims it fell.", "claims", True),
        ("The claims were false.", "claims", False),
        ("Moscow's claims were false.", "claims", False),
        ("The mayor spoke of a Said Street.", "Said", False),
        ("The bridge fell.", "fell", False),
    ],
)
def test_form_and_neighbours_tell_a_verb_of_saying(text: str, word: str, expected: bool) -> None:
    sentence = read(text)
    assert is_saying(sentence.tokens, place(sentence, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The bridge was closed.", "was", True),
        ("The bridge may fall.", "may", True),
        ("The bridge fell.", "fell", True),
        ("The mayor says no.", "says", True),
        ("The falling bridge.", "falling", False),
        ("The bridge fell.", "bridge", False),
    ],
)
def test_a_finite_verb_is_told_by_its_form(text: str, word: str, expected: bool) -> None:
    sentence = read(text)
    assert is_finite(sentence.tokens, place(sentence, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Brandt, who left", "who", True),
        ("Brandt, and others", "and", True),
        ("Brandt, but not Dahl", "but", True),
        ("Brandt, when asked", "when", True),
        ("Brandt, adding it", "adding", True),
        ("Brandt, the mayor", "mayor", False),
    ],
)
def test_what_leads_on_to_something_else_turns_aside(text: str, word: str, expected: bool) -> None:
    sentence = read(text)
    assert turns_aside(sentence.tokens[place(sentence, word)]) is expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a source in the ministry of defence said", "a source in the ministry of defence"),
        ("the mayor of Lund said", "the mayor of Lund"),
        ("the mayor on Friday said", "the mayor"),
        ("the mayor, of Lund", "the mayor"),
        ("the mayor of", "the mayor"),
    ],
)
def test_a_noun_phrase_reaches_over_what_hangs_on_it_and_not_over_a_time(text: str, whole: str) -> None:
    sentence = read(text)
    phrase = phrase_at(sentence.tokens, 0)
    assert phrase is not None
    assert sentence.span(0, extended(sentence.tokens, phrase)).of(text) == whole


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("The bridge fell, the mayor said.", "the", "The bridge fell, "),
        ("Rain fell; the bridge fell, he said.", "he", "the bridge fell, "),
        ("Rain fell but the bridge stood, he said.", "he", "but the bridge stood, "),
    ],
)
def test_what_is_said_before_a_place_reaches_back_to_the_last_contrast(
    text: str, word: str, said: str
) -> None:
    sentence = read(text)
    found = sentence.up_to(place(sentence, word))
    assert found is not None
    assert found.of(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said that the bridge fell.", " the bridge fell."),
        ("He said that the bridge fell but rain fell.", " the bridge fell "),
        ("He said that the bridge fell; rain fell.", " the bridge fell; "),
        ("He said that the bridge fell, and the road was closed.", " the bridge fell, "),
        ("He said that the bridge and the road fell.", " the bridge and the road fell."),
    ],
)
def test_what_is_said_behind_a_place_reaches_on_to_the_next_contrast(text: str, said: str) -> None:
    sentence = read(text)
    found = sentence.on_from(place(sentence, "that") + 1)
    assert found is not None
    assert found.of(text) == said


def test_nothing_is_said_before_the_first_word_and_behind_the_last() -> None:
    sentence = read("He said.")
    assert sentence.up_to(0) is None
    assert sentence.on_from(2) is None
    assert sentence.on_from(0) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It fell, he said.", "he", True),
        ("“It fell” he said.", "he", True),
        ("It fell he said.", "he", False),
        ("See example.com today.", "com", False),
    ],
)
def test_a_mark_or_a_quotation_parts_two_words(text: str, word: str, expected: bool) -> None:
    sentence = read(text)
    assert sentence.marked(place(sentence, word)) is expected


def test_both_ends_of_a_sentence_are_marked() -> None:
    sentence = read("It fell")
    assert sentence.marked(0)
    assert sentence.marked(2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“It fell,” he said.", True), ("'It fell,' he said.", True), ("It fell, he said.", False)],
)
def test_a_quotation_mark_closes_a_quotation(text: str, expected: bool) -> None:
    sentence = read(text)
    assert sentence.closes_quotation(place(sentence, "he")) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("He said that it fell.", True), ("He said that's it.", False)]
)
def test_that_opens_a_statement_and_thats_does_not(text: str, expected: bool) -> None:
    sentence = read(text)
    assert sentence.opens_statement(place(sentence, "that")) is expected


@given(st.text(max_size=60))
def test_what_is_said_in_any_text_lies_in_it(text: str) -> None:
    sentence = read(text)
    for at in range(len(sentence.tokens)):
        for span in (sentence.up_to(at), sentence.on_from(at)):
            assert span is None or 0 <= span.start <= span.end <= len(text)
