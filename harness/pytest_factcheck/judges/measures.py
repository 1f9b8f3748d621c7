"""Measures: which quantities a sentence says of what a slot is about.

A quantity attaches where it stands before the noun ("the 100-minute meeting"), where the relation's verb or
noun takes it ("lasted 100 minutes", "the duration of the talks was"), and where it counts the noun that the
verb acts on ("launched 273 drones"). Anywhere else it is another thing's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from pytest_factcheck.judges.attachment import Attachment, row
from pytest_factcheck.judges.claims import Relation, Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Phrase, Tokens, phrase_at, phrase_before
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.subjects import subject_of
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem

_ATTRIBUTES = tomllib.loads(files(__package__).joinpath("data/attributes.toml").read_text("utf-8"))
_EXPRESSED = {dimension: frozenset(map(stem, words.split())) for dimension, words in _ATTRIBUTES.items()}
_BEFORE_VALUE = row("before_value")
_DIFFERENCES = row("differences")
_RATES = row("rates")
_EVENT_PREPOSITIONS = row("event_prepositions")
_DEFINITE = word_list("grammar", "definite")
_COUNT = "count"
_REACH = 4  # small words between a verb and its value, at most


def attached_quantities(
    reading: Reading, topic: Topic, found: tuple[Mention, ...]
) -> tuple[tuple[Quantity, Attachment], ...]:
    """Return the quantities of the slot's dimension that a sentence says of a mention, in order."""
    ours = topic.quantity
    if ours is None:
        return ()
    given = [one for one in reading.quantities if one.dimension == ours.dimension]
    pairs: list[tuple[Quantity, Attachment]] = []
    for quantity in given:
        start, end = reading.covered(quantity.span)
        if start == end or _counts_other(quantity, ours) or _is_difference(reading.tokens, end):
            continue
        attachment = next(_attachments(reading, topic, found, quantity, start, end), None)
        if attachment:
            pairs.append((quantity, attachment))
    return tuple(pairs)


def _counts_other(quantity: Quantity, ours: Quantity) -> bool:
    """Tell whether two counts are of differing things; a bare number may count either."""
    return (
        bool(ours.dimension == _COUNT and quantity.counted and ours.counted)
        and quantity.counted != ours.counted
    )


def _is_difference(tokens: Tokens, end: int) -> bool:
    """Tell whether what follows a value makes it a difference or a rate."""
    if end >= len(tokens) or tokens[end].link not in (Link.OPEN, Link.JOINED):
        return False
    return tokens[end].lower in _DIFFERENCES or tokens[end].lower in _RATES


def _attachments(
    reading: Reading, topic: Topic, found: tuple[Mention, ...], quantity: Quantity, start: int, end: int
) -> Iterator[Attachment]:
    places = frozenset(range(start, end))
    for mention in found:
        if _modifies(reading.tokens, topic, mention, quantity, start, end):
            yield Attachment(
                quantity.span, mention, mention.end - 1, places, presupposed=_is_definite(reading, mention)
            )
    for relation in topic.relations:
        for at, token in enumerate(reading.tokens):
            if token.stem != relation.head or at in places:
                continue
            yield from _by_relation(reading, relation, found, quantity, at, start, end)


def _modifies(
    tokens: Tokens, topic: Topic, mention: Mention, quantity: Quantity, start: int, end: int
) -> bool:
    """Tell whether a quantity is an attribute of the noun, and expresses the slot's relation by itself."""
    expressed = _EXPRESSED.get(quantity.dimension.partition(":")[0], frozenset())
    if not any(relation.head in expressed for relation in topic.relations):
        return False
    before = mention.phrase.start <= start and end <= mention.start
    genitive = (
        mention.phrase.start > end
        and tokens[end].lower == "of"
        and tokens[end].link is Link.OPEN
        and mention.phrase.start == end + 1
    )
    return before or genitive


def _is_definite(reading: Reading, mention: Mention) -> bool:
    """Tell whether the noun phrase takes its thing for granted, as "the 100-minute meeting" does."""
    return reading.tokens[mention.phrase.start].lower in _DEFINITE


def _by_relation(
    reading: Reading,
    relation: Relation,
    found: tuple[Mention, ...],
    quantity: Quantity,
    at: int,
    start: int,
    end: int,
) -> Iterator[Attachment]:
    tokens = reading.tokens
    verb_end = at + 1 + len(relation.rest)
    if tuple(token.stem for token in tokens[at + 1 : verb_end]) != relation.rest:
        return
    places = frozenset(range(start, end))
    event = read_event(tokens, at)
    governed = _leads_to(tokens, verb_end, start) and not _rival_follows(reading, quantity, end)
    for mention in found:
        if event is not None and governed and _subject_is(event, mention):
            yield Attachment(quantity.span, mention, at, places, sure=event.subject.sure)
        elif event is not None and _counted(event, mention, quantity, start, end):
            yield Attachment(quantity.span, mention, at, places)
        elif event is not None and _happens_in(
            tokens, event, mention, quantity, start, end, governed=governed
        ):
            yield Attachment(quantity.span, mention, at, places, telling=False)
        elif _of_noun(tokens, at, verb_end, mention, start, end):
            yield Attachment(quantity.span, mention, at, places)


