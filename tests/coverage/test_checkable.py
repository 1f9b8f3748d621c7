"""Checkable sentences: facts are told from opinions, and from words of a quotation without a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.coverage.checkable import sentences, weighed
from pytest_factcheck.coverage.forms import Setting, WhyNot

if TYPE_CHECKING:
    from coverage.conftest import Make

QUOTED = Setting(quoted=True)
WORDS = (
    "The",
    "mayor",
    "of",
    "Oslo",
    "was",
    "said",
    "40",
    "men",
    "terrible",
    "perhaps",
    "on",
    "Friday",
    "?",
    ",",
)


def why_not(sentence: str, setting: Setting = Setting()) -> WhyNot | None:  # noqa: B008 - it is frozen
    return weighed(sentence, setting)[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board had three members.",
        "The mayor said it was a terrible idea.",
        "The gates were shut.",
        "Householders may apply for help.",
        "Its owner lives abroad.",
        "Storm leaves thousands without power",
        "The hotel calls it “a terrible mistake”, and stays open.",
        "They opened the gates, and that was a disgrace.",
        "The terrible fire destroyed the mill.",
    ],
)
def test_what_could_be_corrected_is_checkable(sentence: str) -> None:
    assert why_not(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "This is a huge test for Europe.",
        "The visitors had been by far the better side.",
        "Investors should be careful.",
        "Perhaps that is the point.",
        "Only time will tell whether they paid for it.",
        "Everybody had a theory.",
        "Friday’s match is a disgrace.",
    ],
)
def test_what_only_weighs_is_an_opinion(sentence: str) -> None:
    assert why_not(sentence) is WhyNot.OPINION


@pytest.mark.parametrize("fact", ["on 3 May", "of 40 men", "Anna Berg said"])
def test_a_date_a_number_or_a_speaker_makes_an_opinion_checkable(fact: str) -> None:
    assert why_not("It was a disgrace.") is WhyNot.OPINION
    assert why_not(f"It was a disgrace, {fact}.") is None


@pytest.mark.parametrize(
    "sentence", ["We lost the house.", "There is no cat.", "They never called us back.", "It has 40 rooms."]
)
def test_words_of_a_quotation_that_tell_a_fact_are_checkable(sentence: str) -> None:
    assert why_not(sentence, QUOTED) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We want answers.", WhyNot.QUOTATION),
        ("Naturally, we agree with that position.", WhyNot.OPINION),
        ("You cannot make that tackle.", WhyNot.QUOTATION),
        ("It was a nightmare.", WhyNot.OPINION),
        ("We are sorry.", WhyNot.OPINION),
        ("Never!", WhyNot.QUOTATION),
    ],
)
def test_words_of_a_quotation_that_tell_none_are_not(sentence: str, expected: WhyNot) -> None:
    assert why_not(sentence, QUOTED) is expected


def test_the_same_words_outside_of_a_quotation_are() -> None:
    assert why_not("You cannot make that tackle.") is None


def test_only_checkable_sentences_have_signals() -> None:
    assert weighed("Who paid 40 euros?", Setting()) == ((), WhyNot.QUESTION)


def test_a_sentence_is_inside_a_quotation_if_all_its_words_are(make: Make) -> None:
    text = make.text("“You cannot make that tackle. You cannot,” he said. “You cannot lose.")
    assert [one.why_not for one in sentences(text)] == [WhyNot.QUOTATION, None, WhyNot.QUOTATION]


def test_the_signals_stand_where_the_text_has_them(make: Make) -> None:
    text = make.text("What now?\n\nIt began on 3 May 2024.\n")
    _, second = sentences(text)
    assert [(one.span.of(text.text), str(one.kind)) for one in second.signals] == [
        ("began", "verb"),
        ("3 May 2024", "date"),
    ]
    assert second.checkable


def test_a_credit_may_end_a_line_that_a_caption_begins(make: Make) -> None:
    text = make.text("The mayor opens the bridge in Oslo. Foreign Ministry of Norway via AFP\nIt is long.")
    assert [one.why_not for one in sentences(text)] == [None, WhyNot.CREDIT, None]


def test_boilerplate_is_no_sentence(make: Make) -> None:
    text = make.text("Advertisement\nThe mayor opened the bridge.\n")
    assert [one.span.of(text.text) for one in sentences(text)] == ["The mayor opened the bridge."]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.booleans())
def test_every_checkable_sentence_holds_a_signal_by_which_it_could_be_wrong(line: str, quoted: bool) -> None:
    found, reason = weighed(line, Setting(quoted=quoted))
    assert bool(found) is (reason is None)
    assert all(one.span.of(line).strip() for one in found)
