"""The table of the coverage: words by which facts are told from opinions and credits, as TOML in `data`."""

from __future__ import annotations

from pytest_factcheck.language import tables
from pytest_factcheck.language.words import stem

_HERE = "pytest_factcheck.coverage"
_NAME = "checkable"


def words_of(*rows: str) -> frozenset[str]:
    """Return the words of some rows of the table."""
    return tables.word_list(_NAME, *rows, package=_HERE)


def stems_of(*rows: str) -> frozenset[str]:
    """Return the stems of the words of some rows."""
    return frozenset(map(stem, words_of(*rows)))


def phrases_of(row: str) -> tuple[str, ...]:
    """Return the phrases of a row."""
    return tuple(tables.table(_NAME, _HERE)[row])
