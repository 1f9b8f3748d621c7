"""The noun that a number counts: "273 Shahed drones" counts drones, "1,000 prisoners of war" prisoners.

Without a tagger the noun is told by its form: behind a number other than one it is the last of the first
plurals, behind "one" the last word before anything that cannot be part of the phrase. If nothing fits,
nothing is claimed.
"""

from __future__ import annotations

from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.verbs import is_past, may_be_verb
from pytest_factcheck.language.words import is_function_word, is_modal, is_negator, stem

_NOUNS = table("numbers")["nouns"]
_NOT_PLURAL = frozenset(_NOUNS["not_plural"].split())
_PASSED = frozenset(_NOUNS["passed"].split())
_NOUNS_IN_ING = frozenset(_NOUNS["nouns_in_ing"].split())
_AFTER_NOUN = frozenset(_NOUNS["after_noun"].split())
_NOT_JOINED = frozenset(_NOUNS["not_joined"].split())
_IRREGULAR = table("irregular")
_UNMARKED = frozenset(_IRREGULAR["plurals"]["unmarked"].split()) | frozenset(
    form for forms in _IRREGULAR["nouns"].values() for form in forms.split()
)
_DETERMINERS = frozenset(_NOUNS["after_of"].split())
_APOSTROPHES = frozenset("'’")
_LONGEST = 8  # tokens between a number and its noun, at most
_LONGEST_SINGULAR = 6


def counted_noun(found: list[Token], at: int, *, one: bool) -> tuple[str, int]:
    """Return the stem of the noun counted by the number before token `at`, and the place behind the noun.

    Args:
        found: The tokens.
        at: The place behind the number.
        one: Whether the number is one, which counts a singular.

    Returns:
        The stem, or an empty string with `at` if no noun can be told.
    """
    hyphen = token_at(found, at)
    if hyphen.text == "-" and touch(token_at(found, at - 1), hyphen):
        return _joined_noun(found, at)
    start = _behind_of(found, at)
    return _singular(found, start, at) if one and start == at else _plural(found, start, at)


def is_plural(word: str) -> bool:
    """Tell whether `word` has the form of a plural noun."""
    lower = word.lower().replace("’", "'")
    if lower in _UNMARKED:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.isupper()
        and not lower.endswith(("ss", "us", "is", "'s"))
        and lower not in _NOT_PLURAL
    )


def _joined_noun(found: list[Token], at: int) -> tuple[str, int]:
    """Return the noun of "six-member" and "five-point"."""
    word = token_at(found, at + 1)
    if word.kind != "word" or not touch(found[at], word) or word.lower in _NOT_JOINED:
        return "", at
    return stem(word.text), at + 2


def _behind_of(found: list[Token], at: int) -> int:
    """Return the place behind the "of the" of "88 of the aggressor's drones", or `at`."""
    if token_at(found, at).lower != "of":
        return at
    behind = token_at(found, at + 1)
    if behind.lower in _DETERMINERS:
        return at + 2
    return at + 1 if behind.lower.endswith(("'s", "s'")) or behind.kind == "word" else at


def _plural(found: list[Token], start: int, at: int) -> tuple[str, int]:
    """Return the last of the first plurals from `start` on; a name behind a small word is another phrase."""
    place = start
    small = False
    while place < start + _LONGEST and _goes_on(found, place):
        word = found[place]
        named = word.text[0].isupper()
        if _is_head(found, place):
            return ("", at) if small and named else (stem(word.text), place + 1)
        small = small or (word.kind == "word" and not named)
        place += 1
    return "", at


def _is_head(found: list[Token], at: int) -> bool:
    """Tell whether a plural is the counted noun, and not "sports" in "sports clubs" or "three others"."""
    word, following = found[at], token_at(found, at + 1)
    if word.kind != "word" or not is_plural(word.lower if word.text.istitle() else word.text):
        return False
    if word.lower in _PASSED or (following.text in _APOSTROPHES and touch(word, following)):
        return False
    named = word.text.istitle() and following.text.istitle()
    return following.kind != "word" or not (named or is_plural(following.text))


def _goes_on(found: list[Token], at: int) -> bool:
    """Tell whether the token at `at` may stand before the plural that a number counts."""
    token = token_at(found, at)
    if token.kind == "identifier":
        return True
    if token.kind == "number":
        return token_at(found, at - 1).text == "-" and touch(found[at - 1], token)
    if token.kind == "mark":
        joins = token.text == "-" and touch(token_at(found, at - 1), token)
        possessive = token.text in _APOSTROPHES and touch(token_at(found, at - 1), token)
        return joins or possessive or token.text in {"“", '"', "”"}
    return token.kind == "word" and (token.lower in _PASSED or not _ends_phrase(token))


def _ends_phrase(token: Token) -> bool:
    word = token.text
    grammar = is_function_word(word) or is_negator(word) or is_modal(word)
    return grammar or (is_past(token.lower) and not token.lower.endswith("ed"))


def _singular(found: list[Token], start: int, at: int) -> tuple[str, int]:
    """Return the last word from `start` on before anything that cannot be part of a noun phrase."""
    place = start
    head = ""
    while place < start + _LONGEST_SINGULAR:
        token = token_at(found, place)
        joins = token.text == "-" or token.text in _APOSTROPHES
        if joins and head and touch(token_at(found, place - 1), token):
            place += 1
            continue
        if token.kind != "word" or not (token.lower in _PASSED or _may_be_noun(found, place, head)):
            break
        head = "" if token.lower in _PASSED else token.text
        place += 1
    return (stem(head), place) if head else ("", at)


def _may_be_noun(found: list[Token], at: int, head: str) -> bool:
    """Tell whether the word at `at` may belong to the phrase whose last word so far is `head`."""
    token = found[at]
    if _ends_phrase(token):
        return False
    if not head or head.endswith("ly") or token_at(found, at - 1).text == "-":
        return True
    participle = token.lower.endswith("ing") and token.lower not in _NOUNS_IN_ING
    return token.lower not in _AFTER_NOUN and not may_be_verb(token.lower) and not participle
