"""Advice: folded, but for the command, which a reader copies."""

from __future__ import annotations

import pytest

from pytest_factcheck.reports.advice import todo

ATTEST = (
    'factcheck attest no-talks gazette --stance silent --quote "met behind closed doors" --by … --reason …'
)


@pytest.mark.parametrize(
    ("advice", "expected"),
    [
        ("", []),
        ("quote more words", ["to do: quote more words"]),
        ("see `factcheck explain no-talks`", ["to do: see `factcheck explain no-talks`"]),
        (f"declare it, or rule it out: {ATTEST}", ["to do: declare it, or rule it out:", f"  {ATTEST}"]),
    ],
)
def test_a_command_stands_on_a_line_of_its_own(advice: str, expected: list[str]) -> None:
    assert todo(advice, 60) == expected


def test_what_a_terminal_acts_on_is_taken_out_of_a_command() -> None:
    assert todo("do: factcheck attest \x1b[31mx", 60) == ["to do: do:", "  factcheck attest [31mx"]
