"""Bytes to text, in the one way that sources, manifests and assertions share.

UTF-8 strictly, a byte-order mark dropped, CRLF and CR turned to LF, nothing else. This module opens no
file and guesses no encoding: bytes that are not UTF-8 are a problem at a line and a column.
"""

from __future__ import annotations

from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.location import LineIndex, Location

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = "\ufeff"


def decode(raw: bytes, path: str) -> str:
    """Return the text of a file.

    Args:
        raw: The bytes of the file.
        path: The file's name as people see it, for the problem.

    Raises:
        InvalidInput: If the bytes are not UTF-8; the problem stands at the first wrong byte.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput([_not_utf8(raw, error.start, path)]) from None
    return _lines(text)


def _lines(text: str) -> str:
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(raw: bytes, offset: int, path: str) -> Problem:
    before = _lines(raw[:offset].decode("utf-8"))
    line, column = LineIndex(before).place(len(before))
    message = f"the byte 0x{raw[offset]:02X} here is not UTF-8"
    advice = "save the file as UTF-8"
    if raw.startswith(_UTF16_MARKS):
        advice += "; it looks like UTF-16"
    return Problem(Location(path, line, column), "invalid-utf8", message, advice)
