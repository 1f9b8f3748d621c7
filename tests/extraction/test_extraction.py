"""The suffix of a name decides how a document is read; what cannot be read is refused in one line."""

from __future__ import annotations

import sys

import pytest

from pytest_factcheck import extraction
from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.extraction import Extraction, extracted


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_a_text_is_taken_as_it_is(name: str) -> None:
    raw = "\ufeff# Ä  title\r\n\r\n- one\r".encode()
    assert extracted(raw, name) == Extraction("# Ä  title\n\n- one\n")


def test_a_text_that_is_not_utf8_is_refused_at_its_place() -> None:
    with pytest.raises(InvalidInput, match=r"^old\.txt:2:4: invalid-utf8: the byte 0xE9 here is not UTF-8"):
        extracted("one\ncaf\xe9".encode("latin-1"), "old.txt")


@pytest.mark.parametrize("name", ["report.doc", "report", "seeds/.txt", "a.txt.gz"])
def test_another_kind_of_file_is_refused_with_the_kinds_that_work(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        extracted(b"words", name)
    assert str(caught.value) == (
        f"{name}: no text can be taken out of this kind of file (.txt, .md, .html, .htm, .pdf, .docx can)"
    )


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", "\ufeff".encode(), b"*** --- ***\n"])
def test_a_file_without_a_word_is_refused(raw: bytes) -> None:
    with pytest.raises(UsageError, match=r"^a\.txt: there is no text in this file$"):
        extracted(raw, "a.txt")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "LARGEST", 3_000_000)
    assert extracted(b"a" * 3_000_000, "a.txt").text
    with pytest.raises(UsageError, match=r"^a\.txt: this file is larger than 3 MB, and is not read$"):
        extracted(b"a" * 3_000_001, "a.txt")


@pytest.mark.parametrize(
    ("name", "module", "package", "extra"),
    [
        ("a.html", "webpage", "trafilatura", "html"),
        ("a.pdf", "pdf", "pypdf", "pdf"),
        ("a.docx", "word", "docx", "docx"),
    ],
)
def test_an_extra_that_is_not_installed_is_named_with_the_line_that_installs_it(
    name: str, module: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, f"pytest_factcheck.extraction.{module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)  # as if it could not be imported
    with pytest.raises(UsageError) as caught:
        extracted(b"words", name)
    assert str(caught.value) == (
        f"{name}: to read this kind of file takes an extra (pip install 'pytest-factcheck[{extra}]')"
    )
