"""Files and cases: each YAML file below the assertions folder is a file of tests, each assertion a test.

Collecting reads YAML and the manifest only; a case reads the texts, when it is run. How an audit is summed
up and reported is not known here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck import reports
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.assertions.tags import RESERVED
from pytest_factcheck.corpus import MANIFEST
from pytest_factcheck.errors import FactcheckError, InvalidInput, Problem
from pytest_factcheck.folders import is_yaml_file
from pytest_factcheck.joblog import inert
from pytest_factcheck.project import Project
from pytest_factcheck.reports.background import with_misses
from pytest_factcheck.reports.failure import failure
from pytest_factcheck.reports.rows import AssertionRow, assertion_row

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr, TracebackStyle

    from pytest_factcheck.mutation.testing import MutationTest

ROW = pytest.StashKey[AssertionRow]()


class AssertionFailed(Exception):  # noqa: N818 - it is an outcome, not an error
    """An assertion has problems; carries the text that a reader sees."""


class Collection:
    """One project as it is collected: what was already told or registered is not done again."""

    def __init__(self, config: pytest.Config, project: Project) -> None:
        self.project = project
        self._config = config
        self._registered = False
        self._told: set[str] = set()

    @cached_property
    def mutation_test(self) -> MutationTest | None:
        """Return what tries the mutants of an assertion; None where nobody has asked for them."""
        return self.project.mutation_test() if self._config.option.audit_mutate else None

    @cached_property
    def makes_page(self) -> bool:
        """Tell whether a page is to be made, which shows more than the findings."""
        below = self._config.invocation_params.dir
        return any(reports.needs_background(path, below) for path in self._config.option.audit_report)

    def place(self, file_path: Path) -> Path | None:
        """Return a YAML file of this project under the name that the project has for it, or None."""
        if not is_yaml_file(file_path):
            return None
        folder = self.project.settings.assertions_folder
        inside = _below(file_path, folder)
        if inside is None or any(part.startswith(".") for part in inside.parts):
            return None
        place = folder / inside
        return None if place == self.project.settings.corpus_folder / MANIFEST else place

    def register_tags(self) -> None:
        """Make every tag of the project known to pytest, so that all can be marks where marks are strict."""
        if not self._registered:
            self._registered = True
            every = (each for file in self.project.files.values() for each in file.assertions)
            for tag in sorted({tag for assertion in every for tag in assertion.tags} - RESERVED):
                self._config.addinivalue_line("markers", f"{tag}: a tag of assertions")

    def once(self, message: str) -> str:
        """Return a message in full the first time, and its first line afterwards."""
        if message not in self._told:
            self._told.add(message)
            return message
        return f"nothing here can be checked, as told above: {message.splitlines()[0]}"


class AssertionFile(pytest.File):
    """One YAML file of assertions."""

    collection: Collection
    place: Path

    def collect(self) -> Iterator[AssertionCase]:
        """Yield one case for each assertion, or refuse the file with all its mistakes."""
        project = self.collection.project
        self.collection.register_tags()
        file = project.files.get(self.place)
        if file is None:
            raise self.CollectError(
                f"{project.settings.shown(self.place)}: not reached through plain folders"
            )
        try:
            mistakes = project.problems(self.place)
        except FactcheckError as error:
            raise self.CollectError(inert(self.collection.once(str(error)))) from None
        if mistakes:
            raise self.CollectError(inert("\n".join(map(str, mistakes))))
        for assertion in file.assertions:
            yield self._case(assertion)

    def _case(self, assertion: Assertion) -> AssertionCase:
        case: AssertionCase = AssertionCase.from_parent(self, name=assertion.id)
        case.declare(self.collection, assertion)
        return case


class AssertionCase(pytest.Item):
    """One assertion, audited when it runs."""

    assertion: Assertion
    project: Project
    mutation_test: MutationTest | None
    makes_page: bool

    def declare(self, collection: Collection, assertion: Assertion) -> None:
        """Take over what the assertion declares: its tags, and that it is known to fail."""
        if self.config.getoption("runxfail", default=False):
            assertion = replace(assertion, known_issue="")
        self.assertion, self.project = assertion, collection.project
        self.mutation_test, self.makes_page = collection.mutation_test, collection.makes_page
        self.user_properties += [
            ("factcheck_expect", str(assertion.expect)),
            ("factcheck_place", str(assertion.location)),
        ]
        for tag in assertion.tags:
            self.add_marker(tag)
        if assertion.known_issue:
            known = pytest.mark.xfail(reason=assertion.known_issue, strict=True, raises=AssertionFailed)
            self.add_marker(known)

    def runtest(self) -> None:
        """Audit the assertion; fail with what a reader should see."""
        finding = self.project.audit(self.assertion)
        row = assertion_row(finding)
        if self.makes_page:
            row = with_misses(row, finding, self.project.examiner)
        self.stash[ROW] = row
        if self.mutation_test and finding.passed:
            row["mutation"] = self.mutation_test.row(self.assertion)
        self.user_properties.append(("factcheck_verdict", row["verdict"]))
        if finding.skipped:
            pytest.skip(finding.skipped)
        if finding.problems:
            raise AssertionFailed(failure(row))

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: TracebackStyle | None = None
    ) -> str | TerminalRepr:
        """Show a failed assertion as its own text, and any other error as pytest does."""
        if isinstance(excinfo.value, AssertionFailed):
            return str(excinfo.value)
        if isinstance(excinfo.value, FactcheckError):
            return f"{self.assertion.location}: {self.name}: it could not be audited\n{excinfo.value}"
        if not self.config.option.fulltrace:
            excinfo.traceback = excinfo.traceback.cut(path=__file__)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Return the place of the assertion in its file; the line counts from 0."""
        return self.path, self.assertion.location.line - 1, self.name


def mistakes(project: Project, places: Iterable[Path]) -> tuple[Problem, ...]:
    """Return every mistake of some files, and of the manifest if it keeps them from being read, sorted."""
    asked = frozenset(places)
    found: set[Problem] = set()
    for place in project.files.keys() & asked if asked else ():  # who asks for none wants no file read
        try:
            found.update(project.problems(place))
        except InvalidInput as error:
            found.update(error.problems)
        except FactcheckError:
            continue  # it is about no line of a file, and pytest has told it
    return tuple(sorted(found))


def _below(path: Path, folder: Path) -> Path | None:
    # pytest hands out paths as they were typed, so that one side may lead through a symbolic link.
    for above, parent in ((folder, path.parent), (folder.resolve(), path.parent.resolve())):
        if parent.is_relative_to(above):
            return parent.relative_to(above) / path.name
    return None
