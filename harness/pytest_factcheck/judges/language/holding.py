"""Holdings: what one sentence holds that could cover a part of a claim, and where.

Words by key, names also by how they sound, amounts and days by value. Nothing here knows a claim.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pytest_factcheck.judges.alignment import Item, items
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.expressions import expressions
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.language.words import words

_TEXTS = 1 << 9


class Holding:
    """What one sentence holds: the places of its keys and of its names, its amounts and its days."""

    def __init__(self, sentence: str, published: date | None) -> None:
        self.reading: Reading = read(sentence)
        self.keys: dict[str, tuple[int, ...]] = {}
        self.names: dict[str, tuple[int, ...]] = {}
        for at, token in enumerate(self.reading.tokens):
            self.keys[token.key] = (*self.keys.get(token.key, ()), at)
            if token.named:
                name = sounded(token.text)
                self.names[name] = (*self.names.get(name, ()), at)
        for said in expressions(self.reading.tokens):
            if not said.denies:
                self.keys[said.stem] = (*self.keys.get(said.stem, ()), said.start)
        found = items(sentence, published)
        self.amounts: tuple[Item, ...] = tuple(item for item in found if item.quantity)
        self.days: tuple[Item, ...] = tuple(item for item in found if item.day)


@lru_cache(maxsize=1 << 14)
def holding(sentence: str, published: date | None) -> Holding:
    """Return what a sentence holds; the same object for the same words."""
    return Holding(plain_case(sentence), published)


@lru_cache(maxsize=_TEXTS)
def names_of(text: str) -> frozenset[str]:
    """Return how every name of a whole text sounds."""
    return frozenset(sounded(word.text) for word in words(text) if word.text[0].isupper())
