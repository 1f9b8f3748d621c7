"""Coverage: which facets of a claim a sentence and its surroundings hold, and how much that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import NOWHERE, Held, share

Before = Callable[..., Case]
WORDS = ("storm", "court", "river", "Berg", "Oslo", "fined", "rose", "12", "the", "in", "mayor", "and", ",")
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda line: f"{' '.join(line)}.")


def held(case: Case, words: str) -> Held:
    """Return how the facet with these words is held."""
    (one,) = (one for one in case.coverage.held if one.facet.text == words)
    return one


def test_equal_words_are_held_in_full(case: Before) -> None:
    every = case("The storm killed 12 people.", "The storm killed 12 people.").coverage
    assert [one.grade for one in every.held] == [1.0] * 4
    assert every.focus == every.window == 1.0
    assert every.uncovered == ()


def test_a_word_like_it_is_held_less(case: Before) -> None:
    one = held(case("The bank bought a rival.", "The bank acquired a rival."), "bought")
    assert one.here
    assert 0.4 <= one.grade < 1.0


def test_what_nothing_holds_is_missing(case: Before) -> None:
    one = held(case("The bank bought an airline.", "The bank bought a rival."), "airline")
    assert (one.grade, one.at, one.around) == (0.0, NOWHERE, 0.0)
    assert one.missing


def test_a_word_in_another_clause_counts_less(case: Before) -> None:
    before = case("The bank bought the port.", "The bank bought a ship, while a rival leased the port.")
    assert held(before, "bought").grade == 1.0
    assert 0.0 < held(before, "port").grade < 1.0
    assert not held(before, "port").bound


def test_a_deed_is_a_verb_before_it_is_the_noun_of_one_stem(case: Before) -> None:
    before = case("Rebels attacked the port.", "Hours after the attack on Oslo, rebels attacked the port.")
    assert before.own.reading.tokens[held(before, "attacked").at].text == "attacked"


def test_a_like_verb_beside_the_rest_goes_before_the_very_word_of_another_clause(case: Before) -> None:
    sentence = "The inquiry was not headed by Berg, who also led the bank."
    before = case("Berg led the inquiry.", sentence)
    assert before.own.reading.tokens[held(before, "led").at].text == "headed"


def test_two_names_of_a_claim_need_two_names(case: Before) -> None:
    before = case("Anna Berg accused Carl Berg of theft.", "Anna Berg accused Carl Lund of theft.")
    assert [one.here for one in before.coverage.held if one.facet.text == "Berg"] == [True, False]


def test_a_capital_takes_no_place_of_a_country_that_is_written_out(case: Before) -> None:
    before = case("The envoys of Paris and France met.", "The envoys of France and Paris met.")
    assert held(before, "Paris").grade == held(before, "France").grade == 1.0


def test_a_capital_stands_for_its_country(case: Before) -> None:
    before = case("The ambassador of France left.", "The ambassador of Paris left.")
    assert 0.4 <= held(before, "France").grade < 1.0


@pytest.mark.parametrize(
    ("claim", "sentence", "amount"),
    [
        ("The ship had 300 passengers.", "The ship had 300 passengers.", "300"),
        ("About 2,000 people marched.", "Some 2,000 people marched.", "About 2,000"),
        ("The ship had 300 passengers.", "The ship had 300 people.", "300"),
    ],
)
def test_an_amount_is_held_by_its_value(case: Before, claim: str, sentence: str, amount: str) -> None:
    assert not held(case(claim, sentence), amount).missing


@pytest.mark.parametrize(
    ("claim", "sentence", "amount"),
    [
        ("The ship had 300 passengers.", "The ship had 310 passengers.", "300"),
        ("The ship had 300 passengers.", "The ship had 300 cars.", "300"),
        ("The ship cost 300 euros.", "The ship cost 300 dollars.", "300 euros"),
        ("The ship had 300 passengers.", "The ship had at least 300 passengers.", "300"),
    ],
)
def test_another_amount_or_as_many_of_other_things_is_not_it(
    case: Before, claim: str, sentence: str, amount: str
) -> None:
    assert held(case(claim, sentence), amount).missing


def test_a_day_is_held_by_what_lies_in_it(case: Before) -> None:
    inside = case("The treaty was signed in June 2021.", "The treaty was signed on 3 June 2021.")
    around = case("The treaty was signed on 3 June 2021.", "The treaty was signed in June 2021.")
    assert held(inside, "June 2021").grade == 1.0
    assert held(around, "3 June 2021").missing


def test_neighbours_tell_who_is_spoken_of(case: Before) -> None:
    before = case("The mayor Berg won the race.", "Berg ran hard.", "She won the race.")
    assert not held(before, "Berg").here
    assert not held(before, "Berg").missing
    assert before.coverage.focus < before.coverage.window


def test_no_amount_day_or_deed_is_carried_over_from_a_neighbour(case: Before) -> None:
    claim = "The storm killed 12 people on 4 March 2024."
    before = case(claim, "The wind killed 12 people on 4 March 2024.", "The storm passed.")
    assert all(held(before, words).missing for words in ("12", "killed", "4 March 2024"))


def test_what_differs_can_be_left_out_of_the_share(case: Before) -> None:
    before = case("The bank bought an airline.", "The bank bought a rival.")
    assert before.coverage.without(held(before, "airline").facet) == 1.0


def test_the_share_of_nothing_is_nothing() -> None:
    assert share([], []) == 0.0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(claim=LINES, sentence=LINES, neighbour=LINES)
def test_shares_lie_between_nothing_and_all_and_neighbours_only_add(
    case: Before, claim: str, sentence: str, neighbour: str
) -> None:
    coverage = case(claim, neighbour, sentence).coverage
    assert 0.0 <= coverage.focus <= coverage.window <= 1.0
    assert all(0.0 <= one.grade <= one.around <= 1.0 for one in coverage.held)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(claim=LINES)
def test_a_claim_holds_itself(case: Before, claim: str) -> None:
    coverage = case(claim, claim).coverage
    assert all(one.here for one in coverage.held)
