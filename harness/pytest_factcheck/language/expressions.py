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
    """The stems of an expression, whether words may part them, and each word it says with its denial."""

    stems: tuple[str, ...]
    separable: bool
    says: tuple[tuple[str, bool], ...]


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """Return the expressions by their first stem, the longest first."""
    said: dict[tuple[tuple[str, ...], bool], dict[tuple[str, bool], None]] = {}
    for sense, kinds in table("expressions").items():
        for kind, rows in kinds.items():
            for word, row in rows.items():
                for written in row:
                    key = tuple(map(_stem, written.split())), kind == "separable"
                    said.setdefault(key, {})[_stem(word), sense == "denies"] = None
    found: dict[str, list[_Pattern]] = {}
    for (stems, separable), says in said.items():
        found.setdefault(stems[0], []).append(_Pattern(stems, separable, tuple(says)))
    return {first: tuple(sorted(some, key=lambda one: -len(one.stems))) for first, some in found.items()}


def _stem(word: str) -> str:
    return one_stem(stem(word))


def expressions(tokens: Sequence[Token]) -> tuple[Expression, ...]:
    """Return the expressions of a sentence in order; of those that begin at one token, the longest.

    Args:
        tokens: The tokens of one sentence, as `grammar.tokens` gives them.

    Returns:
        One entry for each word that an expression says. A word of denial inside it turns `denies` round
        ("took no part"); one in front of it is the reader's to find.
    """
    found: list[Expression] = []
    free = 0
    for at, token in enumerate(tokens):
        patterns = _patterns().get(one_stem(token.stem), ()) if at >= free else ()
        matches = [match for pattern in patterns for match in _matches(tokens, at, pattern)]
        if matches:
            free = max(match.end for match in matches)
            longest = max(_length(tokens, match) for match in matches)
            found.extend(dict.fromkeys(one for one in matches if _length(tokens, one) == longest))
    return tuple(found)


def _length(_: Sequence[Token], match: Expression) -> int:
    return match.end - match.start


def _matches(tokens: Sequence[Token], start: int, pattern: _Pattern) -> Iterator[Expression]:
    """Yield what a pattern says if it begins at `start`."""
    at, turned = start, False
    for place, wanted in enumerate(pattern.stems[1:], start=1):
        last = place == len(pattern.stems) - 1
        parted = _parted(pattern, place)
        step = _next(tokens, at, wanted, parted if last or place == 1 else 0)
        if step is None:
            return
        at, denied = step
        turned ^= denied
    for word, denies in pattern.says:
        yield Expression(start, at + 1, word, denies ^ turned)


def _parted(pattern: _Pattern, place: int) -> int:
    """Return how many words may stand before a word of a pattern: only behind its verb."""
    if place != 1:
        return 0
    return _GAP if pattern.separable else 1


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
    """Tell whether a word may stand inside an expression: an adverb anywhere, a noun phrase only where two may."""
    return token.kind is Kind.ADVERB or (gap == _GAP and token.kind in _OPEN and "p" not in token.forms)
