"""Annotations: one workflow command a line, escaped as GitHub wants it, and never more than it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.annotations import workflow_commands
from pytest_factcheck.reports.rows import AssertionRow, AuditReport, audit_report, of_files
from pytest_factcheck.reports.tables import plain

if TYPE_CHECKING:
    from reports.conftest import Make


def report_of(*rows: AssertionRow) -> AuditReport:
    """Return the report of some rows."""
    return audit_report(rows, judges=["slots"], corpus="seeds")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does: its name, its properties and its message."""
    head, _, message = line.removeprefix("::").partition("::")
    name, _, rest = head.partition(" ")
    pairs = (pair.partition("=") for pair in rest.split(","))
    return name, {key: unescaped(value) for key, _, value in pairs}, unescaped(message)


def unescaped(words: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        words = words.replace(code, character)
    return words


def test_a_problem_is_an_error_at_its_line_of_the_yaml(make: Make) -> None:
    (line,) = workflow_commands(report_of(make.row(outcome="failed", problems=[make.problem()])))
    assert line == (
        "::error file=assertions/talks.yaml,line=7,col=9,title=talks-lasted%3A evidence-opposed::"
        "declared as supports, but `slots` reads seeds/alpha.txt:3:1 as contradicts%0A"
        "to do: correct the stance or the quote"
    )


def test_the_file_is_told_from_the_root_of_the_repository(make: Make) -> None:
    report = report_of(make.row(outcome="failed", problems=[make.problem()]))
    (line,) = workflow_commands(of_files(report, folder="desk, May", mistakes=[]))
    assert line.startswith("::error file=desk%2C May/assertions/talks.yaml,line=7,")


def test_doubts_are_warnings_and_come_after_errors(make: Make) -> None:
    problems = [make.problem(slug="undecided-passage"), make.problem()]
    lines = workflow_commands(report_of(make.row(outcome="failed", problems=problems)))
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning"]


@pytest.mark.parametrize("outcome", ["passed", "skipped", "known issue"])
def test_what_fails_nothing_is_no_annotation(make: Make, outcome: str) -> None:
    problems = [make.problem()] if outcome == "known issue" else []
    row = make.row(outcome=outcome, known_issue="old", problems=problems)
    assert workflow_commands(report_of(row)) == []


@pytest.mark.parametrize(
    ("problems", "lines", "more"), [(10, 10, ""), (11, 10, "and 2 more"), (40, 10, "and 31 more")]
)
def test_github_shows_ten_so_that_the_tenth_counts_the_rest(
    make: Make, problems: int, lines: int, more: str
) -> None:
    rows = [
        make.row(id=f"a-{n}", line=n, outcome="failed", problems=[make.problem()]) for n in range(problems)
    ]
    told = workflow_commands(report_of(*rows))
    assert len(told) == lines
    assert all(line.startswith("::error ") for line in told)
    if more:
        assert told[-1].startswith(f"::error title=factcheck::{more}; ")
    else:
        assert "title=a-9%3A" in told[-1]


WORDS = st.text(max_size=40)


@given(message=WORDS, advice=WORDS.filter(str.strip), path=WORDS)
def test_whatever_the_texts_hold_a_command_is_one_line_and_says_the_same(
    make: Make, message: str, advice: str, path: str
) -> None:
    problem = make.problem(message=message, advice=advice, path=path)
    (line,) = workflow_commands(report_of(make.row(outcome="failed", problems=[problem])))
    assert len(line.splitlines()) == 1
    name, properties, told = read(line)
    assert (name, list(properties)) == ("error", ["file", "line", "col", "title"])
    assert properties["file"] == plain(path)
    assert told == f"{plain(message)}\nto do: {plain(advice)}"
