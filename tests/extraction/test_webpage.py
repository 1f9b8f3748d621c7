"""The article of a web page: its lines, and none of what stands around it.

The three pages in `documents` are made up in the manner of real ones; beside each stands the text that is
taken out of it, read line by line. One line there is wrong: the link "READ MORE" of blocks.html.
"""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.extraction import extracted, webpage

DOCUMENTS = Path(__file__).parent / "documents"
AROUND = (
    "cookie",
    "privacy",
    "Sign in",
    "Sign up",
    "newsletter",
    "Share",
    "Facebook",
    "Related",
    "also like",
    "Most read",
    "Comments",
    "All rights reserved",
    "a lie",
    "drunk",
    "Advertisement",
    "<",
)
STATED = [f"The {what} reopened on 3 March 2025, the council said." for what in ("bridge", "road")]
SENTENCES = "".join(f"<p>{stated}</p>" for stated in STATED)
TEXT = "\n\n".join(STATED) + "\n"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.html")), ids=lambda path: path.stem)
def test_the_text_of_a_page_is_its_article(path: Path) -> None:
    found = extracted(path.read_bytes(), path.name)
    assert found.text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert found.extractor == f"trafilatura {version('trafilatura')}"
    assert [words for words in AROUND if words in found.text] == []


@pytest.mark.parametrize(
    ("name", "title", "published"),
    [
        ("article.html", "Bridge reopens after nine months", date(2025, 3, 4)),
        ("blocks.html", "Ferry operator fined after January collision", date(2025, 4, 11)),
        ("release.html", "Lake level falls to lowest since 1976", None),
    ],
)
def test_the_headline_stands_first_and_once(name: str, title: str, published: date | None) -> None:
    found = extracted((DOCUMENTS / name).read_bytes(), name)
    assert (found.title, found.published) == (title, published)
    assert found.text.startswith(f"{title}\n\n")
    assert found.text.count(title) == 1


def test_a_page_is_read_the_same_twice() -> None:
    raw = (DOCUMENTS / "blocks.html").read_bytes()
    assert extracted(raw, "a.html") == extracted(raw, "a.html")


def test_a_headline_that_only_the_head_has_is_put_first() -> None:
    found = extracted(page(SENTENCES, "<title>Town reopens</title>"), "a.html")
    assert (found.title, found.text) == ("Town reopens", f"Town reopens\n\n{TEXT}")


def test_a_line_end_within_a_paragraph_is_a_space_and_a_break_begins_a_line() -> None:
    raw = page(f"{SENTENCES}<p>One\n  two <b>three\n</b>four.<br>Five <i>six</i>.</p><ul><li>A\nB</li></ul>")
    assert extracted(raw, "a.html").text == f"{TEXT}\nOne two three four.\n\nFive six.\n\n- A B\n"


def test_words_that_are_struck_out_are_no_text() -> None:
    raw = page(f"{SENTENCES}<p>It cost <s>two</s> <b>three <del>or four</del></b> million euros.</p>")
    assert extracted(raw, "a.html").text == f"{TEXT}\nIt cost three million euros.\n"


def test_scripts_are_no_text() -> None:
    raw = page(f"{SENTENCES}<p>No one <script>alert('hurt')</script>was hurt.</p><script>evil()</script>")
    assert extracted(raw, "a.html").text == f"{TEXT}\nNo one was hurt.\n"


def test_entities_of_a_page_are_not_expanded() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a "aha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hosts">]>'
    raw = f"{doctype}<html><body><article>{SENTENCES}<p>Then &b; and &f; came.</p></article></body></html>"
    assert extracted(raw.encode(), "a.html").text == f"{TEXT}\nThen &b; and &f; came.\n"


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "us-ascii"])
def test_a_page_is_read_in_the_encoding_that_it_declares(declared: str) -> None:
    raw = (
        page(f"{SENTENCES}<p>“Élan”, she said.</p>", f'<meta charset="{declared}">').decode().encode("cp1252")
    )
    assert extracted(raw, "a.html").text == f"{TEXT}\n“Élan”, she said.\n"


@pytest.mark.parametrize(
    "head", ["", '<meta charset="utf-8">', '<meta charset="hex">', '<meta charset="utf-7">']
)
def test_an_encoding_is_not_guessed(head: str) -> None:
    raw = page(f"{SENTENCES}<p>Élan</p>", head).decode().encode("cp1252")
    with pytest.raises(InvalidInput, match=r"^a\.html:1:\d+: invalid-utf8: the byte 0xC9 here is not UTF-8"):
        extracted(raw, "a.html")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no page",
        b"<html><body><div id='root'></div><script>app('x')</script></body></html>",
        b"<p></p>",
    ],
)
def test_a_page_without_an_article_is_refused(raw: bytes) -> None:
    with pytest.raises(UsageError) as caught:
        extracted(raw, "a.html")
    assert str(caught.value) == (
        "a.html: no article was found in this page (copy its words into a .txt file)"
    )


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^a\.html: no article was found"):
        extracted(page("<div>" * 50_000 + SENTENCES), "a.html")


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webpage, "LARGEST", 1_000_000)
    with pytest.raises(UsageError, match=r"^a\.html: this page is larger than 1 MB, and is not read$"):
        extracted(page(SENTENCES + " " * 1_000_000), "a.html")
