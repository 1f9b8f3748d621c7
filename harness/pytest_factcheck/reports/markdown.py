"""The audit as Markdown, ready for a job summary or a comment on a pull request."""

from __future__ import annotations

import re
from itertools import accumulate, takewhile

from pytest_factcheck.reports import mutating
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
MISTAKE_HEADERS = PROBLEM_HEADERS[1:]
LOOK_HEADERS = ("assertion", "passage that no judge could decide")
VERDICT_HEADERS = ("assertion", "claim", "expected", "found", "rests on")
RULE = re.compile(r"^\|[-|]+\|$", re.MULTILINE)  # the line below the head of a table
DASHES, SPACES = re.compile("-+"), re.compile(" {2,}")
NOTHING = "No assertion was audited."
LEFT_OUT = "\n… and {} more lines, for which there is no room here.\n"


def write(report: AuditReport) -> str:
    """Return the audit as Markdown."""
    summed = last_line(report["totals"]) if report["assertions"] else NOTHING
    blocks = ["# Audit", f"**{markdown(summed)}**"]
    blocks += [markdown(line) for line in (partial_line(report), unlisted_line(report)) if line]
    blocks += _mistakes(report)
    blocks.append(markdown_table(("expected", "assertions"), _expectations(report)))
    for title, headers, lines in (
        ("Problems", PROBLEM_HEADERS, problem_lines(report)),
        ("Worth a look", LOOK_HEADERS, look_lines(report)),
        ("Claims", VERDICT_HEADERS, _claims(report)),
        ("Sources", CLAIM_HEADERS, list(claim_lines(report))),
    ):
        if lines:
            blocks += [f"## {title}", markdown_table(headers, lines)]
    mutants = mutating.of_audit(report)
    if mutants:
        blocks.append(mutating.section(mutants).rstrip())
    return "\n\n".join(blocks) + "\n"


def compact(text: str) -> str:
    """Return a Markdown text without the spaces and dashes that only align its tables; it shows the same."""
    ruled = RULE.sub(lambda line: DASHES.sub("---", line[0]), text)
    return SPACES.sub(" ", ruled)


def cut(text: str, size: int) -> str:
    """Return as many lines of a Markdown text as `size` bytes hold, and how many are left out.

    Args:
        text: What `write` returns.
        size: The bytes, in UTF-8, that it may take.
    """
    if len(text.encode("utf-8")) <= size:
        return text
    lines = text.splitlines(keepends=True)
    room = size - len(LEFT_OUT.format(len(lines)).encode("utf-8"))
    ends = accumulate(len(line.encode("utf-8")) for line in lines)
    kept = sum(1 for _ in takewhile(lambda end: end <= room, ends))
    return "".join(lines[:kept]) + LEFT_OUT.format(len(lines) - kept) if kept else ""


def _mistakes(report: AuditReport) -> list[str]:
    lines = [
        (one["slug"], f"{one['path']}:{one['line']}", one["message"], one["advice"])
        for one in report["mistakes"]
    ]
    return ["## Files that cannot be used", markdown_table(MISTAKE_HEADERS, lines)] if lines else []


def _expectations(report: AuditReport) -> list[tuple[str, int]]:
    expected = [row["expect"] for row in report["assertions"]]
    return [(name, expected.count(name)) for name in report["totals"]["verdicts"]]


def _claims(report: AuditReport) -> list[tuple[str, ...]]:
    return [
        (row["id"], row["claim"], row["expect"], row["verdict"] or row["outcome"], row["rests_on"])
        for row in report["assertions"]
    ]
