"""Results kept in a file from one run to the next, so that an interrupted run goes on where it was.

Each is one line, written in one piece as soon as it is known: a digest of the rest, then the name of what it
is about, a mark that changes with everything it rests on, and the result. Whatever is no whole line of ours
is not there. The folder keeps itself out of git; it can be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pytest_factcheck.wholefile import write_whole

FOLDER = ".factcheck"
LATEST = 4  # results about one name: for who goes back and forth between two settings or branches
_NOTICE = "# Made by factcheck, to go on where it was; it can be deleted at any time.\n*\n"
_Mark = tuple[str, str]


class Kept:
    """The results in one file. Where it cannot be written nothing is kept, and `refused` tells why."""

    def __init__(self, root: Path, name: str) -> None:
        self._path = root / FOLDER / name
        # A link may lead to any file of this machine, and whoever made the project may have put it there.
        linked = self._path.is_symlink() or self._path.parent.is_symlink()
        self.refused = f"{FOLDER}/{name} is a link" if linked else ""
        self._rows: dict[_Mark, Any] = {} if linked else dict(_records(_bytes(self._path)))

    def get(self, name: str, mark: str) -> Any:  # noqa: ANN401 - whatever was kept, as JSON gives it back
        """Return what is kept about a name under a mark, or None."""
        return self._rows.get((name, mark))

    def add(self, name: str, mark: str, row: object) -> None:
        """Keep a result."""
        self._rows[name, mark] = row
        if self.refused:
            return
        try:
            notice = self._path.parent / ".gitignore"
            if not notice.exists():
                write_whole(notice, _NOTICE)
            with self._path.open("ab", buffering=0) as file:
                # The line before may have been cut off.
                file.write(b"\n" + _line(name, mark, row))
        except OSError as error:
            self._refuse(error)

    def tidy(self, names: Collection[str]) -> None:
        """Drop the results about every other name, of each all but the latest, and what is none of ours."""
        if self.refused:
            return
        before = _bytes(self._path)  # another run may have added to it
        latest: dict[str, dict[str, object]] = {name: {} for name in names}
        for (name, mark), row in _records(before):
            rows = latest.get(name, {})
            rows.pop(mark, None)
            rows[mark] = row
        lines = (
            _line(name, mark, latest[name][mark]) for name in names for mark in [*latest[name]][-LATEST:]
        )
        after = b"".join(lines)
        try:
            if after != before:
                write_whole(self._path, after.decode("ascii"))
        except OSError as error:
            self._refuse(error)

    def _refuse(self, error: OSError) -> None:
        self.refused = f"{FOLDER}/{self._path.name}: {error.strerror or error}"


def _line(name: str, mark: str, row: object) -> bytes:
    words = json.dumps([name, mark, row], separators=(",", ":")).encode("ascii")
    return _digest(words) + b" " + words + b"\n"


def _digest(words: bytes) -> bytes:
    return sha256(words).hexdigest()[:16].encode("ascii")


def _records(raw: bytes) -> Iterator[tuple[_Mark, Any]]:
    for line in raw.split(b"\n"):
        digest, _, words = line.partition(b" ")
        if words and digest == _digest(words):
            name, mark, row = json.loads(words)
            yield (name, mark), row


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""
