"""Scalars as YAML writes them: the ways to write a value, the one most like what stood there first.

Only words are made here. Whether they read back as the value is for the caller to try where they are to
stand: what is plain on a line of its own may be none in braces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from pytest_factcheck.yamlfile.parsing import parse

Scalar = str | int | bool

_GAP = re.compile(r"(?<! ) (?! )")  # where a line can be broken, because YAML folds the break to one space
_BREAKS = re.compile(r"(\n+)")
_HEADER = re.compile(r"([|>][0-9]?)([-+]?)([0-9]?)")
_CHOMPING = {0: "-", 1: ""}


def scalar(value: Scalar) -> str:
    """Return a scalar as YAML: plain where every reader of YAML 1.2 reads the same back, else in quotes."""
    if not isinstance(value, str):
        return json.dumps(value)
    return value if _is_plain(value) else quoted(value)


def on_own_line(words: str) -> str:
    """Return words as YAML behind a key or a dash, where a comma ends nothing."""
    document, problems = parse(f"a: {words}", "")
    is_plain = document is not None and not problems and document.data == {"a": words}
    return words if is_plain else quoted(words)


def quoted(words: str) -> str:
    """Return words as YAML in double quotes."""
    return json.dumps(words, ensure_ascii=False)


def writings(value: Scalar, old: str, was: object, column: int) -> Iterator[str]:
    """Yield the ways to write a value in the place of another, the one most like that first.

    Plain words stay plain, quotes stay quotes of their kind, a block stays a block as deep as it was, and
    what stood on several lines is broken where it was, or as wide. Where a style cannot hold the value,
    it is not tried, or does not read back; the last way, double quotes, holds any.

    Args:
        value: What is to stand there.
        old: What stands there, as it is written, with line feeds.
        was: The value of that.
        column: How many columns stand before it on its line.
    """
    if not isinstance(value, str):
        yield json.dumps(value)
        return
    if old[:1] in "|>" and isinstance(was, str):
        if value.strip():  # an empty block looks like one that was forgotten
            yield _block(value, old, was)
    elif "\n" in old or "\n" not in value:
        yield _STYLES.get(old[:1], _plain)(value, old, column)
    yield quoted(value)


def wrapped(words: str, like: Sequence[str], first: int = 0) -> list[str]:
    """Return words as lines: the lines of an older text that still hold, and new ones as wide between them.

    Args:
        words: What is broken into lines, at single spaces.
        like: The lines that stood there.
        first: How many columns fewer the first line has than the others.
    """
    parts, lines = _GAP.split(words), [_GAP.split(line) for line in like]
    width = max(len(line) + (0 if number else first) for number, line in enumerate(like))
    head = _kept(parts, lines[:-1])
    start = sum(map(len, lines[:head]))
    tail = _kept(parts[start:][::-1], [line[::-1] for line in lines[head + 1 :][::-1]])
    end = len(parts) - sum(map(len, lines[len(lines) - tail :]))
    between = _broken(parts[start:end], width, 0 if head else first)
    return [*like[:head], *between, *like[len(like) - tail :]]


def _is_plain(words: str) -> bool:
    # In braces as well as on a line of its own, so that one rule does for both.
    document, problems = parse(f"a: {words}\nb: {{c: {words}}}", "")
    return document is not None and not problems and document.data == {"a": words, "b": {"c": words}}


def _plain(value: str, old: str, column: int) -> str:
    return _folded_like(value, old, column)


def _single_quoted(value: str, old: str, column: int) -> str:
    doubled = value.replace("'", "''")
    return f"'{_folded_like(doubled, old[1:-1], column + 1)}'"


def _double_quoted(value: str, old: str, column: int) -> str:
    return f'"{_folded_like(quoted(value)[1:-1], old[1:-1], column + 1)}"'


_STYLES: dict[str, Callable[[str, str, int], str]] = {"'": _single_quoted, '"': _double_quoted}


def _folded_like(words: str, old: str, column: int) -> str:
    """Return words on one line, or on lines like those of an older text whose first begins at a column."""
    first, *others = old.split("\n")
    if not others:
        return words
    indent = next((_depth(line) for line in others if line.strip()), 0)
    lines = _folded(words, [line.strip() for line in (first, *others)], column - indent)
    return "\n".join([lines[0], *_indented(lines[1:], indent)])


def _block(value: str, old: str, was: str) -> str:
    header, *lines = old.split("\n")
    indent = _first_depth(lines) - _first_depth(was.split("\n"))
    words, ends = value.rstrip("\n"), _last_breaks(value)
    if ends != _last_breaks(was):
        header = _HEADER.sub(lambda found: found[1] + found[3] + _CHOMPING.get(ends, "+"), header, count=1)
    is_folded = old.startswith(">")
    body = _folded(words, [line[indent:] for line in lines], 0) if is_folded else words.split("\n")
    return "\n".join([header, *_indented(body, indent)])


def _folded(words: str, like: Sequence[str], first: int) -> list[str]:
    """Return words as lines that YAML folds to them: each line break is a blank line more."""
    lines: list[str] = []
    for part in _BREAKS.split(words):
        blank = part.startswith("\n")
        lines += [""] * len(part) if blank else wrapped(part, like or [part], 0 if lines else first)
    return lines


def _kept(parts: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
    """Return how many of the lines the parts still begin with, one part at least being left over."""
    at = 0
    for number, line in enumerate(lines):
        if at + len(line) >= len(parts) or list(line) != list(parts[at : at + len(line)]):
            return number
        at += len(line)
    return len(lines)


def _broken(parts: Sequence[str], width: int, first: int) -> list[str]:
    lines, room = [parts[0]], width - first
    for part in parts[1:]:
        if len(lines[-1]) + 1 + len(part) <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
            room = width
    return lines


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _first_depth(lines: Sequence[str]) -> int:
    return next((_depth(line) for line in lines if line.strip()), 0)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _last_breaks(words: str) -> int:
    return len(words) - len(words.rstrip("\n"))
