"""Mentions: where a sentence speaks of what a slot is about, and whether that is the claim's own event.

A mention is a noun phrase that an alias ends. "The talks mediator" is no mention of the talks, "the follow-up
meeting" is one of another meeting, and "a meeting" may be one of any. It knows which words narrow a noun and
never what happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pytest_factcheck.language.countries import country
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, Tokens, is_possessive, is_verb, phrase_at, phrase_before
from pytest_factcheck.language.tables import word_list

_WITHIN = (Link.OPEN, Link.JOINED, Link.POSSESSIVE)
_DEFINITE = word_list("grammar", "definite")
_TIMES = word_list("grammar", "times")
_DELEGATES = word_list("names", "delegates")
_IDENTIFYING = word_list("events", "identifying")
_ORDINAL = word_list("events", "ordinal")
_DESCRIPTIVE = word_list("events", "descriptive")
_ENDINGS = ("ing", "ed", "er", "or", "ion", "ment", "ive", "al")


class Identity(StrEnum):
    """How the thing that is mentioned lies to the claim's.

    What is said of a `NARROWED` thing can support a claim that is not as narrow, and can contradict nothing.
    """

    SAME = "same"
    NARROWED = "narrowed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: the tokens of the alias from `start` to `end`, and the noun phrase that they end."""

    start: int
    end: int
    phrase: Phrase
    keys: frozenset[str]
    owns: bool = False

    def is_head_of(self, phrase: Phrase | None) -> bool:
        """Tell whether this mention is what a noun phrase speaks of."""
        return phrase is not None and phrase.start <= self.start and self.start < phrase.end <= self.end


