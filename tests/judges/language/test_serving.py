"""Serving: which country the holder of an office serves, as a text says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.serving import offices, serves_another
from pytest_factcheck.vocabulary import Opinion, Stance

Before = Callable[..., Case]
Heard = Callable[..., Opinion]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norwegian President Ann Berg left.", [("berg", "@Norway")]),
        ("Norway's president Ann Berg left.", [("berg", "@Norway")]),
        ("Danish Secretary of State Carl Lund and U.S.\nSenator Reed met.", [("lund", "@Denmark")]),
        ("Danish Foreign Minister Carl Lund met Reed.", [("lund", "@Denmark")]),
        ("The Danish king met Carl Lund.", []),
        ("Danish guests and President Lund came.", []),
        ("The Danish Prime Minister resigned.", []),
        ("Danish Carl Lund won.", []),
    ],
)
def test_an_office_is_a_country_a_title_and_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.holder, one.country) for one in offices(text)][: len(found) or None] == found


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("Carl Lund called the Swedish President Ann Berg.", True),
        ("Carl Lund called the Norwegian President Ann Berg.", False),
        ("Carl Lund called President Ann Berg of Sweden.", False),
        ("Carl Lund called the Swedish king and Ann Berg.", False),
        ("Carl Lund called the Swedish President Ann Reed.", False),
    ],
)
def test_a_holder_serves_the_country_that_the_text_gives_him(case: Before, claim: str, other: bool) -> None:
    before = case(
        claim,
        "Swedish guests came, and Norwegian President Ann Berg left.",
        "Carl Lund called President Berg and the Swedish king.",
    )
    found = serves_another(before)
    assert (found is not None) is other
    if found:
        assert (found[0].text, found[1].of(before.passage.text)) == ("Swedish", "Norwegian")


@pytest.mark.parametrize(
    ("country", "stance"), [("Norwegian", Stance.SUPPORTS), ("Swedish", Stance.UNDECIDED)]
)
def test_a_claim_with_the_wrong_country_of_an_office_is_not_supported(
    heard: Heard, country: str, stance: Stance
) -> None:
    before = "The Swedish guests held a phone call with Norwegian President Ann Berg."
    claim = f"Carl Lund joined them during the phone call with {country} President Ann Berg."
    assert heard(claim, before, "Carl Lund joined them during the call.").stance is stance
