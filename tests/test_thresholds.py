"""The thresholds of the data file fit together."""

from __future__ import annotations

from dataclasses import asdict

from pytest_factcheck.thresholds import RETRIEVAL, SPANS, VERBATIM


def test_shares_and_similarities_lie_between_0_and_1() -> None:
    of_spans = [value for value in asdict(SPANS).values() if isinstance(value, float)]

    assert all(0 < share < 1 for share in (*of_spans, RETRIEVAL.share, VERBATIM.coverage))


def test_the_search_looks_at_more_than_it_accepts() -> None:
    assert 1 - SPANS.error_budget < SPANS.similarity_long <= SPANS.similarity_short


def test_lengths_rise_with_the_freedom_of_the_comparison() -> None:
    assert SPANS.skeleton_min_length < SPANS.fuzzy_min_length < SPANS.long_quote
