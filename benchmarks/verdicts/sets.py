"""The labelled sets: public ones in a folder that is not in this repository, and the project's own gold sets.

A row is one claim, one text and what people say. How it is judged is not known here.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.verdicts.folds import fold

from pytest_factcheck.boilerplate import PACKAGED
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode
from pytest_factcheck.vocabulary import Stance

T = TypeVar("T")
SUFFIX = ".jsonl.gz"
DOCUMENTS = ".docs"
HALVES = ("first", "second")
GOLD = "gold/"
SEEDS = "istanbul"  # the gold set whose texts are the project's own corpus
LABELS = {
    "SUPPORTS": Stance.SUPPORTS,
    "REFUTES": Stance.CONTRADICTS,
    "NEI": Stance.SILENT,
    "SUPPORTED": Stance.SUPPORTS,
    "NOT_SUPPORTED": Stance.SILENT,
    "PARTIAL": Stance.SILENT,
}
TWO_WAY = frozenset({"SUPPORTED", "NOT_SUPPORTED", "PARTIAL"})
PUBLIC = (
    "anli_dev",
    "check_covid_dev",
    "cliff_dev",
    "climate_fever_half_dev",
    "climate_fever_half_dev.docs",
    "control_nli_dev",
    "covid_fact_dev",
    "fever_symmetric_dev",
    "fool_me_twice_dev",
    "fool_me_twice_dev.docs",
    "frank_dev",
    "healthver_dev",
    "infotabs_dev",
    "ling_nli_dev",
    "politihop_dev",
    "snli_dev",
    "summedits_other",
    "vitaminc_dev",
    "wice_dev.docs",
    "wice_nonsupported_tokens_dev.docs",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, one text, and what people say; two halves part each set."""

    id: str
    claim: str
    text: SourceText
    gold: Stance
    half: str


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set; a two-way one tells supports from the rest, which is `silent` here."""

    name: str
    rows: tuple[Row, ...]
    two_way: bool = False

    @property
    def halves(self) -> tuple[str, ...]:
        """Return the names of the two halves, in order of appearance."""
        return tuple(dict.fromkeys(row.half for row in self.rows))

    @property
    def own(self) -> bool:
        """Tell whether this is one of the project's gold sets."""
        return self.name.startswith(GOLD)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where sets lie: the file of each, by name, and the names of those that are not there."""

    files: dict[str, Path]
    missing: tuple[str, ...]
    seeds: Path

    def chosen(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the sets with these names that are there, in the order of the shelf.

        Args:
            names: What is asked for; nothing is everything.

        Raises:
            UsageError: If a name is no set's.
        """
        known = (*self.files, *self.missing)
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
                raise UsageError(f"there is no set '{name}'; {hint}")
        return tuple(name for name in self.files if not names or name in names)

    def read(self, name: str, limit: int | None = None) -> LabelledSet:
        """Read one set, or `limit` rows of it, evenly spread."""
        path = self.files[name]
        if name.startswith(GOLD):
            return LabelledSet(name, thinned(tuple(_gold_rows(path, self.seeds)), limit))
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            given = thinned([json.loads(line) for line in lines], limit)
        return public_set(name, given)


def shelf(data: Path | None, gold: Path, seeds: Path) -> Shelf:
    """Look which sets there are.

    Args:
        data: The folder with the public sets in `eval/`, if there is one.
        gold: The folder of the project's gold sets, one folder each.
        seeds: The project's corpus.
    """
    found = sorted((data / "eval").glob(f"*{SUFFIX}")) if data else []
    files = {path.name.removesuffix(SUFFIX): path for path in found}
    missing = tuple(name for name in PUBLIC if name not in files)
    files |= {GOLD + path.parent.name: path for path in sorted(gold.glob("*/claims.jsonl"))}
    return Shelf(files, missing, seeds)


def thinned(items: Sequence[T], limit: int | None) -> tuple[T, ...]:
    """Return at most `limit` of the items, in order: one of each of as many equal stretches.

    Which one of a stretch follows from its number, in no rhythm: in many files the labels alternate.
    """
    if limit is None or len(items) <= limit:
        return tuple(items)
    edges = [at * len(items) // limit for at in range(limit + 1)]
    return tuple(items[start + fold(str(start), end - start)] for start, end in pairwise(edges))


def public_set(name: str, given: Sequence[dict[str, Any]]) -> LabelledSet:
    """Build a set from the objects of a public file; its halves follow from the ids."""
    rows = tuple(map(_public_row, given))
    return LabelledSet(name, rows, two_way=any(item["label"] in TWO_WAY for item in given))


def _public_row(item: dict[str, Any]) -> Row:
    half = HALVES[fold(str(item["id"]), len(HALVES))]
    passage = item["passage"] if "passage" in item else "\n".join(item["sentences"])
    return Row(str(item["id"]), item["claim"], text_in_memory(passage), LABELS[item["label"]], half)


def text_in_memory(passage: str) -> SourceText:
    """Return a passage as the text of a source; equal passages are one source."""
    raw = passage.encode("utf-8")
    name = sha256(raw).hexdigest()[:16]
    path = f"memory/{name}.txt"
    return SourceText(Source(name, path, Location(path)), decode(raw, path), PACKAGED)


def _gold_rows(path: Path, seeds: Path) -> Iterator[Row]:
    """Yield a row for each claim of a gold set and each source of its corpus."""
    folder = seeds if path.parent.name == SEEDS else path.parent / "texts"
    corpus = open_corpus(folder, folder.name)
    texts = {name: corpus.text(name) for name in corpus.sources}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        item = json.loads(line) if line.strip() else None
        if item is None:
            continue
        if set(item["stances"]) != set(texts):
            raise UsageError(f"{path.name}:{number}: `stances` must name every source of {folder.name}, once")
        yield from _cells(item, texts.items())


def _cells(item: dict[str, Any], texts: Iterable[tuple[str, SourceText | None]]) -> Iterator[Row]:
    for name, text in texts:
        if text is not None:
            gold = Stance(item["stances"][name])
            yield Row(f"{item['id']}/{name}", item["claim"], text, gold, item["half"])
