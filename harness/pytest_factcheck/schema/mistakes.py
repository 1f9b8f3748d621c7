"""The kinds of mistake that a file written by hand can hold: slug and explanation, from one table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def mistakes() -> Mapping[str, str]:
    """Return every slug that reading a file can report, with one sentence on what is wrong."""
    table = files(__package__) / "data" / "mistakes.toml"
    return MappingProxyType(tomllib.loads(table.read_text(encoding="utf-8"))["mistakes"])
