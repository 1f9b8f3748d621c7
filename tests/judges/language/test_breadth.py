"""Breadth: how much of a claim a few sentences hold together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.judges.language import Breadth, breadth
from pytest_factcheck.vocabulary import Passage, Question, Span

CLAIM = Question("The storm Clara destroyed the harbour wall in Bergen and killed 12 sailors.")
LINES = (
    "The storm Clara came at dawn.",
    "The wall of the harbour in Bergen was destroyed.",
    "It killed 12 sailors.",
    "The mayor spoke.",
    "Twelve sailors were killed in Bergen.",
    "Snow fell.",
)


def alone(line: str) -> Passage:
    """Return a passage of one sentence."""
    whole = Span(0, len(line))
    return Passage(line, (whole,), whole, date(2024, 3, 14))


def of(*lines: str) -> Breadth:
    """Return the breadth of some sentences."""
    return breadth(CLAIM, [alone(line) for line in lines])


def test_what_holds_the_whole_claim_is_as_broad_as_can_be() -> None:
    assert of(CLAIM.claim) == Breadth(pytest.approx(1.0), pytest.approx(1.0), (0,))  # type: ignore[arg-type]


def test_no_sentence_holds_anything() -> None:
    assert of() == Breadth(0.0, 0.0, ())
    assert of("Snow fell.") == Breadth(0.0, 0.0, ())


def test_each_sentence_adds_what_the_others_lack() -> None:
    apart, both = of(LINES[0]), of(LINES[0], LINES[2])
    assert 0.0 < apart.share < both.share < 1.0
    assert both.chosen == (0, 1)


def test_of_equal_sentences_the_first_is_taken() -> None:
    assert of(LINES[3], LINES[2], LINES[2]).chosen == (1,)


def test_at_most_three_are_taken_together() -> None:
    words = ["Clara", "harbour", "wall", "Bergen", "sailors"]
    assert len(of(*(f"They spoke of {word}." for word in words)).chosen) == 3


def test_a_window_counts_what_stands_next_to_the_sentence() -> None:
    text = f"{LINES[0]} {LINES[2]}"
    spans = (Span(0, len(LINES[0])), Span(len(LINES[0]) + 1, len(text)))
    found = breadth(CLAIM, [Passage(text, spans, spans[1], None)])
    assert found.share < found.window < 1.0


PASSAGES = st.lists(st.sampled_from(LINES), max_size=5)


@settings(max_examples=60)
@given(PASSAGES)
def test_both_shares_lie_between_nothing_and_all(lines: list[str]) -> None:
    found = of(*lines)
    assert 0.0 <= found.window <= 1.0
    assert 0.0 <= found.share <= 1.0
    assert found.share >= found.window
    assert set(found.chosen) <= set(range(len(lines)))


@settings(max_examples=60)
@given(PASSAGES, st.sampled_from(LINES))
def test_another_sentence_takes_nothing_away_from_what_one_holds(lines: list[str], more: str) -> None:
    assert of(*lines, more).window >= of(*lines).window


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=2), st.sampled_from(LINES))
def test_up_to_three_sentences_hold_no_less_than_some_of_them(lines: list[str], more: str) -> None:
    assert of(*lines, more).share >= of(*lines).share - 1e-9


@settings(max_examples=60)
@given(st.permutations(LINES))
def test_the_order_of_the_sentences_changes_no_share(lines: list[str]) -> None:
    assert of(*lines).share == pytest.approx(of(*LINES).share)
    assert of(*lines).window == pytest.approx(of(*LINES).window)
