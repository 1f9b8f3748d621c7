"""Tables of words: what a layer knows of English, kept as TOML in `data` beside its code.

This module reads the files, those of `language` unless another package is named, and knows nothing of what
they mean.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_HERE = "pytest_factcheck.language"


@cache
def table(name: str, package: str = _HERE) -> dict[str, Any]:
    """Return the table of `data/<name>.toml` in a package; treat it as read-only."""
    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))


def word_list(name: str, *keys: str, package: str = _HERE) -> frozenset[str]:
    """Return the words of the rows `keys` of a table; in a row, white space parts words."""
    rows = table(name, package)
    return frozenset(word for key in keys for word in rows[key].split())
