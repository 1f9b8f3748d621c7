"""The noun that a number counts."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.counted import counted_noun, is_plural
from pytest_factcheck.language.lexing import tokens


def noun(text: str, *, one: bool = False) -> str:
    return counted_noun(tokens(text, 0, len(text)), 1, one=one)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 buses", "bus"),
        ("273 Shahed drones and others", "drone"),
        ("128 simulation drones used to divert", "drone"),
        ("1,000 prisoners of war", "prison"),
        ("1,000 US troops", "troop"),
        ("nine people, mostly women", "person"),
        ("88 of the aggressor's unmanned vehicles", "vehicl"),
        ("88 of Ukraine's vehicles", "vehicl"),
        ("millions of refugees", "refuge"),
        ("three news agencies", "agenc"),
        ("two Los Angeles police officers", "offic"),
        ("202 Champions League matches", "match"),
        ("12 drivers' world championships", "championship"),
        ("40 F-16 jets", "jet"),
        ("three “kamikaze” drones", "drone"),
        ("40 aircraft", "aircraft"),
        ("six-member team", "member"),
        ("two senior officials said", "offici"),
        ("three other people", "person"),
        ("500 winner Parnelli Jones", ""),
        ("1,000 on each side", ""),
        ("1,000-for-1,000 basis", ""),
        ("40-strong delegation", ""),
        ("three others were", ""),
        ("40 killed in attacks", ""),
        ("40, buses", ""),
        ("two of them", ""),
        ("40 in the buses", ""),
    ],
)
def test_the_noun_behind_a_number(text: str, expected: str) -> None:
    assert noun(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one civilian has died", "civilian"),
        ("one Russian soldier died", "soldier"),
        ("one heavily armed man left", "man"),
        ("one injured man", "man"),
        ("one missile hit a house", "missil"),
        ("one man carrying a gun", "man"),
        ("one other person", "person"),
        ("one public hearing in June", "hear"),
        ("one person dead", "person"),
        ("one of them", ""),
        ("one must go", ""),
        ("one, two", ""),
    ],
)
def test_one_counts_a_singular(text: str, expected: str) -> None:
    assert noun(text, one=True) == expected


@pytest.mark.parametrize("word", ["buses", "people", "aircraft", "Drones", "agencies"])
def test_the_form_of_a_plural(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize(
    "word", ["bus", "business", "basis", "GPS", "is", "as", "always", "Ukraine's", "person"]
)
def test_what_has_no_form_of_a_plural(word: str) -> None:
    assert not is_plural(word)
