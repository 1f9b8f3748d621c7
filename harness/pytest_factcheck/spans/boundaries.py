"""Boundaries: whether a place in a text lies inside a word, a number or a character with its marks.

A quote that is found inside a longer word or number is another word or number: "1,000" is not in "11,000",
nor "led" in "failed". What the words mean is not known here. The lists are in `data/boundaries.toml`.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pytest_factcheck.language.folding import INVISIBLE, extends
from pytest_factcheck.vocabulary import Span

_DATA = tomllib.loads(files("pytest_factcheck").joinpath("data/boundaries.toml").read_text("utf-8"))
_NUMBER_JOINERS = frozenset(_DATA["number_joiners"] + _DATA["number_spaces"])
_SIGNS = frozenset(_DATA["number_signs"])
_APOSTROPHES = frozenset(_DATA["apostrophes"])
_SEPARABLE = frozenset(_DATA["separable_endings"])
_PREFIXES = frozenset(_DATA["prefixes"])
_LONGEST_PREFIX = max(map(len, _PREFIXES))
_HYPHENS = frozenset("-‐‑")
_UNSPACED = tuple(
    (int(first, 16), int(last, 16)) for first, last in (block.split("..") for block in _DATA["unspaced"])
)
_ZERO_WIDTH_JOINER = "\u200d"


def whole(text: str, span: Span) -> bool:
    """Tell whether a span cuts no word, number or cluster in two at either end.

    An end where the span itself has neither letter nor digit cuts no word.
    """
    return not (starts_inside(text, span.start) or ends_inside(text, span.end))


def starts_inside(text: str, at: int) -> bool:
    """Tell whether words that start at `at` leave out the beginning of a word, number or cluster."""
    left, right = _sides(text, at)
    if right == len(text) or left < 0 or text[left] == " ":
        return False
    if _cuts_cluster(text, at, right):
        return True
    first, last = text[right], text[left]
    if not first.isalnum() or last.isalnum():
        return first.isalnum() and _joined(last, first)
    earlier = text[left - 1] if left else ""
    return _signed(earlier, last, first) or _inner(earlier, last, first) or _prefixed(text, left)


def ends_inside(text: str, at: int) -> bool:
    """Tell whether words that end at `at` leave out the end of a word, number or cluster."""
    left, right = _sides(text, at)
    if right == len(text) or left < 0 or text[right] == " ":
        return False
    if _cuts_cluster(text, at, right):
        return True
    first, last = text[right], text[left]
    if not last.isalnum() or first.isalnum():
        return last.isalnum() and _joined(last, first)
    return _inner(last, first, text[right + 1 : right + 2]) and not _separable(text, right)


def _sides(text: str, at: int) -> tuple[int, int]:
    """Return the characters that are seen on both sides of a place, on the left without their marks."""
    left, right = at - 1, at
    while left >= 0 and not text[left].isascii() and (text[left] in INVISIBLE or extends(text[left])):
        left -= 1
    while right < len(text) and text[right] in INVISIBLE:
        right += 1
    return left, right


def _cuts_cluster(text: str, at: int, right: int) -> bool:
    if extends(text[right]):
        return not text[at - 1].isspace()
    joined = _ZERO_WIDTH_JOINER in (text[at], text[at - 1])
    return joined and not (text[right].isalnum() or text[right].isspace())


def _joined(left: str, right: str) -> bool:
    return not (_unspaced(left) or _unspaced(right))


def _unspaced(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _UNSPACED)


def _inner(left: str, joiner: str, right: str) -> bool:
    """Tell whether a sign between two characters holds them together as one number or word."""
    if joiner in _NUMBER_JOINERS and left.isdecimal() and right.isdecimal():
        return True
    return joiner in _APOSTROPHES and left.isalpha() and right.isalpha()


def _signed(earlier: str, sign: str, digit: str) -> bool:
    return sign in _SIGNS and digit.isdecimal() and not earlier.isalnum()


def _prefixed(text: str, hyphen: int) -> bool:
    if text[hyphen] not in _HYPHENS:
        return False
    start = hyphen
    while start > 0 and hyphen - start <= _LONGEST_PREFIX and text[start - 1].isalpha():
        start -= 1
    return text[start:hyphen].lower() in _PREFIXES


def _separable(text: str, apostrophe: int) -> bool:
    """Tell whether what follows an apostrophe is an ending by itself, as in `Ukraine's`."""
    ending, rest = text[apostrophe + 1], text[apostrophe + 2 : apostrophe + 3]
    return ending in _SEPARABLE and not rest.isalnum()
