"""`factcheck source check`: every text, and every original that is there, against its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def locked(laid: Laid, capsys: Capture) -> Path:
    """Lay a project whose texts are locked."""
    folder = laid("flood")
    cli.main(["source", "lock"])
    capsys.readouterr()
    return folder


def checked(capsys: Capture) -> tuple[int, list[str]]:
    code = cli.main(["source", "check"])
    return code, capsys.readouterr().out.splitlines()


def test_texts_as_they_were_locked_pass(locked: Path, capsys: Capture) -> None:
    assert checked(capsys) == (0, ["texts: 3, problems: 0"])


def test_line_ends_and_a_byte_order_mark_are_no_change(locked: Path, capsys: Capture) -> None:
    text = locked / "seeds" / "herald.txt"
    text.write_bytes(b"\xef\xbb\xbf" + text.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(capsys)[0] == 0


def test_a_text_that_has_changed_fails(locked: Path, capsys: Capture) -> None:
    with (locked / "seeds" / "courier.txt").open("a") as text:
        text.write("One more line.\n")
    code, lines = checked(capsys)
    assert (code, len(lines), lines[-1]) == (1, 2, "texts: 3, problems: 1")
    assert lines[0] == (
        "seeds/corpus.yaml:9:9: source-changed: seeds/courier.txt has changed since its digest was "
        "written (put the old text back, or look at what it says now and run `factcheck source lock`)"
    )


def test_a_text_without_a_digest_fails(laid: Laid, capsys: Capture) -> None:
    laid("flood")
    code, lines = checked(capsys)
    assert code == 1
    assert lines[0] == (
        "seeds/corpus.yaml:3:9: not-locked: there is no digest to compare seeds/herald.txt with "
        "(`factcheck source lock` writes one)"
    )
    assert lines[-1] == "texts: 3, problems: 3"


def test_a_folder_without_a_manifest_fails(laid: Laid, capsys: Capture) -> None:
    laid("takeover")
    code, lines = checked(capsys)
    assert (code, lines[-1]) == (1, "texts: 2, problems: 2")


def test_every_problem_is_told_and_none_hides_another(locked: Path, capsys: Capture) -> None:
    (locked / "seeds" / "herald.txt").unlink()
    (locked / "seeds" / "courier.txt").write_bytes(b"caf\xe9\n")
    (locked / "seeds" / "gazette.txt").write_text("Nothing.\n")
    code, lines = checked(capsys)
    assert (code, lines[-1]) == (1, "texts: 3, problems: 3")
    assert [line.split(": ")[1] for line in lines[:-1]] == ["missing-file", "source-changed", "invalid-utf8"]


def test_a_text_that_may_be_missing_may_be_missing(laid: Laid, capsys: Capture) -> None:
    laid("match")
    cli.main(["source", "lock"])
    capsys.readouterr()
    assert checked(capsys) == (0, ["texts: 2, problems: 0"])


def test_a_text_that_the_manifest_does_not_name_is_told_and_no_problem(locked: Path, capsys: Capture) -> None:
    (locked / "seeds" / "letter.txt").write_text("A letter.\n")
    assert checked(capsys) == (
        0,
        ["not in the manifest, so not read: seeds/letter.txt", "texts: 3, problems: 0"],
    )


def test_an_original_that_is_there_is_compared(locked: Path, capsys: Capture) -> None:
    path = locked / "seeds" / "corpus.yaml"
    digest = hashlib.sha256(b"old").hexdigest()
    path.write_text(
        f"{path.read_text()}    original: {{file: g.pdf, sha256: {digest}, extractor: pypdf 1}}\n"
    )
    assert checked(capsys)[0] == 0
    (locked / "seeds" / "g.pdf").write_bytes(b"old")
    assert checked(capsys)[0] == 0
    (locked / "seeds" / "g.pdf").write_bytes(b"new")
    code, lines = checked(capsys)
    assert code == 1
    assert lines[0] == (
        "seeds/corpus.yaml:15:9: original-changed: g.pdf is another than the one that the text was "
        "taken out of (put the old file back, or `factcheck source update gazette FILE`)"
    )


def test_a_manifest_with_mistakes_is_refused(locked: Path, capsys: Capture) -> None:
    (locked / "seeds" / "corpus.yaml").write_text("sources: [\n")
    assert cli.main(["source", "check"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("seeds/corpus.yaml:")
