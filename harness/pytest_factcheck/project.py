"""A project on disk: its settings, its corpus, its assertions and their findings. The input of the package.

Whatever reads a project's files asks here, so that the plugin and the command see the same project.
Nothing is read before it is asked for, and each file once. What judges is imported when it is asked for: to
read and check files takes a fraction of the time that its tables do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import assertions as assertion_files
from pytest_factcheck import corpus as corpora
from pytest_factcheck import judges
from pytest_factcheck.assertions import Assertion, AssertionFile
from pytest_factcheck.assertions.tags import reserved
from pytest_factcheck.corpus import Corpus
from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.folders import YAML_SUFFIXES, unreadable, yaml_files
from pytest_factcheck.location import Location
from pytest_factcheck.settings import Settings
from pytest_factcheck.textfile import decode

if TYPE_CHECKING:
    from pytest_factcheck.examination import Examiner
    from pytest_factcheck.findings import Finding
    from pytest_factcheck.mutation.testing import MutationTest


class Project:
    """One project: settings, and everything that follows from them."""

    def __init__(self, settings: Settings, judge_names: Sequence[str] = ()) -> None:
        self.settings = settings
        self.judge_names = tuple(judge_names) or settings.judges
        judges.check_names(self.judge_names)
        self._files: dict[Path, AssertionFile] = {}
        self._problems: dict[Path, tuple[Problem, ...]] = {}

    @cached_property
    def corpus(self) -> Corpus:
        """Return the corpus of this project."""
        folder = self.settings.corpus_folder
        return open_corpus(folder, self.settings.shown(folder))

    @cached_property
    def examiner(self) -> Examiner:
        """Return the corpus with the judges that this project has chosen."""
        from pytest_factcheck.examination import Examiner  # noqa: PLC0415 - see the head of this file

        return Examiner(self.corpus, judges.named(self.judge_names))

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Return the path of every assertion file of the project, in order; no file is opened.

        Raises:
            InvalidInput: If a folder cannot be read.
        """
        folder, manifest = self.settings.assertions_folder, self.settings.corpus_folder / corpora.MANIFEST
        try:
            return tuple(path for path in yaml_files(folder) if path != manifest)
        except OSError as error:
            place = Location(self.settings.shown(Path(error.filename or folder)))
            raise InvalidInput([unreadable(place, error)]) from None

    @cached_property
    def files(self) -> dict[Path, AssertionFile]:
        """Return every assertion file of the project by its path, in order."""
        return {path: self.file(path) for path in self.paths}

    def file(self, path: Path) -> AssertionFile:
        """Return one assertion file of the project."""
        if path not in self._files:
            self._files[path] = self._read(path)
        return self._files[path]

    def written(self) -> Iterator[tuple[str, str]]:
        """Yield the path from the project of every assertion file that can be read, and what it holds."""
        for path in self.paths:
            shown = self.settings.shown(path)
            with suppress(InvalidInput, OSError):  # which is told where the file is audited
                yield shown, decode(path.read_bytes(), shown)

    @cached_property
    def repeated(self) -> tuple[Problem, ...]:
        """Return a problem for every id that two assertions of the project share."""
        return assertion_files.duplicates(self.files.values())

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """Return every assertion of the project.

        Raises:
            InvalidInput: With every mistake of every file.
        """
        problems = [problem for path in self.files for problem in self.problems(path)]
        if problems:
            raise InvalidInput(problems)
        return tuple(assertion for file in self.files.values() for assertion in file.assertions)

    def problems(self, path: Path) -> tuple[Problem, ...]:
        """Return every mistake of one assertion file, in the order of the file."""
        if path not in self._problems:
            self._problems[path] = self._checked(self.file(path))
        return self._problems[path]

    def _checked(self, file: AssertionFile) -> tuple[Problem, ...]:
        repeated = (problem for problem in self.repeated if problem.location.path == file.path)
        return tuple(sorted({*file.problems, *repeated, *self.references(file)}))

    def references(self, file: AssertionFile) -> Iterator[Problem]:
        """Find where the assertions of a file do not fit what is around them: corpus, claim, pytest."""
        for assertion in file.assertions:
            yield from self._references(assertion)
        if file.loose:
            yield from assertion_files.unknown(file.loose, tuple(self.corpus.sources))

    def with_text(self, source_id: str, raw: bytes) -> Project:
        """Return this project as it would be with another text for one source, its digest locked.

        Args:
            source_id: The source.
            raw: Its new text, as it would lie on disk.

        Raises:
            KeyError: If the corpus has no such source.
            InvalidInput: If the text is not UTF-8.
        """
        other = Project(self.settings, self.judge_names)
        other.corpus = self.corpus.with_text(source_id, raw)
        other.files = self.files
        return other

    def audit(self, assertion: Assertion) -> Finding:
        """Audit one assertion of this project."""
        from pytest_factcheck.audit import audit  # noqa: PLC0415 - see the head of this file

        return audit(self.examiner, assertion, strict=self.settings.strict)

    def mutation_test(self, seed: int = 0, most: int | None = None) -> MutationTest:
        """Return what tries the mutants of an assertion of this project.

        Args:
            seed: What mutants are drawn by, where not all are tried.
            most: The most mutants of one assertion; None for all.
        """
        from pytest_factcheck.mutation.testing import MutationTest  # noqa: PLC0415 - see the head of this file

        judged_by = judges.named(self.judge_names)
        return MutationTest(self.corpus, judged_by, strict=self.settings.strict, seed=seed, most=most)

    def _read(self, path: Path) -> AssertionFile:
        shown = self.settings.shown(path)
        folders = (self.settings.root, self.settings.assertions_folder)
        misplaced = tuple(_misplaced(path, shown, folders))
        if misplaced:
            return AssertionFile(shown, "", (), misplaced)
        try:
            text = decode(path.read_bytes(), shown)
        except InvalidInput as error:
            return AssertionFile(shown, "", (), error.problems)
        except OSError as error:
            return AssertionFile(shown, "", (), (unreadable(Location(shown), error),))
        return assertion_files.read(text, shown)

    def _references(self, assertion: Assertion) -> Iterable[Problem]:
        corpus = self.corpus
        yield from assertion_files.unknown_sources(assertion, tuple(corpus.sources), corpus.tags)
        yield from _out_of_scope(assertion, corpus)
        yield from reserved(assertion)
        yield from _foreign_slots(assertion)


