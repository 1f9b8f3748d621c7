"""Folding: the same words whatever their typography, with a way back to the text as it stands.

`fold` evens out what changes when a text is typed again: white space, quotation marks, dashes, ligatures,
width, composed or decomposed accents, invisible characters. `skeleton` also drops what is lost or invented
when a text is extracted from a page: spaces, hyphens, punctuation. Neither ignores case or accents, and
neither knows which differences change the meaning. The tables are in `data/folding.toml`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from unicodedata import category, normalize

from pytest_factcheck.vocabulary import Span

ELASTIC = -1
LONGEST_KEPT_RUN = 16


def _code_points(ranges: Iterable[str]) -> Iterator[str]:
    for item in ranges:
        first, _, last = item.partition("..")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


_DATA = tomllib.loads(files(__package__).joinpath("data/folding.toml").read_text("utf-8"))
INVISIBLE = frozenset(_code_points(_DATA["invisible"]))
_EXTENDING = frozenset(_code_points(_DATA["extending"]))
_RETYPED = {letter: row["as"] for row in _DATA["same"] for letter in _code_points(row["characters"])}


def _compatible(letter: str) -> str:
    return normalize("NFKC", letter).translate(str.maketrans(_RETYPED))


_SAME = {
    **{letter: _compatible(letter) for letter in _code_points(_DATA["compatible"])},
    **_RETYPED,
    **dict.fromkeys(INVISIBLE, ""),
}

# Everything but printable ASCII is odd, and so are a backquote and a second space. A run takes in all white
# space that follows it.
_RUNS = re.compile(r"(?:[^ -_a-~]|  )[^!-_a-~]*")
_DROPPED = "".join(map(re.escape, _code_points(_DATA["skeleton"]["dropped"])))
_BARE_RUNS = re.compile(rf"[^\s{_DROPPED}]+")


# A stretch of folded text and where it comes from: its offset, and start and end in the original. An elastic
# piece (its end is `ELASTIC`) runs to the next one, character by character; any other comes as a whole. It is
# a plain tuple because a text has one for every odd character.
Piece = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Folding:
    """A folded form of a text with a map back to original code points.

    `pieces` are in order, and `below` is the folding that this one was made from, if any.
    """

    text: str
    pieces: tuple[Piece, ...]
    below: Folding | None = None

    def span(self, folded: Span) -> Span:
        """Return where a span of the folded text stands in the original, in whole clusters."""
        start, end = self._source(folded.start)
        if folded.end > folded.start:
            _, end = self._source(folded.end - 1)
        else:
            end = start
        return self.below.span(Span(start, end)) if self.below else Span(start, end)

    def _source(self, offset: int) -> tuple[int, int]:
        """Return start and end, one level below, of the code points behind one folded code point."""
        at, start, end = self.pieces[bisect_right(self.pieces, offset, key=itemgetter(0)) - 1]
        if end != ELASTIC:
            return start, end
        return start + offset - at, start + offset - at + 1


def fold(text: str) -> Folding:
    """Fold typography, and nothing that carries meaning.

    Args:
        text: Any text.

    Returns:
        The text with white space, quotes, dashes, ligatures, width and accents in one form each, and
        without invisible characters. Runs of white space are one space, at both ends as well.
    """
    parts: list[str] = []
    pieces: list[Piece] = [(0, 0, ELASTIC)]
    done = size = 0
    for match in _RUNS.finditer(text):
        # The letter before the run comes with it: a mark may belong to it, and a space run on.
        start, end = max(done, match.start() - 1), match.end()
        run = text[start:end]
        folded, inner = _known(run) if len(run) <= LONGEST_KEPT_RUN else _folded(run)
        parts += text[done:start], folded
        size += start - done
        for at, first, last in inner:
            pieces.append((size + at, start + first, last if last == ELASTIC else start + last))
        size += len(folded)
        done = end
    return Folding("".join((*parts, text[done:])), tuple(pieces))


def skeleton(text: str) -> Folding:
    """Fold a text down to its letters, digits and the signs that carry meaning."""
    return bare(fold(text))


def bare(folding: Folding) -> Folding:
    """Return the skeleton of a text that is folded already."""
    parts: list[str] = []
    pieces: list[Piece] = []
    size = 0
    for match in _BARE_RUNS.finditer(folding.text):
        parts.append(match.group())
        pieces.append((size, match.start(), ELASTIC))
        size += match.end() - match.start()
    return Folding("".join(parts), tuple(pieces) or ((0, 0, ELASTIC),), folding)


@cache
def extends(character: str) -> bool:
    """Tell whether a character belongs to the one before it: an accent, a vowel sign, a selector."""
    return character in _EXTENDING or category(character)[0] == "M"


def _folded(run: str) -> tuple[str, tuple[Piece, ...]]:
    """Return a run folded, and its pieces from the first that is not one for one."""
    parts: list[str] = []
    pieces: list[Piece] = []
    size, lag, elastic = 0, 0, True
    for start, end in _clusters(run):
        folded = " " if run[start].isspace() else _cluster(run[start:end])
        plain = len(folded) == end - start == 1
        if folded and not (plain and elastic and start - size == lag):
            pieces.append((size, start, ELASTIC if plain else end))
            lag, elastic = start - size, plain
        parts.append(folded)
        size += len(folded)
    if pieces or size < len(run):
        pieces.append((size, len(run), ELASTIC))
    return "".join(parts), tuple(pieces)


_known = lru_cache(maxsize=4096)(_folded)


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """Cut a run into white space, what cannot be seen, and characters with the marks that belong to them."""
    start = 0
    while start < len(run):
        first = run[start]
        reach = _space_end if first.isspace() else _unseen_end if first in INVISIBLE else _cluster_end
        end = reach(run, start + 1)
        yield start, end
        start = end


def _space_end(run: str, at: int) -> int:
    while at < len(run) and (run[at].isspace() or run[at] in INVISIBLE):
        at += 1
    return at


def _unseen_end(run: str, at: int) -> int:
    while at < len(run) and run[at] in INVISIBLE:
        at += 1
    return at


def _cluster_end(run: str, at: int) -> int:
    end = at
    while at < len(run) and (extends(run[at]) or run[at] in INVISIBLE):
        at += 1
        end = at if extends(run[at - 1]) else end
    return end


@lru_cache(maxsize=4096)
def _cluster(cluster: str) -> str:
    composed = normalize("NFC", cluster)
    return normalize("NFC", "".join(_SAME.get(character, character) for character in composed))
