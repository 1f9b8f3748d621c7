"""Each saying of a sentence: its speaker, its word, and the parts of the sentence that it covers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.sayings import left_open, sayings
from pytest_factcheck.vocabulary import Span


def words(sentence: str, part: Span | None) -> str:
    """Return the words of a part, without the marks around them."""
    return part.of(sentence).strip(' ,.;"') if part else ""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rain fell.", []),
        ("Brandt said rain fell.", [("Brandt", "said", "", "rain fell")]),
        ("Rain fell, said Brandt.", [("Brandt", "said", "Rain fell", "")]),
        ("Rain, Brandt said, fell.", [("Brandt", "said", "Rain", "fell")]),
        ("Rain fell but snow, Brandt said, did not.", [("Brandt", "said", "but snow", "did not")]),
        ("Brandt said rain fell, but it was dry.", [("Brandt", "said", "", "rain fell")]),
        ("Brandt said rain fell, and it was dry.", [("Brandt", "said", "", "rain fell")]),
        ("Brandt, who said rain fell, was dry.", [("Brandt", "said", "", "rain fell")]),
        ("According to Brandt, rain fell.", [("Brandt", "According to", "", "rain fell")]),
        ("The fall was confirmed by Brandt.", [("Brandt", "confirmed", "The fall", "")]),
        ("The claim that rain fell is old.", [("", "claim", "", "rain fell is old")]),
        ("Rain reportedly fell.", [("", "reportedly", "Rain", "fell")]),
        (
            "Brandt said Ruiz denied it had rained.",
            [("Brandt", "said", "", "Ruiz denied it had rained"), ("Ruiz", "denied", "", "it had rained")],
        ),
    ],
)
def test_a_saying_has_a_speaker_a_word_and_what_is_said(
    sentence: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert [
        tuple(words(sentence, part) for part in (one.speaker, one.verb, one.before, one.after))
        for one in sayings(sentence)
    ] == found


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("Brandt did not say that rain fell.", ["say"]),
        ("Brandt asked whether rain fell.", ["whether"]),
        ("Brandt said rain did not fall.", []),
    ],
)
def test_what_follows_a_denied_saying_or_whether_is_left_open(sentence: str, open_: list[str]) -> None:
    assert [span.of(sentence) for span in left_open(sentence)] == open_


def test_a_flood_of_words_without_an_end_is_not_read() -> None:
    assert sayings("Brandt said rain fell and " * 200) == ()
    assert left_open("Brandt did not say that " * 200) == ()


PIECES = [
    "Brandt",
    "said",
    "that",
    "rain",
    "fell",
    ",",
    '"',
    "the mayor",
    "who",
    "according to",
    "claims",
    ":",
    "to",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_no_saying_covers_its_own_verb(sentence: str) -> None:
    for one in sayings(sentence):
        assert not any(part and part.overlaps(one.verb) for part in (one.before, one.after))
