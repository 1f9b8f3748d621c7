"""Metonyms: a seat of government for its country, in both directions, and nothing else."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.metonyms import stands_for
from pytest_factcheck.language.tables import table

SEATS = table("metonyms")["seats"]


def key(name: str) -> str:
    """Return the key by which a sentence knows a name: that of its last word."""
    return tokens(f"In {name}")[-1].key


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Ankara", {"Turkey"}),
        ("Kyiv", {"Ukraine", "Kiev"}),
        ("Ukraine", {"Kyiv", "Kiev"}),
        ("the Kremlin", {"Russia", "Moscow"}),
        ("Moscow", {"Russia", "Kremlin"}),
        ("London", {"Britain", "Westminster"}),
        ("Brussels", {"Belgium", "the European Union"}),
        ("New Zealand", {"Wellington"}),
        ("Buenos Aires", {"Argentina"}),
        ("Abu Dhabi", {"the United Arab Emirates"}),
    ],
)
def test_a_country_and_its_seat_stand_for_each_other(name: str, others: set[str]) -> None:
    assert set(stands_for(key(name))) == {key(other) for other in others}


@pytest.mark.parametrize("name", ["Istanbul", "Geneva", "Lyon", "Abu", "bridge", "Atlantis", ""])
def test_any_other_word_stands_for_nothing(name: str) -> None:
    assert stands_for(name and tokens(name)[0].key) == ()


@pytest.mark.parametrize("country", SEATS)
def test_every_country_of_the_table_is_one_that_sentences_name(country: str) -> None:
    assert key(country.replace("_", " ")) == f"@{country}"


@pytest.mark.parametrize("country", SEATS)
def test_every_seat_leads_to_its_country_and_no_key_to_itself(country: str) -> None:
    for seat in SEATS[country].split():
        found = stands_for(key(seat))
        assert f"@{country}" in found
        assert key(seat) not in found
        assert len(found) == len(set(found))
