"""Headlines in capitals lose those that say nothing, and no other line is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.headlines import plain_case, says_name


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Seth Rogen To Play Old Wozniak", "Seth Rogen to play old Wozniak"),
        ("Talks In Istanbul Last Two Hours", "Talks in Istanbul last two hours"),
        ("Police Arrest Three In Paris On Friday", "Police arrest three in Paris on Friday"),
        ("Bridge Fire Closes Main Road In March", "Bridge fire closes main road in March"),
        ("U.S. Army Chief Visits Germany’s Base", "U.S. army chief visits Germany’s base"),
        ("Apple Unveils iPhone With Larger Screen", "Apple unveils iPhone with larger screen"),
        ("Ursula von der Leyen Wins Second Term", "Ursula von der Leyen wins second term"),
        ("Don't Panic, Says Bank's Chief Today", "Don't panic, says bank's chief today"),
        ("NATO And EU Leaders Meet To Talk Defence", "NATO and EU leaders meet to talk defence"),
    ],
)
def test_common_words_of_a_headline_lose_their_capitals(line: str, plain: str) -> None:
    assert plain_case(line) == plain


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The mayor said that Anna Berg left.",
        "Anna Maria Berg met Carl Otto Dahl.",
        "Victor Hall is the Health Minister of Romania.",
        "Zelensky met Turkish President Recep Tayyip Erdoğan in Ankara on Thursday.",
        "Prime Minister Rishi Sunak visits President Joe Biden.",
        "Bank Of England",
        "MAYOR RESIGNS AFTER BRIDGE FIRE IN OSLO",
    ],
)
def test_a_sentence_a_name_and_a_line_all_in_capitals_stay_as_they_are(line: str) -> None:
    assert plain_case(line) == line


def test_a_letter_that_would_become_two_stays() -> None:
    assert plain_case("Mayor Wins The Big Prize İn Rome") == "Mayor wins the big prize İn Rome"


@given(
    st.lists(st.sampled_from(["The", "Talks", "End", "In", "Oslo", "After", "Two", "İn", "was", "-", "."]))
)
def test_every_letter_stays_where_it_was_and_nothing_changes_twice(given_words: list[str]) -> None:
    line = " ".join(given_words)
    plain = plain_case(line)
    assert len(plain) == len(line)
    assert plain.casefold() == line.casefold()
    assert plain_case(plain) == plain


@given(st.text(max_size=60))
def test_any_text_keeps_its_length(line: str) -> None:
    assert len(plain_case(line)) == len(line)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Oslo fell silent.", True),
        ("Ukraine agreed.", True),
        ("Medinsky agreed.", True),
        ("Talks ended.", False),
        ("talks ended.", False),
    ],
)
def test_a_capital_that_opens_a_sentence_is_a_names_only_on_a_place_or_a_rare_word(
    sentence: str, expected: bool
) -> None:
    assert says_name(tokens(sentence)[0]) is expected
