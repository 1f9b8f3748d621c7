"""Results kept in a file from one run to the next, so that an interrupted run goes on where it was.

Each is one line, written as soon as it is known, under a key that changes with everything it rests on. A line
that was cut off while it was written, or that is none of ours, is not there. The folder keeps itself out of
git; it can be deleted at any time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pytest_factcheck.wholefile import write_whole

FOLDER = ".factcheck"
_NOTICE = "# Made by factcheck, to go on where it was; it can be deleted at any time.\n*\n"


class Kept:
    """The results in one file; without a file that can be written it keeps nothing, and says so once."""

    def __init__(self, root: Path, name: str) -> None:
        self._path = root / FOLDER / name
        self._rows: dict[str, Any] = dict(_lines(self._path))
        self._writes = True

    def get(self, key: str) -> Any:  # noqa: ANN401 - whatever was kept, as JSON gives it back
        """Return what is kept under a key, or None."""
        return self._rows.get(key)

    def add(self, key: str, row: object) -> None:
        """Keep a result."""
        self._rows[key] = row
        if not self._writes:
            return
        try:
            self._ignore()
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(_line(key, row))
        except OSError as error:
            self._writes = False
            sys.stderr.write(f"nothing is kept for the next run: {self._path}: {error.strerror}\n")

    def only(self, keys: Collection[str]) -> None:
        """Drop every result under another key."""
        if self._writes and not self._rows.keys() <= set(keys):
            self._rows = {key: row for key, row in self._rows.items() if key in keys}
            write_whole(self._path, "".join(_line(key, row) for key, row in self._rows.items()))

    def _ignore(self) -> None:
        notice = self._path.parent / ".gitignore"
        if not notice.exists():
            write_whole(notice, _NOTICE)


def _line(key: str, row: object) -> str:
    return json.dumps([key, row], ensure_ascii=True, separators=(",", ":")) + "\n"


def _lines(path: Path) -> list[tuple[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    found = []
    for line in lines:
        try:
            key, row = json.loads(line)
        except (ValueError, TypeError):
            continue
        if isinstance(key, str):
            found.append((key, row))
    return found
