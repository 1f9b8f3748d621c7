"""Which words may stand for which, how well, and in which direction."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.opposites import opposite
from pytest_factcheck.language.paraphrase import (
    CURATED,
    DERIVED,
    EQUAL,
    NARROWER,
    SYNONYM,
    covering,
    grade,
    same,
)
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import is_function_word, is_modal, is_negator, stem


def base(word: str) -> str:
    return one_stem(stem(word))


def graded(claim: str, source: str) -> float:
    return grade(base(claim), base(source))


def wordnet() -> list[str]:
    text = files("pytest_factcheck.language").joinpath("data", "wordnet.tsv").read_text("utf-8")
    return [row for row in text.splitlines() if not row.startswith("#")]


STEMS = sorted(
    {row.split("\t")[0] for row in wordnet()} | {base(word) for word in ["talk", "truce", "kill", "car"]}
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("negotiate", "negotiations", EQUAL),
        ("announced", "announcement", EQUAL),
        ("defence", "defense", EQUAL),
        ("invade", "invasion", DERIVED),
        ("agree", "agreement", DERIVED),
        ("died", "death", DERIVED),
        ("sold", "sale", DERIVED),
        ("violent", "violence", DERIVED),
        ("sell", "seller", DERIVED),
        ("talks", "negotiations", CURATED),
        ("truce", "ceasefire", CURATED),
        ("led", "chaired", CURATED),
        ("bought", "acquired", CURATED),
        ("swap", "exchange", CURATED),
        ("injured", "wounded", CURATED),
        ("probe", "investigation", CURATED),
        ("lawyer", "attorney", CURATED),
        ("cargo", "shipment", SYNONYM),
    ],
)
def test_words_that_say_the_same_cover_each_other(one: str, other: str, expected: float) -> None:
    assert graded(one, other) == graded(other, one) == expected


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("car", "sedan"),
        ("troops", "paratroopers"),
        ("leader", "president"),
        ("dead", "killed"),
        ("killed", "murdered"),
        ("vehicle", "lorry"),
        ("meeting", "summit"),
        ("prisoner", "hostage"),
        ("priest", "archbishop"),
    ],
)
def test_a_narrower_word_covers_the_wider_one_and_not_the_reverse(wider: str, narrower: str) -> None:
    assert graded(wider, narrower) == NARROWER
    assert graded(narrower, wider) == 0.0


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("meeting", "merging"),
        ("employer", "employee"),
        ("employee", "employ"),
        ("buyer", "seller"),
        ("attacker", "victim"),
        ("teacher", "pupil"),
        ("lend", "borrow"),
        ("rise", "fall"),
        ("guilty", "innocent"),
        ("soldier", "civilian"),
        ("north", "south"),
        ("print", "printer"),
        ("said", "asked"),
        ("left", "Department"),
        ("killed", "injured"),
        ("husband", "wife"),
        ("hospital", "school"),
    ],
)
def test_words_that_say_something_else_cover_nothing(claim: str, source: str) -> None:
    assert graded(claim, source) == 0.0
    assert graded(source, claim) == 0.0


def test_what_covers_a_stem_holds_the_stem_itself_and_every_grade() -> None:
    found = covering(base("truce"))
    assert found[base("truce")] == EQUAL
    assert found[base("ceasefire")] == CURATED
    assert all(grade(base("truce"), source) == value for source, value in found.items())


def test_same_holds_neither_the_word_nor_what_is_narrower() -> None:
    assert base("automobile") in same(base("car"))
    assert not {base("car"), base("sedan")} & same(base("car"))


@pytest.mark.parametrize("word", ["2022", "1,000", "US", "qwertzuiop", "the", "not", "Zelensky"])
def test_a_word_of_no_table_is_covered_by_itself_alone(word: str) -> None:
    assert dict(covering(base(word))) == {base(word): EQUAL}
    assert same(base(word)) == frozenset()


@given(st.sampled_from(STEMS), st.sampled_from(STEMS))
def test_standing_for_one_another_has_no_direction(one: str, other: str) -> None:
    assert (other in same(one)) == (one in same(other))


def test_no_word_is_covered_by_its_opposite() -> None:
    pairs = ((claim, source) for claim in _claims() for source in covering(claim))
    assert [pair for pair in pairs if opposite(*pair)] == []


def test_no_word_of_grammar_takes_part() -> None:
    empty = [
        word
        for row in wordnet()
        for word in row.split()
        if is_function_word(word) or is_modal(word) or is_negator(word)
    ]
    assert empty == []


def test_every_row_by_hand_joins_two_stems() -> None:
    rows = table("synonyms")
    mutual = [row for group in rows["synonyms"].values() for row in group] + rows["derivations"]["forms"]
    narrower = [f"{wide} {below}" for wide, below in rows["narrower"].items()]
    assert [row for row in mutual + narrower if len({base(word) for word in row.split()}) < 2] == []


def test_no_row_by_hand_stands_twice() -> None:
    rows = [frozenset(row.split()) for group in table("synonyms")["synonyms"].values() for row in group]
    assert [sorted(row) for row in rows if rows.count(row) > 1] == []


def test_the_table_of_wordnet_is_sorted_and_its_licence_travels_with_it() -> None:
    claims = [row.split("\t")[0] for row in wordnet()]
    assert claims == sorted(set(claims))
    licence = files("pytest_factcheck.language").joinpath("data", "wordnet.LICENSE").read_text("utf-8")
    assert "WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved." in licence
    assert "THIS SOFTWARE AND DATABASE IS PROVIDED" in licence


def _claims() -> set[str]:
    rows = table("synonyms")
    by_hand = {
        base(word) for group in rows["synonyms"].values() for row in group for word in row.split()
    } | set(map(base, rows["narrower"]))
    return by_hand | set(STEMS)
