"""Line ends inside running text: which of them only wrap a sentence.

A line end wraps if the next line begins in lower case, if its own line ends in a comma or in a word that
cannot be the last one, or if the whole block is set to a fixed width. It looks at lines and never at
sentence marks.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pytest_factcheck.language.tables import word_list

_ITEM = re.compile(r"(?:[-*+•‣◦▪●■–—]|[0-9]{1,3}[.)]|\(?[a-z0-9]\))\s")
_LAST_WORD = re.compile(r"[^\W\d_]{1,24}\Z")
_GOES_ON = word_list("abbreviations", "line_goes_on")
_WIDTHS = range(50, 101)  # a fixed width narrower or wider than this is not how prose is wrapped
_CLOSED = (".", "!", "?", "…", "”", '"', ":")


def opens_item(text: str, start: int) -> bool:
    """Tell whether a list item begins at `start`."""
    return _ITEM.match(text, start) is not None


def carries_on(text: str, end: int, start: int) -> bool:
    """Tell whether the line that ends at `end` goes on in the one whose first word is at `start`."""
    if opens_item(text, start):
        return False
    before = text[max(0, end - 32) : end].rstrip()
    if text[start].islower() or before.endswith(","):
        return True
    last = _LAST_WORD.search(before)
    return last is not None and last[0] in _GOES_ON


def wrapped_line_ends(text: str) -> frozenset[int]:
    """Return the offsets of the line feeds inside blocks of prose that are set to a fixed width."""
    ends: list[int] = []
    block: list[str] = []
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
        else:
            ends.extend(_wraps(block, offset))
            block = []
        offset += len(line) + 1
    ends.extend(_wraps(block, offset))
    return frozenset(ends)


def _wraps(block: list[str], end: int) -> list[int]:
    """Return the line ends within `block`, which ends one line feed before `end`, if it is wrapped prose.

    In wrapped prose the first word of each line did not fit on the line before, save after a paragraph's
    last line; and at least one line begins in the middle of a sentence.
    """
    width = max(map(len, block), default=0)
    if len(block) < 3 or width not in _WIDTHS:
        return []
    pairs = list(pairwise(block))
    fits = [len(line) + 1 + len(after.split(None, 1)[0]) <= width for line, after in pairs]
    closed = [line.rstrip().endswith(_CLOSED) for line, _ in pairs]
    if not any(after[:1].islower() for _, after in pairs):
        return []
    if any(fit and not shut for fit, shut in zip(fits, closed, strict=True)):
        return []
    offsets = []
    at = end - 1 - sum(len(line) + 1 for line in block)
    for line in block[:-1]:
        at += len(line) + 1
        offsets.append(at)
    return offsets
