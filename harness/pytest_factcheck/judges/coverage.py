"""Coverage: which words of a claim a passage has no word for.

A word is covered by one with its stem, by its country's other name, and a number by an equal number however
it is written. Function words need no cover.
"""

from __future__ import annotations

from collections.abc import Iterable

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Token


def missing(wanted: Iterable[Token], claim: Reading, passage: Iterable[Reading]) -> tuple[Token, ...]:
    """Return the words that no sentence covers, in order.

    Args:
        wanted: Words of the claim.
        claim: The claim, for the amounts that its numbers stand for.
        passage: The sentences that may cover them.
    """
    given = tuple(passage)
    keys = frozenset().union(*(reading.keys for reading in given))
    return tuple(
        token for token in wanted if not _held(token, keys) and not _amount_held(token, claim, given)
    )


def _held(token: Token, keys: frozenset[str]) -> bool:
    return token.key in keys


def _amount_held(token: Token, claim: Reading, given: tuple[Reading, ...]) -> bool:
    """Tell whether the amount that a number of the claim belongs to is in the passage in other words."""
    if token.kind is not Kind.NUMBER and not token.lower.isalpha():
        return False
    ours = [one for one in claim.quantities if one.span.start <= token.start and token.end <= one.span.end]
    return any(
        theirs.dimension == one.dimension and theirs.interval == one.interval
        for one in ours
        for reading in given
        for theirs in reading.quantities
    )
