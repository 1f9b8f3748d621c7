"""Lines on pages to paragraphs: which lines are one paragraph, and which repeat at the edge of the pages.

A page knows where its lines stand and nothing of paragraphs. These are told by the gaps between lines, by
indents, by the letters and by short last lines. The order of the lines is the one in which they were drawn.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pytest_factcheck.extraction import linebreaks

# As shares of the size of the letters, if nothing else is said.
INDENT = 0.7  # further to the right than this, a line begins a paragraph
OUTDENT = 5  # further to the left than this, it is not the second line below an indented first
SAME_ROW = 0.5  # nearer than this, two lines stand on one height
OTHER_SIZE = 0.1  # by more than this, letters are of another size
DISTANCES = (0.8, 3.0)  # of two lines of a paragraph, in any document
WIDER = 1.25  # times the usual distance: a gap between two paragraphs
APART = 1.6  # further than this, a running head stands from what it is above or below
SHORT = 0.65  # of a full line: the paragraph ends there
MARGIN = 0.08  # of the height that the lines of all pages take: running heads stand further out
CELL = 0.25  # of the width of a line, and more than the width of three letters: a gap between two cells
REPEATED = 3  # pages with one line at one place, and a third of all, before it is a running head

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•‣▪●○◦■□–—*·-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\W*\d+\W*(?:of)?\W*\d*\W*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, where it begins (in points, rightwards and upwards), its letters.

    `full` is how many characters the longest line of its column has; `cells` tells a row of a table.
    """

    words: str
    left: float
    height: float
    size: float
    bold: bool = False
    full: int = 0
    cells: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The paragraphs of a document, and the lines that were left out because they stand on many pages."""

    paragraphs: tuple[str, ...]
    repeated: tuple[str, ...]


Page = Sequence[Line]
_Key = tuple[str, int]


def told(pages: Sequence[Page]) -> Told:
    """Return the paragraphs of a document, without running heads and page numbers."""
    times = Counter(key for number, page in enumerate(pages) for line in page for key in _keys(line, number))
    enough = max(REPEATED, len(pages) / 3)
    lines: list[Line] = []
    repeated: dict[_Key, str] = {}
    margins = _margins(pages)
    for number, page in enumerate(pages):
        running = {
            line: key
            for line in page
            for key in _keys(line, number)
            if times[key] >= enough and not margins[0] < line.height < margins[1]
        }
        edge = set(_edge(page, running))
        lines += _measured(_rows(line for line in page if line not in edge))
        for line in page:
            if line in edge and not _PAGE_NUMBER.fullmatch(line.words):
                repeated.setdefault(running[line], line.words)
    return Told(tuple(_paragraphs(lines)), tuple(repeated.values()))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    layout = _Layout.of(lines)
    known = linebreaks.vocabulary(line.words for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and layout.continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return (linebreaks.joined([line.words for line in group], known) for group in groups)


def _margins(pages: Sequence[Page]) -> tuple[float, float]:
    """Return below and above which height a line stands in the margin of a page."""
    heights = [line.height for page in pages for line in page] or [0.0]
    margin = MARGIN * (max(heights) - min(heights))
    return min(heights) + margin, max(heights) - margin


def _edge(page: Page, running: Container[Line]) -> Iterator[Line]:
    """Yield the running heads of a page: from its edges inwards, what stands apart and is nothing else."""
    downwards = sorted(page, key=lambda line: -line.height)
    for inwards in (downwards, downwards[::-1]):
        for block in _blocks(inwards):
            if not all(line in running for line in block):
                break
            yield from block


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield lines in the groups between which there are gaps."""
    block: list[Line] = []
    for line in lines:
        if block and abs(block[-1].height - line.height) > APART * line.size:
            yield block
            block = []
        block.append(line)
    yield block


def _keys(line: Line, page: int) -> frozenset[_Key]:
    """Return what running heads share: the height, and the words but for a number that counts pages."""
    words, height = line.words.casefold(), round(line.height / 4)
    counted = (
        f"{words[: number.start()]}{int(number[0]) - page:+}{words[number.end() :]}"
        for number in _NUMBER.finditer(words)
    )
    return frozenset((each, height) for each in (words, *counted))


def _rows(page: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a page that hold words; those on one height, as the cells of a table, as one."""
    row: Line | None = None
    for line in page:
        if row and abs(row.height - line.height) < SAME_ROW * row.size and line.left > row.left:
            row = _beside(row, line)
            continue
        if row and any(map(str.isalnum, row.words)):
            yield row
        row = line
    if row and any(map(str.isalnum, row.words)):
        yield row


def _beside(row: Line, line: Line) -> Line:
    """Return two lines on one height as one."""
    width = len(row.words) * row.size / 2  # a letter is half as wide as high, more or less
    gap = line.left - row.left - width
    is_cell = gap > max(3 * row.size, CELL * width) and any(map(str.isalnum, row.words))
    letters = max(row, line, key=lambda part: len(part.words))
    words, cells = f"{row.words} {line.words}", row.cells or is_cell
    return replace(letters, words=words, left=row.left, height=row.height, cells=cells)


def _measured(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a page, each with the length of the longest one of its column."""
    kept = list(lines)
    longest: dict[tuple[int, int], int] = defaultdict(int)
    for line in kept:
        longest[_column(line)] = max(longest[_column(line)], len(line.words))
    return [replace(line, full=longest[_column(line)]) for line in kept]


def _column(line: Line) -> tuple[int, int]:
    return round(line.left / 10), round(line.size)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in a document: the size of its letters, and the distance of two lines in such sizes."""

    size: float
    distance: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Layout:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.words)
        size = max(sizes, key=lambda each: (sizes[each], each), default=1.0)
        near, far = DISTANCES
        steps = ((one.height - two.height) / one.size for one, two in pairwise(lines) if _alike(one, two))
        usual = Counter(round(step, 1) for step in steps if near < step < far)
        most = max(usual.values(), default=0)
        return cls(size, min((step for step, times in usual.items() if times == most), default=near * 1.5))

    def continues(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Tell whether a line belongs to the paragraph before it."""
        last = paragraph[-1]
        if last.cells or line.cells or not _alike(last, line) or _BULLET.match(f"{line.words} "):
            return False
        begins_low = line.words[:1].islower()
        is_short = len(last.words) < SHORT * last.full
        step = (last.height - line.height) / last.size
        if not 0 < step < DISTANCES[1]:  # another column, another page
            return not _ENDS.search(last.words) and (begins_low or not is_short)
        if step > WIDER * self.distance or self._begins_elsewhere(paragraph, line):
            return False
        return begins_low or not is_short

    def _begins_elsewhere(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Tell whether a line begins too far right, or left, of the one before to be of one paragraph."""
        if line.size > self.size * (1 + OTHER_SIZE):
            return False  # large letters are those of a headline, whose lines may be centred
        last, is_second = paragraph[-1], len(paragraph) == 1
        further = (line.left - last.left) / line.size
        if further > INDENT:
            return not (is_second and _BULLET.match(last.words))  # a hanging indent goes on below its bullet
        return -further > (OUTDENT if is_second else INDENT)


def _alike(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= OTHER_SIZE * one.size and one.bold == two.bold
