"""The coverage of a corpus, as text for a terminal, as Markdown, as JSON and as a bare percentage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pytest_factcheck.coverage.rows import CoverageReport, SourceCoverageRow, SuggestionRow, Totals, percent
from pytest_factcheck.reports.jsontext import json_text
from pytest_factcheck.reports.tables import columns, folded, markdown, markdown_table, plain, text_table

HEADERS = ("source", "sentences", "checkable", "covered", "%", "missing")
GAP = 2  # what a table keeps between two columns, and a column beyond its head
LEAST = 24  # columns for the missing places, however narrow the terminal is
MARGIN = "  "
NAMED = {
    "number": ("number", "numbers"),
    "date": ("date", "dates"),
    "said": ("report of what was said", "reports of what was said"),
    "name": ("name", "names"),
}


def text(report: CoverageReport, width: int = 0) -> str:
    """Return the coverage as text.

    Args:
        report: The coverage.
        width: Terminal columns that a line may take; 0 for as many as it needs.
    """
    notes = [part for line in note_lines(report) for part in folded(line, width, margin=MARGIN)]
    last = [*notes, *folded(last_line(report["totals"]), width, margin=MARGIN)]
    told = ["\n".join(_told(one, width)) for one in report.get("suggestions", ())]
    head = [f"worth an assertion, what is most worth first: {len(told)}"] if told else []
    return "\n\n".join([_table(report, width), "\n".join(last), *head, *told]) + "\n"


def section(report: CoverageReport) -> str:
    """Return the coverage as a section of a Markdown report."""
    rows = [(*_figures(source), source["missing"]) for source in _counted(report)]
    rows.append(("all", *_counts(report["totals"]), ""))
    blocks = ["## Coverage", f"**{markdown(last_line(report['totals']))}**", markdown_table(HEADERS, rows)]
    blocks += [markdown(line) for line in note_lines(report)]
    if report.get("suggestions"):
        blocks += ["### Worth an assertion", "\n".join(map(_item, report["suggestions"]))]
    return "\n\n".join(blocks) + "\n"


def as_json(report: CoverageReport) -> str:
    """Return the coverage as JSON, as schema/coverage.schema.json describes it."""
    return json_text(report)


def total(report: CoverageReport) -> str:
    """Return how many of 100 checkable sentences are covered, and nothing else."""
    return f"{percent(report['totals'])}\n"


def last_line(totals: Totals) -> str:
    """Return the line that says how much of what could be wrong is looked at."""
    counted = ", ".join(f"{name}: {totals[name]}" for name in ("sources", "sentences", "checkable"))
    return f"{counted}, covered: {totals['covered']} ({percent(totals)} %)"


def note_lines(report: CoverageReport) -> Iterator[str]:
    """Yield what is left out, and why."""
    for source in report["sources"]:
        if source["why_not_counted"]:
            yield f"not counted: {source['id']}, {source['why_not_counted']}"
    if report["not_passing"]:
        yield f"cover nothing, because they do not pass: {', '.join(report['not_passing'])}"


def reasons(one: SuggestionRow) -> str:
    """Return why a sentence is worth an assertion."""
    said = [f"{other['source']} {other['stance']} it" for other in one["elsewhere"]]
    return "; ".join((*said, ", ".join(_held(one["signals"])) or "a verb"))


def _held(kinds: Mapping[str, int]) -> Iterator[str]:
    for kind, (one, several) in NAMED.items():
        count = kinds.get(kind, 0)
        if count:
            yield f"{count} {one if count == 1 else several}"


def _table(report: CoverageReport, width: int) -> str:
    """Return the table, the missing places folded so that none is cut."""
    heads = [_figures(source) for source in _counted(report)]
    heads.append(("all", *_counts(report["totals"])))
    places = [source["missing"] for source in _counted(report)] + [""]
    shown = zip((name + " " * GAP for name in HEADERS[:-1]), *heads, strict=True)
    taken = sum(max(columns(str(cell)) for cell in column) + GAP for column in shown)
    rows: list[tuple[object, ...]] = []
    for head, missing in zip(heads, places, strict=True):
        first, *others = folded(missing, width and max(LEAST, width - taken), margin=MARGIN) or [""]
        rows += [(*head, first), *((*[""] * len(head), line.strip()) for line in others)]
    return text_table(HEADERS, rows)


def _counted(report: CoverageReport) -> list[SourceCoverageRow]:
    return [source for source in report["sources"] if not source["why_not_counted"]]


def _figures(source: SourceCoverageRow) -> tuple[object, ...]:
    counted = (source["sentences"], source["checkable"], source["covered"])
    return (source["id"], *counted, f"{percent(source)} %")


def _counts(totals: Totals) -> tuple[object, ...]:
    return totals["sentences"], totals["checkable"], totals["covered"], f"{percent(totals)} %"


def _told(one: SuggestionRow, width: int) -> Iterator[str]:
    """Yield the lines of a suggestion; the command is never folded, so that it can be copied."""
    yield from folded(f"{one['path']}:{one['line']}:{one['column']}: {reasons(one)}", width, margin=MARGIN)
    yield MARGIN + plain(one["command"])


def _item(one: SuggestionRow) -> str:
    place = markdown(f"{one['path']}:{one['line']}:{one['column']}: {reasons(one)}")
    command = plain(one["command"])
    fence = "`" * (1 + max(map(len, re.findall("`+", command)), default=0))
    return f"- {place}\\\n  {fence}{command}{fence}"


FORMATS: Mapping[str, Callable[[CoverageReport], str]] = {
    "markdown": section,
    "json": as_json,
    "total": total,
}
"""The formats whose lines do not end where a terminal does."""
