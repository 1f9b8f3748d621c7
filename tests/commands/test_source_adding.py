"""`factcheck source add`: a text and its entry in the manifest, both or neither."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli
from pytest_factcheck.commands.source import placing
from pytest_factcheck.corpusfolder import open_corpus

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]
Capture = pytest.CaptureFixture[str]

LETTER = "Fire crews from Upper Marren came as well.\r\n\r\nAdvertisement\r\nThey brought 12 boats.\r\n"
FULL = OSError(28, "No space left on device")
TEXT = LETTER.replace("\r\n", "\n")
PAGE = Path(__file__).parents[1] / "extraction" / "documents" / "article.html"


def sha256(raw: bytes | str) -> str:
    return hashlib.sha256(raw.encode() if isinstance(raw, str) else raw).hexdigest()


@pytest.fixture
def flood(laid: Laid) -> Path:
    """Lay the project and a letter beside it."""
    folder = laid("flood")
    (folder / "letter.txt").write_bytes(LETTER.encode())
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(capsys: Capture, folder: Path, *words: str) -> str:
    """Return what is said of a text that is not added, which must be one line and change nothing."""
    before = files(folder)
    assert cli.main(["source", "add", *words]) == 2
    assert files(folder) == before
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err.rstrip("\n")


def test_a_text_is_written_and_named_and_everything_else_stays(flood: Path, capsys: Capture) -> None:
    before = (flood / "seeds" / "corpus.yaml").read_bytes()
    words = ["letter.txt", "--id", "a-letter", "--title", "Boats", "--publisher", "The Echo"]
    words += [
        "--published",
        "2024-06-14",
        "--url",
        "https://example.org/1",
        "--licence",
        "quoted: for review",
    ]
    words += ["--language", "en-GB", "--origin", "wire", "--tag", "letters", "--tag", "boats"]
    assert cli.main(["source", "add", *words]) == 0
    assert capsys.readouterr().out == (
        "written: seeds/a-letter.txt, the text of letter.txt\n"
        "lines: 3, boilerplate: 1, sentences to be judged: 2\n"
        "next: factcheck source show a-letter\n"
    )
    assert (flood / "seeds" / "a-letter.txt").read_bytes() == TEXT.encode()
    entry = f"""\
  - id: a-letter
    file: a-letter.txt
    title: Boats
    publisher: The Echo
    published: 2024-06-14
    url: https://example.org/1
    licence: "quoted: for review"
    language: en-GB
    origin: wire
    tags: [letters, boats]
    sha256: {sha256(TEXT)}
