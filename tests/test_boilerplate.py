"""Boilerplate: which lines are no statement of a text, by whole lines and beginnings only."""

from __future__ import annotations

import pytest

from pytest_factcheck.boilerplate import PACKAGED, Furniture


@pytest.mark.parametrize(
    "line",
    [
        "Donate blood, hospitals in the city urge.",
        "Donations of 3 million euros reached the town.",
        "Follow US officials into the building, the guards were told.",
        "Cookies were served at the talks.",
        "Once the talks had ended, he left.",
        "Monthly talks were agreed.",
        "Search teams found 12 people.",
    ],
)
def test_a_statement_that_begins_as_boilerplate_does_is_judged(line: str) -> None:
    assert not PACKAGED.holds(line)


@pytest.mark.parametrize(
    "line",
    ["Donate", "Follow us", "Cookie Policy | Terms", "Follow us on Telegram", "© 2025 The Paper", "MENU"],
)
def test_what_every_site_has_around_its_texts_is_boilerplate(line: str) -> None:
    assert PACKAGED.holds(line)


def test_a_beginning_ends_where_a_word_ends() -> None:
    rules = Furniture(frozenset(), ()).joined([{"starts": "Donate"}, {"starts": "Photo:"}])
    assert rules.holds("Donate now")
    assert rules.holds("Donate, please")
    assert rules.holds("Photo:Smith")
    assert not rules.holds("Donated clothes reached the town.")


def test_rules_are_no_patterns() -> None:
    rules = Furniture(frozenset(), ()).joined([{"starts": ".*"}, {"line": "a|b"}])
    assert rules.holds(".* said")
    assert not rules.holds("anything")
    assert not rules.holds("a")
