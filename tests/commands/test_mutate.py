"""`factcheck mutate`: what it tries, what it tells, and that an interrupted run goes on where it was."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from pytest_factcheck import cli, schema
from pytest_factcheck.commands import mutate
from pytest_factcheck.reports.tables import columns

if TYPE_CHECKING:
    from conftest import Trier

Laid = Callable[[str], Path]
Capsys = pytest.CaptureFixture[str]
FERRY, KIOSK = "assertions/ferry.yaml", "assertions/press/kiosk.yaml"
IN_FERRY = ["crossing-lasted", "ferry-left", "no-fire"]
IN_KIOSK = ["kiosk-opened", "coffee-free", "seagulls-fed"]
EVERY = [*IN_FERRY, *IN_KIOSK]


@pytest.fixture
def ferry(laid: Laid) -> Path:
    """Lay out the project and return its folder, which is the current one."""
    return laid("mutation")


def told(capsys: Capsys, *words: str, code: int = 0) -> str:
    """Run the command, which has nothing to complain of, and return what it prints."""
    capsys.readouterr()
    assert cli.main(["mutate", *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capsys, *words: str) -> list[str]:
    """Run the command, which must exit 2 and print nothing; return the lines on standard error."""
    capsys.readouterr()
    try:
        code = cli.main(["mutate", *words])
    except SystemExit as error:
        code = int(error.code or 0)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    return err.splitlines()


def report(capsys: Capsys, *words: str, code: int = 0) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(told(capsys, "--format=json", *words, code=code))
    jsonschema.Draft202012Validator(json.loads(schema.schema_text("mutation"))).validate(data)
    return data


def rows(capsys: Capsys, *words: str) -> dict[str, dict[str, Any]]:
    """Return the row of each assertion that was chosen by its id."""
    return {row["id"]: row for row in report(capsys, *words)["assertions"]}


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# What is told


def test_every_assertion_has_its_row_in_the_order_of_the_files(ferry: Path, capsys: Capsys) -> None:
    found = rows(capsys)
    assert list(found) == EVERY
    assert (found["no-fire"]["path"], found["no-fire"]["line"], found["no-fire"]["column"]) == (FERRY, 21, 5)


def test_a_wrong_value_that_a_judge_compares_is_killed_by_meaning(ferry: Path, capsys: Capsys) -> None:
    row = rows(capsys, "crossing-lasted")["crossing-lasted"]
    assert row["mutants"] == row["killed"] > 0
    assert row["unnoticed"] == []


def test_an_assertion_that_names_its_sources_is_shown_no_copy(ferry: Path, capsys: Capsys) -> None:
    row = rows(capsys, "crossing-lasted")["crossing-lasted"]
    assert "copy" not in {each["place"] for each in row["operators"]}


def test_a_survivor_is_shown_with_its_change_the_reason_and_what_to_do(ferry: Path, capsys: Capsys) -> None:
    lines = told(capsys, "ferry-left").splitlines()
    at = lines.index("  + The ferry left the harbour on 5 May 2020.")
    assert lines[at - 2 : at] == ["  survived: claim: day", "  - The ferry left the harbour on 4 May 2020."]
    assert lines[at + 1].startswith("    why: ")
    assert any(line.startswith("    to do: ") for line in lines[at + 2 : at + 4])
    assert any(line.startswith(f"{FERRY}:13:5: ferry-left: 0 of ") for line in lines)


def test_what_only_a_text_would_tell_and_who_notices_all_is_shown_with_v(ferry: Path, capsys: Capsys) -> None:
    short, long = told(capsys), told(capsys, "-v")
    for words in ("  by text: sentence: day, courier\n", "\ncrossing-lasted  100 %"):
        assert (words in short, words in long) == (False, True)
    assert "by text only (sentence: day" in short


def test_what_fails_or_is_skipped_is_not_tried_and_the_reason_told(ferry: Path, capsys: Capsys) -> None:
    lines = told(capsys).splitlines()
    assert "not tried, because it does not pass as it is: quote-not-found: coffee-free" in lines
    assert "not tried, because the text of agency is not on this machine: seagulls-fed" in lines
    found = rows(capsys)
    assert [name for name, row in found.items() if row["why_not_tried"]] == ["coffee-free", "seagulls-fed"]
    assert found["coffee-free"]["mutants"] == found["seagulls-fed"]["mutants"] == 0


def test_a_weakness_that_is_known_is_told_and_excused(ferry: Path, capsys: Capsys) -> None:
    assert "known to be weak: kiosk-opened: No judge reads openings." in told(capsys).splitlines()
    totals = report(capsys)["totals"]
    assert (totals["weak"], totals["excused"]) == (1, 1)
    edited(ferry / KIOSK, "    known_weakness: {reason: No judge reads openings.}\n", "")
    totals = report(capsys)["totals"]
    assert (totals["weak"], totals["excused"]) == (2, 0)


def test_the_last_line_sums_up(ferry: Path, capsys: Capsys) -> None:
    totals = report(capsys, "crossing-lasted")["totals"]
    line = " ".join(told(capsys, "crossing-lasted").split("\n\n")[-1].split())
    assert line == (
        f"assertions: 1, mutants: {totals['mutants']}, killed by meaning: {totals['mutants']} (100.0 %), "
        "by text only: 0, survived: 0; below 60 %: 0"
    )


def test_markdown_is_a_section_for_a_pull_request(ferry: Path, capsys: Capsys) -> None:
    out = told(capsys, "--format=markdown")
    assert [line for line in out.splitlines() if line.startswith("#")] == [
        "## Mutation",
        "### By change",
        "### Assertions with mutants that no judge noticed",
        "### Survivors",
    ]


@pytest.mark.usefixtures("ferry", "trier")
def test_json_says_how_it_was_asked(capsys: Capsys) -> None:
    data = report(capsys, "--seed=7", "--max-per-assertion=5", "--judges=verbatim")
    asked = {name: data[name] for name in ("format", "seed", "most", "judges", "corpus")}
    assert asked == {"format": 1, "seed": 7, "most": 5, "judges": ["verbatim"], "corpus": "seeds"}
    assert report(capsys)["most"] is None


# Which


@pytest.mark.usefixtures("ferry", "trier")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("no-fire",), ["no-fire"]),
        (("no-fire", "crossing-lasted", "no-fire"), ["crossing-lasted", "no-fire"]),
        ((KIOSK,), IN_KIOSK),
        ((f"./assertions/../{KIOSK}",), IN_KIOSK),
        (("assertions/press",), IN_KIOSK),
        (("assertions",), EVERY),
        ((".",), EVERY),
        ((KIOSK, "ferry-left", "kiosk-opened"), ["ferry-left", *IN_KIOSK]),
        (("--tag=harbour",), ["ferry-left"]),
        (("--tag", "harbour", "--tag", "duration"), ["crossing-lasted", "ferry-left"]),
        ((FERRY, "--tag=duration"), ["crossing-lasted"]),
    ],
)
def test_assertions_are_chosen_by_id_file_folder_and_tag(
    capsys: Capsys, trier: Trier, words: tuple[str, ...], expected: list[str]
) -> None:
    assert [*rows(capsys, *words)] == trier.tried == expected


@pytest.mark.usefixtures("trier")
def test_paths_count_from_the_current_folder(
    ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ferry / "assertions" / "press")
    assert [*rows(capsys, "kiosk.yaml")] == [*rows(capsys, str(ferry / KIOSK))] == IN_KIOSK
    assert [*rows(capsys, "..")] == [*rows(capsys)] == EVERY
    assert rows(capsys, "../ferry.yaml")["no-fire"]["path"] == FERRY


@pytest.mark.usefixtures("ferry", "trier")
@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("no-fir",), "no assertion has the id `no-fir`, and no file this name (did you mean 'no-fire'?)"),
        (
            ("bakery",),
            (
                "no assertion has the id `bakery`, and no file this name "
                "(there are 6; `pytest --collect-only -q` lists them)"
            ),
        ),
        (
            ("assertions/fery.yaml",),
            "assertions/fery.yaml: there is no such file (did you mean 'assertions/ferry.yaml'?)",
        ),
        (("other/x.yaml",), "other/x.yaml: there is no such file (they lie below assertions)"),
        (("seeds",), "seeds: no file of assertions of this project is there"),
        (("",), "an empty name is no file (leave it out for all of them)"),
        (
            ("--tag=harbor",),
            "--tag harbor: no assertion that was chosen has this tag (did you mean 'harbour'?)",
        ),
        (
            ("--tag=fish",),
            "--tag fish: no assertion that was chosen has this tag (there are duration, harbour)",
        ),
        (
            ("no-fire", "--tag=harbour"),
            "--tag harbour: no assertion that was chosen has this tag (there are none)",
        ),
        (("--changed-since=",), "--changed-since names nothing: give a branch, a tag or a commit"),
        (("--judges=nobody",), "there is no judge 'nobody'; there are 'slots', 'verbatim', 'language'"),
        (("--judges=,",), "--judges: name at least one judge, or leave the option out"),
    ],
)
def test_what_is_not_there_is_told_in_one_line_with_a_hint(
    capsys: Capsys, words: tuple[str, ...], line: str
) -> None:
    assert refused(capsys, *words) == [line]


def test_from_another_folder_the_hint_is_a_path_that_can_be_typed_there(
    ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ferry / "seeds")
    assert refused(capsys, FERRY) == [
        f"{FERRY}: there is no such file (did you mean '../assertions/ferry.yaml'?)"
    ]
    assert refused(capsys, "x.yaml") == ["x.yaml: there is no such file (they lie below ../assertions)"]


@pytest.mark.usefixtures("ferry", "trier")
@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("--max-per-assertion=0", "'0' is no number of mutants: give 1 or more"),
        ("--max-per-assertion=-1", "'-1' is no number of mutants: give 1 or more"),
        ("--max-per-assertion=²", "'²' is no number of mutants: give 1 or more"),
        ("--max-per-assertion=many", "'many' is no number of mutants: give 1 or more"),
        ("--seed=x", "invalid int value: 'x'"),
        ("--fail-under=101", "'101' is no percentage: give a number from 0 to 100"),
        ("--fail-under=-1", "'-1' is no percentage: give a number from 0 to 100"),
        ("--fail-under=nan", "'nan' is no percentage: give a number from 0 to 100"),
        ("--fail-under=80%", "'80%' is no percentage: give a number from 0 to 100"),
        ("--format=html", "invalid choice: 'html' (choose from 'text', 'markdown', 'json')"),
        ("--changed-since", "expected one argument"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_in_one_line(capsys: Capsys, words: str, what: str) -> None:
    option = words.partition("=")[0]
    assert refused(capsys, words) == [
        f"factcheck mutate: argument {option}: {what} (see `factcheck mutate --help`)"
    ]


# How many, how strict


def test_a_seed_draws_the_same_mutants_and_another_seed_others(ferry: Path, capsys: Capsys) -> None:
    def drawn(seed: int) -> str:
        shutil.rmtree(ferry / ".factcheck", ignore_errors=True)
        return told(capsys, "ferry-left", "--max-per-assertion=3", f"--seed={seed}", "--format=json")

    first = drawn(0)
    assert drawn(0) == first
    (row,) = json.loads(first)["assertions"]
    assert row["mutants"] == 3
    others = [json.loads(drawn(seed))["assertions"] for seed in (1, -2, 3)]
    assert any(other != [row] for other in others)


def test_where_nothing_could_be_tried_nothing_is_too_few(ferry: Path, capsys: Capsys) -> None:
    assert told(capsys, "coffee-free", "--fail-under=100").endswith("\nmutants: none\n")


@pytest.mark.usefixtures("ferry", "trier")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ferry-left", "--fail-under=0"), 0),
        (("ferry-left", "--fail-under=0.1"), 1),
        (("crossing-lasted", "--fail-under=100"), 0),
        (("crossing-lasted", "ferry-left", "--fail-under=50"), 0),
        (("crossing-lasted", "ferry-left", "--fail-under=50.1"), 1),
        (("ferry-left",), 0),
    ],
)
def test_the_code_is_1_where_too_few_of_all_mutants_are_noticed(
    capsys: Capsys, words: tuple[str, ...], code: int
) -> None:
    for form in ("text", "markdown", "json"):
        told(capsys, *words, f"--format={form}", code=code)


def test_other_judges_notice_other_mutants(ferry: Path, capsys: Capsys) -> None:
    row = rows(capsys, "crossing-lasted", "--judges=verbatim")["crossing-lasted"]
    assert row["killed"] < row["mutants"]


# Bytes


def test_the_same_is_told_twice_whether_it_was_tried_or_kept(ferry: Path, capsys: Capsys) -> None:
    for words in (("-v",), ("--format=json",), ("--format=markdown",)):
        first = told(capsys, *words)
        assert told(capsys, *words) == first
        shutil.rmtree(ferry / ".factcheck")
        assert told(capsys, *words) == first


def test_no_hash_order_makes_a_result_another(
    ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("ferry-left", "no-fire", "-v")
    out = told(capsys, *words)
    kept = (ferry / ".factcheck" / mutate.KEPT).read_bytes()
    shutil.rmtree(ferry / ".factcheck")
    monkeypatch.setenv("PYTHONHASHSEED", "1")  # that of this process is drawn, or 0
    command = (sys.executable, "-m", "pytest_factcheck.cli", "mutate", *words)
    done = subprocess.run(command, capture_output=True, check=True, cwd=ferry)
    assert (done.stdout.decode("utf-8"), done.stderr) == (out, b"")
    assert (ferry / ".factcheck" / mutate.KEPT).read_bytes() == kept  # with a mark of all that it rests on


@pytest.mark.usefixtures("ferry", "trier")
@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"])
def test_there_is_no_colour_to_switch_off(
    capsys: Capsys, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    plain = told(capsys)
    monkeypatch.setenv(variable, "1")
    assert told(capsys) == plain
    assert "\x1b" not in plain


def test_no_line_is_wider_than_the_terminal(
    ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ferry / "assertions" / "press" / "of-the-summer").mkdir()
    (ferry / KIOSK).rename(ferry / "assertions/press/of-the-summer/kiosk-of-the-captain.yaml")
    edited(ferry / FERRY, "id: ferry-left", "id: ferry-left-the-harbour-on-a-day-in-may-with-many-seagulls")
    edited(ferry / FERRY, "4 May 2020.\n    expect", "4 May 2020 第二轮谈判 after noon.\n    expect")
    for width in (72, 80, 100):
        monkeypatch.setenv("COLUMNS", str(width))
        for words in ((), ("-v",), ("no-fire",)):
            assert max(map(columns, told(capsys, *words).splitlines())) <= width


def test_a_narrow_terminal_folds_the_sentences(
    ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = told(capsys, "ferry-left")
    story = out[out.index(FERRY) :]
    assert max(map(len, story.splitlines())) <= 40


HOSTILE = (
    "The <script>x()</script> | `ferry` ##[stop-commands]y ::error::z left \u202efo\u202c *on* 4 May 2020."
)


@pytest.fixture
def hostile(ferry: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put words into the project that a terminal, a browser or GitHub would act on."""
    (ferry / "seeds" / "courier.txt").write_text(f"{HOSTILE} \x1b[31m\x9b31m\n", encoding="utf-8")
    for _ in range(2):
        edited(ferry / FERRY, "The ferry left the harbour on 4 May 2020.", json.dumps(HOSTILE))
    return ferry


