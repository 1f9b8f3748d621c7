"""Progress on standard error, for work that takes more than two seconds, and only where a person looks on."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 2.0
EVERY = 0.2


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Yield `items`, telling on a terminal how far the work has come.

    Args:
        items: What is worked through.
        what: Their name in the plural.
    """
    looked_on = sys.stderr.isatty()
    due = time.monotonic() + PATIENCE
    told = False
    for number, item in enumerate(items):
        if looked_on and time.monotonic() >= due:
            sys.stderr.write(f"\r{number} of {len(items)} {what}")
            sys.stderr.flush()
            due, told = time.monotonic() + EVERY, True
        yield item
    if told:
        sys.stderr.write(f"\r{len(items)} of {len(items)} {what}\n")
