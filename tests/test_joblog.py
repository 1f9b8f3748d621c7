"""The log of a job: what GitHub would obey is broken there, and only there."""

from __future__ import annotations

import pytest

from pytest_factcheck import cli
from pytest_factcheck.joblog import inert, running

ORDER = "##[stop-commands]x"


def test_anywhere_else_words_are_shown_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert not running()
    assert inert(f" ::a\n{ORDER}") == f" ::a\n{ORDER}"


def test_on_github_words_command_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert running()
    assert inert(f" ::a\n{ORDER} b::c:: #[x]") == " : :a\n## [stop-commands]x b::c:: #[x]"


def test_neither_do_those_of_a_refusal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cli.main(["lint", f"{ORDER}.yaml"]) == 2
    assert "## [stop-commands]x.yaml" in capsys.readouterr().err
