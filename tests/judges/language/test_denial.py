"""Denial: what one of claim and sentence denies and the other does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.denial import (
    claimed_share,
    denied_share,
    lone_negator,
    of_a_thing,
    on_two_sides,
    turned,
)

Before = Callable[..., Case]
WORDS = ("the", "bank", "not", "no", "paid", "rent", "failed", "to", "and", "mayor", "never", "sued", ",")
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda line: f"{' '.join(line)}.")


def words(held: tuple[Held, ...]) -> list[str]:
    """Return the words of facets."""
    return [one.facet.text for one in held]


@pytest.mark.parametrize(
    ("claim", "sentence", "expected"),
    [
        ("The bank paid the rent.", "The bank did not pay the rent.", ["paid", "rent"]),
        ("The bank failed to pay the rent.", "The bank paid the rent.", ["pay", "rent"]),
        ("The bank did not pay the rent.", "The bank never paid the rent.", []),
        ("The bank paid the rent.", "The bank paid the rent.", []),
        ("The bank failed to pay.", "The bank failed to pay on time.", []),
        ("The bank paid the rent.", "The bank paid the rent, and the mayor did not sue.", []),
    ],
)
def test_words_that_one_side_denies(case: Before, claim: str, sentence: str, expected: list[str]) -> None:
    assert words(turned(case(claim, sentence))) == expected


def test_what_one_side_denies_and_the_other_does_not_is_on_two_sides(case: Before) -> None:
    claim = "The bank failed to pay the rent."
    assert words(on_two_sides(case(claim, "The bank paid the rent."))) == ["pay", "rent"]
    assert on_two_sides(case(claim, "The bank failed to pay the rent.")) == ()
    sentence = "The bank paid the mayor, but no rent."
    assert words(on_two_sides(case("The bank paid the rent.", sentence))) == ["rent"]


def test_no_such_thing_is_denied_of_a_thing_and_not_of_a_deed(case: Before) -> None:
    thing = case("There were no officials at the match.", "There were officials at the match.")
    deed = case("The bank did not pay the rent.", "The bank paid the rent.")
    assert of_a_thing(thing, turned(thing))
    assert not of_a_thing(deed, turned(deed))


def test_all_of_what_is_denied_is_spoken_of(case: Before) -> None:
    before = case("The bank did not pay the rent.", "The bank paid the rent.")
    assert denied_share(before, turned(before)) == 1.0


def test_little_of_what_is_denied_is_spoken_of(case: Before) -> None:
    claim = "The bank did not pay the rent for the old harbour office."
    before = case(claim, "The bank paid the driver.")
    assert denied_share(before, turned(before)) < 0.6


def test_who_denies_it_all_denies_any_of_it(case: Before) -> None:
    claim = "The bank paid the rent for the old harbour office."
    assert claimed_share(case(claim, "The bank did not pay the rent.")) == 1.0
    assert claimed_share(case(claim, "The bank paid the rent.")) == 0.0


@pytest.mark.parametrize(
    ("claim", "sentence", "word"),
    [
        ("The bank did not pay the rent.", "The bank failed to pay the rent.", "not"),
        ("The bank paid the rent.", "The bank paid without delay the rent.", "without"),
        ("The bank did not pay the rent.", "The bank has not paid the rent.", ""),
        ("The bank paid the rent.", "The bank paid the rent.", ""),
        (
            "The talks ended without an agreement on rents.",
            "Bank talks in Oslo end, the mayor asks for more, no agreement on rents",
            "",
        ),
        ("The bank paid.", "The bank paid, but the mayor of the old town did not thank anybody.", ""),
    ],
)
def test_a_plain_not_on_one_side(case: Before, claim: str, sentence: str, word: str) -> None:
    assert lone_negator(case(claim, sentence)) == word


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    subject=st.sampled_from(("The bank", "Mayor Berg", "Nobody", "No official", "The Danish team")),
    deed=st.sampled_from(
        ("paid", "did not pay", "never paid", "failed to pay", "denied that it paid", "may pay")
    ),
    thing=st.sampled_from(("the rent", "no rent", "12 euros without delay", "the court, but not the union")),
)
def test_no_sentence_denies_itself(case: Before, subject: str, deed: str, thing: str) -> None:
    line = f"{subject} {deed} {thing}."
    before = case(line, line)
    assert lone_negator(before) == ""
    assert turned(before) == ()
    assert on_two_sides(before) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(claim=LINES, sentence=LINES)
def test_the_shares_lie_between_nothing_and_all(case: Before, claim: str, sentence: str) -> None:
    before = case(claim, sentence)
    turned_words = turned(before)
    assert 0.0 <= claimed_share(before) <= 1.0
    assert not turned_words or 0.0 <= denied_share(before, turned_words) <= 1.0
