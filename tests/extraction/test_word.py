"""The paragraphs, tables and notes of a Word document; tracked changes count as accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.metadata import version

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import extracted
from pytest_factcheck.extraction import word as word_module

from .conftest import saved

DOCUMENT = "word/document.xml"


def text(document: Document) -> str:
    return extracted(saved(document), "r.docx").text


def refusal(raw: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        extracted(raw, "r.docx")
    return str(caught.value)


def put(document: Document, xml: str) -> None:
    """Add XML behind the last paragraph."""
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def test_paragraphs_stand_on_lines_and_the_headline_first(word: Document) -> None:
    word.add_heading("Bridge report", 0)
    paragraph = word.add_paragraph("It cost ")
    paragraph.add_run("2.4\tmillion").bold = True
    paragraph.add_run(" euros,\nall in all.")
    word.add_heading("Cars", 1)
    word.add_paragraph("")
    word.add_paragraph("Two piers were rebuilt.", style="List Bullet")
    found = extracted(saved(word), "r.docx")
    assert found.text == (
        "Bridge report\n\nIt cost 2.4 million euros, all in all.\n\nCars\n\nTwo piers were rebuilt.\n"
    )
    assert (found.title, found.published) == ("Bridge report", None)
    assert found.extractor == f"python-docx {version('python-docx')}"


def test_the_first_heading_is_the_headline_where_no_title_is(word: Document) -> None:
    word.add_paragraph("Press release")
    word.add_heading("Lake level falls", 1)
    assert extracted(saved(word), "r.docx").title == "Lake level falls"


def test_a_row_of_a_table_is_a_line(word: Document) -> None:
    table = word.add_table(2, 2)
    for row, column, words in ((0, 0, "Year"), (0, 1, "Cars"), (1, 0, "2025"), (1, 1, "3,900")):
        table.cell(row, column).text = words
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "a day"
    assert text(word) == "Year | Cars\n\n2025 | 3,900 a day\n"


def test_tracked_changes_count_as_accepted(word: Document) -> None:
    put(
        word,
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">It cost </w:t></w:r>'
        '<w:del w:id="1" w:author="A"><w:r><w:delText>two</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>three</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="A"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
        '<w:hyperlink><w:r><w:t xml:space="preserve"> million</w:t></w:r></w:hyperlink>'
        "<w:r><w:noBreakHyphen/><w:t>odd euros.</w:t></w:r></w:p>",
    )
    assert text(word) == "It cost three million-odd euros.\n"


def test_what_stands_in_a_form_field_or_a_text_box_is_text(word: Document) -> None:
    fields = "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a field.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    put(word, fields.replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1))
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    put(
        word,
        f"<w:p {nsdecls('w')} {mc}><w:r><w:t>Beside it.</w:t><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert text(word) == "In a field.\n\nBeside it.\n\nIn a box.\n"


def repacked(raw: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return a package with parts replaced, added, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            kept = changed[name] if name in changed else old.read(name)
            if kept is not None:
                new.writestr(name, kept)
    return out.getvalue()


def part(raw: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(raw)).read(name)


def with_notes(raw: bytes, kinds: Mapping[str, str]) -> bytes:
    """Return a package with notes: the words of one for each kind, `footnote` or `endnote`."""
    name = "word/_rels/document.xml.rels"
    parts = {name: part(raw, name)}
    for kind, words in kinds.items():
        type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"
        relation = f'<Relationship Id="rId{kind}" Type="{type_}" Target="{kind}s.xml"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
        rule = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        note = f'{rule}<w:{kind} w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{kind}>'
        parts[f"word/{kind}s.xml"] = f"<w:{kind}s {nsdecls('w')}>{note}</w:{kind}s>".encode()
    return repacked(raw, parts)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_last(word: Document, kind: str) -> None:
    word.add_paragraph("The bridge reopened.")
    raw = with_notes(saved(word), {kind: "See the report."})
    assert extracted(raw, "r.docx").text == "The bridge reopened.\n\nSee the report.\n"


def test_footnotes_stand_before_endnotes_whichever_the_package_names_first(word: Document) -> None:
    word.add_paragraph("The bridge reopened.")
    raw = with_notes(saved(word), {"endnote": "See the letter.", "footnote": "See the report."})
    lines = ["The bridge reopened.", "See the report.", "See the letter."]
    assert extracted(raw, "r.docx").text == "\n\n".join(lines) + "\n"


def test_entities_are_not_expanded(word: Document) -> None:
    word.add_paragraph("It cost PLACE euros.")
    raw = saved(word)
    doctype = b'<!DOCTYPE w [<!ENTITY a "aha"><!ENTITY f SYSTEM "file:///etc/hosts">]>'
    body = part(raw, "word/document.xml").replace(b"?>", b"?>" + doctype, 1).replace(b"PLACE", b"&a;&f;")
    assert extracted(repacked(raw, {DOCUMENT: body}), "r.docx").text == "It cost &a;&f; euros.\n"


@pytest.mark.parametrize("raw", [b"", b"PK no package", b"<html></html>"])
def test_what_is_no_package_is_refused(raw: bytes) -> None:
    assert refusal(raw) == "r.docx: this is no Word document (save it as .docx)"


def test_a_package_without_a_document_is_refused(word: Document) -> None:
    word.add_paragraph("Words.")
    for broken in (
        repacked(saved(word), {DOCUMENT: None}),
        repacked(saved(word), {DOCUMENT: b"<w"}),
    ):
        assert refusal(broken).startswith("r.docx: this Word document is broken, and cannot be read (")


def test_an_older_or_protected_document_is_refused() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == (
        "r.docx: this document has a password, or is of an older Word (save it as .docx, without a password)"
    )


def test_more_words_than_a_parser_has_room_for_are_not_parsed(
    word: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_module, "MOST_WORDS", 1_000_000)
    raw = repacked(saved(word), {DOCUMENT: b" " * 1_000_001})
    assert refusal(raw) == "r.docx: this document is larger than 1 MB once it is unpacked, and is not read"


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(
    word: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_module, "LARGEST", 1_000_000)
    raw = repacked(saved(word), {DOCUMENT: b" " * 1_000_001})
    assert len(raw) < 100_000
    assert refusal(raw) == "r.docx: this document is larger than 1 MB once it is unpacked, and is not read"
