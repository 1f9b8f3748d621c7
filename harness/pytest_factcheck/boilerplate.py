"""Boilerplate: lines that are no statement of a text, and that are quoted but never judged.

A line is compared as a whole, or by how it begins, after folding case and white space. There are no
patterns, and whether a line is true, new or dull is not known here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines that are boilerplate: whole ones, and how others begin, all folded."""

    lines: frozenset[str]
    starts: tuple[str, ...]

    def holds(self, line: str) -> bool:
        """Tell whether `line` is boilerplate."""
        folded = _folded(line)
        if folded in self.lines:
            return True
        return folded.startswith(self.starts) and any(_begins(folded, start) for start in self.starts)

    def joined(self, rules: Iterable[Mapping[str, str]]) -> Furniture:
        """Return these rules with those of a manifest (`line` or `starts`) added."""
        added = list(rules)
        lines = {_folded(rule["line"]) for rule in added if "line" in rule}
        starts = tuple(_folded(rule["starts"]) for rule in added if "starts" in rule)
        return Furniture(self.lines | lines, self.starts + starts)


def _begins(line: str, start: str) -> bool:
    # A start ends where a word ends: "donate to" must not hide a line that begins with "Donate tomorrow".
    after = line[len(start) : len(start) + 1]
    return line.startswith(start) and not (start[-1:].isalnum() and after.isalnum())


def _folded(line: str) -> str:
    return " ".join(line.replace("’", "'").casefold().split())


def _packaged() -> Furniture:
    text = files(__package__).joinpath("data/boilerplate.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(text)
    return Furniture(frozenset(map(_folded, rules["lines"])), tuple(map(_folded, rules["starts"])))


PACKAGED = _packaged()
