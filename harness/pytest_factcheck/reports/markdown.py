"""The audit as Markdown, ready for a job summary or a comment on a pull request."""

from __future__ import annotations

from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.reports.summary import (
    CLAIM_HEADERS,
    claim_lines,
    last_line,
    look_lines,
    partial_line,
    problem_lines,
    unlisted_line,
)
from pytest_factcheck.reports.tables import markdown, markdown_table

PROBLEM_HEADERS = ("assertion", "problem", "where", "what", "to do")
LOOK_HEADERS = ("assertion", "passage that no judge could decide")
VERDICT_HEADERS = ("assertion", "claim", "expected", "found", "rests on")


def write(report: AuditReport) -> str:
    """Return the audit as Markdown."""
    blocks = ["# Audit", f"**{markdown(last_line(report['totals']))}**"]
    blocks += [markdown(line) for line in (partial_line(report), unlisted_line(report)) if line]
    blocks.append(markdown_table(("expected", "assertions"), _expectations(report)))
    for title, headers, lines in (
        ("Problems", PROBLEM_HEADERS, problem_lines(report)),
        ("Worth a look", LOOK_HEADERS, look_lines(report)),
        ("Claims", VERDICT_HEADERS, _claims(report)),
        ("Sources", CLAIM_HEADERS, list(claim_lines(report))),
    ):
        if lines:
            blocks += [f"## {title}", markdown_table(headers, lines)]
    return "\n\n".join(blocks) + "\n"


def _expectations(report: AuditReport) -> list[tuple[str, int]]:
    expected = [row["expect"] for row in report["assertions"]]
    return [(name, expected.count(name)) for name in report["totals"]["verdicts"]]


def _claims(report: AuditReport) -> list[tuple[str, ...]]:
    return [
        (row["id"], row["claim"], row["expect"], row["verdict"] or row["outcome"], row["rests_on"])
        for row in report["assertions"]
    ]
