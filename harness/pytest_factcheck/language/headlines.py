"""Headlines: a line in which every word with content has a capital, read as if it had none but on names.

In "Seth Rogen To Play Steve Wozniak" the capital of "Play" tells nothing. Common words lose it, so that only
places and words too rare for a common noun are left as names. Every letter stays where it was.
"""

from __future__ import annotations

from functools import lru_cache

from pytest_factcheck.language.countries import country
from pytest_factcheck.language.date_shapes import MONTHS, WEEKDAYS
from pytest_factcheck.language.grammar import Token
from pytest_factcheck.language.idf import weight
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import Word, is_function_word, words

_CALENDAR = frozenset(name.lower() for name in WEEKDAYS | MONTHS)
_LEAST = 4  # words that carry content; a shorter line may be a name
# What may be small in a headline; a small auxiliary ("was") makes a sentence, though it carries no content.
_SMALL = word_list("names", "particles") | {"vs"}
_AUXILIARIES = word_list("stopwords", "auxiliaries")
_COMMON = 8.0  # weight up to which a word is a common one, in the scale of the idf table


@lru_cache(maxsize=1 << 13)
def plain_case(line: str) -> str:
    """Return a line with small letters for common words, if it is a headline in capitals; else as it is."""
    given = words(line)
    content = [word for word in given if not is_function_word(word.text) and word.text[0].isalpha()]
    if len(content) < _LEAST or any(_is_plain(word.text) for word in given):
        return line
    letters = list(line)
    for word in given[1:]:
        if word.text[0].isupper() and not _stays(word):
            letters[word.start] = letters[word.start].lower()
    return "".join(letters)


def _is_plain(word: str) -> bool:
    """Tell whether a word is small where a headline has a capital; "iPhone" has its own."""
    small = word.islower() and word.isalpha() and word not in _SMALL
    return small and (word in _AUXILIARIES or not is_function_word(word))


def says_name(token: Token) -> bool:
    """Tell whether a capital that opens a sentence is that of a name: a place, or too rare for a noun."""
    return token.named and (token.country or is_place(token.text) or weight(token.key) > _COMMON)


def _stays(word: Word) -> bool:
    """Tell whether a capital says something: of a place, an abbreviation, or a word too rare for a noun."""
    whole = word.text.isupper() and word.text != "A"
    if whole or len(word.text[0].lower()) > 1:  # "İ" would become two letters
        return True
    if is_function_word(word.text):
        return False
    if is_place(word.text) or country(word.text) or word.text.lower() in _CALENDAR:
        return True
    return weight(one_stem(word.stem)) > _COMMON
