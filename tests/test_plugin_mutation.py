"""`--audit-mutate`: what a run of pytest adds to the audit, which stays what it is without."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pytest_factcheck import schema
from pytest_factcheck.project import Project

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

FILES = tuple(f"audit{suffix}" for suffix in (".csv", ".json", ".jsonld", ".md", ".sarif", ".txt"))
ASKED = tuple(f"--audit-report=out/{name}" for name in FILES)
PASSING = ["crossing-lasted", "ferry-left", "no-fire", "kiosk-opened"]


def written(folder: Path) -> dict[str, bytes]:
    return {name: (folder / "out" / name).read_bytes() for name in FILES}


def rows(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the rows of the JSON report by id."""
    data = json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in data["assertions"]}


def tried(folder: Path) -> list[str]:
    return [name for name, row in rows(folder).items() if "mutation" in row]


# Nobody asked


def test_no_mutant_is_made_where_nobody_asked(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Project, "mutation_test")
    folder = laid("mutation")
    result = audit("-v", *ASKED)
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    assert tried(folder) == []
    assert "mutants" not in result.stdout.str()
    assert not any(b"mutants" in content for content in written(folder).values())


def test_what_makes_mutants_is_not_even_imported() -> None:
    program = (
        "import sys, pytest_factcheck.plugin.auditing, pytest_factcheck.audit\n"
        "heavy = ('pytest_factcheck.mutation.testing', 'pytest_factcheck.perturbations')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# Somebody asked


def test_what_passes_is_tried_and_no_result_is_another(laid: Laid, audit: Audit) -> None:
    folder = laid("mutation")
    audit(*ASKED).assert_outcomes(passed=4, failed=1, skipped=1)
    plain, without = rows(folder), written(folder)
    audit("--audit-mutate", *ASKED).assert_outcomes(passed=4, failed=1, skipped=1)
    assert tried(folder) == PASSING
    assert {
        name: {key: value for key, value in row.items() if key != "mutation"}
        for name, row in rows(folder).items()
    } == plain
    same = [name for name, content in written(folder).items() if content == without[name]]
    assert same == ["audit.csv", "audit.jsonld", "audit.sarif"]


def test_each_report_for_people_has_the_score(laid: Laid, audit: Audit) -> None:
    folder = laid("mutation")
    audit("--audit-mutate", *ASKED)
    markdown = (folder / "out" / "audit.md").read_text(encoding="utf-8")
    text = (folder / "out" / "audit.txt").read_text(encoding="utf-8")
    assert markdown.startswith("# Audit\n")
    assert "\n## Mutation\n\n**assertions: 4, mutants: " in markdown
    assert "known to be weak: kiosk-opened: No judge reads openings." in markdown
    assert "\nassertions: 4, mutants: " in text
    assert "  + The ferry left the harbour on 5 May 2020.\n" in text


def test_the_json_report_is_what_its_schema_says(laid: Laid, audit: Audit) -> None:
    folder = laid("mutation")
    audit("--audit-mutate", *ASKED)
    data = json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json.loads(schema.schema_text("report"))).validate(data)
    mutation = rows(folder)["crossing-lasted"]["mutation"]
    assert (mutation["id"], mutation["path"], mutation["line"]) == (
        "crossing-lasted",
        "assertions/ferry.yaml",
        3,
    )
    assert mutation["mutants"] == mutation["killed"] > 0


def test_two_workers_write_the_same_bytes_as_one_process(laid: Laid, audit: Audit) -> None:
    folder = laid("mutation")
    audit("--audit-mutate", *ASKED)
    serial = written(folder)
    audit("--audit-mutate", *ASKED, "-n2")
    assert written(folder) == serial


@pytest.mark.usefixtures("trier")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("-k", "ferry-left"), ["ferry-left"]),
        (("-m", "duration"), ["crossing-lasted"]),
        (("-x",), PASSING),
        (("-x", "-k", "press"), ["kiosk-opened"]),
        (("assertions/ferry.yaml::no-fire",), ["no-fire"]),
        (("-k", "coffee or seagulls"), []),
    ],
)
def test_only_the_cases_that_run_and_pass_are_tried(
    laid: Laid, audit: Audit, words: tuple[str, ...], expected: list[str]
) -> None:
    folder = laid("mutation")
    audit("--audit-mutate", *ASKED, *words)
    assert tried(folder) == expected


@pytest.mark.usefixtures("trier")
def test_a_known_issue_is_not_tried_until_it_is_solved(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    result = audit("--audit-mutate", *ASKED)
    result.assert_outcomes(passed=1, failed=4, xfailed=1)
    assert tried(folder) == ["opened-by-mayor", "length-solved"]


def test_other_judges_are_asked_of_the_mutants_too(laid: Laid, audit: Audit) -> None:
    folder = laid("mutation")
    audit("--audit-mutate", "--judges=verbatim", *ASKED)
    mutation = rows(folder)["crossing-lasted"]["mutation"]
    assert mutation["killed"] < mutation["mutants"]


# What is shown


def shown(result: pytest.RunResult) -> str:
    """Return what is printed after the failures and before the short summary of pytest."""
    return result.stdout.str().partition("= audit =")[2].partition("short test summary")[0]


@pytest.mark.usefixtures("trier")
def test_the_summary_has_the_score_in_one_sentence(laid: Laid, audit: Audit) -> None:
    laid("mutation")
    out = shown(audit("--audit-mutate"))
    assert (
        "\n\nassertions: 4, mutants: 4, killed by meaning: 1 (25.0 %), by text only: 0,\n"
        "  survived: 3; below 60 %: 2, 1 more with a reason\n\npartial: "
    ) in out
    assert "survived: claim" not in out


def test_with_v_the_survivors_are_shown(laid: Laid, audit: Audit) -> None:
    laid("mutation")
    out = shown(audit("--audit-mutate", "-v"))
    assert "\nassertions/ferry.yaml:13:5: ferry-left: 0 of " in out
    assert "\n  + The ferry left the harbour on 5 May 2020.\n" in out


@pytest.mark.usefixtures("trier")
def test_quietly_the_score_is_told_before_the_last_line(laid: Laid, audit: Audit) -> None:
    laid("mutation")
    lines = audit("--audit-mutate", "-q").outlines
    at = next(at for at, line in enumerate(lines) if line.startswith("assertions: 4, mutants: 4, "))
    assert [line.split(": ")[0] for line in lines[at : at + 3]] == ["assertions", "partial", "passed"]


@pytest.mark.usefixtures("trier")
@pytest.mark.parametrize("words", [("-qq",), ("--no-summary",)])
def test_a_score_that_nobody_wants_is_not_shown(laid: Laid, audit: Audit, words: tuple[str, ...]) -> None:
    laid("mutation")
    assert "mutants" not in audit("--audit-mutate", *words).stdout.str()


def test_where_nothing_passes_there_is_no_score(laid: Laid, audit: Audit) -> None:
    laid("mutation")
    assert "mutants" not in audit("--audit-mutate", "-k", "coffee or seagulls").stdout.str()


def test_the_summary_keeps_to_eighty_columns(laid: Laid, audit: Audit) -> None:
    laid("mutation")
    lines = shown(audit("--audit-mutate", "-v")).splitlines()
    assert max(len(line) for line in lines if not line.startswith("partial: ")) <= 80


# Bad usage


def test_without_a_project_the_option_is_refused_in_one_line(pytester: pytest.Pytester, audit: Audit) -> None:
    pytester.makepyfile("def test_plain():\n    assert True\n")
    result = audit("--audit-mutate")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --audit-mutate: there are no assertions here to audit: *"])
    assert "passed" not in result.stdout.str()
