"""The article of a web page, as an extractor hands it on, to lines: one for each paragraph, item or row.

The elements are those of the TEI (`p`, `head`, `item`, `row`, `lb` …), which trafilatura writes. A line end
within a paragraph is white space, as in the page; a break (`lb`) begins a line. A page may nest as deep as it
likes: each element is read once, and none by recursion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_INLINE = frozenset({"hi", "ref", "code", "graphic"})
_STRUCK = "del"  # words that the page shows as struck out: it does not say them any longer
_ROW, _CODE = "row", "code"
_MARKS = {"item": "- "}
_BETWEEN_CELLS = " | "


@dataclass(slots=True, eq=False)
class _Words:
    """Words that are put together only where they are written: most are part of longer ones by then."""

    parts: list[str | _Words] = field(default_factory=list)
    says: bool = False  # whether there is more in them than white space

    def add(self, part: str | _Words) -> None:
        self.parts.append(part)
        self.says = self.says or (part.says if isinstance(part, _Words) else bool(part.strip()))

    def line(self) -> str:
        left: list[str | _Words] = [self]
        found: list[str] = []
        while left:
            part = left.pop()
            if isinstance(part, _Words):
                left += reversed(part.parts)
            else:
                found.append(part)
        return " ".join("".join(found).split())


@dataclass(slots=True, eq=False)
class _Part:
    """An element as far as it has been read: all its words, its lines, and the line that is still open."""

    tag: str
    left: Iterator[Any]
    tail: str = ""
    words: _Words = field(default_factory=_Words)
    lines: list[_Words | _Part] = field(default_factory=list)
    count: int = 0  # of the lines, those of the parts included
    open: _Words = field(default_factory=_Words)

    def say(self, words: str | _Words) -> None:
        self.words.add(words)
        self.open.add(words)

    def end_line(self) -> None:
        if self.open.says:
            self.lines.append(self.open)
            self.count += 1
        self.open = _Words()

    def hold(self, part: _Part) -> None:
        if part.count:
            self.lines.append(part)
            self.count += part.count


def lines(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the lines of an element and of all that is in it, without empty ones."""
    return (words.line() for words in _lines(_read(element)))


def _read(element: Any) -> _Part:  # noqa: ANN401 - lxml has no types
    part = _begun(element)
    above: list[_Part] = []
    while True:
        inner = next(part.left, None)
        if inner is not None:
            above.append(part)
            part = _begun(inner)
            continue
        _end(part)
        if not above:
            return part
        _take(above[-1], part)
        part = above.pop()


def _begun(element: Any) -> _Part:  # noqa: ANN401 - lxml has no types
    tail = element.tail or ""
    if element.tag != _CODE:
        part = _Part(element.tag, iter(element), tail)
        part.say(element.text or "")
        return part
    part = _Part(_CODE, iter(()), tail)
    for line in "".join(element.itertext()).splitlines():
        part.say(line)
        part.end_line()
    part.words = _unstruck(element)
    return part


def _unstruck(element: Any) -> _Words:  # noqa: ANN401 - lxml has no types
    words = _Words()
    left = [element]
    while left:
        part = left.pop()
        if isinstance(part, str):
            words.add(part)
            continue
        inner = (each for one in part for each in ("" if one.tag == _STRUCK else one, one.tail or ""))
        left += reversed([part.text or "", *inner])
    return words


def _take(above: _Part, part: _Part) -> None:
    """Put an element that has been read, and what stands behind it, into the one that holds it."""
    if above.tag == _ROW:
        above.hold(part)
    elif part.tag in _INLINE and part.count < 2:
        above.open.add(part.words)
    elif part.tag != _STRUCK:
        above.end_line()
        above.hold(part)
    if part.tag != _STRUCK:
        above.words.add(part.words)
    above.say(part.tail)


def _end(part: _Part) -> None:
    """End the last line of an element; a row is one line, of its cells and nothing between them."""
    if part.tag != _ROW:
        part.end_line()
        return
    cells, part.lines, part.count, part.open = part.lines, [], 0, _Words()
    for cell in cells:
        part.open.add(_BETWEEN_CELLS if part.open.parts else "")
        for line in _lines(cell):
            part.open.add(line)
            part.open.add(" ")
    part.end_line()


def _lines(part: _Words | _Part) -> Iterator[_Words]:
    """Yield the lines of an element in order, the first one of an item with its mark."""
    left: list[Iterator[_Words | _Part]] = [iter((part,))]
    mark = ""
    while left:
        each = next(left[-1], None)
        if each is None:
            left.pop()
        elif isinstance(each, _Part):
            mark += _MARKS.get(each.tag, "")
            left.append(iter(each.lines))
        else:
            yield _Words([mark, each], says=True)
            mark = ""
