"""Headlines: a line in which nearly every word has a capital, read as if it had none but on names.

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
from pytest_factcheck.language.words import Word, is_function_word, words

_SHARE = 0.85  # of the words that carry content, from which a line is a headline in capitals
_CALENDAR = frozenset(name.lower() for name in WEEKDAYS | MONTHS)
_LEAST = 4  # such words; a shorter line may be a name
_COMMON = 8.0  # weight up to which a word is a common one, in the scale of the idf table


@lru_cache(maxsize=1 << 13)
def plain_case(line: str) -> str:
    """Return a line with small letters for common words, if it is a headline in capitals; else as it is."""
    content = [word for word in words(line) if not is_function_word(word.text) and word.text[0].isalpha()]
    capital = [word for word in content if word.text[0].isupper()]
    if len(content) < _LEAST or len(capital) < _SHARE * len(content):
        return line
    letters = list(line)
    for word in words(line)[1:]:
        if word.text[0].isupper() and not _stays(word):
            place = word.span.start
            letters[place] = letters[place].lower()
    return "".join(letters)


def says_name(token: Token) -> bool:
    """Tell whether a capital that opens a sentence is that of a name: a place, or too rare for a noun."""
    return token.named and (token.country or is_place(token.text) or weight(token.key) > _COMMON)


def _stays(word: Word) -> bool:
    """Tell whether a capital says something: of a place, an abbreviation, or a word too rare for a noun."""
    if is_function_word(word.text):
        return False
    if word.text.isupper() or is_place(word.text) or country(word.text) or word.text.lower() in _CALENDAR:
        return True
    return weight(one_stem(word.stem)) > _COMMON
