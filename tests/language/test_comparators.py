"""Comparators right before and right after a number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pytest_factcheck.language.comparators import comparator_after, comparator_before
from pytest_factcheck.language.numbers import Number
from pytest_factcheck.language.units import Unit, unit_named

HOUR, PERCENT = unit_named("hour"), unit_named("percent")


def before(text: str, value: int = 40, unit: Unit | None = None, *, alone: bool = False) -> tuple[str, str]:
    start = len(text)
    number = Number(Fraction(value), Fraction(1))
    found = comparator_before(text + str(value), start, number, unit, alone=alone)
    return found.kind, text[found.at :].strip()


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("it was about ", "about", "about"),
        ("An estimated ", "about", "An estimated"),
        ("~", "about", "~"),
        ("nearly ", "nearly", "nearly"),
        ("just under ", "nearly", "just under"),
        ("just over ", "just_over", "just over"),
        ("less than ", "less", "less than"),
        ("< ", "less", "<"),
        ("more than ", "more", "more than"),
        ("no more than ", "at_most", "no more than"),
        ("not less\n than ", "at_least", "not less\n than"),
        (">=", "at_least", ">="),
        ("at least another ", "at_least", "at least another"),
        ("up to ", "at_most", "up to"),
        ("as many as ", "at_most", "as many as"),
        ("At least, ", "", ""),
        ("roundabout ", "", ""),
        ("over-", "", ""),
        ("the ", "", ""),
    ],
)
def test_the_longest_phrase_right_before_wins(text: str, kind: str, phrase: str) -> None:
    assert before(text) == (kind, phrase)


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("over ", 40, None, "more"),
        ("over ", 9, None, ""),
        ("over the ", 40, None, ""),
        ("under ", 2, None, ""),
        ("under ", 2, HOUR, "less"),
        ("above ", 5, PERCENT, "more"),
        ("held over ", 2, HOUR, "during"),
        ("lasted over ", 2, HOUR, "more"),
        ("for over ", 2, HOUR, "more"),
    ],
)
def test_words_of_place_compare_only_where_they_can(
    text: str, value: int, unit: Unit | None, kind: str
) -> None:
    assert before(text, value, unit)[0] == kind


def test_in_a_text_that_is_one_quantity_words_of_place_compare() -> None:
    assert before("over ", 2, HOUR, alone=True)[0] == "more"
    assert before("under ", 3, alone=True)[0] == "less"


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("40 or more people", "at_least", 10),
        ("40+ people", "at_least", 3),
        ("40-odd people", "about", 6),
        ("40 or so", "about", 8),
        ("40 or fewer", "at_most", 11),
        ("40 or sooner", "", 2),
        ("40 people", "", 2),
    ],
)
def test_a_comparator_right_after(text: str, kind: str, end: int) -> None:
    found = comparator_after(text, 2)
    assert (found.kind, found.at) == (kind, end)
