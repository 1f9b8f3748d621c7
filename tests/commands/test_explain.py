"""`factcheck explain`: what a verdict rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]


def explained(capsys: pytest.CaptureFixture[str], name: str, code: int, *words: str) -> str:
    assert cli.main(["explain", name, *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    assert max(map(len, out.splitlines())) <= 84
    return out


def test_a_green_verdict_is_explained_with_quote_judge_and_reason(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    out = explained(capsys, "evacuation-90-minutes", 0)
    assert out.startswith(
        "assertions/evacuation.yaml:13:5: evacuation-90-minutes\n"
        "claim: The evacuation lasted 90 minutes.\n"
        "expected disputed, found disputed: judged\n"
    )
    assert "courier: contradicts\n  seeds/courier.txt:3:1: contradicts, as `slots` confirms\n" in out
    assert "“The evacuation lasted three hours.”" in out
    assert "gazette: silent\n" in out
    assert "problems:" not in out


def test_a_ruling_of_a_person_is_shown(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "school-week", 0)
    assert "found supported: on a signed ruling" in out
    assert "ruling of A. Reader, 2024-07-01: Where a school stays closed" in out


def test_a_red_verdict_is_explained_with_its_problems(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("bridge")
    out = explained(capsys, "cost-12-million", 1)
    assert "morning-post: contradicts\n" in out
    assert "problems:\n  assertions/bridge.yaml:10:5: undeclared-opposition:" in out


def test_a_case_that_cannot_run_here_is_no_problem(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("match")
    assert "not run: the text of press-agency is not on this machine\n" in explained(capsys, "no-red-card", 0)


def test_mistakes_in_other_files_do_not_hinder(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("mistakes")
    assert "found supported" in explained(capsys, "bread", 0)


def test_other_judges_can_be_asked(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "repair-cost", 0, "--judges", "verbatim")
    assert "found contradicted: on a person's word" in out
    assert "slots" not in out


def test_a_project_without_assertions_is_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("flood")
    (folder / "assertions").rename(folder / "elsewhere")
    assert cli.main(["explain", "bread"]) == 2
    assert capsys.readouterr().err == "assertions: there is no assertion in this folder\n"
