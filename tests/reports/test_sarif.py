"""SARIF: valid by the schema of its standard, located on the YAML, and known again when lines move."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import Location
from pytest_factcheck.reports.rows import AssertionRow, AuditReport, audit_report, of_files
from pytest_factcheck.reports.sarif import write
from pytest_factcheck.reports.tables import plain

if TYPE_CHECKING:
    from reports.conftest import Make

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
EXCERPT = {
    "path": "seeds/alpha.txt",
    "line": 3,
    "column": 5,
    "end_line": 4,
    "end_column": 2,
    "words": "a 100-minute\nmeeting",
}
MISTAKE = Problem(
    Location("assertions/b.yaml", 3, 5), "unknown-key", "there is no key `x` here", "did you mean 'y'?"
)


def report_of(*rows: AssertionRow, why_partial: Iterable[str] = ()) -> AuditReport:
    """Return the report of some rows."""
    return audit_report(rows, judges=["slots"], corpus="seeds", why_partial=why_partial)


def log_of(report: AuditReport) -> dict[str, Any]:
    """Return what is written, which is valid, as data."""
    log: dict[str, Any] = json.loads(write(report))
    VALIDATOR.validate(log)
    return log


def run_of(report: AuditReport) -> dict[str, Any]:
    run: dict[str, Any] = log_of(report)["runs"][0]
    return run


def fingerprints(*rows: AssertionRow) -> list[str]:
    """Return the fingerprints of the results of some rows."""
    found = run_of(report_of(*rows))["results"]
    for result in found:  # GitHub looks at the one, every other reader at either
        known = result["partialFingerprints"]
        assert known["factcheckProblem/v1"] == known["primaryLocationLineHash"]
    return [result["partialFingerprints"]["factcheckProblem/v1"] for result in found]


def shown(message: str) -> str:
    """Return a message of SARIF as a viewer shows it, without the links at its end."""
    text = message.replace("{{", "{").replace("}}", "}")
    for escaped in ("[", "]", "\\"):
        text = text.replace(f"\\{escaped}", escaped)
    return text


def test_the_schema_refuses_what_is_no_sarif(make: Make) -> None:
    log = log_of(report_of(make.row(outcome="failed", problems=[make.problem(related=[EXCERPT])])))
    (result,) = log["runs"][0]["results"]
    result["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError, match="fatal"):
        VALIDATOR.validate(log)


def test_an_audit_without_problems_is_a_run_without_results_and_rules(make: Make) -> None:
    run = run_of(report_of(make.row()))
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
    assert run["tool"]["driver"]["name"] == "pytest-factcheck"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_problem_stands_on_its_line_of_the_yaml_and_leads_to_the_words_of_the_source(make: Make) -> None:
    problem = make.problem(related=[EXCERPT])
    (result,) = run_of(report_of(make.row(outcome="failed", problems=[problem])))["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("evidence-opposed", 0, "error")
    assert result["message"]["text"] == (
        "talks-lasted: declared as supports, but `slots` reads seeds/alpha.txt:3:1 as contradicts. "
        "To do: correct the stance or the quote. See [seeds/alpha.txt:3](1)."
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "assertions/talks.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 7, "startColumn": 9},
            },
            "logicalLocations": [
                {"name": "talks-lasted", "fullyQualifiedName": "assertions/talks.yaml::talks-lasted"}
            ],
        }
    ]
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "“a 100-minute meeting”"},
            "physicalLocation": {
                "artifactLocation": {"uri": "seeds/alpha.txt", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 3,
                    "startColumn": 5,
                    "endLine": 4,
                    "endColumn": 2,
                    "snippet": {"text": "a 100-minute\nmeeting"},
                },
            },
        }
    ]


def test_a_source_that_is_meant_as_a_whole_has_no_end_and_no_words(make: Make) -> None:
    whole = EXCERPT | {"line": 1, "column": 1, "end_line": 1, "end_column": 1, "words": ""}
    (result,) = run_of(report_of(make.row(outcome="failed", problems=[make.problem(related=[whole])])))[
        "results"
    ]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "the source"
    assert related["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_only_rules_that_occur_are_listed_each_with_help(make: Make) -> None:
    problems = [make.problem(), make.problem(slug="quote-drifted"), make.problem(slug="undecided-passage")]
    run = run_of(report_of(make.row(outcome="failed", problems=problems)))
    listed = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in listed] == ["evidence-opposed", "quote-drifted", "undecided-passage"]
    assert listed[1]["shortDescription"]["text"] == "The source has words like the quote, but not these."
    assert listed[1]["help"]["text"].startswith("Quote what the source says now")
    assert [rule["defaultConfiguration"]["level"] for rule in listed] == ["error", "error", "warning"]
    for result in run["results"]:
        assert listed[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_known_issue_is_a_note_and_suppressed_with_its_reason(make: Make) -> None:
    row = make.row(outcome="known issue", known_issue="The surveyor is ill.", problems=[make.problem()])
    (result,) = run_of(report_of(row))["results"]
    assert result["level"] == "note"
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "The surveyor is ill."}
    ]


def test_a_known_issue_that_passes_is_an_error_of_its_own(make: Make) -> None:
    (result,) = run_of(report_of(make.row(outcome="failed", known_issue="old")))["results"]
    assert (result["ruleId"], result["level"]) == ("known-issue-is-solved", "error")
    assert "suppressions" not in result


def test_a_mistake_of_a_file_is_a_result_and_the_run_was_no_success(make: Make) -> None:
    report = of_files(
        report_of(why_partial=["cannot be used: assertions/b.yaml"]), folder="", mistakes=[MISTAKE]
    )
    run = run_of(report)
    (result,) = run["results"]
    assert result["ruleId"] == "unknown-key"
    assert result["message"]["text"] == "there is no key `x` here. To do: did you mean 'y'?"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "assertions/b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    assert "logicalLocations" not in result["locations"][0]
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {"level": "warning", "message": {"text": "cannot be used: assertions/b.yaml"}}
            ],
        }
    ]


def test_paths_lead_from_the_root_of_the_repository(make: Make) -> None:
    row = make.row(outcome="failed", problems=[make.problem(related=[EXCERPT])])
    (result,) = run_of(of_files(report_of(row), folder="desk/may", mistakes=[]))["results"]
    places = [result["locations"][0], result["relatedLocations"][0]]
    assert [place["physicalLocation"]["artifactLocation"]["uri"] for place in places] == [
        "desk/may/assertions/talks.yaml",
        "desk/may/seeds/alpha.txt",
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("assertions/a b.yaml", "assertions/a%20b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("ü#1.yaml", "%C3%BC%231.yaml"),
    ],
)
def test_a_path_becomes_a_uri(make: Make, path: str, uri: str) -> None:
    (result,) = run_of(report_of(make.row(outcome="failed", problems=[make.problem(path=path)])))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


# What a problem is known by.


def moved(make: Make, by: int) -> AssertionRow:
    """Return a failing row, its YAML and its source longer by some lines, with what that changes."""
    excerpt = EXCERPT | {"line": 3 + by, "end_line": 4 + by}
    problem = make.problem(
        line=7 + by, message=f"`slots` reads seeds/alpha.txt:{3 + by}:5 as contradicts", related=[excerpt]
    )
    return make.row(line=4 + by, outcome="failed", problems=[problem])


def test_a_fingerprint_stays_when_lines_move(make: Make) -> None:
    assert fingerprints(moved(make, 0)) == fingerprints(moved(make, 12))


def test_a_fingerprint_stays_when_other_assertions_come_and_go(make: Make) -> None:
    other = make.row(id="other", line=1, outcome="failed", problems=[make.problem(related=[EXCERPT])])
    assert fingerprints(other, moved(make, 0))[1:] == fingerprints(moved(make, 0))


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "quote-drifted"},
        {"related": [EXCERPT | {"path": "seeds/b.txt"}]},
        {"related": [EXCERPT | {"words": "x"}]},
    ],
    ids=["rule", "source", "words"],
)
def test_another_rule_source_or_passage_is_another_problem(make: Make, change: dict[str, object]) -> None:
    problems = [make.problem(related=[EXCERPT]), make.problem(**{"related": [EXCERPT]} | change)]
    assert len(set(fingerprints(make.row(outcome="failed", problems=problems)))) == 2


def test_the_same_problem_of_another_assertion_is_another(make: Make) -> None:
    rows = [make.row(id=name, outcome="failed", problems=[make.problem()]) for name in ("a", "b")]
    assert len(set(fingerprints(*rows))) == 2


def test_problems_that_are_alike_are_told_apart_by_their_order(make: Make) -> None:
    twins = [make.problem(line=line, message=f"quote {line}") for line in (7, 9)]
    found = fingerprints(make.row(outcome="failed", problems=twins))
    assert len(set(found)) == 2
    assert found == fingerprints(make.row(outcome="failed", problems=twins))


WORDS = st.text(max_size=40)


@given(message=WORDS, advice=WORDS, words=WORDS, name=st.sampled_from(["a", "b-1"]))
def test_whatever_the_texts_hold_it_is_sarif_and_says_the_same(
    make: Make, message: str, advice: str, words: str, name: str
) -> None:
    problem = make.problem(message=message, advice=advice, related=[EXCERPT | {"words": words}])
    (result,) = run_of(report_of(make.row(id=name, outcome="failed", problems=[problem])))["results"]
    text = result["message"]["text"].removesuffix(" See [seeds/alpha.txt:3](1).")
    assert plain(message) in shown(text)
    assert plain(advice) in shown(text)
    # No link but our own: every bracket of the texts is escaped.
    assert text.replace("\\\\", "").count("[") == text.replace("\\\\", "").count("\\[")
