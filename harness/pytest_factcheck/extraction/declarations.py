"""What a web page says of itself in its head: its headline, its day of publication, its encoding.

Only what the page declares for machines to read is taken; nothing is guessed from the words of the page.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import Any

_ENCODING = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
# What browsers read under these names: the Encoding Standard of the WHATWG.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_OF_THE_WEB = (
    "cp125",
    "iso8859-",
    "koi8-",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_",
    "iso2022_jp",
    "cp866",
    "cp874",
)
_HEAD = 4096  # bytes in which a page declares its encoding
_TITLES = ("og:title", "twitter:title", "headline", "title")  # the best first
_DAYS = ("article:published_time", "datePublished", "date", "dc.date.issued")
_LINKED = "application/ld+json"
_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "WebPage",
)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares; empty where it declares nothing."""

    title: str = ""
    published: date | None = None


def declared(page: str) -> Declared:
    """Return what a page declares of itself."""
    head = _Head()
    head.feed(page)
    head.close()
    title = next((head.values[name] for name in _TITLES if head.values.get(name)), "")
    days = (_day(head.values.get(name, "")) for name in _DAYS)
    return Declared(" ".join(title.split()), next(filter(None, days), None))


def encoding(raw: bytes) -> str:
    """Return the encoding that a page declares, as Python names it; nothing if it is none of the web."""
    found = _ENCODING.search(raw[:_HEAD])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    name = _MEANT.get(name, name)
    return name if name.startswith(_OF_THE_WEB) else ""


def _day(moment: str) -> date | None:
    # As written, in the time zone of the publisher: it is the day that the page shows to its readers.
    with suppress(ValueError):
        return date.fromisoformat(moment.strip()[:10])
    return None


class _Head(HTMLParser):
    """Collects what a page declares: the first value of each name."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._inside = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.values.setdefault(name, given.get("content", ""))
        if tag == "title" or (tag == "script" and given.get("type", "").lower() == _LINKED):
            self._inside, self._words = tag, []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        words, self._inside = "".join(self._words), ""
        if tag == "title":
            self.values.setdefault("title", words)
        else:
            for article in _articles(words):
                for key in ("headline", "datePublished"):
                    if isinstance(article.get(key), str):
                        self.values.setdefault(key, article[key])


def _articles(linked: str) -> Iterator[Mapping[str, Any]]:
    """Yield what JSON-LD says of the page itself, and not of others that it names."""
    try:
        data = json.loads(linked)
    except (ValueError, RecursionError):
        return
    for item in data if isinstance(data, list) else [data]:
        graph = item.get("@graph") if isinstance(item, dict) else None
        for node in graph if isinstance(graph, list) else [item]:
            kinds = node.get("@type") if isinstance(node, dict) else None
            if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield node
