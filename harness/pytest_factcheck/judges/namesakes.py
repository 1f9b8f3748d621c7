"""Namesakes: names that share their last word and are others: "the State Department", "the Labor Department".

A title, an office or a country before a last name names nobody else: "President Reed" may be Ann Reed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.headlines import says_name
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.transliteration import sounded

_TITLES = word_list("names", "titles", "offices", "posts", "roles", "ranks")


def is_namesake(ours: Sequence[Token], at: int, theirs: Sequence[Token], place: int) -> bool:
    """Tell whether a last name stands behind another first name in a source than in a claim.

    Args:
        ours: The tokens of the claim.
        at: The place of the last name in the claim.
        theirs: The tokens of the source.
        place: The place of the same last name in the source.
    """
    first, other = _first_name(ours, at), _first_name(theirs, place)
    if first is None or other is None:
        return False
    return sounded(other.text) not in {sounded(token.text) for token in _name(ours, at)}


def _name(tokens: Sequence[Token], last: int) -> Sequence[Token]:
    """Return the words of the name that ends at a place, its last one left out: "Ann Marie" of Reed."""
    start = last
    while start > 0 and tokens[start - 1].named and tokens[start].link is Link.OPEN:
        start -= 1
    return tokens[start:last]


def _first_name(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the word of a name right before its last word, if it is no title, office or country."""
    if at < 1 or tokens[at].link is not Link.OPEN or not tokens[at].named:
        return None
    first = tokens[at - 1]
    plain = first.named and first.kind is Kind.WORD and not first.country and first.lower not in _TITLES
    return first if plain and (at > 1 or says_name(first)) else None
