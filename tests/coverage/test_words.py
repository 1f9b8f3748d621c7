"""The table of words: what a linguist reviews is what the code reads."""

from __future__ import annotations

import pytest

from pytest_factcheck.coverage.tables import phrases_of, words_of
from pytest_factcheck.language.tables import table

TABLE = table("checkable", "pytest_factcheck.coverage")
LISTS = [name for name, row in TABLE.items() if isinstance(row, list)]
ROWS = [name for name, row in TABLE.items() if isinstance(row, str)]


@pytest.mark.parametrize("name", ROWS)
def test_a_word_stands_in_a_row_once_and_in_small_letters(name: str) -> None:
    words = TABLE[name].split()
    assert sorted(words) == sorted({word.lower() for word in words})
    assert words_of(name) == frozenset(words)


@pytest.mark.parametrize("name", LISTS)
def test_a_phrase_stands_in_a_row_once_and_in_small_letters(name: str) -> None:
    phrases = phrases_of(name)
    assert sorted(phrases) == sorted({" ".join(phrase.lower().split()) for phrase in phrases})


def test_a_deed_is_no_feeling() -> None:
    assert not words_of("attitudes") & words_of("no_deeds")
