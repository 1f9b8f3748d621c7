"""The manifest as a file that is written: digests set in place, a source added, or a first manifest drafted.

Nothing else changes; comments, order, layout and line ends stay, byte for byte. What was written is read
again and compared before anybody gets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pytest_factcheck import yamlfile
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.document import Document, Pointer
from pytest_factcheck.yamlfile.editing import Edit, add_item, add_key, replace_scalar, spliced
from pytest_factcheck.yamlfile.layout import Value
from pytest_factcheck.yamlfile.scalars import on_own_line, quoted

_DRAFTED = ("id", "file", "sha256")  # the keys of a source in a first manifest


def locked(raw: bytes, path: str, digests: Mapping[str, str]) -> str:
    """Return a manifest with the digest of each source set.

    Args:
        raw: The manifest as it is on disk.
        path: Its name as people see it.
        digests: The SHA-256 of each text by the id of its source.

    Raises:
        InvalidInput: If the manifest cannot be edited without changing more than the digests.
    """
    document = yamlfile.load(decode(raw, path), path)
    edited = spliced(raw.decode("utf-8"), document, _edits(document, digests))
    if not _only_digests_differ(document.data, decode(edited.encode("utf-8"), path), path, digests):
        message = "the digests cannot be written without changing the layout of this file"
        raise InvalidInput([Problem(Location(path), "bad-layout", message, "put each key on its own line")])
    return edited


def added(raw: bytes, path: str, entry: Mapping[str, Value]) -> str:
    """Return a manifest with a source added behind the last one.

    Args:
        raw: The manifest as it is on disk.
        path: Its name as people see it.
        entry: The keys of the source.

    Raises:
        InvalidInput: If the manifest has mistakes, or no source can be added without changing more.
    """
    decode(raw, path)
    return add_item(raw.decode("utf-8"), path, ("sources",), entry)


def taken_from(raw: bytes, path: str, source: str, original: Mapping[str, str]) -> str:
    """Return a manifest that names another document as the one that the text of a source was taken out of.

    Args:
        raw: The manifest as it is on disk.
        path: Its name as people see it.
        source: The id of the source.
        original: The keys of `original`.

    Raises:
        InvalidInput: If the manifest has mistakes, or cannot be edited without changing more.
    """
    text = raw.decode("utf-8")
    data: Any = yamlfile.load(decode(raw, path), path).data
    number = next(at for at, entry in enumerate(data["sources"]) if entry["id"] == source)
    pointer, known = ("sources", number), data["sources"][number].get("original")
    if known is None:
        return add_key(text, path, pointer, "original", original)
    for key, value in original.items():
        place = (*pointer, "original")
        if key in known:
            text = replace_scalar(text, path, (*place, key), value)
        else:
            text = add_key(text, path, place, key, value)
    return text


def begun(texts: Iterable[SourceText], folder: str, entry: Mapping[str, Value], modeline: str = "") -> str:
    """Return a first manifest for texts that have none, and a new source behind them.

    Args:
        texts: The texts that have no manifest, in its order.
        folder: The corpus folder, with which the path of every source begins.
        entry: The keys of the new source; its id, file and digest among them.
        modeline: The first line, which tells editors the schema; none if empty.

    Raises:
        InvalidInput: If a file has a name that YAML cannot hold.
    """
    entries = [*(_entry(text, folder) for text in texts), {key: str(entry[key]) for key in _DRAFTED}]
    draft = _draft(entries, folder, modeline)
    for key, value in entry.items():
        if key not in _DRAFTED:
            draft = add_key(draft, folder, ("sources", len(entries) - 1), key, value)
    return draft


def drafted(texts: Iterable[SourceText], folder: str, modeline: str = "") -> str:
    """Return a first manifest for texts that have none.

    Args:
        texts: The texts, in the order of the manifest.
        folder: The corpus folder, with which the path of every source begins.
        modeline: The first line, which tells editors the schema; none if empty.

    Raises:
        InvalidInput: If a file has a name that YAML cannot hold.
    """
    return _draft([_entry(text, folder) for text in texts], folder, modeline)


def _entry(text: SourceText, folder: str) -> dict[str, str]:
    return {"id": text.source.id, "file": text.source.below(folder), "sha256": text.digest}


def _draft(entries: Sequence[Mapping[str, str]], folder: str, modeline: str) -> str:
    draft = f"{modeline}sources:\n{''.join(map(_block, entries))}"
    if yamlfile.load(draft, folder).data != {"sources": entries}:
        names = ", ".join(quoted(entry["file"]) for entry in entries if not entry["file"].isprintable())
        raise InvalidInput(
            [Problem(Location(folder), "bad-file-name", f"YAML cannot hold {names}", "rename it")]
        )
    return draft


def _block(entry: Mapping[str, str]) -> str:
    name, file = on_own_line(entry["id"]), quoted(entry["file"])
    return f"  - id: {name}\n    file: {file}\n    sha256: {entry['sha256']}\n"


def _edits(document: Document, digests: Mapping[str, str]) -> Iterator[Edit]:
    data: Any = document.data
    for number, entry in enumerate(data["sources"]):
        digest = digests.get(entry["id"])
        if digest is None or entry.get("sha256") == digest:
            continue
        pointer: Pointer = ("sources", number)
        if "sha256" in entry:
            yield (*_range(document, (*pointer, "sha256")), digest)
        else:
            yield _addition(document, pointer, digest)


def _addition(document: Document, pointer: Pointer, digest: str) -> Edit:
    """Return the edit that adds a digest behind the name of the file."""
    _, end = _range(document, (*pointer, "file"))
    if document.written(pointer).startswith("{"):
        return end, end, f", sha256: {digest}"
    indent = " " * (document.key_at((*pointer, "file")).column - 1)
    end_of_line = (document.text + "\n").index("\n", end)  # a comment behind the name stays with it
    return end_of_line, end_of_line, f"\n{indent}sha256: {digest}"


def _range(document: Document, pointer: Pointer) -> tuple[int, int]:
    start, end = document.at(pointer), document.end(pointer)
    return document.lines.offset(start.line, start.column), document.lines.offset(end.line, end.column)


def _only_digests_differ(data: Any, edited: str, path: str, digests: Mapping[str, str]) -> bool:  # noqa: ANN401 - any YAML
    try:
        after: Any = yamlfile.load(edited, path).data
    except InvalidInput:
        return False
    wanted = [
        {**entry, "sha256": digests[entry["id"]]} if entry["id"] in digests else entry
        for entry in data["sources"]
    ]
    return bool(after == {**data, "sources": wanted})
