"""Holders in slots: the name in the very relation decides, a name that stands near abstains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.vocabulary import Opinion, Question, Slot, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Stances = Callable[..., set[Stance]]
Sides = Callable[..., set[Stance]]
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT


TEAM = Question(
    "Anna Berg led the inquiry.",
    (Slot(about=("inquiry",), relation=("led by _", "_ led", "headed by _"), entity=("Anna Berg",)),),
)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by Anna Berg.",
        "The inquiry was led on behalf of parliament by Judge Anna Berg.",
        "Anna Berg led the inquiry.",
        "Berg, a retired judge, led the inquiry.",
        "Anna Berg, who led the inquiry, resigned.",
        "Anna Berg, who was leading the inquiry, resigned.",
        "Parliament appointed Anna Berg to lead the inquiry.",
        "Anna Berg was chosen to head the inquiry.",
        "Led by Anna Berg, the inquiry heard 40 witnesses.",
        "The inquiry, led by Anna Berg, heard 40 witnesses.",
        "Anna Berg, head of the inquiry, said it would report soon.",
        "Berg met the press and led the inquiry.",
        "Anna Berg, leading the inquiry, said so.",
        "The inquiry was headed by the judge Anna Berg and two experts.",
        "The head of the inquiry, Anna Berg, resigned.",
    ],
)
def test_the_holder_is_found_in_simple_forms_of_the_relation(text: str, stances: Stances) -> None:
    assert SUPPORTS in stances(TEAM, text)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by Carl Dahl.",
        "Carl Dahl led the inquiry.",
        "Carl Dahl, who headed the inquiry, resigned.",
        "The inquiry, led by Carl Dahl, heard witnesses.",
        "Parliament appointed Carl Dahl to lead the inquiry.",
    ],
)
def test_another_name_in_the_very_relation_contradicts(text: str, stances: Stances) -> None:
    assert stances(TEAM, text) == {CONTRADICTS}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg's deputy led the inquiry.",
        "Anna Berg's lawyer Carl Dahl spoke before the inquiry, led by nobody.",
        "The inquiry was led by a friend of Anna Berg.",
        "The inquiry was not led by Anna Berg.",
        "The inquiry was led by her.",
        "Anna Berg wanted to lead the inquiry.",
        "Anna Berg was asked to lead the inquiry.",
        "Anna Berg will lead the inquiry.",
        "Was the inquiry led by Anna Berg?",
        "Anna Berg attended the inquiry, which Carl Dahl, she said, had no right to lead.",
        "Neither Anna Berg nor Carl Dahl led the inquiry.",
        "Anna Berg led the inquiry's critics.",
        "Anna Berg denied that she led the inquiry.",
        "Anna Berg led a choir; the inquiry met without her.",
        "If Anna Berg led the inquiry, it would be over.",
        "The witnesses of the inquiry were led by Anna Berg into the hall.",
        "The inquiry was led by Ana Bergh.",
        "Anna Berg declined to lead the inquiry.",
    ],
)
def test_a_name_near_the_relation_is_not_its_holder(text: str, sides: Sides) -> None:
    assert not sides(TEAM, text)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by a retired judge.",
        "The inquiry was led by its deputy.",
        "The inquiry was led by him.",
        "The inquiry was led by Friday.",
        "The earlier inquiry was led by Carl Dahl.",
        "An inquiry in Norway was led by Carl Dahl.",
        "The 2003 inquiry was led by Carl Dahl.",
        "The inquiry's lawyers were led by Carl Dahl.",
        "The head of the inquiry was led away by Carl Dahl.",
        "The inquiry was allegedly led by Carl Dahl.",
        "Carl Dahl refused to lead the inquiry.",
        "The inquiry could be led by Carl Dahl.",
        "The inquiry was led by A. Berg.",
        "The minister led a walk-out, and the inquiry was adjourned by Carl Dahl.",
        "The inquiry led Carl Dahl to resign.",
    ],
)
def test_an_unclear_holder_never_contradicts(text: str, stances: Stances) -> None:
    assert CONTRADICTS not in stances(TEAM, text)


MINISTER = Question(
    "The finance minister headed the commission.",
    (Slot(about=("commission",), relation=("headed by _", "_ headed"), entity=("finance minister",)),),
)


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("the finance minister", {SUPPORTS}),
        ("the deputy finance minister", {CONTRADICTS}),
        ("the interior minister", {CONTRADICTS}),
        ("the former finance minister", set()),
        ("the minister", set()),
        ("an official of the finance ministry", set()),
        ("the finance minister's adviser", set()),
    ],
)
def test_offices_agree_with_their_rank_or_are_another_office(
    holder: str, expected: set[Stance], sides: Sides
) -> None:
    assert sides(MINISTER, f"The commission was headed by {holder}.") == expected


FINAL = Question(
    "Boca won the final.", (Slot(about=("final",), relation=("won by _", "_ won"), entity=("Boca",)),)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boca won the final on penalties.", {SUPPORTS}),
        ("The final was won by Boca.", {SUPPORTS}),
        ("River won the final on penalties.", {CONTRADICTS}),
        ("River lost the final that Boca won.", set()),
        ("Boca beat River, who won the semi-final.", set()),
        ("River could have won the final.", set()),
        ("Boca reached the final, and River won the cup.", set()),
        ("Fans of River won the hearts of the final's hosts.", set()),
        ("River almost won the final.", set()),
    ],
)
def test_winner_and_loser_are_told_apart(text: str, expected: set[Stance], sides: Sides) -> None:
    assert sides(FINAL, text) == expected


BUYER = Question(
    "Tiny Games was acquired by Lakeside.",
    (
        Slot(
            about=("Tiny Games",), relation=("acquired by _", "bought by _", "_ bought"), entity=("Lakeside",)
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lakeside bought Tiny Games for an undisclosed sum.", {SUPPORTS}),
        ("Tiny Games was acquired by Lakeside Inc. in March.", {SUPPORTS}),
        ("Tiny Games was acquired by Northwind.", {CONTRADICTS}),
        ("Tiny Games bought Lakeside.", set()),
        ("Lakeside was bought by Tiny Games.", set()),
        ("Northwind bought a stake in Tiny Games.", set()),
        ("Northwind agreed to buy Tiny Games.", set()),
        ("Northwind, which tried to buy Tiny Games, was outbid.", set()),
    ],
)
def test_buyer_and_bought_are_told_apart(text: str, expected: set[Stance], sides: Sides) -> None:
    assert sides(BUYER, text) == expected


def test_a_place_within_or_around_another_never_contradicts(sides: Sides, stances: Stances) -> None:
    slot = Slot(about=("summit",), relation=("held in _",), entity=("Vienna",))
    question = Question("The summit was held in Vienna.", (slot,))
    assert stances(question, "The summit was held in Vienna.") == {SUPPORTS}
    assert not sides(question, "The summit was held in Austria.")
    assert not sides(question, "The summit was held in the Hofburg.")


@pytest.mark.parametrize(
    "text",
    [
        "He denied — again — that Carl Dahl led the inquiry.",
        "He denied — again — that Anna Berg led the inquiry.",
        "It is not true, he said, that Anna Berg led the inquiry.",
        "Nobody said Anna Berg led the inquiry.",
        "It remains unclear whether Anna Berg led the inquiry.",
        "Had Anna Berg led the inquiry, it would be over.",
        "Imagine Anna Berg led the inquiry.",
        "The mayor wished Anna Berg led the inquiry.",
        "Anna Berg led the inquiry, a claim the mayor denied.",
        "Anna Berg led the inquiry, or so he claimed.",
        "The panel of the inquiry, led by Carl Dahl, met.",
        "The police unit that assisted the inquiry was led by Carl Dahl.",
        "The inquiry into the fire was led by Carl Dahl.",
        "The police inquiry was led by Carl Dahl.",
        "A separate inquiry was led by Carl Dahl.",
        "The inquiry was initially led by Carl Dahl.",
        "The inquiry was led until May by Carl Dahl.",
        "The inquiry was led by Carl Dahl's successor.",
        "The inquiry was led by no one, Anna Berg said.",
        "The inquiry was led by Parliament.",
        "The inquiry was led by Norway.",
        "The inquiry was led by the Justice Ministry.",
        "The inquiry was led by candlelight.",
        "The inquiry was led by example.",
        "The inquiry's finding that Carl Dahl led the gang was leaked.",
        "Carl Dahl led the calls for the inquiry.",
        "Carl Dahl led the inquiry team.",
        "Carl Dahl led an inquiry.",
        "It was not Carl Dahl who led the inquiry.",
        "Carl Dahl was said to have led the inquiry.",
        "Anna Berg, head of the inquiry's staff, resigned.",
        "Anna Berg, deputy head of the inquiry, resigned.",
        "Carl Dahl, deputy head of the inquiry, resigned.",
        "The inquiry's deputy head Carl Dahl resigned.",
        "The inquiry heads to Oslo with Carl Dahl.",
        "Supporters of Carl Dahl led the inquiry to a stop.",
        "The evidence led the inquiry to Carl Dahl.",
        "The evidence led by Carl Dahl reached the inquiry.",
        "The inquiry led by Anna Berg's rival ended.",
        "Anna Berg claimed she led the inquiry.",
        "In 2003 Carl Dahl led the inquiry.",
        "They did not appoint Carl Dahl to lead the inquiry.",
        "They may appoint Anna Berg to lead the inquiry.",
        "Berg-led inquiry ends.",
        "The inquiry was led by Anna Bergman.",
        "The inquiry was led by Anna.",
        "The inquiry was led by Ms A. Berg.",
    ],
)
def test_what_names_somebody_else_or_something_else_takes_no_side(text: str, sides: Sides) -> None:
    assert not sides(TEAM, text)


@pytest.mark.parametrize(
    "text",
    [
        "River won the final of the youth cup.",
        "River won the final set of the match.",
        "River won last year's final.",
        "River won the 2018 final.",
        "River fans won the final.",
        "River won the right to host the final.",
        "River won praise for the final.",
        "Neither River nor Boca won the final.",
        "River never won the final.",
        "Boca won the semi-final, River the final.",
        "The final was won by a Boca goal.",
        "The final was won by two goals.",
        "The final was won by a late goal from River.",
        "Boca won the final vote.",
        "Boca's women won the final.",
    ],
)
def test_another_final_or_another_victory_takes_no_side(text: str, sides: Sides) -> None:
    assert not sides(FINAL, text)
