"""A git repository: the commit to compare with, what stood in it, and one clear line where there is none."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.errors import UsageError
from pytest_factcheck.gitrepository import FOREIGN, Repository

if TYPE_CHECKING:
    from conftest import Git

FETCH = "run `git fetch --unshallow` (in a GitHub workflow: `fetch-depth: 0`)"


def written(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def branched(git: Git) -> tuple[Git, str]:
    """Return a repository on the branch `work`, one commit ahead of `main`, and where the two part."""
    written(git.folder, "a.txt", "one\n")
    git.begin()
    start = git("rev-parse", "HEAD")
    git("checkout", "--quiet", "-b", "work")
    written(git.folder, "a.txt", "two\n")
    git.commit()
    return git, start


def refusal(folder: Path, ref: str | None = None) -> str:
    """Return the one line with which a folder, or a commit to compare with, is refused."""
    with pytest.raises(UsageError) as caught:
        Repository(folder).base(ref)
    line = str(caught.value)
    assert "\n" not in line
    return line


# Which commit


def test_the_base_is_where_the_branch_left_the_default_branch(branched: tuple[Git, str]) -> None:
    git, start = branched
    base = Repository(git.folder).base()
    assert (base.commit, base.short, base.chosen) == (start, start[:7], "merge base with main")


def test_what_came_to_the_default_branch_later_does_not_count(branched: tuple[Git, str]) -> None:
    git, start = branched
    git("checkout", "--quiet", "main")
    written(git.folder, "b.txt", "later\n")
    git.commit()
    git("checkout", "--quiet", "work")
    assert Repository(git.folder).base().commit == start
    assert Repository(git.folder).base("main").commit == start


def test_on_the_default_branch_the_base_is_its_last_commit(git: Git) -> None:
    written(git.folder, "a.txt", "one\n")
    git.begin()
    base = Repository(git.folder).base()
    assert (base.commit, base.chosen) == (git("rev-parse", "HEAD"), "HEAD, which main has too")


@pytest.mark.parametrize("name", ["main", "master", "trunk"])
def test_the_default_branch_is_main_or_master_or_what_git_calls_it(git: Git, name: str) -> None:
    written(git.folder, "a.txt", "one\n")
    git.begin(name)
    git("config", "init.defaultBranch", "trunk")
    git("checkout", "--quiet", "-b", "work")
    assert Repository(git.folder).base().chosen == f"HEAD, which {name} has too"


def test_the_default_branch_of_the_server_comes_before_every_other(branched: tuple[Git, str]) -> None:
    git, _ = branched
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert Repository(git.folder).base().chosen == "HEAD, which origin/main has too"
    git("update-ref", "refs/remotes/origin/trunk", "main")
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert Repository(git.folder).base().chosen == "merge base with origin/trunk"


def test_a_link_to_a_branch_of_the_server_that_is_gone_is_passed_over(branched: tuple[Git, str]) -> None:
    git, _ = branched
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    assert Repository(git.folder).base().chosen == "merge base with main"


def test_a_detached_head_has_a_base_too(branched: tuple[Git, str]) -> None:
    git, start = branched
    git("checkout", "--quiet", "--detach")
    assert Repository(git.folder).base().commit == start


def test_a_tag_and_a_part_of_a_commit_name_a_base(branched: tuple[Git, str]) -> None:
    git, start = branched
    git("tag", "--annotate", "--message", "first", "v1", start)
    assert Repository(git.folder).base("v1").commit == start
    assert Repository(git.folder).base(start[:10]).chosen == f"merge base with {start[:10]}"


def test_the_repository_of_the_folder_counts_and_not_that_of_a_hook(
    branched: tuple[Git, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git, start = branched
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert Repository(git.folder).base().commit == start


def test_everything_that_git_calls_local_to_a_repository_is_kept_from_it(git: Git) -> None:
    assert set(git("rev-parse", "--local-env-vars").split()) <= FOREIGN


def test_objects_are_those_of_the_folder_too(
    branched: tuple[Git, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git, start = branched
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.bare=true'")
    assert Repository(git.folder).base().commit == start


def test_a_name_that_begins_with_a_dash_is_a_name(branched: tuple[Git, str]) -> None:
    git, start = branched
    git("update-ref", "refs/tags/-p", start)
    assert Repository(git.folder).base("-p").commit == start


# Refusals


def test_a_folder_outside_every_repository_is_refused(git: Git) -> None:
    assert refusal(git.folder) == (
        "this folder is not in a git repository, so that there is nothing to compare with"
    )


def test_the_inside_of_a_repository_is_no_working_tree(branched: tuple[Git, str]) -> None:
    git, _ = branched
    assert refusal(git.folder / ".git") == "this folder is not in the working tree of a git repository"


def test_missing_git_is_named(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(git.folder))
    assert refusal(git.folder) == (
        "a comparison needs git, and no command `git` is found on this machine (install git)"
    )


def test_a_branch_without_a_commit_is_refused(git: Git) -> None:
    git("init", "--quiet", "-b", "main")
    assert refusal(git.folder) == ("this branch has no commit yet, so that there is nothing to compare with")


def test_a_repository_without_a_default_branch_asks_for_a_name(git: Git) -> None:
    written(git.folder, "a.txt", "one\n")
    git.begin("work")
    assert refusal(git.folder) == (
        "no default branch is found: neither main nor master; name one with --base"
    )


def test_an_unknown_name_is_refused_with_the_one_that_may_be_meant(branched: tuple[Git, str]) -> None:
    git, _ = branched
    git("update-ref", "refs/remotes/origin/release", "main")
    unknown = "no commit has the name `{}` in this repository ({})"
    assert refusal(git.folder, "mian") == unknown.format("mian", "did you mean 'main'?")
    assert refusal(git.folder, "release") == unknown.format("release", "did you mean 'origin/release'?")
    assert refusal(git.folder, "xyzzy") == unknown.format("xyzzy", "fetch it first, if it is on a server")


@pytest.mark.parametrize(
    "ref", ["", " ", "--output=owned", "-p", "main..work", "HEAD:a.txt", "a\0b", "ma\nin"]
)
def test_what_is_no_commit_is_refused_and_never_becomes_an_option(
    branched: tuple[Git, str], ref: str
) -> None:
    git, _ = branched
    with pytest.raises(UsageError, match="no commit has the name"):
        Repository(git.folder).base(ref)
    assert not (git.folder / "owned").exists()


def test_histories_that_share_no_commit_cannot_be_compared(branched: tuple[Git, str]) -> None:
    git, _ = branched
    git("checkout", "--quiet", "--orphan", "other")
    git.commit()
    assert refusal(git.folder) == "HEAD and main share no commit, so that there is nothing to compare with"


@pytest.fixture
def shallow(branched: tuple[Git, str], tmp_path_factory: pytest.TempPathFactory) -> Git:
    """Return a clone of one commit of `work`, as a workflow has it that does not ask for more."""
    git, _ = branched
    git("checkout", "--quiet", "main")
    git.commit()
    folder = tmp_path_factory.mktemp("clone")
    git("clone", "--quiet", "--depth=1", "--branch=work", f"file://{git.folder}", str(folder))
    return git.at(folder)


def test_a_shallow_clone_without_the_default_branch_says_how_to_fetch_it(shallow: Git) -> None:
    assert refusal(shallow.folder) == (
        "no default branch is found: neither main nor master; name one with --base; "
        f"if it was not fetched, {FETCH}"
    )
    assert refusal(shallow.folder, "origin/main").endswith(f"({FETCH})")


def test_a_shallow_clone_without_the_shared_commit_says_how_to_fetch_it(shallow: Git) -> None:
    shallow("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert refusal(shallow.folder) == (
        f"this clone is shallow, and does not reach the commit that HEAD and origin/main share: {FETCH}"
    )


# Files


def files(git: Git, folder: Path | None = None) -> dict[str, str]:
    """Return the texts of the last commit by their names, as they are seen from a folder."""
    repository = Repository(folder or git.folder)
    tree = repository.tree(git("rev-parse", "HEAD"))
    found = {name: blob for name in tree.names("") if (blob := tree.file(name))}
    contents = repository.contents(found.values())
    return {name: contents[blob].decode("utf-8") for name, blob in found.items()}


def test_the_files_of_a_commit_are_those_that_git_holds(git: Git) -> None:
    written(git.folder, "a.txt", "one\r\n")
    written(git.folder, "sub/ä “b” .txt", "same\n")
    written(git.folder, "sub/c.txt", "same\n")
    git.begin()
    written(git.folder, "a.txt", "not committed\n")
    written(git.folder, "new.txt", "not committed\n")
    assert files(git) == {"a.txt": "one\r\n", "sub/c.txt": "same\n", "sub/ä “b” .txt": "same\n"}


def test_names_count_from_the_folder_of_the_project(git: Git) -> None:
    written(git.folder, "a.txt", "above\n")
    written(git.folder, "sub/deep/b.txt", "below\n")
    git.begin()
    assert files(git, git.folder / "sub") == {"deep/b.txt": "below\n"}


def test_a_folder_that_the_commit_does_not_have_has_no_files(branched: tuple[Git, str]) -> None:
    git, start = branched
    written(git.folder, "later/b.txt", "below\n")
    assert list(Repository(git.folder / "later").tree(start).names("")) == []


def test_no_attribute_changes_or_hides_what_was_committed(git: Git) -> None:
    written(git.folder, ".gitattributes", "a.txt export-subst\nb.txt export-ignore\n*.txt filter=shout\n")
    written(git.folder, "a.txt", "$Format:%H$\n")
    written(git.folder, "b.txt", "kept\n")
    git("init", "--quiet", "-b", "main")
    git("config", "filter.shout.smudge", "tr a-z A-Z")
    git.begin()
    assert {name: text for name, text in files(git).items() if name.endswith(".txt")} == {
        "a.txt": "$Format:%H$\n",
        "b.txt": "kept\n",
    }


def test_a_link_within_the_commit_is_followed(git: Git) -> None:
    written(git.folder, "sub/a.txt", "one\n")
    written(git.folder, "b.txt", "above\n")
    for name, target in {"link.txt": "a.txt", "chain.txt": "link.txt", "up.txt": "../b.txt"}.items():
        (git.folder / "sub" / name).symlink_to(target)
    git.begin()
    assert files(git, git.folder / "sub") == {
        "a.txt": "one\n",
        "link.txt": "one\n",
        "chain.txt": "one\n",
        "up.txt": "above\n",
    }


def test_a_submodule_is_passed_over(git: Git) -> None:
    written(git.folder, "a.txt", "one\n")
    git.begin()
    head = git("rev-parse", "HEAD")
    git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
    git("commit", "--quiet", "--message", "module")
    assert files(git) == {"a.txt": "one\n"}


def test_a_text_in_lfs_is_read_where_it_was_fetched(git: Git) -> None:
    oid = hashlib.sha256(b"one\n").hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 4\n"
    written(git.folder, "a.txt", pointer)
    git.begin()
    with pytest.raises(UsageError, match=f"lies in Git LFS and not on this machine: {oid}"):
        files(git)
    written(git.folder, f".git/lfs/objects/{oid[:2]}/{oid[2:4]}/{oid}", "one\n")
    assert files(git) == {"a.txt": "one\n"}


def test_a_file_that_is_not_on_this_machine_is_named_and_nothing_is_fetched(git: Git) -> None:
    written(git.folder, "a.txt", "one\n")
    git.begin()
    blob = git("rev-parse", "HEAD:a.txt")
    shutil.rmtree(git.folder / ".git/objects" / blob[:2])
    with pytest.raises(UsageError, match=f"a file of that commit is not on this machine: {blob}"):
        files(git)


def test_a_commit_whose_names_are_not_on_this_machine_is_refused_and_is_not_empty(git: Git) -> None:
    written(git.folder, "sub/a.txt", "one\n")
    git.begin()
    folder = git("rev-parse", "HEAD:sub")
    shutil.rmtree(git.folder / ".git/objects" / folder[:2])
    head = git("rev-parse", "HEAD")
    with pytest.raises(UsageError) as caught:
        Repository(git.folder).tree(head)
    assert str(caught.value) == (
        "the files of that commit are not on this machine (fetch them: `git fetch --refetch`)"
    )
