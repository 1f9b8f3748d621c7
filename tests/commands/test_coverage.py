"""`factcheck coverage`: which checkable sentences have an assertion, and which are worth one."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli
from pytest_factcheck.schema import validate
from pytest_factcheck.yamlfile import Document

Laid = Callable[[str], Path]
OPENED = "Mayor Ilse Brandt opened the bridge."
TABLE = """\
source        sentences    checkable    covered    %     missing
------------  -----------  -----------  ---------  ----  ---------
council       4            4            1          25 %  1, 3:1, 4
morning-post  4            4            0          0 %   1-4
all           8            8            1          12 %

cover nothing, because they do not pass: children-first, cost-12-million,
  length-known, length-solved
sources: 2, sentences: 8, checkable: 8, covered: 1 (12 %)
"""


@pytest.fixture
def bridge(laid: Laid) -> Path:
    """Lay a project of two sources, in which one assertion with evidence passes."""
    return laid("bridge")


def shown(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Run the command and return what it prints on standard output."""
    assert cli.main(["coverage", *words]) == code
    return capsys.readouterr().out


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what the command says where it refuses."""
    with pytest.raises(SystemExit, match="2"):
        cli.main(["coverage", *words])
    return capsys.readouterr().err


def test_each_source_has_a_line_and_what_covers_nothing_is_named(
    bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys) == TABLE


def test_sources_can_be_chosen(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "council")
    assert "morning-post" not in found
    assert "cover nothing, because they do not pass: cost-12-million\n" in found
    assert found.endswith("sources: 1, sentences: 4, checkable: 4, covered: 1 (25 %)\n")


def test_other_judges_can_be_asked(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, "--judges", "slots", "--format", "json"))
    assert found["judges"] == ["slots"]
    assert found["totals"]["covered"] == 0  # without `verbatim` the quote rests on a person's word


def test_json_is_as_its_schema_has_it(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, "--format", "json", "--suggest"))
    assert validate(Document("coverage.json", found), "coverage") == ()
    assert found["corpus"] == "seeds"
    covered = [row["words"] for one in found["sources"] for row in one["rows"] if row["covered_by"]]
    assert covered == [OPENED]
    assert len(found["suggestions"]) == 7


def test_markdown_is_for_a_pull_request(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "--format", "markdown").startswith("## Coverage\n\n**sources: 2, ")


def test_the_total_is_for_a_script(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "--format", "total") == "12\n"


@pytest.mark.parametrize(("wanted", "code"), [("12.5", 0), ("12.6", 1), ("0", 0), ("100", 1)])
def test_too_little_ends_with_1_and_says_so(
    bridge: Path, capsys: pytest.CaptureFixture[str], wanted: str, code: int
) -> None:
    assert cli.main(["coverage", "--fail-under", wanted]) == code
    out, err = capsys.readouterr()
    assert out == TABLE
    told = f"12 % of the checkable sentences are covered, less than {wanted} %\n"
    assert err == (told if code else "")


def test_the_sentences_most_worth_an_assertion_are_suggested(
    bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = shown(capsys, "--suggest", "2", "--judges", "language,verbatim,slots")
    assert found.partition("\n\nworth an assertion, ")[2] == (
        "what is most worth first: 2\n"
        "\n"
        "seeds/council.txt:3:1: morning-post contradicts it; 1 number\n"
        '  factcheck new "The work on the bridge cost 12 million euros."\n'
        "\n"
        "seeds/morning-post.txt:3:1: council contradicts it; 1 number\n"
        '  factcheck new "The work on the bridge cost 19 million euros."\n'
    )


def test_what_is_suggested_can_be_drafted_and_is_covered_then(
    bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, "morning-post", "--suggest", "--format", "json"))["suggestions"]
    (chosen,) = (one for one in found if "19 million" in one["claim"])
    _, *words = shlex.split(chosen["command"])
    assert cli.main([*words, "--yes", "--file", "assertions/more.yaml"]) == 0
    capsys.readouterr()
    assert "morning-post  4            4            1          25 %  1, 3:47, 4\n" in shown(capsys)


def test_a_text_that_is_not_on_this_machine_is_not_counted(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("match")
    assert "not counted: press-agency, whose text is not on this machine\n" in shown(capsys)


def test_a_source_that_there_is_not_is_refused(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["coverage", "concil"]) == 2
    assert capsys.readouterr().err == "the corpus has no source `concil` (did you mean 'council'?)\n"


def test_suggestions_have_no_place_in_a_bare_percentage(
    bridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["coverage", "--suggest", "--format", "total"]) == 2
    assert capsys.readouterr().err == "--suggest has no place in --format total: choose another format\n"


def test_without_a_project_there_is_nothing_to_cover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["coverage"]) == 2
    assert capsys.readouterr().err.startswith("no project here")


@pytest.mark.parametrize("word", ["0", "-1", "1.5", "council"])
def test_a_number_of_suggestions_is_1_or_more(
    bridge: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    told = said(capsys, f"--suggest={word}")
    assert told.startswith(
        f"factcheck coverage: argument --suggest: {word!r} is no number of sentences: give 1 or more,"
    )


@pytest.mark.parametrize("word", ["x", "-1", "100.5", "nan"])
def test_a_limit_is_a_percentage(bridge: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert f"{word!r} is no percentage: give a number from 0 to 100" in said(capsys, f"--fail-under={word}")


def test_words_of_a_source_give_github_no_orders(
    bridge: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = next((bridge / "seeds").glob("*.txt"))
    text.write_text(
        "The mayor ##[error] closed 12 ::error:: bridges in Oslo on 4 May 2020.\n", encoding="utf-8"
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    cli.main(["coverage", "--suggest"])
    out = capsys.readouterr().out
    assert "bridges in Oslo" in out
    assert "##[" not in out
