"""Reports: one audit in each of the formats of `WRITERS`, chosen by the suffix of the file's name.

A path that ends with a slash is a folder of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.progress import progress
from pytest_factcheck.reports import claimreview, markdown, sarif, separated, summary
from pytest_factcheck.reports.folder import check_folder, is_folder, write_folder
from pytest_factcheck.reports.jsontext import json_text
from pytest_factcheck.reports.page.size import too_large
from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.wholefile import write_whole


def as_json(report: AuditReport) -> str:
    """Return the audit as JSON, as schema/report.schema.json describes it."""
    return json_text(report)


def as_text(report: AuditReport) -> str:
    """Return the audit as text, every table in full."""
    return summary.text(report) + "\n"


def as_page(report: AuditReport) -> str:
    """Return the audit as one web page, which needs no other file."""
    from pytest_factcheck.reports.page.forms import as_file  # noqa: PLC0415 - templates are needed by nothing else

    return as_file(report)


PAGE = ".html"
WRITERS: Mapping[str, Callable[[AuditReport], str]] = {
    ".csv": separated.write,
    PAGE: as_page,
    ".json": as_json,
    ".jsonld": claimreview.write,
    ".md": markdown.write,
    ".sarif": sarif.write,
    ".txt": as_text,
}

# What a reader of one format must know of the audit and cannot see in the file.
REMARKS: Mapping[str, Callable[[AuditReport], str]] = {".jsonld": claimreview.remark, PAGE: too_large}


def needs_background(path: str, below: Path) -> bool:
    """Tell whether a report shows the texts and the files, and not the findings alone."""
    return is_folder(path, below) or Path(path).suffix.lower() == PAGE


def check(path: str, below: Path) -> None:
    """Refuse a report path whose suffix names no format, or a folder that holds something else.

    Args:
        path: The path as it was given.
        below: The folder that it is relative to.

    Raises:
        UsageError: Naming the formats there are.
    """
    if is_folder(path, below):
        check_folder(below / path, path)
        return
    suffix = Path(path).suffix.lower()
    if suffix not in WRITERS:
        known = f"{', '.join(WRITERS)}, and a folder of pages if it ends with a slash"
        hint = did_you_mean(suffix, tuple(WRITERS)) or f"known are {known}"
        raise UsageError(f"{path}: no report has the suffix `{suffix}` ({hint})")


def remark(report: AuditReport, path: str, below: Path) -> str:
    """Return what is to be told with a report that was written; mostly nothing."""
    told = None if is_folder(path, below) else REMARKS.get(Path(path).suffix.lower())
    return told(report) if told else ""


def write(report: AuditReport, path: str, below: Path) -> None:
    """Write a report in the format of its suffix, making its folder.

    Args:
        report: The audit, with its background where the format needs it.
        path: The path as it was given.
        below: The folder that it is relative to.

    Raises:
        UsageError: If the suffix names no format.
        OSError: If it cannot be written; an older report is then still whole.
    """
    if is_folder(path, below):
        from pytest_factcheck.reports.page.forms import as_folder  # noqa: PLC0415 - templates are needed by nothing else

        write_folder(
            below / path, ((page.path, page.text()) for page in progress(as_folder(report), "pages"))
        )
    else:
        check(path, below)
        write_whole(below / path, WRITERS[Path(path).suffix.lower()](report))
