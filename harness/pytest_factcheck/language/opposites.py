"""Words that exclude one another, words that merely contrast, and verbs that say a deed from the other end.

`INCOMPATIBLE` words cannot both be said of one event and one thing at one time: a price that rose did not
fall. `CONTRAST` words can ("North" and "South" may both be named), so they are a reason to look and never to
decide. Converse verbs swap who does and who is done to: what one sold the other bought. Words are given by
their stems; nothing here reads a text, so nothing here knows whether one event is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem


class Opposition(Enum):
    """How two words stand against each other."""

    INCOMPATIBLE = "incompatible"
    CONTRAST = "contrast"


def _stems(side: str) -> frozenset[str]:
    return frozenset(one_stem(stem(word)) for word in side.split())


def _pairs(rows: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each word left of a row's bar with each one right of it, both ways round."""
    for row in rows:
        left, right = map(_stems, row.split("|"))
        for one in left:
            for other in right:
                yield one, other
                yield other, one


@cache
def _oppositions() -> dict[str, dict[str, Opposition]]:
    """Return the opposites of every stem; where two rows differ, the milder one counts."""
    found: dict[str, dict[str, Opposition]] = {}
    for kind in (Opposition.INCOMPATIBLE, Opposition.CONTRAST):
        for rows in table("opposites")[kind.value].values():
            for one, other in _pairs(rows):
                found.setdefault(one, {})[other] = kind
    return found


@cache
def _converses() -> dict[str, frozenset[str]]:
    rows = table("opposites")["converse"]
    found = {both: {both} for both in _stems(rows["mutual"])}
    for one, other in _pairs(rows["verbs"]):
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def opposition(stem_a: str, stem_b: str) -> Opposition | None:
    """Return how two stems stand against each other, or nothing if they do not; the order is no matter."""
    return _oppositions().get(stem_a, {}).get(stem_b)


def opposite(stem_a: str, stem_b: str) -> bool:
    """Tell whether two stems exclude each other or contrast."""
    return opposition(stem_a, stem_b) is not None


def opposites(stem: str) -> frozenset[str]:
    """Return the stems that exclude a stem or contrast with it."""
    return frozenset(_oppositions().get(stem, ()))


def converse(stem: str) -> frozenset[str]:
    """Return the stems of the verbs that say a verb's deed with the two parties swapped.

    A deed done with one another is its own converse: "A met B" is "B met A".
    """
    return _converses().get(stem, frozenset())
