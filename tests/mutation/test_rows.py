"""Rows: what became of the mutants, counted; and which assertions are called weak."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.mutation.mutation import Fate
from pytest_factcheck.mutation.rows import (
    Counts,
    MutationRow,
    OperatorRow,
    counts,
    is_below,
    is_weak,
    mutation_report,
    percent,
    summed,
)

NONE = Counts(mutants=0, killed=0, by_text=0, survived=0)


def counted(killed: int, by_text: int = 0, survived: int = 0) -> Counts:
    return Counts(mutants=killed + by_text + survived, killed=killed, by_text=by_text, survived=survived)


def operator(place: str, name: str, found: Counts) -> OperatorRow:
    return OperatorRow(**found, place=place, operator=name)


def row(found: Counts = NONE, **changes: object) -> MutationRow:
    """Return the row of an assertion, whole, with whatever is given changed."""
    whole = MutationRow(
        **found,
        id="lasted",
        path="assertions/a.yaml",
        line=3,
        column=5,
        claim="The talks lasted 100 minutes.",
        expect="supported",
        rests_on="judged",
        known_weakness="",
        why_not_tried="",
        operators=[],
        unnoticed=[],
    )
    return cast("MutationRow", {**whole, **changes})


COUNTS = st.builds(counted, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))


# Counts


def test_mutants_are_counted_by_what_became_of_them() -> None:
    fates = [Fate.KILLED, Fate.SURVIVED, Fate.KILLED, Fate.BY_TEXT, Fate.KILLED]
    assert counts(fates) == counted(killed=3, by_text=1, survived=1)
    assert counts([]) == NONE


@given(st.lists(st.sampled_from([Fate.KILLED, Fate.BY_TEXT, Fate.SURVIVED])))
def test_the_three_fates_add_up_to_the_mutants(fates: list[Fate]) -> None:
    found = counts(fates)
    assert found["mutants"] == found["killed"] + found["by_text"] + found["survived"] == len(fates)


def test_what_says_nothing_is_no_mutant() -> None:
    assert counts([Fate.INVALID, Fate.KILLED]) == counted(killed=1)


@given(st.lists(COUNTS))
def test_counts_of_several_add_up(found: list[Counts]) -> None:
    total = summed(iter(found))
    assert total["killed"] == sum(one["killed"] for one in found)
    assert total["mutants"] == total["killed"] + total["by_text"] + total["survived"]


@pytest.mark.parametrize(
    ("found", "score"),
    [
        (counted(killed=1, survived=2), 33),
        (counted(killed=2, survived=1), 66),  # down, so that 100 says that none was missed
        (counted(killed=199, by_text=1), 99),
        (counted(killed=5), 100),
        (counted(killed=0, survived=5), 0),
        (NONE, 100),
    ],
)
def test_a_score_is_whole_per_cents_rounded_down(found: Counts, score: int) -> None:
    assert percent(found) == score


@pytest.mark.parametrize(
    ("killed", "of", "wanted", "below"),
    [
        (3, 5, 60, False),  # the border itself is enough
        (3, 5, 60.0001, True),
        (2, 5, 60, True),
        (1, 3, 33, False),
        (1, 3, 33.4, True),
        (2, 3, 66.7, True),
        (5, 5, 100, False),
        (199, 200, 100, True),
        (0, 5, 0, False),
    ],
)
def test_a_border_is_held_exactly(killed: int, of: int, wanted: float, *, below: bool) -> None:
    assert is_below(counted(killed=killed, survived=of - killed), wanted) is below


@given(COUNTS.filter(lambda found: found["mutants"] > 0), st.integers(0, 100))
def test_a_score_is_below_a_whole_border_if_its_rounded_value_is(found: Counts, wanted: int) -> None:
    assert is_below(found, wanted) == (percent(found) < wanted)


# Weak assertions


@pytest.mark.parametrize(
    ("found", "weak"),
    [
        (counted(killed=3, survived=2), False),
        (counted(killed=2, survived=3), True),
        (counted(killed=2, by_text=3), True),  # that a text would tell is not enough
        (NONE, False),
    ],
)
def test_an_assertion_is_weak_that_notices_fewer_than_sixty_per_cent(found: Counts, *, weak: bool) -> None:
    assert is_weak(row(found)) is weak


def test_a_reason_makes_nothing_stronger() -> None:
    assert is_weak(row(counted(killed=0, survived=1), known_weakness="Only irony says it."))


# A report


def test_a_report_counts_assertions_and_all_of_their_mutants() -> None:
    weak, strong = counted(killed=1, by_text=1, survived=2), counted(killed=3, by_text=2)
    rows = [
        row(weak),
        row(strong),
        row(weak, known_weakness="Only irony says it."),
        row(strong, known_weakness="No longer so."),
        row(why_not_tried="it does not pass as it is: not-absent"),
    ]
    assert mutation_report(rows, judges=["slots"], corpus="seeds")["totals"] == {
        "mutants": 18,
        "killed": 8,
        "by_text": 6,
        "survived": 4,
        "assertions": 5,
        "tried": 4,
        "weak": 1,
        "excused": 1,
    }


def test_a_report_of_nothing_counts_nothing() -> None:
    report = mutation_report([], judges=[], corpus="seeds")
    assert (set(report["totals"].values()), report["operators"], report["assertions"]) == ({0}, [], [])


def test_assertions_stand_in_the_order_of_the_files() -> None:
    rows = [
        row(id="d", path="b.yaml", line=3),
        row(id="c", path="a.yaml", line=12),
        row(id="b", path="a.yaml", line=3),
        row(id="a", path="a.yaml", line=3),
    ]
    report = mutation_report(iter(rows), judges=[], corpus="seeds")
    assert [one["id"] for one in report["assertions"]] == ["a", "b", "c", "d"]


def test_operators_are_summed_over_all_assertions_each_place_by_itself() -> None:
    one = counted(killed=1)
    rows = [
        row(operators=[operator("sentence", "number", one), operator("claim", "number", one)]),
        row(operators=[operator("claim", "number", counted(killed=0, by_text=1, survived=2))]),
        row(operators=[operator("claim", "month", one)]),
    ]
    assert mutation_report(rows, judges=[], corpus="seeds")["operators"] == [
        operator("claim", "month", one),
        operator("claim", "number", counted(killed=1, by_text=1, survived=2)),
        operator("sentence", "number", one),
    ]


def test_a_report_says_what_the_run_was_asked_for() -> None:
    report = mutation_report([], judges=("slots", "verbatim"), corpus="texts", seed=7, most=5)
    assert (report["format"], report["seed"], report["most"]) == (1, 7, 5)
    assert (report["judges"], report["corpus"]) == (["slots", "verbatim"], "texts")
