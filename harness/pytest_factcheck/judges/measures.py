"""Measures: which quantities a sentence says of what a slot is about.

A quantity attaches where it stands before the noun ("the 100-minute meeting"), where the relation's verb or
noun takes it ("lasted 100 minutes", "the duration of the talks was"), and where it counts the noun that the
verb acts on ("launched 273 drones"). Anywhere else it is another thing's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pytest_factcheck.judges.attachment import Attachment, row
from pytest_factcheck.judges.claims import Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.nominal import Value, in_state, leads_to, of_noun
from pytest_factcheck.judges.participles import event_at
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import table
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Tokens, phrase_at
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem

_PERSON = stem("people")
_ATTRIBUTES = dict(table("attributes"))
_KIND = {stem(word): _PERSON for word in _ATTRIBUTES.pop("persons").split()}
_EXPRESSED = {dimension: frozenset(map(stem, words.split())) for dimension, words in _ATTRIBUTES.items()}
_DIFFERENCES = row("differences")
_RATES = row("rates") | row("parts")
_WHERE = row("event_prepositions") | {"by"}
_ARTICLES = ("a", "an")
_TIMES = word_list("grammar", "times")
_DEFINITE = word_list("grammar", "definite")
_COUNT = "count"
_COUNTED_IN = row("counted_in")
_INTRANSITIVE = row("intransitive")
_PARTIES = frozenset({"by", "to"})
_ON = "on"
_FAR = 60  # words: what stands farther apart is in no one clause


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
        if quantity.dimension != ours.dimension or _counts_other(quantity, ours, topic) or not value.places:
            continue
        attachment = None if _is_difference(reading, value.end) else _attachment(reading, topic, found, value)
        if attachment:
            pairs.append((quantity, attachment))
    return tuple(pairs)


def _counts_other(quantity: Quantity, ours: Quantity, topic: Topic) -> bool:
    """Tell whether two counts are of differing things; a bare number may count either."""
    if ours.dimension != _COUNT:
        return False
    theirs, own = (_KIND.get(one.counted, one.counted) for one in (quantity, ours))
    heads = {relation.head for relation in topic.relations}
    return bool(theirs and own) and theirs != own and not {quantity.counted, ours.counted} & heads


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
        if value.within(mention.phrase.start, mention.start) and _expresses(reading.tokens, value, topic):
            given = _is_definite(reading, mention)
            return Attachment(value.quantity.span, mention, mention.end - 1, value.places, presupposed=given)
    for word in _words(reading, topic, value):
        for mention in found:
            tie = _tie(reading, topic, word, mention, value)
            if tie:
                span, at = value.quantity.span, word.places.start
                return Attachment(span, mention, at, value.places, sure=tie.sure, telling=tie.telling)
    return None


def _expresses(tokens: Tokens, value: Value, topic: Topic) -> bool:
    """Tell whether a quantity before a noun, or a word beside it, says what the slot's relation says."""
    heads = {relation.head for relation in topic.relations}
    beside = {tokens[at].stem for at in (value.start - 1, value.end) if 0 <= at < len(tokens)}
    if beside & heads:
        return True  # "the 328-metre-tall tower", "the magnitude 6.2 earthquake"
    return bool(heads & _EXPRESSED.get(value.quantity.dimension.partition(":")[0], frozenset()))


def _is_definite(reading: Reading, mention: Mention) -> bool:
    """Tell whether the noun phrase takes its thing for granted, as "the 100-minute meeting" does."""
    return reading.tokens[mention.phrase.start].lower in _DEFINITE


@dataclass(frozen=True, slots=True)
class Word:
    """One place where a relation's words stand: its tokens, and its event if it is a verb there."""

    places: range
    event: Event | None


@dataclass(frozen=True, slots=True)
class Tie:
    """That a word ties a value to a mention; `sure` and `telling` are those of an attachment."""

    sure: bool = True
    telling: bool = True


