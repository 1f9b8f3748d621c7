"""The values that every module uses: spans above all, because everything is counted with them."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.vocabulary import Opinion, Passage, Question, Slot, Span, Stance

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(min(pair), max(pair)))


def test_a_span_covers_from_its_start_up_to_its_end() -> None:
    assert Span(1, 3).of("abcd") == "bc"
    assert Span(2, 2).of("abcd") == ""


def test_a_span_counts_code_points() -> None:
    assert Span(1, 2).of("é😀x") == "😀"


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_runs_forwards_from_zero_or_later(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not {start} to {end}"):
        Span(start, end)


def test_spans_that_only_touch_share_nothing() -> None:
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(0, 3).overlaps(Span(2, 4))


def test_a_span_contains_itself_and_what_lies_within() -> None:
    assert Span(1, 4).contains(Span(1, 4))
    assert Span(1, 4).contains(Span(2, 3))
    assert not Span(1, 4).contains(Span(0, 3))


def test_a_shifted_span_keeps_its_length() -> None:
    assert Span(1, 4).shifted(10) == Span(11, 14)


@given(SPANS, SPANS)
def test_spans_overlap_where_they_have_a_code_point_in_common(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


def test_only_the_sentences_in_focus_are_judged() -> None:
    sentences = (Span(0, 4), Span(5, 9), Span(10, 14))
    assert Passage("x" * 14, sentences, Span(5, 9)).judged == (Span(5, 9),)
    assert Passage("x" * 14, sentences, Span(0, 9)).judged == (Span(0, 4), Span(5, 9))


def test_values_cannot_be_changed() -> None:
    for value in (Span(0, 1), Question("c"), Slot(("a",), ("r",)), Opinion("verbatim", Stance.SILENT)):
        with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
            setattr(value, dataclasses.fields(value)[0].name, None)


def test_stances_are_written_as_the_yaml_has_them() -> None:
    assert [str(stance) for stance in Stance] == ["supports", "contradicts", "silent", "undecided", "mixed"]
