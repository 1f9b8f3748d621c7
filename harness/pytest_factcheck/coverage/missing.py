"""Missing places: where the uncovered sentences of a text stand, as short as a reader can use.

A line whose checkable sentences are all uncovered stands by its number, and neighbours join to a range; where
only some are, each sentence stands by itself, as `line:column`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pytest_factcheck.coverage.rows import SentenceRow


def missing_places(rows: Sequence[SentenceRow]) -> str:
    """Return the places of the uncovered sentences of a text: "5-7, 12, 14:223".

    Lines without a checkable sentence between two others break no range.
    """
    by_line: dict[int, list[SentenceRow]] = {}
    for row in rows:
        if row["checkable"]:
            by_line.setdefault(row["line"], []).append(row)
    found: list[str] = []
    run: list[int] = []
    for line in sorted(by_line):
        open_ones = [row for row in by_line[line] if not row["covered_by"]]
        if len(open_ones) == len(by_line[line]):
            run.append(line)
            continue
        found += [*_range(run), *(f"{line}:{row['column']}" for row in open_ones)]
        run = []
    return ", ".join([*found, *_range(run)])


def _range(lines: Sequence[int]) -> Iterable[str]:
    if not lines:
        return ()
    return (str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}",)
