"""What the commands share that look at an earlier state: the project as a commit has it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytest_factcheck import checkout
from pytest_factcheck.errors import InvalidInput, Problem, UsageError
from pytest_factcheck.gitrepository import Base, Repository
from pytest_factcheck.location import Location
from pytest_factcheck.project import Project
from pytest_factcheck.wholefile import write_whole


@contextmanager
def earlier(repository: Repository, base: Base, project: Project) -> Iterator[Project | None]:
    """Lay the project as a commit has it into a folder, for as long as it is looked at; None if it has none.

    Args:
        repository: Opened at the root of the project.
        base: The commit.
        project: The project as it is, which lends the texts that git does not hold.

    Raises:
        InvalidInput: With every mistake of that state, at its place in the commit.
        UsageError: If git cannot read it.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        try:
            found = checkout.laid(repository, base.commit, Path(folder).resolve())
            old = Project(found) if found else None
            if old:
                _borrow(old, project)
            yield old
        except InvalidInput as error:
            raise InvalidInput(_at(base, problem) for problem in error.problems) from None
        except UsageError as error:
            raise UsageError(f"at {base.short}: {error}") from None


def _borrow(old: Project, new: Project) -> None:
    """Lend the old state the texts that git does not hold, where they are those that its manifest locked."""
    for source in old.corpus.sources.values():
        path = old.settings.corpus_folder / source.below(old.corpus.path)
        if source.sha256 and source.id in new.corpus.sources and not path.is_file():
            text = new.corpus.text(source.id)
            if text and text.digest == source.sha256:
                write_whole(path, text.text)


def _at(base: Base, problem: Problem) -> Problem:
    # As git itself names a file of a commit: `git show 3f2a1b9:./assertions/talks.yaml`.
    place = problem.location
    where = Location(f"{base.short}:./{place.path}", place.line, place.column)
    return Problem(where, problem.slug, problem.message, problem.advice)
