"""Intervals in an editor's words."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.reasons import TEMPLATES, reason
from pytest_factcheck.judges.wording import amount, days
from pytest_factcheck.language.dates import parse_date
from pytest_factcheck.language.quantities import parse_quantity
from pytest_factcheck.vocabulary import Span


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("about 100 minutes", "90 to 110 min"),
        ("100 minutes", "99.5 to 100.5 min"),
        ("less than two hours", "less than 120 min"),
        ("at least 30 days", "30 days or more"),
        ("1,000 prisoners", "1,000"),
        ("$5 million", "4,500,000 to 5,500,000 USD"),
        ("5%", "4.5 to 5.5 %"),
    ],
)
def test_an_amount_is_shown_in_a_unit_that_suits_it(written: str, shown: str) -> None:
    assert amount(parse_quantity(written)) == shown


def test_a_stretch_of_days_is_shown_by_its_first_and_last() -> None:
    assert days(parse_date("2025-05-16")) == "2025-05-16"
    assert days(parse_date("May 2025")) == "2025-05-01 to 2025-05-31"


def test_codes_are_kebab_case_and_words_are_never_templates() -> None:
    assert all(code == code.lower() and " " not in code for code in TEMPLATES)
    given = reason("not-covered", Span(0, 1), None, words="{claim} {0}")
    assert given.text == "the passage holds no word for: {claim} {0}"
    assert given.claim == Span(0, 1)
