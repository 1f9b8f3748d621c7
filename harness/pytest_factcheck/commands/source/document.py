"""A document that the user names: its bytes, as many as a text can be taken out of."""

from __future__ import annotations

from pathlib import Path

from pytest_factcheck import extraction


def content(file: Path) -> bytes:
    """Return the bytes of a document; of one that is too large, so many that it will be refused.

    Raises:
        OSError: If it cannot be read.
    """
    with file.open("rb") as document:
        return document.read(extraction.LARGEST + 1)  # one byte too many is enough to refuse it
