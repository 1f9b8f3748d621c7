"""A fingerprint changes with every change of a claim or a quote but those of white space."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.assertions.declarations import fingerprint
from pytest_factcheck.yamlfile.corescalars import resolve


def test_a_fingerprint_is_the_same_whatever_the_white_space() -> None:
    assert fingerprint("a  claim\n", ("the quote",)) == fingerprint(" a claim", ("the\n  quote ",))


@pytest.mark.parametrize(
    ("claim", "pieces"),
    [
        ("A claim", ("the quote",)),
        ("a claim.", ("the quote",)),
        ("a claim", ("the quotes",)),
        ("a claim", ("the", "quote")),
        ("a claim", ("the quote", "")),
        ("a claim the", ("quote",)),
        ("aclaim", ("the quote",)),
    ],
)
def test_a_fingerprint_changes_with_everything_else(claim: str, pieces: tuple[str, ...]) -> None:
    assert fingerprint(claim, pieces) != fingerprint("a claim", ("the quote",))


def test_a_fingerprint_is_the_sha256_of_claim_and_pieces_line_by_line() -> None:
    # printf 'a claim\nthe quote' | sha256sum
    assert fingerprint("a claim", ("the quote",)) == "sha256-a5c1131bc559"


@given(st.text(), st.lists(st.text(), min_size=1).map(tuple))
def test_a_fingerprint_fits_the_schema_and_is_text_in_yaml(claim: str, pieces: tuple[str, ...]) -> None:
    mark = fingerprint(claim, pieces)
    assert re.fullmatch(r"sha256-[0-9a-f]{12}", mark)
    assert resolve(mark) == mark
