"""GitHub Actions: what a run leaves there besides its log.

Annotations are printed where GitHub says that it is running us, and the audit is added to the summary of the
job. On any other machine nothing happens here.
"""

from __future__ import annotations

import os
from pathlib import Path

from pytest_factcheck.joblog import running
from pytest_factcheck.reports import markdown
from pytest_factcheck.reports.annotations import workflow_commands
from pytest_factcheck.reports.rows import AuditReport

SUMMARY = "GITHUB_STEP_SUMMARY"
ROOM = 1024 * 1024  # bytes; GitHub drops the whole summary of a step that is longer


def annotated(report: AuditReport) -> list[str]:
    """Return the lines that GitHub turns into annotations; none elsewhere."""
    return workflow_commands(report) if running() else []


def summarize(report: AuditReport) -> None:
    """Add the audit to the summary of the job, if there is one, as far as there is room.

    Raises:
        OSError: If it cannot be written.
    """
    named = os.environ.get(SUMMARY)
    if not running() or not named:
        return
    place = Path(named)
    used = place.stat().st_size if place.exists() else 0
    with place.open("a", encoding="utf-8", newline="\n") as summary:
        summary.write(markdown.cut(markdown.compact(markdown.write(report)), ROOM - used))


def folder_in_repository(root: Path) -> str:
    """Return a project's folder relative to its repository, with slashes; empty where they are the same.

    Without a repository it is empty too: paths are then relative to the project.
    """
    place = root.resolve()
    for above in (place, *place.parents):
        if (above / ".git").exists():
            return "" if above == place else place.relative_to(above).as_posix()
    return ""
