"""Size: how many claims one file holds before it opens slowly. No template is opened to tell."""

from __future__ import annotations

from pytest_factcheck.reports.rows import AuditReport

LARGE = 2000  # claims; a file of more takes some seconds to open


def too_large(report: AuditReport) -> str:
    """Return what to say of an audit that opens slowly as one file; nothing of a smaller one."""
    if len(report["assertions"]) <= LARGE:
        return ""
    return "so many claims open slowly in one file; `--audit-report=site/` makes a page of each"
