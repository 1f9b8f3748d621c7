"""The distribution: the name under which this package is installed, its version, and what its code is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

NAME = "pytest-factcheck"


def installed_version() -> str:
    """Return the version of the installed package; empty where it runs from a folder."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return ""


@cache
def code_digest() -> str:
    """Return the SHA-256 of the code and data of this package: what a result rests on besides its input."""
    digest = sha256()
    for name, part in _files(files(__package__), ""):
        raw = part.read_bytes()
        digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
    return digest.hexdigest()


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{above}/{part.name}"
        if part.is_dir() and part.name != "__pycache__":
            yield from _files(part, name)
        elif part.is_file():
            yield name, part
