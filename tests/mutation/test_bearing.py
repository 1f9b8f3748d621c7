"""Bearing: of the changes of a quoted sentence, which take away what it says of the claim."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from pytest_factcheck.mutation.bearing import bears_on
from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.perturbations import mutants, rephrasings
from pytest_factcheck.perturbations.mutant import Mutant, replaced
from pytest_factcheck.strategies import Statement, sentences
from pytest_factcheck.vocabulary import Span

if TYPE_CHECKING:
    from mutation.conftest import Make

FRIDAY = date(2025, 5, 16)
LASTED = "The talks lasted 100 minutes."


def bearing(claim: str, sentence: str, published: date | None = None) -> list[str]:
    """Return the sentences of the changes that bear on a claim."""
    return [one.text for one in mutants(sentence) if bears_on(claim, sentence, one, published)]


def change(sentence: str, operator: str, before: str, after: str) -> Mutant:
    start = sentence.index(before)
    return replaced(sentence, operator, Span(start, start + len(before)), after)


def bears(claim: str, sentence: str, operator: str, before: str, after: str) -> bool:
    return bears_on(claim, sentence, change(sentence, operator, before, after), None)


def test_of_all_changes_of_a_sentence_those_of_what_the_claim_says_bear_on_it() -> None:
    sentence = "On Friday the talks in Oslo lasted 100 minutes, and 40 men left Rome."
    assert bearing(LASTED, sentence) == [
        "On Friday the talks in Oslo lasted 200 minutes, and 40 men left Rome.",
        "On Friday the talks in Oslo lasted 50 minutes, and 40 men left Rome.",
        "On Friday the talks in Oslo lasted 100 hours, and 40 men left Rome.",
        "On Friday the talks in Oslo did not last 100 minutes, and 40 men left Rome.",
    ]


# Amounts and days


@pytest.mark.parametrize(
    ("after", "bears_on_it"),
    [
        ("200 minutes", True),
        ("1 hour 40 minutes", False),
        ("1 h 40", False),
        ("an hour and forty minutes", False),
        ("about 100 minutes", False),  # it may still be 100
        ("less than two hours", False),
    ],
)
def test_an_amount_is_changed_where_it_can_no_longer_be_the_one_of_the_claim(
    after: str, *, bears_on_it: bool
) -> None:
    assert bears(LASTED, LASTED, "number", "100 minutes", after) is bears_on_it


def test_an_amount_that_still_lies_within_the_claims_is_no_change() -> None:
    claim = "The talks lasted less than two hours."
    assert bearing(claim, LASTED) == ["The talks lasted 200 minutes.", "The talks lasted 100 hours."]


def test_an_amount_or_a_day_beside_the_changed_one_tells_nothing() -> None:
    delayed = "After 30 minutes of waiting the talks lasted 100 minutes."
    assert not bears(LASTED, delayed, "number", "100 minutes", "1 h 40")
    claim, dated = "The truce began on 16 May 2025.", "Signed on 3 May 2025, the truce began on 16 May 2025."
    assert not bears(claim, dated, "day", "16 May 2025", "May 16, 2025")
    assert bears(claim, dated, "day", "16 May 2025", "17 May 2025")


@given(sentences())
def test_a_sentence_that_is_written_another_way_bears_on_no_claim_that_it_states(said: Statement) -> None:
    for other in rephrasings(said.text, ["same-number", "same-unit", "same-date"]):
        for operator in ("number", "unit", "day", "month", "year"):
            same = Mutant(other.text, operator, other.span, other.before, other.after)
            assert not bears_on(said.text, said.text, same, None)


def test_a_day_within_the_month_of_the_claim_is_no_change() -> None:
    found = bearing("The truce began in May 2025.", "The truce began on 16 May 2025.")
    assert "The truce began on 17 May 2025." not in found
    assert "The truce began on 16 June 2025." in found
    assert "The truce began on 16 May 2024." in found


def test_a_weekday_is_counted_from_the_day_of_publication() -> None:
    claim, sentence = "The truce began on 16 May 2025.", "The truce began on Friday."
    assert "The truce began on Monday." in bearing(claim, sentence, FRIDAY)


def test_a_weekday_that_cannot_be_counted_may_be_any_day() -> None:
    claim, sentence = "The truce began on 16 May 2025.", "The truce began on Friday."
    assert "The truce began on Monday." not in bearing(claim, sentence)


def test_an_amount_beside_which_nothing_of_the_claim_is_said_may_be_any_amount() -> None:
    sentence = "Smoke rose for 100 minutes, and the talks ended well."
    assert bearing(LASTED, sentence) == []


# Names


@pytest.mark.parametrize(
    ("claim", "sentence", "before", "after", "bears_on_it"),
    [
        ("Anna Berg visited Geneva.", "President Anna Berg visited Geneva.", "Anna Berg", "Paul Ross", True),
        ("Anna Berg visited Geneva.", "Anna Berg visited Geneva, Paul Ross said.", "Paul Ross", "X", False),
        ("Anna Berg visited Geneva.", "Anna Berg left Rome after visiting Geneva.", "Rome", "Oslo", False),
        ("Berg spoke.", "Anna Berg spoke to Berg's men.", "Anna Berg", "Paul Ross", False),
        ("Kyiv was attacked.", "Ukraine said that Kyiv was attacked.", "Kyiv", "Lisbon", False),
    ],
)
def test_a_name_is_changed_where_nothing_else_stands_for_it(
    claim: str, sentence: str, before: str, after: str, *, bears_on_it: bool
) -> None:
    assert bears(claim, sentence, "person", before, after) is bears_on_it


# Verbs, roles and negations


@pytest.mark.parametrize(
    ("operator", "after"),
    [
        ("opposite", "The bill was rejected in March, but prices rose."),
        ("negate", "The bill was not approved in March, but prices rose."),
    ],
)
def test_a_verb_of_the_claim_is_changed_and_no_other(operator: str, after: str) -> None:
    sentence = "The bill was approved in March, but prices rose."
    found = bearing("The bill was approved.", sentence)
    assert after in found
    assert "The bill was approved in March, but prices fell." not in found


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The bill was not approved in March.", "The bill was approved in March."),
        ("The bill was never approved in March.", "The bill was approved in March."),
        ("Berg did not approve the bill.", "Berg approved the bill."),
    ],
)
def test_a_negation_that_is_taken_out_is_about_the_word_that_it_denies(sentence: str, after: str) -> None:
    claim = "The bill was not approved."
    assert [one.text for one in mutants(sentence, ["affirm"])] == [after]
    assert after in bearing(claim, sentence)


def test_a_verb_in_a_clause_that_says_little_of_the_claim_is_none_of_it() -> None:
    sentence = "Berg approved of tea, and the new bill on taxes passed the council in Oslo."
    claim = "The new bill on taxes that Berg approved passed the council."
    negated = change(sentence, "negate", "approved", "did not approve")
    assert not bears_on(claim, sentence, negated, None)


def test_roles_are_exchanged_where_both_stand_in_the_claim() -> None:
    after = "Croatia defeated Brazil in Rome."
    sentence = "Brazil defeated Croatia in Rome."
    assert after in bearing("Brazil defeated Croatia.", sentence)
    assert after not in bearing("Brazil played in Rome.", sentence)


# In an assertion


def test_a_quoted_sentence_is_changed_only_in_what_bears_on_the_claim(make: Make) -> None:
    text = "In March the talks lasted 100 minutes while 40 men slept in Lima."
    quoted = [{"source": "a", "quote": "the talks lasted 100 minutes"}]
    case = make.case({"a": text}, make.assertion(LASTED, "supported", quoted))
    assert case.made(Place.SENTENCE) == [
        "In March the talks lasted 200 minutes while 40 men slept in Lima.",
        "In March the talks lasted 50 minutes while 40 men slept in Lima.",
        "In March the talks lasted 100 hours while 40 men slept in Lima.",
    ]
