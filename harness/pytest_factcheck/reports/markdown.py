"""The audit as Markdown, ready for a job summary or a comment on a pull request."""

from __future__ import annotations

from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.reports.summary import (
    CLAIM_HEADERS,
    claim_lines,
    last_line,
    partial_line,
    problem_lines,
    unlisted_line,
)
from pytest_factcheck.reports.tables import markdown, markdown_table

PROBLEM_HEADERS = ("assertion", "problem", "where", "what", "to do")
VERDICT_HEADERS = ("assertion", "claim", "expected", "found", "rests on")


def write(report: AuditReport) -> str:
    """Return the audit as Markdown."""
    blocks = ["# Audit", f"**{markdown(last_line(report['totals']))}**"]
    blocks += [markdown(line) for line in (partial_line(report), unlisted_line(report)) if line]
    blocks.append(markdown_table(("expected", "assertions"), _expectations(report)))
    problems = problem_lines(report)
    if problems:
        blocks += [
            "## Problems",
            markdown_table(PROBLEM_HEADERS, problems),
        ]
    blocks += [
        "## Claims",
        markdown_table(VERDICT_HEADERS, _claims(report)),
    ]
    blocks += ["## Sources", markdown_table(CLAIM_HEADERS, claim_lines(report))]
    return "\n\n".join(blocks) + "\n"


def _expectations(report: AuditReport) -> list[tuple[str, int]]:
    expected = [row["expect"] for row in report["assertions"]]
    return [(name, expected.count(name)) for name in report["totals"]["verdicts"]]


def _claims(report: AuditReport) -> list[tuple[str, ...]]:
    return [
        (row["id"], row["claim"], row["expect"], row["verdict"] or row["outcome"], row["rests_on"])
        for row in report["assertions"]
    ]
