"""The corpus: what the manifest says of each source, and the text of a source once it is read.

The corpus asks the reader it was given for bytes, on first use and once; where they lie it refuses to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pytest_factcheck.boilerplate import PACKAGED
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.location import Location
from pytest_factcheck.schema import validate
from pytest_factcheck.settings import MANIFEST, SUFFIXES
from pytest_factcheck.sources import Original, Source, SourceText
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile import Document

__all__ = [
    "MANIFEST",
    "SUFFIXES",
    "Corpus",
    "Original",
    "Source",
    "SourceText",
    "from_files",
    "from_manifest",
    "slugged",
]


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
        self.furniture = PACKAGED.joined(boilerplate)
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
            text = None if raw is None else SourceText(source, decode(raw, source.path), self.furniture)
            self._texts[source_id] = text
        return self._texts[source_id]

    def with_text(self, source_id: str, raw: bytes) -> Corpus:
        """Return this corpus with another text for one source, and its digest in the manifest's place.

        Args:
            source_id: The source.
            raw: Its new text, as it would lie on disk.

        Raises:
            KeyError: If the corpus has no such source.
            InvalidInput: If the text is not UTF-8.
        """
        source = self.sources[source_id]
        text = SourceText(source, decode(raw, source.path), self.furniture)
        return self._with(replace(source, sha256=text.digest), text.text)

    def with_copy(self, source_id: str, text: str, copy: Source) -> Corpus:
        """Return this corpus with one more source.

        Args:
            source_id: The source that is copied, whose boilerplate lines the copy has.
            text: The text of the copy.
            copy: What the manifest would say of it.
        """
        lines = self.sources[source_id].boilerplate_lines
        return self._with(replace(copy, boilerplate_lines=lines), text)

    def _with(self, source: Source, text: str) -> Corpus:
        """Return this corpus with another text, or one more; the texts of all others are shared."""
        sources = {**self.sources, source.id: source}
        other = Corpus(self.path, sources.values(), self._read, title=self.title)
        other.furniture = self.furniture
        other._texts = {**self._texts, source.id: SourceText(source, text, self.furniture)}
        return other

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
        original=Original(**entry["original"]) if "original" in entry else None,
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
