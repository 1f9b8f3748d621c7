"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.comparison.telling.words import (
    Part,
    Report,
    counts,
    parts,
    source_lines,
    still_failing,
)
from pytest_factcheck.reports.tables import folded

WIDE = 10_000  # columns, where nobody says how many there are
INDENT, MARGIN = "  ", "  "


def as_text(report: Report) -> str:
    """Return a comparison as text, each line folded to the width of the report."""
    return "\n\n".join("\n".join(block) for block in _blocks(report) if block) + "\n"


def _blocks(report: Report) -> Iterator[list[str]]:
    comparison = report.comparison
    heads = (f"the working tree against {report.short} ({report.chosen})", counts(comparison), *report.notes)
    yield [line for head in heads for line in _folded(head, report, 0)]
    yield [line for words in comparison.settings for line in _folded(f"setting {words}", report, 0)]
    for part in parts(comparison):
        yield list(_part(part, report))
    yield [
        line
        for name, title, words in source_lines(comparison)
        for line in _folded(f"source {name}, {title}: {words}", report, 0)
    ]
    yield _folded(still_failing(comparison), report, 0)


def _part(part: Part, report: Report) -> Iterator[str]:
    yield from _folded(f"{part.title}: {part.meaning}" if part.meaning else part.title, report, 0)
    for entry in part.entries:
        named = ", ".join(filter(None, (*entry.names, entry.place)))
        yield from _folded(f"{named}: {entry.head}", report, 1)
        for line in entry.lines:
            yield from _folded(line, report, 2)


def _folded(words: str, report: Report, depth: int) -> list[str]:
    indent = INDENT * depth
    lines = folded(words, (report.width or WIDE) - len(indent), margin=MARGIN)
    return [f"{indent}{line}" for line in lines]
