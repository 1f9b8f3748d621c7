"""Which assertions a command line asks for, above all: what changed since a branch began."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.commands import opened, selecting
from pytest_factcheck.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from conftest import Git

Laid = Callable[[str], Path]
PROJECT = Path(__file__).parents[1] / "projects" / "mutation"
FERRY, KIOSK = "assertions/ferry.yaml", "assertions/press/kiosk.yaml"
IN_FERRY = ["crossing-lasted", "ferry-left", "no-fire"]
IN_KIOSK = ["kiosk-opened", "coffee-free", "seagulls-fed"]
EVERY = [*IN_FERRY, *IN_KIOSK]
NEW = """
  - id: seagulls-followed
    claim: Seagulls followed the ferry.
    expect: supported
    evidence:
      - {source: courier, quote: Seagulls followed it.}
"""


@pytest.fixture
def ferry(laid: Laid, git: Git) -> Git:
    """Lay out the project and commit it to `main`; the branch `work` begins there."""
    here = git.at(laid("mutation")).begin()
    here("checkout", "--quiet", "-b", "work")
    return here


def changed(ref: str = "main", judges: str | None = None) -> list[str]:
    """Return the ids of what changed since the branch left another."""
    project = opened(judges)
    return [each.id for each in selecting.changed_since(project, ref, project.assertions)]


def refused(ref: str) -> str:
    with pytest.raises(UsageError) as error:
        changed(ref)
    return str(error.value)


# By name and tag


def test_nothing_named_is_everything(laid: Laid) -> None:
    laid("mutation")
    project = opened()
    assert [each.id for each in selecting.named(project, ())] == EVERY
    assert selecting.tagged((), project.assertions) == project.assertions


def test_an_id_comes_before_a_folder_of_the_same_name(laid: Laid) -> None:
    (laid("mutation") / "no-fire").mkdir()
    assert [each.id for each in selecting.named(opened(), ["no-fire"])] == ["no-fire"]


def test_the_order_is_that_of_the_files_and_each_comes_once(laid: Laid) -> None:
    laid("mutation")
    chosen = selecting.named(opened(), ["kiosk-opened", FERRY, "no-fire", "./assertions/ferry.yaml"])
    assert [each.id for each in chosen] == [*IN_FERRY, "kiosk-opened"]


def test_one_tag_of_several_is_enough(laid: Laid) -> None:
    laid("flood")
    chosen = selecting.tagged(["money", "fire-crews"], opened().assertions)
    assert [each.id for each in chosen] == ["residents-evacuated", "repair-cost"]


def test_a_mistake_in_the_file_of_a_named_assertion_is_told(laid: Laid) -> None:
    laid("mistakes")
    with pytest.raises(InvalidInput) as error:
        selecting.named(opened(), ["assertions/a-broken.yaml"])
    assert {problem.location.path for problem in error.value.problems} == {"assertions/a-broken.yaml"}


def test_an_id_that_may_stand_in_a_file_with_mistakes_is_not_called_unknown(laid: Laid) -> None:
    laid("mistakes")
    with pytest.raises(InvalidInput):
        selecting.named(opened(), ["who-knows"])


# Since a branch began


def test_where_nothing_was_done_nothing_is_chosen(ferry: Git) -> None:
    assert changed() == []
    ferry.edit(FERRY, "topic: The ferry", "# A note.\n\ntopic: Ships")
    assert changed() == []


def test_without_a_name_everything_is_chosen(laid: Laid) -> None:
    laid("mutation")
    project = opened()
    assert selecting.changed_since(project, None, project.assertions) == project.assertions


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((FERRY, "claim: The ferry left", "claim: The old ferry left"), ["ferry-left"]),
        ((FERRY, "id: ferry-left", "id: the-ferry-left"), ["the-ferry-left"]),
        (("seeds/courier.txt", "Seagulls", "Gulls"), ["ferry-left", "no-fire", "seagulls-fed"]),
        (
            ("seeds/corpus.yaml", "gazette.txt,", "gazette.txt, published: 2020-05-05,"),
            ["crossing-lasted", "no-fire", *IN_KIOSK],
        ),
        (("factcheck.toml", '"slots", ', ""), EVERY),
    ],
    ids=["claim", "id", "text of a source", "manifest", "settings"],
)
@pytest.mark.parametrize("committed", [True, False], ids=["committed", "not yet"])
def test_what_rests_on_something_else_is_chosen(
    ferry: Git, edit: tuple[str, str, str], expected: list[str], committed: bool
) -> None:
    ferry.edit(*edit)
    if committed:
        ferry.commit()
    assert changed() == expected


def test_a_file_that_git_does_not_know_yet_is_new(ferry: Git) -> None:
    folder = ferry.folder / "assertions" / "new"
    folder.mkdir()
    (folder / "seagulls.yaml").write_text(f"assertions:{NEW}", encoding="utf-8")
    assert changed() == ["seagulls-followed"]


def test_what_moved_to_another_file_did_not_change(ferry: Git) -> None:
    (ferry.folder / FERRY).rename(ferry.folder / "assertions" / "ships.yaml")
    assert changed() == []


def test_what_others_did_since_does_not_count(ferry: Git) -> None:
    ferry("checkout", "--quiet", "main")
    ferry.edit(FERRY, "claim: The ferry left", "claim: The old ferry left")
    ferry.commit()
    ferry("checkout", "--quiet", "work")
    ferry.edit(KIOSK, "claim: The coffee", "claim: All coffee")
    assert changed() == ["coffee-free"]


def test_a_commit_that_is_younger_has_everything_of_this_one(ferry: Git) -> None:
    start = ferry("rev-parse", "HEAD")
    ferry.edit(FERRY, "claim: The ferry left", "claim: The old ferry left")
    ferry.commit()
    ferry("checkout", "--quiet", start)  # a detached HEAD
    assert changed("work") == []
    ferry.edit(KIOSK, "claim: The coffee", "claim: All coffee")
    assert changed("work") == ["coffee-free"]


def test_only_what_was_chosen_is_looked_at(ferry: Git) -> None:
    ferry.edit("factcheck.toml", '"slots", ', "")
    project = opened()
    chosen = selecting.changed_since(project, "main", selecting.tagged(["harbour"], project.assertions))
    assert [each.id for each in chosen] == ["ferry-left"]


def test_judges_of_the_command_line_are_no_change(ferry: Git) -> None:
    ferry.edit(KIOSK, "claim: The coffee", "claim: All coffee")
    assert changed(judges="verbatim") == ["coffee-free"]


def test_where_there_was_no_project_everything_is_new(git: Git, laid: Laid) -> None:
    here = git.at(laid("mutation"))
    here("init", "--quiet", "-b", "main")
    here("commit", "--quiet", "--allow-empty", "--message", "nothing yet")
    here("checkout", "--quiet", "-b", "work")
    here.commit()
    assert changed() == EVERY


def test_a_project_below_the_repository_is_compared_with_itself(
    git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PROJECT, git.folder / "checks")
    git.begin()
    git.edit(f"checks/{FERRY}", "claim: The ferry left", "claim: The old ferry left")
    monkeypatch.chdir(git.folder / "checks" / "seeds")
    assert changed() == ["ferry-left"]


def test_a_mistake_of_the_earlier_state_is_told_at_its_place_in_the_commit(ferry: Git) -> None:
    ferry.edit(FERRY, "expect: absent", "expect: abscent")
    short = ferry.commit()[:7]
    ferry("branch", "--force", "main", "HEAD")
    ferry.edit(FERRY, "expect: abscent", "expect: absent")
    with pytest.raises(InvalidInput) as error:
        changed()
    (problem,) = error.value.problems
    assert str(problem).startswith(f"{short}:./{FERRY}:23:13: bad-value: ")


def test_what_cannot_be_compared_with_is_told_in_one_line(ferry: Git) -> None:
    assert refused("mian") == "no commit has the name `mian` in this repository (did you mean 'main'?)"
    assert "no commit has the name `-x` in this repository" in refused("-x")
    assert refused(" ") == "--changed-since names nothing: give a branch, a tag or a commit"
    shutil.rmtree(ferry.folder / ".git")
    assert (
        refused("main") == "this folder is not in a git repository, so that there is nothing to compare with"
    )
