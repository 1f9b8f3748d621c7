"""Inferred slots: what a claim states by itself, and what sentences of news English say of it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.claims import understand
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.relations import ROWS, Row
from pytest_factcheck.vocabulary import Opinion, Question, Slot, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Sides = Callable[..., set[Stance]]

TABLE = tomllib.loads(Path(__file__).with_name("inferred.toml").read_text("utf-8"))["pairs"]
DIMENSIONS = {"entity", "place", "date", "clock", "duration", "count", "money", "percent", "length", "mass"}
DIMENSIONS |= {"speed", "age"}


def rows(key: str) -> list[tuple[str, str, date | None]]:
    return [(row["claim"], text, row.get("published")) for row in TABLE for text in row.get(key, ())]


@pytest.mark.parametrize(("claim", "text", "published"), rows("supports"))
def test_a_sentence_that_says_the_same_supports(
    claim: str, text: str, published: date | None, sides: Sides
) -> None:
    assert sides(Question(claim, infer(claim)), text, published) == {Stance.SUPPORTS}


@pytest.mark.parametrize(("claim", "text", "published"), rows("contradicts"))
def test_another_value_of_the_same_thing_contradicts(
    claim: str, text: str, published: date | None, sides: Sides
) -> None:
    assert sides(Question(claim, infer(claim)), text, published) == {Stance.CONTRADICTS}


@pytest.mark.parametrize(("claim", "text", "published"), rows("silent"))
def test_another_thing_a_part_a_plan_or_a_bound_takes_no_side(
    claim: str, text: str, published: date | None, sides: Sides
) -> None:
    assert sides(Question(claim, infer(claim)), text, published) == set()


@pytest.mark.parametrize(("claim", "text", "published"), rows("open"))
def test_what_is_left_open_never_stands_on_the_wrong_side(
    claim: str, text: str, published: date | None, sides: Sides
) -> None:
    wrong = Stance.CONTRADICTS if text.startswith("+") else Stance.SUPPORTS
    assert wrong not in sides(Question(claim, infer(claim)), text[2:], published)


@pytest.mark.parametrize(
    ("claim", "about", "value"),
    [
        (
            "Anna Berg led the Norwegian delegation.",
            ("Norwegian delegation", "delegation", "team"),
            "Anna Berg",
        ),
        ("The summit was held in Ankara.", ("summit", "gathering"), "Ankara"),
        (
            "The Geneva talks lasted about 100 minutes.",
            ("Geneva talks", "talks", "meeting"),
            "about 100 minutes",
        ),
        ("Hurricane Ida killed 82 people.", ("Hurricane Ida", "storm"), "82 people"),
        ("The trial of Carl Dahl opened on 3 March 2024.", ("trial", "case"), "3 March 2024"),
        ("The Oslo trial opened on 3 March.", ("Oslo trial", "trial"), "3 March"),
        ("Hana Sato died aged 84.", ("Hana Sato", "Sato"), "84 years old"),
        ("The court fined Apex Oil $90 million.", ("Apex Oil",), "$90 million"),
    ],
)
def test_a_slot_names_the_subject_what_else_may_name_it_and_the_value(
    claim: str, about: tuple[str, ...], value: str
) -> None:
    (slot,) = infer(claim)
    assert slot.about[: len(about)] == about
    assert value in {slot.quantity, slot.date, *slot.entity}


@pytest.mark.parametrize(
    "claim",
    [
        "",
        "Was the inquiry led by Anna Berg?",
        "The company was founded in 1998.",
        "Twelve people were killed in Kabul.",
        "Police killed 12 people in Kabul.",
        "Anna Berg and Carl Dahl led the Norwegian delegation.",
        "Russia and Ukraine met in Istanbul.",
        "It is the first film directed by Greta Gerwig.",
        "Anna Berg led the way in Oslo.",
        "Looters broke into shops in Quay Street.",
        "The plane crash in Nepal shocked the country.",
        "The talks were held on Friday.",
        "Ministers discussed grain.",
        "The mayor opened a new school in March.",
        "Twelve people were killed in March.",
        "March was led by Anna Berg.",
    ],
)
def test_a_claim_without_one_right_value_or_without_one_thing_infers_nothing(claim: str) -> None:
    assert infer(claim) == ()


def test_a_month_is_neither_what_a_slot_is_about_nor_the_place_where_something_was() -> None:
    slots = infer("Two people died in March in Oslo.")
    assert {slot.about for slot in slots} == {("people",)}
    assert {slot.entity for slot in slots} == {()}


def test_a_march_is_an_event_and_its_month_is_none() -> None:
    (slot,) = infer("The march in Oslo in March drew 300 people.")
    assert slot.about[:2] == ("march", "protest")


def test_the_last_name_of_a_person_is_no_kind_of_thing() -> None:
    (slot,) = infer("Bryan Ferry died aged 84.")
    assert slot.about == ("Bryan Ferry", "Ferry")


def test_a_claim_with_two_relations_infers_both() -> None:
    holder, price = infer("Lakeside bought Tiny Games for $4.2 billion.")
    assert holder.entity == ("Lakeside",)
    assert price.quantity == "$4.2 billion"


def test_a_day_without_a_year_is_compared_only_where_the_source_has_a_day_of_publication(
    sides: Sides,
) -> None:
    question = Question(
        "The Geneva talks were held on 14 May.", infer("The Geneva talks were held on 14 May.")
    )
    text = "The Geneva talks were held on 16 May."
    assert not sides(question, text)
    assert sides(question, text, date(2025, 5, 20)) == {Stance.CONTRADICTS}


def test_a_recent_source_need_not_repeat_the_day_of_the_claim(sides: Sides) -> None:
    claim = "The election in Malta on 3 May 2025 was won by Anna Berg."
    question = Question(claim, infer(claim))
    text = "The election in Malta was won by Carl Dahl."
    assert sides(question, text, date(2025, 5, 4)) == {Stance.CONTRADICTS}
    assert not sides(question, text, date(2026, 5, 4))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_can_be_read(row: Row) -> None:
    assert row.value in DIMENSIONS
    assert row.relations


@given(st.text(max_size=80))
def test_any_text_is_a_claim_and_every_slot_of_it_can_be_compared(claim: str) -> None:
    for slot in infer(claim):
        assert isinstance(slot, Slot)
        assert understand(Question(claim, (slot,))).topics[0].readable


@given(st.sampled_from(TABLE))
def test_every_inferred_slot_is_readable_and_its_value_is_the_claims_own(row: dict[str, str]) -> None:
    claim = row["claim"]
    for topic in understand(Question(claim, infer(claim))).topics:
        assert topic.readable
        assert topic.value is not None
