"""Tokens for the readers of quantities and dates: numbers, words, marks, and names that hold digits.

A token that mixes letters and digits, an address, a handle or a version is an identifier here, so that no
reader takes digits out of it. The text is scanned once; nothing is interpreted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<identifier>(?![A-Za-z]++[\s,])(?:  # which a plain word is not
        (?:https?://|www\.)\S++ | [@\#][\w.]++ | [\w.+-]{1,64}+@\w[\w.]*+
        | [^\W\d_]{1,63}+(?:\.\w{1,63}+){1,8}+/\S*+
        | (?<![0-9])[^\W\d_]++[0-9]\w*+
        | [0-9]++(?:\.[0-9]++){2,}+ | [0-9]++(?:/[0-9]++)++ | [0-9]{19,}+
    ))
    |(?P<clock>[0-9]{1,2}+:[0-9]{2}+(?::[0-9]{2}+)?+(?![0-9:]))
    |(?P<number>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?+ | [0-9]++(?:\.[0-9]++)?+)
    |(?P<vulgar>[½¼¾⅓⅔⅛⅜⅝⅞])
    |(?P<word>(?:[^\W\d_]\.){2,}+ | [^\W\d_½¼¾⅓⅔⅛⅜⅝⅞]++(?:['’][^\W\d_]++)*+)
    |(?P<mark>[<>]=|=>|[^\s])
    """,
    re.VERBOSE,
)

_HYPHENS = str.maketrans({"‐": "-", "‑": "-"})


class Token(NamedTuple):
    """One token: its kind, how it is written, the same in small letters, and where it stands."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


NOTHING = Token("", "", "", -1, -1)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text` from `start` to `end`."""
    return [_token(match) for match in _TOKEN.finditer(text, start, end)]


def _token(match: re.Match[str]) -> Token:
    """Return a token as it is written, save that a typographic hyphen is a plain one; dashes stay."""
    written = match[0] if match[0].isascii() else match[0].translate(_HYPHENS)
    lower = written.lower().replace("’", "'")
    return Token(match.lastgroup or "", written, lower, match.start(), match.end())


def token_at(found: list[Token], at: int) -> Token:
    """Return the token at `at`, or an empty one beyond either end."""
    return found[at] if 0 <= at < len(found) else NOTHING


def touch(left: Token, right: Token) -> bool:
    """Tell whether nothing stands between two neighbours."""
    return left.end == right.start
