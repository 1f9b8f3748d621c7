"""Speaking: whether a claim speaks of a sentence that is quoted beside others, told by the signals it shares.

A number, a date or a verb is enough. Names stand in every sentence of a report, so that they count only where
the claim has all that are quoted, and these are two at least; who says something never counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.correspondence import counterparts
from pytest_factcheck.coverage.signals import Signal, SignalKind
from pytest_factcheck.judges.alignment import items
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.vocabulary import Span

_ALONE = frozenset({SignalKind.NUMBER, SignalKind.DATE, SignalKind.VERB})
_TOGETHER = frozenset({SignalKind.NAME, SignalKind.WORD})
_SEVERAL = 2


def speaks_of(
    claim: str, sentence: Span, held: Iterable[Signal], text: SourceText, *, opposing: bool = False
) -> bool:
    """Tell whether a claim speaks of the quoted signals of a sentence.

    Args:
        claim: The claim.
        sentence: The sentence.
        held: Its signals that are quoted.
        text: The source.
        opposing: The quote contradicts the claim, so that another value of one kind speaks of it, too.
    """
    ours, theirs, day = read(claim), read(sentence.of(text.text)), text.source.published
    if ours.too_long or theirs.too_long:
        return False
    found = [*_shared(ours, theirs, day), *(_rivals(ours, theirs, day) if opposing else ())]
    spoken = [one for one in held if any(map(one.span.shifted(-sentence.start).overlaps, found))]
    if any(one.kind in _ALONE for one in spoken):
        return True
    together = [one for one in held if one.kind in _TOGETHER]
    return len(together) >= _SEVERAL and set(together) <= set(spoken)


def _shared(ours: Reading, theirs: Reading, day: date | None) -> Iterator[Span]:
    """Yield the words of a sentence that stand for a word, a name, an amount or a day of the claim."""
    for item in items(ours.text, None):
        yield from counterparts(ours, item, theirs, day)


def _rivals(ours: Reading, theirs: Reading, day: date | None) -> Iterator[Span]:
    """Yield the amounts and days of a sentence that are of the kind of one in the claim."""
    kinds = {(one.dimension, one.counted) for one in ours.quantities}
    yield from (one.span for one in theirs.quantities if (one.dimension, one.counted) in kinds)
    grains = {one.grain for one in ours.dates(None)}
    yield from (one.span for one in theirs.dates(day) if one.grain in grains)
