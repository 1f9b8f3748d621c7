"""The distribution: the name under which it is packaged, and a version only where it is installed."""

from __future__ import annotations

import hashlib
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


# The digest of the code


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for the package."""
    (tmp_path / "language" / "data").mkdir(parents=True)
    (tmp_path / "audit.py").write_text("one", "utf-8")
    (tmp_path / "language" / "data" / "words.toml").write_text("two", "utf-8")
    monkeypatch.setattr(distribution, "files", lambda _package: tmp_path)
    return tmp_path


def digest() -> str:
    """Return the digest of the files as they are now."""
    distribution.code_digest.cache_clear()
    try:
        return distribution.code_digest()
    finally:
        distribution.code_digest.cache_clear()


def test_the_digest_is_that_of_every_name_and_all_bytes_in_the_order_of_the_names(package: Path) -> None:
    whole = b"/audit.py\0" + b"3\0" + b"one" + b"/language/data/words.toml\0" + b"3\0" + b"two"
    assert digest() == hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize("file", ["audit.py", "language/data/words.toml"])
def test_a_change_of_code_or_data_changes_the_digest(package: Path, file: str) -> None:
    before = digest()
    (package / file).write_text("six", "utf-8")
    assert digest() != before


def test_a_file_that_is_new_gone_or_renamed_changes_the_digest(package: Path) -> None:
    seen = [digest()]
    (package / "language" / "empty.py").touch()
    seen.append(digest())
    (package / "language" / "empty.py").rename(package / "empty.py")
    seen.append(digest())
    (package / "audit.py").unlink()
    seen.append(digest())
    assert len(set(seen)) == 4


def test_what_python_compiles_does_not_change_the_digest(package: Path) -> None:
    before = digest()
    (package / "language" / "__pycache__").mkdir()
    (package / "language" / "__pycache__" / "audit.cpython-311.pyc").write_text("compiled", "utf-8")
    assert digest() == before


def test_words_cannot_move_from_one_file_into_the_next(package: Path) -> None:
    (package / "a").write_text("x", "utf-8")
    (package / "b").write_text("y", "utf-8")
    before = digest()
    (package / "a").write_text("x/b\0" + "1\0y", "utf-8")
    (package / "b").unlink()
    assert digest() != before


def test_the_digest_is_asked_of_the_disk_once(package: Path) -> None:
    distribution.code_digest.cache_clear()
    before = distribution.code_digest()
    (package / "audit.py").write_text("six", "utf-8")
    assert distribution.code_digest() == before
    distribution.code_digest.cache_clear()
