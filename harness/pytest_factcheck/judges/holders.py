"""Holders: whom a sentence names in the relation of a slot, and what it is about there.

"The delegation was led by X", "X, who led the delegation", "they sent X to lead the delegation" and "X, head
of the delegation," name one holder each. A name that merely stands near is nobody's holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pytest_factcheck.judges.attachment import Attachment, row
from pytest_factcheck.judges.claims import Relation, Role, Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.participles import event_at
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.names import Holder, Likeness, likeness, merged, read_holder
from pytest_factcheck.language.phrases import Phrase, Tokens, phrase_at, phrase_before
from pytest_factcheck.language.places import apart, within
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

_POSTS = word_list("names", "offices", "posts", "roles")
_OF = frozenset({"of", "for"})
_TIMES = word_list("grammar", "times")
_STEPS = frozenset({"last", "next", "this"})
_DIRECTIONAL = row("directional")
_PLACING = frozenset({"at", "in", "to"})
_OBLIQUE_REACH = 3  # phrases behind a verb that are looked at


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a holder: whether it is the claim's, and how it is attached."""

    likeness: Likeness
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that a verb may be about and its holders, who are several if `joined`, or one named twice.

    What is not `telling` holds of others as well: who bought one firm may have bought another. `placed` says
    that the holder is where it happened, `given` that it is taken for granted.
    """

    about: tuple[Phrase, ...]
    holders: tuple[Phrase, ...]
    joined: bool = False
    sure: bool = True
    telling: bool = True
    placed: bool = False
    given: bool = False

    def holds(self, mention: Mention) -> bool:
        """Tell whether a mention stands within the name of a holder."""
        return any(phrase.start <= mention.start < phrase.end for phrase in self.holders)


def named_holders(reading: Reading, topic: Topic, found: tuple[Mention, ...]) -> tuple[Naming, ...]:
    """Return whom a sentence names in the slot's relation to a mention, in order."""
    namings: list[Naming] = []
    for at, token in enumerate(reading.tokens):
        for relation in topic.relations:
            if token.stem == relation.head and _rest_follows(reading.tokens, at, relation):
                namings.extend(_by_relation(reading, topic, relation, found, at))
    return tuple(dict.fromkeys(namings))


def named_elsewhere(reading: Reading, topic: Topic) -> Phrase | None:
    """Return the phrase that names the claim's holder in the slot's relation to something else, or None."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        for relation in topic.relations:
            event = event_at(reading, at) if token.stem == relation.head else None
            if event is None or relation.role is Role.NOUN:
                continue
            for phrase in _roles(tokens, event, relation).holders:
                whole = _with_complement(tokens, phrase)
                if _likeness((read_holder(tokens[whole.start : whole.end]),), topic) is Likeness.SAME:
                    return phrase
    return None


def _rest_follows(tokens: Tokens, at: int, relation: Relation) -> bool:
    return tuple(token.stem for token in tokens[at + 1 : at + 1 + len(relation.rest)]) == relation.rest


def _by_relation(
    reading: Reading, topic: Topic, relation: Relation, found: tuple[Mention, ...], at: int
) -> Iterator[Naming]:
    if relation.role is Role.NOUN:
        yield from _by_noun(reading, topic, found, at, at + 1 + len(relation.rest))
        return
    event = event_at(reading, at)
    if event is None or not event.subject.done:
        return
    roles = _roles(reading.tokens, event, relation)
    for mention in found if roles.holders else ():
        if any(map(mention.is_head_of, roles.about)) and not roles.holds(mention):
            yield _naming(reading.tokens, topic, mention, at, roles)


def _roles(tokens: Tokens, event: Event, relation: Relation) -> Roles:
    """Return what the verb is about and who holds it, for the place that the relation gives to the holder."""
    subject = event.subject
    doers, listed = (_agents(tokens, event), event.joined) if event.passive else _doers(event)
    acted_on = (event.object,) if event.object else ()
    done_to = subject.phrases if event.passive else acted_on
    if relation.role is Role.AGENT:
        return Roles(done_to, doers, listed, subject.sure)
    if relation.role is Role.PATIENT:
        several = event.passive and len(subject.phrases) > 1
        return Roles(doers, done_to, several, subject.sure and not event.passive, telling=False)
    behind, about = _behind(tokens, event, relation), (*subject.phrases, *acted_on)
    placed = relation.preposition in _PLACING
    given = event.reduced  # "the talks held in Oslo" takes them for granted
    return Roles(about, behind, False, subject.sure, telling=False, placed=placed, given=given)


def _agents(tokens: Tokens, event: Event) -> tuple[Phrase, ...]:
    """Return whom "by" names, unless the verb is one of moving: "was led into the hall by X"."""
    moves = event.verb + 1 < len(tokens) and tokens[event.verb + 1].lower in _DIRECTIONAL
    return () if moves else event.agents


def _doers(event: Event) -> tuple[tuple[Phrase, ...], bool]:
    subject = event.subject
    if len(subject.phrases) == 1:
        return (*subject.phrases, *subject.apposed), False
    return subject.phrases, True


def _behind(tokens: Tokens, event: Event, relation: Relation) -> tuple[Phrase, ...]:
    """Return the phrase behind the relation's preposition: "held in Istanbul", "sold on Friday to X"."""
    at = event.object.end if event.object else event.verb + 1 + len(relation.rest)
    for _ in range(_OBLIQUE_REACH):
        if at >= len(tokens) or tokens[at].link is not Link.OPEN or tokens[at].kind is not Kind.PREPOSITION:
            return ()
        phrase = phrase_at(tokens, at + 1)
        if phrase is None:
            return ()
        if tokens[at].lower == relation.preposition:
            return (_without_time(tokens, phrase),)
        at = phrase.end
    return ()


