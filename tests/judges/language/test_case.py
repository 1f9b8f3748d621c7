"""Case: a claim before one sentence, in the words of the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.roles import Roles

Before = Callable[..., Case]
WORDS = ("the", "bank", "Berg", "12", "paid", "rent", "in", "Oslo", "and", "mayor", "may", "sued", ",")
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda line: f"{' '.join(line)}.")


def test_what_is_here_stands_in_the_sentence_and_not_beside_it(case: Before) -> None:
    before = case("The mayor Berg paid 12 euros.", "Berg was late.", "He paid 12 euros.")
    assert [one.facet.text for one in before.here] == ["paid", "12 euros"]
    assert [one.facet.text for one in before.aligned] == ["paid"]
    assert [one.facet.text for one in before.core] == ["paid"]


def test_exact_parts_and_core_parts_that_nothing_holds(case: Before) -> None:
    before = case("The storm killed 12 people in Oslo.", "The storm hit 12 houses.")
    assert [facet.text for facet in before.exact_missing] == ["12", "Oslo"]
    assert [facet.text for facet in before.core_missing] == ["killed"]
    assert not before.core_is_there


@pytest.mark.parametrize(
    ("claim", "sentence", "doubts"),
    [
        ("The bank paid the rent.", "The bank may pay the rent.", ("may",)),
        ("The bank may pay the rent.", "The bank may pay the rent.", ()),
        ("The bank plans to pay the rent.", "The bank plans to pay the rent.", ()),
        ("The bank paid the rent.", "The bank paid the rent, and the mayor may sue.", ()),
    ],
)
def test_only_the_source_and_only_of_what_is_shared_is_in_doubt(
    case: Before, claim: str, sentence: str, doubts: tuple[str, ...]
) -> None:
    assert case(claim, sentence).doubts == doubts


def test_names_agree_unless_a_shared_deed_is_done_by_another(case: Before) -> None:
    assert case("Mayor Berg sued Holm.", "Mayor Berg sued Holm.").names_agree
    assert case("Mayor Berg sued Holm.", "The mayor sued Holm.").names_agree
    other = case("Mayor Berg sued Holm.", "Mayor Lund sued Holm.")
    assert other.roles == {Roles.OTHER}
    assert not other.names_agree


def test_the_share_of_words_leaves_names_aside(case: Before) -> None:
    assert case("The mayor Berg paid the rent.", "The mayor Holm paid the rent.").words == 1.0
    assert case("The bank paid the rent.", "The mayor Holm paid.").words < 1.0
    assert case("Anna Berg and Carl Holm.", "Nobody came.").words == 1.0


def test_places_count_from_the_start_of_the_text_and_of_the_claim(case: Before) -> None:
    before = case("The bank paid the rent.", "It was late.", "The bank paid the rent.")
    (core,) = before.core
    assert before.place(core.at).of(before.passage.text) == "paid"
    assert before.span(core.facet).of(before.question.claim) == "paid"
    assert before.spoken == range(2, 3)


def test_where_nothing_is_held_nothing_is_spoken_of_but_the_first_word(case: Before) -> None:
    assert case("The bank paid the rent.", "It snowed.").spoken == range(1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(claim=LINES, sentence=LINES)
def test_a_score_in_other_words_is_never_that_of_a_quote(case: Before, claim: str, sentence: str) -> None:
    before = case(claim, sentence)
    assert 0.0 <= before.score < 1.0
    assert 0.0 <= before.words <= 1.0
