"""Whether a text can be English at all, for a text whose language nobody wrote down.

It tells wholly foreign texts apart and nothing finer: a mixed or a short text passes. Which language a
foreign text is in, it does not know.
"""

from __future__ import annotations

import re
from itertools import islice

from pytest_factcheck.language.words import iter_words

_ENOUGH = 20  # words; fewer may lack all of those below by chance
# Hardly any English text of some length does without all of these, and in no other language of the Latin
# script are they common words, as "in", "for", "of" and "was" are.
_EVERYWHERE = frozenset(
    [
        "the",
        "and",
        "with",
        "from",
        "that",
        "which",
        "were",
        "when",
        "while",
        "been",
        "have",
        "they",
        "she",
        "their",
        "his",
        "would",
        "than",
        "after",
        "because",
        "about",
        "said",
    ]
)
_BEYOND_LATIN = re.compile("[^\0-\u024f]")


def may_be_english(text: str) -> bool:
    """Tell whether a text can be English: most letters are Latin, a long one has "the", "and" or the like."""
    beyond = sum(map(str.isalpha, _BEYOND_LATIN.findall(text)))
    if beyond and sum(map(str.isalpha, text)) < beyond * 2:
        return False
    if any(word.text.lower() in _EVERYWHERE for word in iter_words(text)):
        return True
    return len(tuple(islice(iter_words(text), _ENOUGH))) < _ENOUGH
