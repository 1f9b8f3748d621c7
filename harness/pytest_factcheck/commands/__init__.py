"""The subcommands of `factcheck`: each adds its own parser and returns an exit code.

This file is read for every command, so it imports nothing that only some of them need.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import settings
from pytest_factcheck.errors import InvalidInput, Problem, UsageError, did_you_mean
from pytest_factcheck.options import judge_names

if TYPE_CHECKING:
    from pytest_factcheck.assertions import Assertion
    from pytest_factcheck.project import Project

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - typeshed's only name

NO_PROJECT = (
    "no project here: no factcheck.toml, and no [tool.factcheck] in a pyproject.toml (try `factcheck init`)"
)


def opened(judges: str | None = None) -> Project:
    """Open the project of the current folder, or of one above it.

    Raises:
        UsageError: If there is none.
    """
    from pytest_factcheck.project import Project  # noqa: PLC0415 - it reads YAML, and `schema` reads none

    found = settings.find(Path.cwd())
    if found is None:
        raise UsageError(NO_PROJECT)
    return Project(found, judge_names(judges))


def declared(project: Project, name: str, advice: str = "") -> tuple[Path, Assertion]:
    """Return the assertion with an id and its file; mistakes in other files are passed over.

    Args:
        project: Where it is looked for.
        name: The id.
        advice: What else is told where no assertion has this id.

    Raises:
        InvalidInput: If it is not found, and some file cannot be used.
        UsageError: If no assertion has this id.
    """
    known: list[str] = []
    mistakes: list[Problem] = []
    for path, file in project.files.items():
        problems = project.problems(path)
        mistakes += problems
        for assertion in file.assertions:
            if assertion.id == name and not problems:
                return path, assertion
            known.append(assertion.id)
    if mistakes:
        raise InvalidInput(mistakes)
    if not known:
        raise UsageError(f"{project.settings.assertions}: there is no assertion in this folder")
    hint = did_you_mean(name, known) or f"there are {len(known)}; `pytest --collect-only -q` lists them"
    refusal = f"no assertion has the id `{name}` ({hint})"
    raise UsageError("; ".join(filter(None, (refusal, advice))))
