"""Where the text of a new source goes: a free place in the corpus folder, written with the manifest."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pytest_factcheck.corpus import MANIFEST, SUFFIXES, Corpus
from pytest_factcheck.errors import UsageError
from pytest_factcheck.settings import Settings
from pytest_factcheck.wholefile import check_writable, write_whole


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text lies: on disk, below the corpus folder, as people read it; `was_there` before or not."""

    path: Path
    name: str
    shown: str
    was_there: bool


def place_of(settings: Settings, file: Path, name: str) -> Place:
    """Return the place of the text of a document: its own if it lies in the corpus folder, else a new one.

    Args:
        settings: Those of the project.
        file: The document.
        name: The id of the source.
    """
    suffix = file.suffix.lower()
    below = inside(settings, file) if suffix in SUFFIXES else ""
    chosen = below or f"{name}{suffix if suffix in SUFFIXES else SUFFIXES[0]}"
    return Place(settings.corpus_folder / chosen, chosen, f"{settings.corpus}/{chosen}", bool(below))


def inside(settings: Settings, file: Path) -> str:
    """Return the path of a file below the corpus folder, or nothing if it lies elsewhere."""
    path, folder = file.resolve(), settings.corpus_folder.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def check_free(corpus: Corpus | None, name: str, place: Place, *, is_listed: bool) -> None:
    """Refuse an id or a place that another source has.

    Args:
        corpus: The corpus, if there is one yet.
        name: The id of the new source.
        place: Where its text is to lie.
        is_listed: Whether the corpus has a manifest; else its sources are the files of the folder.

    Raises:
        UsageError: With what to do instead.
    """
    for source in corpus.sources.values() if corpus else ():
        is_itself = place.was_there and source.path == place.shown
        if is_itself and is_listed:
            raise UsageError(f"{place.shown}: this text is in the corpus already, as `{source.id}`")
        if source.id == name and not is_itself:
            advice = f"choose another --id, or `factcheck source update {name} FILE`"
            raise UsageError(f"--id: the source `{name}` is there already, {source.path} ({advice})")
    if not place.was_there and os.path.lexists(place.path):
        advice = f"choose another --id, or `factcheck source add {place.shown}` if it is the text"
        raise UsageError(f"{place.shown}: there is such a file already, and it stays as it is ({advice})")


def write(settings: Settings, manifest: str, place: Place, text: str) -> None:
    """Write a text and the manifest that names it, both or neither.

    Raises:
        UsageError: If the manifest is read-only.
        OSError: If one of them cannot be written.
    """
    path = settings.corpus_folder / MANIFEST
    if path.is_file():
        check_writable(path, f"{settings.corpus}/{MANIFEST}")
    if not place.was_there:
        write_whole(place.path, text)
    try:
        write_whole(path, manifest)
    except BaseException:  # an interrupt as well
        if not place.was_there:
            place.path.unlink(missing_ok=True)
        raise
