"""One spelling for words that have two: "centre" and "center" are one word."""

from __future__ import annotations

from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

_ONE_FOR_TWO: dict[str, str] = table("spellings")["spellings"]
_STEMS = {stem(british): stem(american) for british, american in _ONE_FOR_TWO.items()}


def one_spelling(word: str) -> str:
    """Return a word, in small letters, in the spelling that stands for both."""
    return _ONE_FOR_TWO.get(word, word)


def one_stem(base: str) -> str:
    """Return the stem that stands for both spellings of a word's stem."""
    return _STEMS.get(base, base)
