"""The tables of the judges: the words that they go by, kept as TOML in `judges/data`.

Each file is read once, whoever asks; what its rows mean is for the judges.
"""

from __future__ import annotations

from typing import Any

from pytest_factcheck.language import tables
from pytest_factcheck.language.words import stem

_HERE = "pytest_factcheck.judges"


def table(name: str) -> dict[str, Any]:
    """Return the table of `judges/data/<name>.toml`; treat it as read-only."""
    return tables.table(name, _HERE)


def words_of(name: str, *keys: str) -> frozenset[str]:
    """Return the words of the rows `keys` of a table of the judges."""
    return tables.word_list(name, *keys, package=_HERE)


def stems_of(name: str, *keys: str) -> frozenset[str]:
    """Return the stems of the words of the rows `keys` of a table of the judges."""
    return frozenset(map(stem, words_of(name, *keys)))
