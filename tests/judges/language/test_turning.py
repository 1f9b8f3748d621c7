"""Turning: small words before a held word that make another statement of the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.turning import misplaced, turned_word

Before = Callable[..., Case]


@pytest.mark.parametrize(
    ("claim", "sentence", "word"),
    [
        ("The union voted for the strike.", "The union voted against the strike.", "against"),
        ("Trains run from Oslo to Bergen.", "Trains run from Bergen to Oslo.", "to"),
        ("The president signed it.", "The vice president signed it.", "vice"),
        ("The deputy mayor opened the fair.", "The mayor opened the fair.", "deputy"),
        ("The firm is bigger than its rival.", "The rival is bigger than the firm.", "than"),
    ],
)
def test_a_small_word_that_one_side_has_turns_the_statement(
    case: Before, claim: str, sentence: str, word: str
) -> None:
    assert turned_word(case(claim, sentence)) == word


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The union voted for the strike.", "The union voted on Monday for the strike."),
        ("The deputy mayor opened the fair.", "The deputy mayor opened the fair."),
        ("The treaty was signed by the king.", "The king signed the treaty."),
    ],
)
def test_the_same_small_words_or_none_turn_nothing(case: Before, claim: str, sentence: str) -> None:
    assert turned_word(case(claim, sentence)) == ""


def test_a_place_must_be_the_place_of_the_deed(case: Before) -> None:
    claim = "Profits rose in Norway."
    elsewhere = misplaced(case(claim, "Profits rose in Sweden and fell in Norway."))
    assert elsewhere is not None
    assert elsewhere.facet.text == "Norway"
    assert misplaced(case(claim, "Profits rose in Norway and fell in Sweden.")) is None


def test_a_name_that_owns_something_is_no_place(case: Before) -> None:
    before = case("The treaty was signed in Oslo.", "The treaty was signed after Oslo's protest.")
    assert misplaced(before) is not None
