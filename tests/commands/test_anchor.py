"""`factcheck anchor`: quotes that drifted are shown as a diff, and written where a person lets them be."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
STRIKE = "assertions/strike.yaml"
LONG = "The port authority of Oberholm paid for the meals of the waiting crews in the harbour"
MORE = f"""
  - id: meals-paid   # twice
    claim: The port authority paid for the meals of the crews.
    expect: supported
    evidence:
      - source: tribune
        quote: '{LONG}'   # of the strike
      - {{source: tribune, quote: "After nine days the dockers went home, and nobody had been hurt there"}}
"""
SAID = "After nine days the dockers went home, and nobody had been hurt there."


@pytest.fixture
def strike(laid: Laid) -> Path:
    """Lay a project with two long quotes more, which stand in their source; return its file."""
    folder = laid("strict")
    (folder / "factcheck.toml").write_text("strict = false\n", encoding="utf-8")
    edited(
        folder / "seeds" / "tribune.txt",
        "The port authority paid for the meals of the crews.",
        f"{LONG}. {SAID}",
    )
    file = folder / STRIKE
    file.write_text(file.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return file


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode("utf-8"))


def source(file: Path, old: str, new: str) -> None:
    """Change the source that the quotes stand in."""
    edited(file.parents[1] / "seeds" / "tribune.txt", old, new)


def anchored(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    """Run the command and return what it prints on standard output and on standard error."""
    assert cli.main(["anchor", *words]) == code
    out, err = capsys.readouterr()
    return out, err


def refused(capsys: pytest.CaptureFixture[str], file: Path, *words: str) -> str:
    """Run the command, which must exit 2 with one line and leave the file as it is; return the line."""
    before = file.read_bytes()
    out, err = anchored(capsys, *words, code=2)
    assert (out, err.count("\n")) == ("", 1)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    return err.rstrip("\n")


# Showing


def test_where_every_quote_stands_nothing_is_shown(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = strike.read_bytes()
    assert anchored(capsys) == ("", "4 quotes in 1 file: each stands in its source\n")
    assert anchored(capsys, "--write") == ("", "4 quotes in 1 file: each stands in its source\n")
    assert strike.read_bytes() == before


def test_drift_is_shown_as_a_diff_and_nothing_is_written(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_bytes()
    out, err = anchored(capsys, code=1)
    new = LONG.replace("waiting crews", "crews that waited")
    assert out == (
        "--- a/assertions/strike.yaml\n"
        "+++ b/assertions/strike.yaml\n"
        "@@ -25,5 +25,5 @@\n"
        "     expect: supported\n"
        "     evidence:\n"
        "       - source: tribune\n"
        f"-        quote: '{LONG}'   # of the strike\n"
        f"+        quote: '{new}'   # of the strike\n"
        '       - {source: tribune, quote: "After nine days the dockers went home, and nobody had been hurt '
        'there"}\n'
    )
    assert err == (
        "assertions/strike.yaml:28:16: meals-paid: drifted: tribune,\n"
        "  seeds/tribune.txt:4:1\n"
        "  words: “waiting” left out\n"
        "  words: “that waited” put in\n"
        "  to be written with --write\n"
        "4 quotes in 1 file: 1 drifted; to write: 1\n"
        "to do: the same with --write\n"
    )
    assert strike.read_bytes() == before


def test_a_known_weakness_stays_as_it_is_written(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weakness = "    known_weakness: {reason:  'Nobody  looks.' }   # told twice\n"
    edited(strike, "    expect: supported\n", f"    expect: supported\n{weakness}")
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_text(encoding="utf-8")
    anchored(capsys, "--write")
    after = strike.read_text(encoding="utf-8")
    assert after == before.replace("waiting crews", "crews that waited")
    assert after.count(weakness) == 3


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_git_applies_the_diff_to_what_write_would_write(
    strike: Path, capsys: pytest.CaptureFixture[str], line_end: str
) -> None:
    strike.write_bytes(b"\xef\xbb\xbf" + strike.read_bytes().replace(b"\n", line_end.encode()))
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_bytes()
    out, _ = anchored(capsys, code=1)
    anchored(capsys, "--write")
    after = strike.read_bytes()
    strike.write_bytes(before)
    root = strike.parents[1]
    subprocess.run(["git", "apply", "-"], cwd=root, input=out.encode(), check=True, capture_output=True)
    assert strike.read_bytes() == after != before


def test_what_has_no_one_place_is_listed_at_the_end_with_its_advice(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(strike, "Cranes stood still from the first hour on.", "The strike was long.")
    edited(strike, "The strike lasted nine days.}", "The strike}")
    source(strike, "waiting crews", "crews that waited")
    _, err = anchored(capsys, code=1)
    lines = err.splitlines()
    assert [line.split(": ")[1] for line in lines if line.startswith("assertions/")] == [
        "meals-paid",
        "quote-ambiguous",
        "quote-not-found",
    ]
    assert "(quote more words, or add `prefix`" in " ".join(err.split())
    assert "4 quotes in 1 file: 1 drifted, 1 not found, 1 ambiguous; to write: 1, left: 2" in lines


def test_a_text_that_is_not_here_is_told(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    laid("match")
    _, err = anchored(capsys)
    assert "not on this machine, so not compared: press-agency\n" in err


# Writing


def test_write_edits_the_quote_alone_and_says_what_became_of_its_assertion(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_text(encoding="utf-8")
    shown, _ = anchored(capsys, code=1)
    out, err = anchored(capsys, "--write")
    assert out == shown
    assert err.splitlines()[-3:] == [
        "4 quotes in 1 file: 1 drifted; written: 1",
        "meals-paid: passes: supported, judged",
        "then: pytest assertions",
    ]
    assert strike.read_text(encoding="utf-8") == before.replace("waiting crews", "crews that waited")
    assert anchored(capsys)[0] == ""


def test_a_critical_change_is_written_only_where_it_is_accepted(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(strike, "waiting crews", "crews that waited")
    source(strike, "had been hurt", "had not been hurt")
    before = strike.read_text(encoding="utf-8")
    half = before.replace("waiting crews", "crews that waited")
    _, err = anchored(capsys, "--write", code=1)
    assert "  negation: “not” put in\n" in err
    assert "  left: critical (negation); if the claim still holds, add --accept meals-paid\n" in err
    assert "1 drifted" not in err
    assert "2 drifted; written: 1, left: 1\n" in err
    assert strike.read_text(encoding="utf-8") == half
    out, err = anchored(capsys, "--accept", "meals-paid", code=1)
    assert '+      - {source: tribune, quote: "After nine days' in out
    assert strike.read_text(encoding="utf-8") == half
    anchored(capsys, "--write", "--accept", "meals-paid")
    assert strike.read_text(encoding="utf-8") == half.replace("had been hurt", "had not been hurt")


def test_an_assertion_that_fails_after_the_repair_is_told(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(
        strike,
        "   # of the strike",
        "\n        attested: {by: Ana Ruiz, on: 2025-06-02, reason: Read., of: sha256-0123456789ab}",
    )
    source(strike, "waiting crews", "crews that waited")
    _, err = anchored(capsys, "--write", code=1)
    lines = " ".join(err.split())
    assert "meals-paid: fails: stale-attestation (see `factcheck explain meals-paid`)" in lines
    assert (
        "meals-paid: stale-attestation: Ana Ruiz ruled on other words of tribune; read both again, then "
        "factcheck attest meals-paid tribune --stance supports --quote "
    ) in lines
    assert "--replace" in lines


def test_a_source_whose_digest_differs_is_named(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["source", "lock"]) == 0
    capsys.readouterr()
    source(strike, "waiting crews", "crews that waited")
    _, err = anchored(capsys, code=1)
    assert "source-changed: tribune: read what is new there, then `factcheck source lock`" in err


def test_a_pin_that_moved_is_brought_up_to_date(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(strike, "quote: Cranes stood still ", "span: [1, 19]\n        quote: Cranes stood still ")
    out, err = anchored(capsys, "--write")
    assert "-        span: [1, 19]\n+        span: [67, 85]\n" in out
    assert "cranes-idle: moved: tribune" in err
    assert "  span 1-19 → span 67-85\n  written\n" in err


def test_several_files_are_written_or_none_if_one_is_read_only(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = strike.parent / "zz.yaml"
    other.write_text("assertions:\n" + MORE.replace("meals-paid", "meals-too"), encoding="utf-8")
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_bytes()
    other.chmod(0o444)
    out, err = anchored(capsys, "--write", code=2)
    assert (out, err) == ("", "assertions/zz.yaml: this file is read-only, and stays as it is\n")
    assert strike.read_bytes() == before
    other.chmod(0o644)
    anchored(capsys, "--write")
    assert b"crews that waited" in strike.read_bytes()
    assert b"crews that waited" in other.read_bytes()


def test_only_the_files_that_are_named_are_touched(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = strike.parent / "deep" / "zz.yaml"
    other.parent.mkdir()
    other.write_text("assertions:\n" + MORE.replace("meals-paid", "meals-too"), encoding="utf-8")
    source(strike, "waiting crews", "crews that waited")
    before = strike.read_bytes()
    out, err = anchored(capsys, "assertions/deep", "--write")
    assert "strike.yaml" not in out + err
    assert strike.read_bytes() == before
    assert b"crews that waited" in other.read_bytes()


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_stops_the_writing_leaves_the_old_file(
    strike: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    def replace(_self: Path, _target: Path) -> Path:
        raise stop

    source(strike, "waiting crews", "crews that waited")
    before = strike.read_bytes()
    monkeypatch.setattr(Path, "replace", replace)
    code = 130 if isinstance(stop, KeyboardInterrupt) else 2
    _, err = anchored(capsys, "--write", code=code)
    assert err.count("\n") == 1
    assert strike.read_bytes() == before
    assert [path.name for path in strike.parent.iterdir()] == [strike.name]


# Refusals


@pytest.mark.parametrize("value", ["true", "1", "True", "yes"])
def test_nothing_is_written_in_ci(
    strike: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    source(strike, "waiting crews", "crews that waited")
    monkeypatch.setenv("CI", value)
    assert refused(capsys, strike, "--write") == (
        "--write changes files, and never in CI: run it where a person reads the diff"
    )
    assert "crews that waited" in anchored(capsys, code=1)[0]


@pytest.mark.parametrize("value", ["", "0", "false", "False"])
def test_a_variable_that_says_no_is_not_ci(
    strike: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CI", value)
    source(strike, "waiting crews", "crews that waited")
    anchored(capsys, "--write")
    assert b"crews that waited" in strike.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--accept", "meal-paid"),
            "--accept meal-paid: no assertion has this id (did you mean 'meals-paid'?)",
        ),
        (
            ("--write", "--accept", "no-deaths"),
            (
                "--accept no-deaths: there is no critical change in it "
                "(there are critical changes in meals-paid)"
            ),
        ),
        (("assertion",), "assertion: there is no such file (did you mean 'assertions'?)"),
        (
            ("assertions/strik.yaml",),
            "assertions/strik.yaml: there is no such file (did you mean 'assertions/strike.yaml'?)",
        ),
        (("xyz",), "xyz: there is no such file (they lie below assertions)"),
        (("seeds",), "seeds: no file of assertions of this project is there"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    strike: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    source(strike, "had been hurt", "had not been hurt")
    assert refused(capsys, strike, *words) == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  # nobody unloaded anything", "<<<<<<< HEAD\n  # nobody\n=======\n>>>>>>> other"),
        ("went home, and", "went\n<<<<<<< HEAD\nhome,\n=======\n>>>>>>> other\nand"),
    ],
    ids=["between the lines", "inside quotation marks"],
)
def test_merge_markers_are_told_in_one_line(
    strike: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    edited(strike, old, new)
    source(strike, "waiting crews", "crews that waited")
    said = refused(capsys, strike, "--write")
    assert "git has left two versions of these lines here" in said


def test_an_empty_file_is_told_in_one_line(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strike.write_text("", encoding="utf-8")
    assert refused(capsys, strike, "--write").startswith("assertions/strike.yaml:1:1: empty-file: ")


def test_a_repair_that_would_make_a_mistake_is_not_written(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two quotes with two stances drift to the same words: one of them has to go first."""
    text = MORE.replace("meals-paid", "both").replace("supported", "disputed")
    one = f"      - {{source: tribune, stance: supports, quote: {LONG}}}\n"
    other = one.replace("supports", "contradicts").replace("waiting", "hungry")
    head = text.partition("      - source")[0]
    strike.write_text(f"assertions:\n{head}{one}{other}", encoding="utf-8")
    assert "contradictory-declaration" in refused(capsys, strike, "--write")