def _without_time(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase without a time that runs on behind it: "in Nairobi last week"."""
    end = phrase.end
    while end > phrase.first + 1 and tokens[end - 1].lower in _TIMES:
        end -= 1
    if end < phrase.end and end > phrase.first + 1 and tokens[end - 1].lower in _STEPS:
        end -= 1
    return Phrase(phrase.start, phrase.first, end)


def _naming(tokens: Tokens, topic: Topic, mention: Mention, at: int, roles: Roles) -> Naming:
    spoken = tuple(_with_complement(tokens, phrase) for phrase in roles.holders)
    holders = tuple(read_holder(tokens[phrase.start : phrase.end]) for phrase in spoken)
    places = frozenset(place for phrase in spoken for place in range(phrase.start, phrase.end))
    value = roles.holders[0].span(tokens)
    tie = Attachment(
        value, mention, at, places, sure=roles.sure, telling=roles.telling, presupposed=roles.given
    )
    if roles.placed:
        return _place_naming(tokens, topic, spoken[0], tie)
    return Naming(_likeness(holders if roles.joined else (merged(holders),), topic), tie)


def _place_naming(tokens: Tokens, topic: Topic, phrase: Phrase, tie: Attachment) -> Naming:
    """Return the naming of a place: only places that are known to be apart are two."""
    found = Span(tokens[phrase.first].start, tokens[phrase.end - 1].end)
    name = " ".join(token.text for token in tokens[phrase.first : phrase.end])
    ways = topic.slot.entity
    settled = _likeness((read_holder(tokens[phrase.start : phrase.end]),), topic)
    if settled is Likeness.SAME or any(within(name, way) or apart(name, way) is False for way in ways):
        return Naming(Likeness.SAME, replace(tie, value=found))
    two = bool(ways) and all(apart(name, way) for way in ways)
    beside = frozenset(range(phrase.end, _apposition_end(tokens, phrase.end)))
    told = replace(tie, telling=two, places=tie.places | beside)
    return Naming(Likeness.DIFFERENT if two else Likeness.UNCLEAR, told)


def _apposition_end(tokens: Tokens, at: int) -> int:
    """Return where what explains a place ends: "in Dakar, Senegal's capital"."""
    beside = phrase_at(tokens, at) if at < len(tokens) and tokens[at].link is Link.COMMA else None
    return beside.end if beside and any(token.country for token in tokens[at : beside.end]) else at


def _likeness(holders: tuple[Holder, ...], topic: Topic) -> Likeness:
    """Tell whether one of several holders is the claim's; none is only if each is somebody else."""
    verdicts = {likeness(holder, topic.holders) for holder in holders}
    if Likeness.SAME in verdicts:
        return Likeness.SAME
    return Likeness.DIFFERENT if verdicts == {Likeness.DIFFERENT} else Likeness.UNCLEAR


def _with_complement(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a phrase with the "of …" behind it if its head is an office or a role: "minister of defence"."""
    end = phrase.end
    if tokens[phrase.head].lower not in _POSTS or end >= len(tokens) or tokens[end].lower != "of":
        return phrase
    behind = phrase_at(tokens, end + 1)
    return Phrase(phrase.start, phrase.first, behind.end) if behind else phrase


def _by_noun(
    reading: Reading, topic: Topic, found: tuple[Mention, ...], at: int, noun_end: int
) -> Iterator[Naming]:
    """Yield the holders that a noun names: "X, head of the team", "the team's head X"."""
    tokens = reading.tokens
    whole = phrase_before(tokens, at + 1)
    if whole is None:
        return
    for mention in found:
        owned = _owner(tokens, mention, whole, at, noun_end)
        if owned is None:
            continue
        start, end, rank = owned
        holder = _beside(tokens, start, end, noun_end)
        if holder is not None:
            naming = _naming(tokens, topic, mention, at, Roles((), (holder,), sure=not rank))
            apposed = not any(token.stem == "be" for token in _between(tokens, holder, start, end))
            yield replace(naming, attachment=replace(naming.attachment, presupposed=apposed))


def _between(tokens: Tokens, holder: Phrase, start: int, end: int) -> Tokens:
    """Return the tokens between a name and the phrase that says what he is."""
    return tokens[end : holder.start] if holder.start >= end else tokens[holder.end : start]


def _owner(
    tokens: Tokens, mention: Mention, whole: Phrase, at: int, noun_end: int
) -> tuple[int, int, bool] | None:
    """Return where "the head of the team" stands, and whether a word before "head" may change it."""
    if noun_end < len(tokens) and tokens[noun_end].lower in _OF:
        owner = phrase_at(tokens, noun_end + 1)
        if owner is None or not mention.is_head_of(owner):
            return None
        return whole.start, max(owner.end, mention.end), whole.first < at
    if whole.start <= mention.start and mention.end <= at:
        return whole.start, noun_end, mention.end < at or mention.phrase.first < mention.start
    return None


def _beside(tokens: Tokens, start: int, end: int, noun_end: int) -> Phrase | None:
    """Return the name beside such a phrase: behind it, between commas, or across "is"."""
    if end < len(tokens):
        token = tokens[end]
        if token.link is Link.OPEN and token.named and end == noun_end and token.kind is Kind.WORD:
            return phrase_at(tokens, end)
        if token.stem == "be" and token.link is Link.OPEN and start_of_clause(tokens, start):
            return _named(tokens, phrase_at(tokens, end + 1))
        if token.link is Link.COMMA and token.named and _is_enclosed(tokens, end):
            return phrase_at(tokens, end)
    return _before(tokens, start)


def _before(tokens: Tokens, start: int) -> Phrase | None:
    if start == 0:
        return None
    before, link = tokens[start - 1], tokens[start].link
    if link is Link.COMMA:
        return _named(tokens, phrase_before(tokens, start))
    if link is Link.OPEN and before.stem == "be":
        return _named(tokens, phrase_before(tokens, start - 1))
    return None


def start_of_clause(tokens: Tokens, start: int) -> bool:
    """Tell whether a noun phrase at `start` may be a subject: nothing governs it from the left."""
    if start == 0 or tokens[start].link is not Link.OPEN:
        return True
    return tokens[start - 1].kind in (Kind.SUBORDINATOR, Kind.COORDINATOR)


def _named(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    if phrase is None or not tokens[phrase.head].named or tokens[phrase.head].country:
        return None
    return phrase


def _is_enclosed(tokens: Tokens, start: int) -> bool:
    phrase = phrase_at(tokens, start)
    if phrase is None:
        return False
    return phrase.end >= len(tokens) or tokens[phrase.end].link in (Link.COMMA, Link.BREAK)
