"""Paragraphs become lines with an empty one between, and nothing invisible stays in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.extraction.paragraphs import cleaned, joined


def test_each_paragraph_is_a_line_and_an_empty_line_stands_between() -> None:
    assert joined(["One  two\nthree.", " ", "", "Four."]) == "One two three.\n\nFour.\n"
    assert joined([" ", ""]) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("co\u00adoperation", "cooperation", id="soft hyphen"),
        pytest.param("ﬁve eﬃcient ﬂats, ﬆill", "five efficient flats, still", id="ligatures"),
        pytest.param("2.4\u00a0million\teuros", "2.4 million euros", id="kinds of spaces"),
        pytest.param("\ufeffa\u200bb\u2060c\0d", "abcd", id="no width"),
        pytest.param("a\x07b\x1b[31mc\x9bd", "a b [31mc d", id="control characters"),
        pytest.param("a\ud800b\uffffc", "a b c", id="what UTF-8 or YAML cannot hold"),
        pytest.param("“É½ №5” – it’s", "“É½ №5” – it’s", id="everything else stays"),
    ],
)
def test_a_paragraph_is_cleaned_of_what_nobody_can_see(before: str, after: str) -> None:
    assert cleaned(before) == after


@given(st.lists(st.text()))
def test_a_text_that_was_joined_is_joined_into_itself(paragraphs: list[str]) -> None:
    text = joined(paragraphs)
    assert joined(text.split("\n")) == text
