"""Noun phrases around a place in a sentence: how far a name or a noun reaches to the left and right.

A phrase is a run of open words behind an optional determiner; its head is the last word. Prepositional
phrases behind it are not part of it. A past form after a noun is taken for a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

Tokens = Sequence[Token]

_YEAR_DIGITS = 4
_WITHIN = frozenset({Link.OPEN, Link.JOINED, Link.POSSESSIVE})
_EITHER = word_list("grammar", "either")
_ARTICLES = word_list("stopwords", "articles") | word_list("grammar", "possessive") - {"her", "whose"}
_POSSESSIVE_DETERMINERS = word_list("grammar", "possessive")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `start` to `end`, of which `first` is the first after the determiner."""

    start: int
    first: int
    end: int

    @property
    def head(self) -> int:
        """Return the place of the last word."""
        return self.end - 1

    def span(self, tokens: Tokens) -> Span:
        """Return where the phrase stands in the sentence."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)


def phrase_at(tokens: Tokens, start: int) -> Phrase | None:
    """Return the noun phrase that begins at `start`, or None."""
    if start >= len(tokens):
        return None
    if tokens[start].kind is Kind.PRONOUN:
        return Phrase(start, start, start + 1)
    at = start
    while (
        at < len(tokens) and tokens[at].kind in (Kind.DETERMINER, Kind.ADVERB) and _goes_on(tokens, start, at)
    ):
        at += 1
    first = at
    while at < len(tokens) and _goes_on(tokens, start, at) and _is_open(tokens, first, at):
        at += 1
    return Phrase(start, first, at) if at > first else None


def phrase_before(tokens: Tokens, end: int) -> Phrase | None:
    """Return the noun phrase that ends right before `end`, or None."""
    at = end - 1
    if at < 0:
        return None
    if tokens[at].kind is Kind.PRONOUN:
        return Phrase(at, at, end)
    if not tokens[at].noun_like or is_verb(tokens, at):
        return None
    while at > 0 and tokens[at].link in _WITHIN and _belongs(tokens, at - 1):
        at -= 1
    return Phrase(_determiner_before(tokens, at), at, end)


def _determiner_before(tokens: Tokens, first: int) -> int:
    """Return where the determiner before `first` begins, over an adverb too: "the nearly two-hour talks"."""
    at = first
    while at > 0 and tokens[at].link is Link.OPEN and tokens[at - 1].kind in (Kind.DETERMINER, Kind.ADVERB):
        at -= 1
    while at < first and tokens[at].kind is Kind.ADVERB:
        at += 1
    return at


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the past or -ing form at `at` is a verb, and no noun or adjective."""
    token = tokens[at]
    if not token.forms or token.named or token.link is Link.JOINED:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if token.link is Link.POSSESSIVE or before.lower in _ARTICLES:
        return False
    attributive = before.kind in (Kind.DETERMINER, Kind.NUMBER)
    return not (attributive and _noun_follows(tokens, at))


def is_possessive(token: Token) -> bool:
    """Tell whether a determiner says whose something is."""
    return token.lower in _POSSESSIVE_DETERMINERS


def phrase_head_of(tokens: Tokens, end: int) -> tuple[Phrase, ...]:
    """Return the noun phrase whose postmodifiers end right before `end`, with those it is joined to by "and".

    "The talks between Russia and Ukraine in Istanbul" gives "The talks"; "Russia and Ukraine" gives both.
    """
    phrase = phrase_before(tokens, end)
    joined: list[Phrase] = []
    while phrase:
        joined.append(phrase)
        if _is_part(tokens, phrase):
            return ()
        left = _left_of_phrase(tokens, phrase)
        if left is None:
            break
        keep, phrase = left
        if not keep:
            joined.clear()
    return tuple(reversed(joined))


def _is_part(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether only some of a thing is meant: "some of the talks", "most of them"."""
    of = phrase.start - 1
    if of < 1 or tokens[of].lower != "of" or tokens[phrase.start].link is not Link.OPEN:
        return False
    return tokens[of - 1].kind in (Kind.DETERMINER, Kind.PRONOUN, Kind.ADVERB, Kind.NEGATOR)


def _left_of_phrase(tokens: Tokens, phrase: Phrase) -> tuple[bool, Phrase] | None:
    """Return the phrase that this one hangs on, and whether both are one list; None where nothing is."""
    at = phrase.start - 1
    if at < 1:
        return None
    word, link = tokens[at], tokens[phrase.start].link
    if link is Link.COMMA:
        return None
    if word.kind is Kind.COORDINATOR and tokens[at].link in (Link.OPEN, Link.COMMA):
        left = phrase_before(tokens, at)
        return (True, left) if left else None
    if word.kind is Kind.PREPOSITION and word.lower != "to" and word.link is Link.OPEN:
        left = phrase_before(tokens, at)
        if left and not (word.lower in _EITHER and _verb_before(tokens, left)):
            return False, left
    return None


def _verb_before(tokens: Tokens, phrase: Phrase) -> bool:
    return phrase.start > 0 and tokens[phrase.start].link is Link.OPEN and is_verb(tokens, phrase.start - 1)


def _goes_on(tokens: Tokens, start: int, at: int) -> bool:
    return at == start or tokens[at].link in _WITHIN


def _is_open(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    return token.noun_like and (at == first or not token.forms or token.named or token.link is Link.JOINED)


def _belongs(tokens: Tokens, at: int) -> bool:
    """Tell whether the word at `at` belongs to the noun phrase that goes on behind it."""
    joined = tokens[at + 1].link is Link.JOINED or tokens[at].link is Link.JOINED
    if not joined and tokens[at].kind is Kind.NUMBER and _is_year_before_name(tokens, at):
        return False
    return joined or (tokens[at].noun_like and not is_verb(tokens, at))


def _is_year_before_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a year ends a phrase before a name begins: "In 2003 Carl Dahl"."""
    year = len(tokens[at].text) == _YEAR_DIGITS and tokens[at].text.isdigit()
    after_preposition = at > 0 and tokens[at - 1].kind is Kind.PREPOSITION
    return year and after_preposition and tokens[at + 1].named


def _noun_follows(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].noun_like and tokens[at + 1].link in _WITHIN
