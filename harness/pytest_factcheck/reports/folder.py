"""A folder of pages on disk: each file whole or not at all, and nothing touched that is not a page of ours.

What was written is listed in the folder, so that the next run removes the pages that there are no more.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from pytest_factcheck.errors import UsageError
from pytest_factcheck.wholefile import write_whole

LISTING = ".factcheck-pages"


def is_folder(path: str, below: Path) -> bool:
    """Tell whether a path, as it was given, means a folder: it ends with a slash, or there is one."""
    return path.endswith(("/", os.sep)) or (below / path).is_dir()


def check_folder(folder: Path, shown: str) -> None:
    """Refuse a folder that holds something else than pages.

    Args:
        folder: The folder; it need not be there.
        shown: Its name as people see it.

    Raises:
        UsageError: If it is no folder, or files lie there and it was not made by an earlier run.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{shown}: there is a file of this name; the pages need a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LISTING).is_file():
        raise UsageError(f"{shown}: this folder holds other files: name a new one, like `site/`")


def write_folder(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Write pages into a folder, and remove those of an earlier run that are no more.

    Args:
        folder: The folder, which is made.
        pages: The path of each page in the folder, with forward slashes, and its text.

    Raises:
        OSError: If one cannot be written; each that was there before is then still whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = set(_listed(folder))
    # Listed first: what an interrupted run leaves is known to the next.
    (folder / LISTING).touch()
    written = []
    for name, text in pages:
        write_whole(folder / name, text)
        written.append(name)
    for name in sorted(before.difference(written)):
        _remove(folder, name)
    write_whole(folder / LISTING, "".join(f"{name}\n" for name in sorted(written)))


def _listed(folder: Path) -> Iterator[str]:
    """Yield the pages of an earlier run; a path that leads out of the folder is none."""
    try:
        names = (folder / LISTING).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for name in names:
        path = PurePosixPath(name)
        if name and not path.is_absolute() and ".." not in path.parts:
            yield name


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        return
    path.unlink(missing_ok=True)
    for above in path.relative_to(folder).parents:
        if above.parts and not any((folder / above).iterdir()):
            (folder / above).rmdir()
