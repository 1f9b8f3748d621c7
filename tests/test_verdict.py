"""Verdicts: the tables that lead from opinions to a passage, a source and the corpus."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.verdict import FORBIDDEN, REQUIRED, corpus_verdict, deciding, sides, source_stance
from pytest_factcheck.vocabulary import Opinion, Stance, Verdict

SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
SILENT, UNDECIDED, MIXED = Stance.SILENT, Stance.UNDECIDED, Stance.MIXED
HELD = st.lists(st.sampled_from(Stance))


@pytest.mark.parametrize(
    ("held", "decides"),
    [
        ([SILENT, SILENT], None),
        ([SILENT, UNDECIDED], UNDECIDED),
        ([UNDECIDED, SUPPORTS], SUPPORTS),
        ([SUPPORTS, CONTRADICTS], CONTRADICTS),
        ([SUPPORTS, SILENT], SUPPORTS),
        ([UNDECIDED, SUPPORTS, CONTRADICTS], CONTRADICTS),
        ([], None),
    ],
)
def test_contradiction_decides_a_passage_before_support_and_support_before_doubt(
    held: list[Stance], decides: Stance | None
) -> None:
    for order in permutations(held):
        opinion = deciding(Opinion(str(number), stance) for number, stance in enumerate(order))
        assert (opinion.stance if opinion else None) is decides


def test_of_equal_opinions_the_first_judge_decides() -> None:
    first, second = Opinion("slots", SUPPORTS, 0.1), Opinion("verbatim", SUPPORTS, 1.0)
    assert deciding([Opinion("language", SILENT), first, second]) is first


@pytest.mark.parametrize(
    ("stances", "stance"),
    [
        ([], SILENT),
        ([SILENT], SILENT),
        ([SILENT, UNDECIDED], UNDECIDED),
        ([UNDECIDED, SUPPORTS], SUPPORTS),
        ([SILENT, CONTRADICTS], CONTRADICTS),
        ([SUPPORTS, SILENT, CONTRADICTS], MIXED),
        ([MIXED], MIXED),
    ],
)
def test_a_source_says_what_its_passages_say(stances: list[Stance], stance: Stance) -> None:
    assert source_stance(stances) is stance


@pytest.mark.parametrize(
    ("stances", "verdict"),
    [
        ([], Verdict.ABSENT),
        ([SILENT, UNDECIDED], Verdict.ABSENT),
        ([SUPPORTS, SILENT, UNDECIDED], Verdict.SUPPORTED),
        ([CONTRADICTS, SILENT], Verdict.CONTRADICTED),
        ([SUPPORTS, CONTRADICTS], Verdict.DISPUTED),
        ([MIXED], Verdict.DISPUTED),
        ([SUPPORTS, MIXED], Verdict.DISPUTED),
    ],
)
def test_the_corpus_says_what_its_sources_say(stances: list[Stance], verdict: Verdict) -> None:
    assert corpus_verdict(stances) is verdict


def test_a_mixed_source_counts_on_both_sides_and_a_quiet_one_on_none() -> None:
    assert sides(MIXED) == (SUPPORTS, CONTRADICTS)
    assert sides(SUPPORTS) == (SUPPORTS,)
    assert sides(SILENT) == sides(UNDECIDED) == ()


def test_what_an_expectation_requires_is_never_what_it_forbids() -> None:
    assert REQUIRED.keys() == FORBIDDEN.keys() == set(Verdict)
    for verdict in Verdict:
        assert not {*REQUIRED[verdict]} & {*FORBIDDEN[verdict]}
        assert corpus_verdict(REQUIRED[verdict]) is verdict


@given(
    st.lists(st.sampled_from(Stance)).flatmap(lambda held: st.tuples(st.just(held), st.permutations(held)))
)
def test_no_order_of_sources_changes_a_verdict(orders: tuple[list[Stance], list[Stance]]) -> None:
    one, other = orders
    assert corpus_verdict(one) is corpus_verdict(other)
    assert source_stance(one) is source_stance(other)


@given(HELD, st.sampled_from([SILENT, UNDECIDED]))
def test_a_source_that_does_not_speak_changes_no_verdict(stances: list[Stance], quiet: Stance) -> None:
    assert corpus_verdict([*stances, quiet]) is corpus_verdict(stances)