def _misplaced(path: Path, shown: str, folders: Iterable[Path]) -> Iterable[Problem]:
    """Yield what keeps a file from being read as one of assertions, whatever stands in it."""
    if path.suffix.lower() not in YAML_SUFFIXES:
        message, advice = "a file of assertions does not end in .txt", "rename it to end in .yaml"
        yield Problem(Location(shown), "bad-file-name", message, advice)
    elif not path.name.isprintable():
        message = "characters that nobody sees stand in this name, or bytes that are no text"
        yield Problem(Location(shown), "bad-file-name", message, "rename it")
    elif not any(Path(os.path.realpath(path)).is_relative_to(os.path.realpath(each)) for each in folders):
        yield Problem(
            Location(shown), "unsafe-path", "this link leads out of the project", "put the file there"
        )


def _out_of_scope(assertion: Assertion, corpus: Corpus) -> Iterable[Problem]:
    in_scope = {source.id for source in corpus.selected(assertion.sources, assertion.as_of)}
    named = [(item.source, item.location) for item in assertion.evidence]
    named += list(zip(assertion.silent, assertion.silent_locations, strict=True))
    for source, location in named:
        if source in corpus.sources and source not in in_scope:
            message = f"`{source}` is outside the scope that `sources` or `as_of` gives this assertion"
            yield Problem(location, "contradictory-declaration", message)


def _foreign_slots(assertion: Assertion) -> Iterable[Problem]:
    if not assertion.slots:
        return
    from pytest_factcheck.judges.declared import slot_mistake  # noqa: PLC0415 - see the head of this file

    for slot, location in zip(assertion.slots, assertion.slot_locations, strict=True):
        mistake = slot_mistake(assertion.claim, slot)
        if mistake:
            yield Problem(location, *mistake)
