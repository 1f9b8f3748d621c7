"""Which words may stand for which: forms of a word, synonyms by hand and of WordNet, narrower terms.

A grade says how far a source's word covers a claim's word. It has a direction: "sedan" covers "car", and
"car" does not cover "sedan". Words are given by their stems, single words only. Nothing here reads a text,
so nothing here knows in which sense a word is meant: a grade below 1 is a cue and never a proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

EQUAL, DERIVED, CURATED, SYNONYM, NARROWER = 1.0, 0.9, 0.85, 0.7, 0.6
"""The grades: the same stem, another form of the word, a synonym by hand, one of WordNet, a narrower term."""

_COLUMNS = (DERIVED, SYNONYM, NARROWER)


def _stems(row: str) -> list[str]:
    """Return the stems of the words of a row, in its order."""
    return list(dict.fromkeys(one_stem(stem(word)) for word in row.split()))


def _mutual(rows: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every pair of different words that share a row, both ways round."""
    for row in rows:
        group = _stems(row)
        yield from ((one, other) for one in group for other in group if one != other)


@cache
def _curated() -> dict[str, dict[str, float]]:
    """Return the table made by hand: claim stem, source stem, grade."""
    rows = table("synonyms")
    graded: dict[str, dict[str, float]] = {}
    for claim, narrower in rows["narrower"].items():
        for base in _stems(claim):
            graded.setdefault(base, {}).update(dict.fromkeys(_stems(narrower), NARROWER))
    for group in rows["synonyms"].values():
        for one, other in _mutual(group):
            graded.setdefault(one, {})[other] = CURATED
    for one, other in _mutual(rows["derivations"]["forms"]):
        graded.setdefault(one, {})[other] = DERIVED
    return graded


@cache
def _wordnet() -> dict[str, str]:
    """Return the rows of the table made from WordNet, unread, by claim stem."""
    lines = files(__package__).joinpath("data", "wordnet.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {claim: columns for claim, _, columns in rows}


@lru_cache(maxsize=1 << 15)
def covering(claim_stem: str) -> Mapping[str, float]:
    """Return every source stem that covers a claim stem, with its grade; the stem itself is among them."""
    graded: dict[str, float] = {}
    for grade_of_column, column in zip(_COLUMNS, _wordnet().get(claim_stem, "").split("\t"), strict=False):
        for source in column.split():
            graded.setdefault(source, grade_of_column)
    for source, by_hand in _curated().get(claim_stem, {}).items():
        graded[source] = max(by_hand, graded.get(source, 0.0))
    graded.pop(claim_stem, None)
    return MappingProxyType({claim_stem: EQUAL, **dict(sorted(graded.items()))})


@lru_cache(maxsize=1 << 15)
def same(stem: str) -> frozenset[str]:
    """Return the other stems that may stand for a stem: forms of the word and synonyms, none narrower."""
    return frozenset(other for other, grade in covering(stem).items() if NARROWER < grade < EQUAL)


def grade(claim_stem: str, source_stem: str) -> float:
    """Return how far a source's word covers a claim's word, from 0 (not at all) to 1 (equal stems)."""
    return covering(claim_stem).get(source_stem, 0.0)
