"""Tables and lines: cells as text or Markdown. The one place that knows tabulate and what a cell may hold.

Cells come from untrusted texts: control characters and directional overrides never reach a terminal, and
nothing in a cell can break its row or become markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from tabulate import tabulate
from wcwidth import wcswidth, wcwidth

ELLIPSIS = "…"
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
ACTING = frozenset({"Cc", "Cf", "Cs"})  # Unicode categories of what a terminal acts on, or cannot encode
EMOJI_SIGN = "\ufe0f"  # it has no width, but makes the character before it wide
LEAST = 12
GAP = 2  # what tabulate keeps between two columns, and a column beyond its head


def plain(cell: object) -> str:
    """Return a cell on one line, with what a terminal would act on made harmless."""
    kept = "".join(
        character
        for character in str(cell)
        if character.isspace() or unicodedata.category(character) not in ACTING
    )
    return " ".join(kept.split())


def cut(cell: object, width: int) -> str:
    """Return a cell on one line, cut to `width` terminal columns with an ellipsis."""
    line = plain(cell)
    return line if columns(line) <= width else _ended(line, width)


def columns(line: str) -> int:
    """Return how many terminal columns a line takes."""
    return max(wcswidth(line), 0) if line else 0


def folded(cell: object, width: int, *, most: int = 0, margin: str = "") -> list[str]:
    """Return a cell as lines of at most `width` terminal columns, broken between words where they fit.

    Args:
        cell: What is shown.
        width: The terminal columns of a line; 0 for as many as it needs.
        most: How many lines there may be, the last ended with an ellipsis; 0 for as many as it takes.
        margin: What every line but the first begins with.
    """
    if not width:
        return [plain(cell)]
    lines: list[str] = []
    used = width
    for part, begins_word in _parts(plain(cell), width - len(margin)):
        taken = _width(part)
        if begins_word and used + 1 + taken <= width:
            lines[-1] += f" {part}"
            used += 1 + taken
        elif most and len(lines) == most:
            return [*lines[:-1], _ended(f"{lines[-1]} ", width)]
        else:
            lines.append(f"{margin}{part}" if lines else part)
            used = taken + (len(margin) if len(lines) > 1 else 0)
    return lines


def text_table(headers: Sequence[str], rows: Iterable[Sequence[object]], width: int = 0) -> str:
    """Return a table for a terminal or a text file.

    Args:
        headers: The names of the columns.
        rows: The cells; when the table is too wide the last column is cut first, then the widest.
        width: Terminal columns that the table may take; 0 for as many as it needs. No column is cut below
            twelve, so a table of very many columns is wider.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    if width and cells:
        limits = _limits(headers, cells, width)
        cells = [[cut(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in cells]
    table = tabulate(cells, headers=list(headers), tablefmt="simple", disable_numparse=True)
    return "\n".join(line.rstrip() for line in table.split("\n"))


def markdown_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in GitHub's Markdown."""
    cells = [[markdown(cell) for cell in row] for row in rows]
    return tabulate(cells, headers=list(headers), tablefmt="github", disable_numparse=True)


def markdown(cell: object) -> str:
    """Return words as Markdown that shows them as they are."""
    return MARKUP.sub(r"\\\1", plain(cell))


def _limits(headers: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how many terminal columns each column of a table may take."""
    room = width - GAP * (len(headers) - 1)
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    limits = [
        min(width, max(columns(header) + GAP, taken)) for header, taken in zip(headers, widths, strict=True)
    ]
    limits[-1] = min(limits[-1], max(LEAST, room - sum(limits[:-1])))
    while sum(limits) > room and max(limits) > LEAST:
        limits[limits.index(max(limits))] -= 1
    return limits


def _parts(line: str, width: int) -> Iterator[tuple[str, bool]]:
    """Yield the words of a line, those wider than `width` in pieces, and whether each begins a word."""
    for word in line.split():
        start = used = 0
        for at, character in enumerate(word):
            if used + _width(character) > width and at > start:
                yield word[start:at], start == 0
                start, used = at, 0
            used += _width(character)
        yield word[start:], start == 0


def _ended(line: str, width: int) -> str:
    kept, used = 0, 0
    for character in line:
        used += _width(character)
        if used > width - 1:
            break
        kept += 1
    return f"{line[:kept].rstrip() if kept < len(line) else line}{ELLIPSIS}"


def _width(part: str) -> int:
    """Return the most terminal columns that a part of a line can take."""
    return sum(1 if character == EMOJI_SIGN else max(0, wcwidth(character)) for character in part)
