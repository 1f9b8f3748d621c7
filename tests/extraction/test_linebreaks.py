"""A word that a line break divided is whole again; a hyphen that belongs to a word stays."""

from __future__ import annotations

import pytest

from pytest_factcheck.extraction.linebreaks import joined, vocabulary


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        pytest.param(
            ["The bridge re-", "opened on Monday."], "The bridge reopened on Monday.", id="English word"
        ),
        pytest.param(["the munici‐", "pal council"], "the municipal council", id="typographic hyphen"),
        pytest.param(["a well-", "known mayor"], "a well-known mayor", id="two English words"),
        pytest.param(["in Zaporizh-", "zhia today"], "in Zaporizhzhia today", id="no English word"),
        pytest.param(["the Anglo-", "Saxon kings"], "the Anglo-Saxon kings", id="capital behind it"),
        pytest.param(["COVID-", "19 cases"], "COVID-19 cases", id="digit behind it"),
        pytest.param(["a 1,000-", "for-1,000 swap"], "a 1,000-for-1,000 swap", id="digit before it"),
        pytest.param(["soft\u00ad", "ware"], "software", id="soft hyphen"),
        pytest.param(["Mac\u00ad", "Donald said"], "MacDonald said", id="soft hyphen before a capital"),
        pytest.param(["It fell -", "they said"], "It fell - they said", id="dash"),
        pytest.param(["It fell –", "they said"], "It fell – they said", id="long dash"),
        pytest.param(["One", "two", "three"], "One two three", id="no hyphen"),
        pytest.param(["One-", "(two)"], "One- (two)", id="no word behind it"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_lines_are_joined(lines: list[str], whole: str) -> None:
    assert joined(lines, frozenset()) == whole


def test_the_rest_of_the_document_tells_before_the_list_of_words_does() -> None:
    lines = ["a re-", "opened case"]
    assert joined(lines, frozenset({"re-opened"})) == "a re-opened case"
    assert joined(["the sub-", "way map"], frozenset({"subway"})) == "the subway map"


def test_words_at_the_ends_of_lines_tell_nothing_of_the_document() -> None:
    assert vocabulary(["The Re-opened bridge re-", "opened the well\u2010known road"]) == {
        "re-opened",
        "bridge",
        "the",
        "well-known",
    }
