"""Measures: which quantities a sentence says of what a slot is about.

A quantity attaches where it stands before the noun ("the 100-minute meeting"), where the relation's verb or
noun takes it ("lasted 100 minutes", "the duration of the talks was"), and where it counts the noun that the
verb acts on ("launched 273 drones"). Anywhere else it is another thing's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from pytest_factcheck.judges.attachment import Attachment, row
from pytest_factcheck.judges.claims import Relation, Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Tokens, phrase_at, phrase_before
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.subjects import subject_of
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem

_ATTRIBUTES = tomllib.loads(files(__package__).joinpath("data/attributes.toml").read_text("utf-8"))
_EXPRESSED = {dimension: frozenset(map(stem, words.split())) for dimension, words in _ATTRIBUTES.items()}
_BEFORE_VALUE = row("before_value")
_DIFFERENCES = row("differences")
_RATES = row("rates")
_WHERE = row("event_prepositions") | {"by"}
_AMOUNTING = frozenset({"be", "number", "reach", "stand", "total"})
_ARTICLES = ("a", "an")
_TIMES = word_list("grammar", "times")
_DEFINITE = word_list("grammar", "definite")
_COUNT = "count"
_FAR = 60  # words: what stands farther apart is in no one clause
_REACH = 4  # small words between a verb and its value, at most


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity and the tokens, from `start` to `end`, that say it."""

    quantity: Quantity
    start: int
    end: int

    @property
    def places(self) -> frozenset[int]:
        """Return the tokens that say it."""
        return frozenset(range(self.start, self.end))

    def within(self, start: int, end: int) -> bool:
        """Tell whether the value lies between two places."""
        return start <= self.start and self.end <= end


def attached_quantities(
    reading: Reading, topic: Topic, found: tuple[Mention, ...]
) -> tuple[tuple[Quantity, Attachment], ...]:
    """Return the quantities of the slot's dimension that a sentence says of a mention, in order."""
    ours = topic.quantity
    if ours is None:
        return ()
    pairs: list[tuple[Quantity, Attachment]] = []
    for quantity in reading.quantities:
        value = Value(quantity, *reading.covered(quantity.span))
        if quantity.dimension != ours.dimension or _counts_other(quantity, ours) or not value.places:
            continue
        attachment = None if _is_difference(reading, value.end) else _attachment(reading, topic, found, value)
        if attachment:
            pairs.append((quantity, attachment))
    return tuple(pairs)


def _counts_other(quantity: Quantity, ours: Quantity) -> bool:
    """Tell whether two counts are of differing things; a bare number may count either."""
    return (
        bool(ours.dimension == _COUNT and quantity.counted and ours.counted)
        and quantity.counted != ours.counted
    )


def _is_difference(reading: Reading, end: int) -> bool:
    """Tell whether what follows a value makes it a difference or a rate: "longer than", "a day", "each"."""
    tokens = reading.tokens
    if end >= len(tokens) or tokens[end].link not in (Link.OPEN, Link.JOINED):
        return False
    if tokens[end].lower in _DIFFERENCES:
        return True
    if tokens[end].lower in _ARTICLES and end + 1 < len(tokens) and tokens[end + 1].lower in _TIMES:
        return True
    _, clause_end = reading.clause_of(end)
    return any(token.lower in _RATES for token in tokens[end:clause_end])


def _attachment(
    reading: Reading, topic: Topic, found: tuple[Mention, ...], value: Value
) -> Attachment | None:
    """Return how a value attaches: before its noun, or else by the first relation that ties it."""
    for mention in found:
        if value.within(mention.phrase.start, mention.start) and _expresses(value.quantity, topic):
            given = _is_definite(reading, mention)
            return Attachment(value.quantity.span, mention, mention.end - 1, value.places, presupposed=given)
    ties = (
        tie
        for relation in topic.relations
        for at, token in enumerate(reading.tokens)
        if token.stem == relation.head and at not in value.places and abs(at - value.start) <= _FAR
        for tie in _by_relation(reading, relation, found, value, at)
    )
    return next(ties, None)


def _expresses(quantity: Quantity, topic: Topic) -> bool:
    """Tell whether a quantity before a noun says by itself what the slot's relation says."""
    expressed = _EXPRESSED.get(quantity.dimension.partition(":")[0], frozenset())
    return any(relation.head in expressed for relation in topic.relations)


def _is_definite(reading: Reading, mention: Mention) -> bool:
    """Tell whether the noun phrase takes its thing for granted, as "the 100-minute meeting" does."""
    return reading.tokens[mention.phrase.start].lower in _DEFINITE


