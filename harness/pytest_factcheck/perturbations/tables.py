"""What the operators put in place of what stands there: pools and pairs, as a reviewer can read them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

TABLE: dict[str, Any] = tomllib.loads(
    files(__package__).joinpath("data/perturbations.toml").read_text("utf-8")
)


def pool(*path: str) -> tuple[str, ...]:
    """Return a list of the table as it is written: a row in which "_" joins the words of one entry."""
    found: Any = TABLE
    for key in path:
        found = found[key]
    return tuple(entry.replace("_", " ") for entry in found.split())


def pairs(rows: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield an entry and the one that may stand in its place, for rows "one > other" and "one = other"."""
    for row in rows:
        one, sign, other = (part.replace("_", " ") for part in row.split())
        yield one, other
        if sign == "=":
            yield other, one
