"""Suggesting: which uncovered sentences are most worth an assertion, and how it is drafted."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.coverage.covering import coverage
from pytest_factcheck.coverage.rows import CoverageReport
from pytest_factcheck.coverage.suggesting import claim_of, suggestions, uncovered
from pytest_factcheck.vocabulary import Stance

if TYPE_CHECKING:
    from coverage.conftest import Make

FELL, MET, COST = "The gate fell.", "Anna Berg met Tim Marsh in Oslo.", "It cost 12 million euros in 2024."
STORY = f"{FELL} {MET} {COST} Who paid? {FELL}\n"


def of(make: Make, story: str = STORY) -> CoverageReport:
    return coverage([], {"a": make.text(story)})


def test_what_holds_most_that_can_be_looked_up_comes_first(make: Make) -> None:
    found = suggestions(of(make), {})
    assert [(one["claim"], one["worth"]) for one in found] == [(MET, 3), (COST, 3), (FELL, 0)]


def test_what_another_source_contradicts_comes_before_all(make: Make) -> None:
    heard = {FELL: {"b": Stance.CONTRADICTS}, MET: {"b": Stance.SUPPORTS}}
    found = suggestions(of(make), heard)
    assert [(one["claim"], one["worth"]) for one in found] == [(FELL, 20), (MET, 5), (COST, 3)]
    assert found[0]["elsewhere"] == [{"source": "b", "stance": "contradicts"}]


def test_a_source_that_says_both_contradicts_too(make: Make) -> None:
    first, *_ = suggestions(of(make), {FELL: {"b": Stance.MIXED}})
    assert first["claim"] == FELL


def test_a_sentence_that_names_nobody_comes_later(make: Make) -> None:
    pronoun, name = (suggestions(of(make, f"{who} fell on 3 May 2024."), {})[0] for who in ("She", "Oslo"))
    assert (pronoun["worth"], name["worth"]) == (0, 4)


def test_signals_of_one_kind_count_three_times_at_most(make: Make) -> None:
    (one,) = suggestions(of(make, "Anna Berg, Tim Marsh, Ilse Brandt, Carl Dahl and Bill Thripp met."), {})
    assert (one["signals"]["name"], one["worth"]) == (5, 3)


def test_a_sentence_that_stands_twice_is_suggested_where_it_stands_first(make: Make) -> None:
    (one,) = suggestions(of(make, f"{FELL}\n{FELL}"), {})
    assert (one["line"], one["column"]) == (1, 1)


def test_equal_sentences_are_suggested_once_and_covered_ones_never(make: Make) -> None:
    assert list(uncovered(of(make))) == [FELL, MET, COST]
    text = make.text(STORY)
    found = coverage([make.row(COST, make.voice(text, COST))], {"a": text})
    assert list(uncovered(found)) == [FELL, MET]


def test_a_suggestion_is_ready_to_be_typed(make: Make) -> None:
    first, *_ = suggestions(of(make, 'Tim Marsh "paid" $40 in Oslo.\n'), {})
    assert shlex.split(first["command"]) == ["factcheck", "new", 'Tim Marsh "paid" $40 in Oslo.']
    assert (first["source"], first["path"], first["line"], first["column"]) == ("a", "seeds/a.txt", 1, 1)
    assert first["signals"] == {"name": 2, "number": 1, "verb": 1}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("However, the gate fell.", "The gate fell."),
        ("But the gate\nfell.", "The gate fell."),
        ("Instead, he left.", "He left."),
        ("Yet.", "Yet."),
        ("The gate fell,” he said.", "“The gate fell,” he said."),
        ("“The gate fell.", "“The gate fell.”"),
        ('The gate fell," he said.', '"The gate fell," he said.'),
        ('"The gate fell.', '"The gate fell."'),
        ("He said “it fell” and “broke”.", "He said “it fell” and “broke”."),
        ("— The gate fell.", "The gate fell."),
        ("# Gate falls", "Gate falls"),
        ("The gate\u00a0fell\u200b.", "The gate fell."),
    ],
)
def test_a_claim_is_the_sentence_by_itself(sentence: str, claim: str) -> None:
    assert claim_of(sentence) == claim


@given(st.text(max_size=40))
def test_a_claim_is_one_line_of_what_can_be_seen_and_no_option(sentence: str) -> None:
    claim = claim_of(sentence)
    assert claim == " ".join(claim.split())
    assert claim.isprintable()
    assert not claim.startswith("-")
