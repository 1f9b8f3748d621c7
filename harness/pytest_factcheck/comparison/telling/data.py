"""A comparison as JSON, as schema/comparison.schema.json describes it."""

from __future__ import annotations

from typing import TypedDict

from pytest_factcheck.comparison import AssertionChange, Kind
from pytest_factcheck.comparison.telling.words import Report
from pytest_factcheck.reports.jsontext import json_text
from pytest_factcheck.reports.rows import AssertionRow, ProblemRow

FORMAT = 1


class ResultRow(TypedDict):
    """What the audit of one state found for an assertion."""

    id: str
    outcome: str
    verdict: str
    rests_on: str
    stances: dict[str, str]
    problems: list[ProblemRow]
    to_look_at: int


class ChangeRow(TypedDict):
    """One assertion that differs."""

    id: str
    change: str
    claim: str
    path: str
    line: int
    now_fails: bool
    now_passes: bool
    edits: list[str]
    effects: list[str]
    causes: list[str]
    before: ResultRow | None
    after: ResultRow | None


class SourceChangeRow(TypedDict):
    """One source that differs."""

    id: str
    change: str
    path: str
    what: list[str]


class ComparisonReport(TypedDict):
    """A whole comparison."""

    format: int
    base: dict[str, str]
    notes: list[str]
    counts: dict[str, int]
    settings: list[str]
    assertions: list[ChangeRow]
    sources: list[SourceChangeRow]
    still_failing: list[str]


def as_json(report: Report) -> str:
    """Return a comparison as JSON."""
    return json_text(comparison_report(report))


def comparison_report(report: Report) -> ComparisonReport:
    """Return a comparison as plain data."""
    comparison = report.comparison
    counts = {str(kind): len(comparison.of(kind)) for kind in Kind}
    counts["now failing"] = len(comparison.failing_now)
    counts["now passing"] = sum(change.passes_now for change in comparison.assertions)
    return ComparisonReport(
        format=FORMAT,
        base={"commit": report.commit, "chosen": report.chosen},
        notes=list(report.notes),
        counts=counts,
        settings=list(comparison.settings),
        assertions=[_change(change) for change in comparison.assertions],
        sources=[
            SourceChangeRow(id=each.id, change=str(each.kind), path=each.path, what=list(each.words))
            for each in comparison.sources
        ],
        still_failing=list(comparison.failing),
    )


def _change(change: AssertionChange) -> ChangeRow:
    row = change.row
    return ChangeRow(
        id=change.id,
        change=str(change.kind),
        claim=row["claim"],
        path=row["path"],
        line=row["line"],
        now_fails=change.fails_now,
        now_passes=change.passes_now,
        edits=list(change.edits),
        effects=list(change.effects),
        causes=list(change.causes),
        before=_result(change.before),
        after=_result(change.after),
    )


def _result(row: AssertionRow | None) -> ResultRow | None:
    if row is None:
        return None
    return ResultRow(
        id=row["id"],
        outcome=row["outcome"],
        verdict=row["verdict"],
        rests_on=row["rests_on"],
        stances={source["id"]: source["stance"] for source in row["sources"] if not source["missing"]},
        problems=row["problems"],
        to_look_at=len(row["to_look_at"]),
    )
