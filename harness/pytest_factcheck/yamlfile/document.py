"""Data with a place for every value: what a reader of files hands on.

A `Document` knows where each key and value stands and how it was written; it does not know in which
language the file is written, nor what the data means. Places are worked out when they are asked for,
because almost none ever is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pytest_factcheck.errors import visible
from pytest_factcheck.location import LineIndex, Location

Pointer = tuple[str | int, ...]

_SHOWN = 60


def shown(words: str) -> str:
    """Return words of a file as they fit into one line of a message: cut, and nothing invisible in them."""
    line = " ".join(words.split())
    cut = line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
    return visible(cut)


@dataclass(slots=True)
class Node:
    """The place of one value: code-point offsets, and the nodes of what it holds.

    `keys` holds the offset of each key of a mapping. `spoiled` marks a value that a problem was already
    reported for, so that nobody reports what merely follows from it.
    """

    start: int
    end: int
    values: dict[str, Node] | list[Node] | None = None
    keys: dict[str, int] | None = None  # one dictionary for each scalar would cost half the reading time
    spoiled: bool = False

    def child(self, step: str | int) -> Node | None:
        """Return the node one step down, or None if there is no such thing."""
        if isinstance(self.values, dict) and isinstance(step, str):
            return self.values.get(step)
        if isinstance(self.values, list) and isinstance(step, int) and 0 <= step < len(self.values):
            return self.values[step]
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file; `path` is relative, with forward slashes.

    Without `root` and `text` every place is the head of the file.
    """

    path: str
    data: object
    root: Node = field(default_factory=lambda: Node(0, 0), repr=False, compare=False)
    text: str = field(default="", repr=False, compare=False)
    lines: LineIndex = field(default_factory=lambda: LineIndex(""), repr=False, compare=False)

    def at(self, pointer: Pointer) -> Location:
        """Return where the value stands, or its nearest ancestor if there is no such value."""
        return self._place(self._nearest(pointer).start)

    def key_at(self, pointer: Pointer) -> Location:
        """Return where the key of the value stands; without a key, where the value stands."""
        if pointer and isinstance(pointer[-1], str):
            keys = self._nearest(pointer[:-1]).keys
            if keys and pointer[-1] in keys:
                return self._place(keys[pointer[-1]])
        return self.at(pointer)

    def end(self, pointer: Pointer) -> Location:
        """Return where the value ends."""
        return self._place(self._nearest(pointer).end)

    def written(self, pointer: Pointer) -> str:
        """Return the value as it is written in the file, quotation marks included."""
        node = self._nearest(pointer)
        return self.text[node.start : node.end]

    def spoiled(self, pointer: Pointer) -> bool:
        """Tell whether the reader of the file already reported a problem for this value."""
        return self._nearest(pointer).spoiled

    def _nearest(self, pointer: Pointer) -> Node:
        node = self.root
        for step in pointer:
            child = node.child(step)
            if child is None:
                break
            node = child
        return node

    def _place(self, offset: int) -> Location:
        return Location(self.path, *self.lines.place(offset))
