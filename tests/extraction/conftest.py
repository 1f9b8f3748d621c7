"""Small documents, made byte by byte."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.document import Document
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

Drawn = tuple[float, float, float, str, str]
Drawing = Callable[[Sequence[Sequence[Drawn]]], PdfWriter]
FONTS = {"F": "/Helvetica", "B": "/Helvetica-Bold"}


def draw(pages: Sequence[Sequence[Drawn]]) -> PdfWriter:
    """Return a PDF: for each page its words with left, height, size and font (F plain, B bold)."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = {
            NameObject(f"/{name}"): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(font),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
            for name, font in FONTS.items()
        }
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(fonts)})
        stream = StreamObject()
        stream.set_data(b"\n".join(_shown(*line) for line in lines))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def _shown(left: float, height: float, size: float, font: str, words: str) -> bytes:
    escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, left, height, escaped)


def saved(document: PdfWriter | Document) -> bytes:
    """Return a document as the bytes of its file."""
    out = io.BytesIO()
    if isinstance(document, PdfWriter):
        document.write(out)
    else:
        document.save(out)
    return out.getvalue()


@pytest.fixture
def word() -> Document:
    """Return an empty Word document."""
    return docx.Document()
