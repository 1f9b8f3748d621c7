"""Counts: what is covered as a share of what is checkable."""

from __future__ import annotations

import pytest

from pytest_factcheck.coverage.rows import Counts, is_below, percent


def of(covered: int, checkable: int) -> Counts:
    return Counts(sentences=checkable, checkable=checkable, covered=covered)


@pytest.mark.parametrize(
    ("covered", "checkable", "shown"), [(2, 3, 66), (199, 200, 99), (1, 200, 0), (3, 3, 100), (0, 0, 100)]
)
def test_a_percentage_is_rounded_down_so_that_100_means_all(covered: int, checkable: int, shown: int) -> None:
    assert percent(of(covered, checkable)) == shown


@pytest.mark.parametrize(
    ("covered", "checkable", "wanted", "below"),
    [
        (4, 5, 80, False),
        (4, 5, 80.1, True),
        (199, 200, 99.5, False),
        (199, 200, 100, True),
        (0, 0, 100, False),
    ],
)
def test_a_limit_is_compared_with_the_exact_share(
    covered: int, checkable: int, wanted: float, below: bool
) -> None:
    assert is_below(of(covered, checkable), wanted) is below
