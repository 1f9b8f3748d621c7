"""Two texts of one file -> a unified diff that `git apply` and `patch` take.

Lines end at a line feed only, so that a carriage return is part of its line. Nothing is escaped but the
name, because a patch whose words are changed changes other words.
"""

from __future__ import annotations

import re
from difflib import unified_diff

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_LINE_END = "\\ No newline at end of file\n"


def patch(name: str, before: str, after: str) -> str:
    """Return the difference between two texts of a file; nothing if they are equal.

    Args:
        name: The file, relative to where the patch is applied, with forward slashes.
        before: Its text.
        after: What it is to be.
    """
    heads = (f"{side}/{name}" for side in "ab")
    old, new = map(_quoted, heads)
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}" for line in lines)


def _quoted(name: str) -> str:
    """Return a name as git writes it: in quotes if it holds what would end it or could not be shown."""
    if name.isprintable() and not {'"', "\\"}.intersection(name):
        return f"{name}\t" if " " in name else name
    return f'"{"".join(map(_escaped, name))}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else "".join(f"\\{byte:03o}" for byte in letter.encode("utf-8"))
