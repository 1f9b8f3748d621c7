"""The command as a whole: help, exit codes, and refusals in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli
from pytest_factcheck.commands.source import show

Laid = Callable[[str], Path]
HARNESS = Path(cli.__file__).parent.parent
COMMANDS = [*([name] for name in cli.COMMANDS), ["source", "lock"], ["source", "show"]]


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run the command, which must exit 2 with one line, and return that line."""
    code: object
    try:
        code = cli.main(words)
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    assert code == 2
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err.rstrip("\n")


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as end:
        cli.main([*words, "--help"])
    assert end.value.code == 0
    return capsys.readouterr().out


def test_the_help_names_every_command_and_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    text = helped(capsys)
    for word in (
        "init",
        "explain",
        "lint",
        "probe",
        "schema",
        "source",
        "pytest",
        "0 all is well",
        "1 problems",
        "2 bad usage",
    ):
        assert word in text


def test_every_module_that_adds_a_command_is_one() -> None:
    folder = Path(cli.__file__).parent / "commands"
    modules = [*folder.glob("*.py"), *folder.glob("*/__init__.py")]
    adding = [path for path in modules if "\ndef add(groups:" in path.read_text(encoding="utf-8")]
    names = [path.parent.name if path.stem == "__init__" else path.stem for path in adding]
    assert sorted(names) == sorted(cli.COMMANDS)


