"""What is kept from one run to the next: never a wrong result, and nobody's file is harmed."""

from __future__ import annotations

import shutil
import string
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pytest_factcheck.commands import kept
from pytest_factcheck.commands.kept import Kept

NAME = "results.kept"
FIRST, SECOND = {"mutants": 3, "why": "“no” \u202e"}, {"mutants": 5, "why": ""}
NAMES = ("ferry-left", "no-fire")


def opened(root: Path) -> Kept:
    return Kept(root, NAME)


def file_of(root: Path) -> Path:
    return root / ".factcheck" / NAME


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return a folder where two results are kept."""
    results = opened(tmp_path)
    results.add("ferry-left", "mark-1", FIRST)
    results.add("no-fire", "mark-2", SECOND)
    assert results.refused == ""
    return tmp_path


def both(root: Path) -> tuple[Any, Any]:
    """Return what a new run finds of the two results."""
    results = opened(root)
    return results.get("ferry-left", "mark-1"), results.get("no-fire", "mark-2")


# Keeping


def test_a_result_is_there_in_the_next_run(filled: Path) -> None:
    assert both(filled) == (FIRST, SECOND)


def test_a_result_is_there_at_once_and_not_only_when_the_run_ends(tmp_path: Path) -> None:
    results = opened(tmp_path)
    results.add("ferry-left", "mark-1", FIRST)
    assert results.get("ferry-left", "mark-1") == FIRST
    assert both(tmp_path) == (FIRST, None)


@pytest.mark.parametrize(("name", "mark"), [("ferry-left", "mark-2"), ("no-fire", "mark-1"), ("", "")])
def test_a_result_belongs_to_its_name_and_its_mark(filled: Path, name: str, mark: str) -> None:
    assert opened(filled).get(name, mark) is None


def test_of_two_results_under_one_mark_the_later_counts(filled: Path) -> None:
    opened(filled).add("ferry-left", "mark-1", SECOND)
    assert both(filled) == (SECOND, SECOND)


def test_the_folder_keeps_itself_out_of_git(filled: Path) -> None:
    notice = (filled / ".factcheck" / ".gitignore").read_text(encoding="utf-8")
    assert notice.splitlines()[-1] == "*"


def test_a_gitignore_of_somebody_else_stays(filled: Path) -> None:
    notice = filled / ".factcheck" / ".gitignore"
    notice.write_text("!*\n", encoding="utf-8")
    opened(filled).add("ferry-left", "mark-3", FIRST)
    assert notice.read_text(encoding="utf-8") == "!*\n"


def test_a_folder_that_is_deleted_meanwhile_is_made_anew(filled: Path) -> None:
    results = opened(filled)
    shutil.rmtree(filled / ".factcheck")
    results.add("no-fire", "mark-2", SECOND)
    assert results.refused == ""
    assert both(filled) == (None, SECOND)


def test_nothing_is_made_where_nothing_is_kept(tmp_path: Path) -> None:
    opened(tmp_path).tidy(NAMES)
    assert list(tmp_path.iterdir()) == []


# Damage


def test_a_line_that_was_cut_off_is_not_there_and_the_next_one_is_whole(filled: Path) -> None:
    file = file_of(filled)
    file.write_bytes(file.read_bytes()[:-9])
    assert both(filled) == (FIRST, None)
    opened(filled).add("no-fire", "mark-2", SECOND)
    assert both(filled) == (FIRST, SECOND)


def test_a_result_that_somebody_edited_is_not_there(filled: Path) -> None:
    file = file_of(filled)
    file.write_bytes(file.read_bytes().replace(b'"mutants":3', b'"mutants":9'))
    assert both(filled) == (None, SECOND)


@pytest.mark.parametrize(
    "foreign",
    [
        b"{}\n[]\nnull\n\n[1, 2]\n",
        b'["ferry-left", "mark-1", {"mutants": 9}]\n',
        b'0000000000000000 ["ferry-left", "mark-1", {"mutants": 9}]\n',
        b"\xff\xfe\x00 \x9b\n",
        b"[" * 200_000,
        b"9" * 200_000 + b"\n",
        b"\x00" * 4096,
    ],
    ids=["other JSON", "an older kind", "another digest", "no text", "deep", "long", "zeros"],
)
def test_foreign_lines_are_not_there_and_harm_no_other(filled: Path, foreign: bytes) -> None:
    file = file_of(filled)
    file.write_bytes(foreign + b"\n" + file.read_bytes() + b"\n" + foreign)
    assert both(filled) == (FIRST, SECOND)
    opened(filled).tidy(NAMES)
    assert both(filled) == (FIRST, SECOND)
    assert foreign.strip() not in file.read_bytes()


@given(st.data())
def test_whatever_becomes_of_a_byte_no_result_is_another(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        results = opened(root)
        results.add("ferry-left", "mark-1", FIRST)
        results.add("no-fire", "mark-2", SECOND)
        raw = bytearray(file_of(root).read_bytes())
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
        file_of(root).write_bytes(raw)
        first, second = both(root)
        assert first in (FIRST, None)
        assert second in (SECOND, None)
        assert (first, second) != (None, None)


# Where nothing can be kept


def test_a_folder_in_the_place_of_the_file_is_told_and_stays(tmp_path: Path) -> None:
    file_of(tmp_path).mkdir(parents=True)
    results = opened(tmp_path)
    results.add("no-fire", "mark-2", SECOND)
    assert results.refused == ".factcheck/results.kept: Is a directory"
    assert results.get("no-fire", "mark-2") == SECOND
    results.tidy(NAMES)
    assert file_of(tmp_path).is_dir()


def test_a_file_in_the_place_of_the_folder_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / ".factcheck").write_text("mine\n", encoding="utf-8")
    results = opened(tmp_path)
    results.add("no-fire", "mark-2", SECOND)
    assert results.refused == ".factcheck/results.kept: File exists"
    assert (tmp_path / ".factcheck").read_text(encoding="utf-8") == "mine\n"


def refusing(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let nothing be written, as in a folder that is read-only; return what was tried."""
    tried: list[Path] = []

    def refuse(path: Path, *_: object, **__: object) -> None:
        tried.append(path)
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(kept, "write_whole", refuse)
    return tried


