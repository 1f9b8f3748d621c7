"""A project as a commit has it, laid into a folder of its own: settings, assertions and corpus.

It is read from git's own store, so that the working tree is not touched and no filter or hook runs. What git
does not hold is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from pytest_factcheck import settings
from pytest_factcheck.gitrepository import Repository
from pytest_factcheck.settings import OWN_FILE, SHARED_FILE, Settings


def laid(repository: Repository, commit: str, folder: Path) -> Settings | None:
    """Lay a project into an empty folder, and return its settings.

    Args:
        repository: Opened at the root of the project.
        commit: The whole name of a commit.
        folder: Where it is laid.

    Returns:
        The settings with `folder` as their root, or None where the commit has no project there.

    Raises:
        InvalidInput: If the settings of that commit cannot be used.
        UsageError: If git cannot read a file of it.
    """
    files = repository.files(commit)
    _write(repository, files, (name for name in (OWN_FILE, SHARED_FILE) if name in files), folder)
    chosen = settings.at(folder) or Settings(folder)
    places = [PurePosixPath(place) for place in (chosen.assertions, chosen.corpus)]
    wanted = [name for name in files if any(PurePosixPath(name).is_relative_to(place) for place in places)]
    _write(repository, files, wanted, folder)
    found = settings.at(folder)
    return found if found and found.corpus_folder.is_dir() else None


def _write(repository: Repository, files: Mapping[str, str], names: Iterable[str], folder: Path) -> None:
    wanted = {name: files[name] for name in names}
    contents = repository.contents(wanted.values())
    for name, blob in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[blob])
