"""Correspondence: which words of a sentence stand for an item of a claim."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_factcheck.correspondence import counterparts
from pytest_factcheck.judges.alignment import items
from pytest_factcheck.judges.reading import read

THURSDAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("claim", "sentence", "expected"),
    [
        ("The mayor bought a car.", "Cars were purchased by the mayor.", ["mayor", "purchased", "Cars"]),
        ("The talks lasted 100 minutes.", "A 100-minute meeting.", ["meeting", "", "100-minute"]),
        ("They met on 14 March 2024.", "They met on Thursday.", ["met", "Thursday"]),
        (
            "Zelensky spoke.",
            "Selenskyj spoke, and Zelenskyy spoke again.",
            ["Selenskyj Zelenskyy", "spoke spoke"],
        ),
        ("They burned 40 buses.", "They burned 12 buses in 40 towns.", ["burned", "", "buses"]),
        ("Snow fell.", "", ["", ""]),
    ],
)
def test_each_item_has_the_words_that_may_stand_for_it(
    claim: str, sentence: str, expected: list[str]
) -> None:
    ours, theirs = read(claim), read(sentence)
    found = (counterparts(ours, item, theirs, THURSDAY) for item in items(claim, None))
    assert [" ".join(place.of(sentence) for place in places) for places in found] == expected
