"""The terminal: how wide a line may be."""

from __future__ import annotations

import pytest

from pytest_factcheck.commands.terminal import width


@pytest.mark.parametrize(("columns", "wide"), [("100", 100), ("25", 25), ("24", 24), ("5", 24)])
def test_a_line_is_as_wide_as_the_terminal_but_never_too_narrow_for_words(
    monkeypatch: pytest.MonkeyPatch, columns: str, wide: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == wide
