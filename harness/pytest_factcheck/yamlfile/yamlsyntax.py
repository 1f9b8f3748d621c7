"""From the words of a YAML parser to a problem that an editor can act on.

The parser notices a mistake where it can go on no longer, which is often not where it was made. Which
words mean what is in `data/yamlsyntax.toml`; here is only how a row is chosen. No parser is known here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import LineIndex, Location
from pytest_factcheck.yamlfile.conflicts import is_marker


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said, the offset where it stopped, and where the unfinished thing began."""

    words: str
    offset: int
    start: int


def problem(complaint: Complaint, text: str, lines: LineIndex, path: str) -> Problem:
    """Return the problem that fits the parser's complaint about `text`."""
    row = next(row for row in _rows() if _fits(row, complaint, text))
    offset = complaint.start if row.get("at") == "start" else complaint.offset
    return Problem(Location(path, *lines.place(offset)), row["slug"], row["message"], row["advice"])


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    table = files(__package__) / "data" / "yamlsyntax.toml"
    return tuple(tomllib.loads(table.read_text(encoding="utf-8"))["row"])


def _fits(row: dict[str, Any], complaint: Complaint, text: str) -> bool:
    said = any(phrase in complaint.words for phrase in row["says"])
    return said and ("seen" not in row or _SIGHTS[row["seen"]](complaint, text))


def _line_before(complaint: Complaint, text: str) -> str:
    return text[text.rfind("\n", 0, complaint.offset) + 1 : complaint.offset]


def _tab(complaint: Complaint, text: str) -> bool:
    before = _line_before(complaint, text)
    rest = text[complaint.offset : complaint.offset + 1]
    indentation = before[: len(before) - len(before.lstrip())]
    return "\t" in indentation or (rest == "\t" and not before.strip(" -"))


def _ends_before(marks: str) -> Callable[[Complaint, str], bool]:
    def seen(complaint: Complaint, text: str) -> bool:
        return _line_before(complaint, text).rstrip().endswith(tuple(marks))

    return seen


def _merge_marker(complaint: Complaint, text: str) -> bool:
    return is_marker(text, complaint.start)


_SIGHTS: dict[str, Callable[[Complaint, str], bool]] = {
    "end": lambda complaint, text: complaint.offset >= len(text),
    "tab": _tab,
    "merge_marker": _merge_marker,
    "key_before": lambda complaint, text: ": " in _line_before(complaint, text),
    "quote_before": _ends_before("\"'"),
    "bracket_before": _ends_before("]}"),
}
