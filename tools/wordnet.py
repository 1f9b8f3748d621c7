"""Make the table of forms, synonyms and narrower terms from the data files of WordNet 3.0.

    PYTHONPATH=harness python -m tools.wordnet /usr/share/wordnet

A stem stands for all words that share it, and its meanings are weighed by how often WordNet's authors saw
each in running text. Two words are joined only where the meaning that joins them is a frequent one of both:
a stem alone does not tell which meaning a text has.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pytest_factcheck.language.idf import HIGHEST, weight
from pytest_factcheck.language.opposites import opposite
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import is_function_word, is_modal, is_negator, stem
from tools.derivation import is_form
from tools.wordnet_files import (
    ANTONYM,
    DERIVED,
    FILES,
    NARROWER,
    PERTAINS,
    Sense,
    Synset,
    is_plain,
    senses,
    synsets,
    tag_counts,
)

TABLE = Path(__file__).parents[1] / "harness/pytest_factcheck/language/data/wordnet.tsv"
HEADER = """\
# Forms, synonyms and narrower terms of a stem, each behind a tab. Made by tools/wordnet.py; do not edit.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. See wordnet.LICENSE.
"""

FORM, SYNONYM, BELOW = 0.15, 0.3, 0.45
"""The share of a stem's uses that a meaning must have, on both sides, for each relation: the meanings of
forms of one word hang together anyway, and a narrower term rests on the meaning alone."""
STEPS = 2
MOST_NARROWER = 40
"""A meaning with more narrower ones than this is too wide to be covered by them ("person", "animal")."""
THINGS = {5, 6, 8, 11, 13, 17, 18, 20, 27}
"""Noun fields whose narrower terms are plainly kinds: animal, artifact, body, event, food, object, person,
plant, substance. Kinds of acts and thoughts, and WordNet's ways of doing something, are too loose."""
SEEN = {4.0: 60, 5.0: 20, 6.0: 6, 7.0: 2}
"""Up to this weight a word must have been seen this often, or WordNet lacks its usual meaning."""

Pair = tuple[str, str]


@cache
def base(word: str) -> str:
    """Return the stem that the product would give a word."""
    return one_stem(stem(word))


class Lexicon:
    """The synsets, and the share of each among the uses of a stem."""

    def __init__(self, meanings: Iterable[Synset], uses: Iterable[Sense]) -> None:
        self.synsets = {meaning.identity: meaning for meaning in meanings}
        self.tags: defaultdict[str, int] = defaultdict(int)
        self._mass: defaultdict[Pair, float] = defaultdict(float)
        self._total: defaultdict[str, float] = defaultdict(float)
        for use in uses:
            self._add(base(use.lemma), use)

    def _add(self, key: str, use: Sense) -> None:
        mass = use.tags + 1 / use.number
        self.tags[key] += use.tags
        self._mass[key, use.synset] += mass
        self._total[key] += mass

    def share(self, key: str, synset: str) -> float:
        """Return the share of a stem's uses in which it has this meaning."""
        return self._mass[key, synset] / self._total[key] if key in self._total else 0.0

    def stems(self, synset: str, least: float) -> list[str]:
        """Return the stems that have a meaning in at least this share of their uses."""
        keys = {base(word) for word in self.synsets[synset].words if is_plain(word)}
        return sorted(key for key in keys if self.share(key, synset) >= least)


def load(folder: Path) -> Lexicon:
    """Read the data, index and count files of a folder."""

    def lines(name: str) -> list[str]:
        return folder.joinpath(name).read_text("ascii").splitlines()

    counts = tag_counts(lines("cntlist.rev"))
    meanings = [meaning for name in FILES for meaning in synsets(lines(f"data.{name}"))]
    uses = [use for name in FILES for use in senses(lines(f"index.{name}"), counts)]
    return Lexicon(meanings, uses)


@cache
def _own() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("wordnet.toml").read_text("utf-8"))


@cache
def left_out() -> frozenset[str]:
    """Return the stems that take no part: empty words, numbers, units, names of days and months."""
    numbers, calendar = table("numbers"), table("calendar")
    rows = [_own()["light"], _own()["misread"]]
    rows += [" ".join(numbers[part]) for part in ("cardinals", "magnitudes", "ordinals")]
    rows += [" ".join(map(str, calendar[part].values())) for part in ("months", "weekdays")]
    for units in table("units")["measures"].values():
        rows += [" ".join(unit["names"]) for unit in units.values() if isinstance(unit, dict)]
    return frozenset(base(word) for row in rows for word in row.split())


def _apart() -> frozenset[frozenset[str]]:
    """Return the pairs of stems that a reader of the table has parted."""
    rows = [row for part in ("forms", "synonyms", "narrower") for row in _own()[part]]
    return frozenset(frozenset(map(base, row.split())) for row in rows)


