"""Partners: two names that "and" joins, and another name in the place of one of them.

Talks between Denmark and Norway are none between Denmark and Chile, even if Norway is spoken of elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.headlines import says_name
from pytest_factcheck.language.metonyms import stands_for
from pytest_factcheck.language.transliteration import sounded

_LISTED = (Link.OPEN, Link.COMMA)


class Partner(NamedTuple):
    """A name of the claim that a sentence does not have, and the name in its place there, by token."""

    ours: int
    theirs: int


def other_partner(ours: Sequence[Token], theirs: Sequence[Token]) -> Partner | None:
    """Return one of two names that a claim joins, and whom a sentence joins to the other instead.

    Args:
        ours: The tokens of the claim.
        theirs: The tokens of the sentence.
    """
    for one, other in _pairs(ours):
        for absent, there in ((one, other), (other, one)):
            if _places(theirs, ours[absent]):
                continue
            places = _places(theirs, ours[there])
            found = next((joined for at in places for joined in _joined(theirs, at)), None)
            if found is not None:
                return Partner(absent, found)
    return None


def speaks_of_partners(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether a sentence names one of two whom a claim joins."""
    return any(_places(theirs, ours[at]) for pair in _pairs(ours) for at in pair)


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield every two names that "and" joins right between them."""
    for at in range(1, len(tokens) - 1):
        if _joins(tokens[at]) and _is_name(tokens, at - 1) and _is_name(tokens, at + 1):
            yield at - 1, at + 1


def _joined(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Yield the name that "and" joins to the one at `at`, before or behind it."""
    for step in (-1, 1):
        place = at + 2 * step
        if 0 <= place < len(tokens) and _joins(tokens[at + step]) and _is_name(tokens, place):
            yield place


def _joins(token: Token) -> bool:
    return token.lower == "and" and token.link in _LISTED


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is a country's name, or another's that its first letter tells."""
    token = tokens[at]
    plain = token.named and token.kind is Kind.WORD and token.link is not Link.JOINED
    return token.country or (plain and (at > 0 or says_name(token)))


def _places(tokens: Sequence[Token], name: Token) -> list[int]:
    keys = {name.key, *stands_for(name.key)}
    sound = sounded(name.text)
    return [
        at for at, one in enumerate(tokens) if one.key in keys or (one.named and sounded(one.text) == sound)
    ]
