"""Origins: which sources are copies of one text, and therefore one witness and not several.

Two sources are one origin if the manifest says so, or if enough runs of five words of one stand in the other.
Similarity can only join: a credit line ("(Reuters)") proves nothing, and which of two copies was first, or
whether two independent texts rest on one informant, is not known here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.language.folding import fold
from pytest_factcheck.thresholds import ORIGINS

_WORD = re.compile(r"[^\W_]+")
Body = Sequence[str]
Shingles = frozenset[str]
_Run = TypeVar("_Run", str, int)


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of each source; without anything known, what the manifest declares.

    `names` holds the origin by the id of the source, `declared` what the manifest says, and `bodies` the
    words that were compared.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    declared: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)

    def of(self, source: Source) -> str:
        """Return the origin that a source counts for."""
        return self.names.get(source.id, source.counted_as)

    def copies(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Return why some of these sources count together, one sentence for each, in the order of ids."""
        together = defaultdict(list)
        for name in sorted(set(sources) & self.names.keys()):
            together[self.names[name]].append(name)
        counted = [group for group in together.values() if len(group) > 1]
        return tuple(dict.fromkeys(why for group in counted for why in self._reasons(group)))

    def _reasons(self, group: Sequence[str]) -> Iterator[str]:
        origin = self.names[group[0]]
        rest = sorted(name for name in self.bodies if self.names[name] == origin and name not in group)
        runs = {name: shingles(self.bodies[name]) for name in (*group, *rest) if name in self.bodies}
        for name in group:
            if name in self.declared:
                yield f"{name} counts as {self.declared[name]}: the manifest says so"
            elif name in runs:
                like = (other for other in runs if other != name and are_copies(runs[name], runs[other]))
                yield from (self._alike(name, other) for other in islice(like, 1))

    def _alike(self, one: str, other: str) -> str:
        # Most of the shorter text stands in the longer one; the reverse may be a small part.
        long, short = sorted((one, other), key=lambda name: (-len(self.bodies[name]), name))
        share = shared_words(self.bodies[short], self.bodies[long])
        return f"{short} counts with {long}: {int(100 * share)} % of its words are the same"


def body(text: SourceText) -> tuple[str, ...]:
    """Return the words by which a text is compared: those of its statements, or all if it has none."""
    stated, start = [], 0
    for line in text.boilerplate:
        stated.append(text.text[start : line.start])
        start = line.end
    stated.append(text.text[start:])
    return _words("\n".join(stated)) or _words(text.text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text).text.casefold()))


def shingles(words: Body) -> Shingles:
    """Return every run of words of the chosen length; fewer words are one run."""
    return frozenset(_runs(words))


def _runs(words: Body) -> list[str]:
    last = len(words) - ORIGINS.shingle
    if last < 0:
        return [" ".join(words)] if words else []
    return [" ".join(words[at : at + ORIGINS.shingle]) for at in range(last + 1)]


def are_copies(one: frozenset[_Run], other: frozenset[_Run]) -> bool:
    """Tell whether two texts are copies: alike as wholes, or the shorter one almost wholly in the longer."""
    shared = len(one & other)
    alike = shared >= ORIGINS.similarity * (len(one) + len(other) - shared)
    return shared > 0 and (alike or shared >= ORIGINS.containment * min(len(one), len(other)))


def shared_words(words: Body, other: Body) -> float:
    """Return the share of `words` that stand in a run of words which the other text has too."""
    theirs = shingles(other)
    covered: set[int] = set()
    for at, run in enumerate(_runs(words)):
        if run in theirs:
            covered.update(range(at, min(at + ORIGINS.shingle, len(words))))
    return len(covered) / len(words) if words else 0.0


def trace(bodies: Mapping[str, Body], declared: Mapping[str, str]) -> Origins:
    """Find the origin of each source, whatever the order of the sources.

    Args:
        bodies: The words of each text that can be read, by the id of its source.
        declared: The origin that the manifest gives, by the id of the source, for those that have one.

    Returns:
        The origins, each named as the manifest does, or else by the smallest id of its sources.
    """
    groups = _Groups()
    for name, origin in declared.items():
        groups.unite(name, origin)
    _unite_copies({name: shingles(words) for name, words in sorted(bodies.items())}, groups)
    names: dict[str, str] = {}
    for name in sorted(declared.values()):
        names.setdefault(groups.root(name), name)
    known = sorted(bodies.keys() | declared.keys())
    for name in known:
        names.setdefault(groups.root(name), name)
    return Origins({name: names[groups.root(name)] for name in known}, dict(declared), dict(bodies))


def _unite_copies(runs: Mapping[str, Shingles], groups: _Groups) -> None:
    """Unite every two texts that are copies, and compare only those that can be."""
    numbered = _numbered(runs)
    frequency = Counter(number for own in numbered.values() for number in own)
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(numbered, key=lambda name: (-len(numbered[name]), name)):
        own = numbered[name]
        telling = sorted(own, key=lambda number: (frequency[number], number))[: _telling(len(own))]
        for other in sorted(set().union(*(holders[number] for number in telling))):
            if groups.root(other) != groups.root(name) and are_copies(own, numbered[other]):
                groups.unite(name, other)
        for number in own:
            holders[number].append(name)


def _numbered(runs: Mapping[str, Shingles]) -> dict[str, frozenset[int]]:
    """Return the runs as numbers, which are compared several times as fast."""
    numbers: dict[str, int] = {}
    return {
        name: frozenset(numbers.setdefault(run, len(numbers)) for run in sorted(own))
        for name, own in runs.items()
    }


def _telling(size: int) -> int:
    """Return how many of its rarest runs must be looked up to find every longer copy of a text.

    A copy lacks so many runs at most, and one more than those cannot all be missing (prefix filtering:
    Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", 2006).
    """
    return size - int(min(ORIGINS.similarity, ORIGINS.containment) * size) + 1


class _Groups:
    """Sets of names that grow together (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """Return the name that stands for the whole group of `name`."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = name = self._above.get(above, above)
        return name

    def unite(self, one: str, other: str) -> None:
        """Make two groups one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
