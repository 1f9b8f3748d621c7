"""A folder of pages: only ours is written into, each file whole, and nothing of others is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_factcheck.errors import UsageError
from pytest_factcheck.reports.folder import LISTING, check_folder, is_folder, write_folder


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_pages_are_written_and_listed(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", [("index.html", "a"), ("claims/one.html", "b")])
    assert tree(tmp_path / "site") == {
        LISTING: "claims/one.html\nindex.html\n",
        "claims/one.html": "b",
        "index.html": "a",
    }


def test_pages_that_are_no_more_are_removed_with_their_empty_folders(tmp_path: Path) -> None:
    write_folder(tmp_path, [("index.html", "a"), ("claims/one.html", "b"), ("files/x/y.html", "c")])
    write_folder(tmp_path, [("index.html", "d"), ("claims/two.html", "e")])
    assert set(tree(tmp_path)) == {LISTING, "index.html", "claims/two.html"}
    assert not (tmp_path / "files").exists()


def test_what_others_have_put_into_the_folder_stays(tmp_path: Path) -> None:
    write_folder(tmp_path, [("index.html", "a"), ("claims/one.html", "b")])
    (tmp_path / "CNAME").write_text("example.org")
    (tmp_path / "claims" / "mine.txt").write_text("kept")
    write_folder(tmp_path, [("index.html", "a")])
    assert set(tree(tmp_path)) == {LISTING, "index.html", "CNAME", "claims/mine.txt"}


def test_a_listing_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kept")
    site = tmp_path / "site"
    write_folder(site, [("index.html", "a")])
    (site / "link").symlink_to(tmp_path)
    outside = f"../precious.txt\n{tmp_path / 'precious.txt'}\nlink/precious.txt\nlink\n"
    (site / LISTING).write_text(outside)
    write_folder(site, [("index.html", "a")])
    assert (tmp_path / "precious.txt").read_text() == "kept"
    assert (site / "link").is_symlink()


def test_what_an_interrupted_run_leaves_is_known_to_the_next(tmp_path: Path) -> None:
    def interrupted() -> object:
        yield "claims/one.html", "b"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "site", interrupted())  # type: ignore[arg-type]
    check_folder(tmp_path / "site", "site/")
    write_folder(tmp_path / "site", [("index.html", "a")])
    assert "index.html" in tree(tmp_path / "site")


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(
        UsageError, match="docs/: this folder holds other files: name a new one, like `site/`"
    ):
        check_folder(tmp_path, "docs/")


def test_a_file_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(UsageError, match="there is a file of this name"):
        check_folder(tmp_path / "site", "site/")


@pytest.mark.parametrize("name", ["new", "empty", "ours"])
def test_a_new_an_empty_and_an_own_folder_are_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "ours", [("index.html", "a")])
    check_folder(tmp_path / name, name)


def test_a_path_means_a_folder_if_it_ends_with_a_slash_or_is_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    assert is_folder("site/", tmp_path)
    assert is_folder("there", tmp_path)
    assert not is_folder("audit.html", tmp_path)
