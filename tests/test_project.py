"""A project on disk: which files belong to it, which mistakes it tells, and when it reads what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.corpusfolder import described_corpus, file_problems, open_corpus, unlisted
from pytest_factcheck.errors import InvalidInput, UsageError
from pytest_factcheck.folders import text_names, yaml_files
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


def corpus_of(folder: Path, files: Mapping[str, str]) -> Corpus:
    """Lay out a corpus folder, and open it."""
    lay(folder, files)
    return open_corpus(folder / "seeds", "seeds")


def told(project: Project) -> list[str]:
    """Return every mistake in the assertions of a project as it is shown."""
    with pytest.raises(InvalidInput) as caught:
        project.assertions  # noqa: B018 - it is read when it is asked for
    return [str(problem) for problem in caught.value.problems]


def refused(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return why a corpus folder cannot be used, as it is shown."""
    with pytest.raises(InvalidInput) as caught:
        corpus_of(folder, files)
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


def test_yaml_files_at_any_depth_are_found_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    names = ["b.yaml", "a/c.yml", ".hidden.yaml", ".git/d.yaml", "notes.txt", "a.yaml.bak", "Z.yaml"]
    lay(tmp_path, dict.fromkeys(names, ""))
    (tmp_path / "folder.yaml").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in yaml_files(tmp_path)] == [
        "Z.yaml",
        "a/c.yml",
        "b.yaml",
    ]


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


# The corpus folder


def test_without_a_manifest_every_text_is_a_source(tmp_path: Path) -> None:
    files = {"seeds/b.md": "B.", "seeds/news/a.TXT": "A.", "seeds/.c.txt": "", "seeds/d.pdf": ""}
    corpus = corpus_of(tmp_path, files)
    assert {source.id: source.path for source in corpus.sources.values()} == {
        "b": "seeds/b.md",
        "news-a": "seeds/news/a.TXT",
    }
    assert unlisted(corpus, tmp_path / "seeds") == ()


def test_with_a_manifest_only_its_texts_are_sources_and_the_others_are_told(tmp_path: Path) -> None:
    files = {"seeds/corpus.yaml": MANIFEST, "seeds/a.txt": "A.", "seeds/b.txt": "B."}
    corpus = corpus_of(tmp_path, files | {"seeds/c.txt": "C.", "seeds/news/d.md": "D.", "seeds/e.pdf": ""})
    assert list(corpus.sources) == ["a", "b"]
    assert unlisted(corpus, tmp_path / "seeds") == ("c.txt", "news/d.md")


def test_a_text_that_the_manifest_names_and_that_is_not_there_is_told(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, {"seeds/corpus.yaml": MANIFEST, "seeds/a.txt": "A."})
    assert line == (
        "seeds/corpus.yaml:3:10: missing-file: source `b`: there is no file seeds/b.txt "
        "(correct `file`, or write `missing_ok: true` for a text that cannot be shared)"
    )


def test_a_corpus_can_be_described_where_texts_are_missing(tmp_path: Path) -> None:
    lay(tmp_path, {"seeds/corpus.yaml": MANIFEST, "seeds/a.txt": "A."})
    corpus = described_corpus(tmp_path / "seeds", "seeds")
    assert list(corpus.sources) == ["a", "b"]
    assert corpus.text("b") is None
    (problem,) = file_problems(corpus, tmp_path / "seeds")
    assert (problem.slug, problem.location) == ("missing-file", corpus.sources["b"].location)


def test_a_text_that_may_be_missing_is_no_mistake_and_has_no_text(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("b.txt}", "b.txt, missing_ok: true}")
    corpus = corpus_of(tmp_path, {"seeds/corpus.yaml": manifest, "seeds/a.txt": "A."})
    assert corpus.text("b") is None


def test_a_folder_where_a_text_should_be_is_a_missing_text(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "b.txt").mkdir(parents=True)
    (line,) = refused(tmp_path, {"seeds/corpus.yaml": MANIFEST, "seeds/a.txt": "A."})
    assert "missing-file" in line


@pytest.mark.parametrize("files", [{}, {"seeds/corpus.yaml": "sources:\n  - {id: x, file: x.txt}\n"}])
def test_a_link_that_leads_out_of_the_corpus_folder_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    lay(tmp_path, {"secret.txt": "Secret.", "seeds/a.txt": "A."})
    (tmp_path / "seeds" / "x.txt").symlink_to(tmp_path / "secret.txt")
    (line,) = refused(tmp_path, files)
    assert line.endswith("unsafe-path: `seeds/x.txt` leads out of the corpus folder")


def test_a_link_within_the_corpus_folder_is_read(tmp_path: Path) -> None:
    lay(tmp_path, {"seeds/corpus.yaml": MANIFEST, "seeds/a.txt": "A."})
    (tmp_path / "seeds" / "b.txt").symlink_to("a.txt")
    text = open_corpus(tmp_path / "seeds", "seeds").text("b")
    assert text is not None
    assert text.text == "A."


def test_a_text_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    corpus = corpus_of(tmp_path, {"seeds/a.txt": "A."})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InvalidInput, match=r"seeds/a\.txt:1:1: unreadable-file: Permission denied"):
        corpus.text("a")


def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    lay(tmp_path, {"seeds/corpus.yaml": MANIFEST})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InvalidInput, match=r"^seeds/corpus\.yaml:1:1: unreadable-file: Permission denied$"):
        open_corpus(tmp_path / "seeds", "seeds")


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


def test_without_a_corpus_folder_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^seeds: there is no such corpus folder"):
        open_corpus(tmp_path / "seeds", "seeds")


def test_an_empty_corpus_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(UsageError, match=r"^seeds: no corpus.yaml and no .txt or .md file in this folder"):
        open_corpus(tmp_path / "seeds", "seeds")


def test_texts_are_found_in_order_whatever_the_folder_gives_first(tmp_path: Path) -> None:
    lay(tmp_path, dict.fromkeys(["b.txt", "a/z.txt", "a.txt"], ""))
    assert text_names(tmp_path) == ("a.txt", "a/z.txt", "b.txt")


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


@pytest.mark.parametrize("name", ["corpus.yml", "Corpus.yaml", "corpus.yaml.txt"])
def test_a_manifest_under_nearly_its_name_is_told_and_not_passed_over(tmp_path: Path, name: str) -> None:
    """Without it, digests, dates and boilerplate would silently not count."""
    (line,) = refused(tmp_path, {"seeds/a.txt": "A word.", f"seeds/{name}": "sources: []"})
    assert line.startswith(f"seeds/{name}:1:1: bad-file-name: the list of sources is read under the name ")


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


def test_a_text_that_no_manifest_names_can_be_told_whatever_its_name(tmp_path: Path) -> None:
    project = opened(tmp_path, {"seeds/corpus.yaml": MANIFEST})
    (tmp_path / "seeds" / "b\udcff.txt").write_text("x", encoding="utf-8")
    assert unlisted(project.corpus, tmp_path / "seeds") == ("b\\udcff.txt",)
