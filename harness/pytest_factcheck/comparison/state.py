"""One state of a project: its settings, its sources, its assertions, and the row of each.

A value; how it came about, and which commit it is, is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.corpus import Source
from pytest_factcheck.reports.rows import AssertionRow

PLACES = ("location", "locations")  # how the names of fields end that say where something stands
Essence = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source, and the digest of its text; empty where the text is not there."""

    source: Source
    digest: str


@dataclass(frozen=True, slots=True)
class State:
    """One state of a project.

    Attributes:
        settings: What was chosen that bears on every result, in words, by the name of the setting.
        sources: Every source by its id.
        assertions: Every assertion by its id.
        rows: What the audit found, by the id of the assertion.
        grounds: Everything that a row rests on, by the id of the assertion; equal grounds, equal results.
    """

    settings: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, SourceState] = field(default_factory=dict)
    assertions: Mapping[str, Assertion] = field(default_factory=dict)
    rows: Mapping[str, AssertionRow] = field(default_factory=dict)
    grounds: Mapping[str, object] = field(default_factory=dict)


def essence(value: object) -> object:
    """Return a declaration without the places where it stands, so that moved lines make no difference."""
    if isinstance(value, tuple):
        return tuple(map(essence, value))
    if not is_dataclass(value):
        return value
    kept = (part.name for part in fields(value) if not part.name.endswith(PLACES))
    return tuple((name, essence(getattr(value, name))) for name in kept)


def written(assertion: Assertion) -> Essence:
    """Return what an assertion says in its file: everything but its id, its places, and the file's topic."""
    named = ((part.name, getattr(assertion, part.name)) for part in fields(assertion))
    return tuple(
        (name, essence(value))
        for name, value in named
        if not name.endswith(PLACES) and name not in ("id", "topic")
    )
