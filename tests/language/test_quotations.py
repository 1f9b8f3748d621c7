"""What stands between quotation marks, line by line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.quotations import quotation_at, quotations
from pytest_factcheck.vocabulary import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("No marks here.", []),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and «no».", ["yes", "no"]),
        ("Er sagte „ja“ und „nein”.", ["ja", "nein"]),
        ("The mayor's “don't” stands.", ["don't"]),
        ("“An “inner” mark ends it.", ["An “inner"]),
        ('"Open to the end', ["Open to the end"]),
        ('"Open to the line\nend', ["Open to the line"]),
        ("A closing ” alone opens nothing.", []),
        ('""', [""]),
    ],
)
def test_quotations_are_found_without_their_marks(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == quoted


def test_a_place_lies_in_the_quotation_that_holds_it_whole() -> None:
    text = 'He said "yes" today.'

    assert quotation_at(text, Span(10, 12)) == Span(9, 12)
    assert quotation_at(text, Span(10, 16)) is None
    assert quotation_at(text, Span(0, 2)) is None


@given(st.text(alphabet='ab"“”„«»\n ', max_size=40))
def test_quotations_are_in_order_apart_and_on_one_line(text: str) -> None:
    found = quotations(text)

    assert all(left.end < right.start for left, right in pairwise(found))
    assert all("\n" not in span.of(text) for span in found)
