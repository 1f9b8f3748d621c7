"""What to do about a problem, as lines; a command stays on one line, however long, to be copied."""

from __future__ import annotations

from pytest_factcheck.reports.tables import folded, plain

COMMAND = "factcheck "
MARGIN = "  "


def todo(advice: str, width: int, most: int = 0) -> list[str]:
    """Return advice as lines of at most `width` terminal columns, but for the command that it ends with.

    Args:
        advice: What to do; words after a colon that are a command line are one.
        width: The terminal columns of a line.
        most: How many lines the words before the command may take; 0 for as many as it takes.
    """
    if not advice:
        return []
    words, colon, command = advice.partition(f": {COMMAND}")
    if not colon:
        return folded(f"to do: {advice}", width, most=most)
    return [*folded(f"to do: {words}:", width, most=most), f"{MARGIN}{plain(COMMAND + command)}"]
