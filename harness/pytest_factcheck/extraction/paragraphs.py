"""Paragraphs to the text of a source: each on one line, with an empty line between.

A text laid out in this way keeps its lines when a page is set anew, so that two versions of it compare well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\0"))  # soft hyphens, and what has no width
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_UNSEEN = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)  # and what UTF-8 or YAML cannot hold


def joined(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as a text; those without a word or a sign are left out."""
    lines = (cleaned(paragraph) for paragraph in paragraphs)
    text = "\n\n".join(line for line in lines if line)
    return f"{text}\n" if text else ""


def cleaned(paragraph: str) -> str:
    """Return a paragraph on one line, ligatures as letters, without what nobody can see."""
    line = _UNSEEN.sub(" ", paragraph.translate(_INVISIBLE)).translate(_LIGATURES)
    return " ".join(line.split())