def test_where_nothing_may_be_written_the_run_goes_on_and_tries_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = refusing(monkeypatch)
    results = opened(tmp_path)
    for mark in ("mark-1", "mark-2"):
        results.add("ferry-left", mark, FIRST)
        assert results.get("ferry-left", mark) == FIRST
    results.tidy(NAMES)
    assert results.refused == ".factcheck/results.kept: Permission denied"
    assert len(tried) == 1


def test_what_was_kept_is_read_where_nothing_may_be_written(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file_of(filled).read_bytes()
    refusing(monkeypatch)
    results = opened(filled)
    assert results.get("no-fire", "mark-2") == SECOND
    results.tidy(["no-fire"])
    assert results.refused == ".factcheck/results.kept: Permission denied"
    assert file_of(filled).read_bytes() == before


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("no links can be made here")


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_not_followed_to_a_file_of_somebody_else(tmp_path: Path, there: bool) -> None:
    mine = tmp_path / "mine.txt"
    if there:
        mine.write_text("mine\n", encoding="utf-8")
    (tmp_path / ".factcheck").mkdir()
    link(file_of(tmp_path), mine)
    results = opened(tmp_path)
    results.add("no-fire", "mark-2", SECOND)
    results.tidy(NAMES)
    assert results.refused == ".factcheck/results.kept is a link"
    assert results.get("no-fire", "mark-2") == SECOND
    assert mine.exists() is there
    assert not there or mine.read_text(encoding="utf-8") == "mine\n"


def test_a_link_in_the_place_of_the_folder_leads_nowhere(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    link(other / ".factcheck", filled / ".factcheck")
    before = file_of(filled).read_bytes()
    results = opened(other)
    assert results.get("no-fire", "mark-2") is None
    results.add("no-fire", "mark-9", SECOND)
    assert (results.refused, file_of(filled).read_bytes()) == (".factcheck/results.kept is a link", before)


# Not growing


def test_results_of_names_that_are_gone_are_dropped(filled: Path) -> None:
    opened(filled).tidy(["no-fire"])
    assert both(filled) == (None, SECOND)
    assert b"ferry-left" not in file_of(filled).read_bytes()


def test_of_each_name_the_latest_four_results_stay(filled: Path) -> None:
    results = opened(filled)
    for mark in "abcd":
        results.add("ferry-left", mark, FIRST)
    results.tidy(NAMES)
    assert both(filled) == (None, SECOND)
    again = opened(filled)
    assert [again.get("ferry-left", mark) for mark in "abcd"] == [FIRST] * 4


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(string.ascii_lowercase)), max_size=40))
@example([("x", mark) for mark in "abcdea"])
def test_a_tidy_file_holds_at_most_four_results_of_a_name_and_the_last_one(
    marks: list[tuple[str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, mark in marks:
            opened(root).add(name, mark, [name, mark])
        opened(root).tidy("xy")
        lines = file_of(root).read_bytes().splitlines() if marks else []
        assert len(lines) == sum(min(4, len({mark for of, mark in marks if of == name})) for name in "xy")
        again = opened(root)
        for name, mark in {name: (name, mark) for name, mark in marks}.values():
            assert again.get(name, mark) == (None if name == "z" else [name, mark])


def test_a_tidy_file_is_not_written_again(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(filled).tidy(NAMES)
    tried = refusing(monkeypatch)
    opened(filled).tidy(NAMES)
    assert tried == []


# Two at once


def test_what_another_run_has_added_meanwhile_stays(filled: Path) -> None:
    mine = opened(filled)
    opened(filled).add("ferry-left", "of another run", FIRST)
    mine.tidy(NAMES)
    assert opened(filled).get("ferry-left", "of another run") == FIRST


def added(root: Path, name: str) -> None:
    results = opened(root)
    for number in range(40):
        results.add(name, str(number), [name * 2000, number])


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as runs:
        for run in [runs.submit(added, tmp_path, name) for name in NAMES]:
            run.result()
    results = opened(tmp_path)
    for name in NAMES:
        assert [results.get(name, str(number)) for number in range(40)] == [
            [name * 2000, number] for number in range(40)
        ]
