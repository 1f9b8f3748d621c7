"""The words of `--judges`."""

from __future__ import annotations

import pytest

from pytest_factcheck.errors import UsageError
from pytest_factcheck.options import judge_names


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
