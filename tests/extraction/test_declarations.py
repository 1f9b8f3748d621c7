"""What a page declares of itself is taken; what stands in its words is not."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_factcheck.extraction.declarations import Declared, declared, encoding


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("<title> Bridge\n reopens </title>", "Bridge reopens", id="title"),
        pytest.param(
            '<title>A | B</title><meta property="og:title" content="A">', "A", id="open graph first"
        ),
        pytest.param(
            '<meta property="og:title" content=""><title>A</title>', "A", id="an empty one does not count"
        ),
        pytest.param("<title>A &amp; B</title>", "A & B", id="entities"),
        pytest.param("<svg><title>Icon</title></svg>", "Icon", id="any title if nothing else"),
        pytest.param("<title>A</title><svg><title>Icon</title></svg>", "A", id="the first one"),
        pytest.param("", "", id="none"),
    ],
)
def test_the_title_of_a_page(head: str, title: str) -> None:
    assert declared(head) == Declared(title)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2025-03-04T23:30:00-05:00">',
            date(2025, 3, 4),
            id="as written, in the zone of the publisher",
        ),
        pytest.param('<meta name="date" content="2025-03-04">', date(2025, 3, 4), id="name"),
        pytest.param(
            '<meta itemprop="datePublished" content="2025-03-04">', date(2025, 3, 4), id="microdata"
        ),
        pytest.param(
            linked('{"@type": "NewsArticle", "datePublished": "2025-03-04T07:00Z"}'),
            date(2025, 3, 4),
            id="linked data",
        ),
        pytest.param(
            linked('{"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2025-03-04"}]}'),
            date(2025, 3, 4),
            id="graph",
        ),
        pytest.param(
            linked('{"@type": "ItemList", "items": [{"@type": "Article", "datePublished": "2024-01-01"}]}'),
            None,
            id="another article that is listed",
        ),
        pytest.param(
            linked('{"@type": "Article", "datePublished": ["2025-03-04"]}'), None, id="another shape"
        ),
        pytest.param(linked('{"@type": "Article", '), None, id="no JSON"),
        pytest.param(linked("[" * 100_000), None, id="nested without end"),
        pytest.param(linked("[1, null, {}]"), None, id="nothing in it"),
        pytest.param(
            '<meta property="article:modified_time" content="2025-03-04">', None, id="modified only"
        ),
        pytest.param('<meta name="date" content="4 March 2025">', None, id="no day that a machine reads"),
        pytest.param('<meta name="date" content="2025-02-30">', None, id="no day of the calendar"),
        pytest.param("<p>Published on 2025-03-04</p>", None, id="in the words only"),
    ],
)
def test_the_day_of_publication_of_a_page(head: str, published: date | None) -> None:
    assert declared(head).published == published


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-15'>", "iso8859-15"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252"),
        (b'<meta charset="GB2312">', "gb18030"),
        (b'<meta charset="utf-8">', ""),
        (b'<meta charset="hex">', ""),
        (b'<meta charset="unicode_escape">', ""),
        (b'<meta charset="klingon">', ""),
        (b"<p>charset=windows-1252</p>", ""),
        (b" " * 5000 + b'<meta charset="windows-1251">', ""),
    ],
)
def test_the_encoding_of_a_page_is_one_of_the_web(head: bytes, name: str) -> None:
    assert encoding(head) == name
