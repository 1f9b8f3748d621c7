"""What excludes what, what merely contrasts, and which verbs tell a deed from its other end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.opposites import Opposition, converse, opposite, opposites, opposition
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem


def base(word: str) -> str:
    return one_stem(stem(word))


WORDS = sorted(
    {
        base(word)
        for part in ("incompatible", "contrast")
        for rows in table("opposites")[part].values()
        for row in rows
        for word in row.replace("|", " ").split()
    }
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("increase", "decrease"),
        ("raised", "lowered"),
        ("approved", "rejected"),
        ("accepted", "refused"),
        ("confirmed", "denied"),
        ("supported", "opposed"),
        ("won", "lost"),
        ("success", "failure"),
        ("convicted", "acquitted"),
        ("guilty", "innocent"),
        ("alive", "dead"),
        ("survived", "died"),
        ("attended", "skipped"),
        ("legal", "illegal"),
        ("surplus", "deficit"),
        ("temporary", "permanent"),
        ("verified", "unverified"),
    ],
)
def test_words_that_cannot_both_be_true_of_one_event_are_incompatible(one: str, other: str) -> None:
    assert opposition(base(one), base(other)) is Opposition.INCOMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("began", "ended"),
        ("arrived", "left"),
        ("opened", "closed"),
        ("arrested", "released"),
        ("before", "after"),
        ("first", "last"),
        ("north", "south"),
        ("majority", "minority"),
        ("public", "private"),
        ("military", "civilian"),
        ("victory", "defeat"),
        ("employer", "employee"),
        ("mother", "father"),
        ("bilateral", "trilateral"),
    ],
)
def test_words_that_one_story_may_hold_both_are_a_contrast(one: str, other: str) -> None:
    assert opposition(base(one), base(other)) is Opposition.CONTRAST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "climbed"),
        ("killed", "wounded"),
        ("position", "negative"),
        ("likely", "dislike"),
        ("Department", "arrived"),
        ("several", "mild"),
        ("met", "met"),
        ("2022", "2023"),
        ("US", "us"),
    ],
)
def test_other_words_do_not_stand_against_each_other(one: str, other: str) -> None:
    assert opposition(base(one), base(other)) is None
    assert not opposite(base(one), base(other))


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_opposition_has_no_direction(one: str, other: str) -> None:
    assert opposition(one, other) is opposition(other, one)
    assert opposite(one, other) == (other in opposites(one)) == (one in opposites(other))


@given(st.sampled_from(WORDS))
def test_no_word_is_its_own_opposite(word: str) -> None:
    assert not opposite(word, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bought", "sold"),
        ("beat", "lost"),
        ("preceded", "followed"),
        ("employs", "works"),
        ("lent", "borrowed"),
        ("caused", "resulted"),
    ],
)
def test_converse_verbs_tell_one_deed_from_both_ends(one: str, other: str) -> None:
    assert base(other) in converse(base(one))
    assert base(one) in converse(base(other))


@pytest.mark.parametrize("word", ["met", "married", "negotiated", "clashed"])
def test_what_is_done_with_one_another_is_its_own_converse(word: str) -> None:
    assert base(word) in converse(base(word))


@pytest.mark.parametrize("word", ["kill", "say", "Istanbul", "2022"])
def test_most_words_have_no_converse(word: str) -> None:
    assert converse(base(word)) == frozenset()


def test_every_row_has_words_on_both_sides_of_one_bar() -> None:
    rows = [
        row
        for part in ("incompatible", "contrast")
        for group in table("opposites")[part].values()
        for row in group
    ]
    rows += table("opposites")["converse"]["verbs"]
    assert [row for row in rows if row.count("|") != 1 or not all(map(str.split, row.split("|")))] == []


def test_no_row_has_a_stem_on_both_sides() -> None:
    rows = [
        row
        for part in ("incompatible", "contrast")
        for group in table("opposites")[part].values()
        for row in group
    ]
    sides = [[{base(word) for word in side.split()} for side in row.split("|")] for row in rows]
    assert [row for row, (left, right) in zip(rows, sides, strict=True) if left & right] == []
