"""Forms: what is no statement, told by how it is written."""

from __future__ import annotations

import pytest

from pytest_factcheck.coverage.checkable import weighed
from pytest_factcheck.coverage.forms import Setting, WhyNot

WITHIN = Setting(opens=False, closes=False)


def why_not(sentence: str, setting: Setting = Setting()) -> WhyNot | None:  # noqa: B008 - it is frozen
    return weighed(sentence, setting)[1]


@pytest.mark.parametrize(
    "sentence", ["Who paid?", "Did Anna Berg pay 40 euros on 3 May?", "“Was it late?”", "Her best guess?"]
)
def test_a_question_states_nothing(sentence: str) -> None:
    assert why_not(sentence) is WhyNot.QUESTION


@pytest.mark.parametrize(
    "sentence",
    ["“Was it late?” Anna Berg asked.", "Villagers spoke of one thing: what was it?"],
)
def test_who_asks_and_what_goes_before_a_question_can_be_wrong(sentence: str) -> None:
    assert why_not(sentence) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Berg",
        "By Anna Berg, Science Reporter",
        "Reported by: The Herald",
        "3 May 2024",
        "Friday, May 3, 2024",
        "Updated 3 May 2024 at 18:22 GMT",
        "Oslo, 3 May 2024 (Reuters)",
        "Foreign Ministry of Norway via AFP",
        "Oslo, Norway | Image: AP",
        "Reuters",
        "Anna Berg (@aberg) May 3, 2024",
    ],
)
def test_a_line_that_says_who_made_it_or_when_is_a_credit(line: str) -> None:
    assert why_not(line) is WhyNot.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "By 1990 the mill had closed.",
        "By Friday, 40 homes without power",
        "Anna Berg bought it via AFP.",
        "Updated rules for 40 schools",
        "Oslo Rovers 3 Bergen Athletic 2",
        "The mill closed on 3 May 2024",
    ],
)
def test_a_line_with_a_fact_is_none_however_it_begins(line: str) -> None:
    assert why_not(line) is None


def test_words_of_a_credit_within_a_line_are_none() -> None:
    assert why_not("By Anna Berg", WITHIN) is None
    assert why_not("Foreign Ministry of Norway via AFP", WITHIN) is None
    assert why_not("Foreign Ministry of Norway via AFP", Setting(opens=False)) is WhyNot.CREDIT


@pytest.mark.parametrize("line", ["Oslo, Norway", "Anna Berg", "What we know so far", "Why it matters"])
def test_a_bare_name_and_a_line_that_only_announces_are_headings(line: str) -> None:
    assert why_not(line) is WhyNot.HEADING


@pytest.mark.parametrize("line", ["Norwegian officials present", "What Anna Berg paid in 1990", "Oslo fell."])
def test_a_line_that_tells_something_is_no_heading(line: str) -> None:
    assert why_not(line) is None


def test_a_reader_is_called_upon() -> None:
    assert why_not("Follow us on X for more.") is WhyNot.CALL
    assert why_not("Follow us, 40 men shouted.") is None


def test_too_few_words_without_a_sign_are_a_fragment() -> None:
    assert why_not("At last!") is WhyNot.FRAGMENT
    assert why_not("Analysis") is WhyNot.FRAGMENT
    assert why_not("…") is WhyNot.FRAGMENT
