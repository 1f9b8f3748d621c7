"""The article of a web page, as an extractor hands it on, to lines: one for each paragraph, item or row.

The elements are those of the TEI (`p`, `head`, `item`, `row`, `lb` …), which trafilatura writes. A line end
within a paragraph is white space, as in the page; a break (`lb`) begins a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_INLINE = frozenset({"hi", "ref", "code", "graphic"})
_STRUCK = "del"  # words that the page shows as struck out: it does not say them any longer
_ITEM = "- "


def lines(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the lines of an element and of all that is in it, without empty ones."""
    found = (" ".join(line.split()) for line in _PARTED.get(element.tag, _parted)(element))
    return (line for line in found if line)


def _row(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    yield " | ".join(cell for part in element if (cell := " ".join(lines(part))))


def _item(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    mark = _ITEM
    for line in _parted(element):
        yield mark + line if line.strip() else ""
        mark = "" if line.strip() else mark


def _code(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    yield from "".join(element.itertext()).splitlines()


def _parted(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the words of an element, and in between the lines of each part that has lines of its own."""
    words = [element.text or ""]
    for part in element:
        if part.tag in _INLINE and len(list(lines(part))) < 2:
            words.append(_words(part))
        elif part.tag != _STRUCK:
            yield "".join(words)
            yield from lines(part)
            words = []
        words.append(part.tail or "")
    yield "".join(words)


def _words(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    inner = (("" if part.tag == _STRUCK else _words(part)) + (part.tail or "") for part in element)
    return (element.text or "") + "".join(inner)


_PARTED = {"row": _row, "item": _item, "code": _code}
