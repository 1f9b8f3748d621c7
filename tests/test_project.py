"""A project on disk: which files belong to it, which mistakes it tells, and when it reads what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.folders import yaml_files
from pytest_factcheck.project import Project
from pytest_factcheck.settings import Settings

YES = "The talks lasted 100 minutes."
CLAIM = f"""\
assertions:
  - id: lasted
    claim: {YES}
    expect: supported
    evidence:
      - {{source: a, quote: lasted 100 minutes}}
"""
MANIFEST = "sources:\n  - {id: a, file: a.txt, published: 2025-05-16}\n  - {id: b, file: b.txt}\n"
FILES: Mapping[str, str] = {"seeds/a.txt": YES, "seeds/b.txt": "Rain fell.", "assertions/t.yaml": CLAIM}
NONE: Mapping[str, str] = MappingProxyType({})


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path, more: Mapping[str, str] = NONE, *, strict: bool = False) -> Project:
    """Lay out a project with one claim, and open it."""
    return Project(Settings(lay(folder, {**FILES, **more}), strict=strict))


def told(project: Project) -> list[str]:
    """Return every mistake in the assertions of a project as it is shown."""
    with pytest.raises(InvalidInput) as caught:
        project.assertions  # noqa: B018 - it is read when it is asked for
    return [str(problem) for problem in caught.value.problems]


# The whole


def test_a_project_audits_its_assertions_over_its_corpus(tmp_path: Path) -> None:
    project = opened(tmp_path)
    (assertion,) = project.assertions
    finding = project.audit(assertion)
    assert str(assertion.location) == "assertions/t.yaml:2:5"
    assert (finding.passed, str(finding.verdict), str(finding.rests_on)) == (True, "supported", "judged")
    assert [item.source.id for item in finding.sources] == ["a", "b"]


def test_the_settings_choose_how_strict_an_audit_is(tmp_path: Path) -> None:
    claim = CLAIM.replace("lasted 100 minutes}", "The talks}")
    files = {"seeds/a.txt": "The talks lasted into the night.", "assertions/t.yaml": claim}
    for strict, slugs in ((False, []), (True, ["evidence-unconfirmed"])):
        project = opened(tmp_path, files, strict=strict)
        finding = project.audit(project.assertions[0])
        assert [problem.slug for problem in finding.problems] == slugs


def test_named_judges_take_the_place_of_those_in_the_settings(tmp_path: Path) -> None:
    settings = Settings(lay(tmp_path, FILES), judges=("slots", "verbatim"))
    assert Project(settings).judge_names == ("slots", "verbatim")
    project = Project(settings, ["slots"])
    assert project.judge_names == ("slots",)
    assert str(project.audit(project.assertions[0]).rests_on) == "word"


def test_a_judge_that_there_is_not_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="verbatm"):
        Project(Settings(tmp_path), ["verbatm"])


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read_bytes = Path.read_bytes

    def counted(path: Path) -> bytes:
        asked.append(path.name)
        return read_bytes(path)

    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST})
    monkeypatch.setattr(Path, "read_bytes", counted)
    assert project.corpus.sources
    assert asked == ["corpus.yaml"]
    (assertion,) = project.assertions
    assert asked == ["corpus.yaml", "t.yaml"]
    project.audit(assertion)
    project.audit(assertion)
    assert asked == ["corpus.yaml", "t.yaml", "a.txt", "b.txt"]


# Assertions


def test_without_a_folder_there_are_no_assertion_files(tmp_path: Path) -> None:
    assert yaml_files(tmp_path / "assertions") == ()


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    more = {
        "assertions/s.yaml": CLAIM.replace("source: a", "source: c").replace("lasted\n", "other\n"),
        "assertions/u.yaml": "- a\n b: c\n",
        "assertions/v.yaml": CLAIM,
    }
    slugs = [line.split(": ")[:2] for line in told(opened(tmp_path, more))]
    assert slugs == [
        ["assertions/s.yaml:6:18", "unknown-source"],
        ["assertions/u.yaml:2:3", "bad-yaml"],
        ["assertions/v.yaml:2:9", "duplicate-id"],
    ]


def test_a_file_is_told_only_its_own_mistakes(tmp_path: Path) -> None:
    project = opened(tmp_path, {"assertions/u.yaml": CLAIM})
    first, second = (tmp_path / "assertions" / name for name in ("t.yaml", "u.yaml"))
    assert project.problems(first) == ()
    assert [problem.slug for problem in project.problems(second)] == ["duplicate-id"]


def test_an_assertion_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    project = opened(tmp_path)
    (tmp_path / "assertions" / "t.yaml").write_bytes(b"topic: caf\xe9\n")
    assert told(project) == [
        "assertions/t.yaml:1:11: invalid-utf8: the byte 0xE9 here is not UTF-8 (save the file as UTF-8)"
    ]


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("    evidence:", "    sources: [b]\n    evidence:", "assertions/t.yaml:7:9"),
        ("    evidence:", "    as_of: 2025-05-15\n    evidence:", "assertions/t.yaml:7:9"),
        ("    evidence:", "    sources: [a]\n    silent: [b]\n    evidence:", "assertions/t.yaml:6:14"),
    ],
    ids=["another source", "an earlier day", "a silent source"],
)
def test_what_an_assertion_names_outside_its_scope_is_told(
    tmp_path: Path, before: str, after: str, place: str
) -> None:
    more = {"seeds/corpus.yaml": MANIFEST, "assertions/t.yaml": CLAIM.replace(before, after)}
    (line,) = told(opened(tmp_path, more))
    assert line.startswith(f"{place}: contradictory-declaration: ")
    assert line.endswith("is outside the scope that `sources` or `as_of` gives this assertion")


def test_a_slot_that_does_not_stand_in_the_claim_is_told_at_its_place(tmp_path: Path) -> None:
    slots = "    slots:\n      - {about: [talks], relation: [lasted], quantity: 90 minutes}\n"
    (line,) = told(opened(tmp_path, {"assertions/t.yaml": CLAIM + slots}))
    assert line.startswith("assertions/t.yaml:8:9: slot-not-in-claim: ")


def test_a_tag_that_pytest_keeps_is_told(tmp_path: Path) -> None:
    (line,) = told(opened(tmp_path, {"assertions/t.yaml": f"{CLAIM}    tags: [skip]\n"}))
    assert line.startswith("assertions/t.yaml:2:5: bad-value: `tags`: pytest keeps skip for itself")


def test_one_file_is_read_without_the_others(tmp_path: Path) -> None:
    project = opened(tmp_path, {"assertions/u.yaml": "assertions: []"})
    first, second = project.paths
    second.unlink()
    assert [each.id for each in project.file(first).assertions] == ["lasted"]


def test_paths_are_shown_behind_the_prefix_that_the_settings_have(tmp_path: Path) -> None:
    lay(tmp_path, {**FILES, "seeds/corpus.yaml": MANIFEST, "assertions/u.yaml": CLAIM})
    project = Project(Settings(tmp_path, prefix="../desk"))
    assert told(project)[0].endswith("it stands first at ../desk/assertions/t.yaml:2:9 (choose another)")
    assert project.corpus.sources["a"].path == "../desk/seeds/a.txt"
    text = project.corpus.text("a")
    assert text is not None
    assert text.text == YES


def test_a_broken_manifest_is_told_when_the_corpus_is_asked_for(tmp_path: Path) -> None:
    project = opened(tmp_path, {"seeds/corpus.yaml": "sources: []\n"})
    with pytest.raises(InvalidInput, match=r"seeds/corpus\.yaml:1:10: nothing-to-check"):
        project.corpus  # noqa: B018 - it is read when it is asked for


def test_the_suffix_of_an_assertion_file_may_be_written_in_capitals(tmp_path: Path) -> None:
    project = opened(tmp_path, {"assertions/u.YAML": FILES["assertions/t.yaml"].replace("id: ", "id: u-")})
    assert len(project.assertions) == 2


def test_an_assertion_file_to_which_an_editor_added_txt_is_told_and_not_passed_over(tmp_path: Path) -> None:
    (line,) = told(opened(tmp_path, {"assertions/u.yaml.txt": "assertions: []"}))
    assert line.startswith("assertions/u.yaml.txt:1:1: bad-file-name: a file of assertions does not end in ")


# Another text for one source.


def test_a_project_with_another_text_is_audited_over_that_text_and_the_disk_stays(tmp_path: Path) -> None:
    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST.replace("a.txt", f"a.txt, sha256: {'a' * 64}")})
    (assertion,) = project.assertions
    assert [problem.slug for problem in project.audit(assertion).problems] == ["source-changed"]
    same, other = project.with_text("a", YES.encode()), project.with_text("a", b"Rain fell.\r\n")
    assert same.audit(assertion).passed  # its digest counts as locked
    assert [problem.slug for problem in other.audit(assertion).problems] == ["quote-not-found"]
    text = other.corpus.text("a")
    assert text is not None
    assert (text.text, text.changed) == ("Rain fell.\n", False)
    assert other.corpus.sources.keys() == project.corpus.sources.keys()
    assert (tmp_path / "seeds/a.txt").read_text(encoding="utf-8") == YES
    assert project.corpus.sources["a"].sha256 == "a" * 64


def test_boilerplate_counts_in_another_text_too(tmp_path: Path) -> None:
    rules = "boilerplate:\n  - line: Read more\n"
    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST + rules}).with_text(
        "a", b"Read more\nRain fell."
    )
    text = project.corpus.text("a")
    assert text is not None
    assert [span.of(text.text) for span in text.boilerplate] == ["Read more"]


# Files that cannot be read as assertions.


def test_a_name_that_is_no_text_is_a_mistake_and_can_be_printed(tmp_path: Path) -> None:
    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST})
    odd = tmp_path / "assertions" / "b\udcff.yaml"
    odd.write_text("assertions: []\n", encoding="utf-8")
    (problem,) = project.problems(odd)
    assert problem.slug == "bad-file-name"
    assert str(problem).encode("utf-8").startswith(b"assertions/b\\udcff.yaml:1:1: bad-file-name: ")


def test_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    project = opened(tmp_path / "project", {"seeds/corpus.yaml": MANIFEST})
    (tmp_path / "secret").write_text("root:x:0:0\n", encoding="utf-8")
    link = tmp_path / "project" / "assertions" / "x.yaml"
    link.symlink_to(tmp_path / "secret")
    (problem,) = project.problems(link)
    assert problem.slug == "unsafe-path"
    assert "root" not in str(problem)


def test_a_folder_that_cannot_be_read_is_a_mistake_and_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST})

    def walk(
        folder: Path, onerror: Callable[[OSError], object]
    ) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder)))
        yield from ()

    monkeypatch.setattr("os.walk", walk)
    with pytest.raises(InvalidInput, match=r"^assertions:1:1: unreadable-file: Permission denied"):
        _ = project.paths
