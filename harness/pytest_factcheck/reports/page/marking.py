"""Marking: a text cut where marks begin and end, so that each part knows every mark that it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Some code points that are marked: `number` tells what for, if it is not 0, and `stance` how."""

    start: int
    end: int
    number: int
    stance: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a text; `marks` are those that it lies in, and `ending` those whose last part it is."""

    text: str
    marks: tuple[Mark, ...]
    ending: tuple[Mark, ...]

    @property
    def stances(self) -> tuple[str, ...]:
        """Return the sides that it is marked for, each once, in order of their names."""
        return tuple(sorted({mark.stance for mark in self.marks}))

    @property
    def numbers(self) -> str:
        """Return the numbers of its marks, separated by spaces."""
        return " ".join(str(number) for number in sorted({mark.number for mark in self.marks} - {0}))


def segments(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a part of a text at the edges of marks.

    Args:
        text: The whole text, of which marks count the code points.
        start: Where the part begins.
        end: Where it ends.
        marks: What is marked, in any order; it may overlap, and reach beyond the part.

    Returns:
        The segments in order; together they are the part.
    """
    here = sorted(
        (mark for mark in marks if mark.start < end and start < mark.end and mark.start < mark.end),
        key=lambda mark: (mark.start, mark.end, mark.number, mark.stance),
    )
    edges = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    return tuple(_segment(text, first, last, here) for first, last in pairwise(cuts))


def _segment(text: str, first: int, last: int, marks: Sequence[Mark]) -> Segment:
    over = tuple(mark for mark in marks if mark.start <= first and last <= mark.end)
    ending = tuple(mark for mark in over if mark.number and mark.end == last)
    return Segment(text[first:last], over, ending)


def lines_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each line of a text begins and ends, without its line feed."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(found)
