"""The rules: for each kind of problem what it is, what to do about it and how much it weighs, from one table.

A kind is known by its slug. Which problems an audit has is not known here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pytest_factcheck.schema.mistakes import mistakes

ERROR, WARNING, NOTE = "error", "warning", "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem, as a reader who has never seen it is told of it."""

    id: str
    short: str
    help: str
    level: str = ERROR


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rule for every slug that an audit, or reading its files, can report."""
    table = tomllib.loads((files(__package__) / "data" / "rules.toml").read_text(encoding="utf-8"))
    advice = table["mistake"]["help"]
    found = {slug: Rule(slug, sentence, advice) for slug, sentence in mistakes().items()}
    found |= {slug: Rule(slug, **row) for slug, row in table["rules"].items()}
    return MappingProxyType(dict(sorted(found.items())))
