"""Speakers: the subject of a verb of saying with all that hangs on it, and who cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.speakers import is_unnamed, speaks, speaks_for_sure, subject_speaker
from pytest_factcheck.language.speech import Sentence

VERBS = ("said", "told", "saying", "confirmed")


def speaker_of(text: str) -> str | None:
    """Return the speaker at the first verb of saying."""
    given_tokens = tokens(text)
    at = next(number for number, token in enumerate(given_tokens) if token.text in VERBS)
    found = subject_speaker(Sentence(text, given_tokens), at)
    return found.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said it fell.", "The mayor"),
        ("The mayor has said it fell.", "The mayor"),
        ("Anna Berg said it fell.", "Anna Berg"),
        ("She said it fell.", "She"),
        ("Russia and Ukraine said it fell.", "Russia and Ukraine"),
        ("A spokesman for the ministry said it fell.", "A spokesman for the ministry"),
        ("Sources close to the court told AFP it fell.", "Sources close to the court"),
        ("On Friday Brandt said it fell.", "Brandt"),
        ("Brandt, the mayor of Lund, said it fell.", "Brandt"),
        ("Brandt, who said it fell, left.", "Brandt"),
        ("Brandt met the council and said it fell.", "Brandt"),
    ],
)
def test_the_subject_speaks_with_all_that_hangs_on_it(text: str, expected: str) -> None:
    assert speaker_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said it fell.",
        "None of them said it fell.",
        "If the mayor said it fell, he lied.",
        "That said, it fell.",
        "More than the mayor said fell.",
        "In Oslo Brandt said it fell.",
        "said it fell.",
    ],
)
def test_nobody_a_supposed_speaker_and_an_empty_subject_do_not_speak(text: str) -> None:
    assert speaker_of(text) is None


@pytest.mark.parametrize("words", ["Brandt", "she", "the mayor", "Ukrainian sources", "a study", "the army"])
def test_names_pronouns_offices_and_papers_can_speak(words: str) -> None:
    assert speaks(tokens(words))


@pytest.mark.parametrize("words", ["the bridge", "two hours", "", "rain"])
def test_a_thing_cannot(words: str) -> None:
    assert not speaks(tokens(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Police", True),
        ("Mayor Berg", True),
        ("Kyiv mayor", True),
        ("Reuters", True),
        ("Lund", False),
        ("Anna Berg", False),
        ("", False),
    ],
)
def test_a_name_alone_may_be_a_places(words: str, expected: bool) -> None:
    assert speaks_for_sure(tokens(words)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("officials", True),
        ("a Ukrainian source", True),
        ("A source", True),
        ("a source at Reuters", False),
        ("spokesman Carl Dahl", False),
        ("the mayor", False),
        ("Anna Berg", False),
    ],
)
def test_a_speaker_without_a_name_is_unnamed(words: str, expected: bool) -> None:
    assert is_unnamed(tokens(words)) is expected


@given(st.text(max_size=60).map(lambda text: f"{text} said it fell"))
def test_in_any_text_a_speaker_stands_before_his_verb(text: str) -> None:
    given_tokens = tokens(text)
    at = max(number for number, token in enumerate(given_tokens) if token.text.endswith("said"))
    found = subject_speaker(Sentence(text, given_tokens), at)
    assert found is None or found.end <= given_tokens[at].start
