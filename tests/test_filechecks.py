"""Some files of a project are checked as all of them are; others are read only where they must be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck import assertions
from pytest_factcheck.errors import Problem, UsageError
from pytest_factcheck.filechecks import check, may_hold
from pytest_factcheck.project import Project
from pytest_factcheck.settings import Settings

ENTRY = "  - {{id: {}, claim: Rain fell., expect: absent}}\n"
IDS = ("rain", "rain-fell", "a", "a-1")
# Every way to write an id that YAML has; %s is the id, and the rest of the entry follows.
WAYS = (
    "  - id: %s\n",
    "  - id:   %s   # its name\n",
    "  - id: '%s'\n",
    '  - id: "%s"\t#\n',
    '  - "id": %s\n',
    '  - {"id":%s,\n     note: x}\n',
    "  - id:\n      %s\n",
    "  - id: # its name\n\n      '%s'\n",
    "  - id: |-\n      %s\n",
    "  - id: >2-\n      %s\n\n",
    "  - ? id\n    : %s\n",
    "  - ? 'id'\n    :\n      %s\n",
    '  - id: "%s"\n    claim: Rain fell.\n    expect: absent\n',
    "  - claim: Rain fell.\n    id: %s",
    "  - {note: x, id: %s}\n",
    "  - {id: %s , note: x}\n",
    "  - {note: x\n    , id: '%s'}\n",
)


def lay(folder: Path, files: Mapping[str, str]) -> Project:
    """Lay out a project of assertion files and one source, and open it."""
    for name, text in {"seeds/a.txt": "Rain fell.", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return Project(Settings(folder))


def file_of(*ids: str) -> str:
    """Return a file of assertions with these ids, at lines 2, 3 and so on."""
    return "assertions:\n" + "".join(map(ENTRY.format, ids))


def told(project: Project, *names: str) -> list[str]:
    """Return the mistakes of some files, each by its place and its kind."""
    chosen = [project.settings.assertions_folder / name for name in names]
    return [f"{problem.location} {problem.slug}" for problem in check(project, chosen)]


def parsed(raw: bytes) -> list[str]:
    return [each.id for each in assertions.read(raw.decode().replace("\r\n", "\n"), "f.yaml").assertions]


# Ids that other files have


def test_an_id_that_an_earlier_file_has_is_told_in_the_file_that_was_named(tmp_path: Path) -> None:
    project = lay(tmp_path, {"assertions/a.yaml": file_of("rain"), "assertions/b.yaml": file_of("rain")})
    assert told(project, "b.yaml") == ["assertions/b.yaml:2:10 duplicate-id"]


def test_an_id_that_a_later_file_has_is_told_there_though_another_file_was_named(tmp_path: Path) -> None:
    project = lay(tmp_path, {"assertions/a.yaml": file_of("rain"), "assertions/b.yaml": file_of("x", "rain")})
    assert told(project, "a.yaml") == ["assertions/b.yaml:3:10 duplicate-id"]


def test_an_id_that_only_other_files_repeat_is_none_of_this_files_mistakes(tmp_path: Path) -> None:
    names = {f"assertions/{name}.yaml": file_of("rain") for name in "ab"}
    project = lay(tmp_path, {**names, "assertions/c.yaml": file_of("snow")})
    assert told(project, "c.yaml") == []


def test_a_file_is_read_only_if_it_may_repeat_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a": file_of("rain"), "b": file_of("snow", "rain-fell"), "c": file_of("hail", "rain")}
    project = lay(tmp_path, {f"assertions/{name}.yaml": text for name, text in files.items()})
    read: list[str] = []
    file = Project.file

    def counted(self: Project, path: Path) -> assertions.AssertionFile:
        read.append(path.name)
        return file(self, path)

    monkeypatch.setattr(Project, "file", counted)
    assert told(project, "a.yaml") == ["assertions/c.yaml:3:10 duplicate-id"]
    assert set(read) == {"a.yaml", "c.yaml"}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_way_to_write_an_id_is_seen(way: str, end: str) -> None:
    entry = way % "rain-fell"
    if "claim" not in entry:
        rest = "claim: Rain fell., expect: absent"
        inside = "{" in entry and "}" in entry
        entry = entry.replace("}", f", {rest}}}") if inside else f"{entry}    claim: Rain fell.\n"
    if "expect" not in entry:
        entry = f"{entry.rstrip()}\n    expect: absent\n"
    raw = f"assertions:\n{entry}".replace("\n", end).encode()
    assert parsed(raw) == ["rain-fell"]
    assert may_hold(raw, {"rain-fell"})
    assert not may_hold(raw, {"rain", "fell", "rains"})


@pytest.mark.parametrize("written", [r'"\x72ain"', r'"\u0072ain"', r'"\U00000072ain"', '"ra\\\n      in"'])
def test_an_id_that_is_written_with_escapes_is_seen(written: str) -> None:
    raw = f"assertions:\n  - id: {written}\n    claim: It rained.\n    expect: absent\n".encode()
    assert parsed(raw) == ["rain"]
    assert may_hold(raw, {"rain"})


def test_a_word_of_a_sentence_is_no_id() -> None:
    assert not may_hold(b"claim: The rain fell: it was rain, not snow; the-rain.\n", {"fell", "the", "snow"})


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(WAYS[:3]), st.sampled_from(IDS)), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_one_file_is_told_all_that_the_whole_project_is_told_of_it(
    files: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        texts = {
            f"assertions/{number}.yaml": "assertions:\n"
            + "".join(f"{way % name}    claim: Rain fell.\n    expect: absent\n" for way, name in entries)
            for number, entries in enumerate(files)
        }
        lay(Path(folder), texts)
        everything = check(opened := Project(Settings(Path(folder))), opened.paths)
        path = data.draw(st.sampled_from(opened.paths))
        shown = opened.settings.shown(path)
        alone = check(Project(Settings(Path(folder))), [path])

        def own(problems: tuple[Problem, ...]) -> set[Problem]:
            return {problem for problem in problems if problem.location.path == shown}

        assert own(alone) == own(everything)
        assert set(alone) <= set(everything)


# The rest


def test_pytest_is_told_the_same_of_every_file(tmp_path: Path) -> None:
    files = {
        "assertions/a.yaml": file_of("rain", "rain").replace("absent}", "absent, silent: [a]}", 1),
        "assertions/b.yaml": "assertions:\n"
        "  - {id: b, claim: X fell., expect: supported, tags: [skip],\n"
        "     evidence: [{source: c, quote: fell}]}\n",
    }
    project = lay(tmp_path, files)
    collected = {problem for path in project.paths for problem in project.problems(path)}
    assert set(check(project, project.paths)) == collected
    assert {problem.slug for problem in collected} == {
        "contradictory-declaration",
        "duplicate-id",
        "unknown-source",
        "bad-value",
    }


def test_a_mistake_of_the_manifest_is_told_beside_those_of_the_file(tmp_path: Path) -> None:
    files = {"assertions/a.yaml": "assertions: []\n", "seeds/corpus.yaml": "sources: []\n"}
    assert told(lay(tmp_path, files), "a.yaml") == [
        "assertions/a.yaml:1:13 nothing-to-check",
        "seeds/corpus.yaml:1:10 nothing-to-check",
    ]


def test_the_manifest_is_checked_where_no_file_was_named(tmp_path: Path) -> None:
    project = lay(tmp_path, {"seeds/corpus.yaml": "sources: []\n"})
    assert told(project) == ["seeds/corpus.yaml:1:10 nothing-to-check"]


def test_no_text_of_a_source_is_read(tmp_path: Path) -> None:
    text = file_of("rain").replace(
        ", expect: absent", ", expect: supported, evidence: [{source: a, quote: x}]"
    )
    project = lay(tmp_path, {"assertions/a.yaml": text})
    (tmp_path / "seeds" / "a.txt").write_bytes(b"\xff")
    assert told(project, "a.yaml") == []


def test_without_a_corpus_nothing_can_be_checked(tmp_path: Path) -> None:
    project = lay(tmp_path, {"assertions/a.yaml": file_of("rain")})
    (tmp_path / "seeds" / "a.txt").unlink()
    with pytest.raises(UsageError, match=r"^seeds: no corpus\.yaml and no "):
        check(project, project.paths)


def test_a_file_that_cannot_be_read_repeats_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = lay(tmp_path, {f"assertions/{name}.yaml": file_of("rain") for name in "ab"})
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(project, "a.yaml") == []
    assert told(project, "b.yaml") == ["assertions/b.yaml:1:1 unreadable-file"]
