"""Mentions: where a sentence speaks of what a slot is about.

A mention is a noun phrase that an alias ends: "the talks mediator" is no mention of the talks. Which talks
are meant is for `identity`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pytest_factcheck.language.date_shapes import MONTHS
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, Tokens, is_verb, phrase_before
from pytest_factcheck.language.spelling import one_spelling
from pytest_factcheck.language.tables import word_list

_EITHER = word_list("grammar", "either")
_NOUN_PREPOSITIONS = word_list("events", "noun_prepositions")
_JOINING = (Kind.PREPOSITION, Kind.COORDINATOR)
_WITHIN = (Link.OPEN, Link.JOINED, Link.POSSESSIVE)
_DEFINITE = word_list("grammar", "definite")
_TIMES = word_list("grammar", "times")
_DELEGATES = word_list("names", "delegates")
_IDENTIFYING = word_list("events", "identifying")
_ORDINAL = word_list("events", "ordinal")
_DESCRIPTIVE = word_list("events", "descriptive")
_AROUND = frozenset({"about", "around", "over"})
_ENDINGS = ("ing", "ed", "er", "or", "ion", "ment", "ive", "al")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: the tokens of the alias from `start` to `end`, and the noun phrase that they end.

    `owns` tells that something of it is spoken of ("the talks' end"), `proper` that the alias is a name, and
    `same_number` that it is not one for many or many for one.
    """

    start: int
    end: int
    phrase: Phrase
    keys: frozenset[str]
    owns: bool = False
    proper: bool = False
    same_number: bool = True

    def is_head_of(self, phrase: Phrase | None) -> bool:
        """Tell whether this mention is what a noun phrase speaks of."""
        return phrase is not None and phrase.start <= self.start and self.start < phrase.end <= self.end


def find(tokens: Tokens, alias: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return where the words of an alias stand in a row, as noun for noun; no words stand nowhere."""
    size = len(alias)
    last = len(tokens) - size if alias else -1
    return tuple(
        (at, at + size)
        for at in range(last + 1)
        if all(map(_same_noun, tokens[at : at + size], alias))
        and all(token.link in _WITHIN for token in tokens[at + 1 : at + size])
    )


def mentions(tokens: Tokens, aliases: Sequence[Sequence[Token]]) -> tuple[Mention, ...]:
    """Return the mentions of what any alias names; where two overlap, the first, then the longer."""
    stands_for = any(token.lower in _DELEGATES for alias in aliases for token in alias)
    places: set[tuple[int, int]] = set()
    for alias in aliases:
        places.update(find(tokens, alias))
        places.update(_turned_round(tokens, alias))
        if stands_for and len(alias) == 1 and alias[0].country:
            places.update(_delegates(tokens, alias[0]))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    found = (_mention(tokens, start, end, aliases) for start, end in kept)
    return tuple(mention for mention in found if mention)


def _mention(tokens: Tokens, start: int, end: int, aliases: Sequence[Sequence[Token]]) -> Mention | None:
    if not tokens[end - 1].noun_like or (end - start == 1 and is_verb(tokens, start)):
        return None
    following = tokens[end] if end < len(tokens) else None
    owns = following is not None and following.link is Link.POSSESSIVE
    if following and not owns and _noun_goes_on(tokens, end):
        return None
    phrase = phrase_before(tokens, start + 1)
    if phrase is None or _hangs_on_noun(tokens, phrase.start):
        return None
    words = tokens[start:end]
    keys = tuple(token.key for token in words)
    proper = tokens[start].named and any(_is_proper(alias) for alias in aliases if _keys(alias) == keys)
    number = _same_number(words, aliases)
    return Mention(start, end, Phrase(phrase.start, phrase.first, end), frozenset(keys), owns, proper, number)


def _hangs_on_noun(tokens: Tokens, start: int) -> bool:
    """Tell whether a noun phrase hangs on a noun by a word that may be an adverb: "the county around it"."""
    before = start - 1
    if before < 1 or tokens[start].link is not Link.OPEN or tokens[before].lower not in _AROUND:
        return False
    return (
        tokens[before].link is Link.OPEN and tokens[before - 1].noun_like and not is_verb(tokens, before - 1)
    )


def _keys(alias: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in alias)


def _is_proper(alias: Sequence[Token]) -> bool:
    return all(token.named for token in alias)


def _same_number(words: Sequence[Token], aliases: Sequence[Sequence[Token]]) -> bool:
    """Tell whether some alias has the noun in the same number, one or many; countries have none."""
    keys, written = set(_keys(words)), {token.lower for token in words}
    nouns = [alias[-1] for alias in aliases if alias and alias[-1].key in keys]
    return any(noun.lower in written or noun.country for noun in nouns)


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
    single = one_spelling(lower.removesuffix("s"))
    return next((ending for ending in _ENDINGS if single.endswith(ending)), "")


def _same_noun(token: Token, wanted: Token) -> bool:
    month = token.text in MONTHS and not wanted.named  # "in March" is no mention of a march
    if token.key != wanted.key or month:
        return False
    return token.country or _noun_class(token.lower) == _noun_class(wanted.lower)


def _turned_round(tokens: Tokens, alias: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return where "Ukraine's delegation" stands as "delegation of Ukraine" or "from Ukraine"."""
    if len(alias) != 2 or not alias[0].country:
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
