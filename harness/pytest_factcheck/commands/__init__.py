"""The subcommands of `factcheck`: each adds its own parser and returns an exit code."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import assertions, settings
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.errors import InvalidInput, Problem, UsageError, did_you_mean
from pytest_factcheck.findings import Finding
from pytest_factcheck.options import judge_names
from pytest_factcheck.project import Project
from pytest_factcheck.reports.summary import RESTS_ON
from pytest_factcheck.textfile import decode

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - typeshed's only name


def opened(judges: str | None = None) -> Project:
    """Open the project of the current folder, or of one above it.

    Raises:
        UsageError: If there is none.
    """
    found = settings.find(Path.cwd())
    if found is None:
        sought = "no factcheck.toml, and no [tool.factcheck] in a pyproject.toml"
        raise UsageError(f"no project here: {sought} (try `factcheck init`)")
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


def read_again(text: str, shown: str) -> dict[str, Assertion]:
    """Return the assertions of a file that was edited, by their ids.

    Args:
        text: The file as it is to be on disk.
        shown: Its name as people see it.

    Raises:
        InvalidInput: If the edit would leave mistakes in it.
    """
    file = assertions.read(decode(text.encode("utf-8"), shown), shown)
    if file.problems:
        raise InvalidInput(file.problems)
    return {each.id: each for each in file.assertions}


def result_line(finding: Finding) -> str:
    """Return in one line what has become of an assertion whose file was edited."""
    name = finding.assertion.id
    if finding.problems:
        slugs = ", ".join(dict.fromkeys(problem.slug for problem in finding.problems))
        return f"{name}: fails: {slugs} (see `factcheck explain {name}`)"
    if finding.skipped:
        return f"{name}: not run: {finding.skipped}"
    return f"{name}: passes: {finding.verdict}, {RESTS_ON[finding.rests_on]}"
