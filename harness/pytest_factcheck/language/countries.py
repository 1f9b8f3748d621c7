"""Countries under their names, and what their people and things are called: "Ukrainian" is of Ukraine.

Only capitalised words count, so that a turkey is no country. Capitals and governments ("Moscow", "the
Kremlin") are left alone: they stand for a country in some sentences and for a place in others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

_MARK = "@"
LONGEST_NAME = 3  # words
_CAPITAL_STEMS = ("US", "UN", "UK", "EU", "USA", "UAE")


def _spellings() -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield what is written for each country: the words, its key, and whether they are its name."""
    named = table("names")["country_names"]
    for name, row in table("names")["countries"].items():
        for written in (name, *named.get(name, "").split()):
            yield tuple(map(_folded, written.split("_"))), _MARK + name, True
        for written in row.split():
            yield tuple(map(_folded, written.split("_"))), _MARK + name, False


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    bare = word.replace(".", "")
    if bare in _CAPITAL_STEMS:
        return bare
    return stem(word)


_SPELLINGS = tuple(_spellings())
_NAMES = {written: key for written, key, _ in _SPELLINGS}
_PROPER = frozenset(written for written, _, is_name in _SPELLINGS if is_name)
_LONG: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(
        sorted((name for name in _NAMES if len(name) > 1 and name[0] == first), key=len, reverse=True)
    )
    for first in sorted({name[0] for name in _NAMES if len(name) > 1})
}


@lru_cache(maxsize=1 << 14)
def country(word: str) -> str:
    """Return the key of the country that one capitalised word names or belongs to, or an empty string."""
    if not word[:1].isupper():
        return ""
    return _NAMES.get((_folded(word),), "")


def is_country_name(text: str) -> bool:
    """Tell whether `text` is a country's name itself, and no word for its people or things."""
    return tuple(map(_folded, text.split())) in _PROPER


def long_name(following: Sequence[str]) -> tuple[int, str]:
    """Return how many of the words, from the first on, name one country, and its key; 0 if they do not."""
    if not following or not following[0][:1].isupper():
        return 0, ""
    for name in _LONG.get(_folded(following[0]), ()):
        written = tuple(following[: len(name)])
        if (
            len(written) == len(name)
            and all(map(_starts_upper, written))
            and tuple(map(_folded, written)) == name
        ):
            return len(name), _NAMES[name]
    return 0, ""


def _starts_upper(word: str) -> bool:
    return word[:1].isupper()
