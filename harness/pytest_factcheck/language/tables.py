"""The tables of the language layer: what it knows of English, kept as TOML beside the code.

This module reads the files of `language/data` and knows nothing of what they mean.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of `language/data/<name>.toml`; treat it as read-only."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


def word_list(name: str, *keys: str) -> frozenset[str]:
    """Return the words of the rows `keys` of a table; in a row, white space parts words."""
    rows = table(name)
    return frozenset(word for key in keys for word in rows[key].split())
