"""A project as a commit has it: its own settings and folders, and nothing that git does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.checkout import laid
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.gitrepository import Repository
from pytest_factcheck.settings import Settings

if TYPE_CHECKING:
    from conftest import Git

CLAIMS = "assertions: []\n"


def committed(git: Git, files: dict[str, str]) -> Git:
    for name, text in files.items():
        (git.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (git.folder / name).write_text(text, encoding="utf-8")
    return git.begin()


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a project is laid into."""
    return tmp_path_factory.mktemp("laid")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def lay(git: Git, folder: Path) -> Settings | None:
    return laid(Repository(git.folder), git("rev-parse", "HEAD"), folder)


def test_settings_and_the_two_folders_are_laid_and_nothing_else(git: Git, empty: Path) -> None:
    toml = 'assertions = "claims"\ncorpus = "texts"\nstrict = true\n'
    files = {
        "factcheck.toml": toml,
        "claims/a.yaml": CLAIMS,
        "texts/deep/a.txt": "It rained.",
        "assertions/other.yaml": CLAIMS,
        "texts-old/b.txt": "It snowed.",
        "README.md": "About this.",
    }
    found = lay(committed(git, files), empty)
    assert found == Settings(empty, "claims", "texts", strict=True, file="factcheck.toml")
    assert names(empty) == ["claims/a.yaml", "factcheck.toml", "texts/deep/a.txt"]


def test_without_a_settings_file_the_usual_folders_are_a_project(git: Git, empty: Path) -> None:
    found = lay(committed(git, {"assertions/a.yaml": CLAIMS, "seeds/a.txt": "It rained."}), empty)
    assert found == Settings(empty)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "About this."},
        {"assertions/a.yaml": CLAIMS},
        {"factcheck.toml": "strict = true\n", "assertions/a.yaml": CLAIMS},
        {"pyproject.toml": "[tool.other]\n", "seeds/a.txt": "It rained."},
    ],
)
def test_a_commit_without_assertions_or_texts_has_no_project(
    git: Git, empty: Path, files: dict[str, str]
) -> None:
    assert lay(committed(git, files), empty) is None


def test_settings_of_a_folder_above_are_not_those_of_the_commit(git: Git, empty: Path) -> None:
    (empty / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    below = empty / "below"
    below.mkdir()
    assert lay(committed(git, {"README.md": "About this."}), below) is None


def test_settings_that_cannot_be_used_are_told_by_their_name(git: Git, empty: Path) -> None:
    with pytest.raises(InvalidInput, match=r"^factcheck\.toml:1:1: unknown-key: "):
        lay(committed(git, {"factcheck.toml": "strikt = true\n"}), empty)
