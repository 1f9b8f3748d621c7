"""A project as a commit has it: its own settings and folders, and nothing that git does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.checkout import laid
from pytest_factcheck.errors import InvalidInput, UsageError
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


# What is not fetched


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 4\n"
MANIFEST = "sources:\n  - {id: a, file: a.log}\n  - {id: b, file: deep/b.txt}\n"


def test_a_file_that_no_audit_reads_is_not_asked_for(git: Git, empty: Path) -> None:
    files = {
        "assertions/a.yaml": CLAIMS,
        "assertions/report.pdf": POINTER,
        "seeds/a.txt": "It rained.",
        "seeds/B.MD": "It snowed.",
        "seeds/report.pdf": POINTER,
    }
    assert lay(committed(git, files), empty) == Settings(empty)
    assert names(empty) == ["assertions/a.yaml", "seeds/B.MD", "seeds/a.txt"]


def test_with_a_manifest_the_sources_are_those_that_it_names(git: Git, empty: Path) -> None:
    files = {
        "assertions/a.yaml": CLAIMS,
        "seeds/corpus.yaml": MANIFEST,
        "seeds/a.log": "It rained.",
        "seeds/deep/b.txt": "It snowed.",
        "seeds/notes.txt": POINTER,
    }
    assert lay(committed(git, files), empty) == Settings(empty)
    assert names(empty) == ["assertions/a.yaml", "seeds/a.log", "seeds/corpus.yaml", "seeds/deep/b.txt"]


def test_a_source_that_was_not_fetched_is_asked_for(git: Git, empty: Path) -> None:
    files = {"assertions/a.yaml": CLAIMS, "seeds/corpus.yaml": MANIFEST, "seeds/a.log": POINTER}
    with pytest.raises(UsageError, match="lies in Git LFS and not on this machine"):
        lay(committed(git, files), empty)


# Links


def linked(git: Git, links: dict[str, str], files: dict[str, str]) -> Git:
    for name, target in links.items():
        (git.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (git.folder / name).symlink_to(target)
    return committed(git, files)


def test_both_folders_and_the_settings_may_be_links(git: Git, empty: Path) -> None:
    links = {"assertions": "desk/claims", "seeds": "desk/texts", "factcheck.toml": "desk/settings.toml"}
    files = {
        "desk/claims/a.yaml": CLAIMS,
        "desk/texts/a.txt": "It rained.",
        "desk/settings.toml": "strict = true\n",
    }
    found = lay(linked(git, links, files), empty)
    assert found == Settings(empty, strict=True, file="factcheck.toml")
    assert names(empty) == ["assertions/a.yaml", "factcheck.toml", "seeds/a.txt"]


def test_a_project_below_the_root_may_share_texts_of_the_repository(git: Git, empty: Path) -> None:
    files = {"desk/assertions/a.yaml": CLAIMS, "shared/a.txt": "It rained."}
    linked(git, {"desk/seeds": "../shared"}, files)
    assert laid(Repository(git.folder / "desk"), git("rev-parse", "HEAD"), empty) == Settings(empty)
    assert names(empty) == ["assertions/a.yaml", "seeds/a.txt"]


def test_behind_a_link_within_a_folder_lies_only_what_the_manifest_names(git: Git, empty: Path) -> None:
    listed = "sources:\n  - {id: a, file: latest/a.txt}\n"
    files = {
        "assertions/a.yaml": CLAIMS,
        "seeds/2025/a.txt": "It rained.",
        "seeds/2025/b.txt": "It snowed.",
        "seeds/corpus.yaml": listed,
    }
    assert lay(linked(git, {"seeds/latest": "2025", "assertions/more": "."}, files), empty)
    assert names(empty) == ["assertions/a.yaml", "seeds/corpus.yaml", "seeds/latest/a.txt"]


def test_a_link_that_leads_nowhere_is_no_project(git: Git, empty: Path) -> None:
    assert lay(linked(git, {"seeds": "gone"}, {"assertions/a.yaml": CLAIMS}), empty) is None


@pytest.mark.parametrize("name", ["assertions", "seeds", "assertions/b.yaml", "seeds/b.txt"])
def test_a_link_out_of_the_repository_is_refused_and_never_followed(
    git: Git, empty: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.txt").write_text("secret", encoding="utf-8")
    files = {"assertions/a.yaml": CLAIMS, "seeds/a.txt": "It rained."}
    inside = {key: text for key, text in files.items() if not key.startswith(f"{name}/")}
    with pytest.raises(UsageError, match=f"^`{name}` is a link that leads out of the repository"):
        lay(linked(git, {name: str(outside)}, inside), empty)
