"""`factcheck explain`: what a verdict rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]


def explained(capsys: pytest.CaptureFixture[str], name: str, code: int, *words: str) -> str:
    assert cli.main(["explain", name, *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    assert max(map(len, out.splitlines())) <= 84
    return out


def test_a_green_verdict_is_explained_with_quote_judge_and_reason(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    out = explained(capsys, "evacuation-90-minutes", 0)
    assert out.startswith(
        "assertions/evacuation.yaml:13:5: evacuation-90-minutes\n"
        "claim: The evacuation lasted 90 minutes.\n"
        "expected disputed, found disputed: judged\n"
    )
    assert "courier: contradicts\n  seeds/courier.txt:3:1: contradicts, as `slots` confirms\n" in out
    assert "“The evacuation lasted three hours.”" in out
    assert "gazette: silent\n" in out
    assert "problems:" not in out


def test_a_ruling_of_a_person_is_shown(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "school-week", 0)
    assert "found supported: on a signed ruling" in out
    assert "ruling of A. Reader, 2024-07-01: Where a school stays closed" in out


def test_a_red_verdict_is_explained_with_its_problems(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("bridge")
    out = explained(capsys, "cost-12-million", 1)
    assert "morning-post: contradicts\n" in out
    assert "problems:\n  assertions/bridge.yaml:10:5: undeclared-opposition:" in out


def test_a_case_that_cannot_run_here_is_no_problem(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("match")
    assert "not run: the text of press-agency is not on this machine\n" in explained(capsys, "no-red-card", 0)


def test_mistakes_in_other_files_do_not_hinder(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("mistakes")
    assert "found supported" in explained(capsys, "bread", 0)


def test_other_judges_can_be_asked(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "repair-cost", 0, "--judges", "verbatim")
    assert "found contradicted: on a person's word" in out
    assert "slots" not in out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("repair-costs", "did you mean 'repair-cost'?"),
        ("bread", "there are 5; `pytest --collect-only -q` lists them"),
    ],
)
def test_one_word_is_read_as_an_id(
    laid: Laid, capsys: pytest.CaptureFixture[str], name: str, hint: str
) -> None:
    laid("flood")
    assert cli.main(["explain", name]) == 2
    said = f"no assertion has the id `{name}` ({hint}); a claim has several words\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize("nothing", ["", " \t "])
def test_nothing_is_no_claim(laid: Laid, capsys: pytest.CaptureFixture[str], nothing: str) -> None:
    laid("flood")
    assert cli.main(["explain", nothing]) == 2
    assert capsys.readouterr() == ("", "the claim is empty\n")


def test_a_silent_source_shows_why_under_an_id(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "mayor-resigned", 0)
    assert (
        "words that no source holds: mayor, resigned, inquiry\n\n"
        "herald: silent\n"
        "  nowhere in this text: mayor, resigned, inquiry\n"
        "  no sentence shares enough words with the claim\n"
    ) in out


def test_one_source_of_an_assertion_can_be_shown(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    out = explained(capsys, "evacuation-90-minutes", 0, "--source", "courier")
    assert "\n\ncourier: contradicts\n" in out
    assert "\nherald: " not in out


# A claim that no assertion holds.


def test_a_claim_is_traced_over_every_source_of_the_project(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    out = explained(capsys, "Fire crews evacuated 240 residents.", 0, "--judges", "verbatim")
    head, _, sources = out.partition("\n\n")
    assert head.startswith("claim: Fire crews evacuated 240 residents.\n")
    assert head.endswith("\nfound supported: 2 supports, 1 silent")
    assert sources == (
        """\
herald: supports (+1.00), by `verbatim`
  seeds/herald.txt:4:1: supports, by `verbatim`
    “Fire crews evacuated 240 residents.”
    verbatim: supports (+1.00)
      near-verbatim: the passage says it in the claim's own words (all of them)
        claim 0-35 “Fire crews evacuated 240 residents.”; source 100-134 “Fire
          crews evacuated 240 residents”

courier: supports (+1.00), by `verbatim`
  seeds/courier.txt:3:36: supports, by `verbatim`
    “Fire crews evacuated 240 residents.”
    verbatim: supports (+1.00)
      near-verbatim: the passage says it in the claim's own words (all of them)
        claim 0-35 “Fire crews evacuated 240 residents.”; source 61-95 “Fire
          crews evacuated 240 residents”

gazette: silent (+0.00)
  nowhere in this text: Fire, crews, evacuated, 240, residents
  no sentence shares enough words with the claim
"""
    )


def test_a_silent_source_shows_the_nearest_miss(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    claim = "The baker gave away bread and soup."
    out = explained(capsys, claim, 0, "--source", "gazette", "--judges", "verbatim")
    assert out.endswith(
        """
gazette: silent (+0.36)
  nowhere in this text: soup
  nearest miss: seeds/gazette.txt:3:39 (+0.39)
    “The baker gave away bread.”
    verbatim: silent (+0.39)
      not-covered: the passage holds no word for: soup
"""
    )


def test_a_claim_is_an_exit_of_zero_whatever_is_found(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    assert "found absent: " in explained(capsys, "The union called a strike.", 0)


def test_a_claim_needs_no_project_where_a_folder_is_named(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("flood")
    (folder / "factcheck.toml").unlink()
    (folder / "assertions").rename(folder / "elsewhere")
    (folder / "seeds").rename(folder / "texts")
    out = explained(capsys, "The baker gave away bread.", 0, "--corpus", "texts")
    assert "  texts/gazette.txt:3:39: supports, by `verbatim`\n" in out
    assert cli.main(["explain", "The baker gave away bread."]) == 2
    assert capsys.readouterr().err == "no project here; name a folder of texts with --corpus\n"


def test_an_id_takes_no_other_corpus(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("flood")
    assert cli.main(["explain", "repair-cost", "--corpus", "seeds"]) == 2
    assert capsys.readouterr().err == (
        "--corpus goes with a claim, and `repair-cost` is read as an id: a claim has several words\n"
    )


@pytest.mark.parametrize("asked", ["The baker gave away bread.", "repair-cost"])
def test_a_source_that_is_not_there_is_refused(
    laid: Laid, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    laid("flood")
    assert cli.main(["explain", asked, "--source", "gazete"]) == 2
    assert capsys.readouterr().err == "the corpus has no source `gazete` (did you mean 'gazette'?)\n"


def test_a_source_outside_the_scope_of_an_assertion_is_refused(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid("flood")
    path = folder / "assertions" / "repair.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    tags: [people]", "    sources: [herald]"), encoding="utf-8")
    assert cli.main(["explain", "mayor-resigned", "--source", "gazette"]) == 2
    assert capsys.readouterr().err == "mayor-resigned: gazette is outside its `sources` or `as_of`\n"


def test_what_is_no_text_in_a_claim_becomes_a_question_mark(
    laid: Laid, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    assert explained(capsys, "The baker\udcff \x1b[31mgave away bread.", 0).startswith(
        "claim: The baker? [31mgave away bread.\n"
    )


def test_a_project_without_assertions_is_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("flood")
    (folder / "assertions").rename(folder / "elsewhere")
    assert cli.main(["explain", "bread"]) == 2
    assert capsys.readouterr().err == "assertions: there is no assertion in this folder\n"
