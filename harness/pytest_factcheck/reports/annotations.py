"""The audit as annotations: workflow commands that GitHub Actions shows at the lines of a pull request.

GitHub shows ten of a kind for each step and drops the others without a word, so the tenth tells how many
there are more. Whether a run is one of GitHub's is not known here.
"""

from __future__ import annotations

from pytest_factcheck.reports.results import Result, in_repository, results
from pytest_factcheck.reports.rows import AuditReport
from pytest_factcheck.reports.rules import ERROR, WARNING
from pytest_factcheck.reports.tables import plain

MOST = 10
KINDS = (ERROR, WARNING)  # a known issue fails nothing, and is no news
MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = {**MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


def workflow_commands(report: AuditReport) -> list[str]:
    """Return the annotations of an audit, one workflow command on each line, errors first."""
    found = list(results(report))
    return [line for kind in KINDS for line in _of_kind(report, kind, [r for r in found if r.level == kind])]


def _of_kind(report: AuditReport, kind: str, found: list[Result]) -> list[str]:
    if len(found) <= MOST:
        return [_annotation(report, kind, one) for one in found]
    shown = found[: MOST - 1]
    more = f"and {len(found) - len(shown)} more; the summary of this job and the log show all"
    return [*(_annotation(report, kind, one) for one in shown), f"::{kind} title=factcheck::{more}"]


def _annotation(report: AuditReport, kind: str, result: Result) -> str:
    problem = result.problem
    properties = {
        "file": in_repository(report, problem["path"]),
        "line": str(problem["line"]),
        "col": str(problem["column"]),
        "title": f"{result.name}: {problem['slug']}" if result.name else problem["slug"],
    }
    told = ",".join(f"{name}={plain(value).translate(PROPERTY)}" for name, value in properties.items())
    message = plain(problem["message"])
    if problem["advice"]:
        message = f"{message}\nto do: {plain(problem['advice'])}"
    return f"::{kind} {told}::{message.translate(MESSAGE)}"
