"""Alignment: the words of a claim found again in one sentence, in order and close together.

Items are content words, amounts and days; grammar words and cues are not items, they are compared between
the items. An amount of the source answers for the claim's if it lies inside it, and so does a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.dates import CalendarInterval
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.spelling import one_spelling
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import is_function_word

# Words of one stem that end differently here are other words: "organ", "organization".
_ENDINGS = (
    "ing", "ion", "ment", "ness", "ity", "ance", "ence", "ism", "ist", "ant", "ent", "ous", "ful", "less",
    "ive", "al", "ly", "er", "or",
)  # fmt: skip
_QUANTIFIERS = word_list("cues", "quantifiers")
_ADVERBS = word_list("grammar", "adverbs")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a claim and a source can share: tokens `start` to `end`, by key, amount or day."""

    start: int
    end: int
    key: str
    ending: str = ""
    named: bool = False
    quantity: Quantity | None = None
    day: CalendarInterval | None = None

    @property
    def exact(self) -> bool:
        """Tell whether this is a name, a number or a day, for which no other word can stand."""
        return self.named or self.quantity is not None or self.day is not None


@lru_cache(maxsize=1 << 14)
def items(sentence: str, published: date | None) -> tuple[Item, ...]:
    """Return the items of a sentence in order."""
    reading = read(sentence)
    found = dict(_amounts(reading, published))
    taken = {at for item in found.values() for at in range(item.start, item.end)}
    for at, token in enumerate(reading.tokens):
        if at not in taken and _is_item(token):
            found[at] = _word(reading.tokens, at)
    return tuple(found[at] for at in sorted(found))


def answers(theirs: Item, ours: Item) -> bool:
    """Tell whether an item of the source says what an item of the claim says."""
    if ours.quantity:
        return theirs.quantity is not None and _amount_answers(theirs.quantity, ours.quantity)
    if ours.day:
        return (
            theirs.day is not None
            and theirs.day.bound == ours.day.bound
            and _day_answers(theirs.day, ours.day)
        )
    return theirs.key == ours.key and theirs.ending == ours.ending and bool(theirs.key)


def align(ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[int, ...] | None:
    """Return for each of the claim's items the place of the source's, in order and as close as can be.

    None if not all are there in this order.
    """
    best: tuple[int, ...] | None = None
    for places in _runs(ours, theirs):
        if best is None or places[-1] - places[0] < best[-1] - best[0]:
            best = places
    return best


def lacking(ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[Item, ...]:
    """Return the claim's items that nothing in the source answers; each answers once, in any order."""
    free = list(theirs)
    missing: list[Item] = []
    for item in ours:
        match = next((one for one in free if answers(one, item)), None)
        if match is None:
            missing.append(item)
        else:
            free.remove(match)
    return tuple(missing)


def _runs(ours: Sequence[Item], theirs: Sequence[Item]) -> Iterator[tuple[int, ...]]:
    """Yield the alignments that begin at each place where the first item is answered, each ending soonest."""
    for start, item in enumerate(theirs):
        if ours and answers(item, ours[0]):
            places = _run(ours, theirs, start)
            if places is not None:
                yield places


def _run(ours: Sequence[Item], theirs: Sequence[Item], start: int) -> tuple[int, ...] | None:
    places = [start]
    for wanted in ours[1:]:
        at = next((at for at in range(places[-1] + 1, len(theirs)) if answers(theirs[at], wanted)), None)
        if at is None:
            return None
        places.append(at)
    return tuple(places)


def _amounts(reading: Reading, published: date | None) -> Iterator[tuple[int, Item]]:
    """Yield days and amounts by their first token; a day's digits are no amount."""
    taken: set[int] = set()
    for day in reading.dates(published):
        start, end = reading.covered(day.span)
        if start < end:
            taken.update(range(start, end))
            key = reading.tokens[start].key if end - start == 1 else ""
            yield start, Item(start, end, key, day=day)
    for quantity in reading.quantities:
        start, end = reading.covered(quantity.span)
        if start < end and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield start, Item(start, end, "", quantity=quantity)


def _is_item(token: Token) -> bool:
    if token.kind in (Kind.NEGATOR, Kind.MODAL) or token.lower in _QUANTIFIERS or token.lower in _ADVERBS:
        return False
    return not is_function_word(token.text)


def _word(tokens: Sequence[Token], at: int) -> Item:
    token = tokens[at]
    key = token.key
    if token.country:
        owns = at + 1 < len(tokens) and tokens[at + 1].link is Link.POSSESSIVE
        key += ":name" if is_country_name(token.text) and not owns else ":of"
    named = token.named and (at > 0 or key.startswith("@") or _name_goes_on(tokens, 1))
    return Item(at, at + 1, key, _ending(token.lower), named or token.kind is Kind.NUMBER)


def _name_goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the first word, whose capital tells nothing, begins a name of two words."""
    return (
        at < len(tokens) and tokens[at].named and tokens[at].link is Link.OPEN and tokens[0].kind is Kind.WORD
    )


@lru_cache(maxsize=1 << 14)
def _ending(lower: str) -> str:
    single = one_spelling(lower.removesuffix("s"))
    return next((ending for ending in _ENDINGS if single.endswith(ending)), "")


def _amount_answers(theirs: Quantity, ours: Quantity) -> bool:
    same = theirs.dimension == ours.dimension and theirs.counted == ours.counted
    return same and theirs.interval.relation(ours.interval) is Relation.INSIDE


def _day_answers(theirs: CalendarInterval, ours: CalendarInterval) -> bool:
    return theirs.relation(ours) is Relation.INSIDE