@pytest.mark.usefixtures("hostile")
def test_hostile_words_do_nothing_to_a_terminal(capsys: Capsys) -> None:
    out = told(capsys, "-v")
    assert "survived: claim: day" in out
    assert [letter for letter in out if not letter.isprintable() and letter != "\n"] == []


@pytest.mark.usefixtures("hostile")
def test_hostile_words_are_no_markup(capsys: Capsys) -> None:
    out = told(capsys, "--format=markdown")
    assert r"\<script\>x()\</script\> \| \`ferry\`" in out
    assert [letter for letter in out if not letter.isprintable() and letter != "\n"] == []
    assert re.findall(r"(?<!\\)[<>`]", out) == []
    table = [line for line in out.splitlines() if line.startswith("| ferry-left") and "claim:" in line]
    assert table
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {7}


@pytest.mark.usefixtures("hostile")
def test_hostile_words_give_github_no_orders(capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for width in range(60, 80):  # the words begin a line in some of them
        monkeypatch.setenv("COLUMNS", str(width))
        lines = told(capsys, "ferry-left").splitlines()
        assert [line for line in lines if line.lstrip().startswith("::") or "##[" in line] == []


@pytest.mark.usefixtures("hostile")
def test_json_has_the_words_as_they_are(capsys: Capsys) -> None:
    assert rows(capsys, "ferry-left")["ferry-left"]["claim"] == HOSTILE


# Files that cannot be used


def test_mistakes_are_told_at_their_places_all_at_once(laid: Laid, capsys: Capsys) -> None:
    laid("mistakes")
    lines = refused(capsys)
    assert "assertions/a-broken.yaml:3:5: missing-key: `expect` is missing from this assertion" in lines
    assert any(line.startswith("assertions/d-reserved.yaml:3:5: bad-value: ") for line in lines)
    assert all(re.match(r"assertions/[a-d]-\w+\.yaml:\d+:\d+: ", line) for line in lines)
    assert refused(capsys, "an-id-that-may-be-among-them") == lines


@pytest.mark.usefixtures("trier")
def test_mistakes_of_files_that_were_not_chosen_are_not_in_the_way(laid: Laid, capsys: Capsys) -> None:
    laid("mistakes")
    assert [*rows(capsys, "assertions/b-healthy.yaml")] == ["bread"]
    assert all("a-broken" in line for line in refused(capsys, "assertions/a-broken.yaml"))


def test_without_a_project_there_is_one_line(pytester: pytest.Pytester, capsys: Capsys) -> None:
    (line,) = refused(capsys)
    assert line.startswith("no project here: ")
    assert line.endswith("(try `factcheck init`)")
    assert list(pytester.path.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("some-id",), ("--fail-under=80",), ("--tag=some",)])
