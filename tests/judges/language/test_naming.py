"""Naming: another name where the claim has its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.naming import other_name, partner

Before = Callable[..., Case]


def names(case: Case) -> tuple[str, str] | None:
    """Return the name of the claim and the name that stands in the sentence instead, or None."""
    found = other_name(case)
    return (found[0].text, case.own.reading.tokens[found[1]].text) if found else None


def test_a_name_that_only_the_surroundings_hold_where_the_sentence_names_somebody_else(case: Before) -> None:
    before = case("The mayor Berg won the race.", "Berg ran hard.", "Mayor Lund won the race.")
    assert names(before) == ("Berg", "Lund")


def test_a_pronoun_names_nobody_else(case: Before) -> None:
    assert names(case("The mayor Berg won the race.", "Berg ran hard.", "She won the race.")) is None


def test_another_country_before_the_same_noun(case: Before) -> None:
    before = case("The Danish delegation left.", "Danish guests came.", "The Norwegian delegation left.")
    assert names(before) == ("Danish", "Norwegian")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The Danish delegation left.", "The Danish delegation left."),
        ("Danish and Norwegian delegations met.", "Norwegian and Danish delegations met."),
        ("The Danish delegation left.", "The delegation of Denmark left."),
        ("The delegation left.", "The Norwegian delegation left."),
        ("The Danish minister left.", "The Norwegian minister and the Danish minister left."),
    ],
)
def test_the_same_names_in_another_order_are_nobody_else(case: Before, claim: str, sentence: str) -> None:
    assert names(case(claim, sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoy met Swedish and Norwegian delegations.", ("Danish", "Swedish")),
        ("The envoy met Norwegian and Swedish delegations.", ("Danish", "Swedish")),
        ("The envoy met Swedish, Finnish and Norwegian delegations.", ("Danish", "Swedish")),
        ("The envoy met Danish and Norwegian delegations.", None),
        ("The envoy met Swedish, Danish and Norwegian delegations.", None),
        ("The envoy met delegations from Denmark and from Norway.", None),
    ],
)
def test_each_of_several_names_before_a_noun_must_stand_there(
    case: Before, sentence: str, expected: tuple[str, str] | None
) -> None:
    claim = "The envoy met Danish and Norwegian delegations."
    assert names(case(claim, "The Danish king came.", sentence)) == expected


def test_one_of_two_equal_names_may_be_somebody_else(case: Before) -> None:
    before = case("Ann Berg accused Carl Berg of theft.", "Ann Berg accused Carl Lund of theft.")
    assert names(before) == ("Berg", "Lund")


def test_a_weekday_is_nobody(case: Before) -> None:
    assert names(case("The mayor Berg won.", "Berg ran hard.", "She won on Friday.")) is None


def test_another_name_with_the_same_last_word(case: Before) -> None:
    before = case("The Labor Department paid.", "The Labor Department met.", "The Energy Department paid.")
    assert names(before) == ("Labor", "Energy")


def test_a_title_before_a_last_name_names_nobody_else(case: Before) -> None:
    assert names(case("Ann Berg won the race.", "Ann Berg ran.", "President Berg won the race.")) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rain fell in the south of Chile.", ("Norway", "Chile")),
        ("Rain fell in the south of Norway.", None),
        ("Rain fell in the south.", None),
        ("Rain fell in the south of the country.", None),
        ("Rain fell in the south of Chile and the south of Norway.", None),
    ],
)
def test_another_name_behind_the_same_noun(
    case: Before, sentence: str, expected: tuple[str, str] | None
) -> None:
    assert names(case("Rain fell in the south of Norway.", "Norway is wet.", sentence)) == expected


def test_a_noun_takes_up_the_name_that_the_sentence_before_has_behind_it(case: Before) -> None:
    claim, call = "Lund joined Berg in the call with Ann Reed.", "Berg held a call with Mayor Ann Reed."
    assert names(case(claim, call, "Then Cole and Lund joined Berg in the call.")) is None
    assert names(case(claim, call, "Then Cole and Lund joined Berg in a call.")) == ("Reed", "Cole")
    titled = "Lund joined Berg in the call with Norwegian Mayor Ann Reed."
    call = "Berg held a call with Norwegian Mayor Ann Reed."
    assert names(case(titled, call, "Danish Mayor Carl Cole and Lund joined Berg in the call.")) is None
    other = "Berg held a call about the vote. Ann Reed left."
    assert names(case(claim, other, "Then Cole and Lund joined Berg in the call.")) == ("Reed", "Cole")


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Norway sent envoys.", "Danish and Chilean envoys met.", ("Norway", "Chilean")),
        ("Norway sent envoys.", "Envoys of Chile and Denmark met.", ("Norway", "Chile")),
        ("Norway sent envoys.", "Danish and Norwegian envoys met.", None),
        ("Denmark and Norway sent envoys.", "They met.", None),
        ("Denmark and Chile sent envoys.", "They met.", ("Norway", "Chile")),
        ("Denmark and Chile sent envoys.", "Danish envoys met.", None),
    ],
)
def test_another_partner_of_two_that_are_joined(
    case: Before, before: str, sentence: str, expected: tuple[str, str] | None
) -> None:
    one = case("The envoys of Denmark and Norway met.", before, sentence)
    found = partner(one)
    assert (found and (found[0].text, found[1].of(one.passage.text))) == expected
