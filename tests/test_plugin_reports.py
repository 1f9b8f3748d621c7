"""The terminal summary and the report files of an audit: serial, with two workers, and without xdist."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pytest_factcheck.reports import WRITERS

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

ROOT = Path(__file__).resolve().parent.parent
WAYS = [
    pytest.param((), id="serial"),
    pytest.param(("-n2",), id="n2"),
    pytest.param(("-p", "no:xdist"), id="no-xdist"),
]
each_way = pytest.mark.parametrize("way", WAYS)
FILES = tuple(f"audit{suffix}" for suffix in (".json", ".md", ".csv", ".txt", ".sarif", ".jsonld"))
ASKED = tuple(f"--audit-report=out/{name}" for name in FILES)


def section(result: pytest.RunResult) -> list[str]:
    """Return the lines of the audit in pytest's output."""
    lines = result.outlines
    start = next(at for at, line in enumerate(lines) if line.strip("= ") == "audit")
    rest = lines[start + 1 :]
    return rest[: next(at for at, line in enumerate(rest) if line.startswith("==="))]


def written(folder: Path) -> dict[str, bytes]:
    return {name: (folder / "out" / name).read_bytes() for name in FILES}


def as_json(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))
    return data


# The summary.


@each_way
def test_the_summary_counts_and_says_on_what_it_rests(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    laid("flood")
    lines = section(audit(*way))
    assert "passed: 3 judged, 1 searched and silent, 1 on a signed ruling, 0 to look at" in lines
    totals = next(line.split() for line in lines if line.startswith("all "))
    assert totals == ["all", "5", "5", "5", "0", "0", "0"]
    assert not any(line.startswith(("partial", "failing")) for line in lines)


@each_way
def test_the_summary_lists_what_fails(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    laid("bridge")
    text = "\n".join(section(audit(*way)))
    for words in (
        "cost-12-million  undeclared-opposition  assertions/bridge.yaml:10",
        "no-collapse      not-absent             assertions/bridge.yaml:19",
        "children-first   quote-not-found        assertions/bridge.yaml:28",
        "length-solved    known issue is solved  assertions/bridge.yaml:38",
    ):
        assert words in text, words
    assert "length-known" not in text


@each_way
def test_the_whole_table_of_claims_and_sources_comes_with_v(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    laid("flood")
    lines = section(audit("-v", *way))
    rows = {line.split()[0]: line.split() for line in lines if line}
    assert rows["evacuation-90-minutes"][1:5] == ["disputed", "-", ".", "+"]
    assert rows["repair-cost"][1:5] == ["contradicted", ".", ".", "-"]
    assert [line for line in lines if line in ("1 courier", "2 gazette", "3 herald")]
    assert not [line for line in section(audit()) if line.startswith("1 courier")]


def test_the_summary_keeps_to_eighty_columns(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    assert max(map(len, section(audit("-v")))) <= 80


def test_quietly_only_the_last_line_is_shown(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    result = audit("-q")
    assert "passed: 1 judged, 0 to look at; 4 failed; 1 known issue" in result.outlines
    assert not any(line.strip("= ") == "audit" or line.startswith("failing") for line in result.outlines)


@pytest.mark.parametrize("words", [("-qq",), ("--no-summary",)])
def test_a_summary_that_nobody_wants_is_not_shown(laid: Laid, audit: Audit, words: tuple[str, ...]) -> None:
    laid("bridge")
    assert not any(line.startswith("passed: ") for line in audit(*words).outlines)


def test_there_is_no_summary_where_no_assertion_was_run(
    laid: Laid, audit: Audit, pytester: pytest.Pytester
) -> None:
    laid("flood")
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    result = audit("test_plain.py")
    result.assert_outcomes(passed=1)
    assert not any(line.strip("= ") == "audit" for line in result.outlines)


# The files.


@each_way
def test_each_report_is_written_as_its_suffix_says(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    folder = laid("bridge")
    result = audit(*ASKED, *way)
    result.stdout.fnmatch_lines([f"written: out/{name}*" for name in FILES])
    assert sorted(path.name for path in (folder / "out").iterdir()) == sorted(FILES)
    assert as_json(folder)["totals"]["assertions"] == 6
    assert (folder / "out" / "audit.md").read_text(encoding="utf-8").startswith("# Audit\n")
    with (folder / "out" / "audit.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["source"] for row in rows if row["id"] == "no-collapse"] == ["council", "morning-post"]
    assert "children-first" in (folder / "out" / "audit.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["flood", "bridge", "match"])
def test_reports_are_the_same_bytes_whatever_runs_them(laid: Laid, audit: Audit, name: str) -> None:
    folder = laid(name)
    audit(*ASKED)
    serial = written(folder)
    for way in (("-n2",), ("-p", "no:xdist"), ("-v",)):
        audit(*ASKED, *way)
        assert written(folder) == serial, way


def test_reports_do_not_depend_on_the_order_of_hashes(
    laid: Laid, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("bridge")
    seen = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        pytester.runpytest_subprocess("-p", "pytest_factcheck.plugin", "-p", "no:cacheprovider", *ASKED)
        seen.append(written(folder))
    assert seen[0] == seen[1]


def test_reports_hold_no_place_of_this_machine(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    audit(*ASKED, str(folder / "assertions"))
    for name, content in written(folder).items():
        assert str(folder).encode() not in content, name
        assert b"/tmp" not in content, name


@pytest.mark.parametrize("name", ["flood", "bridge", "match"])
def test_the_json_report_is_what_its_schema_says(laid: Laid, audit: Audit, name: str) -> None:
    folder = laid(name)
    audit(*ASKED)
    schema = json.loads((ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(as_json(folder))


def test_a_row_says_what_the_corpus_says_of_its_claim(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    audit(*ASKED)
    report = as_json(folder)
    row = next(row for row in report["assertions"] if row["id"] == "evacuation-90-minutes")
    assert (row["path"], row["line"], row["column"]) == ("assertions/evacuation.yaml", 13, 5)
    assert (row["expect"], row["verdict"], row["outcome"], row["rests_on"]) == (
        "disputed",
        "disputed",
        "passed",
        "judged",
    )
    voices = {source["id"]: source["voices"] for source in row["sources"]}
    assert voices["gazette"] == []
    text = (folder / "seeds" / "courier.txt").read_text(encoding="utf-8")
    (voice,) = voices["courier"]
    assert text[voice["start"] : voice["end"]] == voice["quote"] == "The evacuation lasted three hours."
    assert (voice["line"], voice["by"]) == (3, "slots")


# What a report must not hide.


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("flood -k repair-cost", "1 of 5 assertions were audited"),
        ("flood -k repair-cost -n2", "1 of 5 assertions were audited"),
        ("flood assertions/repair.yaml", "2 of 5 assertions were audited"),
        ("bridge -x", "2 of 6 assertions were audited"),
        ("bridge -n2 --deselect assertions/bridge.yaml::no-collapse", "5 of 6 assertions were audited"),
        ("mistakes --continue-on-collection-errors", "1 of 3 assertions were audited"),
        ("mistakes --continue-on-collection-errors -n2", "1 of 3 assertions were audited"),
        ("match", "the text of press-agency is not on this machine"),
        ("match -n2", "the text of press-agency is not on this machine"),
    ],
)
def test_a_partial_audit_says_so(laid: Laid, audit: Audit, command: str, why: str) -> None:
    name, *words = command.split(" ")
    folder = laid(name)
    result = audit(*ASKED, *words)
    report = as_json(folder)
    assert report["partial"]
    assert why in "; ".join(report["why_partial"])
    result.stdout.fnmatch_lines(["partial: *No conclusion about the whole corpus."])


def test_a_whole_audit_is_not_partial(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    audit(*ASKED)
    assert as_json(folder)["partial"] is False


@pytest.mark.parametrize("words", [("--collect-only",), ("-k", "nothing-has-this-name")])
def test_a_report_of_nothing_is_not_written(laid: Laid, audit: Audit, words: tuple[str, ...]) -> None:
    folder = laid("flood")
    result = audit("--audit-report=audit.md", *words)
    result.stdout.fnmatch_lines(["not written: audit.md: no assertion was audited"])
    assert not (folder / "audit.md").exists()


# Bad usage.


@pytest.mark.parametrize("path", ["audit.xlsx", "audit", "audit.jsn"])
def test_a_report_of_an_unknown_kind_is_refused_before_anything_runs(
    laid: Laid, audit: Audit, path: str
) -> None:
    laid("flood")
    result = audit(f"--audit-report={path}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert len(result.errlines) <= 2
    result.stderr.fnmatch_lines([f"ERROR: {path}: no report has the suffix*"])
    assert "passed" not in result.stdout.str()


@each_way
def test_a_report_that_cannot_be_written_is_told_in_one_line(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    """A job that needs the report must not stay green without it."""
    folder = laid("flood")
    (folder / "taken").write_text("a file, and no folder\n", encoding="utf-8")
    result = audit("--audit-report=taken/audit.md", "--audit-report=audit.json", "-qq", *way)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    told = [line for line in result.outlines if line.startswith("not written: ")]
    assert len(told) == 1
    assert told[0].startswith("not written: taken/audit.md: ")
    assert "Traceback" not in result.stdout.str() + result.stderr.str()
    assert (folder / "audit.json").is_file()


def test_the_help_names_every_kind_of_report(laid: Laid, audit: Audit) -> None:
    laid("flood")
    text = " ".join(audit("--help").stdout.str().split())
    assert "--audit-report=PATH write the audit to PATH, as its suffix says: " + " ".join(WRITERS) in text
    assert "--judges=NAMES" in text
