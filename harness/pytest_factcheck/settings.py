"""The settings of a project: `[tool.factcheck]` in pyproject.toml, or factcheck.toml beside the texts.

The table is closed: an unknown key, a wrong type or a path that leaves the project is an error with its
place. The plugin and the command read the same values. This module reads settings files and nothing else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pytest_factcheck.errors import InvalidInput, Problem, did_you_mean, visible
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode

OWN_FILE = "factcheck.toml"
SHARED_FILE = "pyproject.toml"
ASSERTIONS = "assertions"
MANIFEST = "corpus.yaml"
SUFFIXES = (".txt", ".md")  # of texts
KINDS: dict[str, str] = {
    "assertions": "a folder",
    "corpus": "a folder",
    "judges": "a list of names",
    "strict": "true or false",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has chosen; paths are relative to `root`, with forward slashes.

    `prefix` stands before each path that is shown, for a reader who works in another folder than `root`.
    """

    root: Path
    assertions: str = ASSERTIONS
    corpus: str = "seeds"
    judges: tuple[str, ...] = ("slots", "verbatim", "language")
    strict: bool = False
    file: str = ""
    prefix: str = ""

    @property
    def assertions_folder(self) -> Path:
        """Return the folder of the assertions."""
        return self.root / self.assertions

    @property
    def corpus_folder(self) -> Path:
        """Return the folder of the source texts."""
        return self.root / self.corpus

    def shown(self, path: Path) -> str:
        """Return `path` as people read it: below the project or behind `prefix`, with forward slashes.

        What nobody sees in a name, and bytes that are no text, are written as escapes.
        """
        # A link is shown by its own name, where the reader finds it, unless the root itself was linked to.
        for place, root in ((path, self.root), (path.resolve(), self.root.resolve())):
            if place.is_relative_to(root):
                return visible(PurePosixPath(self.prefix, place.relative_to(root).as_posix()).as_posix())
        return visible(path.as_posix())


def find(start: Path) -> Settings | None:
    """Find the settings that hold for `start`, looking in it and then in each folder above.

    Args:
        start: A folder.

    Returns:
        The settings, or None where no file has a table for this package and no folder has the default
        layout (`assertions/` beside `seeds/`).

    Raises:
        InvalidInput: If the nearest settings file cannot be used.
    """
    for folder in (start, *start.parents):
        found = _in_folder(folder)
        if found is not None:
            return found
    return _default(start)


def at(folder: Path) -> Settings | None:
    """Return the settings of a project whose root is this very folder, or None where it is no project.

    Raises:
        InvalidInput: If its settings file cannot be used.
    """
    return _in_folder(folder) or _default(folder)


def _default(folder: Path) -> Settings | None:
    default = Settings(root=folder)
    return default if default.assertions_folder.is_dir() and _holds_texts(default.corpus_folder) else None


def _holds_texts(folder: Path) -> bool:
    # Other tools have folders of these names, as dbt has `seeds/`; texts or a manifest make it ours.
    return any(path.name == MANIFEST or path.suffix in SUFFIXES for path in folder.glob("*.*"))


def _in_folder(folder: Path) -> Settings | None:
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    if own.is_file():
        return _read(own, table=())
    if shared.is_file():
        return _read(shared, table=("tool", "factcheck"))
    return None


def _read(path: Path, table: tuple[str, ...]) -> Settings | None:
    raw = path.read_bytes()
    if table and b"factcheck" not in raw:
        return None
    text = decode(raw, path.name)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput([_syntax_problem(path, str(error))]) from None
    for name in table:
        if not isinstance(values, dict) or name not in values:
            return None
        values = values[name]
    if not isinstance(values, dict):
        problem = Problem(Location(path.name), "wrong-type", f"`{'.'.join(table)}` must be a table")
        raise InvalidInput([problem])
    problems = [problem for key, value in values.items() for problem in _problems(path, text, key, value)]
    if problems:
        raise InvalidInput(problems)
    chosen: dict[str, Any] = {key: _TAKEN[KINDS[key]](value) for key, value in values.items()}
    return Settings(root=path.parent, file=path.name, **chosen)


_TAKEN: dict[str, Callable[[Any], object]] = {
    "a folder": lambda folder: PurePosixPath(folder).as_posix(),
    "a list of names": tuple,
    "true or false": bool,
}


def _syntax_problem(path: Path, message: str) -> Problem:
    place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    text = message[: place.start()] if place else message
    return Problem(Location(path.name, line, column), "bad-toml", text)


def _problems(path: Path, text: str, key: str, value: object) -> list[Problem]:
    location = _key_location(path, text, key)
    if key not in KINDS:
        advice = did_you_mean(key, tuple(KINDS)) or f"known are {', '.join(KINDS)}"
        return [Problem(location, "unknown-key", f"`{key}` is no setting", advice)]
    if not _fits(KINDS[key], value):
        return [Problem(location, "wrong-type", f"`{key}` must be {KINDS[key]}")]
    if KINDS[key] == "a folder" and not _stays_inside(str(value)):
        message = f"`{key}` must be a folder inside the project, written with forward slashes"
        return [Problem(location, "unsafe-path", message)]
    return []


def _fits(kind: str, value: object) -> bool:
    if kind == "true or false":
        return isinstance(value, bool)
    if kind == "a folder":
        return isinstance(value, str) and bool(value)
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _stays_inside(folder: str) -> bool:
    path = PurePosixPath(folder)
    leads_out = path.is_absolute() or ".." in path.parts or "\\" in folder or ":" in folder
    return not leads_out and folder.isprintable()


def _key_location(path: Path, text: str, key: str) -> Location:
    lines = text.split("\n")
    heading = "[tool.factcheck]"
    start = next((number for number, line in enumerate(lines) if line.strip().startswith(heading)), -1)
    for number, line in enumerate(lines[start + 1 :], start + 2):
        bare = line.lstrip()
        if bare.split("=", 1)[0].strip().strip("\"'") == key:
            return Location(path.name, number, len(line) - len(bare) + 1)
    return Location(path.name, start + 1 if start >= 0 else 1)
