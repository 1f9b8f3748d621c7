"""Some assertion files of a project, checked as pytest checks all of them when it collects, and quicker.

An id may be repeated in any other file. Only files that may hold an id of the chosen ones are read for that:
a scan of their bytes finds every way to write an id, and sometimes finds one where there is none. Nothing is
judged here, and no source text is opened.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from pytest_factcheck.assertions import duplicates
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.project import Project

# An id is one word: it begins a line, or follows what can stand before a value, and nothing else of the line
# is text. Only three escapes and an escaped line end could write it in another way.
_WORD = re.compile(
    rb"""(?:^|[\r:,{\[?-])[ \t]*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?=$|[\r,}\]#])""", re.MULTILINE
)
_ESCAPED = re.compile(rb"\\[xuU\r\n]")


def check(project: Project, chosen: Iterable[Path]) -> tuple[Problem, ...]:
    """Return every mistake of some assertion files and of the manifest, sorted.

    An id that is repeated is told at each place where it is repeated, in whichever file.

    Args:
        project: The project.
        chosen: Paths among `project.paths`.

    Raises:
        UsageError: If there is no corpus.
    """
    named = frozenset(chosen)
    files = [project.file(path) for path in sorted(named)]
    found = {problem for file in files for problem in file.problems}
    found.update(_repeated(project, named))
    try:
        found.update(problem for file in files for problem in project.references(file))
        project.corpus  # noqa: B018 - it is read also where no assertion asks for it
    except InvalidInput as error:
        found.update(error.problems)
    return tuple(sorted(found))


def may_hold(raw: bytes, ids: Collection[str]) -> bool:
    """Tell whether a file may have one of these ids; False only if it has none."""
    return bool(_ESCAPED.search(raw)) or any(word.decode() in ids for word in _WORD.findall(raw))


def _repeated(project: Project, chosen: frozenset[Path]) -> tuple[Problem, ...]:
    ids = {name for path in chosen for name, _ in project.file(path).ids}
    near = [project.file(path) for path in project.paths if path in chosen or _may_repeat(path, ids)]
    return duplicates(
        replace(file, ids=tuple(named for named in file.ids if named[0] in ids)) for file in near
    )


def _may_repeat(path: Path, ids: Collection[str]) -> bool:
    try:
        return may_hold(path.read_bytes(), ids)
    except OSError:
        return False  # a file that cannot be read has no assertions, and is told when it is checked itself
