"""The data files of WordNet 3.0, read as wndb(5WN) and cntlist(5WN) describe them.

Lexical relations hold between two words, semantic ones between two synsets. Names and phrases, told by
a capital or an underscore, are left out: the product compares single common words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ANTONYM, DERIVED, NARROWER, PERTAINS = "!", "+", "~", "\\"
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_PART_OF_SENSE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_MARKER = {"(p)", "(a)", "(ip)"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation to another synset; words count from 1, and 0 means the whole synset."""

    symbol: str
    synset: str
    word: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """A meaning: its identity ("n00001740"), the field it belongs to, the words for it, and its relations."""

    identity: str
    field: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """A word in one of its meanings; `number` counts from the most frequent, `tags` how often it was seen."""

    lemma: str
    part: str
    number: int
    synset: str
    tags: int


def is_plain(word: str) -> bool:
    """Tell whether an entry is a single common word, in small letters a to z."""
    return word.isascii() and word.isalpha() and word.islower()


def synset(line: str) -> Synset:
    """Return the synset of one line of a `data` file.

    Args:
        line: "offset file part count word id ... pointers ... | gloss"; the counts of words are hexadecimal.
    """
    fields = line.partition(" | ")[0].split()
    part = fields[2].replace("s", "a")
    count = int(fields[3], 16)
    words = tuple(_unmarked(fields[4 + 2 * n]) for n in range(count))
    start = 5 + 2 * count
    pointers = tuple(
        _pointer(fields[at : at + 4]) for at in range(start, start + 4 * int(fields[start - 1]), 4)
    )
    return Synset(part + fields[0], int(fields[1]), words, pointers)


def _unmarked(word: str) -> str:
    """Return an adjective without the mark of where it may stand."""
    bare, bracket, _ = word.partition("(")
    return bare if bracket and word[len(bare) :] in _MARKER else word


def _pointer(fields: list[str]) -> Pointer:
    symbol, offset, part, ends = fields
    word, target = divmod(int(ends, 16), 256)
    return Pointer(symbol, part.replace("s", "a") + offset, word, target)


def synsets(lines: Iterable[str]) -> Iterator[Synset]:
    """Yield the synsets of a `data` file; lines that begin with a blank are the licence."""
    return (synset(line) for line in lines if not line.startswith(" "))


def tag_counts(lines: Iterable[str]) -> dict[tuple[str, str, int], int]:
    """Return how often a lemma was seen as a part of speech in a sense, from the lines of `cntlist.rev`."""
    counts: dict[tuple[str, str, int], int] = {}
    for line in lines:
        key, number, count = line.split()
        lemma, _, place = key.partition("%")
        counts[lemma, _PART_OF_SENSE[place[0]], int(number)] = int(count)
    return counts


def senses(lines: Iterable[str], counts: dict[tuple[str, str, int], int]) -> Iterator[Sense]:
    """Yield the senses of the single words of an `index` file, the most frequent of each word first."""
    for line in lines:
        fields = line.split()
        if line.startswith(" ") or not is_plain(fields[0]):
            continue
        lemma, part, offsets = fields[0], fields[1], fields[-int(fields[2]) :]
        for number, offset in enumerate(offsets, 1):
            yield Sense(lemma, part, number, part + offset, counts.get((lemma, part, number), 0))
