"""Sources: what the manifest says of one, and the text of one with everything that follows from it.

A `Source` is what is known without opening the text; a `SourceText` is the text with its digest, its
sentences and its boilerplate. Where the bytes come from is not known here.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import pairwise

from pytest_factcheck.boilerplate import Furniture
from pytest_factcheck.language import sentences
from pytest_factcheck.language.english import may_be_english
from pytest_factcheck.location import Excerpt, LineIndex, Location
from pytest_factcheck.vocabulary import Span

OPENING = Span(0, 0)  # no words, where a text is shown as a whole


@dataclass(frozen=True, slots=True)
class Original:
    """The document that a text was taken out of: its name, the SHA-256 of its bytes, and by which program."""

    file: str
    sha256: str
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One text of the corpus, as the manifest (or its file name) describes it."""

    id: str
    path: str
    location: Location
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    language: str = "en"
    licence: str = ""
    origin: str = ""
    tags: tuple[str, ...] = ()
    sha256: str = ""
    original: Original | None = None
    boilerplate_lines: tuple[tuple[int, int], ...] = ()
    missing_ok: bool = False

    @property
    def counted_as(self) -> str:
        """Return the origin that this source counts for: its own, unless it is declared to be a copy."""
        return self.origin or self.id

    def below(self, folder: str) -> str:
        """Return the path of the text below the corpus folder."""
        return self.path.removeprefix(f"{folder}/")

    def matches(self, selector: str) -> bool:
        """Tell whether a scope's selector (an id, a tag, or a glob over ids) names this source."""
        return selector in self.tags or fnmatchcase(self.id, selector)


@dataclass(frozen=True)
class SourceText:
    """The text of a source, with everything that is derived from it made on first use and kept."""

    source: Source
    text: str
    furniture: Furniture = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def line_index(self) -> LineIndex:
        """Return the index of the line starts."""
        return LineIndex(self.text)

    @cached_property
    def all_sentences(self) -> tuple[Span, ...]:
        """Return every sentence, boilerplate included; none crosses the edge of a boilerplate line."""
        edges = [edge for line in self.boilerplate for edge in (line.start, line.end)]
        split = sentences.split(self.text)
        return tuple(part for sentence in split for part in _cut(self.text, sentence, edges))

    @cached_property
    def boilerplate(self) -> tuple[Span, ...]:
        """Return the lines, without their line feeds, that can be quoted but are not judged."""
        found, start = [], 0
        for number, line in enumerate(self.text.split("\n"), 1):
            listed = any(first <= number <= last for first, last in self.source.boilerplate_lines)
            if line.strip() and (listed or self.furniture.holds(line)):
                found.append(Span(start, start + len(line)))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences that are judged, in order."""
        starts = {span.start for span in self.boilerplate}
        lines = self.line_index
        return tuple(
            sentence
            for sentence in self.all_sentences
            if lines.offset(lines.line(sentence.start)) not in starts
        )

    def location(self, offset: int) -> Location:
        """Return the place of the code point at `offset`."""
        return Location(self.source.path, *self.line_index.place(offset))

    def excerpt(self, span: Span = OPENING) -> Excerpt:
        """Return the words of a span and their place."""
        end_line, end_column = self.line_index.place(span.end)
        return Excerpt(self.location(span.start), end_line, end_column, span.of(self.text))

    @cached_property
    def foreign(self) -> str:
        """Return how the language of the text is to be named where it is not English; else nothing."""
        language = self.source.language
        if language.partition("-")[0].lower() != "en":
            return f"which is in `{language}`"
        return (
            "" if may_be_english(self.text) else "which is not in English, though `language` does not say so"
        )

    @property
    def changed(self) -> bool:
        """Tell whether the text is another than the one the manifest was locked on."""
        return bool(self.source.sha256) and self.source.sha256 != self.digest


def _cut(text: str, sentence: Span, edges: Sequence[int]) -> Iterator[Span]:
    """Yield the parts of a sentence between `edges`, which are in order, without white space around them."""
    inner = edges[bisect_right(edges, sentence.start) : bisect_left(edges, sentence.end)]
    for start, end in pairwise((sentence.start, *inner, sentence.end)):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        if words.strip():
            yield Span(first, first + len(words.strip()))
