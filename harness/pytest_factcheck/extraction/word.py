"""Word documents (.docx): their paragraphs and tables, as python-docx opens them.

Changes that somebody tracked count as accepted: what was inserted is text, what was deleted is not. Comments,
page headers and footers, and numbers that Word sets before a heading by itself are no part of the text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import paragraphs
from pytest_factcheck.extraction.extraction import Extraction

LARGEST = 100_000_000  # bytes of a document once it is unpacked, pictures included
MOST_WORDS = (
    20_000_000  # bytes of what is parsed: a long novel has a tenth, and a parser takes 20 times the room
)
_BODY = "word/document.xml"
_OLD = b"\xd0\xcf\x11\xe0"  # how .doc files begin, and documents with a password
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_HEADLINES = ("Title", "Heading 1")
_NEAR = 5  # paragraphs at the top, one of which may be the headline
# A text box is written twice, the second time for programs that know no text boxes.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = frozenset({*map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr")), _FALLBACK})
_SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
_TEXT, _PARAGRAPH, _TABLE, _ROW, _CELL = map(qn, ("w:t", "w:p", "w:tbl", "w:tr", "w:tc"))


def extracted(raw: bytes, name: str) -> Extraction:
    """Return the text of a Word document, its footnotes and then its endnotes last.

    Raises:
        UsageError: If it is protected, broken, no Word document, or too large once it is unpacked.
    """
    _check_size(raw, name)
    try:
        document = docx.Document(BytesIO(raw))
        lines = [*_lines(document.element.body), *_notes(document)]
        title = _headline(document)
    except Exception as error:  # a broken file can break a parser anywhere
        why = type(error).__name__
        raise UsageError(f"{name}: this Word document is broken, and cannot be read ({why})") from None
    return Extraction(paragraphs.joined(lines), title, extractor=f"python-docx {version('python-docx')}")


def _check_size(raw: bytes, name: str) -> None:
    if raw.startswith(_OLD):
        advice = "save it as .docx, without a password"
        raise UsageError(f"{name}: this document has a password, or is of an older Word ({advice})")
    try:
        sizes = {part.filename: part.file_size for part in zipfile.ZipFile(BytesIO(raw)).infolist()}
    except zipfile.BadZipFile:
        raise UsageError(f"{name}: this is no Word document (save it as .docx)") from None
    for size, most in ((sum(sizes.values()), LARGEST), (sizes.get(_BODY, 0), MOST_WORDS)):
        if size > most:
            larger = f"larger than {most // 1_000_000} MB once it is unpacked"
            raise UsageError(f"{name}: this document is {larger}, and is not read")


def _lines(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the paragraphs below an element, and the rows of tables, in the order of the document."""
    for part in element:
        if part.tag == _TABLE:
            yield from _table(part)
        elif part.tag == _PARAGRAPH:
            yield "".join(_words(part))
            boxes = (box for box in part.iter(_PARAGRAPH) if box is not part)  # of text that floats beside it
            yield from ("".join(_words(box)) for box in boxes if not _is_unread(box))
        elif part.tag not in _UNREAD:
            yield from _lines(part)


def _table(table: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for row in _directly(table, _ROW, below=_TABLE):
        cells = [" ".join(_lines(cell)) for cell in _directly(row, _CELL, below=_ROW)]
        yield " | ".join(cell for cell in cells if cell.strip())


def _directly(element: Any, tag: str, *, below: str) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """Yield the parts of a table that are not those of a table within it."""
    return (part for part in element.iter(tag) if next(part.iterancestors(below)) is element)


def _words(paragraph: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for part in paragraph:
        if part.tag == _TEXT:
            yield "".join(part.itertext())
        elif part.tag in _SIGNS:
            yield _SIGNS[part.tag]
        elif part.tag != _PARAGRAPH and part.tag not in _UNREAD:
            yield from _words(part)


def _is_unread(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return any(above.tag in _UNREAD for above in element.iterancestors())


def _notes(document: Document) -> Iterator[str]:
    for kind in _NOTES:
        for related in document.part.rels.values():
            if related.reltype == kind:
                yield from _lines(parse_xml(related.target_part.blob))


def _headline(document: Document) -> str:
    """Return the first paragraph that is styled as the headline of the document."""
    top = [each for each in document.paragraphs if each.text.strip()][:_NEAR]
    styled = ((kind, each) for kind in _HEADLINES for each in top if each.style and each.style.name == kind)
    return next((paragraphs.cleaned(each.text) for _, each in styled), "")
