"""Unquoted scalars have the values of YAML 1.2, and what was surprising in YAML 1.1 is text."""

from __future__ import annotations

import math

import pytest

from pytest_factcheck.yamlfile.corescalars import Scalar, resolve


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("True", True), ("TRUE", True), ("false", False), ("FALSE", False)]
)
def test_truth_values_are_true_and_false_only(text: str, value: Scalar) -> None:
    assert resolve(text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("-12", -12), ("+5", 5), ("010", 10), ("0o17", 15), ("0x1F", 31), ("0xff", 255)],
)
def test_whole_numbers(text: str, value: int) -> None:
    assert resolve(text) == value
    assert isinstance(resolve(text), int)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.10", 1.1), ("1.", 1.0), (".5", 0.5), ("1e3", 1000.0), ("-2.5E-1", -0.25), ("1e999", math.inf)],
)
def test_numbers_with_a_point_or_an_exponent(text: str, value: float) -> None:
    assert resolve(text) == value
    assert isinstance(resolve(text), float)


def test_infinity_and_not_a_number() -> None:
    assert resolve(".inf") == math.inf
    assert resolve("-.INF") == -math.inf
    assert isinstance(value := resolve(".nan"), float)
    assert math.isnan(value)


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no", "on", "off", "y", "n", "NO", "tRUE", "nUll", "Infinity", "nan", "inf"),
        *("12:30", "12:30:45", "2025-05-16", "1_000", "1,000", "0o8", "0xG", "-0x1F", "+0o7", "0b1"),
        *("1.2.3", "e3", ".", "-", "+", "+-1", "1e", "<<", "=", "١٢", "1 ", "٣.٥"),
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert resolve(text) == text


def test_a_number_too_long_to_count_stays_text() -> None:
    assert resolve("9" * 5000) == "9" * 5000
