"""Lines to a paragraph: words that a line break divided are whole again.

Whether a hyphen at the end of a line belongs to the word, the rest of the document tells, and then a list of
English words. Where the lines stand on a page is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pytest_factcheck.language.idf import HIGHEST, weight
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stem

_SOFT = "\u00ad"
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_REST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Return the words that stand whole on some line, in small letters: all but its first and its last."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.replace(_SOFT, "").casefold())
        found.update(words[1:-1] if len(words) > 2 else ())
    return frozenset(word.replace("\u2010", "-") for word in found)


def joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Return the lines of one paragraph as one line.

    Args:
        lines: The lines, without white space around them.
        known: The words that stand whole in the document.
    """
    whole = lines[0] if lines else ""
    for line in lines[1:]:
        whole = _divided(whole, line, known) or f"{whole} {line}"
    return whole


def _divided(line: str, after: str, known: frozenset[str]) -> str:
    """Return two lines as one if a hyphen divides a word between them; else nothing."""
    begun, rest = _DIVIDED.search(line), _REST.match(after)
    if not begun:
        # A number or a sign before the hyphen: "COVID-19", "1,000-for-1,000".
        return line + after if re.search(r"\w[-\u2010]$", line) and after[:1].isalnum() else ""
    if line.endswith(_SOFT):
        return line[:-1] + after
    if not rest or not rest[0][0].islower():
        return line + after if after[:1].isalnum() else ""
    return line[: -1 if _is_one_word(begun[1], rest[0], known) else None] + after


def _is_one_word(begun: str, rest: str, known: frozenset[str]) -> bool:
    one, two = f"{begun}{rest}".casefold(), f"{begun}-{rest}".casefold()
    if one in known or two in known:
        return one in known
    return _is_english(one) or not (_is_english(begun) and _is_english(rest))


def _is_english(word: str) -> bool:
    return weight(one_stem(stem(word.casefold()))) < HIGHEST
