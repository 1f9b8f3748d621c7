"""Whether a text can be English at all, for a text whose language nobody wrote down.

It tells wholly foreign texts apart and nothing finer: a mixed or a short text passes. Which language a
foreign text is in, it does not know.
"""

from __future__ import annotations

from pytest_factcheck.language.words import words

_ENOUGH = 20  # words; fewer may lack both articles and "and" by chance
_EVERYWHERE = frozenset({"the", "and"})  # in no other language of the Latin script are both or either common


def may_be_english(text: str) -> bool:
    """Tell whether a text can be English: most letters are Latin, and a long one has "the" or "and"."""
    letters = sum(map(str.isalpha, text))
    latin = sum(letter.isalpha() for letter in text if letter < "\u0250")
    if latin * 2 < letters:
        return False
    found = [word.text.lower() for word in words(text)]
    return len(found) < _ENOUGH or not _EVERYWHERE.isdisjoint(found)
