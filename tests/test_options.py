"""The words of `--judges`, and of `--fail-under`."""

from __future__ import annotations

import argparse

import pytest

from pytest_factcheck.errors import UsageError
from pytest_factcheck.options import judge_names, percentage


@pytest.mark.parametrize(
    ("option", "names"),
    [(None, ()), ("slots", ("slots",)), ("slots,verbatim", ("slots", "verbatim")), (" b , a,", ("b", "a"))],
)
def test_judges_are_named_in_order_between_commas(option: str | None, names: tuple[str, ...]) -> None:
    assert judge_names(option) == names


@pytest.mark.parametrize("option", ["", " ", ",", " , "])
def test_an_option_that_names_nobody_is_refused(option: str) -> None:
    with pytest.raises(UsageError, match="name at least one judge"):
        judge_names(option)


@pytest.mark.parametrize(("word", "value"), [("0", 0), ("79.5", 79.5), ("100", 100)])
def test_a_percentage_lies_between_0_and_100(word: str, value: float) -> None:
    assert percentage(word) == value


@pytest.mark.parametrize("word", ["", "x", "-1", "100.1", "nan", "inf"])
def test_whatever_else_is_none(word: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is no percentage"):
        percentage(word)
