"""`factcheck attest`: rulings that are signed, refused and listed, and what `strict` demands of them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from pytest_factcheck import cli
from pytest_factcheck.assertions import Assertion, fingerprint, read
from pytest_factcheck.textfile import decode

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]
SIGNED = ("--by", "Ana Ruiz", "--reason", "Read in full.", "--on", "2025-06-02")
IDLE = ("cranes-idle", "tribune", "--stance", "supports")
GUESS = ("strike-nine-days", "bulletin", "--stance", "silent", "--quote", "may have lasted nine days")
NOBODY = ("no-deaths", "tribune", "--stance", "silent", "--quote", "The strike lasted nine days.")


@pytest.fixture
def strike(laid: Laid) -> Path:
    """Lay the project whose audit is strict, and return its one file of assertions."""
    return laid("strict") / "assertions" / "strike.yaml"


def attested(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Run the command and return what it prints."""
    assert cli.main(["attest", *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], file: Path, *words: str) -> str:
    """Run the command, which must exit 2 with one line and leave the file as it is; return the line."""
    before = file.read_bytes()
    try:
        code: object = cli.main(["attest", *words])
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    return err.rstrip("\n")


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def assertion(file: Path, name: str) -> Assertion:
    found = read(decode(file.read_bytes(), file.name), file.name)
    assert found.problems == ()
    return next(each for each in found.assertions if each.id == name)


# Signing