def _words(reading: Reading, topic: Topic, value: Value) -> Iterator[Word]:
    """Yield where the relations of a slot stand, within reach of a value."""
    tokens = reading.tokens
    for relation in topic.relations:
        for at, token in enumerate(tokens):
            if token.stem != relation.head or at in value.places or abs(at - value.start) > _FAR:
                continue
            stop = at + 1 + len(relation.rest)
            if tuple(follower.stem for follower in tokens[at + 1 : stop]) == relation.rest:
                yield Word(range(at, stop), event_at(reading, at))


def _tie(reading: Reading, topic: Topic, word: Word, mention: Mention, value: Value) -> Tie | None:
    """Return how a relation's word ties a value to a mention, or None if it does not."""
    tokens = reading.tokens
    if abs(mention.start - word.places.start) > _FAR:
        return None
    if word.event:
        governed = leads_to(
            tokens, _past_particle(tokens, word.places.stop), value.start
        ) and not _rival_follows(reading, value)
        tie = _by_verb(tokens, topic, word.event, (mention, value), governed=governed)
        if tie:
            return tie
    nominal = of_noun(tokens, word.places, mention, value) or in_state(reading, word.places, mention, value)
    return Tie() if nominal else None


def _past_particle(tokens: Tokens, at: int) -> int:
    """Return the place behind the "on" of "went on for two hours" or "dragged on"."""
    return at + 1 if at < len(tokens) and tokens[at].lower == _ON else at


def _by_verb(
    tokens: Tokens, topic: Topic, event: Event, pair: tuple[Mention, Value], *, governed: bool
) -> Tie | None:
    mention, value = pair
    said = governed and _subject_is(event, mention)
    if said or _is_age(tokens, event, mention, value) or _given_for(tokens, event, mention, value):
        return Tie(sure=event.subject.sure)
    if _counted(event, mention, value):
        return Tie()
    if _happens_in(tokens, event, mention, value, governed=governed):
        return Tie(telling=_counts_all(tokens, topic, event, mention, value))
    return None


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


def _given_for(tokens: Tokens, event: Event, mention: Mention, value: Value) -> bool:
    """Tell whether a verb takes the value behind its object or its doer: "bought it for", "fined it".

    "Sentenced X to 12 years" is said of X, and "was bought by Y for $4 billion" of the subject.
    """
    if value.quantity.dimension == _COUNT or not event.subject.done:
        return False
    if event.passive:
        end = _behind_phrases(tokens, event.verb + 1)
        return _subject_is(event, mention) and end > event.verb + 1 and leads_to(tokens, end, value.start)
    acted_on = event.object
    if acted_on is None:
        return False
    if mention.end == value.start and value.end == acted_on.end:
        return acted_on.start <= mention.start  # "fined it $50 million"
    return mention.is_head_of(acted_on) and leads_to(tokens, acted_on.end, value.start)


def _is_age(tokens: Tokens, event: Event, mention: Mention, value: Value) -> bool:
    """Tell whether an age stands between commas behind the one who did it: "X, 84, died"."""
    beside = mention.end == value.start and tokens[value.start].link is Link.COMMA
    return beside and value.quantity.dimension == "age" and _subject_is(event, mention)


def _behind_phrases(tokens: Tokens, at: int) -> int:
    """Return the place behind "by X" or "to X" at a place; who takes part leaves the value to the verb."""
    while at < len(tokens) and tokens[at].lower in _PARTIES and tokens[at].link is Link.OPEN:
        phrase = phrase_at(tokens, at + 1)
        if phrase is None or tokens[phrase.head].kind is not Kind.WORD:
            break
        at = phrase.end
    return at


def _counts_all(tokens: Tokens, topic: Topic, event: Event, mention: Mention, value: Value) -> bool:
    """Tell whether the number counts all of the event, so that another one contradicts.

    "Nine people were killed in the fire" does; "rescuers killed nine people during the fire" only if the
    claim says it of the same doers.
    """
    if tokens[mention.phrase.start - 1].lower not in _COUNTED_IN:
        return False
    if any(value.within(phrase.start, phrase.end) for phrase in event.subject.phrases):
        return event.passive or tokens[event.verb].lower in _INTRANSITIVE
    doers = (tokens[phrase.head] for phrase in event.subject.phrases)
    return all(token.key in topic.known for token in doers)


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
