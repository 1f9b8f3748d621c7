"""A git repository, asked and never changed: which commit to compare with, and what stood in it.

The one module that runs git. It gives lists of words to it and no line for a shell, never lets a name be read
as an option, and reaches no network. What the files mean is not known here.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.gittree import Tree, entries

SHORT = 7  # digits of a commit, as GitHub shows it; git's own number grows with the repository
USUAL = ("origin/main", "origin/master", "main", "master")
NEEDED = "a comparison needs git, and no command `git` is found on this machine (install git)"
FETCH = "run `git fetch --unshallow` (in a GitHub workflow: `fetch-depth: 0`)"
# What `git rev-parse --local-env-vars` lists and git sets for its hooks, and the namespace. They belong to a
# repository, and the one asked here is that of the folder.
FOREIGN = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
QUIET = {
    "LC_ALL": "C",  # its messages are told apart below
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_PAGER": "cat",
}
LFS = b"version https://git-lfs.github.com/spec/v1\n"


@dataclass(frozen=True, slots=True)
class Base:
    """The commit that is compared with: its whole name, and how it was chosen."""

    commit: str
    chosen: str

    @property
    def short(self) -> str:
        """Return its name as people read it."""
        return self.commit[:SHORT]


class Repository:
    """The repository of one folder, which may be any folder of its working tree.

    Raises:
        UsageError: If there is no git, or the folder is not in a working tree.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        asked = ("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
        done = self._run(*asked)
        if done.returncode:
            raise UsageError(_why_no_repository(_words(done.stderr)))
        inside, shallow, prefix = _words(done.stdout).split("\n", 2)
        if inside != "true":
            raise UsageError("this folder is not in the working tree of a git repository")
        self._shallow = shallow == "true"
        self._prefix = prefix.removesuffix("\n")

    def base(self, ref: str | None = None) -> Base:
        """Return the commit where the work in this working tree began.

        Args:
            ref: A branch, a tag or a commit; the default branch if None.

        Raises:
            UsageError: If there is no such commit, or none that both have.
        """
        head = self._commit("HEAD")
        if head is None:
            raise UsageError("this branch has no commit yet, so that there is nothing to compare with")
        name = self._default_branch() if ref is None else ref
        other = self._commit(name)
        if other is None:
            raise UsageError(self._unknown(name))
        shared = self._answer("merge-base", head, other)
        if not shared:
            raise UsageError(self._nothing_shared(name))
        commit = shared.split("\n")[0]
        return Base(commit, f"HEAD, which {name} has too" if commit == head else f"merge base with {name}")

    def tree(self, commit: str) -> Tree:
        """Return what a commit has, with the names as they count from this folder.

        Args:
            commit: The whole name of a commit.

        Raises:
            UsageError: If some of the names are not on this machine.
        """
        done = self._run("ls-tree", "-r", "-z", "--full-tree", commit)
        if done.returncode:
            message = "the files of that commit are not on this machine (fetch them: `git fetch --refetch`)"
            raise UsageError(message)
        return Tree(dict(entries(done.stdout)), self._prefix, self._target)

    def contents(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """Return the bytes of files by what a tree gives for them.

        Raises:
            UsageError: If some are not on this machine.
        """
        wanted = sorted(set(blobs))
        done = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode())
        found: dict[str, bytes] = {}
        at = 0
        for blob in wanted:
            line_end = done.stdout.find(b"\n", at)
            header = done.stdout[at:line_end].split()
            if line_end < 0 or header[1:2] != [b"blob"]:
                raise UsageError(
                    f"a file of that commit is not on this machine: {blob} (fetch it: `git fetch --refetch`)"
                )
            at = line_end + 1 + int(header[2])
            found[blob] = self._fetched(done.stdout[line_end + 1 : at])
            at += 1
        return found

    def _fetched(self, raw: bytes) -> bytes:
        """Return what a pointer of Git LFS points at, where it was fetched; every other file as it is."""
        if not raw.startswith(LFS):
            return raw
        oid = raw.partition(b"oid sha256:")[2][:64].decode("ascii", "replace")
        folder = self._folder / self._answer("rev-parse", "--git-common-dir") / "lfs" / "objects"
        kept = folder / oid[:2] / oid[2:4] / oid
        if not oid.isalnum() or not kept.is_file():
            raise UsageError(
                f"a text of that commit lies in Git LFS and not on this machine: {oid} "
                "(fetch it: `git lfs fetch --all`)"
            )
        return kept.read_bytes()

    def _target(self, blob: str) -> str:
        return os.fsdecode(self.contents([blob])[blob])

    def _default_branch(self) -> str:
        remote = self._answer("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        own = self._answer("config", "--get", "init.defaultBranch")
        names = [remote, *USUAL, f"origin/{own}", own]
        for name in names:
            if name and self._commit(name) is not None:
                return name
        advice = f"; if it was not fetched, {FETCH}" if self._shallow else ""
        raise UsageError(f"no default branch is found: neither main nor master; name one with --base{advice}")

    def _commit(self, name: str) -> str | None:
        if not name.strip() or "\0" in name:
            return None
        answer = self._answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return answer or None

    def _unknown(self, name: str) -> str:
        known = self._answer("for-each-ref", "--format=%(refname:short)").split("\n")
        remote = f"origin/{name}"
        if remote in known:
            advice = f"did you mean '{remote}'?"
        elif self._shallow:
            advice = FETCH
        else:
            advice = did_you_mean(name, known) or "fetch it first, if it is on a server"
        shown = "".join(filter(str.isprintable, name))
        return f"no commit has the name `{shown}` in this repository ({advice})"

    def _nothing_shared(self, name: str) -> str:
        if self._shallow:
            return f"this clone is shallow, and does not reach the commit that HEAD and {name} share: {FETCH}"
        return f"HEAD and {name} share no commit, so that there is nothing to compare with"

    def _answer(self, *words: str) -> str:
        """Return what git prints, without the last line end; nothing where it refuses."""
        done = self._run(*words)
        return "" if done.returncode else _words(done.stdout).removesuffix("\n")

    def _run(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        command: Sequence[str] = ("git", "--no-pager", *words)
        try:
            return subprocess.run(  # noqa: S603 - a list of words, none of which can become an option
                command,
                cwd=self._folder,
                env={**kept, **QUIET},
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise UsageError(NEEDED) from None


def _words(raw: bytes) -> str:
    return os.fsdecode(raw)


def _why_no_repository(complaint: str) -> str:
    if "not a git repository" in complaint:
        return "this folder is not in a git repository, so that there is nothing to compare with"
    first = complaint.partition("\n")[0].removeprefix("fatal: ")
    advice = " (see `git config --global --add safe.directory`)" if "dubious ownership" in first else ""
    return f"git: {first}{advice}"
