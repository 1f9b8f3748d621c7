"""`factcheck source update`: what a new text would do is told first, and then both files change or none."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli, extraction
from pytest_factcheck.commands.source import update
from pytest_factcheck.wholefile import write_whole

Laid = Callable[[str], Path]
COURIER = """\
Lower Marren under water

The evacuation lasted three hours. Fire crews evacuated 240 residents.
Two schools stayed closed for a week.
"""


@pytest.fixture
def flood(laid: Laid, capsys: pytest.CaptureFixture[str]) -> Path:
    """Lay out the flood, the digests of its texts locked."""
    folder = laid("flood")
    assert cli.main(["source", "lock"]) == 0
    capsys.readouterr()
    return folder


def updated(
    capsys: pytest.CaptureFixture[str], folder: Path, text: str, *words: str, code: int = 0
) -> list[str]:
    """Run the command with a new text for the courier, and return the lines that it prints."""
    (folder / "new.txt").write_text(text, encoding="utf-8")
    assert cli.main(["source", "update", "courier", "new.txt", *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run the command, which must exit 2 with one line; return it."""
    assert cli.main(["source", "update", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err.rstrip("\n")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "seeds").iterdir())}


# What would become of each assertion


def test_each_assertion_has_its_fate_and_each_sentence_its_line(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(flood)
    text = COURIER.replace("for a week", "for five days").replace("\n\n", "\n\nBy A. Reader\n\n")
    lines = updated(capsys, flood, text, code=1)
    assert lines[:9] == [
        "seeds/courier.txt: sentences gone: 1, new: 2",
        "  + line 3: By A. Reader",
        "  - line 4: Two schools stayed closed for a week.",
        "  + line 6: Two schools stayed closed for five days.",
        "",
        "what would become of the 5 assertions that search courier:",
        "  school-week: fails: quote-not-found",
        "    passed, supported → failed, absent",
        "    courier: supports → silent",
    ]
    assert lines[-4:] == [
        "  as before, with a quote on another line: 2",
        "    residents-evacuated (line 3 → 5), evacuation-90-minutes (line 3 → 5)",
        "  as before, and without evidence in courier: 2",
        "nothing was written (--yes writes it)",
    ]
    assert bytes_of(flood) == before


def test_a_quote_that_is_gone_shows_what_stands_there_now(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = updated(capsys, flood, COURIER.replace("for a week", "for five days"), code=1)
    words = " ".join(" ".join(lines).split())
    assert 'stands nowhere in courier (nearest is seeds/courier.txt:4:1: "Two schools stayed closed' in words


def test_a_text_that_changes_no_result_exits_0(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = updated(capsys, flood, COURIER + "Ducks swam in the street.\n")
    assert lines == [
        "seeds/courier.txt: sentences gone: 0, new: 1",
        "  + line 5: Ducks swam in the street.",
        "",
        "what would become of the 5 assertions that search courier:",
        "  as before: 3",
        "    residents-evacuated, evacuation-90-minutes, school-week",
        "  as before, and without evidence in courier: 2",
        "nothing was written (--yes writes it)",
    ]


def test_another_verdict_exits_1_though_nothing_fails_by_it(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repair = flood / "assertions" / "repair.yaml"
    known = "expect: absent\n    known_issue: {reason: The courier is to be corrected.}"
    declared = repair.read_text(encoding="utf-8")
    repair.write_text(declared.replace("expect: absent", known), encoding="utf-8")
    lines = updated(capsys, flood, COURIER + "The mayor resigned after the inquiry.\n", code=1)
    assert "    failed, absent → known issue, supported" in lines


def test_where_only_white_space_differs_this_is_said(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = updated(capsys, flood, COURIER.replace(". Fire", ".\n\nFire"))
    assert lines[1] == "  only white space and line breaks differ"


def test_boilerplate_by_line_numbers_has_to_be_looked_at(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = flood / "seeds" / "corpus.yaml"
    listed = manifest.read_text(encoding="utf-8")
    entry = 'file: courier.txt\n    boilerplate: [{lines: "1"}]'
    manifest.write_text(listed.replace("file: courier.txt", entry), encoding="utf-8")
    lines = updated(capsys, flood, COURIER + "Ducks swam in the street.\n")
    assert lines[2:4] == [
        "look at `boilerplate` of courier in the manifest: its `lines` are those of the",
        "  old text",
    ]


def test_of_a_long_text_the_first_differences_are_shown(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "".join(f"House {number} is dry again.\n" for number in range(100))
    lines = updated(capsys, flood, COURIER + more)
    assert lines[0] == "seeds/courier.txt: sentences gone: 0, new: 100"
    assert lines[25] == "  … and 76 more"


def test_the_document_shows_what_the_command_prints(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "source-update.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^```text (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    assert shown["seeds/courier.txt"] == (flood / "seeds/courier.txt").read_text(encoding="utf-8")
    (flood / "corrected.txt").write_text(shown["corrected.txt"], encoding="utf-8")
    command, _, printed = shown["update"].partition("\n")
    assert cli.main(command.split()[2:]) == 1
    assert capsys.readouterr().out == printed


# Writing


def test_with_yes_the_text_and_its_digest_are_written_and_nothing_else(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(flood)
    text = COURIER + "Ducks swam in the street.\n"
    assert updated(capsys, flood, text, "--yes")[-1] == "written: seeds/courier.txt"
    after = bytes_of(flood)
    assert {name for name in after if after[name] != before[name]} == {"courier.txt", "corpus.yaml"}
    assert after["courier.txt"].decode("utf-8") == text
    assert cli.main(["source", "lock"]) == 0
    assert "digests written: 0" in capsys.readouterr().out


def test_a_text_that_makes_assertions_fail_is_written_too_and_exits_1(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = COURIER.replace("for a week", "for five days")
    assert updated(capsys, flood, text, "--yes", code=1)[-1] == "written: seeds/courier.txt"
    assert (flood / "seeds/courier.txt").read_text(encoding="utf-8") == text


def test_without_a_manifest_the_text_alone_is_written(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (flood / "seeds/corpus.yaml").unlink()
    text = COURIER + "Ducks swam in the street.\n"
    updated(capsys, flood, text, "--yes")
    assert sorted(bytes_of(flood)) == ["courier.txt", "gazette.txt", "herald.txt"]
    assert (flood / "seeds/courier.txt").read_text(encoding="utf-8") == text


def test_without_a_manifest_there_is_nothing_to_keep_an_original_in(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("trafilatura")
    (flood / "seeds/corpus.yaml").unlink()
    (flood / "page.html").write_text(PAGE.format(hours="three"), encoding="utf-8")
    assert cli.main(["source", "update", "courier", "page.html", "--yes"]) == 1
    assert sorted(bytes_of(flood)) == ["courier.txt", "gazette.txt", "herald.txt"]
    capsys.readouterr()
    assert cli.main(["source", "update", "courier", "page.html", "--yes"]) == 0
    assert capsys.readouterr().out == "nothing to do: page.html is the text that courier has already\n"


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("YES\n", True), ("n\n", False), ("", False)])
def test_on_a_terminal_the_answer_decides(
    flood: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    written: bool,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    lines = updated(capsys, flood, COURIER + "Ducks swam in the street.\n")
    assert lines[-1].startswith("write? [y/N] ")
    assert ("Ducks" in (flood / "seeds/courier.txt").read_text(encoding="utf-8")) is written


def test_the_text_it_has_already_is_nothing_to_do(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(flood)
    lines = updated(capsys, flood, COURIER.replace("\n", "\r\n"), "--yes")
    assert lines == ["nothing to do: new.txt is the text that courier has already"]
    assert bytes_of(flood) == before


def test_a_text_that_was_edited_in_its_place_wants_its_digest_locked(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = COURIER + "Ducks swam in the street.\n"
    (flood / "seeds/courier.txt").write_text(text, encoding="utf-8")
    (line,) = updated(capsys, flood, text)
    assert line.endswith("that courier has already (its digest is not locked: `factcheck source lock`)")


def test_if_the_digest_cannot_be_written_the_old_text_comes_back(
    flood: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(flood)

    def full(path: Path, text: str) -> None:
        if path.name == "corpus.yaml":
            raise OSError(28, "No space left on device", str(path))
        write_whole(path, text)

    monkeypatch.setattr(update, "write_whole", full)
    (flood / "new.txt").write_text(COURIER + "Ducks swam.\n", encoding="utf-8")
    assert cli.main(["source", "update", "courier", "new.txt", "--yes"]) == 2
    assert capsys.readouterr().err.endswith("No space left on device\n")
    assert bytes_of(flood) == before


@pytest.mark.parametrize("name", ["courier.txt", "corpus.yaml"])
def test_a_read_only_file_stays_and_so_does_the_other(
    flood: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = bytes_of(flood)
    (flood / "seeds" / name).chmod(0o444)
    (flood / "new.txt").write_text(COURIER + "Ducks swam.\n", encoding="utf-8")
    assert cli.main(["source", "update", "courier", "new.txt", "--yes"]) == 2
    err = capsys.readouterr().err
    assert err == f"seeds/{name}: this file is read-only, and stays as it is\n"
    assert bytes_of(flood) == before


# Refusals


def test_the_text_of_another_source_is_refused(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(flood)
    said = refused(capsys, "courier", "seeds/gazette.txt", "--yes")
    assert said == "courier: this is the text of `gazette`, which is in the corpus already"
    assert bytes_of(flood) == before


def test_what_cannot_be_read_is_refused(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "courier", "none.txt") == "none.txt: No such file or directory"
    (flood / "new.txt").write_text(COURIER, encoding="utf-8")
    assert refused(capsys, "couriers", "new.txt") == (
        "no source has the id `couriers` (did you mean 'courier'?)"
    )
    (flood / "new.txt").write_bytes(b"caf\xe9")
    assert refused(capsys, "courier", "new.txt").startswith("new.txt:1:4: invalid-utf8: ")


def test_a_file_that_is_too_large_is_refused_before_it_is_read_whole(
    flood: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "LARGEST", 1_000_000)
    with (flood / "new.txt").open("wb") as file:
        file.truncate(2**40)  # a hole, which takes no room on the disk and would take all of the memory
    assert refused(capsys, "courier", "new.txt") == (
        "new.txt: this file is larger than 1 MB, and is not read"
    )


def test_a_mistake_in_an_assertion_is_told_before_anything_is_written(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(flood)
    repair = flood / "assertions" / "repair.yaml"
    repair.write_text(repair.read_text(encoding="utf-8").replace("claim:", "clame:", 1), encoding="utf-8")
    (flood / "new.txt").write_text(COURIER + "Ducks swam.\n", encoding="utf-8")
    assert cli.main(["source", "update", "courier", "new.txt", "--yes"]) == 2
    assert "assertions/repair.yaml:4:5: unknown-key: " in capsys.readouterr().err
    assert bytes_of(flood) == before


PAGE = """\
<html><body><article><h1>Lower Marren under water</h1>
<p>The evacuation of the village lasted {hours} hours in all, the county said on Thursday morning.</p>
<p>Fire crews evacuated 240 residents from the houses that stand nearest to the river Lisk.</p>
<p>Two schools of the village stayed closed for a week, and the bridge for another one.</p>
</article></body></html>
"""


def test_what_the_text_was_taken_out_of_is_told_anew(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("trafilatura")
    (flood / "page.html").write_text(PAGE.format(hours="three"), encoding="utf-8")
    assert cli.main(["source", "add", "page.html", "--id", "village"]) == 0
    (flood / "later.html").write_text(PAGE.format(hours="four"), encoding="utf-8")
    assert cli.main(["source", "update", "village", "later.html", "--yes"]) in (0, 1)
    entry = (flood / "seeds" / "corpus.yaml").read_text(encoding="utf-8").partition("id: village")[2]
    digest = hashlib.sha256((flood / "later.html").read_bytes()).hexdigest()
    assert "file: later.html" in entry
    assert digest in entry
    assert "page.html" not in entry
    assert cli.main(["source", "check"]) == 0
    assert cli.main(["source", "update", "village", "later.html"]) == 0
    assert "nothing to do" in capsys.readouterr().out


def test_another_original_with_the_same_text_is_told_too(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("trafilatura")
    (flood / "page.html").write_text(PAGE.format(hours="three"), encoding="utf-8")
    assert cli.main(["source", "add", "page.html", "--id", "village"]) == 0
    (flood / "page.html").write_text(PAGE.format(hours="three") + "<!-- later -->\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["source", "update", "village", "page.html"]) == 0
    assert "nothing was written" in capsys.readouterr().out
    assert cli.main(["source", "update", "village", "page.html", "--yes"]) == 0
    digest = hashlib.sha256((flood / "page.html").read_bytes()).hexdigest()
    assert digest in (flood / "seeds" / "corpus.yaml").read_text(encoding="utf-8")
