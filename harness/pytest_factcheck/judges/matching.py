"""A claim found in a sentence, word for word: what the checks for clashes look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pytest_factcheck.judges.alignment import Item
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Token


@dataclass(frozen=True, slots=True)
class Match:
    """A claim found in a sentence: for each of its items, the item of the source that answers it."""

    claim: Reading
    ours: Sequence[Item]
    source: Reading
    theirs: Sequence[Item]

    @property
    def start(self) -> int:
        """Return the first token of the source that answers."""
        return self.theirs[0].start

    @property
    def end(self) -> int:
        """Return the place after the last token of the source that answers."""
        return self.theirs[-1].end

    @property
    def pairs(self) -> tuple[tuple[Item, Item], ...]:
        """Return each item of the claim with the one that answers it."""
        return tuple(zip(self.ours, self.theirs, strict=True))

    @property
    def gaps(self) -> tuple[tuple[range, range], ...]:
        """Return the stretches between two neighbours, of the claim and of the source."""
        return tuple(zip(_gaps(self.ours), _gaps(self.theirs), strict=True))


@dataclass(frozen=True, slots=True)
class Clash:
    """One clash: the code of its reason and the word that shows it."""

    code: str
    cue: str


def says_role(token: Token, particles: frozenset[str]) -> bool:
    """Tell whether a small word says who does what to whom, or joins statements."""
    if token.kind in (Kind.COORDINATOR, Kind.PRONOUN, Kind.PREPOSITION):
        return True
    if token.kind in (Kind.RELATIVE, Kind.SUBORDINATOR):
        return token.lower != "that"
    return token.lower in particles


def _gaps(parts: Sequence[Item]) -> tuple[range, ...]:
    return tuple(range(left.end, right.start) for left, right in pairwise(parts))
