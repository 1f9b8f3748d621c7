"""What became of the mutants, as text for a terminal, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pytest_factcheck.mutation.mutation import Fate
from pytest_factcheck.mutation.rows import (
    ENOUGH,
    Counts,
    MutantRow,
    MutationReport,
    MutationRow,
    Totals,
    is_weak,
    mutation_report,
    percent,
)
from pytest_factcheck.reports.jsontext import json_text
from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.reports.tables import cut, folded, markdown, markdown_table, text_table

OPERATOR_HEADERS = ("where", "change", "mutants", "killed", "by text", "survived", "score")
ASSERTION_HEADERS = ("assertion", "score", "killed", "by text", "survived", "rests on")
MUTANT_HEADERS = ("assertion", "change", "before", "after", "why nothing noticed", "to do")
MARGIN = "  "
SENTENCE = 400  # terminal columns of a sentence that is shown beside another


def text(report: MutationReport, width: int = 0, *, whole: bool = False) -> str:
    """Return a run of mutation testing as text.

    Args:
        report: The run.
        width: Terminal columns that a line may take; 0 for as many as it needs.
        whole: Whether every assertion has its line, and every mutant that only a text would tell.
    """
    shown = report["assertions"] if whole else [row for row in report["assertions"] if row["unnoticed"]]
    blocks = [
        text_table(OPERATOR_HEADERS, _operators(report), width) if report["operators"] else "",
        text_table(ASSERTION_HEADERS, map(_assertion, _weakest_first(shown)), width) if shown else "",
        *("\n".join(_story(row, width, whole=whole)) for row in shown if row["unnoticed"]),
        "\n".join(part for line in untried_lines(report) for part in _folded(line, width)),
        "\n".join(_folded(last_line(report["totals"]), width)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def section(report: MutationReport) -> str:
    """Return a run of mutation testing as a section of a Markdown report."""
    unnoticed = [row for row in report["assertions"] if row["unnoticed"]]
    survivors = [
        (
            row["id"],
            f"{one['place']}: {one['operator']}",
            one["before"],
            one["after"],
            one["why"],
            one["mend"],
        )
        for row in unnoticed
        for one in row["unnoticed"]
        if one["fate"] == Fate.SURVIVED
    ]
    blocks = ["## Mutation", f"**{markdown(last_line(report['totals']))}**"]
    for title, headers, lines in (
        ("By change", OPERATOR_HEADERS, _operators(report) if report["operators"] else []),
        (
            "Assertions with mutants that no judge noticed",
            ASSERTION_HEADERS,
            [*map(_assertion, _weakest_first(unnoticed))],
        ),
        ("Survivors", MUTANT_HEADERS, survivors),
    ):
        if lines:
            blocks += [f"### {title}", markdown_table(headers, lines)]
    blocks += [markdown(line) for line in untried_lines(report)]
    return "\n\n".join(blocks) + "\n"


def as_json(report: MutationReport) -> str:
    """Return a run of mutation testing as JSON, as schema/mutation.schema.json describes it."""
    return json_text(report)


def of_audit(report: AuditReport) -> MutationReport | None:
    """Return what became of the mutants that were tried in an audit; None where none were asked for."""
    rows = [row["mutation"] for row in report["assertions"] if "mutation" in row]
    return mutation_report(rows, judges=report["judges"], corpus=report["corpus"]) if rows else None


def untried_lines(report: MutationReport) -> Iterator[str]:
    """Yield why some assertions have no mutants, and which weak ones have a reason."""
    reasons: dict[str, list[str]] = {}
    for row in report["assertions"]:
        if row["why_not_tried"]:
            reasons.setdefault(row["why_not_tried"], []).append(row["id"])
    yield from (f"not tried, because {why}: {', '.join(ids)}" for why, ids in reasons.items())
    for row in report["assertions"]:
        if is_weak(row) and row["known_weakness"]:
            yield f"known to be weak: {row['id']}: {row['known_weakness']}"


def last_line(totals: Totals) -> str:
    """Return the line that says how much of what could go wrong would be noticed."""
    if not totals["assertions"]:
        return "mutants: none, because no assertion was chosen"
    if not totals["mutants"]:
        return "mutants: none"
    parts = [
        f"assertions: {totals['tried']}",
        f"mutants: {totals['mutants']}",
        f"killed by meaning: {totals['killed']} ({share(totals)} %)",
        f"by text only: {totals['by_text']}",
        f"survived: {totals['survived']}",
    ]
    excused = f", {totals['excused']} more with a reason" if totals["excused"] else ""
    return f"{', '.join(parts)}; below {ENOUGH} %: {totals['weak']}{excused}"


def share(counted: Counts) -> str:
    """Return how many of 100 mutants are killed by meaning, with one decimal, rounded down."""
    tenths = counted["killed"] * 1000 // counted["mutants"] if counted["mutants"] else 1000
    return f"{tenths // 10}.{tenths % 10}"


def _operators(report: MutationReport) -> list[tuple[object, ...]]:
    rows = [(row["place"], row["operator"], *_figures(row)) for row in report["operators"]]
    return [*rows, ("all", "", *_figures(report["totals"]))]


def _weakest_first(rows: Iterable[MutationRow]) -> list[MutationRow]:
    return sorted(rows, key=lambda row: (row["killed"] / max(1, row["mutants"]), row["path"], row["line"]))


def _assertion(row: MutationRow) -> tuple[object, ...]:
    mutants, killed, by_text, survived, score = _figures(row)
    return row["id"], score, f"{killed} of {mutants}", by_text, survived, row["rests_on"]


def _figures(counted: Counts) -> tuple[object, ...]:
    score = f"{percent(counted)} %" if counted["mutants"] else ""
    return counted["mutants"], counted["killed"], counted["by_text"], counted["survived"], score


def _story(row: MutationRow, width: int, *, whole: bool) -> Iterator[str]:
    """Yield what an assertion did not notice: its survivors one by one, the rest counted."""
    place = f"{row['path']}:{row['line']}:{row['column']}"
    yield from _folded(f"{place}: {row['id']}: {_scored(row)}", width)
    told = [one for one in row["unnoticed"] if whole or one["fate"] == Fate.SURVIVED]
    for one in told:
        yield from _mutant(one, width)
    rest = [one for one in row["unnoticed"] if one not in told]
    if rest:
        kinds = ", ".join(dict.fromkeys(f"{one['place']}: {one['operator']}" for one in rest))
        yield from _folded(f"{len(rest)} by text only ({kinds})", width)
        for mend in dict.fromkeys(one["mend"] for one in rest):
            yield from _folded(f"  to do: {mend}", width)


def _scored(row: MutationRow) -> str:
    return f"{row['killed']} of {row['mutants']} mutants killed by meaning"


def _mutant(one: MutantRow, width: int) -> Iterator[str]:
    source = f", {one['source']}" if one["source"] else ""
    yield from _folded(f"  {one['fate']}: {one['place']}: {one['operator']}{source}", width)
    for sign, sentence in (("-", one["before"]), ("+", one["after"])):
        if sentence:
            yield from _folded(f"  {sign} {cut(sentence, SENTENCE)}", width)
    yield from _folded(f"    why: {one['why']}", width)
    yield from _folded(f"    to do: {one['mend']}", width)


def _folded(line: str, width: int) -> Iterable[str]:
    """Return a line as lines of a terminal, as deep as it begins."""
    deep = len(line) - len(line.lstrip())
    return [f"{' ' * deep}{part}" for part in folded(line.strip(), width and width - deep, margin=MARGIN)]


FORMATS: Mapping[str, Callable[[MutationReport], str]] = {"markdown": section, "json": as_json}
"""The formats whose lines do not end where a terminal does."""