def _by_relation(
    reading: Reading, relation: Relation, found: tuple[Mention, ...], value: Value, at: int
) -> Iterator[Attachment]:
    tokens = reading.tokens
    words = range(at, at + 1 + len(relation.rest))
    if tuple(token.stem for token in tokens[at + 1 : words.stop]) != relation.rest:
        return
    span, places = value.quantity.span, value.places
    event = reading.event(at)
    governed = _leads_to(tokens, words.stop, value.start) and not _rival_follows(reading, value)
    for mention in found:
        if abs(mention.start - at) > _FAR:
            continue
        if event is not None and governed and _subject_is(event, mention):
            yield Attachment(span, mention, at, places, sure=event.subject.sure)
        elif event is not None and _counted(event, mention, value):
            yield Attachment(span, mention, at, places)
        elif event is not None and _happens_in(tokens, event, mention, value, governed=governed):
            yield Attachment(span, mention, at, places, telling=False)
        elif _of_noun(tokens, words, mention, value):
            yield Attachment(span, mention, at, places)


def _leads_to(tokens: Tokens, start: int, value: int) -> bool:
    """Tell whether only small words stand between a verb and its value."""
    between = tokens[start:value]
    if not 0 <= value - start <= _REACH:
        return False
    small = all(token.lower in _BEFORE_VALUE or token.kind is Kind.ADVERB for token in between)
    return small and all(token.link in (Link.OPEN, Link.JOINED) for token in tokens[start : value + 1])


def _rival_follows(reading: Reading, value: Value) -> bool:
    """Tell whether another value of the same dimension is joined on: "two or three", "an hour and a day"."""
    tokens, end = reading.tokens, value.end
    if end + 1 >= len(tokens) or tokens[end].kind is not Kind.COORDINATOR:
        return False
    behind = tokens[end + 1].start
    return any(
        other.dimension == value.quantity.dimension and other.span.start <= behind < other.span.end
        for other in reading.quantities
    )


def _subject_is(event: Event, mention: Mention) -> bool:
    """Tell whether the verb is said of the mention, and of it alone."""
    subject = event.subject
    alone = len(subject.phrases) == 1 or not subject.sure
    return subject.done and alone and any(map(mention.is_head_of, subject.phrases))


def _counts(event: Event, value: Value) -> bool:
    """Tell whether the verb says that so many things did something, or had it done to them."""
    return value.quantity.dimension == _COUNT and event.subject.done and not event.reduced


def _counted(event: Event, mention: Mention, value: Value) -> bool:
    """Tell whether the quantity counts the mention itself, on which the verb acts: "launched 273 drones"."""
    acted_on = event.subject.phrases if event.passive else (event.object,)
    inside = value.within(mention.phrase.start, mention.end)
    return _counts(event, value) and inside and any(map(mention.is_head_of, acted_on))


def _happens_in(tokens: Tokens, event: Event, mention: Mention, value: Value, *, governed: bool) -> bool:
    """Tell whether things are counted in an event: "nine people were killed in the attack"."""
    before = mention.phrase.start - 1
    if not _counts(event, value) or before <= max(event.verb, value.end - 1):
        return False
    counted = any(value.within(phrase.start, phrase.end) for phrase in event.subject.phrases)
    if tokens[before].lower not in _WHERE or not (counted or (governed and not event.passive)):
        return False
    between = tokens[event.verb + 1 : before + 1]
    return not any(token.forms or token.link is not Link.OPEN for token in between)


def _of_noun(tokens: Tokens, words: range, mention: Mention, value: Value) -> bool:
    """Tell whether the relation is a noun or an adjective that ties mention and value together."""
    if words.start == value.end and _subject_of_be(tokens, value.start, mention):
        return True  # "the talks were 100 minutes long"
    governs = _leads_to(tokens, words.stop, value.start)
    if governs and _subject_of_be(tokens, words.start, mention):
        return True  # "the deal is worth 5 million dollars"
    owner_end = _owned(tokens, words, mention)
    if owner_end is None:
        nearest = phrase_before(tokens, words.start)
        beside = mention.is_head_of(nearest) and tokens[words.start].link is Link.OPEN
        return governs and beside  # "a deal worth 5 million dollars"
    amounts = owner_end < len(tokens) and tokens[owner_end].stem in _AMOUNTING
    return amounts and _leads_to(tokens, owner_end + 1, value.start)  # "the talks' duration was two hours"


def _subject_of_be(tokens: Tokens, before: int, mention: Mention) -> bool:
    """Tell whether a "be" whose subject is the mention stands before a place, small words between."""
    at = before - 1
    while at >= 0 and (tokens[at].lower in _BEFORE_VALUE or tokens[at].kind is Kind.ADVERB):
        at -= 1
    if at < 0 or tokens[at].stem != "be":
        return False
    subject = subject_of(tokens, at, reduced=False)
    return any(map(mention.is_head_of, subject.phrases))


def _owned(tokens: Tokens, words: range, mention: Mention) -> int | None:
    """Return where "the duration of the talks" or "the talks' duration" ends, or None if it is not theirs."""
    if words.stop < len(tokens) and tokens[words.stop].lower in {"of", "for"}:
        owner = phrase_at(tokens, words.stop + 1)
        return owner.end if owner and mention.is_head_of(owner) else None
    beside = mention.end == words.start and tokens[words.start].link in (Link.POSSESSIVE, Link.OPEN)
    return words.stop if beside else None
