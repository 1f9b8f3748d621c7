"""Web pages: the article of a page, without what stands around it.

What the article is, trafilatura decides, from the page alone and in the same way every time; readers'
comments are left out. No encoding is guessed: a page is in UTF-8, or in the encoding that it declares.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version

from trafilatura import bare_extraction

from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.extraction import article, paragraphs
from pytest_factcheck.extraction.declarations import declared, encoding
from pytest_factcheck.extraction.extraction import Extraction
from pytest_factcheck.language.folding import fold
from pytest_factcheck.textfile import decode

LARGEST = 20_000_000  # bytes of a page; trafilatura reads no larger one
NEAR = 6  # lines at the top of an article, in which its headline stands if it stands there at all
_SILENCED = ("trafilatura", "htmldate", "justext")  # what they log, the errors below say


def extracted(raw: bytes, name: str) -> Extraction:
    """Return the article of a web page, its headline first, and the day that the page declares.

    Raises:
        UsageError: If nothing like an article stands in it, or it is too large.
        InvalidInput: If it is neither in UTF-8 nor in an encoding that it declares.
    """
    if len(raw) > LARGEST:
        raise UsageError(f"{name}: this page is larger than {LARGEST // 1_000_000} MB, and is not read")
    page = _decoded(raw, name)
    lines = _article(page)
    if not lines:
        raise UsageError(f"{name}: no article was found in this page (copy its words into a .txt file)")
    said = declared(page)
    title = _headline(said.title, lines)
    if title and title not in lines[:NEAR]:
        lines.insert(0, title)
    return Extraction(
        paragraphs.joined(lines), title, said.published, f"trafilatura {version('trafilatura')}"
    )


def _article(page: str) -> list[str]:
    for logger in _SILENCED:
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    found = bare_extraction(page, include_comments=False)
    if not found or isinstance(found, dict) or found.body is None:
        return []
    return list(filter(None, map(paragraphs.cleaned, article.lines(found.body))))


def _decoded(raw: bytes, name: str) -> str:
    try:
        return decode(raw, name)
    except InvalidInput:
        if declared_as := encoding(raw):
            with suppress(UnicodeDecodeError):
                return raw.decode(declared_as)
        raise


def _headline(title: str, lines: Sequence[str]) -> str:
    """Return the headline as the article has it, whose page may add the name of the site to it."""
    whole = _folded(title)
    standing = [line for line in lines[:NEAR] if len(line.split()) > 1 and _folded(line) in whole]
    return max(standing, key=len, default=title)


def _folded(line: str) -> str:
    return fold(line).text.casefold()
