"""Folders: which files below a folder are read, and what is said of one that cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import Location
from pytest_factcheck.settings import SUFFIXES

YAML_SUFFIXES = (".yaml", ".yml")


def is_yaml_file(path: Path) -> bool:
    """Tell whether a name is that of a YAML file, be it one to which an editor has added `.txt`."""
    return path.name.lower().endswith((*YAML_SUFFIXES, *(f"{suffix}.txt" for suffix in YAML_SUFFIXES)))


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files at any depth below `folder`, sorted; hidden ones are left alone.

    Raises:
        OSError: If a folder cannot be read, which would otherwise look as if nothing were in it.
    """
    if not folder.is_dir():
        return ()
    found = (path for path in _below(folder) if is_yaml_file(path) and path.is_file())
    return tuple(sorted(path for path in found if is_read(path, folder)))


def _below(folder: Path) -> Iterator[Path]:
    """Yield what lies at any depth below a folder; one that cannot be read is an error and not empty."""

    def refuse(error: OSError) -> None:
        raise error

    for here, _, names in os.walk(folder, onerror=refuse):
        yield from (Path(here, name) for name in names)


def is_read(path: Path, folder: Path) -> bool:
    """Tell whether a file below the folder of the assertions is read: hidden ones are left alone."""
    return not _hidden(path.relative_to(folder))


def text_names(folder: Path) -> tuple[str, ...]:
    """Return the texts at any depth below `folder` as relative names, sorted; hidden ones are left alone."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    texts = (path for path in found if path.suffix.lower() in SUFFIXES and not _hidden(path))
    return tuple(sorted(path.as_posix() for path in texts))


def unreadable(location: Location, error: OSError) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(location, "unreadable-file", error.strerror or str(error))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
