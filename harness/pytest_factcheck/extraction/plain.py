"""Texts, plain or in Markdown: what is written is the text."""

from __future__ import annotations

from pytest_factcheck.extraction.extraction import Extraction
from pytest_factcheck.textfile import decode


def extracted(raw: bytes, name: str) -> Extraction:
    """Return a text as it is.

    Raises:
        InvalidInput: If it is not UTF-8.
    """
    return Extraction(decode(raw, name))
