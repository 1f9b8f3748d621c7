"""Edit distance is exact: every claim is checked against the plain dynamic program."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.spans.edit_distance import Match, distance, opening_distance, search
from pytest_factcheck.vocabulary import Span

letters = st.text("ab ", max_size=9)
patterns = st.text("ab ", min_size=1, max_size=8)


@cache
def by_hand(first: str, second: str) -> int:
    """Return the edit distance by the textbook recurrence."""
    row = list(range(len(second) + 1))
    for at, character in enumerate(first, 1):
        above, row = row, [at]
        for column, other in enumerate(second, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (character != other)))
    return row[-1]


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("kitten", "sitting", 3),
        ("Saturday", "Sunday", 3),
        ("會談在伊斯坦堡", "會談在安卡拉", 4),
        ("👩👧", "👩", 1),
    ],
)
def test_distances_known_by_hand(first: str, second: str, edits: int) -> None:
    assert distance(first, second) == edits


@given(letters, letters)
def test_distance_is_that_of_the_dynamic_program(first: str, second: str) -> None:
    assert distance(first, second) == by_hand(first, second)


@given(letters, letters)
def test_an_opening_is_compared_with_every_beginning(pattern: str, text: str) -> None:
    beginnings = [text[:end] for end in range(len(text) + 1)]

    assert opening_distance(pattern, text) == min(by_hand(pattern, beginning) for beginning in beginnings)


def every_span(text: str) -> list[Span]:
    ends = range(len(text) + 1)
    return [Span(start, end) for end in ends for start in range(end + 1)]


@given(patterns, letters)
def test_no_span_is_better_than_the_best_place(pattern: str, text: str) -> None:
    least = min(by_hand(pattern, span.of(text)) for span in every_span(text))
    found = search(pattern, text, len(pattern) - 1)

    if least < len(pattern):
        assert min(match.distance for match in found) == least
    else:
        assert found == ()


@given(patterns, letters, st.integers(0, 7))
def test_every_place_is_optimal_for_its_end_and_within_the_budget(
    pattern: str, text: str, budget: int
) -> None:
    for match in search(pattern, text, budget):
        rivals = [span for span in every_span(text) if span.end == match.span.end]

        assert match.distance == by_hand(pattern, match.span.of(text)) <= budget
        assert match.distance == min(by_hand(pattern, span.of(text)) for span in rivals)


@given(patterns, letters)
def test_of_equally_good_spans_none_cuts_fewer_words(pattern: str, text: str) -> None:
    def cuts(at: int) -> bool:
        return text[max(0, at - 1) : at + 1].isalpha() and 0 < at < len(text)

    def cost(span: Span) -> tuple[int, int, int]:
        unlike = (text[span.start] != pattern[0]) + (text[span.end - 1] != pattern[-1])
        return cuts(span.start) + cuts(span.end), unlike, abs(span.end - span.start - len(pattern))

    for match in search(pattern, text, len(pattern) - 1, cuts):
        rivals = [span for span in every_span(text) if span.end == match.span.end]
        equal = [span for span in rivals if by_hand(pattern, span.of(text)) == match.distance]

        assert cost(match.span) == min(map(cost, equal))


@given(patterns, letters, letters)
def test_a_pattern_that_stands_in_the_text_is_found_without_edits(
    pattern: str, before: str, after: str
) -> None:
    text = before + pattern + after

    assert min(match.distance for match in search(pattern, text, 0)) == 0


def test_every_local_minimum_is_collected_and_not_only_the_lowest() -> None:
    text = "He led the team in May. Rain fell all day. He lead the teams in June."

    assert search("He led the team in", text, 4) == (
        Match(0, Span(0, 18)),
        Match(2, Span(43, 63)),
    )


def test_both_ends_stand_where_words_end_if_that_costs_nothing() -> None:
    text = "xx agreed xx"

    def cuts(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()

    (match,) = search("agreex", text, 1, cuts)

    assert match == Match(1, Span(3, 9))


@pytest.mark.parametrize(("pattern", "text"), [("", "abc"), ("abc", ""), ("abc", "xyz")])
def test_nothing_is_found_where_nothing_stands(pattern: str, text: str) -> None:
    assert search(pattern, text, 2) == ()


def test_a_pattern_may_be_longer_than_any_machine_word() -> None:
    pattern = "peace talks in the city " * 40
    text = "x" * 500 + pattern.replace("city", "town", 1) + "x" * 500

    (match,) = search(pattern, text, 50)

    assert (match.distance, match.span.start) == (4, 500)


def test_a_text_of_one_letter_costs_no_more_than_another() -> None:
    assert len(search("a" * 50, "a" * 20_000, 10)) == 1
