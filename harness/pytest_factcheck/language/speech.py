"""Speech: the values and the little grammar by which a sentence is searched for who says what in it.

A sentence knows its marks, and how far what is said reaches: to a contrast, a semicolon, a clause of its own.
What a verb means is not known here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, Tokens, is_verb, phrase_at
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem
from pytest_factcheck.vocabulary import Span

QUOTE_MARKS = frozenset('"“”„«»')
ASIDES = word_list("attribution", "asides")
TIMES = word_list("grammar", "times")
_CONTRASTS = word_list("attribution", "contrasts")
_PRESENT = word_list("clauses", "present", "speech_verbs")
_MARKS = (Link.COMMA, Link.BREAK)
_HANGING = frozenset({"of", "for", "at", "from", "with", "in", "on", "by"})


class Force(StrEnum):
    """How far somebody vouches for what is said, as the text puts it."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    DENIED = "denied"
    QUOTED = "quoted"


def stems(*rows: str) -> frozenset[str]:
    """Return the stems of the words of some rows of the table."""
    return frozenset(stem(word) for word in word_list("attribution", *rows))


_NOT_SAYING = word_list("attribution", "not_saying")
_ASSERTING = (word_list("cues", "reports") | word_list("attribution", "asserting")) - _NOT_SAYING
_BASES = _ASSERTING | word_list("attribution", "claiming", "denying")
FORCES: dict[str, Force] = {
    **dict.fromkeys(map(stem, _ASSERTING), Force.ASSERTED),
    **dict.fromkeys(stems("claiming"), Force.CLAIMED),
    **dict.fromkeys(stems("denying"), Force.DENIED),
}
_IN_ES = {f"{base}es" for base in _BASES if base.endswith(("s", "sh", "ch"))}
_IN_IES = {f"{base[:-1]}ies" for base in _BASES if base.endswith("y")}
_PRESENT_FORMS = frozenset(_BASES | {f"{base}s" for base in _BASES} | _IN_ES | _IN_IES)
_NOUNS_TOO = stems("nouns_too")


class Saying(NamedTuple):
    """One act of saying: its speaker if there is one, its verb or noun, its force, and what is said where."""

    speaker: Span | None
    verb: Span
    force: Force
    before: Span | None
    after: Span | None


class Sentence(NamedTuple):
    """A sentence with its tokens."""

    text: str
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where the tokens from `start` to `end` stand."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def marked(self, at: int) -> bool:
        """Tell whether a mark, or the end of a quotation, parts a token from the one before it."""
        if at in (0, len(self.tokens)):
            return True
        gap = self.gap(at)
        parts = self.tokens[at].link in _MARKS and gap != "."  # no full stop as in "example.com"
        return parts or not QUOTE_MARKS.isdisjoint(gap)

    def gap(self, at: int) -> str:
        """Return what stands between a token and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def closes_quotation(self, at: int) -> bool:
        """Tell whether a quotation mark stands before a token; a single one only with a comma or its like."""
        gap = self.gap(at)
        single = self.tokens[at].link in _MARKS and any(mark in gap for mark in "'’")
        return single or not QUOTE_MARKS.isdisjoint(gap)

    def opens_statement(self, at: int) -> bool:
        """Tell whether the word at `at` is "that", and not "that's"."""
        token = self.tokens[at]
        return token.lower == "that" and self.text[token.end : token.end + 1] not in {"'", "’"}

    def up_to(self, end: int) -> Span | None:
        """Return what is said before the token at `end`: back to the last contrast."""
        turns = (at for at in range(end - 1, -1, -1) if self._turns(at))
        start = next(turns, 0)
        return Span(self.tokens[start].start if start else 0, self.tokens[end].start) if start < end else None

    def on_from(self, start: int, end: int | None = None) -> Span | None:
        """Return what is said from the token at `start` on: up to the next contrast, or before `end`."""
        last = len(self.tokens) if end is None else end
        turns = (at for at in range(start + 1, last) if self._turns(at) or self._joins(at))
        stop = next(turns, last)
        until = self.tokens[stop].start if stop < len(self.tokens) else len(self.text)
        return Span(self.tokens[start - 1].end, until) if 0 < start < stop else None

    def _turns(self, at: int) -> bool:
        token = self.tokens[at]
        if token.lower in _CONTRASTS:
            return token.kind is not Kind.ADVERB or self.marked(at)
        return at > 0 and ";" in self.gap(at)

    def _joins(self, at: int) -> bool:
        """Tell whether ", and" opens a clause of its own here."""
        given = self.tokens
        if given[at].kind is not Kind.COORDINATOR or given[at].link is not Link.COMMA:
            return False
        phrase = phrase_at(given, at + 1)
        return phrase is not None and phrase.end < len(given) and is_finite(given, phrase.end)


def is_finite(given: Tokens, at: int) -> bool:
    """Tell whether the word at `at` looks like a finite verb or an auxiliary."""
    token = given[at]
    spoken = token.kind in (Kind.AUXILIARY, Kind.MODAL) or token.lower in _PRESENT
    return spoken or (is_verb(given, at) and "g" not in token.forms)


def turns_aside(token: Token) -> bool:
    """Tell whether a word behind a speaker leads on to something else than what he says."""
    aside = token.kind in (Kind.RELATIVE, Kind.COORDINATOR) or token.lower in _CONTRASTS | ASIDES
    return aside or "g" in token.forms


def extended(given: Tokens, phrase: Phrase) -> int:
    """Return where a noun phrase ends with what hangs on it: "a source in the ministry of defence"."""
    end = phrase.end
    while end + 1 < len(given) and given[end].link is Link.OPEN and given[end].lower in _HANGING:
        inner = phrase_at(given, end + 1)
        if inner is None or given[inner.head].lower in TIMES:
            break
        end = inner.end
    return end


def is_saying(given: Tokens, at: int) -> bool:
    """Tell whether the word at `at` is a verb of saying by its form and its neighbours."""
    token = given[at]
    if token.kind is not Kind.WORD or token.stem not in FORCES or (token.named and at > 0):
        return False
    if token.forms:
        return is_verb(given, at)
    if token.lower not in _PRESENT_FORMS:
        return False
    before = given[at - 1] if at else token
    if at == 0 or token.link is Link.POSSESSIVE or before.kind in (Kind.DETERMINER, Kind.PREPOSITION):
        return token.lower == "says" and at > 0
    plain = before.kind in (Kind.PRONOUN, Kind.RELATIVE) or (before.named and token.lower.endswith("s"))
    return plain or token.stem not in _NOUNS_TOO