def _leads_to(tokens: Tokens, start: int, value: int) -> bool:
    """Tell whether only small words stand between a verb and its value."""
    between = tokens[start:value]
    if not 0 <= value - start <= _REACH:
        return False
    small = all(token.lower in _BEFORE_VALUE or token.kind is Kind.ADVERB for token in between)
    return small and all(token.link in (Link.OPEN, Link.JOINED) for token in tokens[start : value + 1])


def _rival_follows(reading: Reading, quantity: Quantity, end: int) -> bool:
    """Tell whether another value of the same dimension is joined on: "two or three", "an hour and a day"."""
    tokens = reading.tokens
    if end >= len(tokens) or tokens[end].kind is not Kind.COORDINATOR:
        return False
    behind = tokens[end + 1].start if end + 1 < len(tokens) else -1
    return any(
        other.dimension == quantity.dimension and other.span.start <= behind < other.span.end
        for other in reading.quantities
    )


def _subject_is(event: Event, mention: Mention) -> bool:
    return event.subject.done and any(map(mention.is_head_of, event.subject.phrases))


def _counted(event: Event, mention: Mention, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether the quantity counts the mention itself, on which the verb acts: "launched 273 drones"."""
    if quantity.dimension != _COUNT or not event.subject.done:
        return False
    counts = mention.phrase.start <= start and end <= mention.end
    acted_on = event.subject.phrases if event.passive else (event.object,)
    return counts and any(map(mention.is_head_of, acted_on))


def _happens_in(
    tokens: Tokens,
    event: Event,
    mention: Mention,
    quantity: Quantity,
    start: int,
    end: int,
    *,
    governed: bool,
) -> bool:
    """Tell whether things are counted in an event: "nine people were killed in the attack"."""
    if quantity.dimension != _COUNT or not event.subject.done or mention.phrase.start < 1:
        return False
    counted = any(phrase.start <= start and end <= phrase.end for phrase in event.subject.phrases)
    before = mention.phrase.start - 1
    inside = tokens[before].lower in _EVENT_PREPOSITIONS | {"by"} and before > max(event.verb, end - 1)
    if not inside or (event.passive and not counted) or not (counted or governed):
        return False
    return not any(
        token.forms or token.link is not Link.OPEN for token in tokens[event.verb + 1 : before + 1]
    )


def _of_noun(tokens: Tokens, at: int, noun_end: int, mention: Mention, start: int, end: int) -> bool:
    """Tell whether the relation is a noun or adjective that ties mention and value together."""
    if _subject_of_be(tokens, start, mention) and noun_end > end and at == end:
        return True  # "the talks were 100 minutes long"
    if _subject_of_be(tokens, at, mention) and _leads_to(tokens, noun_end, start):
        return True  # "the deal is worth 5 million dollars"
    owner_end = _owned(tokens, at, noun_end, mention)
    if owner_end is None:
        nearest = phrase_before(tokens, at)
        beside = nearest is not None and mention.is_head_of(nearest) and tokens[at].link is Link.OPEN
        return beside and _leads_to(tokens, noun_end, start) and noun_end < len(tokens)
    if owner_end < len(tokens) and tokens[owner_end].stem in {"be", "reach", "total", "stand", "number"}:
        return _leads_to(tokens, owner_end + 1, start)
    return False


def _subject_of_be(tokens: Tokens, before: int, mention: Mention) -> bool:
    """Tell whether a form of "be", whose subject is the mention, stands before a place, small words between."""
    at = before - 1
    while at >= 0 and (tokens[at].lower in _BEFORE_VALUE or tokens[at].kind is Kind.ADVERB):
        at -= 1
    if at < 0 or tokens[at].stem != "be":
        return False
    subject = subject_of(tokens, at, reduced=False)
    return any(map(mention.is_head_of, subject.phrases))


def _owned(tokens: Tokens, at: int, noun_end: int, mention: Mention) -> int | None:
    """Return where "the duration of the talks" or "the talks' duration" ends, or None if it is not theirs."""
    if noun_end < len(tokens) and tokens[noun_end].lower in {"of", "for"}:
        owner: Phrase | None = phrase_at(tokens, noun_end + 1)
        return owner.end if owner and mention.is_head_of(owner) else None
    if mention.end == at and tokens[at].link in (Link.POSSESSIVE, Link.OPEN):
        return noun_end
    return None
