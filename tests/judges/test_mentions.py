"""Mentions: where a sentence speaks of what an alias names, and where the same letters are something else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.mentions import find, mentions
from pytest_factcheck.language.grammar import tokens


def mentioned(sentence: str, *aliases: str) -> list[str]:
    """Return the words of each mention."""
    given = tokens(sentence)
    found = mentions(given, [tokens(alias) for alias in aliases])
    return [sentence[given[one.start].start : given[one.end - 1].end] for one in found]


@pytest.mark.parametrize(
    ("sentence", "alias", "found"),
    [
        ("The talks ended in Oslo.", "talks", ["talks"]),
        ("The talks' end came on Friday.", "talks", ["talks"]),
        ("The talks mediator left Oslo.", "talks", []),
        ("The talking mediator left Oslo.", "talks", []),
        ("The delegation of Ukraine arrived.", "Ukrainian delegation", ["delegation of Ukraine"]),
        ("The marches in Oslo were long.", "march", ["marches"]),
    ],
)
def test_a_mention_is_a_noun_phrase_that_an_alias_ends(sentence: str, alias: str, found: list[str]) -> None:
    assert mentioned(sentence, alias) == found


@pytest.mark.parametrize("sentence", ["The school opened in March.", "The March figures were good."])
def test_a_month_is_no_mention_of_a_march(sentence: str) -> None:
    assert mentioned(sentence, "march") == []


def test_a_name_that_holds_a_month_is_mentioned_by_that_name() -> None:
    assert mentioned("The Women's March drew 300 people.", "Women's March") == ["Women's March"]


def test_the_longer_of_two_aliases_is_the_mention() -> None:
    assert mentioned("The peace talks ended.", "talks", "peace talks") == ["peace talks"]


def test_one_for_many_is_told() -> None:
    given = tokens("The storms passed.")
    assert [one.same_number for one in mentions(given, [tokens("storm")])] == [False]
    assert [one.same_number for one in mentions(given, [tokens("storms")])] == [True]


@pytest.mark.parametrize("alias", ["", "—", "…"])
def test_an_alias_without_words_stands_nowhere(alias: str) -> None:
    given = tokens("The talks ended in Oslo.")
    assert find(given, tokens(alias)) == ()
    assert mentioned("The talks ended in Oslo.", alias) == []
    assert mentioned("The talks ended in Oslo.", alias, "talks") == ["talks"]


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_is_searched_and_mentions_do_not_overlap(sentence: str, aliases: list[str]) -> None:
    given = tokens(sentence)
    found = mentions(given, [tokens(alias) for alias in aliases])
    assert all(one.start < one.end <= len(given) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
