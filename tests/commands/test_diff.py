"""`factcheck diff`: two states of a real repository, in three formats, or one clear line why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from pytest_factcheck import cli, schema
from pytest_factcheck.project import Project

if TYPE_CHECKING:
    from conftest import Git

Laid = Callable[[str], Path]
Row = dict[str, Any]
NEW = """
  - id: bread-given-away
    claim: The baker gave away bread.
    expect: supported
    evidence:
      - {source: gazette, quote: The baker gave away bread.}
"""
WRONG = """
  - id: hours-settled
    claim: The evacuation lasted three hours.
    expect: supported
    evidence:
      - {source: courier, quote: The evacuation lasted three hours.}
    slots:
      - {about: [evacuation], relation: [lasted], quantity: three hours}
"""


@pytest.fixture
def flood(laid: Laid, git: Git) -> Git:
    """Lay out the flood and commit it to `main`; the branch `work` begins there."""
    here = git.at(laid("flood")).begin()
    here("checkout", "--quiet", "-b", "work")
    return here


def added(git: Git, name: str, more: str) -> None:
    path = git.folder / name
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


def diff(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Run the command and return what it prints."""
    capsys.readouterr()
    assert cli.main(["diff", *words]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """Run the command, which must exit 2 and print nothing; return the lines on standard error."""
    assert cli.main(["diff", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def rows(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> dict[str, Row]:
    """Return the assertions that differ by their ids."""
    report = json.loads(diff(capsys, "--format", "json", *words, code=code))
    jsonschema.Draft202012Validator(json.loads(schema.schema_text("comparison"))).validate(report)
    return {row["id"]: row for row in report["assertions"]}


# What differs


def test_where_nothing_was_done_there_is_no_difference(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    short = flood("rev-parse", "--short=7", "HEAD")
    assert diff(capsys) == (f"the working tree against {short} (HEAD, which main has too)\nno difference\n")


def test_new_changed_and_removed_assertions_are_told(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    start = flood("rev-parse", "--short=7", "HEAD")
    added(flood, "assertions/repair.yaml", NEW)
    flood.commit()
    flood.edit("assertions/evacuation.yaml", "min_origins: 2", "min_origins: 1")
    text = (flood.folder / "assertions/repair.yaml").read_text(encoding="utf-8")
    at, end = text.index("  - id: mayor-resigned"), text.index("  - id: bread")
    (flood.folder / "assertions/repair.yaml").write_text(text[:at] + text[end:], encoding="utf-8")
    assert (
        diff(capsys)
        == f"""\
the working tree against {start} (merge base with main)
1 new, 1 changed, 1 removed

1 new
  bread-given-away, assertions/repair.yaml:12: passes: supported, judged
    claim: The baker gave away bread.

1 changed: the YAML changed
  residents-evacuated, assertions/evacuation.yaml:3: passes: supported, judged
    claim: Fire crews evacuated 240 residents.
    min_origins: 2 → 1

1 removed
  mayor-resigned: removed
    claim: The mayor resigned after the inquiry.
"""
    )


def test_a_new_assertion_that_fails_makes_the_code_1(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    added(flood, "assertions/repair.yaml", WRONG)
    out = diff(capsys, code=1)
    assert out.splitlines()[1] == "1 new, 1 now fails"
    assert "  hours-settled, assertions/repair.yaml:17: new, fails: undeclared-opposition\n" in out


def test_a_verdict_that_a_source_changed_is_told_apart_and_names_the_source(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    flood.edit("seeds/courier.txt", "lasted three hours", "lasted four days")
    flood.edit("seeds/courier.txt", "Lower Marren under water\n", "Lower Marren under water\n\nAt last.\n")
    found = rows(capsys, code=1)
    assert list(found) == ["evacuation-90-minutes"]
    row = found["evacuation-90-minutes"]
    assert (row["change"], row["now_fails"], row["edits"]) == ("affected", True, [])
    assert row["causes"] == ["the text of courier changed"]
    assert row["effects"][0] == "passed → failed"
    assert [problem["slug"] for problem in row["after"]["problems"]] == ["quote-not-found"]
    assert (row["before"]["outcome"], row["after"]["outcome"]) == ("passed", "failed")


def test_lines_that_only_moved_are_no_difference(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    flood.edit("assertions/repair.yaml", "topic: ", "# a comment\n\ntopic: ")
    flood.edit("seeds/herald.txt", "River Lisk floods", "By A. Reader\n\nRiver Lisk floods")
    out = diff(capsys)
    assert out.splitlines()[1:] == ["1 source changed", "", "source herald, changed: text changed"]


def test_a_new_source_that_speaks_up_is_named_as_the_cause(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    added(flood, "seeds/corpus.yaml", "  - {id: tribune, file: tribune.txt, language: en}\n")
    (flood.folder / "seeds/tribune.txt").write_text(
        "The mayor resigned after the inquiry.\n", encoding="utf-8"
    )
    row = rows(capsys, code=1)["mayor-resigned"]
    assert row["causes"] == ["tribune is a new source"]
    assert row["effects"][:2] == ["passed, absent → failed, supported", "tribune: silent → supports"]


def test_other_settings_are_named_and_are_a_cause(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    (flood.folder / "factcheck.toml").write_text('judges = ["verbatim"]\n', encoding="utf-8")
    report = json.loads(diff(capsys, "--format", "json"))
    assert report["settings"] == ["judges: slots, verbatim → verbatim"]
    causes = {row["id"]: row["causes"] for row in report["assertions"]}
    assert causes["repair-cost"] == ["the settings changed"]


def test_another_id_alone_is_a_rename(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    flood.edit("assertions/repair.yaml", "id: mayor-resigned", "id: the-mayor-resigned")
    out = diff(capsys)
    assert "  the-mayor-resigned (was mayor-resigned), assertions/repair.yaml:12: passes:\n" in out


def test_what_failed_before_does_not_count_and_is_named(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    added(flood, "assertions/repair.yaml", WRONG)
    flood.commit()
    flood("branch", "--force", "main", "HEAD")
    out = diff(capsys)
    assert out.splitlines()[1:] == ["no difference", "", "1 fails as before: hours-settled"]


def test_what_passes_again_is_told(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    added(flood, "assertions/repair.yaml", WRONG)
    flood.commit()
    flood("branch", "--force", "main", "HEAD")
    evidence = "      - {source: courier, quote: The evacuation lasted three hours.}\n"
    other = "      - {source: herald, stance: contradicts, quote: The evacuation lasted 90 minutes.}\n"
    flood.edit(
        "assertions/repair.yaml",
        evidence,
        evidence.replace("quote", "stance: supports, quote") + other,
    )
    text = (flood.folder / "assertions/repair.yaml").read_text(encoding="utf-8")
    head, _, tail = text.rpartition("expect: supported")
    (flood.folder / "assertions/repair.yaml").write_text(f"{head}expect: disputed{tail}", encoding="utf-8")
    row = rows(capsys)["hours-settled"]
    assert row["now_passes"]
    assert row["edits"] == [
        "expect: supported → disputed",
        "evidence added: herald contradicts “The evacuation lasted 90 minutes.”",
    ]


def test_base_names_another_commit(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    added(flood, "assertions/repair.yaml", NEW)
    first = flood.commit()
    added(flood, "assertions/repair.yaml", WRONG)
    assert list(rows(capsys, "--base", first, code=1)) == ["hours-settled"]
    assert list(rows(capsys, code=1)) == ["bread-given-away", "hours-settled"]


def test_without_a_project_at_the_base_everything_is_new(
    laid: Laid, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = git.folder / "empty"
    folder.mkdir()
    here = git.at(laid("flood"))
    here("init", "--quiet", "-b", "main")
    here("commit", "--quiet", "--allow-empty", "--message", "nothing")
    out = diff(capsys)
    assert out.splitlines()[1:3] == [
        "5 new, 3 sources new",
        "there was no project at that commit, so that everything is new",
    ]


def test_a_project_may_lie_below_the_root_of_the_repository(
    laid: Laid, git: Git, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    below = git.folder / "desk" / "flood"
    below.parent.mkdir()
    Path.cwd().rename(below)
    git.begin()
    monkeypatch.chdir(below / "assertions")
    added(git.at(below), "assertions/repair.yaml", NEW)
    row = rows(capsys)["bread-given-away"]
    assert (row["change"], row["path"]) == ("added", "assertions/repair.yaml")


def test_the_working_tree_and_the_repository_stay_as_they_are(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    flood.edit("seeds/courier.txt", "three hours", "four days")
    before = flood("status", "--porcelain", "--ignored"), flood("for-each-ref")
    diff(capsys, code=1)
    assert (flood("status", "--porcelain", "--ignored"), flood("for-each-ref")) == before


# Texts that git does not hold


def unshared(git: Git, *, locked: bool) -> None:
    """Make the text of the courier one that is not committed, with or without its digest."""
    digest = Project(_settings(git)).corpus.text("courier")
    assert digest is not None
    lock = f"\n    sha256: {digest.digest}" if locked else ""
    git.edit("seeds/corpus.yaml", "file: courier.txt", f"file: courier.txt\n    missing_ok: true{lock}")
    (git.folder / ".gitignore").write_text("courier.txt\n", encoding="utf-8")
    git("rm", "--quiet", "--cached", "seeds/courier.txt")
    git.commit()
    git("branch", "--force", "main", "HEAD")


def _settings(git: Git) -> Any:  # noqa: ANN401 - settings, or the test fails
    from pytest_factcheck import settings  # noqa: PLC0415

    return settings.find(git.folder)


def test_a_text_that_git_does_not_hold_is_lent_where_it_is_the_locked_one(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    unshared(flood, locked=True)
    assert diff(capsys).splitlines()[1] == "no difference"


def test_without_its_digest_what_needs_such_a_text_is_not_compared(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    unshared(flood, locked=False)
    out = diff(capsys)
    assert out.splitlines()[1] == "4 not compared, 1 source not compared"
    assert "because not run before: the text of courier is not on this machine" in " ".join(out.split())
    assert "now fail" not in out


def test_a_text_that_is_another_now_is_not_lent(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    unshared(flood, locked=True)
    flood.edit("seeds/courier.txt", "lasted three hours", "lasted four days")
    found = rows(capsys, code=1)
    assert found["evacuation-90-minutes"]["before"]["outcome"] == "skipped"


# Markdown


def test_markdown_shows_what_fails_and_folds_the_rest(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    start = flood("rev-parse", "--short=7", "HEAD")
    added(flood, "assertions/repair.yaml", NEW + WRONG)
    lines = diff(capsys, "--format", "markdown", code=1).splitlines()
    assert lines[0] == f"**Audit: 2 new, 1 now fails** (against `{start}`)"
    assert lines[-1] == "<!-- factcheck -->"
    failing, folds = lines.index("**1 now fails**"), lines.index("<details><summary>1 more new</summary>")
    assert failing < folds
    assert [line.split(" | ")[0] for line in lines[failing + 4 : folds - 1]] == [
        "| hours-settled<br>assertions/repair.yaml:23"
    ]


# Links


def moved(git: Git, name: str, target: str) -> None:
    """Put a folder elsewhere, with a link in its place, and commit that to `main`."""
    (git.folder / name).rename((git.folder / name).parent / target)
    (git.folder / name).symlink_to(target)
    git.commit()
    git("branch", "--force", "main", "HEAD")


@pytest.mark.parametrize("name", ["seeds", "assertions"])
def test_a_folder_of_the_project_may_be_a_link(
    flood: Git, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    moved(flood, name, "kept")
    assert diff(capsys).splitlines()[1:] == ["no difference"]


def test_a_folder_that_a_link_has_outside_the_repository_is_refused(
    flood: Git, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    moved(flood, "seeds", str(tmp_path_factory.mktemp("out") / "kept"))
    short = flood("rev-parse", "--short=7", "HEAD")
    assert refused(capsys) == [
        f"at {short}: `seeds` is a link that leads out of the repository, and is not followed"
    ]


# Refusals


def test_a_folder_that_is_no_project_is_refused(
    git: Git, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(git.folder)
    (line,) = refused(capsys)
    assert line.startswith("no project here: ")


def test_without_a_repository_one_line_says_so(
    laid: Laid, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    laid("flood")
    assert refused(capsys) == [
        "this folder is not in a git repository, so that there is nothing to compare with"
    ]


def test_an_empty_base_is_refused_as_a_workflow_without_its_variable_gives_it(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, "--base", "") == ["--base names nothing: give a branch, a tag or a commit"]
    (line,) = refused(capsys, "--base", "origin/")
    assert line.startswith("no commit has the name `origin/` in this repository (")


def test_merge_markers_in_the_working_tree_are_told_at_their_place(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    both = "<<<<<<< HEAD\n  - id: mayor-resigned\n=======\n  - id: mayor-left\n>>>>>>> desk"
    flood.edit("assertions/repair.yaml", "  - id: mayor-resigned", both)
    (line,) = refused(capsys)
    assert line.startswith("assertions/repair.yaml:12:1: merge-conflict: ")


def test_mistakes_of_the_old_state_name_its_commit(flood: Git, capsys: pytest.CaptureFixture[str]) -> None:
    flood.edit("assertions/repair.yaml", "expect: contradicted", "expect: contradicte")
    flood.commit()
    flood("branch", "--force", "main", "HEAD")
    short = flood("rev-parse", "--short=7", "HEAD")
    flood.edit("assertions/repair.yaml", "expect: contradicte\n", "expect: contradicted\n")
    (line,) = refused(capsys)
    assert line.startswith(f"{short}:./assertions/repair.yaml:5:13: bad-value: ")


def test_a_corpus_that_cannot_be_used_in_the_old_state_names_its_commit(
    flood: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    (flood.folder / "seeds/corpus.yaml").unlink()
    for name in ("herald", "courier", "gazette"):
        (flood.folder / f"seeds/{name}.txt").rename(flood.folder / f"seeds/{name}.log")
    flood.commit()
    flood("branch", "--force", "main", "HEAD")
    short = flood("rev-parse", "--short=7", "HEAD")
    flood("checkout", "--quiet", "HEAD~1", "--", "seeds")
    (line,) = refused(capsys)
    assert line == f"at {short}: seeds: no corpus.yaml and no .txt or .md file in this folder"
