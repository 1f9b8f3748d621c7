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
from pytest_factcheck.commands.probe import as_line, score
from pytest_factcheck.examination import Hearing
from pytest_factcheck.vocabulary import Opinion, Passage, Span, Stance

Laid = Callable[[str], Path]

KEYS = ["id", "source", "file", "stance", "score", "decided_by", "evidence", "reasons"]
CLAIMS = [
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
    rows = {line.split()[0]: line.split() for line in out.splitlines()[2:]}
    assert list(rows) == ["herald", "courier", "gazette"]
    assert rows["herald"][1:4] == ["supports", "verbatim", "herald:4"]
    assert rows["courier"][1:4] == ["supports", "verbatim", "courier:3"]
    assert rows["gazette"][1:] == ["silent"]
    assert "“Fire crews evacuated" in out
    assert max(map(len, out.splitlines())) <= 80


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
    assert row["reasons"] == [{"code": "not-judged", "text": "no judge reads `fr`"}]


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
    monkeypatch.setattr("pytest_factcheck.commands.probe.write_whole", full)
    assert cli.main(["probe", "--claims", "claims.jsonl", "--output", "answers.jsonl"]) == 2
    assert capsys.readouterr().err == "answers.jsonl: No space left on device\n"
    assert (folder / "answers.jsonl").read_bytes() == before


# Scores and lines.


def hearing(*opinions: tuple[Stance, float]) -> Hearing:
    passage = Passage("It rained.", (Span(0, 10),), Span(0, 10))
    return Hearing(passage, tuple(Opinion("judge", stance, value) for stance, value in opinions))


@pytest.mark.parametrize(
    ("heard", "stance", "expected"),
    [
        ([], Stance.SILENT, 0.0),
        ([[(Stance.SUPPORTS, 0.4)], [(Stance.SUPPORTS, 0.9)]], Stance.SUPPORTS, 0.9),
        ([[(Stance.CONTRADICTS, -0.7), (Stance.SUPPORTS, 1.0)]], Stance.CONTRADICTS, -0.7),
        ([[(Stance.SUPPORTS, 0.4)], [(Stance.UNDECIDED, -0.5)]], Stance.SUPPORTS, 0.4),
        ([[(Stance.UNDECIDED, 0.2)], [(Stance.UNDECIDED, -0.3)]], Stance.UNDECIDED, -0.3),
        ([[(Stance.UNDECIDED, 0.3)], [(Stance.UNDECIDED, -0.3)]], Stance.UNDECIDED, -0.3),
        ([[(Stance.SUPPORTS, 1.0)], [(Stance.CONTRADICTS, -1.0)]], Stance.MIXED, 0.0),
        ([[(Stance.SILENT, -0.00001)]], Stance.SILENT, 0.0),
    ],
)
def test_the_score_is_that_of_the_strongest_passage_on_its_side(
    heard: list[list[tuple[Stance, float]]], stance: Stance, expected: float
) -> None:
    result = score([hearing(*opinions) for opinions in heard], stance)
    assert (result, str(result)) == (expected, str(expected))


def test_a_line_stays_one_line_for_every_reader() -> None:
    words = "It\u2028rained\u2029all\x85day\nlong"
    line = as_line(
        {
            "id": words, "source": "s", "file": "f", "stance": "silent",
            "score": 0.0, "decided_by": "", "evidence": [], "reasons": [],
        }
    )  # fmt: skip
    assert line.splitlines() == [line]
    assert json.loads(line)["id"] == words
