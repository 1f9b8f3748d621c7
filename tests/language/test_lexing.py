"""Tokens: numbers, words, marks, and names that hold digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.lexing import NOTHING, token_at, tokens, touch


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000.5 people", [("number", "1,000.5"), ("word", "people")]),
        ("40. The", [("number", "40"), ("mark", "."), ("word", "The")]),
        ("1½ h", [("number", "1"), ("vulgar", "½"), ("word", "h")]),
        ("U.S. don’t", [("word", "U.S."), ("word", "don’t")]),
        ("1:30 p.m.", [("clock", "1:30"), ("word", "p.m.")]),
        ("F-16 MH17", [("word", "F"), ("mark", "-"), ("number", "16"), ("identifier", "MH17")]),
        ("@user81 #1", [("identifier", "@user81"), ("identifier", "#1")]),
        ("pic.twitter.com/5oJy", [("identifier", "pic.twitter.com/5oJy")]),
        ("https://x.org/1 a@b.org", [("identifier", "https://x.org/1"), ("identifier", "a@b.org")]),
        ("3.11.2 9/11", [("identifier", "3.11.2"), ("identifier", "9/11")]),
        ("1h40 >= 2", [("number", "1"), ("word", "h"), ("number", "40"), ("mark", ">="), ("number", "2")]),
        ("1" * 19, [("identifier", "1" * 19)]),
    ],
)
def test_kinds_of_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_beyond_the_ends_there_is_nothing() -> None:
    found = tokens("one two", 0, 7)
    assert token_at(found, -1) == token_at(found, 2) == NOTHING


def test_neighbours_touch_if_nothing_stands_between() -> None:
    found = tokens("F-16 jets", 0, 9)
    assert touch(found[0], found[1])
    assert not touch(found[2], found[3])


@given(st.text(max_size=60))
def test_tokens_leave_out_white_space_only(text: str) -> None:
    found = tokens(text, 0, len(text))
    assert "".join(token.text for token in found) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in found)
