"""Progress on standard error, for work that takes more than two seconds, and only where a person looks on."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 2.0
EVERY = 0.2
LONGEST, SHORTEST = 30, 4  # columns of the bar between its brackets


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Yield `items`, showing on a terminal how far the work has come; nothing of it stays there.

    Args:
        items: What is worked through.
        what: Their name in the plural.
    """
    looked_on = sys.stderr.isatty()
    due = time.monotonic() + PATIENCE
    shown = ""
    try:
        for number, item in enumerate(items):
            if looked_on and time.monotonic() >= due:
                before, shown = shown, bar(number, len(items), what, shutil.get_terminal_size().columns)
                _write(shown.ljust(len(before)))
                due = time.monotonic() + EVERY
            yield item
    finally:
        if shown:
            _write(" " * len(shown))
            _write("")


def bar(number: int, every: int, what: str, width: int) -> str:
    """Return a bar with counts that takes less than `width` columns; the counts alone where it is narrow.

    Args:
        number: How many are done.
        every: How many there are.
        what: Their name in the plural.
        width: The columns of the terminal.
    """
    counts = f"{number} of {every} {what}"
    room = min(LONGEST, width - len(counts) - len("[] ") - 1)
    if room < SHORTEST:
        return counts[: max(0, width - 1)]
    done = "#" * (room * number // every)
    return f"[{done.ljust(room, '-')}] {counts}"


def _write(line: str) -> None:
    sys.stderr.write(f"\r{line}")
    sys.stderr.flush()
