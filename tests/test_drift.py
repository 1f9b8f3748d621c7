"""What changed between a quote and a text is named by what it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.spans.drift import Change, changes, same_facts, tokens


@pytest.mark.parametrize(
    ("quoted", "found", "expected"),
    [
        ("1,000 died", "11,000 died", Change("number", "1,000", "11,000")),
        ("a thousand men", "a hundred men", Change("number", "thousand", "hundred")),
        ("cost $5", "cost €5", Change("number", "$", "€")),
        ("rose 5", "rose 5%", Change("number", "", "%")),
        ("it is -5 now", "it is 5 now", Change("number", "-5", "5")),
        ("on May 16 they", "on May 17 they", Change("date", "16", "17")),
        ("on Friday they", "on Monday they", Change("date", "Friday", "Monday")),
        ("since 2022 they", "since 2014 they", Change("date", "2022", "2014")),
        ("on 2025-05-16 at", "on 2025-05-15 at", Change("date", "2025-05-16", "2025-05-15")),
        ("they did agree", "they did not agree", Change("negation", "", "not")),
        ("they will go", "they won't go", Change("negation", "", "won't")),
        ("he denied it", "he saw it", Change("negation", "denied", "")),
        ("they may meet", "they will meet", Change("modal", "may", "will")),
        ("all of them", "some of them", Change("quantifier", "all", "some")),
        ("nearly 5 of", "exactly 5 of", Change("quantifier", "nearly", "exactly")),
        ("led by Umerov", "led by Medinsky", Change("name", "Umerov", "Medinsky")),
        ("to Turkey again", "to turkey again", Change("name", "Turkey", "turkey")),
        ("The talks", "the talks", Change("words", "The", "the")),
        ("long talks", "short talks", Change("words", "long", "short")),
        ("is it?", "is it.", Change("words", "?", ".")),
    ],
)
def test_a_change_is_named_by_its_kind(quoted: str, found: str, expected: Change) -> None:
    assert expected in changes(quoted, found)


def test_a_number_beside_other_words_is_named_by_itself() -> None:
    assert changes("they freed 300 men", "they held 500 men") == (
        Change("number", "300", "500"),
        Change("words", "freed", "held"),
    )


def test_changes_come_in_the_order_of_the_text() -> None:
    kinds = [change.kind for change in changes("Putin met 5 men on Monday", "Lavrov met 6 men on Friday")]

    assert kinds == ["name", "number", "date"]


def test_names_that_change_places_are_a_change() -> None:
    assert "name" in {change.kind for change in changes("Kyiv warned Moscow", "Moscow warned Kyiv")}


WORDS = ["the", "talks", "in", "Kyiv", "won't", "end", "by", "May", "5", "1,000", "€"]
words = st.lists(st.sampled_from(WORDS), max_size=8)


@given(words, words)
def test_there_are_no_changes_exactly_if_all_tokens_are_equal(one: list[str], other: list[str]) -> None:
    quoted, found = " ".join(one), " ".join(other)

    equal = [token.text for token in tokens(quoted)] == [token.text for token in tokens(found)]
    assert (changes(quoted, found) == ()) is equal


@given(words, st.integers(0, 8))
def test_a_negation_that_is_put_in_is_never_overlooked(one: list[str], at: int) -> None:
    denied = [*one[:at], "not", *one[at:]]

    assert Change("negation", "not", "") in changes(" ".join(denied), " ".join(one))


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("rose by 1.5 percent", "rose by 15 percent"),
        ("fell to -5 degrees", "fell to 5 degrees"),
        ("won by 3-2", "won by 32"),
        ("a man not able", "a man notable"),
        ("in 10 20 times", "in 1020 times"),
    ],
)
def test_equal_letters_do_not_make_equal_facts(quoted: str, found: str) -> None:
    assert not same_facts(quoted, found)


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("1,000 people", "1000 peo ple"),
        ("he won't go", "he wont go"),
        ("they cannot go", "they can not go"),
        ("the cease-fire", "the ceasefire"),
    ],
)
def test_spelling_does_not_change_facts(quoted: str, found: str) -> None:
    assert same_facts(quoted, found)
