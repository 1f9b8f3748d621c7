"""Rows: what became of the mutants, as plain data. What every report on them is made from.

The shape is fixed by schema/mutation.schema.json and by `FORMAT`, which changes when a reader of the old
shape would go wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypedDict

from pytest_factcheck.mutation.mutation import Fate

FORMAT = 1
ENOUGH = 60  # per cent of its mutants that an assertion kills by meaning, to be called no weak one


class Counts(TypedDict):
    """How many mutants; the three fates add up to `mutants`."""

    mutants: int
    killed: int
    by_text: int
    survived: int


class OperatorRow(Counts):
    """What became of the mutants that one operator made in one place."""

    place: str
    operator: str


class MutantRow(TypedDict):
    """One mutant that no judge noticed."""

    place: str
    operator: str
    source: str
    before: str
    after: str
    fate: str
    why: str
    mend: str


class MutationRow(Counts):
    """What became of the mutants of one assertion."""

    id: str
    path: str
    line: int
    column: int
    claim: str
    expect: str
    rests_on: str
    known_weakness: str
    why_not_tried: str
    operators: list[OperatorRow]
    unnoticed: list[MutantRow]


class Totals(Counts):
    """How many assertions, and how many mutants of all of them."""

    assertions: int
    tried: int
    weak: int
    excused: int


class MutationReport(TypedDict):
    """One run of mutation testing."""

    format: int
    seed: int
    most: int | None
    judges: list[str]
    corpus: str
    totals: Totals
    operators: list[OperatorRow]
    assertions: list[MutationRow]


def counts(fates: Iterable[Fate]) -> Counts:
    """Count mutants by what became of them."""
    found = Counter(fates)
    killed, by_text, survived = found[Fate.KILLED], found[Fate.BY_TEXT], found[Fate.SURVIVED]
    return Counts(mutants=killed + by_text + survived, killed=killed, by_text=by_text, survived=survived)


def percent(counted: Counts) -> int:
    """Return how many of 100 mutants are killed by meaning, rounded down; 100 where there is none."""
    return counted["killed"] * 100 // counted["mutants"] if counted["mutants"] else 100


def is_below(counted: Counts, wanted: float) -> bool:
    """Tell whether less than `wanted` per cent of the mutants are killed by meaning."""
    return Fraction(counted["killed"] * 100, max(1, counted["mutants"])) < Fraction(wanted)


def is_weak(row: MutationRow) -> bool:
    """Tell whether an assertion notices too few of its mutants, whatever reason is given for that."""
    return bool(row["mutants"]) and is_below(row, ENOUGH)


def summed(rows: Iterable[Counts]) -> Counts:
    """Return the counts of some rows together."""
    every = list(rows)
    return Counts(
        mutants=sum(row["mutants"] for row in every),
        killed=sum(row["killed"] for row in every),
        by_text=sum(row["by_text"] for row in every),
        survived=sum(row["survived"] for row in every),
    )


def mutation_report(
    rows: Iterable[MutationRow],
    *,
    judges: Sequence[str],
    corpus: str,
    seed: int = 0,
    most: int | None = None,
) -> MutationReport:
    """Put the rows of one run together, in the order of the files.

    Args:
        rows: One for each assertion that was selected.
        judges: The names of the judges.
        corpus: The corpus folder, relative to the project.
        seed: What mutants were drawn by.
        most: How many were wanted of each assertion; None for all.
    """
    ordered = sorted(rows, key=lambda row: (row["path"], row["line"], row["id"]))
    weak = [row for row in ordered if is_weak(row)]
    totals = Totals(
        **summed(ordered),
        assertions=len(ordered),
        tried=sum(1 for row in ordered if row["mutants"]),
        weak=sum(1 for row in weak if not row["known_weakness"]),
        excused=sum(1 for row in weak if row["known_weakness"]),
    )
    return MutationReport(
        format=FORMAT,
        seed=seed,
        most=most,
        judges=list(judges),
        corpus=corpus,
        totals=totals,
        operators=_by_operator(ordered),
        assertions=ordered,
    )


def _by_operator(rows: Iterable[MutationRow]) -> list[OperatorRow]:
    found: dict[tuple[str, str], list[OperatorRow]] = {}
    for row in rows:
        for each in row["operators"]:
            found.setdefault((each["place"], each["operator"]), []).append(each)
    return [
        OperatorRow(**summed(found[place, operator]), place=place, operator=operator)
        for place, operator in sorted(found)
    ]
