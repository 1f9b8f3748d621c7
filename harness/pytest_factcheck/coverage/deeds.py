"""Deeds: the verbs of a sentence, and which of them tell as a fact what was done, is done, or is so.

A verb under a modal or an "if" tells what may be, one of feeling what somebody holds, and "we are keeping an
open mind" what people say of themselves; these are verbs, and state nothing outright.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.coverage.tables import stems_of, words_of
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import is_verb
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.verbs import may_be_verb

_ATTITUDES = stems_of("attitudes")
_NO_DEEDS = words_of("no_deeds")
_CONDITIONS = word_list("cues", "conditions")
_OWNERS = word_list("grammar", "possessive")
_PLURALS = frozenset({"i", "we", "you", "they"})
_FIRST_PERSONS = frozenset({"i", "we"})
_OWN_PRESENT = frozenset({"am", "are", "do", "have"})
_GROUP = (Kind.ADVERB, Kind.NEGATOR, Kind.AUXILIARY, Kind.MODAL)
_COPULAS = frozenset({"am", "are", "be", "been", "is", "was", "were", "'s", "’s", "'re", "’re", "'m", "’m"})
_PASTS = frozenset({"been", "was", "were"})
_HAVING = frozenset({"has", "had"})
_DOING = frozenset({"do", "get"})
_OF_A_NOUN = (Kind.DETERMINER, Kind.NUMBER)


def verbs(reading: Reading) -> Iterator[tuple[int, bool]]:
    """Yield the place of each verb with content in order, and whether it states something outright."""
    for at, token in enumerate(reading.tokens):
        if token.kind is Kind.AUXILIARY:
            if _is_copula(reading, at):
                yield at, _says_what_is(reading, at)
            elif _is_possession(reading, at):
                yield at, _has_something(reading, at)
            elif _is_doing(reading, at):
                yield at, _is_deed(reading, at)
        elif _is_content_verb(reading, at):
            yield at, _is_deed(reading, at)


def _is_content_verb(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if token.kind is not Kind.WORD or (token.named and at > 0) or token.lower in _NO_DEEDS:
        return False
    if token.forms:
        return is_verb(reading.tokens, at)
    return may_be_verb(token.lower) or _is_present(reading, at) or _is_governed(reading, at)


def _is_present(reading: Reading, at: int) -> bool:
    """Tell whether a word stands behind "we" or "they", or one in -s behind a name or another pronoun."""
    token, given = reading.tokens[at], reading.tokens
    if at == 0 or token.link is not Link.OPEN:
        return False
    if given[at - 1].lower in _PLURALS:
        return True
    if not token.lower.endswith("s") or token.lower.endswith("ss"):
        return False
    before = given[at - 1]
    speaks = before.kind in (Kind.PRONOUN, Kind.RELATIVE) and before.lower not in _OWNERS
    named = before.named and before.kind is Kind.WORD and not before.country
    goes_on = at + 1 < len(given) and given[at + 1].link in (Link.OPEN, Link.COMMA)
    return goes_on and (speaks or named)


def _is_doing(reading: Reading, at: int) -> bool:
    """Tell whether "do" or "get" has no other verb behind it: "they did nothing", "it has been done"."""
    following = _behind(reading, at)
    alone = following is None or reading.tokens[following].kind not in (Kind.WORD, Kind.AUXILIARY)
    return reading.tokens[at].stem in _DOING and alone


def _is_governed(reading: Reading, at: int) -> bool:
    """Tell whether a modal or "do" stands before a word: "may apply", "did not address"."""
    governor = _governor(reading, at)
    if governor is None:
        return False
    token = reading.tokens[governor]
    return _is_modal(token) or token.stem == "do"


def _governor(reading: Reading, at: int) -> int | None:
    """Return the place of the first auxiliary or modal of the verb group that ends at `at`."""
    given, start = reading.tokens, at
    while start > 0 and given[start].link is Link.OPEN and given[start - 1].kind in _GROUP:
        start -= 1
    return next((k for k in range(start, at) if given[k].kind is Kind.AUXILIARY or _is_modal(given[k])), None)


def _is_modal(token: Token) -> bool:
    """Tell whether a word is a modal; "cannot" is a negator, too."""
    return token.kind is Kind.MODAL or token.lower == "cannot"


def _is_deed(reading: Reading, at: int) -> bool:
    if reading.tokens[at].stem in _ATTITUDES or _is_possible(reading, at) or _is_supposed(reading, at):
        return False
    return not _is_own_present(reading, at)


def _is_possible(reading: Reading, at: int) -> bool:
    """Tell whether a modal stands in the verb group that ends at `at`."""
    governor = _governor(reading, at)
    return governor is not None and _is_modal(reading.tokens[governor])


def _is_supposed(reading: Reading, at: int) -> bool:
    """Tell whether "if" or "unless" stands before a verb in its clause."""
    first, _ = reading.clause_of(at)
    return any(word.lower in _CONDITIONS for word in reading.tokens[first:at])


def _is_own_present(reading: Reading, at: int) -> bool:
    """Tell whether "I" or "we" say what they are doing now; what they have done, or did, is a deed."""
    governor = _governor(reading, at)
    start, given = at if governor is None else governor, reading.tokens
    if start == 0 or given[start - 1].lower not in _FIRST_PERSONS:
        return False
    past = bool(given[at].forms) and "g" not in given[at].forms
    return not past and (governor is None or given[governor].lower in _OWN_PRESENT)


def _is_copula(reading: Reading, at: int) -> bool:
    """Tell whether a form of "be" has no other verb behind it."""
    if reading.tokens[at].lower not in _COPULAS:
        return False
    following = _behind(reading, at)
    if following is None:
        return True
    goes_on = reading.tokens[following].kind is Kind.AUXILIARY  # "has been done"
    return not goes_on and not (reading.tokens[following].forms and is_verb(reading.tokens, following))


def _says_what_is(reading: Reading, at: int) -> bool:
    """Tell whether "be" says what something is or was, or that there is something: no bare adjective now."""
    if _is_supposed(reading, at) or _is_possible(reading, at):
        return False
    following = _behind(reading, at)
    there = at > 0 and reading.tokens[at - 1].lower == "there"
    noun = following is not None and reading.tokens[following].kind in _OF_A_NOUN
    return there or noun or reading.tokens[at].lower in _PASTS


def _is_possession(reading: Reading, at: int) -> bool:
    """Tell whether "have" governs a noun and no verb: "it has had its picture in every newspaper"."""
    following = _behind(reading, at)
    if reading.tokens[at].stem != "have" or following is None:
        return False
    token = reading.tokens[following]
    return token.kind in _OF_A_NOUN or (token.kind is Kind.WORD and not token.forms)


def _has_something(reading: Reading, at: int) -> bool:
    """Tell whether another than "I" or "we" has or had it."""
    given = reading.tokens
    own = at > 0 and given[at - 1].lower in _FIRST_PERSONS
    return given[at].lower in _HAVING and not own and not _is_supposed(reading, at)


def _behind(reading: Reading, at: int) -> int | None:
    """Return the place of the first word behind `at` that is no adverb and no negation."""
    given = reading.tokens
    return next(
        (k for k in range(at + 1, len(given)) if given[k].kind not in (Kind.ADVERB, Kind.NEGATOR)), None
    )
