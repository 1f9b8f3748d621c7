"""The log of a job on GitHub Actions, which GitHub reads: words of claims and sources must not command it."""

from __future__ import annotations

import os
import re

_RUNNING = "GITHUB_ACTIONS"
_COMMAND = re.compile(r"^\s*:(?=:)|##(?=\[)", re.MULTILINE)  # `::error …` as a line, `##[error]` anywhere


def running() -> bool:
    """Tell whether this is a run of GitHub Actions."""
    return os.environ.get(_RUNNING) == "true"


def inert(text: str) -> str:
    """Return what is printed with nothing in it that GitHub would obey.

    GitHub reads commands out of the log, and words of a claim or a source may begin a line: one could end
    the annotations of the run.
    """
    return _COMMAND.sub(r"\g<0> ", text) if running() else text
