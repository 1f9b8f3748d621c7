"""Files of assertions: text to checked values, and every mistake of a file at once.

A mistake is a value here and never an exception. Whether the sources that an assertion names exist can be
asked with `unknown_sources`; what the sources say is not known here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from pytest_factcheck import schema, yamlfile
from pytest_factcheck.assertions import consistency, construction
from pytest_factcheck.assertions.declarations import Assertion, AssertionFile, Named
from pytest_factcheck.errors import Problem, did_you_mean
from pytest_factcheck.location import Location
from pytest_factcheck.yamlfile.document import Document, Pointer, shown

_MOST_LISTED = 12


def read(text: str, path: str) -> AssertionFile:
    """Read a file of assertions; bad input makes problems, never an exception.

    Args:
        text: The file's text, decoded, its lines ended by LF.
        path: The file's name as people see it: relative, with forward slashes.
    """
    document, problems = yamlfile.parse(text, path)
    if document is None:
        return AssertionFile(path, "", (), problems)
    topic, found = _topic(document), set(problems).union(schema.validate(document, "assertions"))
    flawed, valid = _ByPlace(found), []
    ids: list[Named] = []
    loose: list[Named] = []
    for pointer, entry in _entries(document):
        ids += _written(document, (*pointer, "id"), entry.get("id"))
        flaws = flawed.within(document, pointer)
        if any(problem.slug != "unknown-key" for problem in flaws):
            loose += _sources(entry, document, pointer)
            continue
        assertion = construction.assertion(entry, document, pointer, topic)
        disagreements = tuple(consistency.problems(assertion, document, pointer))
        found.update(disagreements)
        if not flaws and not disagreements:
            valid.append(assertion)
        else:
            loose += _sources(entry, document, pointer)
    return AssertionFile(path, topic, tuple(valid), tuple(sorted(found)), tuple(ids), tuple(loose))


def _written(document: Document, pointer: Pointer, value: object) -> Iterator[Named]:
    if isinstance(value, str):
        yield value, document.at(pointer)


def _sources(entry: Mapping[str, Any], document: Document, pointer: Pointer) -> Iterator[Named]:
    """Yield the sources that an assertion names, whatever else is wrong with it."""
    evidence, silent = entry.get("evidence"), entry.get("silent")
    for number, item in enumerate(evidence if isinstance(evidence, list) else ()):
        place = (*pointer, "evidence", number, "source")
        yield from _written(document, place, item.get("source") if isinstance(item, dict) else None)
    for number, name in enumerate(silent if isinstance(silent, list) else ()):
        yield from _written(document, (*pointer, "silent", number), name)


def duplicates(files: Iterable[AssertionFile]) -> tuple[Problem, ...]:
    """Return a problem for every id that was taken before, at the later assertion.

    Args:
        files: All files of a project, in order.
    """
    first: dict[str, Location] = {}
    problems = []
    for name, place in (named for file in files for named in file.ids):
        earlier = first.setdefault(name, place)
        if earlier is not place:
            message = f"the id '{shown(name)}' is taken: it stands first at {earlier}"
            problems.append(Problem(place, "duplicate-id", message, "choose another"))
    return tuple(sorted(problems))


def unknown_sources(assertion: Assertion, known: Sequence[str], tags: Sequence[str]) -> tuple[Problem, ...]:
    """Return a problem for every source that an assertion names and the corpus does not have.

    Args:
        assertion: The assertion.
        known: The ids of all sources.
        tags: All tags of sources.
    """
    named = [(item.source, item.source_location) for item in assertion.evidence]
    named += zip(assertion.silent, assertion.silent_locations, strict=True)
    problems = list(unknown(named, known))
    for selector, place in zip(assertion.sources, assertion.sources_locations, strict=True):
        if selector not in tags and not any(fnmatchcase(name, selector) for name in known):
            problems.append(_unknown(selector, place, (*known, *tags)))
    return tuple(sorted(problems))


def unknown(named: Iterable[Named], known: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each source that is named and that the corpus does not have.

    Args:
        named: Ids of sources with their places.
        known: The ids of all sources.
    """
    yield from (_unknown(name, place, known) for name, place in named if name not in known)


def _unknown(name: str, place: Location, known: Sequence[str]) -> Problem:
    advice = did_you_mean(name, known) or f"there are {', '.join(known[:_MOST_LISTED]) or 'none'}"
    return Problem(place, "unknown-source", f"the corpus has no source '{name}'", advice)


class _ByPlace:
    """The problems of a file in order, for asking which of them lie within one value."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._problems = sorted(problems)

    def within(self, document: Document, pointer: Pointer) -> Sequence[Problem]:
        if not self._problems:
            return ()
        first = bisect_left(self._problems, document.at(pointer), key=_location)
        return self._problems[first : bisect_left(self._problems, document.end(pointer), key=_location)]


def _location(problem: Problem) -> Location:
    return problem.location


def _topic(document: Document) -> str:
    topic = document.data.get("topic") if isinstance(document.data, dict) else None
    return topic if isinstance(topic, str) else PurePosixPath(document.path).stem


def _entries(document: Document) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    entries = document.data.get("assertions") if isinstance(document.data, dict) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield ("assertions", number), entry
