"""What a comparison finds, as values: every change of an assertion, of a source and of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pytest_factcheck.reports.rows import FAILED, PASSED, AssertionRow


class Kind(StrEnum):
    """How an assertion or a source differs between the two states."""

    ADDED = "added"
    CHANGED = "changed"  # what is written of it
    AFFECTED = "affected"  # written as before, and yet another result
    RENAMED = "renamed"
    REMOVED = "removed"
    NOT_COMPARED = "not compared"  # a text that it needs is there in one state only


@dataclass(frozen=True, slots=True)
class AssertionChange:
    """One assertion that differs.

    Attributes:
        kind: How.
        id: Its id, the new one if it has two.
        before: Its row in the old state, if it was there.
        after: Its row in the new state, if it is there.
        edits: What was written otherwise, in words.
        effects: What became of its result, in words.
        causes: Why the result is another, where nobody wrote anything else, in words.
    """

    kind: Kind
    id: str
    before: AssertionRow | None
    after: AssertionRow | None
    edits: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()

    @property
    def row(self) -> AssertionRow:
        """Return the newer of its rows."""
        row = self.after or self.before
        if row is None:
            raise ValueError(f"{self.id} stands in neither state")
        return row

    @property
    def fails_now(self) -> bool:
        """Tell whether it fails, and did not before."""
        return outcome(self.after) == FAILED and outcome(self.before) != FAILED

    @property
    def passes_now(self) -> bool:
        """Tell whether it passes, and failed before."""
        return outcome(self.after) == PASSED and outcome(self.before) == FAILED


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One source that differs: added, removed, changed, or not compared; `words` say in what."""

    kind: Kind
    id: str
    path: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything in which two states differ.

    Attributes:
        assertions: Those that differ, in the order of their files.
        sources: Those that differ, in the order of their ids.
        settings: Which settings differ, in words.
        failing: The ids that failed before and fail still.
    """

    assertions: tuple[AssertionChange, ...] = ()
    sources: tuple[SourceChange, ...] = ()
    settings: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()

    @property
    def failing_now(self) -> tuple[AssertionChange, ...]:
        """Return the assertions that fail and did not before."""
        return tuple(change for change in self.assertions if change.fails_now)

    def of(self, kind: Kind) -> tuple[AssertionChange, ...]:
        """Return the assertions that differ in one way."""
        return tuple(change for change in self.assertions if change.kind is kind)


def outcome(row: AssertionRow | None) -> str:
    """Return the outcome of a row; nothing where there is no row."""
    return row["outcome"] if row else ""
