"""Claims: a question taken apart once, so that every passage is compared with the same pieces.

The words of a claim are its slots' subjects, relations and values, and the rest, which a passage must cover.
A value that cannot be read leaves its slot without one; `declared` is where reviewers are told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - `date` is a field of a topic
from enum import StrEnum
from functools import lru_cache

from pytest_factcheck.judges.mentions import find
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.cues import BLOCKING, Cue
from pytest_factcheck.language.dates import CalendarInterval, parse_date, read_dates
from pytest_factcheck.language.grammar import Kind, Token, tokens, verb_forms
from pytest_factcheck.language.names import Holder, parse_holder, read_holder
from pytest_factcheck.language.phrases import phrase_before
from pytest_factcheck.language.quantities import Quantity, parse_quantity
from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.language.words import is_function_word, stem
from pytest_factcheck.vocabulary import Question, Slot, Span

PLACE = "_"
_BY = "by"
_LEAP_YEAR = 2000
_TEXTS = 1 << 12  # different aliases, relations and values that are kept
_GRAMMAR = (Kind.AUXILIARY, Kind.RELATIVE, Kind.PREPOSITION, Kind.DETERMINER, Kind.PRONOUN, Kind.SUBORDINATOR)
_PRESENT = word_list("clauses", "present")
_TIMES = word_list("grammar", "times")
_AGENT_NOUNS: dict[str, tuple[str, ...]] = {
    stem(verb): tuple(map(stem, row.split())) for verb, row in table("verbs")["agent_nouns"].items()
}


class Role(StrEnum):
    """What the holder is to the verb of a relation."""

    AGENT = "agent"
    PATIENT = "patient"
    OBLIQUE = "oblique"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Relation:
    """One way to say how the value hangs on what the slot is about.

    `head` is the stem of its verb or noun, `rest` the stems that must follow it; `role` and `preposition` say
    where the holder stands, and tell nothing for a number or a date.
    """

    head: str
    rest: tuple[str, ...] = ()
    role: Role = Role.AGENT
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One slot, read: what it is about, its relations, its value, and the words of all of them."""

    slot: Slot
    about: tuple[tuple[Token, ...], ...]
    relations: tuple[Relation, ...]
    known: frozenset[str]
    subject: frozenset[str]
    quantity: Quantity | None = None
    date: CalendarInterval | None = None
    holders: tuple[Holder, ...] = ()
    value: Span | None = None

    @property
    def label(self) -> str:
        """Return the value as the reviewer writes it."""
        return self.slot.quantity or self.slot.date or " / ".join(self.slot.entity)

    @property
    def readable(self) -> bool:
        """Tell whether the slot's value could be read."""
        return bool(self.quantity or self.date or self.holders or without_year(self.slot.date))

    def day(self, published: Date | None) -> CalendarInterval | None:
        """Return the slot's date; one without a year is read as a source of that day would read it."""
        if self.date or published is None or not without_year(self.slot.date):
            return self.date
        return next(iter(read_dates(self.slot.date, None, published)), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, read: its slots, the words that a passage must cover, and those that point to one event."""

    reading: Reading
    topics: tuple[Topic, ...]
    rest: tuple[Token, ...]
    pointers: tuple[Token, ...]
    cue: Cue | None


@lru_cache(maxsize=1 << 14)
def understand(question: Question) -> Asked:
    """Return a question taken apart."""
    reading = read(question.claim)
    own = frozenset(token.key for token in reading.tokens)
    topics = tuple(_topic(slot, reading, own) for slot in question.slots)
    spoken_for = {at for topic in topics for at in _spoken_for(reading, topic)}
    rest = tuple(
        token
        for at, token in enumerate(reading.tokens)
        if at not in spoken_for and not is_function_word(token.text)
    )
    values = {
        at for topic in topics for at in (*_value_places(reading, topic), *_holder_places(reading, topic))
    }
    pointers = tuple(
        token for at, token in enumerate(reading.tokens) if at not in values and points(at, token)
    )
    free = (cue for cue in reading.cues if cue.kind in BLOCKING and cue.at not in values)
    return Asked(reading, topics, rest, pointers, next(free, None))


def value_span(reading: Reading, topic: Topic) -> Span | None:
    """Return where the claim states a slot's value, or None if it does not."""
    for found in reading.quantities:
        ours = topic.quantity
        if ours and found.dimension == ours.dimension and found.interval == ours.interval:
            return found.span
    for day in reading.dates(None):
        if topic.date and (day.start, day.end) == (topic.date.start, topic.date.end):
            return day.span
    if without_year(topic.slot.date) and topic.slot.date in reading.text:
        start = reading.text.index(topic.slot.date)
        return Span(start, start + len(topic.slot.date))
    places = [
        place
        for alias in topic.slot.entity
        for place in find(reading.tokens, alias_tokens(alias))
        if alias_tokens(alias)
    ]
    if not places:
        return None
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    return Span(reading.tokens[start].start, reading.tokens[end - 1].end)


def _topic(slot: Slot, reading: Reading, own: frozenset[str]) -> Topic:
    about = tuple(filter(None, map(alias_tokens, slot.about)))
    related = tuple(dict.fromkeys(one for text in slot.relation for one in relations(text)))
    known = own.union(*({token.key for token in alias} for alias in about))
    known = known.union(token.key for alias in slot.entity for token in alias_tokens(alias))
    spoken = [place for alias in about for place in find(reading.tokens, alias)]
    start, end = max(spoken, key=lambda place: (place[1] - place[0], -place[0]), default=(0, 0))
    subject = frozenset(token.key for token in reading.tokens[start:end])
    bare = Topic(
        slot, about, related, known, subject, _quantity(slot.quantity), _date(slot.date), _holders(slot)
    )
    value = value_span(reading, bare)
    holders = bare.holders + _claimed_holder(reading, value) if slot.entity else ()
    return Topic(slot, about, related, known, subject, bare.quantity, bare.date, holders, value)


@lru_cache(maxsize=_TEXTS)
def alias_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of what a reviewer writes in a slot."""
    return tokens(text)


@lru_cache(maxsize=_TEXTS)
def _quantity(text: str) -> Quantity | None:
    try:
        return parse_quantity(text) if text else None
    except ValueError:
        return None


@lru_cache(maxsize=_TEXTS)
def _date(text: str) -> CalendarInterval | None:
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None


@lru_cache(maxsize=_TEXTS)
def without_year(text: str) -> CalendarInterval | None:
    """Return a date that lacks its year ("14 May") in the leap year 2000, or None if `text` is none."""
    return _date(f"{text} {_LEAP_YEAR}") if text and _date(text) is None else None


def _holders(slot: Slot) -> tuple[Holder, ...]:
    return tuple(holder for holder in map(parse_holder, slot.entity) if holder.name or holder.office)


def _claimed_holder(reading: Reading, value: Span | None) -> tuple[Holder, ...]:
    """Return the holder as the claim names him, with the office before his name."""
    if value is None:
        return ()
    _, end = reading.covered(value)
    phrase = phrase_before(reading.tokens, end)
    holder = read_holder(reading.tokens[phrase.start : phrase.end]) if phrase else Holder()
    return (holder,) if holder.name and holder.office else ()


@lru_cache(maxsize=_TEXTS)
def relations(text: str) -> tuple[Relation, ...]:
    """Return what a relation such as "led by _" or "_, who was leading" can mean."""
    left, marked, right = text.partition(PLACE)
    before, after = tokens(left), tokens(right)
    content = [token for token in (*before, *after) if token.kind not in _GRAMMAR and token.lower != "to"]
    if not content:
        return ()
    head, rest = content[0], tuple(token.stem for token in content[1:])
    if not marked:
        return (Relation(head.stem, rest),)
    return _holder_last(before, head, rest) if before else _holder_first(after, head, rest)


def _holder_first(after: Sequence[Token], head: Token, rest: tuple[str, ...]) -> tuple[Relation, ...]:
    """Return what "_ led", "_ was bought by" and "_ is the head of" mean."""
    if not _is_verb(head):
        return (Relation(head.stem, rest, Role.NOUN), *_agent(head, rest))
    return (Relation(head.stem, rest, Role.PATIENT),) if after[-1].lower == _BY else _agent(head, rest)


def _holder_last(before: Sequence[Token], head: Token, rest: tuple[str, ...]) -> tuple[Relation, ...]:
    """Return what "led by _", "held in _", "bought _" and "its head is _" mean."""
    last = before[-1]
    if last.lower == _BY:
        return _agent(head, rest)
    if last.kind is Kind.PREPOSITION and last.lower != "of":
        return (Relation(head.stem, _between(before, head), Role.OBLIQUE, last.lower),)
    return (Relation(head.stem, rest, Role.PATIENT if _is_verb(head) else Role.NOUN),)


def _between(before: Sequence[Token], head: Token) -> tuple[str, ...]:
    """Return the stems between a verb and the last preposition, small words included: "broke out in _"."""
    return tuple(token.stem for token in before[before.index(head) + 1 : -1])


def _agent(head: Token, rest: tuple[str, ...]) -> tuple[Relation, ...]:
    nouns = () if rest else _AGENT_NOUNS.get(head.stem, ())
    return (Relation(head.stem, rest), *(Relation(noun, (), Role.NOUN) for noun in nouns))


def _is_verb(token: Token) -> bool:
    return bool(verb_forms(token.lower)) or token.lower in _PRESENT


def points(at: int, token: Token) -> bool:
    """Tell whether a word of the claim points to one thing: a name, a number, a time."""
    if token.kind is Kind.NUMBER or token.country or token.lower in _TIMES:
        return True
    return token.kind is Kind.WORD and token.named and at > 0


def _value_places(reading: Reading, topic: Topic) -> set[int]:
    """Return the tokens of the claim that hold the value of a slot."""
    places: set[int] = set()
    if topic.value:
        places.update(range(*reading.covered(topic.value)))
    if topic.slot.entity:
        words = {token.key for alias in topic.slot.entity for token in alias_tokens(alias)}
        places.update(at for at, token in enumerate(reading.tokens) if token.key in words)
    if topic.quantity and topic.quantity.counted:
        counted = topic.quantity.counted
        places.update(at for at, token in enumerate(reading.tokens) if token.stem == counted)
    return places


def _holder_places(reading: Reading, topic: Topic) -> range:
    """Return the tokens of the noun phrase that names the holder, his office included."""
    if not (topic.slot.entity and topic.value):
        return range(0)
    phrase = phrase_before(reading.tokens, reading.covered(topic.value)[1])
    return range(phrase.start, phrase.end) if phrase else range(0)


def _spoken_for(reading: Reading, topic: Topic) -> set[int]:
    """Return the tokens of the claim that a slot accounts for: its subject, relation and value."""
    places = _value_places(reading, topic)
    for alias in topic.about:
        for start, end in find(reading.tokens, alias):
            places.update(range(start, end))
    stems = {one for relation in topic.relations for one in (relation.head, *relation.rest)}
    places.update(at for at, token in enumerate(reading.tokens) if token.stem in stems)
    return places
