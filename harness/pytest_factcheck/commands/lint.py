"""`factcheck lint`: check files as they are written, and print nothing where nothing is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pytest_factcheck import settings
from pytest_factcheck.commands import NO_PROJECT
from pytest_factcheck.corpus import MANIFEST
from pytest_factcheck.errors import InvalidInput, Problem, UsageError, visible
from pytest_factcheck.filechecks import check
from pytest_factcheck.joblog import inert
from pytest_factcheck.project import Project
from pytest_factcheck.settings import Settings

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

PATTERN = frozenset("*?[")  # a shell hands on a pattern that fits nothing
EPILOG = """\
Each line is `path:line:column: kind: what is wrong (what to do)`, the path
relative to the current folder. Nothing is printed where nothing is wrong.
Exit codes: 0 no mistake, 1 mistakes, 2 a FILE that is not there, or is none of
a project's.

Examples:
  factcheck lint
  factcheck lint assertions/talks.yaml
  factcheck lint assertions/politics seeds/corpus.yaml
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "lint",
        help="check the form of files and what they refer to, without judging",
        description="Check files of assertions, and the manifest that they rest on: keys, values,\n"
        "repeated ids, sources that do not exist, slots that are not the claim's.\n"
        "Nothing is judged, and no source is read.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help=f"a file or folder of assertions; {MANIFEST} or the settings, on which every file rests, "
        "stand for the whole project (default: the project of this folder)",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print every mistake of the files that were named; 1 if there is one."""
    try:
        checks = _named(given.files) if given.files else [_whole()]
    except InvalidInput as error:
        problems = error.problems
    else:
        problems = tuple(sorted({found for project, chosen in checks for found in check(project, chosen)}))
    sys.stdout.writelines(f"{inert(visible(str(problem)))}\n" for problem in problems)
    return 1 if problems else 0


_Check = tuple[Project, Sequence[Path]]


def _whole() -> _Check:
    """Return the project of the current folder with all its files."""
    found = _settings(Path.cwd())
    if found is None:
        raise UsageError(NO_PROJECT)
    project = Project(found)
    if not project.paths:
        raise UsageError(
            f"{found.shown(found.assertions_folder)}: there is no file of assertions in this folder"
        )
    return project, project.paths


def _named(names: Sequence[str]) -> list[_Check]:
    """Return the projects that were named, each with the files that were.

    Raises:
        UsageError: With a line for each name that is none of a project's.
    """
    find, opened = cache(_settings), cache(Project)
    chosen: dict[Project, dict[Path, None]] = {}
    refused = []
    for name in dict.fromkeys(names):
        try:
            place = _place(name)
            project = opened(_known(name, find(place if place.is_dir() else place.parent)))
            chosen.setdefault(project, {}).update(dict.fromkeys(_files(name, place, project)))
        except UsageError as error:
            refused.append(str(error))
    if refused:
        raise UsageError("\n".join(dict.fromkeys(refused)))
    return [(project, tuple(paths)) for project, paths in chosen.items()]


def _place(name: str) -> Path:
    place = Path(os.path.abspath(name))  # noqa: PTH100 - `..` must go, and links stay
    if not place.exists():
        advice = " (a pattern that fits no file?)" if PATTERN.intersection(name) else ""
        raise UsageError(f"{name}: there is no such file or folder{advice}")
    return place


def _known(name: str, found: Settings | None) -> Settings:
    if found is None:
        raise UsageError(f"{name}: this belongs to no project")
    return found


def _files(name: str, place: Path, project: Project) -> Sequence[Path]:
    """Return the assertion files that a place stands for: itself, those below it, or all."""
    # The second look resolves links, which takes long where there are many files.
    for way in (Path.absolute, Path.resolve):
        inside = _inside(way(place), project, way)
        if inside is not None:
            return inside
    chosen = project.settings
    rests = f"the project has them in {chosen.assertions}/, and its sources in {chosen.corpus}/{MANIFEST}"
    what = "in this folder is no file of assertions" if place.is_dir() else "this is no file of assertions"
    raise UsageError(f"{name}: {what}; {rests}")


def _inside(place: Path, project: Project, way: Callable[[Path], Path]) -> Sequence[Path] | None:
    chosen = project.settings
    whole = (chosen.corpus_folder / MANIFEST, chosen.root / chosen.file)
    if any(way(path).is_relative_to(place) for path in whole if path.is_file()):
        return project.paths
    return [path for path in project.paths if way(path).is_relative_to(place)] or None


def _settings(folder: Path) -> Settings | None:
    """Return the settings that hold for a folder, their paths shown as seen from the current one."""
    above = (folder, *folder.parents)
    try:
        # A project without a settings file is found only in its own folder.
        found = next(filter(None, map(settings.find, above)), None)
    except InvalidInput as error:
        raise InvalidInput(_seen(error.problems, above)) from None
    return replace(found, prefix=_way(found.root)) if found else None


def _seen(problems: Sequence[Problem], above: Sequence[Path]) -> Iterator[Problem]:
    for problem in problems:
        name = problem.location.path
        home = next(folder for folder in above if (folder / name).is_file())
        yield replace(problem, location=replace(problem.location, path=_way(home / name)))


def _way(folder: Path) -> str:
    return PurePath(os.path.relpath(folder)).as_posix()
