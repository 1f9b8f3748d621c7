"""Transliteration: how a name sounds, so that its spellings in Latin letters are one.

"Medinsky" and "Medinski", "Zelenskyy" and "Zelensky", "Erdoğan" and "Erdogan" sound alike. It is a coarse key
for names and nothing else: common words are told apart by their stems.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

_DATA = tomllib.loads(files(__package__).joinpath("data/transliteration.toml").read_text("utf-8"))
_LETTERS: dict[str, str] = _DATA["letters"]
_ENDINGS: tuple[tuple[str, str], ...] = tuple((row["from"], row["to"]) for row in _DATA["endings"])
_SHORTEST: int = _DATA["shortest"]
_DOUBLED = re.compile(r"(.)\1+")
_CLUSTER = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=lambda one: (-len(one), one))))


@lru_cache(maxsize=1 << 15)
def sounded(name: str) -> str:
    """Return the key of a name; names with one key are spellings of one name.

    Args:
        name: One word. A short one is only folded, because short names differ by a letter.
    """
    plain = "".join(c for c in normalize("NFKD", name).casefold() if not combining(c))
    plain = plain.translate(_LOOSE)
    if len(plain) < _SHORTEST or not plain.isalpha():
        return plain
    for ending, short in _ENDINGS:
        if plain.endswith(ending):
            plain = plain.removesuffix(ending) + short
            break
    return _DOUBLED.sub(r"\1", _CLUSTER.sub(lambda match: _LETTERS[match[0]], plain))


_LOOSE = {ord(mark): None for mark in "'’ʼ`-.\u00ad"} | {
    ord("ı"): "i",
    ord("ł"): "l",
    ord("ø"): "o",
    ord("đ"): "d",
}
