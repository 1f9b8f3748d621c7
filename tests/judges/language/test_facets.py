"""Facets: the parts of a claim, their kinds, their weights, and which of them are its core."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.language.coverage import found
from pytest_factcheck.judges.language.facets import Facet, FacetKind, facets, is_head_name
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.reading import read

PUBLISHED = date(2024, 3, 14)
WORDS = ("storm", "court", "river", "Berg", "Oslo", "fined", "rose", "12", "not", "the", "in", "mayor", "on")


def parts(claim: str) -> dict[str, Facet]:
    """Return the facets of a claim by their words."""
    return {facet.text: facet for facet in facets(claim, PUBLISHED)}


def kinds(claim: str) -> list[tuple[str, FacetKind]]:
    """Return the words of each facet of a claim with its kind."""
    return [(facet.text, facet.kind) for facet in facets(claim, PUBLISHED)]


def core(claim: str) -> list[str]:
    """Return the words of a claim that say something of its subject."""
    return [facet.text for facet in facets(claim, PUBLISHED) if facet.core]


def test_a_claim_falls_into_amounts_days_names_deeds_and_other_words() -> None:
    assert kinds("The storm killed 12 people near Oslo on 4 March 2024.") == [
        ("storm", FacetKind.WORD),
        ("killed", FacetKind.DEED),
        ("12", FacetKind.AMOUNT),
        ("people", FacetKind.WORD),
        ("Oslo", FacetKind.NAME),
        ("4 March 2024", FacetKind.DAY),
    ]


@pytest.mark.parametrize("claim", ["", "It was so.", "He is not."])
def test_grammar_words_are_no_facets(claim: str) -> None:
    assert facets(claim, PUBLISHED) == ()


def test_words_that_only_deny_are_no_facets() -> None:
    assert list(parts("The parliament failed to approve the budget.")) == ["parliament", "approve", "budget"]
    assert list(parts("The bank denied that it had cheated.")) == ["bank", "cheated"]


def test_a_denying_word_with_no_statement_behind_it_is_a_deed() -> None:
    assert parts("The parliament rejected the budget.")["rejected"].kind is FacetKind.DEED


def test_amounts_days_and_names_are_exact_and_words_are_not() -> None:
    every = parts("Mayor Berg paid 12 euros on Friday.")
    assert [text for text, facet in every.items() if facet.exact] == ["Mayor", "Berg", "12 euros", "Friday"]
    assert [text for text, facet in every.items() if facet.amount] == ["12 euros", "Friday"]


def test_the_core_is_what_happened() -> None:
    assert core("The storm killed 12 people.") == ["killed"]
    assert core("The club plans to buy a stadium.") == ["buy"]


def test_a_verb_of_saying_or_of_little_meaning_is_no_core() -> None:
    assert core("The governor said the dam collapsed.") == ["collapsed"]
    assert "held" not in core("The final was held in Rome.")


def test_without_a_deed_the_core_is_what_the_subject_is() -> None:
    assert core("The river is deep.") == ["deep"]


def test_what_an_end_without_it_lacked_is_the_core() -> None:
    lacked = parts("The talks ended without an agreement.")["agreement"]
    assert lacked.lacked
    assert lacked.core
    assert core("The talks ended without an agreement.") == ["agreement"]


def test_a_verb_of_little_meaning_weighs_little() -> None:
    every = parts("The final was held in Rome.")
    assert every["held"].light
    assert not every["final"].light
    assert every["held"].weight < every["final"].weight < every["Rome"].weight


def test_amounts_days_and_names_never_weigh_little() -> None:
    every = parts("The storm killed 12 people in Paris on Friday.")
    assert min(every[text].weight for text in ("12", "Paris", "Friday")) > every["people"].weight


def test_a_facet_is_covered_by_its_word_and_less_by_words_like_it() -> None:
    bought = parts("The bank bought a rival.")["bought"]
    assert bought.covers["buy"] == 1.0
    assert 0.0 < bought.covers["acquir"] < 1.0


def test_a_capital_stands_for_its_country_but_not_as_a_place() -> None:
    assert "@France" in parts("Paris recalled its ambassador.")["Paris"].covers
    assert "@France" not in parts("The treaty was signed in Paris.")["Paris"].covers


@pytest.mark.parametrize(
    ("claim", "is_place"),
    [
        ("The delegations left Kyiv by train.", True),
        ("The delegations had departed from Kyiv by train.", True),
        ("The envoy flew to Kyiv by night.", True),
        ("The envoy visited Kyiv by night.", True),
        ("The envoy criticised Kyiv by name.", False),
        ("The envoy made an offer to Kyiv by letter.", False),
    ],
)
def test_a_capital_that_somebody_goes_to_or_leaves_is_a_place(claim: str, is_place: bool) -> None:
    assert ("@Ukraine" not in parts(claim)["Kyiv"].covers) is is_place


def test_a_place_behind_a_verb_is_a_setting_and_behind_a_topic_it_is_none() -> None:
    assert parts("The treaty was signed in Vienna.")["Vienna"].setting
    assert parts("The race took place in Vienna.")["Vienna"].setting
    assert not parts("The talks in Vienna failed.")["Vienna"].setting
    assert not parts("Vienna celebrated.")["Vienna"].setting


def test_the_last_word_of_a_name_is_its_head() -> None:
    heads = [
        text for text, facet in parts("The mayor Anna Berg met Carl Lund.").items() if facet.is_head_name
    ]
    assert heads == ["Berg", "Lund"]


def test_a_weekday_or_month_is_the_name_of_nobody() -> None:
    tokens = read("Fans met on Friday.").tokens
    assert not is_head_name(tokens, len(tokens) - 1)


def test_the_capital_of_the_first_word_tells_nothing_unless_it_is_a_place() -> None:
    assert parts("Voters elected a mayor.")["Voters"].kind is FacetKind.WORD
    assert parts("Vienna elected a mayor.")["Vienna"].kind is FacetKind.NAME
    assert not is_head_name(read("Voters elected a mayor.").tokens, 0)


def test_a_weekday_without_a_date_is_of_the_calendar() -> None:
    (friday,) = (facet for facet in facets("The match was on Friday.", None) if facet.text == "Friday")
    assert friday.calendar
    assert not parts("The match was in Rome.")["Rome"].calendar


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_the_own_words_of_a_facet_cover_it(claim: str) -> None:
    own = holding(claim, PUBLISHED)
    for facet in facets(own.reading.text, PUBLISHED):
        grades = {at: grade for grade, at in found(own.reading, facet, own) if grade == 1.0}
        assert facet.item.start in grades


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_facets_stand_in_order_and_none_holds_a_word_of_another(claim: str) -> None:
    places = [(facet.item.start, facet.item.end) for facet in facets(claim, PUBLISHED)]
    assert all(start < end for start, end in places)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
