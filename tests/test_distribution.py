"""The distribution: the name under which it is packaged, and a version only where it is installed."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from pytest_factcheck import distribution


def test_the_name_is_the_one_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == distribution.NAME


def test_where_nothing_is_installed_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(distribution, "version", missing)
    assert distribution.installed_version() == ""


def test_the_version_is_that_of_the_installed_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distribution, "version", {"pytest-factcheck": "1.2.3"}.__getitem__)
    assert distribution.installed_version() == "1.2.3"
