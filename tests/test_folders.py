"""Folders: which files of a folder are read, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pytest_factcheck.folders import text_names, yaml_files


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_yaml_files_at_any_depth_are_found_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    names = ["b.yaml", "a/c.yml", ".hidden.yaml", ".git/d.yaml", "notes.txt", "a.yaml.bak", "Z.yaml"]
    lay(tmp_path, dict.fromkeys(names, ""))
    (tmp_path / "folder.yaml").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in yaml_files(tmp_path)] == [
        "Z.yaml",
        "a/c.yml",
        "b.yaml",
    ]


def test_texts_are_found_in_order_whatever_the_folder_gives_first(tmp_path: Path) -> None:
    lay(tmp_path, dict.fromkeys(["b.txt", "a/z.txt", "a.txt"], ""))
    assert text_names(tmp_path) == ("a.txt", "a/z.txt", "b.txt")
