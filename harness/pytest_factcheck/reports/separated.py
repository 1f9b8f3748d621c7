"""The audit as comma-separated values: one line for each assertion and source, for spreadsheets."""

from __future__ import annotations

import csv
import io

from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.reports.summary import CLAIM_HEADERS, claim_lines
from pytest_factcheck.reports.tables import plain

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(report: AuditReport) -> str:
    """Return the audit as CSV (RFC 4180, but with bare line feeds, so that it diffs)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CLAIM_HEADERS)
    for line in claim_lines(report):
        writer.writerow([_cell(cell) for cell in line])
    return out.getvalue()


def _cell(cell: str) -> str:
    # A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it words.
    text = plain(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
