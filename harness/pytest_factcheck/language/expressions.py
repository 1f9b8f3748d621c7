"""Expressions of several words that say what one word says: "took part" says "participated".

They are found by their stems in order. A verb and its particle may have a pronoun, an adverb or a short noun
phrase between them ("turned the offer down"). Nothing here knows whether a text means the words one by one
("went up the hill"): what is found is a cue and never a proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

_GAP = 2
"""Words between a verb and its particle; with more between them, they rarely belong together."""
_ADVERB = 1
"""Words behind the first of an expression that is not separable: an adverb, or a word of denial."""
_OPEN = frozenset({Kind.WORD, Kind.DETERMINER, Kind.PRONOUN, Kind.ADVERB, Kind.NUMBER})
_BREAKS = frozenset({Link.COMMA, Link.BREAK})


class Expression(NamedTuple):
    """An expression: tokens `start` up to and without `end`, and the stem of the word that says the same.

    `denies` tells that it says the word's deed did not happen: "fell short of" is "reached" denied.
    """

    start: int
    end: int
    stem: str
    denies: bool


class _Pattern(NamedTuple):
    """The stems of an expression, how many words may follow the first, and what it says: stem and denial."""

    stems: tuple[str, ...]
    gap: int
    says: tuple[tuple[str, bool], ...]


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """Return the expressions by their first stem: those of most words first, the separable ones last."""
    said: dict[tuple[tuple[str, ...], int], dict[tuple[str, bool], None]] = {}
    for written, gap, word, denies in _rows():
        key = tuple(map(_stem, written.split())), gap
        said.setdefault(key, {})[_stem(word), denies] = None
    found: dict[str, list[_Pattern]] = {}
    for (stems, gap), says in said.items():
        found.setdefault(stems[0], []).append(_Pattern(stems, gap, tuple(says)))
    return {
        first: tuple(sorted(some, key=lambda one: (-len(one.stems), one.gap)))
        for first, some in found.items()
    }


def _rows() -> Iterator[tuple[str, int, str, bool]]:
    """Yield each expression of the table, its gap, a word that it says, and whether it denies that."""
    for sense, kinds in table("expressions").items():
        for kind, rows in kinds.items():
            for word, several in rows.items():
                for written in several:
                    yield written, _GAP if kind == "separable" else _ADVERB, word, sense == "denies"


def _stem(word: str) -> str:
    return one_stem(stem(word))


def expressions(tokens: Sequence[Token]) -> tuple[Expression, ...]:
    """Return the expressions of a sentence in order, none inside another.

    Args:
        tokens: The tokens of one sentence, as `grammar.tokens` gives them.

    Returns:
        One entry for each word that an expression says. Where several begin at one token, the one of most
        words counts. A word of denial inside it turns `denies` round ("took no part"); one in front of it
        is the reader's to find.
    """
    found: list[Expression] = []
    free = 0
    for at, token in enumerate(tokens):
        if at < free:
            continue
        for pattern in _patterns().get(one_stem(token.stem), ()):
            match = _match(tokens, at, pattern)
            if match is not None:
                free, turned = match
                found.extend(Expression(at, free, word, denies ^ turned) for word, denies in pattern.says)
                break
    return tuple(found)


def _match(tokens: Sequence[Token], start: int, pattern: _Pattern) -> tuple[int, bool] | None:
    """Return where a pattern ends if it begins at `start`, and whether a word inside it denies."""
    at, turned = start, False
    for place, wanted in enumerate(pattern.stems[1:]):
        gap = 0 if place else pattern.gap
        step = _next(tokens, at, wanted, gap)
        if step is None:
            return None
        at, denied = step
        turned ^= denied
    return at + 1, turned


def _next(tokens: Sequence[Token], at: int, wanted: str, gap: int) -> tuple[int, bool] | None:
    """Return where the next word of a pattern stands, and whether a word before it denies."""
    denied = False
    for there in range(at + 1, min(at + 2 + gap, len(tokens))):
        token = tokens[there]
        if token.link in _BREAKS:
            return None
        if one_stem(token.stem) == wanted:
            return there, denied
        if token.kind is Kind.NEGATOR:
            denied = not denied
        elif not _may_part(token, gap):
            return None
    return None


def _may_part(token: Token, gap: int) -> bool:
    """Tell whether a word may stand inside: an adverb, or of a noun phrase where there is room for one."""
    return token.kind is Kind.ADVERB or (gap == _GAP and token.kind in _OPEN and "p" not in token.forms)
