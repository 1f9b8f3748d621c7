"""Counts and sums in slots: the dead of one event, the price of one deal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.vocabulary import Opinion, Question, Slot, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Stances = Callable[..., set[Stance]]
Sides = Callable[..., set[Stance]]
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT


TOLL = Question(
    "The flood killed nine people.",
    (Slot(about=("flood", "floods", "flooding"), relation=("killed", "died"), quantity="nine people"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed nine people and injured thirty people.", SUPPORTS),
        ("The flood killed nine people.", SUPPORTS),
        ("Nine people were killed in the flood.", SUPPORTS),
        ("The flood killed 40 people.", CONTRADICTS),
        ("The flood killed at least five people.", UNDECIDED),
    ],
)
def test_the_dead_of_an_event_are_counted_by_its_verb(text: str, expected: Stance, stances: Stances) -> None:
    assert stances(TOLL, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The flood injured 40 people and killed livestock.",
        "The flood killed cattle, and 40 people were injured.",
        "40 people were killed in the earthquake that followed the flood.",
        "The flood, which followed a quake that killed 40 people, receded.",
        "The flood had killed 12 people by Monday.",
        "40 people fled the flood, the mayor said, and many feared for the killed.",
        "The 1953 flood killed 40 people.",
        "Earlier floods killed 40 people.",
        "Officials fear the flood killed 40 people.",
    ],
)
def test_other_counts_near_the_event_never_contradict(text: str, stances: Stances) -> None:
    assert CONTRADICTS not in stances(TOLL, text)


DRONES = Question(
    "Russia launched 273 drones.",
    (Slot(about=("drones",), relation=("launched", "fired"), quantity="273 drones"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia launched 273 drones overnight.", {SUPPORTS}),
        ("273 drones were launched by Russia.", {SUPPORTS}),
        ("Defenders shot down 88 drones that Russia had launched.", set()),
        ("Of the drones Russia launched, 88 were shot down.", set()),
    ],
)
def test_a_counted_noun_counts_where_the_verb_acts_on_it(
    text: str, expected: set[Stance], sides: Sides
) -> None:
    assert sides(DRONES, text) == expected


PRICE = Question(
    "The deal is worth $68.7 billion.",
    (Slot(about=("deal", "takeover"), relation=("worth", "valued at"), quantity="$68.7 billion"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth $68.7 billion.", {SUPPORTS}),
        ("The $68.7 billion takeover was cleared in the autumn.", {SUPPORTS}),
        ("The deal was valued at $68.7 billion.", {SUPPORTS}),
        ("The deal is worth $75 billion.", {CONTRADICTS}),
        ("The deal came after the maker lost $3 billion.", set()),
        ("The deal is worth €75 billion.", set()),
        ("A rival had offered a deal worth $75 billion.", set()),
        ("The deal, if cleared, is worth $75 billion.", set()),
    ],
)
def test_money_is_compared_in_its_currency(text: str, expected: set[Stance], sides: Sides) -> None:
    assert sides(PRICE, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed none.",
        "The flood killed no one.",
        "The flood killed 40 cattle.",
        "The flood has killed 40 people so far.",
        "The flood may have killed 40 people.",
        "The flood killed 40 percent of people.",
        "The flood killed more people than the 40 people of 1953.",
        "The flood killed nine people's pets.",
        "Nine people died after the flood.",
        "Forty people died after the flood, killed by disease.",
        "The flood killed one in nine people.",
        "Nine people were nearly killed in the flood.",
        "Nine people were not killed in the flood.",
        "Forty of the people killed in the flood were tourists.",
        "Forty people killed in the flood were tourists.",
        "The flood killed 40 people in Ahrweiler alone.",
        "A flood killed 40 people.",
        "The Elbe flood killed 40 people.",
        "The flood killed 40 people each year.",
        "Each flood killed 40 people.",
        "Rescuers killed 40 people during the flood.",
        "The flood warning killed 40 people's hopes.",
        "The flood killed people; 40 people fled.",
        "The flood killed people and 40 people fled.",
        "The flood killed the mayor, and nine people were injured.",
        "Nine people were injured in the flood and one was killed.",
    ],
)
def test_other_floods_other_dead_and_rates_take_no_side(text: str, sides: Sides) -> None:
    assert not sides(TOLL, text)


@pytest.mark.parametrize(
    "text",
    [
        "The deal is worth up to $75 billion.",
        "The deal is worth $75 billion less than the last.",
        "The deal is worth $75 billion a year.",
        "The deal is worth $68.7 billion more than a rival offer.",
        "The deal would be worth $75 billion.",
        "The deal was worth $75 billion in January.",
        "The deal with the union is worth $75 billion.",
        "The $75 billion deal with Northwind collapsed.",
        "The $75 billion company closed the deal.",
        "The deal made the company worth $75 billion.",
        "Shares worth $75 billion changed hands in the deal.",
        "The deal includes debt worth $75 billion.",
        "The rival deal is worth $75 billion.",
        "A $75 billion takeover failed.",
        "A $68.7 billion takeover failed.",
        "The deal was initially worth $75 billion.",
        "The deal valued the company at $75 billion.",
        "The deal is not worth $75 billion.",
        "The deal isn't worth $68.7 billion.",
    ],
)
def test_money_of_another_thing_takes_no_side(text: str, sides: Sides) -> None:
    assert not sides(PRICE, text)
