"""Writing a text file whole or not at all: beside its place first, then renamed over it."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from pytest_factcheck.errors import UsageError


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with the line ends that the text has, making its folder.

    A link stays a link, and what it leads to is written.

    Raises:
        OSError: If it cannot be written; what stood there before is then still whole.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def check_writable(path: Path, shown: str) -> None:
    """Refuse a file that is marked read-only, or that this user may not write.

    Args:
        path: The file, which is there.
        shown: Its name as people see it.

    Raises:
        UsageError: If it is to stay as it is.
    """
    # A file is replaced and not written over, so that its own mark would not be heeded.
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise UsageError(f"{shown}: this file is read-only, and stays as it is")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
