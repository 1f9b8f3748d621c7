"""Choosing cases as one chooses tests, and which files are cases at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

BARE = ("-p", "no:hypothesispytest")
OPENED = (*BARE, "-p", "pytest_factcheck.plugin")
DOOR = 'pytest_plugins = ("pytest_factcheck.plugin",)\n'


def collected(result: pytest.RunResult) -> list[str]:
    return [line.rpartition("::")[2] for line in result.outlines if "::" in line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("-k", "evacuat"), ["residents-evacuated", "evacuation-90-minutes", "school-week"]),
        (("-k", "evacuated"), ["residents-evacuated"]),
        (("-k", "repair.yaml and not cost"), ["mayor-resigned"]),
        (("-k", "money"), ["repair-cost"]),
        (("-m", "people"), ["residents-evacuated", "mayor-resigned"]),
        (("-m", "fire-crews"), ["residents-evacuated"]),
        (("-m", "people and not fire-crews"), ["mayor-resigned"]),
        (("assertions/repair.yaml",), ["repair-cost", "mayor-resigned"]),
        (("assertions/repair.yaml::mayor-resigned",), ["mayor-resigned"]),
        (
            ("--deselect", "assertions/repair.yaml::repair-cost", "-m", "people or money"),
            ["residents-evacuated", "mayor-resigned"],
        ),
        (("--ignore=assertions/evacuation.yaml",), ["repair-cost", "mayor-resigned"]),
    ],
)
def test_a_selection_takes_what_it_names(
    laid: Laid, audit: Audit, words: tuple[str, ...], expected: list[str]
) -> None:
    laid("flood")
    assert collected(audit("--collect-only", "-q", *words)) == expected


@pytest.mark.parametrize("workers", [(), ("-n2",)])
def test_tags_are_marks_where_marks_are_strict(laid: Laid, audit: Audit, workers: tuple[str, ...]) -> None:
    laid("flood")
    audit("--strict-markers", "-W", "error", "-m", "fire-crews", *workers).assert_outcomes(
        passed=1, deselected=0 if workers else 4
    )


def test_a_tag_of_another_file_is_known_too(laid: Laid, audit: Audit) -> None:
    laid("flood")
    result = audit("--strict-markers", "assertions/repair.yaml", "-m", "fire-crews")
    result.assert_outcomes(deselected=2)
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_first_failure_can_end_the_run(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    result = audit("-x")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["partial: 2 of 6 assertions were audited*"])


def test_the_last_failures_can_be_run_again(laid: Laid, pytester: pytest.Pytester) -> None:
    laid("bridge")
    pytester.runpytest_inprocess(*OPENED).assert_outcomes(passed=1, failed=4, xfailed=1)
    pytester.runpytest_inprocess(*OPENED, "--lf").assert_outcomes(failed=4)


def test_a_run_can_go_on_where_it_stopped(laid: Laid, pytester: pytest.Pytester) -> None:
    laid("bridge")
    pytester.runpytest_inprocess(*OPENED, "--sw").assert_outcomes(passed=1, failed=1)
    pytester.runpytest_inprocess(*OPENED, "--sw-skip").assert_outcomes(failed=2, deselected=1)


def test_the_audit_can_be_started_from_a_folder_of_the_project(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(laid("flood") / "assertions")
    audit().assert_outcomes(passed=5)
    audit("repair.yaml::repair-cost").assert_outcomes(passed=1)


def test_the_audit_can_be_started_from_another_folder(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project is that of what was asked for, not that of the folder one happens to stand in."""
    folder = laid("flood")
    (folder / "docs" / "drafts").mkdir(parents=True)
    monkeypatch.chdir(folder / "docs")
    audit("../assertions/repair.yaml").assert_outcomes(passed=2)
    monkeypatch.chdir(folder.parent)
    audit(folder.name).assert_outcomes(passed=5)
    audit(str(folder / "assertions")).assert_outcomes(passed=5)


