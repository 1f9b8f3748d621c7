"""The subcommands of `factcheck`: each adds its own parser and returns an exit code."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import settings
from pytest_factcheck.errors import UsageError
from pytest_factcheck.options import judge_names
from pytest_factcheck.project import Project

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
