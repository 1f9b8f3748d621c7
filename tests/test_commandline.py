"""Command lines to type: a shell reads back the very words, and acts on none of them."""

from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.commandline import attest, new
from pytest_factcheck.vocabulary import Stance

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)


def quoted(words: str) -> str:
    """Return the part of the command that holds the quote."""
    command = attest("lasted", "herald", Stance.SILENT, words)
    return command.removeprefix("factcheck attest lasted herald --stance silent ").removesuffix(
        " --by … --reason …"
    )


def test_without_a_quote_none_is_named() -> None:
    assert attest("lasted", "herald", Stance.SUPPORTS) == (
        "factcheck attest lasted herald --stance supports --by … --reason …"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("met  behind\nclosed doors", '"met behind closed doors"'),
        ("the mayor's word", '"the mayor\'s word"'),
        ('he said "no"', "'he said \"no\"'"),
        ("$HOME and `id`", "'$HOME and `id`'"),
        ("wow!", "'wow!'"),
        ("- a point", '"- a point"'),
    ],
)
def test_a_quote_stands_in_the_quotation_marks_that_keep_it(words: str, written: str) -> None:
    assert quoted(words).removeprefix("--quote").lstrip(" =") == written


def test_a_quote_that_begins_with_a_dash_is_no_option() -> None:
    assert quoted("- a point") == '--quote="- a point"'
    assert quoted(" - a point") == '--quote="- a point"'


@given(words=WORDS.filter(str.strip))
def test_a_claim_is_read_back_as_one(words: str) -> None:
    assert shlex.split(new(words)) == ["factcheck", "new", " ".join(words.split())]


@given(words=WORDS.filter(str.strip))
def test_the_words_are_read_back_as_one(words: str) -> None:
    parts = shlex.split(quoted(words))
    line = " ".join(words.split())
    assert parts in (["--quote", line], [f"--quote={line}"])


@settings(max_examples=25, deadline=None)
@given(words=st.text("ab $`\\\"'!%;&|<>(){}*?~#\n-", min_size=1, max_size=12).filter(str.strip))
def test_a_shell_acts_on_none_of_the_words(words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"printf '%s' {quoted(words)}"], capture_output=True, text=True, check=True
    )
    line = " ".join(words.split())
    assert done.stdout == (f"--quote={line}" if line.startswith("-") else f"--quote{line}")
