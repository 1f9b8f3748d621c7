"""Problems: how they are written, ordered, collected and raised."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pytest_factcheck.errors import FactcheckError, InvalidInput, Problem, UsageError, did_you_mean, visible
from pytest_factcheck.location import Excerpt, Location

EARLY = Problem(Location("a.yaml", 2, 1), "unknown-key", "`evidense` is no key", "did you mean 'evidence'?")
LATE = Problem(Location("a.yaml", 10, 1), "bad-date", "`on` is no day")


def test_two_problems_that_read_the_same_are_one_whatever_they_are_related_to() -> None:
    here = Excerpt(Location("seeds/a.txt", 3), 3, 5, "word")
    with_words = replace(EARLY, related=(here,))
    assert with_words == EARLY
    assert {with_words, EARLY} == {EARLY}
    assert sorted([LATE, with_words]) == [EARLY, LATE]
    assert str(with_words) == str(EARLY)


def test_a_problem_is_written_as_place_slug_message_and_advice() -> None:
    assert str(EARLY) == "a.yaml:2:1: unknown-key: `evidense` is no key (did you mean 'evidence'?)"


def test_a_problem_without_advice_has_no_brackets() -> None:
    assert str(LATE) == "a.yaml:10:1: bad-date: `on` is no day"


def test_invalid_input_tells_each_problem_once_in_the_order_of_the_file() -> None:
    error = InvalidInput(iter([LATE, EARLY, LATE]))
    assert error.problems == (EARLY, LATE)
    assert str(error) == f"{EARLY}\n{LATE}"


@pytest.mark.parametrize("kind", [InvalidInput([EARLY]), UsageError("no")])
def test_every_refusal_is_one_kind_of_error(kind: Exception) -> None:
    assert isinstance(kind, FactcheckError)
    assert isinstance(kind, ValueError)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("evidense", "did you mean 'evidence'?"), ("quote", "did you mean 'quote'?"), ("zzz", ""), ("", "")],
)
def test_a_hint_names_the_nearest_known_word_and_no_distant_one(word: str, hint: str) -> None:
    assert did_you_mean(word, ("evidence", "quote", "source")) == hint


def test_a_hint_is_possible_only_where_something_is_known() -> None:
    assert did_you_mean("evidence", ()) == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [("Über 100 m²", "Über 100 m²"), ("a\x1b[31mb\n", "a\\u001b[31mb\\u000a"), ("\u202ea", "\\u202ea")],
)
def test_what_nobody_sees_is_shown_as_an_escape(words: str, shown: str) -> None:
    assert visible(words) == shown
