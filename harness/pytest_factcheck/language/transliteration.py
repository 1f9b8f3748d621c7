"""Transliteration: how a name sounds, so that its spellings in Latin letters are one.

"Medinsky" and "Medinski", "Zelenskyy" and "Zelensky", "Erdoğan" and "Erdogan" sound alike. It is a coarse key
for names and nothing else: common words are told apart by their stems.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

_DATA = tomllib.loads(files(__package__).joinpath("data/transliteration.toml").read_text("utf-8"))
_SHORTEST: int = _DATA["shortest"]
_BEGINNINGS: dict[str, str] = _DATA["beginnings"]
_ENDINGS: dict[str, str] = _DATA["endings"]
_LETTERS: dict[str, str] = _DATA["letters"]
_MARKS = dict.fromkeys(map(ord, "'’ʼ`-.\u00ad"))
_FOLDS = str.maketrans(_DATA["folds"]) | _MARKS


def _any(spellings: Iterable[str]) -> str:
    """Return a pattern for any of some spellings, the longest first."""
    return "|".join(sorted(map(re.escape, spellings), key=lambda one: (-len(one), one)))


_BEGINNING = re.compile(rf"\A(?:{_any(_BEGINNINGS)})")
_ENDING = re.compile(rf"(?:{_any(_ENDINGS)})\Z")
_CLUSTER = re.compile(_any(_LETTERS))
_DOUBLED = re.compile(r"([^eou])\1+")


@lru_cache(maxsize=1 << 15)
def sounded(name: str) -> str:
    """Return the key of a name; names with one key are spellings of one name.

    Args:
        name: One word. A short one is only folded, because short names differ by a letter.
    """
    plain = _folded(name)
    if plain in _APART:
        return plain
    key = _by_rule(plain)
    return _SPELT.get(key, key)


def _folded(name: str) -> str:
    """Return a name in small letters, without accents and marks."""
    letters = (letter for letter in normalize("NFKD", name).casefold() if not combining(letter))
    return "".join(letters).translate(_FOLDS)


def _by_rule(plain: str) -> str:
    if len(plain) < _SHORTEST or not plain.isalpha():
        return plain
    begun = _BEGINNING.sub(lambda match: _BEGINNINGS[match[0]], plain)
    ending = _ENDING.search(begun)
    body, end = (begun[: ending.start()], _ENDINGS[ending[0]]) if ending else (begun, "")
    key = _DOUBLED.sub(r"\1", _CLUSTER.sub(lambda match: _LETTERS[match[0]], body) + end)
    return key if len(key) >= _SHORTEST else plain


_APART = frozenset(_DATA["names"]["apart"])
_SPELT: dict[str, str] = {
    _by_rule(spelling): _by_rule(row.split()[0])
    for kind in ("people", "places", "others")
    for row in _DATA["names"][kind]
    for spelling in row.split()
}
