"""Dates in slots: the date that the verb takes decides, any other abstains."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pytest_factcheck.vocabulary import Opinion, Question, Slot, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Stances = Callable[..., set[Stance]]
Sides = Callable[..., set[Stance]]
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT


TRIAL = Question(
    "The trial opened on 3 March 2024.",
    (Slot(about=("trial",), relation=("opened", "began", "started"), date="2024-03-03"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial opened on 3 March 2024.", {SUPPORTS}),
        ("On 3 March 2024, the trial opened in Oslo.", {SUPPORTS}),
        ("The trial, which opened on March 3, 2024, was public.", {SUPPORTS}),
        ("The trial opened on 9 April 2024.", {CONTRADICTS}),
        ("The trial opened in March 2024.", set()),
        ("The trial opened before 9 April 2024.", set()),
        ("The trial has been open since 9 April 2024.", set()),
        ("The 2019 trial opened on 9 April 2019.", set()),
        ("The trial opened after the murder on 9 April 2023.", set()),
        ("The trial will open on 9 April 2024.", set()),
        ("The museum opened on 9 April 2024, during the trial.", set()),
        ("The trial was to have opened on 9 April 2024.", set()),
        ("The trial opened, and on 9 April 2024 the jury retired.", set()),
        ("A new trial opened on 9 April 2024.", set()),
        ("The trial of Carl Dahl opened on 9 April 2024.", set()),
    ],
)
def test_a_date_belongs_to_the_verb_that_takes_it(text: str, expected: set[Stance], sides: Sides) -> None:
    assert sides(TRIAL, text) == expected


def test_a_weekday_counts_only_from_a_day_of_publication(sides: Sides) -> None:
    text = "The trial opened on Sunday."
    assert not sides(TRIAL, text)
    assert sides(TRIAL, text, date(2024, 3, 4)) == {SUPPORTS}
    assert sides(TRIAL, text, date(2024, 4, 9)) == {CONTRADICTS}


def test_a_day_after_publication_is_a_plan(sides: Sides) -> None:
    question = Question(
        "The talks were held on 20 May 2025.",
        (Slot(about=("talks",), relation=("held on",), date="2025-05-20"),),
    )
    text = "They agreed to meet again during talks in Oslo on May 20."
    assert not sides(question, text, date(2025, 5, 16))


@pytest.mark.parametrize(
    "text",
    [
        "The trial opened in Oslo on 9 April 2024.",
        "The trial opened a day before 9 April 2024.",
        "The trial opened days after 9 April 2024.",
        "The trial's second phase opened on 9 April 2024.",
        "The retrial opened on 9 April 2024.",
        "The trial opened in 2024 and ended on 9 April 2025.",
        "The trial opened, closed and, on 9 April 2024, opened again.",
        "The trial of the killing on 9 April 2024 opened late.",
        "The trial opened with a film about 9 April 2024.",
        "The trial, postponed from 9 April 2024, opened on 3 March 2024.",
        "The museum trial opened on 9 April 2024.",
        "The trial opened on the 9th.",
        "On 9 April 2024, the day the trial opened, it rained.",
        "On 9 April 2024 the mayor said the trial opened well.",
        "The mayor said on 9 April 2024 that the trial opened well.",
        "The trial opened well, the mayor said on 9 April 2024.",
        "The trial opened as the mayor resigned on 9 April 2024.",
        "The trial opened for a man arrested on 9 April 2024.",
        "The trial opened to applause on 9 April 2024.",
        "The trial opened from 3 March 2024 to 9 April 2024.",
        "Since the trial opened on 9 April 2024, little has happened.",
        "The trial opens on 9 April 2024.",
        "The trials opened on 9 April 2024.",
        "The appeal in the trial opened on 9 April 2024.",
        "The drug trial opened on 3 March 2024.",
        "The clinical trial opened on 3 March 2024.",
    ],
)
def test_the_day_of_something_else_takes_no_side(text: str, sides: Sides) -> None:
    assert not sides(TRIAL, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks of Denmark and Norway began on 3 March 2024.", {SUPPORTS}),
        ("Norway agreed. The talks of Denmark and Chile began on 3 March 2024.", set()),
    ],
)
def test_a_day_of_the_talks_of_others_supports_nothing(
    sides: Sides, text: str, expected: set[Stance]
) -> None:
    slot = Slot(about=("talks",), relation=("began",), date="2024-03-03")
    assert (
        sides(Question("The talks of Denmark and Norway began on 3 March 2024.", (slot,)), text) == expected
    )
