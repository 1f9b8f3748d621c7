"""Quantities in slots: an attached amount decides, any other abstains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.vocabulary import Opinion, Question, Slot, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Stances = Callable[..., set[Stance]]
Sides = Callable[..., set[Stance]]
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT


def hours(text: str) -> Question:
    slot = Slot(about=("talks", "meeting"), relation=("lasted", "duration", "long"), quantity=text)
    return Question(f"The talks lasted {text}.", (slot,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks lasted two hours.", SUPPORTS),
        ("The talks in Geneva lasted two hours.", SUPPORTS),
        ("The talks, mediated by Norway, lasted two hours.", SUPPORTS),
        ("Officials left after the talks lasted two hours.", SUPPORTS),
        ("They parted after a meeting that lasted two hours.", SUPPORTS),
        ("The envoys parted after the two-hour meeting.", SUPPORTS),
        ("The duration of the talks was two hours.", SUPPORTS),
        ("The talks were two hours long.", SUPPORTS),
        ("The talks lasted exactly 120 minutes.", SUPPORTS),
        ("The talks lasted five hours.", CONTRADICTS),
        ("The five-hour meeting ended in a row.", CONTRADICTS),
        ("The talks were five hours long.", CONTRADICTS),
        ("The talks lasted at least an hour.", UNDECIDED),
    ],
)
def test_a_quantity_attached_to_the_subject_decides(text: str, expected: Stance, stances: Stances) -> None:
    assert stances(hours("two hours"), text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The ceremony after the talks lasted five hours.",
        "The dinner lasted five hours, longer than the talks.",
        "The talks produced a ceasefire lasting five hours.",
        "The talks began five hours after the deadline.",
        "Five hours after the talks, the shelling resumed.",
        "The talks mediator spoke for five hours.",
        "The head of the talks lasted five hours in office.",
        "The talks lasted five hours longer than planned.",
        "The talks ended, and the flight home lasted five hours.",
        "The delegations returned from the talks on a five-hour flight.",
        "The meeting was attended by envoys, followed by a dinner lasting five hours.",
    ],
)
def test_a_quantity_of_something_else_decides_nothing(text: str, sides: Sides) -> None:
    assert not sides(hours("two hours"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks did not last five hours.",
        "The talks could have lasted five hours.",
        "The talks were expected to last five hours.",
        "If the talks last five hours, the markets will close.",
        "Did the talks last five hours?",
        "He denied that the talks lasted five hours.",
        "The talks reportedly lasted five hours.",
        "No talks lasted five hours.",
        "The talks will last five hours.",
        "The talks lasted nearly five hours, unless the clock was wrong.",
    ],
)
def test_what_is_not_plainly_said_decides_nothing(text: str, sides: Sides) -> None:
    assert not sides(hours("two hours"), text)
    assert not sides(hours("five hours"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The follow-up meeting lasted five hours.",
        "The second meeting lasted five hours.",
        "The 2019 talks lasted five hours.",
        "A meeting with bankers lasted five hours.",
        "The talks with Iran lasted five hours.",
        "In Geneva, the talks lasted five hours.",
        "The press briefing meeting lasted five hours.",
        "The talks had lasted five hours by Monday.",
    ],
)
def test_what_may_be_another_event_never_contradicts(text: str, sides: Sides) -> None:
    assert not sides(hours("two hours"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The follow-up meeting lasted two hours.",
        "The second meeting lasted two hours.",
        "The 2019 talks lasted two hours.",
    ],
)
def test_what_is_another_event_never_supports(text: str, sides: Sides) -> None:
    assert not sides(hours("two hours"), text)


def test_a_narrower_value_supports_a_wider_claim_and_not_the_other_way_round(stances: Stances) -> None:
    assert stances(hours("less than two hours"), "The talks lasted 100 minutes.") == {SUPPORTS}
    assert stances(hours("100 minutes"), "The talks lasted less than two hours.") == {UNDECIDED}


def test_two_values_that_disagree_in_one_sentence_decide_nothing(sides: Sides) -> None:
    text = "The talks lasted two hours, though the meeting lasted five hours by another count."
    assert not sides(hours("two hours"), text)
    assert not sides(hours("two hours"), "The talks lasted two or three hours.")


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted two hours too long.",
        "The talks lasted two hours less than the dinner.",
        "The talks lasted two hours a day.",
        "The talks lasted two hours each.",
        "The talks lasted two hours into the night.",
        "The talks lasted more than two hours.",
        "The talks lasted not two hours but five.",
        "The talks lasted two to five hours.",
        "The talks lasted, by his count, five hours.",
        "The talks and the dinner lasted five hours.",
        "The first two hours of talks went well.",
        "After two hours of talks, they took a break.",
        "The two-hour pause in the talks ended.",
        "The talks broke for two hours.",
        "The talks resumed two hours late.",
        "The talks opened with a five-hour meeting.",
        "The delegates met before the talks for five hours.",
        "The talks lasted five hours on each of two days.",
        "The talks lasted five hours in 2019.",
        "Previous talks lasted five hours.",
        "The talks last week lasted five hours.",
        "Last week's talks lasted five hours.",
        "The talks over Kosovo lasted five hours.",
        "Trade talks lasted five hours.",
        "The trade talks lasted five hours.",
        "The longest of the talks lasted five hours.",
        "Some of the talks lasted five hours.",
        "One of the talks lasted five hours.",
        "None of the talks lasted five hours.",
        "Half of the talks lasted five hours.",
        "The mayor's talks lasted five hours.",
        "The talks seemed to last five hours.",
        "The talks felt five hours long.",
        "If talks last, five hours is enough.",
        "The talks lasted five hours so far.",
        "The talks had lasted five hours when the lights went out.",
        "The part of the talks on grain lasted five hours.",
        "The opening of the talks lasted five hours.",
        "The talks' opening lasted five hours.",
        "The talks' first day lasted five hours.",
        "The meeting after the talks lasted five hours.",
        "The break between the talks and the meeting lasted five hours.",
        "The outage during the talks lasted five hours.",
        "The delay of the talks lasted five hours.",
        "The row at the talks lasted five hours.",
        "The five-hour delay of the meeting angered them.",
        "The five-hour-old meeting broke up.",
    ],
)
def test_what_lasts_beside_before_or_within_the_talks_takes_no_side(text: str, sides: Sides) -> None:
    assert not sides(hours("two hours"), text)
