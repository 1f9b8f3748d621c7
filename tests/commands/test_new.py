"""`factcheck new`: a draft is written where it belongs, passes, or says why not; nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
RESCUED = "Crews evacuated 240 residents."
BLOCK = """\
  - id: crews-evacuated-240-residents
    claim: Crews evacuated 240 residents.
    expect: supported
    evidence:
      - {source: herald, quote: Fire crews evacuated 240 residents}
      - {source: courier, quote: Fire crews evacuated 240 residents}
"""  # in braces, as the neighbours have it


@pytest.fixture
def flood(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay a project with three sources and two files of assertions."""
    root = laid("flood")
    (root / "factcheck.toml").write_text("", encoding="utf-8")  # all three judges
    monkeypatch.chdir(root)
    return root


def drafted(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert cli.main(["new", *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    """Run the command, which must exit 2 with one line and leave every file as it is; return the line."""
    before = _files(root)
    assert cli.main(["new", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert _files(root) == before
    return err.rstrip("\n")


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(root.rglob("*.yaml*"))}


def test_a_draft_is_appended_to_the_file_that_is_named(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = flood / "assertions" / "repair.yaml"
    before = file.read_text(encoding="utf-8")
    out = drafted(capsys, RESCUED, "--file", "assertions/repair.yaml", "--yes")
    assert file.read_text(encoding="utf-8") == f"{before.rstrip()}\n\n{BLOCK}"
    assert out == (
        f"{BLOCK}\nwritten: assertions/repair.yaml:17:5\n"
        "crews-evacuated-240-residents: passes: supported, judged\n"
    )


def test_a_known_weakness_of_a_neighbour_stays_and_is_not_copied(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = flood / "assertions" / "repair.yaml"
    text = file.read_text(encoding="utf-8")
    before = f"{text.rstrip()}\n    known_weakness: {{reason:  'Nobody  looks.' }}   # told twice\n"
    file.write_text(before, encoding="utf-8")
    drafted(capsys, RESCUED, "--file", "assertions/repair.yaml", "--yes")
    assert file.read_text(encoding="utf-8") == f"{before}\n{BLOCK}"


def test_without_a_terminal_nothing_is_asked(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "written: " in drafted(capsys, RESCUED)


def test_the_file_of_the_claim_most_like_it_is_chosen(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = drafted(capsys, "The repair of the dam cost 3 million euros.")
    assert "written: assertions/repair.yaml:17:5" in out
    assert "expect: supported" in out


def test_a_claim_on_another_matter_begins_a_file(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = drafted(capsys, "The baker gave away bread.", "--id", "bread")
    assert "written: assertions/claims.yaml:3:5" in out
    assert (flood / "assertions" / "claims.yaml").read_text(encoding="utf-8") == (
        "topic: Claims\nassertions:\n  - id: bread\n    claim: The baker gave away bread.\n"
        "    expect: supported\n    evidence:\n      - source: gazette\n"
        "        quote: The baker gave away bread\n"
    )


def test_a_new_file_names_the_schema_that_the_project_has(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (flood / "schema").mkdir()
    (flood / "schema" / "assertions.schema.json").write_text("{}", encoding="utf-8")
    drafted(capsys, "The baker gave away bread.", "--file", "assertions/village/food.yaml")
    first, second, *_ = (flood / "assertions/village/food.yaml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../schema/assertions.schema.json"
    assert second == "topic: Food"


def test_what_sources_contradict_is_drafted_so(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = drafted(capsys, "The evacuation lasted 40 minutes.", "--id", "evacuation-40", "--yes")
    assert "expect: contradicted" in out
    assert "evacuation-40: passes: contradicted, judged" in out


def test_what_sources_disagree_on_says_which_is_which(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = drafted(capsys, "The evacuation lasted one and a half hours.", "--id", "evacuation-90", "--yes")
    assert "expect: disputed" in out
    assert "stance: supports\n        quote: The evacuation lasted 90 minutes" in out
    assert "stance: contradicts\n        quote: The evacuation lasted three hours" in out


def test_where_nothing_speaks_the_nearest_is_told(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = drafted(capsys, "The butcher gave away bread.", "--yes")
    assert "expect: absent" in out
    assert "They miss much that is said in other words" in out
    assert "nearest is seeds/gazette.txt:3:39 (no word for: butcher)" in out


def test_a_draft_that_fails_is_written_and_says_why(
    flood: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (flood / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    out = drafted(capsys, "The dam cost nearly 3 million euros.", "--id", "dam", "--yes", code=1)
    assert "It does not pass yet:" in out
    assert "undecided-passage" in out
    assert "id: dam" in (flood / "assertions/repair.yaml").read_text(encoding="utf-8")


def test_every_other_byte_stays(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = flood / "assertions" / "repair.yaml"
    before = b"\xef\xbb\xbf# caf\xc3\xa9\r\n" + file.read_bytes().replace(b"\n", b"\r\n") + b"# the end"
    file.write_bytes(before)
    drafted(capsys, RESCUED, "--file", "assertions/repair.yaml")
    after = file.read_bytes()
    added = BLOCK.encode("utf-8").replace(b"\n", b"\r\n")
    assert added.rstrip() in after
    assert after.replace(b"\r\n\r\n" + added.rstrip(), b"", 1) == before


def test_what_no_judge_could_decide_is_told_before_anything_is_called_absent(
    flood: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = drafted(capsys, "The dam cost nearly 3 million euros.", "--id", "dam", "--yes")
    assert "No judge could decide these passages; look yourself:" in out
    assert "herald undecided" in out
    assert "The judges found nothing" not in out


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("assertions:\n- id: a\n  claim: It rained.\n  expect: absent\ntopic: T\n", "- id: bread\n  claim: "),
        ('{"assertions": [{"id": "a", "claim": "It rained.", "expect": "absent"}]}\n', '{"assertions": '),
    ],
)
def test_the_lines_that_are_written_are_shown_whatever_the_layout(
    flood: Path, capsys: pytest.CaptureFixture[str], before: str, shown: str
) -> None:
    (flood / "assertions" / "x.yaml").write_text(before, encoding="utf-8")
    out = drafted(capsys, "The baker gave away bread.", "--id", "bread", "--file", "assertions/x.yaml")
    assert out.startswith(shown)
    assert "topic: T" not in out


def test_a_claim_that_is_made_already_is_refused(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, flood, "the repair of the dam  cost 5 million euros.", "--yes")
    assert said == "assertions/repair.yaml:3:5: `repair-cost` makes this claim already"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("  ",), "the claim is empty"),
        (("It was so.",), "no word by which a source could be searched"),
        (("ferry",), "`ferry` is no claim"),
        (("The mayor \x1b[31mopened\u202e it.",), "characters that nobody sees: The mayor \\u001b[31mopened"),
        ((RESCUED, "--file", "assertions/.drafts/x.yaml"), "hidden by a name with a dot"),
        ((RESCUED, "--file", "assertions/x.yaml.TXT"), "does not end in .yaml"),
        ((RESCUED, "--id", "Repair Cost"), "`Repair Cost` is no id"),
        ((RESCUED, "--id", "repair-cost"), "`repair-cost` is taken"),
        ((RESCUED, "--file", "seeds/x.yaml"), "does not lie below assertions"),
        ((RESCUED, "--file", "assertions/x.txt"), "does not end in .yaml"),
        ((RESCUED, "--file", "assertions"), "does not end in .yaml"),
        ((RESCUED, "--judges", "oracle"), "there is no judge 'oracle'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    flood: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert said in refused(capsys, flood, *words)


def test_a_read_only_file_is_refused(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (flood / "assertions" / "repair.yaml").chmod(0o444)
    said = refused(capsys, flood, RESCUED, "--file", "assertions/repair.yaml")
    assert said == "assertions/repair.yaml: this file is read-only, and stays as it is"


def test_a_broken_file_is_told_and_nothing_written(flood: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = flood / "assertions" / "repair.yaml"
    file.write_text("<<<<<<< ours\ntopic: a\n=======\ntopic: b\n>>>>>>> theirs\n", encoding="utf-8")
    assert "assertions/repair.yaml:1:1: " in refused(capsys, flood, RESCUED)


def test_an_interrupt_while_writing_leaves_the_old_file(
    flood: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Path, __: Path) -> None:
        raise KeyboardInterrupt

    before = _files(flood)
    monkeypatch.setattr(Path, "replace", interrupted)
    assert cli.main(["new", RESCUED]) == 130
    assert capsys.readouterr().err == "interrupted; no file was left half-written\n"
    assert _files(flood) == before
    assert not list(flood.rglob("*.part"))


class Terminal:
    """A person who gives answers, and what was asked; out of answers, that person leaves."""

    def __init__(self, *answers: str) -> None:
        self._answers = iter(answers)
        self.asked: list[str] = []

    def answer(self, prompt: str = "") -> str:
        """Give the next answer."""
        self.asked.append(prompt)
        answer = next(self._answers, None)
        if answer is None:
            raise EOFError
        return answer


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """Put a person before the command."""

    def seated(*answers: str) -> Terminal:
        person = Terminal(*answers)
        monkeypatch.setattr("builtins.input", person.answer)
        for name in ("stdin", "stdout"):
            monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)
        return person

    return seated


def test_a_reviewer_keeps_and_drops(
    flood: Path, capsys: pytest.CaptureFixture[str], answering: Callable[..., Terminal]
) -> None:
    person = answering("", "n", "y")
    out = drafted(capsys, RESCUED, "--id", "rescued")
    assert "sources that speak of it: 2 of 3; silent: gazette" in out
    assert "source: herald" in out.partition("  - id: rescued")[2]
    assert "source: courier" not in out.partition("  - id: rescued")[2]
    assert person.asked[-1] == "write it to assertions/evacuation.yaml? [Y/n] "


def test_a_reviewer_who_says_no_at_last_changes_nothing(
    flood: Path, capsys: pytest.CaptureFixture[str], answering: Callable[..., Terminal]
) -> None:
    before = _files(flood)
    answering("y", "y", "n")
    assert drafted(capsys, RESCUED, code=1).endswith("nothing was written\n")
    assert _files(flood) == before


def test_a_file_that_is_edited_meanwhile_is_left_alone(
    flood: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = flood / "assertions" / "repair.yaml"
    before = file.read_text(encoding="utf-8")

    def answer(prompt: str) -> str:
        if prompt.startswith("write it"):
            file.write_text(f"{before}# a colleague\n", encoding="utf-8")
        return ""

    monkeypatch.setattr("builtins.input", answer)
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)
    assert cli.main(["new", RESCUED, "--file", "assertions/repair.yaml"]) == 2
    assert "this file was changed in the meantime" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == f"{before}# a colleague\n"


def test_an_end_of_input_is_an_interrupt(
    flood: Path, capsys: pytest.CaptureFixture[str], answering: Callable[..., Terminal]
) -> None:
    before = _files(flood)
    answering("y")
    assert cli.main(["new", RESCUED]) == 130
    assert _files(flood) == before
