"""The terminal that a command runs in: whether a person looks on, how wide it is, what is answered there."""

from __future__ import annotations

import shutil
import sys

LEAST = 24  # columns for words, however narrow the terminal is


def is_watched() -> bool:
    """Tell whether there is somebody who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def width() -> int:
    """Return how many columns a line may take."""
    return max(LEAST, shutil.get_terminal_size().columns)


def ask(prompt: str, at_end: str | None = None) -> str:
    """Return what a person answers.

    Args:
        prompt: The question.
        at_end: What the end of the input stands for; None where it is an interrupt.

    Raises:
        KeyboardInterrupt: If that person leaves.
    """
    try:
        return input(prompt)
    except EOFError:
        if at_end is None:
            raise KeyboardInterrupt from None
        return at_end