def test_a_project_without_assertions_is_never_well(
    ferry: Path, capsys: Capsys, words: tuple[str, ...]
) -> None:
    shutil.rmtree(ferry / "assertions")
    assert refused(capsys, *words) == ["assertions: there is no assertion in this folder"]


def test_a_source_that_is_missing_is_told_at_its_place(ferry: Path, capsys: Capsys) -> None:
    (ferry / "seeds" / "courier.txt").unlink()
    (line,) = refused(capsys)
    assert line.startswith("seeds/corpus.yaml:4:10: missing-file: source `courier`: ")


@pytest.mark.parametrize("name", ["seeds/courier.txt", FERRY])
def test_a_file_that_is_no_utf_8_is_told_at_its_place(ferry: Path, capsys: Capsys, name: str) -> None:
    (ferry / name).write_bytes(b"topic: \xff\n")
    assert refused(capsys) == [
        f"{name}:1:8: invalid-utf8: the byte 0xFF here is not UTF-8 (save the file as UTF-8)"
    ]


# Going on


def left(capsys: Capsys, trier: Trier, at: str) -> list[str]:
    """Run the command until a person leaves it; return who was tried."""
    trier.leaving_at = at
    assert cli.main(["mutate"]) == 130
    out, err = capsys.readouterr()
    assert (out, err) == ("", "interrupted; no file was left half-written\n")
    trier.leaving_at = ""
    return trier.since()


