"""The text of a document: a file in one of several formats in, the text of a source out.

The suffix of the name decides which module takes the text out; one that needs an extra is imported when it
is asked for. Nothing here opens a file or knows of a corpus, and what a text means is not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction.extraction import Extraction

__all__ = ["FORMATS", "LARGEST", "Extraction", "extracted"]

LARGEST = 100_000_000  # bytes of a file; one that holds little but words is far smaller


class Reader(Protocol):
    """A module that takes the text out of one format."""

    def extracted(self, raw: bytes, name: str) -> Extraction:
        """Return the text of a document of this format."""


@dataclass(frozen=True, slots=True)
class Format:
    """Which module reads a format, and the extra that brings what this module imports."""

    module: str
    extra: str = ""


FORMATS: Mapping[str, Format] = {
    ".txt": Format("plain"),
    ".md": Format("plain"),
    ".html": Format("webpage", "html"),
    ".htm": Format("webpage", "html"),
    ".pdf": Format("pdf", "pdf"),
    ".docx": Format("word", "docx"),
}


def extracted(raw: bytes, name: str) -> Extraction:
    """Return the text of a document, with what the document says of itself.

    Args:
        raw: The bytes of the file.
        name: Its name as people see it; the suffix tells the format.

    Raises:
        UsageError: If the format is unknown, its extra is not installed, or no text can be had from the file.
        InvalidInput: If a text is not UTF-8.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"{name}: no text can be taken out of this kind of file ({', '.join(FORMATS)} can)")
    if len(raw) > LARGEST:
        raise UsageError(f"{name}: this file is larger than {LARGEST // 1_000_000} MB, and is not read")
    found = _reader(FORMATS[suffix], name).extracted(raw, name)
    if not any(map(str.isalnum, found.text)):
        raise UsageError(f"{name}: there is no text in this file")
    return found


def _reader(wanted: Format, name: str) -> Reader:
    try:
        return cast("Reader", import_module(f"{__name__}.{wanted.module}"))
    except ModuleNotFoundError:
        advice = f"pip install 'pytest-factcheck[{wanted.extra}]'"
        raise UsageError(f"{name}: to read this kind of file takes an extra ({advice})") from None