def find(tokens: Tokens, alias: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return where the words of an alias stand in a row, as noun for noun."""
    size = len(alias)
    last = len(tokens) - size
    return tuple(
        (at, at + size)
        for at in range(last + 1)
        if all(map(_same_noun, tokens[at : at + size], alias))
        and all(token.link in _WITHIN for token in tokens[at + 1 : at + size])
    )


def mentions(tokens: Tokens, aliases: Sequence[Sequence[Token]]) -> tuple[Mention, ...]:
    """Return the mentions of what any alias names; where two overlap, the longer one."""
    stands_for = any(token.lower in _DELEGATES for alias in aliases for token in alias)
    places: set[tuple[int, int]] = set()
    for alias in aliases:
        places.update(find(tokens, alias))
        places.update(_turned_round(tokens, alias))
        if stands_for and len(alias) == 1 and country(alias[0].text):
            places.update(_delegates(tokens, alias[0]))
    longest_first = sorted(places, key=lambda place: (place[0] - place[1], place))
    kept: list[tuple[int, int]] = []
    for place in longest_first:
        if not any(place[0] < end and start < place[1] for start, end in kept):
            kept.append(place)
    found = (_mention(tokens, start, end) for start, end in sorted(kept))
    return tuple(mention for mention in found if mention)


def identity(tokens: Tokens, mention: Mention, known: frozenset[str], apart: frozenset[int]) -> Identity:
    """Tell how what is mentioned lies to the claim's own event.

    Args:
        tokens: The sentence.
        mention: What is looked at.
        known: Keys of the words of the claim and of its slots.
        apart: Places of tokens that hold the value itself.
    """
    phrase = mention.phrase
    before = [at for at in range(phrase.first, mention.start) if at not in apart]
    strange = [
        tokens[at] for at in before if tokens[at].key not in known and tokens[at].kind is not Kind.ADVERB
    ]
    if any(_is_other(tokens, mention, token) for token in strange):
        return Identity.OTHER
    plain = all(token.lower in _DESCRIPTIVE for token in strange)
    if plain and _is_definite(tokens, mention) and not _narrowed_behind(tokens, mention, known, apart):
        return Identity.SAME
    return Identity.NARROWED


def strangers(tokens: Tokens, start: int, end: int, known: frozenset[str], apart: frozenset[int]) -> bool:
    """Tell whether a stretch holds a name, a number or a time that the claim does not have."""
    return any(
        _points(tokens, at) and tokens[at].key not in known and at not in apart for at in range(start, end)
    )


def _points(tokens: Tokens, at: int) -> bool:
    """Tell whether a word points to one thing: a name, a number, a time."""
    token = tokens[at]
    if token.kind is Kind.NUMBER or country(token.text):
        return True
    return token.kind is Kind.WORD and ((token.named and at > 0) or token.lower in _TIMES)


def _mention(tokens: Tokens, start: int, end: int) -> Mention | None:
    if not tokens[end - 1].noun_like or (end - start == 1 and is_verb(tokens, start)):
        return None
    following = tokens[end] if end < len(tokens) else None
    owns = following is not None and following.link is Link.POSSESSIVE
    if following and not owns and _noun_goes_on(tokens, end):
        return None
    phrase = phrase_before(tokens, start + 1)
    if phrase is None:
        return None
    keys = frozenset(token.key for token in tokens[start:end])
    return Mention(start, end, Phrase(phrase.start, phrase.first, end), keys, owns)


def _noun_goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether the noun phrase goes on at `at`, so that its head is another word."""
    token = tokens[at]
    if not token.noun_like or token.link not in (Link.OPEN, Link.JOINED):
        return False
    return (
        token.lower not in _TIMES
        and not token.forms
        and token.kind is not Kind.NUMBER
        and not _verb_like(token)
    )


def _verb_like(token: Token) -> bool:
    return token.lower in _PRESENT


_PRESENT = word_list("clauses", "present")


@lru_cache(maxsize=1 << 14)
def _noun_class(lower: str) -> str:
    single = lower[:-1] if lower.endswith("s") else lower
    return next((ending for ending in _ENDINGS if single.endswith(ending)), "")


def _same_noun(token: Token, wanted: Token) -> bool:
    if token.key != wanted.key:
        return False
    return token.key.startswith("@") or _noun_class(token.lower) == _noun_class(wanted.lower)


def _turned_round(tokens: Tokens, alias: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return where "Ukraine's delegation" stands as "delegation of Ukraine" or "from Ukraine"."""
    if len(alias) != 2 or not country(alias[0].text):
        return ()
    found = []
    for at in range(len(tokens) - 2):
        end = at + (3 if tokens[at + 2].kind is not Kind.DETERMINER else 4)
        linked = tokens[at + 1].lower in {"of", "from"} and end <= len(tokens)
        if linked and _same_noun(tokens[at], alias[1]) and tokens[end - 1].key == alias[0].key:
            found.append((at, end))
    return tuple(found)


def _delegates(tokens: Tokens, nation: Token) -> tuple[tuple[int, int], ...]:
    """Return where those who act for a country are named: "the Ukrainian side"."""
    return tuple(
        (at, at + 2)
        for at in range(len(tokens) - 1)
        if tokens[at].key == nation.key
        and tokens[at + 1].lower in _DELEGATES
        and tokens[at + 1].link in _WITHIN
    )


def _is_other(tokens: Tokens, mention: Mention, token: Token) -> bool:
    """Tell whether a word before the noun makes it another event."""
    if token.lower in _IDENTIFYING or (token.kind is Kind.NUMBER and token.link is not Link.JOINED):
        return True
    if token.lower in _ORDINAL:
        own = mention.phrase.start < mention.phrase.first and is_possessive(tokens[mention.phrase.start])
        return not (own or _since_follows(tokens, mention.end))
    return False


def _since_follows(tokens: Tokens, end: int) -> bool:
    """Tell whether an ordinal counts through history: "the first talks since 2022", "in three years"."""
    after = tokens[end : end + 3]
    return any(token.lower in {"since", "ever"} for token in after[:1]) or (
        len(after) > 1 and after[0].lower == "in" and after[1].kind is Kind.NUMBER
    )


def _is_definite(tokens: Tokens, mention: Mention) -> bool:
    first = mention.phrase.first
    if first > mention.phrase.start:
        return tokens[mention.phrase.start].lower in _DEFINITE
    if any(token.link is Link.POSSESSIVE for token in tokens[first + 1 : mention.end]):
        return True
    return all(token.named for token in tokens[first : mention.end])


def _narrowed_behind(tokens: Tokens, mention: Mention, known: frozenset[str], apart: frozenset[int]) -> bool:
    """Tell whether phrases behind the noun tell it from others: "the talks with Iran", "the meeting in 2019"."""
    at = mention.end
    while at < len(tokens) and tokens[at].link is Link.OPEN and tokens[at].kind is Kind.PREPOSITION:
        phrase = phrase_at(tokens, at + 1)
        if phrase is None:
            return False
        if strangers(tokens, phrase.start, phrase.end, known, apart):
            return True
        at = phrase.end
        if at < len(tokens) and tokens[at].kind is Kind.COORDINATOR:
            at += 1
            phrase = phrase_at(tokens, at)
            if phrase is None:
                return False
            if strangers(tokens, phrase.start, phrase.end, known, apart):
                return True
            at = phrase.end
    return False
