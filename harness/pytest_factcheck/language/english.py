"""Whether a text can be English at all, for a text whose language nobody wrote down.

It tells wholly foreign texts apart and nothing finer: a mixed or a short text passes. Which language a
foreign text is in, it does not know.
"""

from __future__ import annotations

from pytest_factcheck.language.words import words

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


def may_be_english(text: str) -> bool:
    """Tell whether a text can be English: most letters are Latin, a long one has "the", "and" or the like."""
    letters = sum(map(str.isalpha, text))
    latin = sum(letter.isalpha() for letter in text if letter < "\u0250")
    if latin * 2 < letters:
        return False
    found = [word.text.lower() for word in words(text)]
    return len(found) < _ENOUGH or not _EVERYWHERE.isdisjoint(found)
