"""Rivals: another amount, day or place where the claim has its own, in the same place of the same frame.

Two numbers that differ prove nothing by themselves. They do if the same word governs both, what they count is
the same, and the rest of the claim is there. So do two days and two places that cannot be one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pytest_factcheck.judges.alignment import Item
from pytest_factcheck.judges.language.facets import PEOPLE, SETTING, Facet, FacetKind
from pytest_factcheck.judges.language.governing import governors
from pytest_factcheck.judges.language.holding import Holding
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.paraphrase import covering
from pytest_factcheck.language.places import apart, is_city, is_place
from pytest_factcheck.language.quantities import Quantity

_SKIPPED = (Kind.DETERMINER, Kind.ADVERB, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Rival:
    """What stands where the claim has something else: its tokens, and whether both cannot be."""

    start: int
    end: int
    excludes: bool = True
    twice: bool = False


def rival(facet: Facet, claim: Reading, own: Holding) -> Rival | None:
    """Return the amount, day or place that stands where the claim has another, or None.

    `twice` tells that the same words stand on both sides of it.
    """
    found = list(_RIVALS[facet.kind](facet, claim, own)) if facet.kind in _RIVALS else []
    return found[0] if len({(one.start, one.end) for one in found}) == 1 else None


def _of_amount(facet: Facet, claim: Reading, own: Holding) -> Iterator[Rival]:
    for item in _amounts(facet, own):
        sides = _same_sides(claim, facet.item, own.reading, item)
        if any(sides):
            ordinal = item.quantity is not None and item.quantity.dimension == "ordinal"
            yield Rival(item.start, item.end, excludes=not ordinal, twice=all(sides))


def _of_day(facet: Facet, claim: Reading, own: Holding) -> Iterator[Rival]:
    for item in _days(facet, own):
        if _says_when(own.reading, item) and same_governor(claim, facet.item.start, own.reading, item.start):
            yield Rival(item.start, item.end)


def _says_when(reading: Reading, item: Item) -> bool:
    """Tell whether a day says when something was, and not which: "the 2022 talks" were other talks."""
    tokens = reading.tokens
    behind = tokens[item.end] if item.end < len(tokens) else None
    names = behind is not None and behind.link is Link.OPEN and behind.kind is Kind.WORD and not behind.forms
    led = item.start > 0 and tokens[item.start - 1].kind in (Kind.PREPOSITION, Kind.ADVERB)
    return led or not names


def _of_place(facet: Facet, claim: Reading, own: Holding) -> Iterator[Rival]:
    """Yield the places that stand where the claim has its own; a street or a region may be the same place."""
    if not facet.setting or facet.calendar:
        return
    ours = claim.text[claim.tokens[facet.item.start].start : claim.tokens[facet.item.end - 1].end]
    tokens = own.reading.tokens
    for at, token in enumerate(tokens):
        if not is_place(token.text) or token.key == facet.key:
            continue
        leads = at > 0 and tokens[at - 1].lower in SETTING
        names = is_city(token.text) and at + 1 < len(tokens) and _is_noun(tokens[at + 1])
        if (leads or names) and same_governor(claim, facet.item.start, own.reading, at):
            verdict = apart(ours, token.text)
            if verdict is not False:
                yield Rival(at, at + 1, excludes=bool(verdict))


def _amounts(facet: Facet, own: Holding) -> Iterator[Item]:
    ours = facet.item.quantity
    for item in own.amounts:
        theirs = item.quantity
        if not (ours and theirs and theirs.dimension == ours.dimension):
            continue
        alike = theirs.counted == ours.counted or theirs.counted in covering(ours.counted)
        alike = alike or theirs.counted in PEOPLE
        if (
            alike
            and not _touch(ours, theirs)
            and theirs.interval.relation(ours.interval) is Relation.DISJOINT
        ):
            yield item


def _touch(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether two amounts that exclude one another meet at their edge: "nearly 40" and "40"."""
    if ours.nominal in theirs.ends or theirs.nominal in ours.ends:
        return True
    rough = ours.nominal is None or theirs.nominal is None
    edges = {ours.interval.low, ours.interval.high} & {theirs.interval.low, theirs.interval.high}
    return rough and bool(edges - {None})


def _days(facet: Facet, own: Holding) -> Iterator[Item]:
    ours = facet.item.day
    for item in own.days:
        theirs = item.day
        if ours and theirs and theirs.bound == ours.bound and theirs.relation(ours) is Relation.DISJOINT:
            yield item


def _is_noun(token: Token) -> bool:
    """Tell whether a word may be the noun that a name stands in front of: "the Oslo talks"."""
    return token.link is Link.OPEN and token.kind is Kind.WORD and token.text.islower() and not token.forms


def same_frame(claim: Reading, ours: Item, source: Reading, theirs: Item) -> bool:
    """Tell whether the same word stands before or behind both."""
    return any(_same_sides(claim, ours, source, theirs))


def _same_sides(claim: Reading, ours: Item, source: Reading, theirs: Item) -> tuple[bool, bool]:
    left = _before(claim.tokens, ours.start), _before(source.tokens, theirs.start)
    right = _behind(claim.tokens, ours.end), _behind(source.tokens, theirs.end)
    return _alike(*left), _alike(*right)


def same_governor(claim: Reading, ours: int, source: Reading, theirs: int) -> bool:
    """Tell whether a word that governs the one also governs the other."""
    left = [claim.tokens[at] for at in governors(claim, ours, subjects=True)]
    right = [source.tokens[at] for at in governors(source, theirs)]
    return any(_alike(one, other) for one in left for other in right)


def _alike(one: Token | None, other: Token | None) -> bool:
    if one is None or other is None:
        return False
    return one.key == other.key or other.stem in covering(one.stem)


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the open word that governs what begins at `at`, over prepositions and small words."""
    at -= 1
    while at >= 0 and (tokens[at].kind in _SKIPPED or tokens[at].kind is Kind.PREPOSITION):
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].kind is Kind.WORD else None


def _behind(tokens: Sequence[Token], at: int) -> Token | None:
    while at < len(tokens) and tokens[at].kind in _SKIPPED and tokens[at].link is Link.OPEN:
        at += 1
    if at < len(tokens) and tokens[at].kind is Kind.WORD and tokens[at].link in (Link.OPEN, Link.JOINED):
        return tokens[at]
    return None


_RIVALS: Mapping[FacetKind, Callable[[Facet, Reading, Holding], Iterator[Rival]]] = {
    FacetKind.AMOUNT: _of_amount,
    FacetKind.DAY: _of_day,
    FacetKind.NAME: _of_place,
}
