"""`factcheck source`: texts as they are quoted, and digests that tell when one has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Showing.


def test_a_text_is_shown_with_numbers_boilerplate_and_quoted_words(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    assert cli.main(["source", "show", "herald"]) == 0
    assert capsys.readouterr().out == (
        "1 | River Lisk floods Lower Marren\n"
        "2 |\n"
        "3 | The river Lisk flooded the village of Lower Marren on 11 June 2024.\n"
        "4 | ⟦Fire crews evacuated 240 residents.⟧ ⟦The evacuation lasted 90 minutes.⟧\n"
        "5 |\n"
        "6 ~ Advertisement\n"
        "7 |\n"
        "8 | ⟦The repair of the dam cost 3 million euros⟧, the county said.\n"
        "9 |\n"
        "\n"
        "line    stance       assertion\n"
        "------  -----------  ---------------------\n"
        "4       supports     residents-evacuated\n"
        "4       supports     evacuation-90-minutes\n"
        "8       contradicts  repair-cost\n"
    )


def test_quotes_that_overlap_are_one_pair_of_brackets(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("flood")
    path = folder / "assertions" / "repair.yaml"
    text = path.read_text(encoding="utf-8")
    more = "      - {source: herald, quote: 'dam cost 3 million euros, the county'}\n    slots:"
    path.write_text(text.replace("    slots:", more, 1), encoding="utf-8")
    assert cli.main(["source", "show", "herald"]) == 0
    assert "8 | ⟦The repair of the dam cost 3 million euros, the county⟧ said.\n" in capsys.readouterr().out


def test_a_text_can_be_shown_while_a_file_of_assertions_is_broken(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("mistakes")
    assert cli.main(["source", "show", "gazette"]) == 0
    assert "⟦The baker gave away bread.⟧" in capsys.readouterr().out


def test_what_cannot_be_seen_is_shown_as_its_code(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    (laid("flood") / "seeds" / "gazette.txt").write_text("a\u200bb\x1b[31m\tc\n", encoding="utf-8")
    assert cli.main(["source", "show", "gazette"]) == 0
    assert capsys.readouterr().out.startswith("1 | a\\u200bb\\u001b[31m\tc\n")


def test_a_text_that_is_not_here_cannot_be_shown(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("match")
    assert cli.main(["source", "show", "press-agency"]) == 2
    assert capsys.readouterr().err == "the text of press-agency is not on this machine\n"


# Locking.


def test_locking_writes_digests_and_keeps_everything_else(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("flood")
    manifest = folder / "seeds" / "corpus.yaml"
    before = manifest.read_text(encoding="utf-8").replace("herald.txt\n", "herald.txt  # the oldest\n", 1)
    manifest.write_text(before, encoding="utf-8")
    assert cli.main(["source", "lock"]) == 0
    assert capsys.readouterr().out == (
        "seeds/corpus.yaml: texts: 3, digests written: 3\n"
        "  written: herald\n  written: courier\n  written: gazette\n"
    )
    after = manifest.read_text(encoding="utf-8").splitlines()
    added = [line for line in after if "sha256" in line]
    names = ("herald", "courier", "gazette")
    assert added == [f"    sha256: {digest(folder / 'seeds' / f'{name}.txt')}" for name in names]
    assert [line for line in after if line not in added] == before.splitlines()
    assert after[after.index(added[0]) - 1] == "    file: herald.txt  # the oldest"


def test_locking_twice_changes_nothing(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("flood")
    cli.main(["source", "lock"])
    manifest = folder / "seeds" / "corpus.yaml"
    before, written = manifest.read_bytes(), manifest.stat().st_mtime_ns
    capsys.readouterr()
    assert cli.main(["source", "lock"]) == 0
    assert capsys.readouterr().out == "seeds/corpus.yaml: texts: 3, digests written: 0\n"
    assert (manifest.read_bytes(), manifest.stat().st_mtime_ns) == (before, written)


def test_a_locked_text_that_changes_fails_what_names_it_until_it_is_locked_again(
    laid: Laid, audit: Audit
) -> None:
    folder = laid("flood")
    cli.main(["source", "lock"])
    audit().assert_outcomes(passed=5)
    text = folder / "seeds" / "gazette.txt"
    text.write_text(text.read_text(encoding="utf-8") + "The sun came out.\n", encoding="utf-8")
    result = audit()
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(["*residents-evacuated: source-changed"])
    cli.main(["source", "lock"])
    audit().assert_outcomes(passed=5)


def test_locking_makes_a_manifest_where_none_is(
    laid: Laid, audit: Audit, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("takeover")
    assert cli.main(["source", "lock"]) == 0
    assert capsys.readouterr().out == (
        "texts/corpus.yaml: texts: 2, digests written: 2\n  written: wire-two\n  written: wire-one\n"
    )
    one, two = (digest(folder / "texts" / name) for name in ("wire-one.txt", "Wire_Two.md"))
    assert (folder / "texts" / "corpus.yaml").read_text(encoding="utf-8") == (
        "sources:\n"
        f'  - id: wire-two\n    file: "Wire_Two.md"\n    sha256: {two}\n'
        f'  - id: wire-one\n    file: "wire-one.txt"\n    sha256: {one}\n'
    )
    audit().assert_outcomes(passed=4)


def test_a_manifest_that_is_made_names_the_schema_that_is_there(laid: Laid) -> None:
    folder = laid("takeover")
    (folder / "schema").mkdir()
    (folder / "schema" / "corpus.schema.json").write_text("{}\n", encoding="utf-8")
    cli.main(["source", "lock"])
    first = (folder / "texts" / "corpus.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/corpus.schema.json"


def test_texts_that_cannot_be_locked_are_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("match")
    (folder / "seeds" / "letter.txt").write_text("A letter.\n", encoding="utf-8")
    assert cli.main(["source", "lock"]) == 0
    assert capsys.readouterr().out == (
        "seeds/corpus.yaml: texts: 1, digests written: 1\n  written: radio\n"
        "  not on this machine, left as it is: press-agency\n"
        "  not in the manifest, so not read: seeds/letter.txt\n"
    )


@pytest.mark.parametrize("action", ["lock", "check", "list"])
def test_the_name_of_a_file_does_nothing_to_the_terminal(
    laid: Laid, capsys: pytest.CaptureFixture[str], action: str
) -> None:
    folder = laid("flood")
    cli.main(["source", "lock"])
    (folder / "seeds" / "let\x1b[31m\u202eter\n.txt").write_text("A letter.\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["source", action]) == 0
    told = capsys.readouterr().out.splitlines()
    (line,) = [line.strip() for line in told if "manifest" in line]
    assert line == "not in the manifest, so not read: seeds/let\\u001b[31m\\u202eter\\u000a.txt"