def test_a_command_that_is_named_is_read_alone_and_the_help_knows_all() -> None:
    def choices(*named: str) -> list[str]:
        groups = next(action for action in cli.parser(named)._actions if action.dest == "==SUPPRESS==")
        return list(groups.choices or ())

    assert choices("lint") == ["lint"]
    assert choices() == choices("lnit") == choices("--help") == list(cli.COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_of_a_command_says_what_it_does(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    text = helped(capsys, *command)
    assert text.startswith(f"usage: factcheck {' '.join(command)} ")
    assert len(text.splitlines()) >= 6
    assert max(map(len, text.splitlines())) <= 80


def test_the_help_of_probe_names_every_key_of_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    text = helped(capsys, "probe")
    for key in ("id", "source", "file", "stance", "score", "decided_by", "evidence", "reasons"):
        assert f"\n  {key} " in text


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("factcheck ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "factcheck: the following arguments are required: COMMAND"),
        (["porbe"], "invalid choice: 'porbe'"),
        (["explain"], "factcheck explain: the following arguments are required: CLAIM|ID"),
        (["explain", "x", "--judge-all"], "unrecognized arguments: --judge-all"),
        (["source"], "factcheck source: the following arguments are required: ACTION"),
        (["probe"], "give one CLAIM, or a file of them with --claims"),
        (["probe", "It rained.", "--claims", "x.jsonl"], "give one CLAIM, or a file of them with --claims"),
        (["probe", " "], "the claim is empty"),
        (["probe", "It rained.", "--judges", ","], "--judges: name at least one judge"),
        (["probe", "It rained.", "--judges", "verbatin"], "did you mean 'verbatim'?"),
        (["probe", "It rained.", "--corpus", "no-such-folder"], "no-such-folder: "),
        (["probe", "It rained.", "--corpus", "factcheck.toml"], "factcheck.toml: "),
        (
            ["probe", "It rained.", "--corpus", "assertions"],
            "assertions: no corpus.yaml and no .txt or .md file",
        ),
        (["probe", "It rained.", "--output", "seeds"], "seeds: this is a folder; name a file"),
        (
            ["probe", "It rained.", "--output", "factcheck.toml/x"],
            "factcheck.toml/x: no file can be written there",
        ),
        (["probe", "--claims", "no-such-file"], "no-such-file: No such file or directory"),
        (["explain", "repair-costs"], "no assertion has the id `repair-costs` (did you mean 'repair-cost'?)"),
        (
            ["explain", "xyz"],
            "no assertion has the id `xyz` (there are 5; `pytest --collect-only -q` lists them)",
        ),
        (["explain", "repair-cost", "--judges", "x"], "x"),
        (["source", "show", "heral"], "no source has the id `heral` (did you mean 'herald'?)"),
        (["source", "show", "xyz"], "no source has the id `xyz` (known are herald, courier, gazette)"),
    ],
)
def test_bad_usage_is_one_line_that_helps(
    laid: Laid, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    laid("flood")
    assert said in refused(capsys, *words)


@pytest.mark.parametrize(
    "words", [["explain", "x"], ["source", "lock"], ["source", "show", "x"], ["probe", "It rained."]]
)
@pytest.mark.usefixtures("pytester")
def test_without_a_project_a_command_says_so(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert refused(capsys, *words).startswith("no project here")


@pytest.mark.parametrize("words", [["explain", "repair-cost"], ["source", "lock"], ["probe", "It rained."]])
def test_a_text_that_is_not_utf8_is_told_at_its_place(
    laid: Laid, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (laid("flood") / "seeds" / "courier.txt").write_bytes(b"Lower Marren\nunder w\xe4ter\n")
    assert refused(capsys, *words).startswith("seeds/courier.txt:2:8: invalid-utf8: the byte 0xE4")


@pytest.mark.parametrize("words", [["explain", "repair-cost"], ["source", "lock"], ["probe", "It rained."]])
def test_a_broken_manifest_is_told_at_its_place(
    laid: Laid, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    manifest = laid("flood") / "seeds" / "corpus.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("title: River", "titel: River"), encoding="utf-8"
    )
    assert refused(capsys, *words).startswith("seeds/corpus.yaml:5:5: unknown-key: ")


def test_a_corpus_folder_that_is_not_there_is_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid("flood")
    (folder / "seeds").rename(folder / "texts")
    assert refused(capsys, "source", "show", "herald").startswith("seeds: there is no such corpus folder")


def test_every_mistake_in_the_assertions_is_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each, as `pytest` shows them; only a wrong word on the command line is a single line."""
    laid("mistakes")
    assert cli.main(["explain", "schools"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "assertions/a-broken.yaml:3:5",
        "assertions/a-broken.yaml:5:5",
        "assertions/a-broken.yaml:7:18",
        "assertions/a-broken.yaml:10:13",
        "assertions/c-twice.yaml:3:9",
        "assertions/d-reserved.yaml:3:5",
    ]


def command(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(HARNESS), "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-m", "pytest_factcheck.cli", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_goes_away_is_no_error(laid: Laid) -> None:
    """What `factcheck source show herald | head -1` does."""
    with command(laid("flood"), "source", "show", "herald") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_an_output_that_was_closed_is_no_error(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `factcheck source show herald >&-` does."""
    laid("flood")
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["source", "show", "herald"]) == 0
    assert capsys.readouterr().err == ""


def test_output_is_utf8_whatever_the_terminal_says(laid: Laid) -> None:
    with command(laid("flood"), "source", "show", "herald") as running:
        out, err = running.communicate()
    assert err == b""
    assert "⟦Fire crews evacuated 240 residents.⟧" in out.decode("utf-8")


def test_an_interrupted_command_ends_without_a_traceback(
    laid: Laid, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    laid("flood")
    monkeypatch.setattr(show, "marked", interrupted)
    assert cli.main(["source", "show", "herald"]) == 130
    assert capsys.readouterr().err == "interrupted; no file was left half-written\n"


def test_an_option_with_two_hyphens_for_a_value_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Python 3.11 would make an empty list of it."""
    with pytest.raises(SystemExit) as end:
        cli.main(["diff", "--base=--"])
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("factcheck: argument --base: expected a value")


def test_an_interrupt_while_a_command_is_read_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "import_module", interrupted)
    assert cli.main(["lint"]) == 130
    assert capsys.readouterr().err == "interrupted; no file was left half-written\n"