"""
    assert (flood / "seeds" / "corpus.yaml").read_bytes() == before + entry.encode()
    source = open_corpus(flood / "seeds", "seeds").sources["a-letter"]
    assert (source.title, source.tags, source.origin) == ("Boats", ("letters", "boats"), "wire")


def test_characters_beyond_the_basic_plane_are_kept(flood: Path) -> None:
    words = ["--title", "🔴 Live: 12 boats", "--publisher", "𝔈cho 🗞", "--licence", "a: 😀", "--tag", "boats"]
    assert cli.main(["source", "add", "letter.txt", *words]) == 0
    source = open_corpus(flood / "seeds", "seeds").sources["letter"]
    assert (source.title, source.publisher) == ("🔴 Live: 12 boats", "𝔈cho 🗞")
    assert (source.licence, source.tags) == ("a: 😀", ("boats",))


def test_an_empty_line_stands_before_the_entry_if_one_stands_between_the_others(flood: Path) -> None:
    path = flood / "seeds" / "corpus.yaml"
    before = path.read_text().replace("\n  - id: gazette", "\n\n  - id: gazette") + "\n# the end\n"
    path.write_text(before)
    assert cli.main(["source", "add", "letter.txt"]) == 0
    entry = f"\n  - id: letter\n    file: letter.txt\n    sha256: {sha256(TEXT)}\n"
    assert path.read_text() == before.replace("\n\n# the end", f"\n{entry}\n# the end")


def test_the_audit_reads_the_text_at_once(flood: Path, audit: Audit) -> None:
    (flood / "letter.txt").write_text("The repair of the dam cost 5 million euros, the county said.\n")
    audit().assert_outcomes(passed=5)
    cli.main(["source", "add", "letter.txt", "--published", "2024-06-12"])
    audit().assert_outcomes(passed=4, failed=1)


def test_a_document_keeps_its_digest_and_says_what_it_declares(flood: Path, capsys: Capture) -> None:
    (flood / "page.html").write_bytes(PAGE.read_bytes())
    assert cli.main(["source", "add", "page.html", "--id", "courier-2"]) == 0
    assert capsys.readouterr().out == (
        "written: seeds/courier-2.txt, the text of page.html, taken out of it by\n"
        "  trafilatura 2.3.1\n"
        "title: Bridge reopens after nine months\n"
        "published: 2025-03-04, as the page declares\n"
        "lines: 13, boilerplate: 0, sentences to be judged: 14\n"
        "next: factcheck source show courier-2\n"
    )
    text = PAGE.with_suffix(".txt").read_text(encoding="utf-8")
    assert (flood / "seeds" / "courier-2.txt").read_text(encoding="utf-8") == text
    assert (
        (flood / "seeds" / "corpus.yaml")
        .read_text()
        .endswith(
            "  - id: courier-2\n"
            "    file: courier-2.txt\n"
            "    title: Bridge reopens after nine months\n"
            "    published: 2025-03-04\n"
            f"    sha256: {sha256(text)}\n"
            "    original:\n"
            "      file: page.html\n"
            f"      sha256: {sha256(PAGE.read_bytes())}\n"
            "      extractor: trafilatura 2.3.1\n"
        )
    )


def test_an_option_counts_before_what_the_document_declares(flood: Path, capsys: Capture) -> None:
    (flood / "page.html").write_bytes(PAGE.read_bytes())
    cli.main(["source", "add", "page.html", "--title", "Open", "--published", "2025-03-05"])
    printed = capsys.readouterr().out
    assert "title:" not in printed
    assert "published:" not in printed
    source = open_corpus(flood / "seeds", "seeds").sources["page"]
    assert (source.title, str(source.published)) == ("Open", "2025-03-05")


def test_a_text_of_the_corpus_folder_is_named_where_it_lies(flood: Path, capsys: Capture) -> None:
    (flood / "seeds" / "news").mkdir()
    (flood / "seeds" / "news" / "Letter 1.md").write_bytes(LETTER.encode())
    assert cli.main(["source", "add", "seeds/news/Letter 1.md"]) == 0
    assert capsys.readouterr().out.startswith("named: seeds/news/Letter 1.md, as `letter-1`\n")
    assert (flood / "seeds" / "news" / "Letter 1.md").read_bytes() == LETTER.encode()
    source = open_corpus(flood / "seeds", "seeds").sources["letter-1"]
    assert (source.path, source.sha256) == ("seeds/news/Letter 1.md", sha256(TEXT))


def test_an_original_in_the_corpus_folder_is_named_with_its_way(flood: Path) -> None:
    (flood / "seeds" / "originals").mkdir()
    (flood / "seeds" / "originals" / "page.html").write_bytes(PAGE.read_bytes())
    cli.main(["source", "add", "seeds/originals/page.html"])
    original = open_corpus(flood / "seeds", "seeds").sources["page"].original
    assert original is not None
    assert original.file == "originals/page.html"


def test_a_first_manifest_names_the_texts_that_were_there(laid: Laid, audit: Audit, capsys: Capture) -> None:
    folder = laid("takeover")
    (folder / "new.md").write_text("# The weather\n\nIt rained for nine days in June.\n")
    assert cli.main(["source", "add", "new.md", "--publisher", "Echo"]) == 0
    assert "note: texts/corpus.yaml is new, and names all texts of the folder: 3\n" in capsys.readouterr().out
    corpus = open_corpus(folder / "texts", "texts")
    assert list(corpus.sources) == ["wire-two", "wire-one", "new"]
    assert corpus.sources["new"].path == "texts/new.md"
    assert corpus.sources["new"].publisher == "Echo"
    audit().assert_outcomes(passed=4)


def test_a_text_of_a_folder_without_a_manifest_is_named_once(laid: Laid) -> None:
    folder = laid("takeover")
    assert cli.main(["source", "add", "texts/wire-one.txt", "--id", "one"]) == 0
    assert list(open_corpus(folder / "texts", "texts").sources) == ["wire-two", "one"]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay a project that has no text yet, and a letter."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text('corpus = "texts"\n')
    (tmp_path / "letter.txt").write_bytes(LETTER.encode())
    return tmp_path


def test_the_first_text_of_a_project_begins_its_manifest(empty: Path) -> None:
    (empty / "schema").mkdir()
    (empty / "schema" / "corpus.schema.json").write_text("{}")
    assert cli.main(["source", "add", "letter.txt", "--title", "Rain", "--tag", "x"]) == 0
    assert (empty / "texts" / "corpus.yaml").read_text() == (
        "# yaml-language-server: $schema=../schema/corpus.schema.json\n"
        f'sources:\n  - id: letter\n    file: "letter.txt"\n    sha256: {sha256(TEXT)}\n'
        "    title: Rain\n    tags: [x]\n"
    )


def test_the_first_text_may_be_added_to_an_empty_folder(empty: Path) -> None:
    (empty / "texts").mkdir()
    assert cli.main(["source", "add", "letter.txt"]) == 0
    assert list(open_corpus(empty / "texts", "texts").sources) == ["letter"]


# What is told.


def test_a_copy_of_another_text_is_told(flood: Path, capsys: Capture) -> None:
    herald = (flood / "seeds" / "herald.txt").read_text()
    (flood / "copy.txt").write_text(f"{herald}\nIt rained on.\n")
    assert cli.main(["source", "add", "copy.txt", "--id", "zz"]) == 0
    assert "note: herald counts with zz: 100 % of its words are the same\n" in capsys.readouterr().out


def test_a_text_without_a_day_of_publication_is_told(flood: Path, capsys: Capture) -> None:
    cli.main(["source", "add", "letter.txt"])
    assert (
        "note: it has no day of publication, so that `as_of` leaves it out (--published\n  gives one)\n"
    ) in capsys.readouterr().out


def test_a_text_of_which_nothing_is_judged_is_told(flood: Path, capsys: Capture) -> None:
    (flood / "ad.txt").write_text("Advertisement\n")
    assert cli.main(["source", "add", "ad.txt"]) == 0
    assert "lines: 1, boilerplate: 1, sentences to be judged: 0\n" in capsys.readouterr().out


def test_a_text_in_another_language_is_told(flood: Path, capsys: Capture) -> None:
    (flood / "brief.txt").write_text("Die Brücke über die Linde ist nach neun Monaten wieder offen. " * 4)
    cli.main(["source", "add", "brief.txt", "--published", "2025-03-04"])
    assert "note: no judge reads this text, which is not in English" in capsys.readouterr().out


# What is refused.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["letter.txt", "--id", "A letter"],
            "--id must be small letters, digits and single hyphens, like kyiv-independent, not 'A letter'",
            id="id",
        ),
        pytest.param(
            ["letter.txt", "--published", "14.6.2024"],
            "--published must be a day of the calendar like 2025-05-16, not '14.6.2024'",
            id="day",
        ),
        pytest.param(
            ["letter.txt", "--url", "example.org"],
            "--url must be a web address that begins with https:// or http://, not 'example.org'",
            id="address",
        ),
        pytest.param(
            ["letter.txt", "--title", "Boats\x1b[31m"],
            "--title holds the invisible character U+001B: leave it out",
            id="invisible",
        ),
        pytest.param(
            ["letter.txt", "--publisher", "The\u2028Echo"],
            "--publisher holds the invisible character U+2028: leave it out",
            id="a line end of other alphabets",
        ),
        pytest.param(
            ["letter.txt", "--publisher", "The Echo\ufffe"],
            "--publisher holds the invisible character U+FFFE: leave it out",
            id="no character",
        ),
        pytest.param(["letter.txt", "--title", " "], "--title must hold some text", id="title"),
        pytest.param(
            ["letter.txt", "--tag", "a", "--tag", "B"],
            "entry 2 of --tag must be small letters, digits and single hyphens, "
            "like kyiv-independent, not 'B'",
            id="tag",
        ),
        pytest.param(
            ["letter.txt", "--id", "herald"],
            "--id: the source `herald` is there already, seeds/herald.txt "
            "(choose another --id, or `factcheck source update herald FILE`)",
            id="id that is taken",
        ),
        pytest.param(
            ["seeds/herald.txt", "--id", "again"],
            "seeds/herald.txt: this text is in the corpus already, as `herald`",
            id="file that is named",
        ),
        pytest.param(["none.txt"], "none.txt: No such file or directory", id="no file"),
        pytest.param(["seeds"], "seeds: Is a directory", id="folder"),
        pytest.param(
            ["factcheck.toml"],
            "factcheck.toml: no text can be taken out of this kind of file "
            "(.txt, .md, .html, .htm, .pdf, .docx can)",
            id="kind",
        ),
    ],
)
def test_what_cannot_be_added_is_refused_in_one_line(
    flood: Path, capsys: Capture, words: list[str], said: str
) -> None:
    assert refused(capsys, flood, *words) == said


def test_a_text_that_is_in_the_corpus_is_refused(flood: Path, capsys: Capture) -> None:
    (flood / "copy.txt").write_bytes((flood / "seeds" / "herald.txt").read_bytes().replace(b"\n", b"\r\n"))
    assert refused(capsys, flood, "copy.txt") == "copy.txt: this text is in the corpus already, as `herald`"


def test_a_file_that_is_in_the_way_stays(flood: Path, capsys: Capture) -> None:
    (flood / "seeds" / "letter.txt").write_text("Another letter.\n")
    assert refused(capsys, flood, "letter.txt") == (
        "seeds/letter.txt: there is such a file already, and it stays as it is "
        "(choose another --id, or `factcheck source add seeds/letter.txt` if it is the text)"
    )


def test_a_name_without_a_letter_needs_an_id(flood: Path, capsys: Capture) -> None:
    (flood / "письмо.txt").write_text("A letter.\n", encoding="utf-8")
    assert refused(capsys, flood, "письмо.txt") == (
        "письмо.txt: no letter or digit to make an id from (choose one with --id)"
    )
    assert cli.main(["source", "add", "письмо.txt", "--id", "letter"]) == 0


def test_a_read_only_manifest_is_left_alone(flood: Path, capsys: Capture) -> None:
    (flood / "seeds" / "corpus.yaml").chmod(0o444)
    said = refused(capsys, flood, "letter.txt")
    assert said == "seeds/corpus.yaml: this file is read-only, and stays as it is"


def test_a_manifest_with_merge_markers_is_left_alone(flood: Path, capsys: Capture) -> None:
    path = flood / "seeds" / "corpus.yaml"
    path.write_text(path.read_text() + "<<<<<<< HEAD\n=======\n>>>>>>> other\n")
    assert "merge" in refused(capsys, flood, "letter.txt")


def test_a_manifest_that_has_no_room_is_left_alone(flood: Path, capsys: Capture) -> None:
    path = flood / "seeds" / "corpus.yaml"
    path.write_text(path.read_text() + "    title: |+\n      The gazette\n\n\n")
    assert "bad-layout: this cannot be written here without changing more" in refused(
        capsys, flood, "letter.txt"
    )


def test_no_project_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It rained.\n")
    assert refused(capsys, tmp_path, "a.txt").startswith("no project here: ")


@pytest.mark.parametrize(
    ("error", "code"), [(OSError(28, "No space left on device"), 2), (KeyboardInterrupt(), 130)]
)
def test_a_text_is_taken_back_if_the_manifest_cannot_be_written(
    flood: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def failing(path: Path, text: str) -> None:
        if path.name == "corpus.yaml":
            raise error
        path.write_text(text)

    monkeypatch.setattr(placing, "write_whole", failing)
    before = files(flood)
    assert cli.main(["source", "add", "letter.txt"]) == code
    assert files(flood) == before
    assert capsys.readouterr().err.count("\n") == 1


def test_a_text_that_was_there_stays_if_the_manifest_cannot_be_written(
    flood: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path, text: str) -> None:
        raise FULL

    (flood / "seeds" / "letter.txt").write_text("A letter.\n")
    monkeypatch.setattr(placing, "write_whole", failing)
    before = files(flood)
    assert cli.main(["source", "add", "seeds/letter.txt"]) == 2
    assert files(flood) == before
