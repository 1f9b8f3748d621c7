"""Places: cities in their countries, and which two places cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.places import apart, country_of, is_city, is_place, within
from pytest_factcheck.language.tables import table

CITIES = sorted(
    name.replace("_", " ")
    for row in table("places")["cities"].values()
    for names in row.split()
    for name in names.split("=")
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Istanbul", "@Turkey"),
        ("Kiev", "@Ukraine"),
        ("Kyiv", "@Ukraine"),
        ("São Paulo", "@Brazil"),
        ("Sao Paulo", "@Brazil"),
        ("Port-au-Prince", "@Haiti"),
        ("Turkey", "@Turkey"),
        ("Britain", "@United_Kingdom"),
        ("Saudi Arabia", "@Saudi_Arabia"),
        ("Birmingham", ""),
        ("Athens", ""),
        ("Tripoli", ""),
        ("Turkish", ""),
        ("European Union", ""),
        ("Downing Street", ""),
        ("", ""),
    ],
)
def test_a_place_lies_in_one_country_or_it_is_not_told(place: str, expected: str) -> None:
    assert country_of(place) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Istanbul", "Ankara", True),
        ("Kyiv", "Kiev", False),
        ("Washington", "Washington DC", False),
        ("Istanbul", "Greece", True),
        ("Istanbul", "Turkey", None),
        ("Turkey", "Greece", True),
        ("Turkey", "Türkiye", False),
        ("Birmingham", "London", True),
        ("Birmingham", "United Kingdom", None),
        ("Birmingham", "France", True),
        ("Istanbul", "the Ciragan Palace", None),
        ("Ahrweiler", "Berlin", None),
        ("Berlin", "Europe", None),
        ("Berlin", "European Union", None),
    ],
)
def test_two_places_are_apart_only_if_the_table_says_so(one: str, other: str, expected: bool | None) -> None:
    assert apart(one, other) is expected
    assert apart(other, one) is expected


def test_a_city_lies_within_its_own_country_alone() -> None:
    assert within("Istanbul", "Turkey")
    assert not within("Istanbul", "Greece")
    assert not within("Turkey", "Istanbul")
    assert not within("Birmingham", "United Kingdom")


def test_every_row_is_a_country_that_the_names_know() -> None:
    for land in table("places")["cities"]:
        assert is_country_name(land.replace("_", " ")), land


@given(st.sampled_from(CITIES), st.sampled_from(CITIES))
def test_no_city_is_apart_from_itself_and_order_changes_nothing(one: str, other: str) -> None:
    assert apart(one, one) is False
    assert apart(one, other) is apart(other, one)
    assert is_city(one.upper())


@given(st.text(max_size=20), st.sampled_from(CITIES))
def test_any_text_is_a_place_or_none(text: str, city: str) -> None:
    assert apart(text, city) in {True, False, None}


@pytest.mark.parametrize(
    "name", ["Istanbul", "istanbul", "São Paulo", "Turkey", "Britain", "Saudi Arabia", "Birmingham"]
)
def test_a_city_of_the_table_and_a_country_are_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize(
    "name", ["", "turkey", "Turkish", "European Union", "Downing Street", "Berg", "table"]
)
def test_a_people_a_union_a_street_and_a_word_are_no_places(name: str) -> None:
    assert not is_place(name)


@given(st.sampled_from(CITIES))
def test_every_city_of_the_table_is_a_place(city: str) -> None:
    assert is_place(city)
    assert is_place(city.upper())
