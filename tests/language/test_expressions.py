"""Which expressions of several words stand in a sentence, and which one word each of them says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.expressions import Expression, expressions
from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

ROWS = [
    (word, written, sense == "denies")
    for sense, kinds in table("expressions").items()
    for rows in kinds.values()
    for word, several in rows.items()
    for written in several
]
WORDS = sorted({part for _, written, _ in ROWS for part in written.split()} | {"the", "not", "offer", ","})


def base(word: str) -> str:
    return one_stem(stem(word))


def read(sentence: str) -> list[tuple[str, str, bool]]:
    parts = tokens(sentence)
    return [
        (" ".join(token.text for token in parts[one.start : one.end]), one.stem, one.denies)
        for one in expressions(parts)
    ]


@pytest.mark.parametrize(
    ("sentence", "written", "word"),
    [
        ("Both teams took part in the race.", "took part", "participate"),
        ("The meeting took place on Monday.", "took place", "happen"),
        ("War broke out in May.", "broke out", "start"),
        ("The mayor has stepped down.", "stepped down", "resign"),
        ("Her husband passed away in 1990.", "passed away", "die"),
        ("Police shot dead two men.", "shot dead", "kill"),
        ("The match was called off.", "called off", "cancel"),
        ("The army carried out a raid.", "carried out", "conduct"),
        ("The firm was set up in 1920.", "set up", "establish"),
        ("Prices have gone up.", "gone up", "rise"),
        ("She was taken to hospital.", "taken to hospital", "hospitalize"),
        ("They were prisoners of war.", "prisoners of war", "pow"),
        ("A prisoner-of-war camp", "prisoner of war", "pow"),
        ("He was found guilty.", "found guilty", "convict"),
        ("The two sides reached an agreement.", "reached an agreement", "agree"),
    ],
)
def test_an_expression_says_what_one_word_says(sentence: str, written: str, word: str) -> None:
    assert (written, base(word), False) in read(sentence)


@pytest.mark.parametrize("object_", ["it", "the offer", "quickly", "Ukraine"])
def test_a_pronoun_or_a_short_noun_phrase_may_part_a_verb_from_its_particle(object_: str) -> None:
    found = read(f"They turned {object_} down.")
    assert (f"turned {object_} down", base("reject"), False) in found
    assert (f"turned {object_} down", base("accept"), True) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "They turned the last good offer down.",
        "They turned and went down.",
        "They turned, down there, to sleep.",
        "They turned from it down the road.",
        "It took place of honour apart.",
        "The part that she took was large.",
        "She took.",
    ],
)
def test_words_that_do_not_belong_together_are_no_expression(sentence: str) -> None:
    assert [one for one in read(sentence) if base(one[1]) in {"reject", "particip"}] == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Exports fell short of the target.", "reach"),
        ("The queen stayed away from the ceremony.", "attend"),
        ("France took no part in the talks.", "participate"),
        ("The deal fell through.", "happen"),
    ],
)
def test_an_expression_may_deny_what_a_word_says(sentence: str, word: str) -> None:
    assert (base(word), True) in [(said, denies) for _, said, denies in read(sentence)]


def test_of_expressions_that_begin_with_one_word_the_one_of_most_words_counts() -> None:
    assert {said for _, said, _ in read("He was found not guilty.")} == {base("acquit")}
    assert {written for written, _, _ in read("She stayed away from it.")} == {"stayed away from"}


def test_a_denial_in_front_is_left_to_the_reader() -> None:
    assert read("He never stepped down.") == [("stepped down", base("resign"), False)]


@pytest.mark.parametrize(("word", "written", "denies"), ROWS)
def test_every_row_is_found_where_it_stands_alone(word: str, written: str, denies: bool) -> None:
    found = expressions(tokens(written))
    assert Expression(0, len(written.split()), base(word), denies) in found


def test_no_row_says_its_own_words() -> None:
    assert [(word, written) for word, written, _ in ROWS if base(word) == base(written)] == []
    assert [written for _, written, _ in ROWS if len(written.split()) < 2] == []


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_expression_stands_inside_another(parts: list[str]) -> None:
    found = expressions(tokens(" ".join(parts)))
    spans = list(dict.fromkeys((one.start, one.end) for one in found))
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len(set(found)) == len(found)
