"""Ordinals before a noun."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.lexing import tokens
from pytest_factcheck.language.ordinals import read_ordinal


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("first time", 1, "time"),
        ("third round of talks", 3, "round"),
        ("3rd meeting", 3, "meet"),
        ("21st session", 21, "session"),
        ("twenty-first session", 21, "session"),
        ("Second meeting", 2, "meet"),
    ],
)
def test_an_ordinal_with_its_noun(text: str, value: int, noun: str) -> None:
    found = read_ordinal(tokens(text, 0, len(text)), 0)
    assert found is not None
    assert (found.value, found.noun) == (value, noun)


@pytest.mark.parametrize(
    "text", ["first of all", "first, it", "3 rd", "first", "twenty people", "3.5th time", "first met"]
)
def test_what_is_no_ordinal(text: str) -> None:
    assert read_ordinal(tokens(text, 0, len(text)), 0) is None


def test_a_title_is_no_ordinal() -> None:
    assert read_ordinal(tokens("the First Lady", 0, 14), 1) is None
