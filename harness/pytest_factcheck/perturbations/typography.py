"""The same words in other characters: Unicode forms, quotation marks, hyphens, white space, line wraps.

None of it changes what a sentence says, so that no verdict may change with it.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.words import is_function_word
from pytest_factcheck.perturbations.mutant import Mutant, distinct, rewritten

_NO_BREAK_SPACE, _HYPHEN, _NO_BREAK_HYPHEN = "\u00a0", "\u2010", "\u2011"
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_OPENING = re.compile(r"(?<![^\s(\[“‘])(?P<mark>[\"'])(?=\S)")
_CLOSING = {'"': "”", "'": "’"}
_OPENED = {'"': "“", "'": "‘"}
_IN_WORD = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_WRAP_EVERY = 4  # words on a line
_LIST_MARK = re.compile(r"(?:[-*+•–—]|[0-9]{1,3}[.)]|\(?[a-z0-9]\))\Z")


def unicode_form(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with its accents composed, and with them apart."""
    forms = (normalize("NFC", sentence), normalize("NFD", sentence))
    return distinct(sentence, (one for form in forms for one in rewritten(sentence, "unicode-form", form)))


def quotation_marks(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with straight quotation marks and apostrophes, and with curly ones."""
    curly = _OPENING.sub(lambda match: _OPENED[match["mark"]], sentence)
    for mark, closing in _CLOSING.items():
        curly = curly.replace(mark, closing)
    both = (sentence.translate(_STRAIGHT), curly)
    return distinct(sentence, (one for form in both for one in rewritten(sentence, "quotation-marks", form)))


def hyphens(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with Unicode's own hyphen inside words, and with the one that does not break."""
    forms = (_IN_WORD.sub(hyphen, sentence) for hyphen in (_HYPHEN, _NO_BREAK_HYPHEN))
    return distinct(sentence, (one for form in forms for one in rewritten(sentence, "hyphens", form)))


def white_space(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with no-break spaces, and with two spaces for one."""
    forms = (sentence.replace(" ", _NO_BREAK_SPACE), sentence.replace(" ", "  "))
    return distinct(sentence, (one for form in forms for one in rewritten(sentence, "white-space", form)))


def line_wrap(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence on several lines, as text of a fixed width is set.

    A line ends only where the next word is in small letters: before a capital it could also be a headline.
    """
    words = sentence.split(" ")
    lines = [words[:1]]
    for word in words[1:]:
        soft = word[:1].islower() and not _LIST_MARK.match(word)
        if len(lines[-1]) >= _WRAP_EVERY and soft and lines[-1][-1]:
            lines.append([word])
        else:
            lines[-1].append(word)
    return rewritten(sentence, "line-wrap", "\n".join(" ".join(line) for line in lines))


def first_letter(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with its first word, if it carries grammar only, in the other case."""
    own = tokens(sentence)
    if not own or not is_function_word(own[0].text) or own[0].lower == "i":
        return ()
    start, letter = own[0].start, own[0].text[0]
    text = sentence[:start] + letter.swapcase() + sentence[start + 1 :]
    return rewritten(sentence, "first-letter", text) if not own[0].text[1:].isupper() else ()
