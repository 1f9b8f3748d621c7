"""Places in files: `path:line:column` for people, code-point offsets for spans, and the way between them.

Lines end at a line feed only, because the text of a source and the text of a YAML file have no other
line end once they are read. Lines and columns count from 1 and columns count code points.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file, as people write it: `path:line:column`, the path relative and with slashes."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a file and where they stand; the end is the place behind the last character."""

    start: Location
    end_line: int
    end_column: int
    words: str


class LineIndex:
    """The line starts of one text, for turning offsets into lines and columns and back."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def line(self, offset: int) -> int:
        """Return the line, from 1, that holds the code point at `offset`."""
        return bisect_right(self._starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the code point at `offset`."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of `line` and `column`; the inverse of `place`.

        Raises:
            IndexError: If the text has no such line.
        """
        if not 1 <= line <= len(self._starts):
            raise IndexError(f"line {line} of a text with {len(self._starts)} lines")
        return self._starts[line - 1] + column - 1
