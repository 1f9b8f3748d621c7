"""Verbs of saying: word order tells who says what, and what only looks like saying is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.speech import Force, Sentence, is_saying
from pytest_factcheck.language.speech_verbs import leaves_open, verb_sayings
from pytest_factcheck.vocabulary import Span

ASSERTED, CLAIMED, DENIED = Force.ASSERTED, Force.CLAIMED, Force.DENIED


def told(text: str) -> list[tuple[str, str, str, str, Force]]:
    """Return speaker, verb, what is said before and behind, and force, of each saying of a sentence."""

    def words(span: Span | None) -> str:
        return span.of(text).strip() if span else ""

    sentence = Sentence(text, tokens(text))
    return [
        (words(one.speaker), one.verb.of(text), words(one.before), words(one.after), one.force)
        for at in range(len(sentence.tokens))
        if is_saying(sentence.tokens, at)
        for one in verb_sayings(sentence, at)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that it fell.", ("The mayor", "said", "", "it fell.", ASSERTED)),
        ("The mayor said it fell.", ("The mayor", "said", "", "it fell.", ASSERTED)),
        ("Brandt told AFP in Oslo that it fell.", ("Brandt", "told", "", "it fell.", ASSERTED)),
        ("The mayor claimed that it fell.", ("The mayor", "claimed", "", "it fell.", CLAIMED)),
        ("The firm denied that it fell.", ("The firm", "denied", "", "it fell.", DENIED)),
        ("The firm denied any part in it.", ("The firm", "denied", "", "any part in it.", DENIED)),
        ("It fell, the mayor said.", ("the mayor", "said", "It fell,", "", ASSERTED)),
        ("It fell, said the mayor.", ("the mayor", "said", "It fell,", "", ASSERTED)),
        ("“It fell,” said Brandt, “at noon.”", ("Brandt", "said", "“It fell,”", ", “at noon.”", ASSERTED)),
        ("It was said by the mayor that it fell.", ("the mayor", "said", "", "it fell.", ASSERTED)),
        ("The fall was confirmed by Brandt.", ("Brandt", "confirmed", "The fall", "", ASSERTED)),
        ("It was reported that it fell.", ("", "reported", "", "it fell.", ASSERTED)),
        ("The bridge is said to be shut.", ("", "said", "The bridge", "to be shut.", CLAIMED)),
        ("Kyiv accused Russia of it.", ("Kyiv", "accused", "", "Russia of it.", CLAIMED)),
    ],
)
def test_word_order_tells_who_says_what(text: str, expected: tuple[str, str, str, str, Force]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say that it fell.",
        "The mayor may say that it fell.",
        "He refused to say that it fell.",
        "If the mayor said that it fell, he lied.",
        "Nobody said that it fell.",
        "The mayor said yes.",
        "The mayor said nothing about it.",
        "That said, it fell.",
        "The mayor promised to say more.",
    ],
)
def test_what_is_denied_possible_supposed_or_empty_is_no_saying(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He did not confirm that it fell.", "confirm", True),
        ("He could not say whether it fell.", "whether", True),
        ("He said that it fell.", "said", False),
        ("He did not leave.", "leave", False),
    ],
)
def test_a_denied_verb_of_saying_and_whether_leave_open_what_follows(
    text: str, word: str, expected: bool
) -> None:
    sentence = Sentence(text, tokens(text))
    at = [token.text for token in sentence.tokens].index(word)
    assert leaves_open(sentence, at) is expected


PLAIN = "the mayor Brandt she it said says claimed denied told that by was not to be who and but fell"
WORDS = st.sampled_from([*PLAIN.split(), *",“”:."])


@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=60))
def test_no_part_of_a_saying_holds_its_verb_or_leaves_the_text(text: str) -> None:
    sentence = Sentence(text, tokens(text))
    for at in range(len(sentence.tokens)):
        if not is_saying(sentence.tokens, at):
            continue
        for one in verb_sayings(sentence, at):
            for span in filter(None, (one.before, one.after)):
                assert 0 <= span.start <= span.end <= len(text)
                assert not span.contains(one.verb)
