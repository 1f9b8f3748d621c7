"""Bytes become text in one way, and bytes that are no text are a problem with a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.textfile import decode

_BYTE_FF = "invalid-utf8: the byte 0xFF here is not UTF-8"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"one\ntwo\n", "one\ntwo\n"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"\xef\xbb\xbfone", "one"),
        (b"\xef\xbb\xbf\xef\xbb\xbfone", "\ufeffone"),
        ("naïve – “Київ”".encode(), "naïve – “Київ”"),
        (b"  one \t\n\n", "  one \t\n\n"),
    ],
)
def test_line_ends_and_the_first_byte_order_mark_are_all_that_changes(raw: bytes, text: str) -> None:
    assert decode(raw, "a.txt") == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"caf\xe9", "a.txt:1:4: invalid-utf8: the byte 0xE9 here is not UTF-8 (save the file as UTF-8)"),
        (b"\xef\xbb\xbfone\rtwo \xff", f"a.txt:2:5: {_BYTE_FF} (save the file as UTF-8)"),
        (
            b"one\r\ntwo \xff",
            "a.txt:2:5: invalid-utf8: the byte 0xFF here is not UTF-8 (save the file as UTF-8)",
        ),
        (
            "є".encode() + b"\x80",
            "a.txt:1:2: invalid-utf8: the byte 0x80 here is not UTF-8 (save the file as UTF-8)",
        ),
        (
            b"\xed\xa0\x80",
            "a.txt:1:1: invalid-utf8: the byte 0xED here is not UTF-8 (save the file as UTF-8)",
        ),
        (
            "one".encode("utf-16"),
            f"a.txt:1:1: {_BYTE_FF} (save the file as UTF-8; it looks like UTF-16)",
        ),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_located(raw: bytes, expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        decode(raw, "a.txt")
    assert [str(problem) for problem in caught.value.problems] == [expected]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back_but_for_its_line_ends(text: str) -> None:
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode(), "a.txt") == expected


@given(st.binary())
def test_any_bytes_are_text_or_one_problem(raw: bytes) -> None:
    assert _lines_or_problems(raw) >= 1


def _lines_or_problems(raw: bytes) -> int:
    try:
        return len(decode(raw, "a.txt").split("\n"))
    except InvalidInput as error:
        return len(error.problems)
