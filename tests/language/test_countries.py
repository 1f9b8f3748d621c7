"""Countries: one key for a name and what its people and things are called."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.countries import country, is_country_name, long_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine", "Ukrainian"),
        ("Russia", "Russians"),
        ("US", "American"),
        ("U.S.", "America"),
        ("U.K.", "British"),
        ("Netherlands", "Dutch"),
        ("Türkiye", "Turkish"),
    ],
)
def test_a_country_and_its_adjective_have_one_key(one: str, other: str) -> None:
    assert country(one) == country(other) != ""


@pytest.mark.parametrize("word", ["us", "turkey", "polish", "china", "Berlin", "Tuesday", ""])
def test_other_words_name_no_country(word: str) -> None:
    assert country(word) == ""


def test_a_name_of_several_words_is_read_whole() -> None:
    assert long_name(["United", "States", "officials"]) == (2, country("American"))
    assert long_name(["South", "Koreans"]) == (2, "@South_Korea")
    assert long_name(["United", "Airlines"]) == (0, "")
    assert long_name(["united", "states"]) == (0, "")
    assert long_name([]) == (0, "")


def test_a_name_is_told_from_an_adjective() -> None:
    assert is_country_name("Ukraine")
    assert is_country_name("United States")
    assert not is_country_name("Ukrainian")
    assert not is_country_name("Kyiv")
