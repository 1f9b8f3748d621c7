"""Extraction: the text of a file that somebody hands over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.settings import SUFFIXES
from pytest_factcheck.textfile import decode


@dataclass(frozen=True, slots=True)
class Extraction:
    """A text, what the file says of it, and by what it was extracted."""

    text: str
    title: str = ""
    published: date | None = None
    extractor: str = ""


def extracted(raw: bytes, name: str) -> Extraction:
    """Return the text of a file.

    Args:
        raw: The bytes of the file.
        name: Its name, whose suffix tells what it is.

    Raises:
        UsageError: If no text can be had from it.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{name}: texts are read from {' and '.join(SUFFIXES)} files")
    try:
        return Extraction(decode(raw, name))
    except InvalidInput as error:
        raise UsageError(str(error)) from None
