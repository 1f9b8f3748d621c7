"""Answers to claims that no assertion holds: their scores, and their lines of JSON."""

from __future__ import annotations

import json

import pytest

from pytest_factcheck.answers import as_line, score
from pytest_factcheck.examination import Hearing
from pytest_factcheck.vocabulary import Opinion, Passage, Span, Stance


def hearing(*opinions: tuple[Stance, float]) -> Hearing:
    passage = Passage("It rained.", (Span(0, 10),), Span(0, 10))
    return Hearing(passage, tuple(Opinion("judge", stance, value) for stance, value in opinions))


@pytest.mark.parametrize(
    ("heard", "stance", "expected"),
    [
        ([], Stance.SILENT, 0.0),
        ([[(Stance.SUPPORTS, 0.4)], [(Stance.SUPPORTS, 0.9)]], Stance.SUPPORTS, 0.9),
        ([[(Stance.CONTRADICTS, -0.7), (Stance.SUPPORTS, 1.0)]], Stance.CONTRADICTS, -0.7),
        ([[(Stance.SUPPORTS, 0.4)], [(Stance.UNDECIDED, -0.5)]], Stance.SUPPORTS, 0.4),
        ([[(Stance.UNDECIDED, 0.2)], [(Stance.UNDECIDED, -0.3)]], Stance.UNDECIDED, 0.0),
        ([[(Stance.SUPPORTS, 1.0)], [(Stance.CONTRADICTS, -1.0)]], Stance.MIXED, 0.0),
        ([[(Stance.SILENT, -0.00001)]], Stance.SILENT, 0.0),
    ],
)
def test_the_score_is_that_of_the_strongest_passage_on_its_side(
    heard: list[list[tuple[Stance, float]]], stance: Stance, expected: float
) -> None:
    result = score([hearing(*opinions) for opinions in heard], stance)
    assert (result, str(result)) == (expected, str(expected))


@pytest.mark.parametrize(("reach", "expected"), [(0.0, 0.0), (0.5, 0.245), (1.0, 0.49)])
def test_without_a_side_the_score_is_how_much_of_the_claim_the_source_speaks_of(
    reach: float, expected: float
) -> None:
    heard = [hearing((Stance.UNDECIDED, -0.3))]
    assert score(heard, Stance.UNDECIDED, reach) == expected
    assert score([], Stance.SILENT, reach) == expected


def test_a_side_is_stronger_than_any_reach() -> None:
    assert score([hearing((Stance.SUPPORTS, 0.6))], Stance.SUPPORTS, 1.0) == 0.6


def test_a_line_stays_one_line_for_every_reader() -> None:
    words = "It\u2028rained\u2029all\x85day\nlong"
    line = as_line(
        {
            "id": words, "source": "s", "file": "f", "stance": "silent",
            "score": 0.0, "decided_by": "", "evidence": [], "reasons": [],
        }
    )  # fmt: skip
    assert line.splitlines() == [line]
    assert json.loads(line)["id"] == words
