"""pytest with the plugin, as a user meets it: collection, names, places, outcomes, exit codes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

# Serial, with two workers, and where xdist is not installed.
WAYS = [
    pytest.param((), id="serial"),
    pytest.param(("-n2",), id="n2"),
    pytest.param(("-p", "no:xdist"), id="no-xdist"),
]
each_way = pytest.mark.parametrize("way", WAYS)

FLOOD = [
    "assertions/evacuation.yaml::residents-evacuated",
    "assertions/evacuation.yaml::evacuation-90-minutes",
    "assertions/evacuation.yaml::school-week",
    "assertions/repair.yaml::repair-cost",
    "assertions/repair.yaml::mayor-resigned",
]


def node_ids(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line]


@each_way
def test_an_audit_that_finds_nothing_wrong_passes(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    laid("flood")
    result = audit(*way)
    result.assert_outcomes(passed=5)
    assert result.ret == pytest.ExitCode.OK


def test_a_case_is_named_by_its_file_and_the_id_of_its_assertion(laid: Laid, audit: Audit) -> None:
    laid("flood")
    result = audit("--collect-only", "-q")
    assert node_ids(result) == FLOOD


@each_way
def test_the_cases_keep_the_order_of_the_files(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    laid("flood")
    result = audit("-v", "--no-summary", *way)
    seen = {name for line in result.outlines for name in FLOOD if name in line}
    assert seen == set(FLOOD)
    if "-n2" not in way:
        assert [line.split(" ")[0] for line in node_ids(result)] == FLOOD


@each_way
def test_every_outcome_that_pytest_has_stays_what_it_is(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    """A problem fails, a known issue is an xfail, and one that is solved fails, because it is strict."""
    laid("bridge")
    result = audit(*way)
    result.assert_outcomes(passed=1, failed=4, xfailed=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED


@each_way
def test_a_text_that_is_not_on_this_machine_skips_what_needs_it(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    laid("match")
    result = audit("-rs", *way)
    result.assert_outcomes(passed=1, skipped=2)
    result.stdout.fnmatch_lines(["SKIPPED*: the text of press-agency is not on this machine"])
    result.stdout.fnmatch_lines(["partial: the text of press-agency is not on this machine*"])


def test_a_case_reports_the_line_of_its_assertion(laid: Laid, pytester: pytest.Pytester) -> None:
    """The line counts from 0, as pytest wants it; editors and annotations go there."""
    folder = laid("flood")
    names = ("pytest_factcheck.plugin", "no:cacheprovider", "no:hypothesispytest")
    items, _ = pytester.inline_genitems(*(word for name in names for word in ("-p", name)))
    assert [(item.location[0], item.location[1], item.location[2]) for item in items] == [
        ("assertions/evacuation.yaml", 2, "residents-evacuated"),
        ("assertions/evacuation.yaml", 12, "evacuation-90-minutes"),
        ("assertions/evacuation.yaml", 22, "school-week"),
        ("assertions/repair.yaml", 2, "repair-cost"),
        ("assertions/repair.yaml", 11, "mayor-resigned"),
    ]
    assert {str(item.path.relative_to(folder).parent) for item in items} == {"assertions"}


@each_way
def test_junit_xml_holds_file_and_line_and_what_was_found(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    folder = laid("bridge")
    audit("--junitxml=out.xml", "-o", "junit_family=xunit1", *way)
    written = ET.parse(folder / "out.xml")  # noqa: S314 - pytest has just written it
    cases = {case.get("name"): case for case in written.iter("testcase")}
    case = cases["no-collapse"]
    assert (case.get("file"), case.get("line")) == ("assertions/bridge.yaml", "18")
    assert {each.get("name"): each.get("value") for each in case.iter("property")} == {
        "factcheck_expect": "absent",
        "factcheck_place": "assertions/bridge.yaml:19:5",
        "factcheck_verdict": "supported",
    }
    failure = case.find("failure")
    assert failure is not None
    assert (failure.text or "").startswith("assertions/bridge.yaml:19:5: no-collapse: not-absent\n")


@each_way
def test_a_broken_file_is_one_error_with_every_mistake_at_its_place(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    laid("mistakes")
    result = audit("assertions/a-broken.yaml", *way)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        [
            "assertions/a-broken.yaml:5:5: unknown-key: *expcet*did you mean 'expect'*",
            "assertions/a-broken.yaml:10:13: bad-value: *suported*did you mean 'supported'*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


@each_way
def test_other_files_run_past_a_broken_one(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    laid("mistakes")
    result = audit("--continue-on-collection-errors", *way)
    result.assert_outcomes(passed=1, errors=3)
    result.stdout.fnmatch_lines(
        ["partial: *cannot be used: assertions/a-broken.yaml, assertions/c-twice.yaml*"]
    )


def test_an_id_that_another_file_has_is_refused_where_it_stands_again(laid: Laid, audit: Audit) -> None:
    laid("mistakes")
    result = audit("assertions/c-twice.yaml")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["assertions/c-twice.yaml:3:9: duplicate-id: *assertions/b-healthy.yaml:3:9*"]
    )


def test_a_tag_that_pytest_would_act_on_is_refused(laid: Laid, audit: Audit) -> None:
    laid("mistakes")
    result = audit("assertions/d-reserved.yaml")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["assertions/d-reserved.yaml:3:5: bad-value: *pytest keeps flaky, skip for itself*"]
    )


@each_way
def test_a_broken_manifest_is_told_once_whatever_the_number_of_files(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    folder = laid("flood")
    manifest = folder / "seeds" / "corpus.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("file: gazette.txt", "file: gazete.txt\n    titel: x"),
        encoding="utf-8",
    )
    result = audit(*way)
    result.assert_outcomes(errors=2)
    told = [line for line in result.outlines if line.startswith("seeds/corpus.yaml:15:5: unknown-key:")]
    assert len(told) == 1
    result.stdout.fnmatch_lines(["nothing here can be checked, as told above: seeds/corpus.yaml*"])


def test_collecting_reads_no_text(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    (folder / "seeds" / "herald.txt").write_bytes(b"\xff\xfe no text at all")
    assert node_ids(audit("--collect-only", "-q")) == FLOOD


@each_way
def test_a_text_that_cannot_be_read_fails_at_its_place_without_a_traceback(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    folder = laid("flood")
    (folder / "seeds" / "herald.txt").write_bytes(b"Flood\nThe river \xe9 rose.\n")
    result = audit("-k", "repair-cost", *way)
    result.assert_outcomes(failed=1, deselected=0 if "-n2" in way else 4)
    result.stdout.fnmatch_lines(
        [
            "assertions/repair.yaml:3:5: repair-cost: it could not be audited",
            "seeds/herald.txt:2:11: invalid-utf8: the byte 0xE9 here is not UTF-8*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*plugin/cases.py*")


def test_a_fault_of_the_program_shows_its_traceback(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault of the program")

    laid("flood")
    monkeypatch.setattr("pytest_factcheck.examination.deciding", broken)
    result = audit("-k", "repair-cost")
    result.assert_outcomes(failed=1, deselected=4)
    result.stdout.fnmatch_lines(["*examination.py:*", "E       ZeroDivisionError: a fault of the program"])
    result.stdout.no_fnmatch_line("*/pluggy/*")


def test_a_judge_that_does_not_exist_is_bad_usage(laid: Laid, audit: Audit) -> None:
    laid("flood")
    result = audit("--judges=slots,verbatin")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *verbatin*did you mean 'verbatim'*"])


@each_way
def test_judges_can_be_chosen_for_one_run(laid: Laid, audit: Audit, way: tuple[str, ...]) -> None:
    """Without `slots` nobody reads the amounts, and the contradiction rests on a person's word."""
    laid("flood")
    result = audit("--judges", "verbatim", "assertions/repair.yaml::repair-cost", *way)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["factcheck: assertions/ over seeds/, judges: verbatim", "passed: 1 on a person's word*"]
    )


