"""The tree of a commit as names: which file a name is, through the links that the commit has.

A link is followed wherever it leads within the commit, as the system would follow it in a working tree, and
never out of it. What a file holds is not known here; a reader is given for what the links say.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pytest_factcheck.errors import UsageError

LINK, MODULE, FILES = "120000", "160000", ("100644", "100755", "100664")
MOST_LINKS = 40  # on the way to one file; Linux follows as many


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below one folder of a commit, which may be reached through links.

    Attributes:
        entries: Mode and blob of every file, link and submodule of the commit by its name.
        root: The folder from which names count; empty for the whole commit.
        target: Returns what a link says, by its blob.
    """

    entries: Mapping[str, tuple[str, str]]
    root: str
    target: Callable[[str], str]

    def file(self, name: str) -> str | None:
        """Return the blob of the file that a name leads to, or None where there is none.

        Raises:
            UsageError: If a link leads out of the commit.
        """
        mode, blob = self._entry(self._real(name))
        return blob if mode in FILES else None

    def has_folder(self, name: str) -> bool:
        """Tell whether a name leads to a folder.

        Raises:
            UsageError: If a link leads out of the commit, or the folder is a submodule or lies in one.
        """
        real = self._real(name)
        if any(self._entry(each)[0] == MODULE for each in (real, *real.parents)):
            raise UsageError(f"`{name}` lies in a submodule, which is not followed")
        return next(self.names(name), None) is not None

    def names(self, folder: str) -> Iterator[str]:
        """Yield the files and links below a folder by the names that they have there, sorted.

        A link to a folder is a name too, and what lies behind it is not looked for.

        Raises:
            UsageError: If a link leads out of the commit.
        """
        real = self._real(folder)
        start = f"{real}/" if real.parts else ""
        for name in sorted(self.entries):
            if name.startswith(start) and self.entries[name][0] != MODULE:
                yield PurePosixPath(folder, name.removeprefix(start)).as_posix()

    def _entry(self, path: PurePosixPath) -> tuple[str, str]:
        return self.entries.get(path.as_posix(), ("", ""))

    def _real(self, name: str) -> PurePosixPath:
        """Return the name in which no link is left; one that goes round in links stays as it is."""
        asked = PurePosixPath(self.root, name)
        ahead, found, followed = deque(asked.parts), PurePosixPath(), 0
        while ahead and followed <= MOST_LINKS:
            part = ahead.popleft()
            if part == "..":
                found = _above(found, name)
                continue
            mode, blob = self._entry(found / part)
            if mode != LINK:
                found /= part
                continue
            followed += 1
            leads_to = PurePosixPath(self.target(blob))
            if leads_to.is_absolute():
                raise _leading_out(name)
            ahead.extendleft(reversed(leads_to.parts))
        return asked if followed > MOST_LINKS else found


def entries(listed: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield name, mode and blob of each entry of a tree, but none whose name could lead out of a folder.

    Args:
        listed: What `git ls-tree -r -z` prints.
    """
    for entry in filter(None, listed.split(b"\0")):
        head, _, name = entry.partition(b"\t")
        mode, _, blob = head.decode("ascii").split(" ")
        path = PurePosixPath(os.fsdecode(name))
        if not path.is_absolute() and ".." not in path.parts:
            yield path.as_posix(), (mode, blob)


def _above(found: PurePosixPath, name: str) -> PurePosixPath:
    if not found.parts:
        raise _leading_out(name)
    return found.parent


def _leading_out(name: str) -> UsageError:
    return UsageError(f"`{name}` is a link that leads out of the repository, and is not followed")
