"""A corpus on disk: a folder of texts with a manifest or without, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.corpusfolder import described_corpus, file_problems, open_corpus, unlisted
from pytest_factcheck.errors import InvalidInput, UsageError

MANIFEST = "sources:\n  - {id: a, file: a.txt, published: 2025-05-16}\n  - {id: b, file: b.txt}\n"


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def corpus_of(folder: Path, files: Mapping[str, str]) -> Corpus:
    """Lay out a corpus folder, and open it."""
    lay(folder, files)
    return open_corpus(folder / "seeds", "seeds")


def refused(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return why a corpus folder cannot be used, as it is shown."""
    with pytest.raises(InvalidInput) as caught:
        corpus_of(folder, files)
    return [str(problem) for problem in caught.value.problems]


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


def test_without_a_corpus_folder_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^seeds: there is no such corpus folder"):
        open_corpus(tmp_path / "seeds", "seeds")


def test_an_empty_corpus_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(UsageError, match=r"^seeds: no corpus.yaml and no .txt or .md file in this folder"):
        open_corpus(tmp_path / "seeds", "seeds")


@pytest.mark.parametrize("name", ["corpus.yml", "Corpus.yaml", "corpus.yaml.txt"])
def test_a_manifest_under_nearly_its_name_is_told_and_not_passed_over(tmp_path: Path, name: str) -> None:
    """Without it, digests, dates and boilerplate would silently not count."""
    (line,) = refused(tmp_path, {"seeds/a.txt": "A word.", f"seeds/{name}": "sources: []"})
    assert line.startswith(f"seeds/{name}:1:1: bad-file-name: the list of sources is read under the name ")


def test_a_text_that_no_manifest_names_can_be_told_whatever_its_name(tmp_path: Path) -> None:
    files = {
        "seeds/corpus.yaml": MANIFEST,
        "seeds/a.txt": "A.",
        "seeds/b.txt": "B.",
        "seeds/b\udcff.txt": "x",
    }
    assert unlisted(corpus_of(tmp_path, files), tmp_path / "seeds") == ("b\\udcff.txt",)
