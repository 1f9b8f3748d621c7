"""PDF: the words that are drawn on its pages, as pypdf finds them.

Pictures are not read: a page that is one picture has no text here, and is named. What is a heading, a table
or a paragraph, a PDF does not say; this module only tells where each line stands.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from math import sqrt
from typing import Any, NamedTuple

import pypdf
from pypdf.errors import DependencyError

from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import paragraphs
from pytest_factcheck.extraction.extraction import Extraction
from pytest_factcheck.extraction.pages import Line, told
from pytest_factcheck.progress import progress

MOST_PAGES = 3000
_BOLD = ("bold", "black", "heavy")  # in the name of a font
_BULLETS = dict.fromkeys(map(ord, "\x7f\uf0b7\uf0a7\uf06e"), "•")  # as the fonts of symbols have them
Matrix = Sequence[float]


def extracted(raw: bytes, name: str) -> Extraction:
    """Return the text of a PDF.

    Raises:
        UsageError: If it is protected or broken, has too many pages, or no text on any of them.
    """
    try:
        with _heard() as complaints:
            pages = _pages(raw, name)
    except UsageError:
        raise
    except Exception as error:  # a broken file can break a parser anywhere
        raise UsageError(f"{name}: this PDF is broken, and cannot be read ({type(error).__name__})") from None
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        advice = "if its pages are pictures, make it searchable by OCR"
        raise UsageError(f"{name}: no page of this PDF holds text that can be read ({advice})")
    found = told(pages)
    notes = [f"left out, as it stands on many pages: {line}" for line in found.repeated]
    if empty:
        notes.append(f"pages without text, which may be pictures: {', '.join(empty)}")
    if complaints:
        notes.append(f"words may be missing, for pypdf found this file damaged: {complaints[0]}")
    text = paragraphs.joined(found.paragraphs)
    return Extraction(text, extractor=f"pypdf {pypdf.__version__}", notes=tuple(notes))


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what pypdf complains of, and keep it from the terminal."""
    logger = logging.getLogger("pypdf")
    complaints: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.propagate, before = False, logger.propagate
    try:
        yield complaints
    finally:
        logger.propagate = before
        logger.removeHandler(handler)


def _pages(raw: bytes, name: str) -> list[list[Line]]:
    reader = pypdf.PdfReader(BytesIO(raw))
    if reader.is_encrypted and not _opened(reader):
        raise UsageError(f"{name}: this PDF is protected (print it to a new PDF, and add that one)")
    if len(reader.pages) > MOST_PAGES:
        raise UsageError(f"{name}: this PDF has more than {MOST_PAGES} pages, and is not read (split it)")
    return [list(_lines(page)) for page in progress(reader.pages, "pages")]


def _opened(reader: pypdf.PdfReader) -> bool:
    # A PDF that only forbids changes opens with the empty password.
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


class _Piece(NamedTuple):
    """Words drawn at one place in one font."""

    words: str
    left: float
    height: float
    size: float
    bold: bool


def _lines(page: pypdf.PageObject) -> Iterator[Line]:
    """Yield the lines of a page that hold words, in the order in which they are drawn."""
    rows: list[list[_Piece]] = [[]]

    def visit(words: str, outer: Matrix, inner: Matrix, font: Mapping[str, Any] | None, size: float) -> None:
        for number, part in enumerate(words.split("\n")):
            if number:
                rows.append([])
            if part.strip():
                rows[-1].append(_Piece(part, *_place(outer, inner, size), _is_bold(font)))

    page.extract_text(visitor_text=visit)
    for row in rows:
        words = " ".join("".join(piece.words for piece in row).translate(_BULLETS).split())
        if words:
            main = max(row, key=lambda piece: len(piece.words))
            bold = all(piece.bold for piece in row)
            yield Line(words, row[0].left, main.height, main.size, bold)


def _place(outer: Matrix, inner: Matrix, size: float) -> tuple[float, float, float]:
    """Return how far right and up on its page something is drawn, and how large."""
    a, b, c, d, e, f = inner
    left = e * outer[0] + f * outer[2] + outer[4]
    height = e * outer[1] + f * outer[3] + outer[5]
    area = (a * d - b * c) * (outer[0] * outer[3] - outer[1] * outer[2])
    return left, height, size * sqrt(abs(area)) or 1.0


def _is_bold(font: Mapping[str, Any] | None) -> bool:
    name = str((font or {}).get("/BaseFont", "")).casefold()
    return any(word in name for word in _BOLD)
