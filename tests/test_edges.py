"""Edges: a drifted quote begins and ends with its own first and last words, where its sentence has them."""

from __future__ import annotations

import pytest

from pytest_factcheck.spans import IndexedText
from pytest_factcheck.spans.edges import certain, widened
from pytest_factcheck.vocabulary import Span

TEXT = "Rain fell. They may have agreed to meet “again”, he said. They left."


def span_of(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def wide(quoted: str, found: str, text: str = TEXT) -> str:
    return widened(quoted, span_of(found, text), IndexedText(text)).of(text)


def is_certain(quoted: str, found: str, text: str = TEXT) -> bool:
    return certain(quoted, span_of(found, text), IndexedText(text))


def test_a_place_that_begins_and_ends_as_the_quote_does_stays() -> None:
    assert wide("They agreed to meet", "They may have agreed to meet") == "They may have agreed to meet"


def test_a_place_grows_to_the_first_and_the_last_word_of_the_quote_in_its_sentence() -> None:
    assert wide("They agreed to meet again", "have agreed to") == "They may have agreed to meet “again"
    assert wide("They agreed to meet again”,", "have agreed to") == "They may have agreed to meet “again”,"


def test_a_place_does_not_grow_into_another_sentence() -> None:
    assert wide("Rain agreed to left", "have agreed to meet") == "have agreed to meet"


def test_of_several_such_words_the_nearest_is_taken() -> None:
    text = "They said they met, and then they never agreed to it and it."
    assert wide("they agreed to it", "never agreed to", text) == "they never agreed to it"


@pytest.mark.parametrize(
    ("quoted", "found", "expected"),
    [
        ("They agreed to meet", "They may have agreed to meet", True),
        ("Theyy agreed to mett", "They may have agreed to meet", True),
        ("Both agreed to meet", "They may have agreed to meet", True),
        ("Both agreed to meet", "agreed to meet", False),
        ("agreed to see", "agreed to meet", False),
        ("agreed to meet", "agreed to meet", True),
        ("left at once.", "left.", True),
    ],
)
def test_a_place_is_certain_where_nothing_quoted_can_be_outside_it(
    quoted: str, found: str, expected: bool
) -> None:
    assert is_certain(quoted, found) is expected
