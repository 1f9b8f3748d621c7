"""Correspondence: which words of a sentence stand for the words, names, amounts and days of a claim.

Looser than the judges are, so that a word which is said to have no counterpart is one that a reader will not
find either. It is told to people, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pytest_factcheck.judges.alignment import Item, answers, items
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.metonyms import stands_for
from pytest_factcheck.language.paraphrase import covering
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.vocabulary import Span


def counterparts(ours: Reading, item: Item, theirs: Reading, published: date | None) -> tuple[Span, ...]:
    """Return the places of a sentence that stand for one item of a claim, in order.

    Args:
        ours: The claim.
        item: One of its items.
        theirs: The sentence.
        published: The day from which "Friday" is counted in the sentence, if it is known.
    """
    if item.quantity or item.day:
        return tuple(_amounts(item, theirs, published))
    found = [{*_words(ours, at, theirs), *_sounding(ours, at, theirs)} for at in range(item.start, item.end)]
    return tuple(sorted(set().union(*found))) if all(found) else ()


def _amounts(item: Item, theirs: Reading, published: date | None) -> Iterator[Span]:
    days = dict.fromkeys((published, None))  # a claim has no day from which "Friday" could be counted
    seen = (one for day in days for one in items(theirs.text, day) if answers(one, item))
    for one in dict.fromkeys(seen):
        yield Span(theirs.tokens[one.start].start, theirs.tokens[one.end - 1].end)


def _words(ours: Reading, at: int, theirs: Reading) -> Iterator[Span]:
    """Yield the words that have the key of a claim's word, or that of one that may stand for it."""
    key, named = ours.tokens[at].key, ours.tokens[at].named and not ours.tokens[at].country
    same = [token.span for token in theirs.tokens if token.key == key]
    if named and same:
        yield from same  # "Ankara" needs no "Turkish" to stand for it
        return
    keys = {key, *stands_for(key), *covering(key)}
    for token in theirs.tokens:
        if token.key in keys or token.stem in keys:
            yield token.span


def _sounding(ours: Reading, at: int, theirs: Reading) -> Iterator[Span]:
    """Yield the names that are another spelling of a claim's name."""
    token = ours.tokens[at]
    if token.named:
        spelt = sounded(token.text)
        yield from (one.span for one in theirs.tokens if one.named and sounded(one.text) == spelt)
