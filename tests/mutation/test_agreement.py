"""Agreement: where a claim and a sentence exclude each other, and what either is with the other's value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from pytest_factcheck.mutation.agreement import Rivals, claim_agreeing, rivals, sentence_agreeing
from pytest_factcheck.vocabulary import Reason, Span

FRIDAY = date(2025, 5, 16)


def pairs(
    claim: str, sentence: str, reasons: Iterable[Reason] = (), published: date | None = None
) -> list[tuple[str, str]]:
    """Return the words of a claim, and those that rival them."""
    found = rivals(claim, sentence, reasons, published)
    return [(pair.claim.of(claim), pair.sentence.of(sentence)) for pair in found]


def words(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


# Amounts


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("The talks lasted one hour.", "They lasted 100 minutes.", [("one hour", "100 minutes")]),
        ("The talks lasted one hour.", "They lasted 60 minutes.", []),
        ("The talks lasted an hour.", "They lasted less than two hours.", []),  # it may be an hour
        ("The talks lasted one hour.", "Over 100 metres apart.", []),
        ("40 men left.", "60 women and 30 men left.", [("40", "30")]),
        ("40 men left.", "30 men and 50 more men left.", [("40", "30"), ("40", "50")]),
    ],
)
def test_amounts_of_one_thing_that_exclude_each_other_are_rivals(
    claim: str, sentence: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(claim, sentence) == found


# Days


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("16 May 2025", [("17 May 2025", "16 May 2025")]),
        ("17 May 2025", []),
        ("2025-05-17", []),
        ("June 2025", []),  # a month stands in no day's place
        ("Friday", []),
    ],
)
def test_days_that_exclude_each_other_are_rivals(said: str, found: list[tuple[str, str]]) -> None:
    assert pairs("The truce began on 17 May 2025.", f"The truce began on {said}.") == found


def test_a_weekday_is_counted_from_the_day_of_publication() -> None:
    claim, sentence = "The truce began on 17 May 2025.", "The truce began on Friday."
    assert pairs(claim, sentence, published=FRIDAY) == [("17 May 2025", "Friday")]
    assert pairs(claim, sentence.replace("Friday", "Saturday"), published=FRIDAY) == [
        ("17 May 2025", "Saturday")  # the one before the day of publication
    ]


# What a judge found


CLAIM, SENTENCE = "Paul Ross led the team.", "The team was led by Anna Berg."
HERE, THERE = words(CLAIM, "Paul Ross"), words(SENTENCE, "Anna Berg")


@pytest.mark.parametrize("code", ["holder-differs", "other-name", "rival-value", "opposite"])
def test_names_are_rivals_where_a_judge_found_one_in_the_place_of_the_other(code: str) -> None:
    assert pairs(CLAIM, SENTENCE) == []
    assert pairs(CLAIM, SENTENCE, [Reason(code, "", HERE, THERE)]) == [("Paul Ross", "Anna Berg")]


@pytest.mark.parametrize(
    "reason",
    [
        Reason("covered", "", HERE, THERE),  # a reason of another kind
        Reason("holder-differs", "", None, THERE),  # words on one side only
        Reason("holder-differs", "", HERE, None),
        Reason("other-name", "", HERE, Span(0, len(SENTENCE))),  # it says of the whole that another speaks
    ],
)
def test_a_reason_that_names_no_two_rivals_makes_none(reason: Reason) -> None:
    assert pairs(CLAIM, SENTENCE, [reason]) == []


# The two made to agree


def test_a_sentence_agrees_with_the_claims_words_in_the_place_of_its_own() -> None:
    found = sentence_agreeing(CLAIM, SENTENCE, Rivals(HERE, THERE))
    assert (found.text, found.operator) == ("The team was led by Paul Ross.", "made-true")
    assert (found.before, found.after, found.span) == ("Anna Berg", "Paul Ross", THERE)


def test_a_claim_agrees_with_the_sentences_words_in_the_place_of_its_own() -> None:
    found = claim_agreeing(CLAIM, SENTENCE, Rivals(HERE, THERE))
    assert (found.text, found.operator) == ("Anna Berg led the team.", "made-true")
    assert (found.before, found.after, found.span) == ("Paul Ross", "Anna Berg", HERE)