@pytest.mark.usefixtures("ferry")
def test_an_interrupted_run_goes_on_where_it_was(capsys: Capsys, trier: Trier) -> None:
    assert left(capsys, trier, at="kiosk-opened") == IN_FERRY
    assert left(capsys, trier, at="seagulls-fed") == ["kiosk-opened", "coffee-free"]
    assert [*rows(capsys)] == EVERY
    assert trier.since() == ["seagulls-fed"]
    told(capsys)
    assert trier.since() == []


def test_an_interrupted_run_tells_in_the_end_what_one_run_would_have_told(
    ferry: Path, capsys: Capsys, trier: Trier
) -> None:
    left(capsys, trier, at="no-fire")
    resumed = told(capsys, "-v")
    shutil.rmtree(ferry / ".factcheck")
    assert told(capsys, "-v") == resumed


PUBLISHED = "courier.txt, published: 2020-05-05,"


@pytest.mark.parametrize(
    ("edit", "again"),
    [
        ((FERRY, "claim: The ferry left", "claim: The old ferry left"), ["ferry-left"]),
        ((FERRY, "    tags: [harbour]\n", ""), ["ferry-left"]),
        ((FERRY, "id: ferry-left", "id: the-ferry-left"), ["the-ferry-left"]),
        ((KIOSK, "No judge reads openings.", "None."), ["kiosk-opened"]),
        ((FERRY, "topic: The ferry", "# A note.\n\ntopic: Ships"), []),
        (("seeds/courier.txt", "Seagulls", "Gulls"), EVERY),
        (("seeds/corpus.yaml", "courier.txt,", PUBLISHED), ["ferry-left", "no-fire", "seagulls-fed"]),
        (("seeds/corpus.yaml", "title: The ferry to Oberholm\n", ""), []),
        (("factcheck.toml", '"slots", ', ""), EVERY),
        (("factcheck.toml", "judges", "strict = true\njudges"), EVERY),
    ],
    ids=[
        "claim", "tags", "id", "known weakness", "lines that moved", "text of a source", "manifest", "title",
        "judges", "strict",
    ],
)  # fmt: skip
def test_what_rests_on_something_else_is_tried_again_and_nothing_more(
    ferry: Path, capsys: Capsys, trier: Trier, edit: tuple[str, str, str], again: list[str]
) -> None:
    told(capsys)
    assert trier.since() == EVERY
    file, old, new = edit
    edited(ferry / file, old, new)
    told(capsys)
    assert trier.since() == again


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("words", ["--seed=1", "--max-per-assertion=2", "--judges=verbatim"])
def test_what_is_asked_otherwise_is_tried_again_and_the_way_back_is_not(
    capsys: Capsys, trier: Trier, words: str
) -> None:
    told(capsys)
    trier.since()
    told(capsys, words)
    assert trier.since() == EVERY
    for each in ((), (words,), ("--fail-under=0",), ("--format=json",), ("-v",)):
        told(capsys, *each)
    assert trier.since() == []


