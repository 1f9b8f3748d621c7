"""Holders: whom a sentence names in the relation of a slot, and what it is about there.

"The delegation was led by X", "X, who led the delegation", "they sent X to lead the delegation" and "X, head
of the delegation," name one holder each. A name that merely stands near is nobody's holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pytest_factcheck.judges.attachment import Attachment
from pytest_factcheck.judges.claims import Relation, Role, Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.countries import country
from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.names import Holder, Likeness, likeness, merged, read_holder
from pytest_factcheck.language.phrases import Phrase, Tokens, phrase_at, phrase_before
from pytest_factcheck.language.tables import word_list

_POSTS = word_list("names", "offices", "posts", "roles")
_OF = frozenset({"of", "for"})
_OBLIQUE_REACH = 3  # phrases behind a verb that are looked at


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a holder: whether it is the claim's, and how it is attached."""

    likeness: Likeness
    attachment: Attachment
    joined: bool = False


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
    for at, token in enumerate(reading.tokens):
        for relation in topic.relations:
            event = read_event(reading.tokens, at) if token.stem == relation.head else None
            if event is None or relation.role is Role.NOUN:
                continue
            _, phrases, _, _ = _roles(reading.tokens, event, relation)
            for phrase in phrases:
                if (
                    likeness(read_holder(_with_complement(reading.tokens, phrase)), topic.holders)
                    is Likeness.SAME
                ):
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
    event = read_event(reading.tokens, at)
    if event is None or not event.subject.done:
        return
    about, holders, joined, sure = _roles(reading.tokens, event, relation)
    for mention in found:
        if not any(map(mention.is_head_of, about)):
            continue
        plain = not _is_holder(mention, holders)
        if plain and holders:
            telling = relation.role is Role.AGENT
            yield _naming(reading, topic, mention, at, holders, joined=joined, sure=sure, telling=telling)


def _roles(
    tokens: Tokens, event: Event, relation: Relation
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...], bool, bool]:
    """Return what the verb is about, its holders, whether those are a list, and whether both are sure."""
    subject = event.subject
    doers, listed = (event.agents, event.joined) if event.passive else _doers(event)
    done_to = subject.phrases if event.passive else ((event.object,) if event.object else ())
    if relation.role is Role.AGENT:
        return done_to, doers, listed, subject.sure
    if relation.role is Role.PATIENT:
        joined = event.passive and len(subject.phrases) > 1
        return doers, done_to, joined, subject.sure and not event.passive
    places = _behind(tokens, event, relation)
    return (*subject.phrases, *(() if event.object is None else (event.object,))), places, False, subject.sure


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
            return (phrase,)
        at = phrase.end
    return ()


def _is_holder(mention: Mention, holders: tuple[Phrase, ...]) -> bool:
    return any(phrase.start <= mention.start < phrase.end for phrase in holders)


def _naming(
    reading: Reading,
    topic: Topic,
    mention: Mention,
    at: int,
    phrases: tuple[Phrase, ...],
    *,
    joined: bool,
    sure: bool = True,
    telling: bool = True,
) -> Naming:
    tokens = reading.tokens
    spoken = tuple(_with_complement(tokens, phrase) for phrase in phrases)
    holders = tuple(read_holder(part) for part in spoken)
    verdicts = {likeness(holder, topic.holders) for holder in (holders if joined else (merged(holders),))}
    if Likeness.SAME in verdicts:
        verdict = Likeness.SAME
    else:
        verdict = Likeness.DIFFERENT if verdicts == {Likeness.DIFFERENT} else Likeness.UNCLEAR
    places = frozenset(place for phrase in phrases for place in range(phrase.start, phrase.end))
    words = frozenset(
        places | {at for at, token in enumerate(tokens) if any(token in part for part in spoken)}
    )
    value = phrases[0].span(tokens)
    if verdict is Likeness.DIFFERENT and _is_place(holders):
        telling = telling and bool(topic.holders) and _is_place(topic.holders)
    return Naming(verdict, Attachment(value, mention, at, words, sure=sure, telling=telling), joined)


def _is_place(holders: tuple[Holder, ...]) -> bool:
    return bool(holders) and all(holder.name and holder.name[0].startswith("@") for holder in holders)


def _with_complement(tokens: Tokens, phrase: Phrase) -> tuple[Token, ...]:
    """Return the tokens of a phrase, and of the "of …" behind it if its head is an office: "minister of X"."""
    end = phrase.end
    if tokens[phrase.head].lower in _POSTS and end < len(tokens) and tokens[end].lower == "of":
        behind = phrase_at(tokens, end + 1)
        if behind is not None and tokens[end].link is Link.OPEN:
            end = behind.end
    return tuple(tokens[phrase.start : end])


def _by_noun(
    reading: Reading, topic: Topic, found: tuple[Mention, ...], at: int, noun_end: int
) -> Iterator[Naming]:
    """Yield the holders that a noun names: "X, head of the team,", "the team's head X", "its capital is X"."""
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
            naming = _naming(reading, topic, mention, at, (holder,), joined=False, sure=not rank)
            apposed = not any(token.stem == "be" for token in _between(tokens, holder, start, end))
            yield replace(naming, attachment=replace(naming.attachment, presupposed=apposed))


def _between(tokens: Tokens, holder: Phrase, start: int, end: int) -> Tokens:
    """Return the tokens between a name and the phrase that says what he is."""
    return tokens[end : holder.start] if holder.start >= end else tokens[holder.end : start]


def _owner(
    tokens: Tokens, mention: Mention, whole: Phrase, at: int, noun_end: int
) -> tuple[int, int, bool] | None:
    """Return the phrase "the head of the team" or "the team's head", and whether words before it may change it."""
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
    if phrase is None or not tokens[phrase.head].named or country(tokens[phrase.head].text):
        return None
    return phrase


def _is_enclosed(tokens: Tokens, start: int) -> bool:
    phrase = phrase_at(tokens, start)
    if phrase is None:
        return False
    return phrase.end >= len(tokens) or tokens[phrase.end].link in (Link.COMMA, Link.BREAK)
