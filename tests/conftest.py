"""Whole projects for the tests that run pytest or the command as a user does."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.mutation.rows import Counts, MutantRow, MutationRow, OperatorRow
from pytest_factcheck.mutation.testing import MutationTest

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


class Git:
    """A repository for a test, whatever this machine says about git and whoever runs the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> str:
        """Run git in the repository, and return what it prints."""
        done = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    def at(self, folder: Path) -> Git:
        """Return git for another folder."""
        return Git(folder)

    def begin(self, branch: str = "main") -> Git:
        """Make the folder a repository, with everything in it committed to a branch."""
        self("init", "--quiet", "-b", branch)
        self.commit()
        return self

    def edit(self, name: str, old: str, new: str) -> None:
        """Write `new` where `old` stands first in a file of the folder."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def commit(self) -> str:
        """Commit everything in the folder, and return the commit's whole name."""
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message", "work")
        return self("rev-parse", "HEAD")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return git for the temporary folder; nothing is there yet."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ana Ruiz")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ana@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2025-06-02T12:00:00Z")
    return Git(tmp_path)


class Trier:
    """Stands in for what tries mutants: one of each assertion, that only `crossing-lasted` notices."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.leaving_at = ""

    def row(self, assertion: Assertion) -> MutationRow:
        """Return a row, or leave as a person does who presses Ctrl-C."""
        if assertion.id == self.leaving_at:
            raise KeyboardInterrupt
        self.tried.append(assertion.id)
        noticed = assertion.id == "crossing-lasted"
        counts = Counts(mutants=1, killed=int(noticed), by_text=0, survived=int(not noticed))
        survivor = MutantRow(
            place="claim",
            operator="number",
            source="",
            before=assertion.claim,
            after=f"{assertion.claim} (changed)",
            fate="survived",
            why="nobody looks",
            mend="look",
        )
        return MutationRow(
            **counts,
            id=assertion.id,
            path="elsewhere.yaml",
            line=99,
            column=9,
            claim=assertion.claim,
            expect=str(assertion.expect),
            rests_on="judged",
            known_weakness=assertion.known_weakness,
            why_not_tried="",
            operators=[OperatorRow(**counts, place="claim", operator="number")],
            unnoticed=[] if noticed else [survivor],
        )

    def since(self) -> list[str]:
        """Return who was tried since it was asked last."""
        tried, self.tried = self.tried, []
        return tried


@pytest.fixture
def trier(monkeypatch: pytest.MonkeyPatch) -> Trier:
    """Let nothing be tried in earnest."""
    stands_in = Trier()
    monkeypatch.setattr(MutationTest, "row", lambda _, assertion: stands_in.row(assertion))
    return stands_in
