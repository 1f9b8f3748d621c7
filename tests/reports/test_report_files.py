"""Report files: the suffix chooses the format, the JSON fits its schema, and a file is whole or as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import reports, schema
from pytest_factcheck.errors import UsageError
from pytest_factcheck.reports.rows import AuditReport, audit_report
from pytest_factcheck.yamlfile.document import Document

if TYPE_CHECKING:
    from reports.conftest import Make

WORDS = st.text(max_size=30)


def report_of(make: Make) -> AuditReport:
    """Return the report of one failed assertion."""
    row = make.row(
        outcome="failed",
        problems=[make.problem()],
        notes=["a note"],
        to_look_at=["a passage"],
        sources=[make.source(stance="supports", voices=[make.voice(quote="“ü” \u202e=1|")])],
    )
    return audit_report([row], judges=["slots"], corpus="seeds", unlisted=["c.txt"], why_partial=["why"])


def told(report: object) -> list[str]:
    """Return how data breaks the schema of reports."""
    return [str(problem) for problem in schema.validate(Document("audit.json", report), "report")]


def test_a_report_fits_its_schema(make: Make) -> None:
    assert told(json.loads(reports.as_json(report_of(make)))) == []


def test_the_schema_of_reports_is_closed_and_complete(make: Make) -> None:
    report = json.loads(reports.as_json(report_of(make)))
    assert "unknown-key" in told(report | {"extra": 1})[0]
    for key in report:
        assert any("missing-key" in line for line in told({k: v for k, v in report.items() if k != key}))
    for key in report["assertions"][0]:
        row = {k: v for k, v in report["assertions"][0].items() if k != key}
        assert any("missing-key" in line for line in told(report | {"assertions": [row]}))


@given(
    claim=WORDS,
    quote=WORDS,
    message=WORDS,
    outcome=st.sampled_from(["passed", "failed", "skipped", "known issue"]),
)
def test_whatever_a_row_holds_its_json_fits_the_schema_and_is_read_back(
    make: Make, claim: str, quote: str, message: str, outcome: str
) -> None:
    row = make.row(
        claim=claim,
        outcome=outcome,
        verdict="" if outcome == "skipped" else "supported",
        problems=[make.problem(message=message)],
        sources=[make.source(voices=[make.voice(quote=quote)])],
    )
    report = audit_report([row], judges=["slots"], corpus="seeds")
    read_back = json.loads(reports.as_json(report))
    assert read_back == report
    assert told(read_back) == []


def test_json_keeps_the_words_of_a_source_as_they_are(make: Make) -> None:
    assert "“ü” \u202e=1|" in reports.as_json(report_of(make))


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("audit.json", '{\n  "format": 1'),
        ("audit.csv", "id,expected,found"),
        ("audit.MD", "# Audit"),
        ("deep/audit.txt", "verdict       found"),
    ],
)
def test_the_suffix_chooses_the_format(make: Make, tmp_path: Path, name: str, begins: str) -> None:
    reports.write(report_of(make), name, tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", ["audit.json", "audit.csv", "audit.md", "audit.txt"])
def test_the_same_audit_is_the_same_bytes(make: Make, tmp_path: Path, name: str) -> None:
    for folder in ("a", "b"):
        reports.write(report_of(make), f"{folder}/{name}", tmp_path)
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("audit.jsn", r"no report has the suffix `\.jsn` \(did you mean '\.json'\?\)"),
        ("audit", r"no report has the suffix `` \(known are \.csv, \.html, \.json, .*ends with a slash\)"),
        ("audit.pdf", r"no report has the suffix `\.pdf` \(known are "),
    ],
)
def test_a_suffix_without_a_format_is_refused(make: Make, tmp_path: Path, path: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        reports.check(path, tmp_path)
    with pytest.raises(UsageError, match=hint):
        reports.write(report_of(make), path, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_audit_of_nothing_can_be_written_in_every_format(tmp_path: Path) -> None:
    empty = audit_report([], judges=["slots"], corpus="seeds")
    assert told(json.loads(reports.as_json(empty))) == []
    for suffix in reports.WRITERS:
        reports.write(empty, f"audit{suffix}", tmp_path)
    assert len(list(tmp_path.iterdir())) == len(reports.WRITERS)
