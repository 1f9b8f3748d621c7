"""Results: every problem of an audit once, with its rule, and where its file lies in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import Location
from pytest_factcheck.reports.results import in_repository, results
from pytest_factcheck.reports.rows import audit_report, of_files

if TYPE_CHECKING:
    from reports.conftest import Make


def test_mistakes_of_files_come_first_and_then_the_problems_in_the_order_of_the_files(make: Make) -> None:
    rows = [
        make.row(id="passes"),
        make.row(
            id="fails", line=9, outcome="failed", problems=[make.problem(), make.problem(slug="not-absent")]
        ),
        make.row(id="known", line=20, outcome="known issue", known_issue="old", problems=[make.problem()]),
        make.row(id="solved", line=30, outcome="failed", known_issue="old"),
        make.row(id="skipped", line=40, outcome="skipped", why_not_run="no text", known_issue="old"),
    ]
    mistake = Problem(Location("assertions/z.yaml", 2), "bad-yaml", "a bracket is not closed")
    report = of_files(audit_report(rows, judges=["slots"], corpus="seeds"), folder="", mistakes=[mistake])
    assert [(found.name, found.rule.id, found.level, found.accepted) for found in results(report)] == [
        ("", "bad-yaml", "error", ""),
        ("fails", "evidence-opposed", "error", ""),
        ("fails", "not-absent", "error", ""),
        ("known", "evidence-opposed", "note", "old"),
        ("solved", "known-issue-is-solved", "error", ""),
    ]


@pytest.mark.parametrize(
    ("folder", "path"), [("", "assertions/a.yaml"), ("desk/may", "desk/may/assertions/a.yaml")]
)
def test_a_path_is_told_from_the_root_of_the_repository(folder: str, path: str) -> None:
    report = of_files(audit_report([], judges=[], corpus="seeds"), folder=folder, mistakes=[])
    assert in_repository(report, "assertions/a.yaml") == path