def test_a_ruling_is_written_below_the_quote_that_it_is_about(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = strike.read_text(encoding="utf-8")
    out = attested(capsys, *IDLE, *SIGNED)
    assert out == (
        "written: assertions/strike.yaml:16:9\ncranes-idle: passes: supported, on a signed ruling\n"
    )
    mark = fingerprint("The cranes of the harbour did not work during the strike.", ("Cranes stood still",))
    quoted = "        quote: Cranes stood still   # from the first hour\n"
    assert strike.read_text(encoding="utf-8") == before.replace(
        quoted,
        f"{quoted}        attested:\n          by: Ana Ruiz\n          on: 2025-06-02\n"
        f"          reason: Read in full.\n          of: {mark}\n",
    )


def test_a_known_weakness_stays_as_it_is_written(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weakness = "    known_weakness: {reason:  'Nobody  looks.' }   # told twice\n"
    edited(strike, "    slots:\n", f"{weakness}    slots:\n")
    edited(strike, "Cranes stood still   # from the first hour\n", f"Cranes stood still\n{weakness}")
    attested(capsys, *IDLE, *SIGNED)
    mark = fingerprint("The cranes of the harbour did not work during the strike.", ("Cranes stood still",))
    text = strike.read_text(encoding="utf-8")
    assert text.count(weakness) == 2
    assert f"          of: {mark}\n{weakness}" in text
    assert assertion(strike, "cranes-idle").known_weakness == "Nobody  looks."


def test_silent_words_become_evidence_with_their_ruling(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = strike.read_text(encoding="utf-8")
    out = attested(capsys, *GUESS, *SIGNED)
    assert out.endswith("\nstrike-nine-days: passes: supported, judged\n")
    mark = fingerprint("The strike lasted nine days.", ("may have lasted nine days",))
    quoted = "      - {source: tribune, quote: The strike lasted nine days.}\n"
    assert strike.read_text(encoding="utf-8") == before.replace(
        quoted,
        f"{quoted}      - source: bulletin\n        stance: silent\n"
        "        quote: may have lasted nine days\n"
        "        attested:\n          by: Ana Ruiz\n          on: 2025-06-02\n"
        f"          reason: Read in full.\n          of: {mark}\n",
    )


def test_an_assertion_without_evidence_gets_its_first_and_a_needless_ruling_is_told(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = attested(capsys, *NOBODY, *SIGNED)
    assert out == (
        "written: assertions/strike.yaml:23:9\n"
        "no-deaths: passes: absent, searched and silent\n"
        "the ruling is not needed: the judges say the same without it\n"
    )
    (evidence,) = assertion(strike, "no-deaths").evidence
    assert (evidence.source, evidence.pieces) == ("tribune", ("The strike lasted nine days.",))


def test_in_braces_a_ruling_stands_in_braces(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("strike-nine-days", "tribune", "--stance", "supports", *SIGNED)
    out = attested(capsys, *words, code=1)
    assert "strike-nine-days: fails: undecided-passage (see `factcheck explain strike-nine-days`)\n" in out
    text = strike.read_text(encoding="utf-8")
    assert "lasted nine days., attested: {by: Ana Ruiz, on: 2025-06-02, reason: Read in full., of: " in text


def test_every_other_byte_of_the_file_stays(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = b"\xef\xbb\xbf" + strike.read_bytes().replace(b"\n", b"\r\n").rstrip()
    strike.write_bytes(before)
    strike.chmod(0o640)
    attested(capsys, *NOBODY, *SIGNED)
    after = strike.read_bytes()
    assert after.startswith(before + b"\r\n    evidence:\r\n      - source: tribune\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert strike.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real = strike.parents[1] / "real.yaml"
    strike.rename(real)
    strike.symlink_to(real)
    attested(capsys, *IDLE, *SIGNED)
    assert strike.is_symlink()
    assert "Ana Ruiz" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        'x"\n          stance: contradicts',
        "x\n  - id: evil",
        "no, evil: {a: b}",
        "x} #",
        "'; rm -rf /",
        "null is no reason",
        "*anchor: &x !!python/object:os.system a",
        "…a\\u0041\\n",
        "真実 — “ok”",
    ],
)
@pytest.mark.parametrize("ruling", [IDLE, GUESS], ids=["block", "new"])
def test_what_a_person_writes_is_text_and_never_yaml(
    strike: Path, capsys: pytest.CaptureFixture[str], words: str, ruling: tuple[str, ...]
) -> None:
    attested(capsys, *ruling, "--by", words, "--reason", words)
    line = " ".join(words.split())
    marks = [item.attested for item in assertion(strike, ruling[0]).evidence if item.attested]
    assert [(mark.by, mark.reason) for mark in marks] == [(line, line)]


def test_the_day_is_today_where_none_is_given(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = datetime.now().astimezone().date()
    attested(capsys, *IDLE, *SIGNED[:4])
    after = datetime.now().astimezone().date()
    mark = assertion(strike, "cranes-idle").evidence[0].attested
    assert mark is not None
    assert before <= mark.on <= after


def test_a_second_ruling_needs_replace_and_keeps_the_comments(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attested(capsys, *IDLE, *SIGNED)
    edited(strike, "          on: 2025", "          # on the phone\n          on: 2025")
    before = strike.read_text(encoding="utf-8")
    again = (*IDLE, "--by", "Bo: Lind", "--reason", "Seen.", "--on", "2025-07-01")
    assert refused(capsys, strike, *again) == (
        "cranes-idle: Ana Ruiz ruled on this quote on 2025-06-02: Read in full. "
        "(--replace puts the new ruling in its place)"
    )
    attested(capsys, *again, "--replace")
    changes = {"Ana Ruiz": '"Bo: Lind"', "on: 2025-06-02": "on: 2025-07-01", "Read in full.": "Seen."}
    for old, new in changes.items():
        before = before.replace(old, new)
    assert strike.read_text(encoding="utf-8") == before


def test_a_stale_ruling_is_replaced_by_one_that_holds(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attested(capsys, *IDLE, *SIGNED)
    edited(strike, "did not work", "stood idle")
    out = attested(capsys, *IDLE, *SIGNED, "--replace")
    assert out.endswith("cranes-idle: passes: supported, on a signed ruling\n")


def test_mistakes_in_other_files_do_not_hinder(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (strike.parent / "broken.yaml").write_text("a: [", encoding="utf-8")
    assert "passes" in attested(capsys, *IDLE, *SIGNED)


def test_a_ruling_on_a_text_that_no_judge_reads_counts(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(strike.parents[1] / "seeds" / "corpus.yaml", "language: en", "language: de")
    assert "on a signed ruling" in attested(capsys, *IDLE, *SIGNED)


# Choosing the quote


def test_one_of_several_quotes_is_chosen_by_some_of_its_words(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(
        strike,
        "\n  - id: no-deaths",
        "      - {source: tribune, quote: paid for the meals}\n\n  - id: no-deaths",
    )
    assert refused(capsys, strike, *IDLE, *SIGNED) == (
        "cranes-idle: 2 quotes of tribune could be meant; choose one with --quote: "
        '"Cranes stood still" (supports, line 16), "paid for the meals" (supports, line 18)'
    )
    attested(capsys, *IDLE, "--quote", "the   meals", *SIGNED, code=1)
    first, second = assertion(strike, "cranes-idle").evidence
    assert (first.attested, second.attested is not None) == (None, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("cranes-idle", "bulletin", "--stance", "supports"),
            "cranes-idle: bulletin is not quoted (quote it under `evidence` first, or rule it silent)",
        ),
        (
            (*IDLE, "--quote", "Cranes fell"),
            (
                'cranes-idle: no quote of tribune holds these words; there is "Cranes stood still" '
                "(supports, line 16)"
            ),
        ),
        (
            ("cranes-idle", "tribune", "--stance", "silent"),
            "cranes-idle: give the words of tribune that say nothing, with --quote",
        ),
        (
            ("cranes-idle", "tribune", "--stance", "silent", "--quote", "Cranes stood still"),
            (
                "cranes-idle: line 16 declares this quote as `supports`, not `silent` "
                "(a ruling signs what is declared: correct `stance` first)"
            ),
        ),
    ],
    ids=["not quoted", "other words", "silence without words", "another stance"],
)
def test_a_ruling_that_fits_no_quote_is_refused(
    strike: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert refused(capsys, strike, *words, *SIGNED) == said


# Refusals


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("crane-idle", *IDLE[1:], *SIGNED),
            "no assertion has the id `crane-idle` (did you mean 'cranes-idle'?)",
        ),
        (
            ("cranes-idle", "tribunes", *IDLE[2:], *SIGNED),
            "the corpus has no source `tribunes` (did you mean 'tribune'?)",
        ),
        (
            ("cranes-idle", "xyz", *IDLE[2:], *SIGNED),
            "the corpus has no source `xyz` (there are tribune, bulletin)",
        ),
        (
            (*IDLE[:3], "contradicts", *SIGNED),
            (
                "cranes-idle: `expect: supported` and `contradicts` exclude each other "
                "(with it a quote can be ruled supports or silent; or correct `expect`)"
            ),
        ),
        (
            ("no-deaths", "tribune", "--stance", "supports", *SIGNED),
            (
                "no-deaths: `expect: absent` and `supports` exclude each other "
                "(with it a quote can be ruled silent; or correct `expect`)"
            ),
        ),
        ((*IDLE, *SIGNED[2:]), "a ruling needs --by (see `factcheck attest --help`)"),
        ((), "a ruling needs ID, SOURCE, --stance, --by, --reason (see `factcheck attest --help`)"),
        ((*IDLE, "--by", " ", *SIGNED[2:]), "--by holds no letter and no digit: write it out"),
        ((*IDLE, *SIGNED[:2], "--reason", "…"), "--reason holds no letter and no digit: write it out"),
        ((*IDLE, "--quote", "", *SIGNED), "--quote holds no letter and no digit: write it out"),
        (
            (*IDLE, "--by", "A\x1b[31m", *SIGNED[2:]),
            "--by holds the invisible character U+001B: leave it out",
        ),
        (
            (*IDLE, "--by", "A\udcff", *SIGNED[2:]),
            "--by holds the invisible character U+DCFF: leave it out",
        ),
        ((*IDLE, *SIGNED[:4], "--on", "2.6.2025"), "--on: `2.6.2025` is no day; write it as in 2025-06-02"),
        ((*IDLE, *SIGNED[:4], "--on", ""), "--on: `` is no day; write it as in 2025-06-02"),
        (
            (
                "no-deaths",
                "bulletin",
                "--stance",
                "silent",
                "--quote",
                "The strike may have lasted nine weeks.",
                *SIGNED,
            ),
            (
                'no-deaths: quote-not-found: "The strike may have lasted nine weeks." stands nowhere '
                'in bulletin (nearest is seeds/bulletin.txt:3:1: "The strike may have lasted nine days.")'
            ),
        ),
        (
            ("no-deaths", "bulletin", "--stance", "silent", "--quote", "Cranes stood still", *SIGNED),
            (
                'no-deaths: quote-not-found: "Cranes stood still" stands nowhere in bulletin '
                "(tribune has it, at seeds/tribune.txt:3:30)"
            ),
        ),
        (
            ("no-deaths", "tribune", "--stance", "silent", "--quote", "strike", *SIGNED),
            (
                'no-deaths: quote-ambiguous: "strike" stands in different sentences: '
                "seeds/tribune.txt:1:31, seeds/tribune.txt:3:5 "
                "(quote more words, or add `prefix` or `suffix` from the text around it)"
            ),
        ),
        (("--list", *SIGNED[:2]), "--list shows every ruling, and takes no --by"),
        (("--list", "no-deaths"), "--list shows every ruling, and takes no ID"),
    ],
)
def test_what_cannot_be_signed_is_refused_in_one_line(
    strike: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert refused(capsys, strike, *words) == said


def test_an_unknown_stance_is_refused(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, strike, *IDLE[:3], "mixed", *SIGNED)
    assert "invalid choice: 'mixed'" in said
    assert "supports" in said


def test_a_read_only_file_is_left_alone(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strike.chmod(0o444)
    said = refused(capsys, strike, *IDLE, *SIGNED)
    assert said == "assertions/strike.yaml: this file is read-only, and stays as it is"


def test_a_file_with_merge_markers_is_left_alone(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(strike, "  # nobody", "<<<<<<< HEAD\n=======\n>>>>>>> other\n  # nobody")
    assert "merge" in refused(capsys, strike, *IDLE, *SIGNED)


def test_a_layout_that_has_no_room_is_left_alone(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(strike, "    expect: absent\n", "    expect: absent\n    note: |+\n      words\n\n\n")
    assert "bad-layout: this cannot be written here without changing more" in refused(
        capsys, strike, *NOBODY, *SIGNED
    )


def test_a_source_outside_the_scope_is_not_ruled_on(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(strike, "    expect: absent\n", "    expect: absent\n    sources: [bulletin]\n")
    assert refused(capsys, strike, *NOBODY, *SIGNED) == (
        "no-deaths: tribune is outside its `sources` or `as_of`, so nothing of it counts"
    )


def test_a_text_that_is_not_here_is_not_ruled_on(laid: Laid, capsys: pytest.CaptureFixture[str]) -> None:
    file = laid("match") / "assertions" / "match.yaml"
    words = ("no-red-card", "press-agency", "--stance", "silent", "--quote", "a card", *SIGNED)
    assert refused(capsys, file, *words) == (
        "the text of press-agency is not on this machine, so nobody can rule on it here"
    )


# Listing


def test_a_project_without_rulings_is_told(strike: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attested(capsys, "--list") == "no ruling has been signed in this project\n"
    assert "attested" not in strike.read_text(encoding="utf-8")


def test_rulings_are_listed_oldest_first_with_what_has_become_of_them(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attested(capsys, *IDLE, "--by", "Bo Lind", "--reason", "Seen.", "--on", "2025-07-01")
    long = "A guess of the paper, which says two lines later that nobody had counted the days of it."
    attested(capsys, *GUESS, "--by", "Ana Ruiz", "--reason", long, "--on", "2025-06-02")
    attested(capsys, *NOBODY, "--by", "Cy", "--reason", "No death.", "--on", "2025-06-02")
    assert attested(capsys, "--list") == (
        "2025-06-02 strike-nine-days, bulletin: silent, in force\n"
        "  “may have lasted nine days”\n"
        "  Ana Ruiz: A guess of the paper, which says two lines later that nobody had\n"
        "  counted the days of it.\n"
        "2025-06-02 no-deaths, tribune: silent, no longer needed\n"
        "  “The strike lasted nine days.”\n"
        "  Cy: No death.\n"
        "2025-07-01 cranes-idle, tribune: supports, in force\n"
        "  “Cranes stood still”\n"
        "  Bo Lind: Seen.\n"
    )


def test_a_ruling_whose_claim_or_source_has_changed_is_listed_as_such(
    strike: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attested(capsys, *IDLE, *SIGNED)
    attested(capsys, *GUESS, *SIGNED)
    edited(strike, "did not work", "stood idle")
    edited(strike.parents[1] / "seeds" / "bulletin.txt", "may have lasted nine days", "went on")
    out = attested(capsys, "--list")
    assert re.findall(r"^2025\S+ (\S+), \S+: \S+, (.*)$", out, re.MULTILINE) == [
        ("strike-nine-days", "quote not found"),
        ("cranes-idle", "stale"),
    ]


# Strict


def test_a_strict_audit_demands_a_ruling_and_gives_the_line_to_type(
    strike: Path, audit: Audit, capsys: pytest.CaptureFixture[str]
) -> None:
    result = audit()
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(
        ["*strike-nine-days: undecided-passage", "*cranes-idle: evidence-unconfirmed"]
    )
    capsys.readouterr()
    for name, command in (
        (
            "strike-nine-days",
            (
                "factcheck attest strike-nine-days bulletin --stance silent "
                '--quote "The strike may have lasted nine days." --by … --reason …'
            ),
        ),
        ("cranes-idle", "factcheck attest cranes-idle tribune --stance supports --by … --reason …"),
    ):
        assert cli.main(["explain", name]) == 1
        shown = " ".join(capsys.readouterr().out.split())
        assert command in shown
        _, *words = shlex.split(command)
        assert cli.main([word.replace("…", "Ana Ruiz") for word in words]) == 0
    capsys.readouterr()
    audit().assert_outcomes(passed=3)
    assert strike.read_text(encoding="utf-8").count("attested:") == 2


def test_the_same_project_passes_where_the_audit_is_not_strict(strike: Path, audit: Audit) -> None:
    settings = strike.parents[1] / "factcheck.toml"
    settings.write_text('judges = ["slots", "verbatim"]\n', encoding="utf-8")
    result = audit()
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(
        ["passed: 1 judged, 1 searched and silent, 1 on a person's word, 1 to look at"]
    )


def test_a_passage_that_is_ruled_out_is_nothing_to_look_at(strike: Path, audit: Audit) -> None:
    (strike.parents[1] / "factcheck.toml").write_text('judges = ["slots", "verbatim"]\n', encoding="utf-8")
    assert cli.main(["attest", *GUESS, *SIGNED]) == 0
    audit().stdout.fnmatch_lines(["passed: * 0 to look at"])