def test_an_option_that_names_no_judge_is_bad_usage(laid: Laid, audit: Audit) -> None:
    laid("flood")
    result = audit("--judges=,")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --judges: name at least one judge*"])


def test_settings_that_cannot_be_read_are_bad_usage_with_their_place(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    (folder / "factcheck.toml").write_text('corpus = "seeds"\njugdes = ["slots"]\n', encoding="utf-8")
    result = audit()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: factcheck.toml:2:1: unknown-key: *did you mean 'judges'*"])


def test_known_issues_can_be_run_as_if_they_were_not_known(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    result = audit("--runxfail")
    result.assert_outcomes(passed=2, failed=4)
    result.stdout.fnmatch_lines(["*; 4 failed"])


def test_settings_that_name_a_folder_of_assertions_that_is_not_there_are_bad_usage(
    laid: Laid, audit: Audit
) -> None:
    folder = laid("bridge")
    (folder / "factcheck.toml").write_text('assertions = "claims"\n', encoding="utf-8")
    result = audit()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: claims: there is no such folder; create it, or set `assertions`"])


def test_a_quiet_audit_still_says_which_texts_were_not_read(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    (folder / "seeds" / "extra.txt").write_text("The bridge fell.\n", encoding="utf-8")
    audit("-q").stdout.fnmatch_lines(["not in seeds/corpus.yaml, so not read: extra.txt"])
