"""`factcheck probe`: the door through which the engine is measured."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pytest_factcheck import cli
from pytest_factcheck.commands import probe

Laid = Callable[[str], Path]

KEYS = ["id", "source", "file", "stance", "score", "decided_by", "evidence", "reasons"]
CLAIMS: list[dict[str, Any]] = [
    {"id": "residents", "claim": "Fire crews evacuated 240 residents."},
    {"id": "bread", "claim": "The baker gave away bread."},
    {"id": 3, "claim": "The union called a strike.", "label": "NEI"},
]


def ask(folder: Path, claims: list[dict[str, Any]]) -> None:
    lines = "".join(f"{json.dumps(claim)}\n" for claim in claims)
    (folder / "claims.jsonl").write_text(lines, encoding="utf-8")


def answered(folder: Path, *words: str) -> list[dict[str, Any]]:
    assert cli.main(["probe", "--claims", "claims.jsonl", "--output", "answers.jsonl", *words]) == 0
    text = (folder / "answers.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


# One claim.


def test_a_claim_is_answered_source_by_source(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    assert cli.main(["probe", "Fire crews evacuated 240 residents."]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == (
        "source     stance    by        quote and reason\n"
        "---------  --------  --------  -------------------------------------------------\n"
        "herald:4   supports  verbatim  “Fire crews evacuated 240 residents.”\n"
        "                               the passage says it in the claim's own words (all\n"
        "                               of them)\n"
        "courier:3  supports  verbatim  “Fire crews evacuated 240 residents.”\n"
        "                               the passage says it in the claim's own words (all\n"
        "                               of them)\n"
        "gazette    silent\n"
    )


@pytest.mark.parametrize("width", [60, 80, 132])
def test_the_table_keeps_to_the_terminal(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    laid("flood")
    monkeypatch.setenv("COLUMNS", str(width))
    assert cli.main(["probe", "The river Lisk flooded the village of Lower Marren on 11 June 2024."]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= width
    assert "2024.”" in out


def test_a_claim_can_be_answered_in_json_lines(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    assert cli.main(["probe", "The baker gave away bread.", "--output", "-"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["source"], row["stance"]) for row in rows] == [
        ("claim", "herald", "silent"),
        ("claim", "courier", "silent"),
        ("claim", "gazette", "supports"),
    ]


# A file of claims.


def test_a_line_is_written_for_each_claim_and_source_in_order(laid: Laid) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    rows = answered(folder)
    assert [(row["id"], row["source"]) for row in rows] == [
        (name, source) for name in ("residents", "bread", 3) for source in ("herald", "courier", "gazette")
    ]
    assert {tuple(row) for row in rows} == {tuple(KEYS)}


def test_a_line_says_who_decided_where_and_why(laid: Laid) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    row = answered(folder)[0]
    assert row["file"] == "herald.txt"
    assert (row["stance"], row["decided_by"]) == ("supports", "verbatim")
    assert row["score"] > 0
    assert row["evidence"][0] == {
        "stance": "supports",
        "start": 100,
        "end": 135,
        "line": 4,
        "quote": "Fire crews evacuated 240 residents.",
    }
    assert row["reasons"]
    assert {tuple(reason) for reason in row["reasons"]} == {("code", "text")}


def test_what_nothing_is_said_of_is_silent_and_nobody_decides(laid: Laid) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    for row in answered(folder)[6:]:
        assert (row["stance"], row["decided_by"], row["evidence"], row["reasons"]) == ("silent", "", [], [])


def test_offsets_cut_the_quote_from_the_text(laid: Laid) -> None:
    folder = laid("flood")
    sentences = [
        "The evacuation lasted 90 minutes.",
        "Two schools stayed closed for a week.",
        "The river Lisk flooded it.",
    ]
    ask(folder, [{"id": str(n), "claim": claim} for n, claim in enumerate(sentences)])
    found = 0
    for row in answered(folder):
        text = (folder / "seeds" / row["file"]).read_text(encoding="utf-8")
        for item in row["evidence"]:
            found += 1
            assert text[item["start"] : item["end"]] == item["quote"]
            assert text[: item["start"]].count("\n") + 1 == item["line"]
        assert -1 <= row["score"] <= 1
        assert row["stance"] in {"supports", "contradicts", "silent", "mixed", "undecided"}
    assert found >= 3


def test_claims_can_come_from_standard_input_and_answers_go_to_standard_output(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    raw = (folder / "claims.jsonl").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert cli.main(["probe", "--claims", "-"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows == answered(folder)


# The corpus.


def test_answers_that_a_person_watches_are_not_mixed_with_a_bar(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(laid("flood"), CLAIMS)
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)
    monkeypatch.setattr("pytest_factcheck.progress.PATIENCE", 0.0)
    assert cli.main(["probe", "--claims", "claims.jsonl"]) == 0
    assert capsys.readouterr().err == ""
    assert cli.main(["probe", "--claims", "claims.jsonl", "--output", "answers.jsonl"]) == 0
    assert "0 of 3 claims" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["seeds", "seeds/", "./seeds", "{here}/seeds", "{here}/seeds/", "../{base}/seeds"]
)
def test_answers_are_the_same_bytes_however_the_corpus_is_named(laid: Laid, name: str) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    answered(folder)
    expected = (folder / "answers.jsonl").read_bytes()
    answered(folder, "--corpus", name.format(here=folder, base=folder.name))
    assert (folder / "answers.jsonl").read_bytes() == expected


def test_answers_are_the_same_bytes_in_every_folder(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = laid("flood")
    ask(folder, CLAIMS)
    answered(folder)
    claims, corpus = str(folder / "claims.jsonl"), str(folder / "seeds")
    for place, name in ((folder.parent, corpus), (folder / "seeds", ".")):
        monkeypatch.chdir(place)
        output = str(folder / "again.jsonl")
        assert cli.main(["probe", "--claims", claims, "--output", output, "--corpus", name]) == 0
        assert (folder / "again.jsonl").read_bytes() == (folder / "answers.jsonl").read_bytes()


def test_a_corpus_needs_no_manifest_and_no_project(pytester: pytest.Pytester) -> None:
    folder = pytester.path
    (folder / "texts" / "old").mkdir(parents=True)
    (folder / "texts" / "Town News.txt").write_text("The baker gave away bread.\n", encoding="utf-8")
    (folder / "texts" / "old" / "note.md").write_text("# Note\n\nThe mill stood still.\n", encoding="utf-8")
    ask(folder, [{"id": "bread", "claim": "The baker gave away bread."}])
    rows = answered(folder, "--corpus", "texts")
    assert [(row["source"], row["file"], row["stance"]) for row in rows] == [
        ("town-news", "Town News.txt", "supports"),
        ("old-note", "old/note.md", "silent"),
    ]


def test_a_text_that_is_not_here_is_told_and_left_out(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("match")
    ask(folder, CLAIMS)
    assert [row["source"] for row in answered(folder)] == ["radio"] * 3
    assert capsys.readouterr().err == "not asked, because the text is not on this machine: press-agency\n"


def test_a_text_that_the_manifest_does_not_name_is_told_and_left_out(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("flood")
    (folder / "seeds" / "letter\x1b.txt").write_text("The baker gave away bread.\n", encoding="utf-8")
    ask(folder, CLAIMS[1:2])
    assert [row["source"] for row in answered(folder)] == ["herald", "courier", "gazette"]
    assert capsys.readouterr().err == "not asked, because the manifest does not name it: letter\\u001b.txt\n"


def test_a_text_that_no_judge_reads_is_not_called_silent(laid: Laid) -> None:
    folder = laid("flood")
    manifest = folder / "seeds" / "corpus.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text.replace("gazette.txt\n    language: en", "gazette.txt\n    language: fr"), encoding="utf-8"
    )
    ask(folder, CLAIMS[1:2])
    row = answered(folder)[2]
    assert (row["source"], row["stance"], row["score"], row["decided_by"]) == (
        "gazette",
        "undecided",
        0.0,
        "",
    )
    assert row["reasons"] == [{"code": "not-judged", "text": "no judge reads this text, which is in `fr`"}]


# Files that cannot be used.


def test_every_line_that_cannot_be_used_is_told_at_its_place(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("flood")
    (folder / "claims.jsonl").write_text(
        '{"id": "a", "claim": "x"}\n{"id": "b" "claim": "y"}\n[1]\n', encoding="utf-8"
    )
    assert cli.main(["probe", "--claims", "claims.jsonl"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        'claims.jsonl:2:12: bad-json: expecting \',\' delimiter (a line is {"id": …, "claim": …})',
        'claims.jsonl:3:1: bad-value: a line is {"id": …, "claim": …}',
    ]


def test_an_output_that_cannot_be_written_leaves_the_old_one_whole(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "answers.jsonl")

    folder = laid("flood")
    ask(folder, CLAIMS)
    answered(folder)
    before = (folder / "answers.jsonl").read_bytes()
    monkeypatch.setattr(probe, "write_whole", full)
    assert cli.main(["probe", "--claims", "claims.jsonl", "--output", "answers.jsonl"]) == 2
    assert capsys.readouterr().err == "answers.jsonl: No space left on device\n"
    assert (folder / "answers.jsonl").read_bytes() == before