@pytest.mark.usefixtures("ferry")
def test_another_version_of_the_program_tries_everything_again(
    capsys: Capsys, trier: Trier, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys)
    trier.since()
    monkeypatch.setattr(mutate, "code_digest", lambda: "of another version")
    told(capsys)
    assert trier.since() == EVERY


@pytest.mark.usefixtures("ferry")
def test_a_run_on_a_few_keeps_what_is_known_of_the_others(capsys: Capsys, trier: Trier) -> None:
    told(capsys)
    told(capsys, "no-fire", "--seed=3")
    told(capsys, "--tag=harbour")
    trier.since()
    told(capsys)
    assert trier.since() == []


def test_a_mistake_in_a_file_loses_nothing_of_what_was_kept(
    ferry: Path, capsys: Capsys, trier: Trier
) -> None:
    told(capsys)
    edited(ferry / KIOSK, "expect: supported", "expct: supported")
    told(capsys, FERRY)
    trier.since()
    edited(ferry / KIOSK, "expct: supported", "expect: supported")
    told(capsys)
    assert trier.since() == []


def test_a_place_is_where_the_assertion_stands_now(ferry: Path, capsys: Capsys, trier: Trier) -> None:
    told(capsys)
    edited(ferry / FERRY, "topic:", "# A note.\ntopic:")
    (ferry / FERRY).rename(ferry / "assertions" / "ships.yaml")
    trier.since()
    row = rows(capsys, "no-fire")["no-fire"]
    assert (row["path"], row["line"], row["column"]) == ("assertions/ships.yaml", 22, 5)
    assert trier.since() == []


