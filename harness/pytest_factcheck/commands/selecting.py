"""What the commands share that work through assertions: which of them the command line asks for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.commands.comparing import grounds
from pytest_factcheck.commands.earlier import earlier
from pytest_factcheck.errors import InvalidInput, UsageError, did_you_mean
from pytest_factcheck.folders import is_yaml_file
from pytest_factcheck.gitrepository import Repository
from pytest_factcheck.project import Project

Chosen = tuple[Assertion, ...]


def named(project: Project, names: Sequence[str]) -> Chosen:
    """Return the assertions that are named by id, file or folder, in their order; all if none is named.

    Raises:
        InvalidInput: With every mistake of the files that hold them.
        UsageError: If a name is none of these, or there is no assertion at all.
    """
    if not any(file.assertions or file.problems for file in project.files.values()):
        raise UsageError(f"{project.settings.assertions}: there is no assertion in this folder")
    if not names:
        return project.assertions
    ids = {each.id: path for path, file in project.files.items() for each in file.assertions}
    asked = {name: ids[name] for name in names if name in ids}
    paths = {path for name in names if name not in ids for path in _files(project, name, ids)}
    wanted = [path for path in project.files if path in paths or path in asked.values()]
    mistakes = [problem for path in wanted for problem in project.problems(path)]
    if mistakes:
        raise InvalidInput(mistakes)
    every = ((path, each) for path in wanted for each in project.files[path].assertions)
    return tuple(each for path, each in every if path in paths or each.id in asked)


def _files(project: Project, name: str, ids: Mapping[str, Path]) -> list[Path]:
    if is_yaml_file(Path(name)) or "/" in name or Path(name).exists():
        return below(project, name)
    unread = [problem for path in project.files for problem in project.problems(path)]
    if unread:
        raise InvalidInput(unread)  # the assertion may be one of those with a mistake
    hint = did_you_mean(name, tuple(ids)) or f"there are {len(ids)}; `pytest --collect-only -q` lists them"
    raise UsageError(f"no assertion has the id `{name}`, and no file this name ({hint})")


def below(project: Project, name: str) -> list[Path]:
    """Return the files of assertions that a file or folder stands for.

    Raises:
        UsageError: If there are none.
    """
    if not name.strip():
        raise UsageError("an empty name is no file (leave it out for all of them)")
    place = Path(name).resolve()
    found = [path for path in project.files if path.resolve().is_relative_to(place)]
    if found:
        return found
    if place.exists():
        raise UsageError(f"{name}: no file of assertions of this project is there")
    known = [os.path.relpath(path) for path in (project.settings.assertions_folder, *project.files)]
    hint = did_you_mean(name, known) or f"they lie below {known[0]}"
    raise UsageError(f"{name}: there is no such file ({hint})")


def tagged(tags: Sequence[str], chosen: Chosen) -> Chosen:
    """Return those of some assertions that have one of these tags; all if there is none.

    Raises:
        UsageError: If none of them has a tag.
    """
    known = sorted({tag for each in chosen for tag in each.tags})
    for tag in tags:
        if tag not in known:
            hint = did_you_mean(tag, known) or f"there are {', '.join(known) or 'none'}"
            raise UsageError(f"--tag {tag}: no assertion that was chosen has this tag ({hint})")
    return tuple(each for each in chosen if not tags or set(tags) & set(each.tags))


def changed_since(project: Project, ref: str | None, chosen: Chosen) -> Chosen:
    """Return those of some assertions that rest on something else than where the branch began.

    Args:
        project: The project as it is.
        ref: A branch, a tag or a commit; None for all of them.
        chosen: The assertions.

    Raises:
        UsageError: If there is no such commit, or no git.
        InvalidInput: If the state of that commit cannot be used.
    """
    if ref is None:
        return chosen
    if not ref.strip():
        raise UsageError("--changed-since names nothing: give a branch, a tag or a commit")
    repository = Repository(project.settings.root)
    with earlier(repository, repository.base(ref), project) as old:
        before = grounds(_asking(project, old), old.assertions) if old else {}
    now = grounds(project, chosen)
    return tuple(each for each in chosen if before.get(each.id) != now[each.id])


def _asking(project: Project, old: Project) -> Project:
    """Return an earlier state with the judges that the command line names, if any: they are no change."""
    if project.judge_names == project.settings.judges:
        return old
    return Project(old.settings, project.judge_names)
