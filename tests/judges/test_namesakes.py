"""Namesakes: names that share their last word and are others."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.namesakes import is_namesake
from pytest_factcheck.language.grammar import tokens


def namesake(claim: str, source: str, last: str) -> bool:
    """Tell whether a last name stands behind another first name in a source than in a claim."""
    ours, theirs = tokens(claim), tokens(source)
    places = [[token.text for token in one].index(last) for one in (ours, theirs)]
    return is_namesake(ours, places[0], theirs, places[1])


@pytest.mark.parametrize(
    ("claim", "source", "last"),
    [
        ("The Labor Department paid.", "The Energy Department paid.", "Department"),
        ("Then Ann Berg won.", "Then Carl Berg won.", "Berg"),
        ("Oslo Airport closed.", "Lisbon Airport closed.", "Airport"),
    ],
)
def test_another_word_before_the_last_makes_another_name(claim: str, source: str, last: str) -> None:
    assert namesake(claim, source, last)


@pytest.mark.parametrize(
    "source",
    [
        "Then Ann Berg won.",
        "Then Berg won.",
        "Then President Berg won.",
        "Then Norwegian Berg won.",
        "Then Oslo, Berg won.",
        "Norway's Berg won.",
        "Yesterday Berg won.",
    ],
)
def test_a_last_name_alone_or_behind_an_office_may_be_the_same(source: str) -> None:
    assert not namesake("Then Ann Berg won.", source, "Berg")


def test_a_middle_name_more_or_less_is_the_same_person() -> None:
    assert not namesake("Then Ann Marie Berg won.", "Then Ann Berg won.", "Berg")


def test_another_spelling_of_the_first_name_is_the_same() -> None:
    assert not namesake("Then Dmitri Berg won.", "Then Dmitry Berg won.", "Berg")