def test_what_is_gone_is_kept_no_longer(ferry: Path, capsys: Capsys, trier: Trier) -> None:
    told(capsys)
    (ferry / KIOSK).unlink()
    told(capsys, "no-fire")
    kept = (ferry / ".factcheck" / mutate.KEPT).read_text(encoding="ascii")
    assert [name for name in EVERY if f'"{name}"' in kept] == IN_FERRY


def test_a_damaged_file_is_no_error_and_its_results_are_tried_again(
    ferry: Path, capsys: Capsys, trier: Trier
) -> None:
    first = told(capsys)
    trier.since()
    file = ferry / ".factcheck" / mutate.KEPT
    crossing, ferry_left, *others = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([crossing, ferry_left[:-40], *others[1:]]))
    assert told(capsys) == first
    assert trier.since() == ["ferry-left", "no-fire", "kiosk-opened"]


def test_where_nothing_can_be_kept_the_run_is_the_same_and_says_so_once(
    ferry: Path, capsys: Capsys, trier: Trier
) -> None:
    first = told(capsys)
    shutil.rmtree(ferry / ".factcheck")
    (ferry / ".factcheck").write_text("mine\n", encoding="utf-8")
    for _ in range(2):
        assert cli.main(["mutate"]) == 0
        assert capsys.readouterr() == (
            first,
            "nothing is kept for the next run: .factcheck/mutation.kept: File exists\n",
        )


def test_a_person_who_waits_sees_a_bar_that_goes_when_the_work_is_done(
    ferry: Path, capsys: Capsys, trier: Trier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("pytest_factcheck.progress.PATIENCE", 0.0)
    monkeypatch.setattr("pytest_factcheck.progress.EVERY", 0.0)
    assert cli.main(["mutate"]) == 0
    shown = capsys.readouterr().err.split("\r")
    assert shown[4] == "[###############---------------] 3 of 6 assertions"
    assert shown[-2:] == [" " * 50, ""]
