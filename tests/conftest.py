"""Whole projects for the tests that run pytest or the command as a user does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECTS = Path(__file__).parent / "projects"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder where workers keep what they compile, whatever the machine forbids."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(autouse=True)
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the audits of the tests out of what GitHub shows of the run that runs the tests."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def laid(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, compiled: Path) -> Callable[[str], Path]:
    """Lay one of the projects in tests/projects into the current folder, which is empty and temporary."""
    for name in ("CI", "BUILD_NUMBER", "NO_COLOR", "FORCE_COLOR", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(compiled))

    def lay(name: str) -> Path:
        shutil.copytree(PROJECTS / name, pytester.path, dirs_exist_ok=True)
        return pytester.path

    return lay


@pytest.fixture
def audit(pytester: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Run pytest with the plugin, in this process, and without what it would remember."""

    def run(*words: str) -> pytest.RunResult:
        # Hypothesis has nothing to do there, and takes longer to import than an audit takes.
        names = ("pytest_factcheck.plugin", "no:cacheprovider", "no:hypothesispytest")
        return pytester.runpytest_inprocess(*(word for name in names for word in ("-p", name)), *words)

    return run
