"""`factcheck lint`: silent where nothing is wrong, a line for each mistake, and quick: little is read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
HARNESS = Path(cli.__file__).parent.parent
EXPECTED = """\
assertions/a-broken.yaml:3:5: missing-key: `expect` is missing from this assertion
assertions/a-broken.yaml:5:5: unknown-key: there is no key `expcet` here (did you mean 'expect'?)
assertions/a-broken.yaml:7:18: unknown-source: the corpus has no source 'herold' (did you mean 'herald'?)
assertions/a-broken.yaml:10:13: bad-value: `expect` must be one of supported, contradicted, disputed and \
absent, not 'suported' (did you mean 'supported'?)
assertions/c-twice.yaml:3:9: duplicate-id: the id 'bread' is taken: it stands first at \
assertions/b-healthy.yaml:3:9 (choose another)
assertions/d-reserved.yaml:3:5: bad-value: `tags`: pytest keeps flaky, skip for itself \
(use another word)
""".splitlines()


def linted(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> list[str]:
    """Run lint, which must end with this code, and return what it prints; an error goes where it belongs."""
    assert cli.main(["lint", *words]) == code
    printed = capsys.readouterr()
    assert (printed.out if code == 2 else printed.err) == ""
    return (printed.err if code == 2 else printed.out).splitlines()


# What is printed.


def test_nothing_is_printed_where_nothing_is_wrong(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    assert linted(capsys, code=0) == []
    assert linted(capsys, "assertions/repair.yaml", "seeds/corpus.yaml", "factcheck.toml", code=0) == []


def test_without_files_every_mistake_of_the_project_is_printed_in_order(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("mistakes")
    assert linted(capsys) == EXPECTED


def test_what_pytest_says_when_it_collects_is_what_lint_says(
    laid: Laid, capsys: pytest.CaptureFixture[str], audit: Callable[..., pytest.RunResult]
) -> None:
    laid("mistakes")
    lines = audit("--collect-only").outlines
    assert [line for line in lines if line.startswith("assertions/")] == EXPECTED


def test_a_file_is_printed_its_own_mistakes(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("mistakes")
    assert linted(capsys, "assertions/a-broken.yaml") == EXPECTED[:4]
    assert linted(capsys, "assertions/d-reserved.yaml", "./assertions/../assertions/d-reserved.yaml") == [
        EXPECTED[5]
    ]


def test_an_id_that_a_later_file_has_is_printed_for_both(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("mistakes")
    assert linted(capsys, "assertions/b-healthy.yaml") == [EXPECTED[4]]
    assert linted(capsys, "assertions/c-twice.yaml") == [EXPECTED[4]]


@pytest.mark.parametrize("name", [".", "assertions", "assertions/", "seeds/corpus.yaml", "factcheck.toml"])
def test_a_folder_the_manifest_and_the_settings_stand_for_what_rests_on_them(
    laid: Laid, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    laid("mistakes")
    assert linted(capsys, name) == EXPECTED


def test_a_source_that_was_taken_out_of_the_manifest_is_missed_where_it_is_named(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = laid("flood") / "seeds" / "corpus.yaml"
    manifest.write_text("sources: [{id: herald, file: herald.txt}]\n", encoding="utf-8")
    lines = linted(capsys, "seeds/corpus.yaml")
    assert lines
    assert all(": unknown-source: the corpus has no source '" in line for line in lines)


def test_a_mistake_of_the_manifest_is_printed_at_its_place(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = laid("flood") / "seeds" / "corpus.yaml"
    manifest.write_text("sources: [{id: herald, fil: herald.txt}]\n", encoding="utf-8")
    assert linted(capsys, "seeds/corpus.yaml") == [
        "seeds/corpus.yaml:1:11: missing-key: `file` is missing from this source",
        "seeds/corpus.yaml:1:24: unknown-key: there is no key `fil` here (did you mean 'file'?)",
    ]


# Where a reader stands.


def test_paths_are_those_that_a_reader_can_open_from_the_current_folder(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("mistakes")
    monkeypatch.chdir(folder / "seeds")
    *_, twice, reserved = linted(capsys)
    assert twice == EXPECTED[4].replace("assertions/", "../assertions/")
    assert reserved == f"../{EXPECTED[5]}"


def test_the_project_of_a_file_is_found_from_above_as_pre_commit_needs_it(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("mistakes")
    shutil.copytree(folder, folder / "desks" / "city")
    (folder / "desks" / "city" / "seeds" / "corpus.yaml").write_text("sources: []\n", encoding="utf-8")
    monkeypatch.chdir(folder / "desks")
    lines = linted(capsys, "city/assertions/c-twice.yaml", "../assertions/d-reserved.yaml")
    assert lines[:2] == [f"../{EXPECTED[5]}", EXPECTED[4].replace("assertions/", "city/assertions/")]
    assert [line.partition(": `")[0] for line in lines[2:]] == [
        "city/seeds/corpus.yaml:1:10: nothing-to-check"
    ]


def test_a_project_without_settings_is_found_from_its_files(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("mistakes")
    (folder / "factcheck.toml").unlink()
    monkeypatch.chdir(folder.parent)
    way = f"{folder.name}/assertions"
    assert linted(capsys, f"{way}/d-reserved.yaml") == [f"{folder.name}/{EXPECTED[5]}"]


def test_a_file_is_known_by_the_name_of_a_link_as_well(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("mistakes")
    (folder / "linked").symlink_to(folder / "assertions", target_is_directory=True)
    (folder / "link.yaml").symlink_to(folder / "assertions" / "d-reserved.yaml")
    for name in ("linked/d-reserved.yaml", "link.yaml"):
        assert linted(capsys, name) == [EXPECTED[5]]
    assert linted(capsys, "linked") == EXPECTED


def test_mistakes_in_the_settings_are_printed_as_any_other(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("flood")
    (folder / "factcheck.toml").write_text("strict = 1\n", encoding="utf-8")
    expected = "factcheck.toml:1:1: wrong-type: `strict` must be true or false"
    assert linted(capsys) == [expected]
    assert linted(capsys, "factcheck.toml", "assertions/repair.yaml") == [expected]
    monkeypatch.chdir(folder / "assertions")
    assert linted(capsys, "repair.yaml") == [f"../{expected}"]


# What is refused, and what is told in one line.


def test_every_name_that_is_no_file_of_a_project_is_refused_in_a_line(
    laid: Laid, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    laid("mistakes")
    outside = tmp_path_factory.mktemp("elsewhere") / "x.yaml"
    outside.touch()
    has = "the project has them in assertions/, and its sources in seeds/corpus.yaml"
    assert linted(
        capsys, "assertions/gone.yaml", "desk/*.yml", str(outside), "seeds", "seeds/herald.txt", code=2
    ) == [
        "assertions/gone.yaml: there is no such file or folder",
        "desk/*.yml: there is no such file or folder (a pattern that fits no file?)",
        f"{outside}: this belongs to no project",
        f"seeds/herald.txt: this is no file of assertions; {has}",
    ]


def test_a_folder_without_assertions_is_refused(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    (laid("mistakes") / "notes").mkdir()
    (line,) = linted(capsys, "notes", code=2)
    assert line.startswith("notes: in this folder is no file of assertions; ")


def test_a_manifest_is_checked_before_there_is_an_assertion(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(laid("flood") / "assertions")
    assert linted(capsys, "seeds/corpus.yaml", code=0) == []


def test_a_project_without_assertions_is_no_clean_project(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(laid("flood") / "assertions")
    assert linted(capsys, code=2) == ["assertions: there is no file of assertions in this folder"]


def test_a_folder_without_a_project_is_refused(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = linted(capsys, code=2)
    assert line.startswith("no project here: ")


def test_a_judge_that_there_is_not_is_refused_as_pytest_refuses_it(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    (laid("flood") / "factcheck.toml").write_text('judges = ["slot"]\n', encoding="utf-8")
    assert linted(capsys, code=2) == ["there is no judge 'slot'; did you mean 'slots'?"]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"topic: caf\xe9\n", "1:11: invalid-utf8: the byte 0xE9 here is not UTF-8 (save the file as UTF-8)"),
        (b"", "1:1: empty-file: there is nothing in this file"),
        (b"# nothing\r\n", "1:1: empty-file: there is nothing in this file"),
        (
            b'topic: "a\r\n<<<<<<< x\r\n=======\r\n>>>>>>> y\r\n"\r\nassertions: []\r\n',
            "2:1: merge-conflict: git has left two versions of these lines here, … (…)",
        ),
    ],
    ids=["not UTF-8", "empty", "a comment", "a merge conflict"],
)
def test_a_file_that_says_nothing_is_told_in_one_line(
    laid: Laid, capsys: pytest.CaptureFixture[str], raw: bytes, line: str
) -> None:
    (laid("flood") / "assertions" / "repair.yaml").write_bytes(raw)
    (told,) = linted(capsys, "assertions/repair.yaml")
    assert fnmatchcase(told, f"assertions/repair.yaml:{line.replace('…', '*')}")


@pytest.mark.parametrize("name", ["assertions/repair.yaml", "seeds/corpus.yaml"])
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    refused = laid("flood") / name
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == refused:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert linted(capsys, name) == [f"{name}:1:1: unreadable-file: Permission denied"]


def test_a_read_only_file_is_checked_as_any_other(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    (laid("mistakes") / "assertions" / "d-reserved.yaml").chmod(0o444)
    assert linted(capsys, "assertions/d-reserved.yaml") == [EXPECTED[5]]


def test_a_name_that_a_terminal_would_act_on_is_printed_harmless(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    (laid("flood") / "assertions" / "a\x1b[31m.yaml").touch()
    (line,) = linted(capsys)
    assert line.startswith("assertions/a\\u001b[31m.yaml:1:1: bad-file-name: characters that nobody sees")
    assert linted(capsys, "b\x1b[31m.yaml", code=2)[0].startswith("b\\u001b[31m.yaml: there is no such file")


# Speed.


def test_what_judges_is_not_imported(laid: Laid) -> None:
    """A second of every commit is saved by it; `benchmarks/lint.py` measures the rest."""
    folder = laid("flood")
    program = (
        f"import json, sys; sys.path.insert(0, {str(HARNESS)!r})\n"
        "from pytest_factcheck import cli\n"
        "assert cli.main(['lint', 'assertions/evacuation.yaml']) == 0\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    words = [sys.executable, "-I", "-c", program]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    imported = set(json.loads(done.stdout))
    assert "pytest_factcheck.project" in imported
    for heavy in ("judges.slots", "judges.language", "examination", "audit", "reports", "commands.explain"):
        assert f"pytest_factcheck.{heavy}" not in imported
    assert imported.isdisjoint({"pytest", "tabulate", "hypothesis"})
