"""Reports: one audit in each of the formats of `WRITERS`, chosen by the suffix of the file's name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.reports import claimreview, markdown, sarif, separated, summary
from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.wholefile import write_whole


def as_json(report: AuditReport) -> str:
    """Return the audit as JSON, as schema/report.schema.json describes it."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_text(report: AuditReport) -> str:
    """Return the audit as text, every table in full."""
    return summary.text(report) + "\n"


WRITERS: Mapping[str, Callable[[AuditReport], str]] = {
    ".csv": separated.write,
    ".json": as_json,
    ".jsonld": claimreview.write,
    ".md": markdown.write,
    ".sarif": sarif.write,
    ".txt": as_text,
}

# What a reader of one format must know of the audit and cannot see in the file.
REMARKS: Mapping[str, Callable[[AuditReport], str]] = {".jsonld": claimreview.remark}


def check_suffix(path: str) -> None:
    """Refuse a report path whose suffix names no format.

    Raises:
        UsageError: Naming the formats there are.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in WRITERS:
        known = ", ".join(WRITERS)
        hint = did_you_mean(suffix, tuple(WRITERS)) or f"known are {known}"
        raise UsageError(f"{path}: no report has the suffix `{suffix}` ({hint})")


def remark(report: AuditReport, path: str) -> str:
    """Return what is to be told with a report that was written; mostly nothing."""
    told = REMARKS.get(Path(path).suffix.lower())
    return told(report) if told else ""


def write(report: AuditReport, path: Path) -> None:
    """Write a report in the format of its suffix, making its folder.

    Raises:
        UsageError: If the suffix names no format.
        OSError: If it cannot be written; an older report is then still whole.
    """
    check_suffix(path.name)
    write_whole(path, WRITERS[path.suffix.lower()](report))
