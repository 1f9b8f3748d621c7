"""Numbers that are names and codes."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.amounts import Found
from pytest_factcheck.language.identifiers import is_code, is_name
from pytest_factcheck.language.lexing import Token, tokens
from pytest_factcheck.language.ranges import read_amounts


def last_number(text: str) -> tuple[list[Token], Found]:
    found = tokens(text, 0, len(text))
    places = [at for at in range(len(found)) if read_amounts(found, at) and found[at].kind == "number"]
    return found, read_amounts(found, places[0])[0]


@pytest.mark.parametrize(
    "text",
    [
        "F-16 jets",
        "U-20 team",
        "5oJ",
        "a/5",
        "1,5",
        "won 3-1",
        "was 1-3 then",
        "2 1/2 hours",
        "1. First",
        "(2) it",
        "both 1) the one",
    ],
)
def test_a_code(text: str) -> None:
    found, item = last_number(text)
    assert is_code(found, item, "")


@pytest.mark.parametrize(
    "text",
    ["40 buses", "(40 buses", "—40 buses", "“40 buses", "was 40.", "(it was 40) then", "a 40-strong team"],
)
def test_what_is_no_code(text: str) -> None:
    found, item = last_number(text)
    assert not is_code(found, item, "")


def test_a_chain_of_joined_numbers_counts() -> None:
    found = tokens("1,000-for-1,000 basis", 0, 21)
    assert [is_code(found, read_amounts(found, at)[0], "") for at in (0, 4)] == [False, False]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("see page 7", ""),
        ("in Article 5", ""),
        ("under Article 5 duties", "duti"),
        ("item no. 7", ""),
        ("a Boeing 747 aircraft", "aircraft"),
        ("on Apollo 11", ""),
        ("the Blink 182 show", ""),
    ],
)
def test_a_name(text: str, noun: str) -> None:
    found, item = last_number(text)
    assert is_name(found, item, noun, -1)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("in Kyiv 40 people", "person"),
        ("about the 40", ""),
        ("In 40", ""),
        ("stage 40 plays", "play"),
        ("killed 40", ""),
    ],
)
def test_what_is_no_name(text: str, noun: str) -> None:
    found, item = last_number(text)
    assert not is_name(found, item, noun, -1)


def test_and_goes_on_a_name() -> None:
    found = tokens("Stream 1 and 2 pipelines", 0, 24)
    second = read_amounts(found, 3)[0]
    assert is_name(found, second, "pipelin", 2)
    assert not is_name(found, second, "pipelin", -1)
