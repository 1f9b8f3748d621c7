"""Parts: a compound claim is cut where a statement of its own begins, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.parts import parts


def cut(claim: str) -> list[str]:
    """Return the words of each part."""
    return [part.of(claim) for part in parts(claim)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["Anna Berg led the team", "and the talks lasted two hours."],
        ["The talks lasted two hours,", "but Russia refused a ceasefire."],
        ["The talks ended", "while the mayor spoke."],
        ["The talks ended without a deal", "and Russia had refused a ceasefire."],
        ["Anna Berg led the team", "and the mayor resigned", "and the council was dissolved."],
        ["The sun rose.", "Rain fell."],
        ["The sun rose.", "The rain ended", "and the town was dry."],
    ],
)
def test_a_clause_with_a_subject_and_a_finite_verb_is_a_part(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "claim",
    [
        "The talks ended.",
        "Anna Berg led the team and won the prize.",
        "Anna Berg and Carl Dahl led the team.",
        "The talks between Russia and Ukraine were held in Oslo.",
        "Anna Berg left and she never returned.",
        "It rained and the mayor left.",
        "The fire that killed ten and the flood that followed cost millions.",
    ],
)
def test_one_statement_is_one_part(claim: str) -> None:
    assert cut(claim) == [claim]


@pytest.mark.parametrize(
    "claim",
    [
        "Anna Berg said the talks failed and Russia had refused.",
        "The mayor denied that the bridge fell and the road was closed.",
        "Police believe the man fled and the woman stayed.",
        "It is not true that the mayor left and the council fell.",
        "If rain fell and the river rose, the town would flood.",
        "Unless the mayor resigned and the council fell, the plan would stand.",
    ],
)
def test_what_a_verb_of_saying_or_a_condition_may_govern_is_not_cut_from_it(claim: str) -> None:
    assert cut(claim) == [claim]


def test_white_space_at_the_edges_belongs_to_no_part() -> None:
    assert cut("  The sun rose.   Rain fell. ") == ["The sun rose.", "Rain fell."]


@pytest.mark.parametrize("claim", ["", " ", "\n\n"])
def test_nothing_has_no_parts(claim: str) -> None:
    assert parts(claim) == ()


PLAIN = "Anna Berg the talks mayor led ended was and but while said that"
WORDS = st.sampled_from([*PLAIN.split(), ",", "."])


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_parts_come_in_order_and_lose_nothing_but_white_space(claim: str) -> None:
    found = parts(claim)
    assert all(part.start < part.end for part in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(cut(claim)).split()) == "".join(claim.split())
