"""Inert text: what a browser would act on can be seen, and everything else is as it was."""

from __future__ import annotations

import pytest

from pytest_factcheck.reports.page.inert import inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\u00a0hard space, a soft\u00adhyphen", "a\u00a0hard space, a soft\u00adhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u202egnorw\u202c", r"\u202egnorw\u202c"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("bell\x07 escape\x1b[31m", r"bell\u0007 escape\u001b[31m"),
        ("\u200eleft\u200f", r"\u200eleft\u200f"),
        ("line\u2028end\x85", r"line\u2028end\u0085"),
        ("carriage\rreturn", r"carriage\u000dreturn"),
    ],
)
def test_characters_that_command_are_written_as_escapes(text: str, shown: str) -> None:
    assert inert(text) == shown
