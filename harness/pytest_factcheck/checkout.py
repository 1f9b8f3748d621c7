"""A project as a commit has it, laid into a folder of its own: settings, assertions and corpus.

It is read from git's own store, so that the working tree is not touched and no filter or hook runs. What git
does not hold is not there, and what an audit does not read is not fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from pytest_factcheck import settings
from pytest_factcheck.corpusfolder import described_corpus
from pytest_factcheck.folders import is_yaml_file
from pytest_factcheck.gitrepository import Repository
from pytest_factcheck.gittree import Tree
from pytest_factcheck.settings import MANIFEST, OWN_FILE, SHARED_FILE, SUFFIXES, Settings


def laid(repository: Repository, commit: str, folder: Path) -> Settings | None:
    """Lay a project into an empty folder, and return its settings.

    Args:
        repository: Opened at the root of the project.
        commit: The whole name of a commit.
        folder: Where it is laid.

    Returns:
        The settings with `folder` as their root, or None where the commit has no project there.

    Raises:
        InvalidInput: If the settings or the manifest of that commit cannot be used.
        UsageError: If git cannot read a file of it, or a link leads out of the commit.
    """
    tree = repository.tree(commit)
    _write(repository, tree, (OWN_FILE, SHARED_FILE), folder)
    chosen = settings.at(folder) or Settings(folder)
    for place in filter(tree.has_folder, (chosen.assertions, chosen.corpus)):
        (folder / place).mkdir(parents=True, exist_ok=True)
        _write(repository, tree, (name for name in tree.names(place) if is_yaml_file(Path(name))), folder)
    _write(repository, tree, _texts(tree, chosen), folder)
    found = settings.at(folder)
    return found if found and found.corpus_folder.is_dir() else None


def _texts(tree: Tree, chosen: Settings) -> Iterator[str]:
    """Yield the names of the sources: those that the manifest gives, or without one every text."""
    if (chosen.corpus_folder / MANIFEST).is_file():
        corpus = described_corpus(chosen.corpus_folder, chosen.corpus)
        yield from (source.path for source in corpus.sources.values())
    else:
        names = tree.names(chosen.corpus)
        yield from (name for name in names if PurePosixPath(name).suffix.lower() in SUFFIXES)


def _write(repository: Repository, tree: Tree, names: Iterable[str], folder: Path) -> None:
    wanted = {name: blob for name in names if (blob := tree.file(name))}
    contents = repository.contents(wanted.values())
    for name, blob in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[blob])