def test_the_nearest_project_is_audited(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    laid("bridge")
    inner = folder / "inner"
    (inner / "assertions").mkdir(parents=True)
    (inner / "seeds").mkdir()
    (inner / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    (inner / "seeds" / "bread.txt").write_text("The baker gave away bread.\n", encoding="utf-8")
    (inner / "assertions" / "bread.yaml").write_text(
        "assertions:\n  - id: bread\n    claim: The baker gave away bread.\n    expect: supported\n"
        "    evidence:\n      - {source: bread, quote: The baker gave away bread.}\n",
        encoding="utf-8",
    )
    audit("inner").assert_outcomes(passed=1)


def test_a_project_that_is_reached_through_a_link_is_audited(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("flood")
    link = folder.parent / "link-to-flood"
    link.symlink_to(folder, target_is_directory=True)
    audit(str(link / "assertions" / "repair.yaml")).assert_outcomes(passed=2)
    monkeypatch.chdir(link)
    audit("assertions").assert_outcomes(passed=5)


def test_tests_and_assertions_run_side_by_side(laid: Laid, audit: Audit, pytester: pytest.Pytester) -> None:
    laid("flood")
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    audit().assert_outcomes(passed=6)
    audit("test_plain.py", "assertions/repair.yaml").assert_outcomes(passed=3)


def test_a_hidden_file_is_left_alone(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    (folder / "assertions" / ".draft.yaml").write_text("half: [written\n", encoding="utf-8")
    audit().assert_outcomes(passed=5)


def test_a_manifest_among_the_assertions_is_none_of_them(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    (folder / "seeds").rename(folder / "assertions" / "texts")
    (folder / "factcheck.toml").write_text('corpus = "assertions/texts"\n', encoding="utf-8")
    audit().assert_outcomes(passed=5)


def test_files_of_other_tools_are_left_alone(laid: Laid, audit: Audit) -> None:
    """Workflows, a documentation site and tests of another plugin are YAML too."""
    laid("takeover")
    result = audit()
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["factcheck: claims/ over texts/, judges: slots, verbatim"])


def test_a_file_of_another_tool_is_left_alone_also_when_it_is_named(laid: Laid, audit: Audit) -> None:
    laid("takeover")
    for name in ("mkdocs.yml", "docs/openapi.yaml", ".github/workflows/ci.yml"):
        result = audit(name)
        assert "error" not in result.parseoutcomes()


@pytest.mark.parametrize("doors", ["conftest", "option", "conftest and option"])
def test_the_plugin_opens_once_whichever_door_is_used(
    laid: Laid, pytester: pytest.Pytester, doors: str
) -> None:
    laid("flood")
    if "conftest" in doors:
        pytester.makeconftest(DOOR)
    option = ("-p", "pytest_factcheck.plugin") if "option" in doors else ()
    result = pytester.runpytest_inprocess(*BARE, "-p", "no:cacheprovider", *option)
    result.assert_outcomes(passed=5)
    assert sum(line.startswith("factcheck: ") for line in result.outlines) == 1


def test_the_installed_plugin_and_a_conftest_open_one_plugin(laid: Laid, pytester: pytest.Pytester) -> None:
    """As a user of the installed package sees it: in a process of its own, through the entry point."""
    laid("flood")
    pytester.makeconftest(DOOR)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-W", "error")
    result.assert_outcomes(passed=5)
    assert sum(line.startswith("factcheck: ") for line in result.outlines) == 1


def silent(result: pytest.RunResult) -> bool:
    words = ("factcheck:", "audit ==", "written")
    return not any(word in line for line in (*result.outlines, *result.errlines) for word in words)


def test_a_repository_that_has_nothing_to_audit_sees_nothing(audit: Audit, pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    pytester.makefile(".yaml", compose="services: {web: &web {image: x}, copy: *web}")
    pytester.makepyprojecttoml("[tool.other]\nkey = 1\n")
    result = audit("-v")
    result.assert_outcomes(passed=1)
    assert silent(result)


def test_a_project_without_an_assertions_folder_sees_nothing(
    laid: Laid, audit: Audit, pytester: pytest.Pytester
) -> None:
    folder = laid("flood")
    (folder / "assertions").rename(folder / "elsewhere")
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    result = audit("-v")
    result.assert_outcomes(passed=1)
    assert silent(result)


def test_a_repository_that_has_nothing_to_audit_pays_nothing(pytester: pytest.Pytester) -> None:
    """What parses YAML, judges and draws tables is not even imported there."""
    pytester.makepyfile(
        test_plain="import sys\n\n\ndef test_plain():\n"
        "    heavy = {'yaml', 'jsonschema', 'tabulate', 'snowballstemmer', 'pytest_factcheck.judges'}\n"
        "    assert not heavy & set(sys.modules)\n"
    )
    result = pytester.runpytest_subprocess(
        "-p",
        "pytest_factcheck.plugin",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-p",
        "no:hypothesispytest",
    )
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize("option", ["--audit-report=audit.md", "--judges=slots"])
def test_an_option_of_the_audit_is_refused_where_there_is_nothing_to_audit(
    audit: Audit, pytester: pytest.Pytester, option: str
) -> None:
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    result = audit(option)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    name = option.partition("=")[0]
    result.stderr.fnmatch_lines([f"ERROR: {name}: there are no assertions here to audit*"])
