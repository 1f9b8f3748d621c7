"""The corpus: what the manifest says of each source, and the text of a source once it is read.

A `Source` is what is known without opening the text; a `SourceText` is the text with its digest, its
sentences and its boilerplate. The corpus asks the reader it was given for bytes, on first use and once;
where they lie it refuses to know.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import pairwise
from typing import Any

from pytest_factcheck.boilerplate import PACKAGED, Furniture
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.language import sentences
from pytest_factcheck.language.english import may_be_english
from pytest_factcheck.location import Excerpt, LineIndex, Location
from pytest_factcheck.schema import validate
from pytest_factcheck.settings import MANIFEST, SUFFIXES
from pytest_factcheck.textfile import decode
from pytest_factcheck.vocabulary import Span
from pytest_factcheck.yamlfile import Document

OPENING = Span(0, 0)  # no words, where a text is shown as a whole
__all__ = ["MANIFEST", "SUFFIXES", "Corpus", "Source", "SourceText", "from_files", "from_manifest", "slugged"]


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


class Corpus:
    """All sources of a folder; texts are read one by one, when they are first asked for."""

    def __init__(
        self,
        path: str,
        sources: Iterable[Source],
        read: Callable[[Source], bytes | None],
        *,
        title: str = "",
        boilerplate: Iterable[Mapping[str, str]] = (),
    ) -> None:
        self.path = path
        self.title = title
        self.sources: dict[str, Source] = {source.id: source for source in sources}
        self._read = read
        self._furniture = PACKAGED.joined(boilerplate)
        self._texts: dict[str, SourceText | None] = {}

    @property
    def tags(self) -> tuple[str, ...]:
        """Return every tag that some source has, sorted."""
        return tuple(sorted({tag for source in self.sources.values() for tag in source.tags}))

    def text(self, source_id: str) -> SourceText | None:
        """Return the text of a source, or None where it may be missing and is.

        Raises:
            KeyError: If the corpus has no such source.
            InvalidInput: If the text is not UTF-8.
        """
        if source_id not in self._texts:
            source = self.sources[source_id]
            raw = self._read(source)
            text = None if raw is None else SourceText(source, decode(raw, source.path), self._furniture)
            self._texts[source_id] = text
        return self._texts[source_id]

    def selected(self, selectors: tuple[str, ...], as_of: date | None) -> tuple[Source, ...]:
        """Return the sources in a scope, in the order of the manifest.

        Args:
            selectors: Ids, tags or globs; none selects every source.
            as_of: Only what was published on or before this day; undated sources do not count then.
        """
        return tuple(
            source
            for source in self.sources.values()
            if (not selectors or any(source.matches(selector) for selector in selectors))
            and (as_of is None or (source.published is not None and source.published <= as_of))
        )


def from_manifest(document: Document, folder: str, read: Callable[[Source], bytes | None]) -> Corpus:
    """Build a corpus from its manifest.

    Args:
        document: The manifest as loaded.
        folder: The corpus folder, relative to the project.
        read: Returns the bytes of a source, or None where the text is missing.

    Raises:
        InvalidInput: With every mistake of the manifest.
    """
    problems = validate(document, "corpus")
    if problems:
        raise InvalidInput(problems)
    data: Any = document.data
    sources = [
        _entry(entry, folder, document.at(("sources", n, "id"))) for n, entry in enumerate(data["sources"])
    ]
    repeated = [*_repeats(document, data["sources"], "id"), *_repeats(document, data["sources"], "file")]
    repeated += _backward_ranges(document, data["sources"])
    if repeated:
        raise InvalidInput(repeated)
    rules = data.get("boilerplate", [])
    return Corpus(folder, sources, read, title=data.get("title", ""), boilerplate=rules)


def from_files(names: Iterable[str], folder: str, read: Callable[[Source], bytes | None]) -> Corpus:
    """Build a corpus from bare files, whose ids are the slugs of their names.

    Args:
        names: Paths of the texts below `folder`, with forward slashes.
        folder: The corpus folder, relative to the project.
        read: Returns the bytes of a source.

    Raises:
        InvalidInput: If two names make the same slug, or one makes none.
    """
    taken: dict[str, str] = {}
    problems, sources = [], []
    for name in sorted(names):
        place, slug = Location(f"{folder}/{name}"), slugged(name)
        if not name.isprintable():
            place = Location(f"{folder}/{ascii(name)[1:-1]}")
            problems.append(Problem(place, "bad-file-name", "invisible characters stand in it"))
        elif not slug:
            problems.append(Problem(place, "bad-file-name", "no letter or digit to make an id from"))
        elif slug in taken:
            message = f"makes the id `{slug}`, as {taken[slug]} does; rename one, or name both in {MANIFEST}"
            problems.append(Problem(place, "duplicate-source", message))
        else:
            taken[slug] = name
            sources.append(Source(slug, f"{folder}/{name}", place))
    if problems:
        raise InvalidInput(problems)
    return Corpus(folder, sources, read)


def slugged(name: str) -> str:
    """Return a file name without its suffix as an id: lower case ASCII letters, digits, single hyphens."""
    stem = name.rpartition(".")[0] or name
    return "-".join(re.findall(r"[a-z0-9]+", stem.lower()))


def _entry(entry: Mapping[str, Any], folder: str, location: Location) -> Source:
    ranges = [rule["lines"].split("-") for rule in entry.get("boilerplate", [])]
    text_keys = {key: entry[key] for key in _TEXT_KEYS if key in entry}
    return Source(
        path=f"{folder}/{entry['file']}",
        location=location,
        published=date.fromisoformat(entry["published"]) if "published" in entry else None,
        tags=tuple(entry.get("tags", ())),
        boilerplate_lines=tuple((int(lines[0]), int(lines[-1])) for lines in ranges),
        missing_ok=entry.get("missing_ok", False),
        **text_keys,
    )


_TEXT_KEYS = ("id", "title", "publisher", "url", "language", "licence", "origin", "sha256")


def _repeats(document: Document, entries: list[Mapping[str, Any]], key: str) -> list[Problem]:
    first: dict[str, Location] = {}
    problems = []
    for number, entry in enumerate(entries):
        place = document.at(("sources", number, key))
        if entry[key] in first:
            message = f"`{entry[key]}` is already the {key} of the source at line {first[entry[key]].line}"
            problems.append(Problem(place, "duplicate-source", message))
        first.setdefault(entry[key], place)
    return problems


def _backward_ranges(document: Document, entries: list[Mapping[str, Any]]) -> Iterator[Problem]:
    for number, entry in enumerate(entries):
        for at, rule in enumerate(entry.get("boilerplate", [])):
            first, _, last = rule["lines"].partition("-")
            if last and int(last) < int(first):
                place = document.at(("sources", number, "boilerplate", at, "lines"))
                yield Problem(place, "bad-value", f"`lines`: {rule['lines']} ends before it begins")


def _cut(text: str, sentence: Span, edges: Sequence[int]) -> Iterator[Span]:
    """Yield the parts of a sentence between `edges`, which are in order, without white space around them."""
    inner = edges[bisect_right(edges, sentence.start) : bisect_left(edges, sentence.end)]
    for start, end in pairwise((sentence.start, *inner, sentence.end)):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        if words.strip():
            yield Span(first, first + len(words.strip()))
