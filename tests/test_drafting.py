"""Drafting: what an assertion on a claim could say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import settings
from pytest_factcheck.drafting import (
    Offer,
    chosen_by_judges,
    entry,
    expectation,
    implied_slots,
    name_for,
    nearest,
    offers,
    proposed_slots,
    slot_fields,
    strongest,
)
from pytest_factcheck.project import Project
from pytest_factcheck.vocabulary import Question, Slot, Stance, Verdict

ROOT = Path(__file__).parents[1]
LEADER = "Rustem Umerov led Ukraine's team."


@pytest.fixture(scope="module")
def seeds() -> Project:
    found = settings.find(ROOT)
    assert found is not None
    return Project(found)


def offered(project: Project, claim: str) -> list[Offer]:
    return offers(project.examiner, Question(claim), project.corpus.sources)


def test_each_source_offers_its_best_passage_for_each_side(seeds: Project) -> None:
    found = offered(seeds, "The talks lasted about 100 minutes.")
    assert [(one.source, str(one.stance), one.pieces) for one in found] == [
        ("istanbul-first-talks", "supports", ("the 100-minute meeting",)),
        ("istanbul-prisoner-exchange", "supports", ("lasting approximately 100 minutes",)),
        ("republic-world", "contradicts", ("the one-hour session",)),
        ("moscow-times", "undecided", ("a meeting that lasted less than two hours",)),
    ]  # Kyiv Independent has nothing that is near
    assert [one.source for one in chosen_by_judges(found)] == [one.source for one in found[:3]]


def test_a_source_that_takes_no_side_offers_what_is_near(seeds: Project) -> None:
    found = offered(
        seeds, "Zelensky met Turkish President Erdoğan in Ankara the day before the Istanbul talks."
    )
    (offer,) = [one for one in found if one.source == "moscow-times"]
    assert offer.stance is Stance.SILENT
    assert "met with his Turkish counterpart Recep Tayyip Erdoğan in Ankara" in offer.pieces[0]
    assert chosen_by_judges(found) == []


def test_of_many_passages_the_strongest_of_each_stance_are_kept(seeds: Project) -> None:
    found = offered(seeds, "The talks lasted about 100 minutes.")
    assert strongest(found, most=1) == [found[0], found[2], found[3]]
    assert strongest(found) == found


def test_the_expectation_follows_from_the_evidence(seeds: Project) -> None:
    found = offered(seeds, "The talks lasted about 100 minutes.")
    assert expectation(found) is Verdict.DISPUTED
    assert expectation(found[:2]) is Verdict.SUPPORTED
    assert expectation(found[2:]) is Verdict.CONTRADICTED
    assert expectation(found[3:]) is Verdict.ABSENT


def test_a_slot_is_proposed_where_it_decides_what_was_kept(seeds: Project) -> None:
    kept = chosen_by_judges(offered(seeds, LEADER))
    assert proposed_slots(LEADER, kept) == (
        Slot(("Ukraine's team", "team", "delegation"), ("led by _", "_ led"), entity=("Rustem Umerov",)),
    )
    assert proposed_slots(LEADER, ()) == ()


def test_a_slot_has_its_day_written_as_the_schema_wants_it(seeds: Project) -> None:
    claim = "The talks took place on 16 May 2025."
    (slot,) = proposed_slots(claim, chosen_by_judges(offered(seeds, claim)))
    assert slot.date == "2025-05-16"


@pytest.mark.parametrize(
    ("claim", "day"),
    [
        ("The talks took place on 16 May 2025.", "2025-05-16"),
        ("The talks took place in May 2025.", "2025-05"),
        ("The talks took place in 2025.", "2025"),
        ("The talks took place in January.", None),  # of which year?
        ("The talks took place on 16 May.", None),
        ("The talks took place on Friday.", None),
        ("The talks took place in spring 2022.", None),  # no slot can say so
        ("The talks took place in early May 2025.", None),
    ],
)
def test_a_claim_implies_a_slot_of_its_day_if_a_slot_can_state_it(claim: str, day: str | None) -> None:
    assert [slot.date for slot in implied_slots(claim, ())] == ([day] if day else [])


def test_a_claim_implies_slots_with_the_names_that_it_or_its_quotes_have() -> None:
    (slot,) = implied_slots(LEADER, ["the Ukrainian delegation was led by Rustem Umerov", "of the team"])
    assert slot == Slot(
        ("Ukraine's team", "team", "delegation"), ("led by _", "_ led"), entity=("Rustem Umerov",)
    )
    (slot,) = implied_slots(LEADER, ())
    assert slot == Slot(("Ukraine's team", "team"), ("led by _", "_ led"), entity=("Rustem Umerov",))


def test_a_claim_without_a_single_right_value_implies_no_slot() -> None:
    assert implied_slots("Snow closed two roads in Norway.", ["two roads were closed"]) == ()


@pytest.mark.parametrize(
    ("slot", "written"),
    [
        (
            Slot(("talks",), ("lasted", "took"), quantity="100 minutes"),
            {"about": ["talks"], "relation": ["lasted", "took"], "quantity": "100 minutes"},
        ),
        (
            Slot(("talks",), ("held on",), date="2025-05-16"),
            {"about": ["talks"], "relation": ["held on"], "date": "2025-05-16"},
        ),
        (
            Slot(("team",), ("led by _",), entity=("Umerov", "Rustem Umerov")),
            {"about": ["team"], "relation": ["led by _"], "entity": ["Umerov", "Rustem Umerov"]},
        ),
    ],
)
def test_a_slot_is_written_with_its_one_value_last(slot: Slot, written: dict[str, object]) -> None:
    assert list(slot_fields(slot).items()) == list(written.items())


def test_an_entry_says_what_has_to_be_said_and_no_more(seeds: Project) -> None:
    kept = chosen_by_judges(offered(seeds, LEADER))[:1]
    assert entry(LEADER, "head", Verdict.SUPPORTED, kept, ()) == {
        "id": "head",
        "claim": LEADER,
        "expect": "supported",
        "evidence": [
            {
                "source": "istanbul-first-talks",
                "quote": "the Ukrainian delegation was led by Defense Minister Rustem Umerov",
            }
        ],
    }
    disputed = entry(LEADER, "head", Verdict.DISPUTED, kept, ())["evidence"]
    assert isinstance(disputed, list)
    assert disputed[0]["stance"] == Stance.SUPPORTS
    assert "evidence" not in entry(LEADER, "head", Verdict.ABSENT, (), ())


def test_the_nearest_assertion_is_on_the_same_matter(seeds: Project) -> None:
    found = nearest("The meeting lasted one hour and forty minutes.", seeds.assertions)
    assert found is not None
    assert found.location.path == "assertions/talks-duration.yaml"
    assert nearest("Snow closed two roads in Norway.", seeds.assertions) is None


@pytest.mark.parametrize(
    ("claim", "taken", "name"),
    [
        ("The talks lasted about 100 minutes.", (), "talks-lasted-100-minutes"),
        ("The talks lasted about 100 minutes.", ("talks-lasted-100-minutes",), "talks-lasted-100-minutes-2"),
        ("Erdoğan met Šimečka.", (), "erdogan-met-simecka"),
        ("It cost 1,000.50 euros.", (), "cost-100050-euros"),
        ("Это не так.", (), "claim"),
        ("A" * 80, (), "a" * 48),
    ],
)
def test_a_name_is_made_of_the_words_of_the_claim(claim: str, taken: tuple[str, ...], name: str) -> None:
    assert name_for(claim, taken) == name


@given(st.text(max_size=80), st.sets(st.sampled_from(("claim", "claim-2", "a", "b")), max_size=4))
def test_a_name_is_always_a_slug_that_is_free(claim: str, taken: set[str]) -> None:
    name = name_for(claim, taken)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert name not in taken
