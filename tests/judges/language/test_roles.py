"""Roles: who does what to whom, for a verb that claim and source share."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.language.roles import Roles, compare
from pytest_factcheck.judges.reading import read


def roles(claim: str, source: str, verb: str) -> Roles:
    """Return how the names around a verb that both hold lie to each other."""
    ours, theirs = read(claim), read(source)
    places = [[token.text for token in one.tokens].index(verb) for one in (ours, theirs)]
    return compare(ours, places[0], theirs, places[1])


@pytest.mark.parametrize(
    ("claim", "source", "verb"),
    [
        ("Mayor Berg praised Carl Lund.", "Mayor Berg praised Carl Lund.", "praised"),
        ("Mayor Berg praised Carl Lund.", "Carl Lund was praised by Mayor Berg.", "praised"),
        ("Norway beat Denmark.", "Denmark was beaten by Norway.", "beat"),
        ("France recalled its ambassador.", "Paris recalled its ambassador.", "recalled"),
    ],
)
def test_the_same_doer_is_the_same_whatever_the_voice(claim: str, source: str, verb: str) -> None:
    theirs = verb if verb in source.replace(".", "").split() else f"{verb}en"
    ours, other = read(claim), read(source)
    places = (
        [token.text for token in ours.tokens].index(verb),
        [token.text for token in other.tokens].index(theirs),
    )
    assert compare(ours, places[0], other, places[1]) is Roles.SAME


@pytest.mark.parametrize(
    ("claim", "source", "verb"),
    [
        ("Norway sued Denmark.", "Denmark sued Norway.", "sued"),
        ("Mayor Berg praised Carl Lund.", "Carl Lund praised Mayor Berg.", "praised"),
        ("Mayor Berg praised Carl Lund.", "Mayor Berg was praised by Carl Lund.", "praised"),
    ],
)
def test_doer_and_done_to_may_be_swapped(claim: str, source: str, verb: str) -> None:
    assert roles(claim, source, verb) is Roles.SWAPPED


def test_another_name_in_the_place_of_the_doer_is_another_doer() -> None:
    assert roles("Mayor Berg praised Carl Lund.", "Mayor Holm praised Carl Lund.", "praised") is Roles.OTHER


def test_the_first_word_is_a_name_if_the_source_has_it_with_a_capital_elsewhere() -> None:
    source = "Mayor Holm praised Carl Lund after Putin had left."
    assert roles("Putin praised Carl Lund.", source, "praised") is Roles.OTHER
    assert roles("Putin praised Carl Lund.", "Mayor Holm praised Carl Lund.", "praised") is Roles.UNKNOWN


@pytest.mark.parametrize(
    "source",
    [
        "He praised Carl Lund.",
        "The mayor praised Carl Lund.",
        "Carl Lund was praised.",
        "Mayor Berg, who came late, praised Carl Lund.",
    ],
)
def test_a_doer_whom_the_source_does_not_name_is_nobody_else(source: str) -> None:
    assert roles("Mayor Berg praised Carl Lund.", source, "praised") in (Roles.UNKNOWN, Roles.SAME)


def test_a_word_that_is_no_verb_has_no_roles() -> None:
    assert roles("Mayor Berg paid a visit.", "The visit ended.", "visit") is Roles.UNKNOWN


def test_a_first_name_that_is_shared_makes_nobody_the_same() -> None:
    assert roles("Mayor Anna Berg sued Holm.", "Mayor Anna Lund sued Holm.", "sued") is Roles.OTHER
