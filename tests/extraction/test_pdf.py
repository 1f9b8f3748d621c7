"""The words of a PDF, where they stand; protected, scanned and broken files are refused in one line."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pypdf
import pytest
from pypdf import PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import NameObject, StreamObject

from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import extracted, pdf

from .conftest import Drawn, draw, saved

PAGE: list[Drawn] = [
    (60, 780, 18, "F", "The bridge report"),
    (60, 740, 11, "F", "The old bridge over the Linde reopened on 3 March 2025 after nine months of re-"),
    (60, 727, 11, "F", "pairs, the town council said. “It cost 2.4 million euros”, it added."),
    (60, 702, 11, "B", "Findings"),
    (60, 677, 11, "F", "• Two piers were rebuilt."),
]
TEXT = (
    "The bridge report\n\n"
    "The old bridge over the Linde reopened on 3 March 2025 after nine months of repairs, "
    "the town council said. “It cost 2.4 million euros”, it added.\n\n"
    "Findings\n\n• Two piers were rebuilt.\n"
)


def refusal(raw: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        extracted(raw, "r.pdf")
    return str(caught.value)


def test_the_text_of_a_pdf_has_its_paragraphs_on_lines() -> None:
    found = extracted(saved(draw([PAGE])), "r.pdf")
    assert (found.text, found.title, found.published, found.notes) == (TEXT, "", None, ())
    assert found.extractor == f"pypdf {pypdf.__version__}"


def test_a_page_without_text_is_told() -> None:
    found = extracted(saved(draw([PAGE, [], PAGE[1:3], []])), "r.pdf")
    assert found.notes == ("pages without text, which may be pictures: 2, 4",)


def test_a_running_head_is_told() -> None:
    head: Drawn = (60, 820, 8, "F", "Town council")
    bodies: list[Drawn] = [
        (60, 700, 11, "F", f"The {what} was rebuilt.") for what in ("pier", "road", "railing")
    ]
    pages = [[head, body, (60, 20, 8, "F", f"{number}")] for number, body in enumerate(bodies, 1)]
    found = extracted(saved(draw(pages)), "r.pdf")
    assert found.text == "The pier was rebuilt.\n\nThe road was rebuilt.\n\nThe railing was rebuilt.\n"
    assert found.notes == ("left out, as it stands on many pages: Town council",)


def test_a_pdf_of_pictures_is_refused() -> None:
    assert refusal(saved(draw([[], []]))) == (
        "r.pdf: no page of this PDF holds text that can be read "
        "(if its pages are pictures, make it searchable by OCR)"
    )


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    writer = draw([PAGE])
    writer.encrypt("", "another password", algorithm="RC4-128")
    assert extracted(saved(writer), "r.pdf").text == TEXT


def test_a_protected_pdf_is_refused() -> None:
    writer = draw([PAGE])
    writer.encrypt("a password", algorithm="RC4-128")
    assert refusal(saved(writer)) == (
        "r.pdf: this PDF is protected (print it to a new PDF, and add that one)"
    )


def test_a_pdf_whose_protection_needs_another_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def decrypt(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    writer = draw([PAGE])
    writer.encrypt("", algorithm="RC4-128")
    raw = saved(writer)
    monkeypatch.setattr(pypdf.PdfReader, "decrypt", decrypt)
    assert refusal(raw).startswith("r.pdf: this PDF is protected (")


BREAKING: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no pdf": lambda _: b"<html>no</html>",
    "cut": lambda raw: raw[: len(raw) // 2],
    "no end": lambda raw: raw.replace(b"startxref", b"startxxxx"),
    "no pages": lambda raw: raw.replace(b"/Pages", b"/Pigs!"),
}


@pytest.mark.parametrize("breaking", BREAKING.values(), ids=BREAKING)
def test_a_broken_pdf_is_refused_in_one_line(breaking: Callable[[bytes], bytes]) -> None:
    said = refusal(breaking(saved(draw([PAGE]))))
    assert said.startswith("r.pdf: ")
    assert "\n" not in said


def test_what_the_reader_complains_of_is_told_once() -> None:
    found = extracted(b"junk before it\n" + saved(draw([PAGE])), "r.pdf")
    assert found.text == TEXT
    assert [note.partition(":")[0] for note in found.notes] == [
        "words may be missing, for pypdf found this file damaged"
    ]


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert refusal(saved(draw([PAGE] * 3))) == (
        "r.pdf: this PDF has more than 2 pages, and is not read (split it)"
    )


def test_a_page_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    writer = PdfWriter()
    stream = StreamObject()
    stream._data = zlib.compress(b" " * 200_000_000)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer.add_blank_page(595, 842)[NameObject("/Contents")] = writer._add_object(stream)
    assert refusal(saved(writer)).startswith("r.pdf: ")
