"""A word says more the rarer it is, and the table it is read from stays small."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.idf import CAPITALS, DIGITS, HIGHEST, weight
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stem


def says(word: str) -> float:
    return weight(one_stem(stem(word)))


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("the", "minute"),
        ("people", "soldiers"),
        ("said", "announced"),
        ("country", "delegation"),
        ("war", "truce"),
        ("talks", "negotiators"),
        ("house", "sarcophagus"),
    ],
)
def test_a_rare_word_says_more_than_a_common_one(common: str, rare: str) -> None:
    assert says(common) < says(rare)


def test_the_commonest_word_says_nothing() -> None:
    assert says("the") == 0.0


def test_ten_times_rarer_is_two_more() -> None:
    assert says("delegation") - says("the") == pytest.approx(6.7, abs=0.5)


def test_an_unknown_word_says_most() -> None:
    assert says("qwertzuiop") == HIGHEST == 12.0


@pytest.mark.parametrize("number", ["100", "1,000", "2.4", "16th", "1940s"])
def test_a_number_says_much_whatever_it_is(number: str) -> None:
    assert says(number) == DIGITS


@pytest.mark.parametrize("name", ["US", "U.S.", "WHO", "IT"])
def test_a_name_in_capitals_is_not_the_pronoun(name: str) -> None:
    assert says(name) == CAPITALS > says(name.replace(".", "").lower())


@pytest.mark.parametrize(
    ("one", "other"), [("negotiate", "negotiations"), ("centre", "centers"), ("die", "died")]
)
def test_forms_and_spellings_of_a_word_weigh_the_same(one: str, other: str) -> None:
    assert says(one) == says(other)


@given(st.text(max_size=20))
def test_every_weight_is_between_nothing_and_most(text: str) -> None:
    assert 0.0 <= weight(text) <= HIGHEST


def test_the_table_is_sorted_names_its_source_and_has_each_stem_once() -> None:
    text = files("pytest_factcheck.language").joinpath("data", "idf.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in text.splitlines() if not row.startswith("#")]
    stems = [stem for _, row in rows for stem in row.split()]
    weights = [float(weight) for weight, _ in rows]
    assert weights == sorted(set(weights))
    assert all(row.split() == sorted(row.split()) for _, row in rows)
    assert len(stems) == len(set(stems)) == 30_000
    assert "CC BY-SA 4.0" in text[:300]
    assert len(text) < 400_000