def takes_part(lexicon: Lexicon, key: str) -> bool:
    """Tell whether a stem is a word of content, known well enough to trust WordNet's meanings of it."""
    if key in left_out() or is_function_word(key) or is_modal(key) or is_negator(key):
        return False
    least = next((seen for common, seen in SEEN.items() if weight(key) < common), 0)
    return (
        weight(key) < HIGHEST and len(key) > 2 and not set(key) <= set("ivx") and lexicon.tags[key] >= least
    )


def antonyms(lexicon: Lexicon) -> frozenset[frozenset[str]]:
    """Return the pairs of stems that WordNet has as antonyms, in any meaning."""
    return frozenset(
        frozenset((base(one), base(other)))
        for one, other, _, _ in _lexical(lexicon, ANTONYM)
        if base(one) != base(other)
    )


def _lexical(lexicon: Lexicon, *symbols: str) -> Iterator[tuple[str, str, Synset, Synset]]:
    """Yield the pairs of words that a relation joins, each with its synset."""
    for meaning in lexicon.synsets.values():
        for pointer in meaning.pointers:
            if pointer.symbol in symbols and pointer.word:
                other = lexicon.synsets[pointer.synset]
                yield meaning.words[pointer.word - 1], other.words[pointer.target - 1], meaning, other


def forms(lexicon: Lexicon) -> Iterator[Pair]:
    """Yield the pairs of stems that are forms of one word, both ways round."""
    for one, other, meaning, second in _lexical(lexicon, DERIVED, PERTAINS):
        if not (is_plain(one) and is_plain(other) and is_form(one, meaning, other, second)):
            continue
        shares = lexicon.share(base(one), meaning.identity), lexicon.share(base(other), second.identity)
        if min(shares) >= FORM:
            yield base(one), base(other)
            yield base(other), base(one)


def synonyms(lexicon: Lexicon) -> Iterator[Pair]:
    """Yield the pairs of stems that share a meaning frequent for both."""
    for identity in lexicon.synsets:
        keys = lexicon.stems(identity, SYNONYM)
        yield from ((one, other) for one in keys for other in keys)


def narrower(lexicon: Lexicon) -> Iterator[Pair]:
    """Yield pairs of a stem and a narrower one, at most two steps down."""
    for identity, meaning in lexicon.synsets.items():
        wide = lexicon.stems(identity, BELOW) if identity.startswith("n") and meaning.field in THINGS else []
        below = _below(lexicon, identity) if wide else set()
        if len(below) <= MOST_NARROWER:
            yield from ((one, other) for at in below for other in lexicon.stems(at, BELOW) for one in wide)


def _below(lexicon: Lexicon, identity: str) -> set[str]:
    """Return the synsets at most `STEPS` steps below one."""
    found: set[str] = set()
    level = {identity}
    for _ in range(STEPS):
        pointers = (pointer for at in level for pointer in lexicon.synsets[at].pointers)
        level = {pointer.synset for pointer in pointers if pointer.symbol == NARROWER}
        found |= level
    return found


def relations(lexicon: Lexicon) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Return the forms, synonyms and narrower terms of every stem; each other stem in the first that fits."""
    against = antonyms(lexicon) | _apart()
    known: dict[str, set[str]] = defaultdict(set)
    columns: tuple[dict[str, list[str]], ...] = tuple(defaultdict(list) for _ in range(3))
    for column, pairs in zip(columns, (forms, synonyms, narrower), strict=True):
        for one, other in pairs(lexicon):
            if (
                one == other
                or other in known[one]
                or frozenset((one, other)) in against
                or opposite(one, other)
            ):
                continue
            if takes_part(lexicon, one) and takes_part(lexicon, other):
                known[one].add(other)
                column[one].append(other)
    derived, equal, below = columns
    return {
        one: (sorted(derived.get(one, ())), sorted(equal.get(one, ())), sorted(below.get(one, ())))
        for one in sorted(known)
        if known[one]
    }


def lines(rows: Mapping[str, tuple[list[str], list[str], list[str]]]) -> str:
    """Return the relations as text, one line for each stem; empty columns at its end are left out."""
    return "".join(
        "\t".join([key, *(" ".join(column) for column in columns)]).rstrip("\t") + "\n"
        for key, columns in rows.items()
    )


def main() -> None:
    """Write the table from the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Make language/data/wordnet.tsv.")
    parser.add_argument("folder", type=Path, help="WordNet 3.0's data.*, index.* and cntlist.rev")
    rows = relations(load(parser.parse_args().folder))
    TABLE.write_text(HEADER + lines(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
