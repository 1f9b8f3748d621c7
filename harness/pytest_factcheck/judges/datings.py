"""Datings: which dates a sentence gives to what a slot is about.

A date attaches where it stands in the noun phrase ("Friday's meeting"), right behind it ("during the talks in
Istanbul on May 16"), or where the relation's verb takes it ("the talks were held on May 16", "they met on
Friday for talks"). The limit of a stretch ("since 2022") is nobody's date, and only a date that a verb takes
can contradict: the others tell one event from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pytest_factcheck.judges.attachment import Attachment, row
from pytest_factcheck.judges.claims import Relation, Topic
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.participles import event_at
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.dates import CalendarInterval
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Tokens, is_verb, phrase_at
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem

_HOLDING = frozenset(map(stem, word_list("verbs", "holding")))
_PRESUPPOSING = row("presupposing")
_EVENT_PREPOSITIONS = row("event_prepositions")
_DATE_PREPOSITIONS = row("date_prepositions")
_EITHER = word_list("grammar", "either")
_CLAUSE_OPENERS = (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.AUXILIARY, Kind.MODAL, Kind.NEGATOR)
_FRONT = 3  # tokens before a date that opens its clause: "And on the 16th"


def attached_dates(
    reading: Reading,
    topic: Topic,
    found: tuple[Mention, ...],
    days: Iterable[CalendarInterval],
    published: date | None,
) -> tuple[tuple[CalendarInterval, Attachment], ...]:
    """Return those of the sentence's dates that it gives to a mention, in order."""
    pairs: list[tuple[CalendarInterval, Attachment]] = []
    for day in days:
        start, end = reading.covered(day.span)
        if day.bound or start == end:
            continue
        attachment = next(_attachments(reading, topic, found, day, published), None)
        if attachment:
            pairs.append((day, attachment))
    return tuple(pairs)


def _attachments(
    reading: Reading, topic: Topic, found: tuple[Mention, ...], day: CalendarInterval, published: date | None
) -> Iterator[Attachment]:
    tokens = reading.tokens
    start, end = reading.covered(day.span)
    places = frozenset(range(start, end))
    for event in _events(reading, topic):
        if not event.subject.done or not _takes(reading, event, start, end):
            continue
        past = bool(tokens[event.verb].forms) or event.passive
        if not past and not _had_come(day, published):
            continue
        for mention in found:
            if _acts_on(event, mention):
                sure, given = event.subject.sure, event.reduced
                yield Attachment(day.span, mention, event.verb, places, sure, presupposed=given, telling=past)
            elif _happens_in(reading, event, mention):
                yield Attachment(day.span, mention, event.verb, places, telling=False, implied=True)
    for mention in found:
        if mention.phrase.start <= start and end <= mention.start:
            yield Attachment(day.span, mention, mention.end - 1, places, presupposed=True, telling=False)
        elif _stands_behind(tokens, mention, start) and _is_given(tokens, topic, mention):
            given = _is_presupposed(tokens, mention)
            yield Attachment(day.span, mention, mention.end - 1, places, presupposed=given, telling=False)


def _had_come(day: CalendarInterval, published: date | None) -> bool:
    """Tell whether a day lay behind when the text appeared; "the trial opens on" may be a plan otherwise."""
    return published is not None and day.start <= published


def _events(reading: Reading, topic: Topic) -> Iterator[Event]:
    for at, token in enumerate(reading.tokens):
        for relation in topic.relations:
            if token.stem == relation.head and _rest_follows(reading.tokens, at, relation):
                event = event_at(reading, at)
                if event is not None:
                    yield event
                break


def _rest_follows(tokens: Tokens, at: int, relation: Relation) -> bool:
    return tuple(token.stem for token in tokens[at + 1 : at + 1 + len(relation.rest)]) == relation.rest


def _acts_on(event: Event, mention: Mention) -> bool:
    """Tell whether the verb is said of the mention: as its subject or its object."""
    return mention.is_head_of(event.object) or any(map(mention.is_head_of, event.subject.phrases))


def _takes(reading: Reading, event: Event, start: int, end: int) -> bool:
    """Tell whether a date is the verb's: behind it with no other verb between, or at the clause's front."""
    if start > event.verb:
        return _dates_verb(reading.tokens, start) and _is_simple(reading, event.verb + 1, start)
    tokens = reading.tokens
    clause, _ = reading.clause_of(event.verb)
    fronted = clause <= start <= clause + _FRONT and end < len(tokens) and end <= event.start
    simple = all(
        token.kind in (Kind.PREPOSITION, Kind.DETERMINER, Kind.COORDINATOR, Kind.ADVERB, Kind.SUBORDINATOR)
        for token in tokens[clause:start]
    )
    if not (fronted and simple) or tokens[end].link not in (Link.COMMA, Link.OPEN):
        return False
    return end == event.start or _is_simple(reading, end, event.start)


def _dates_verb(tokens: Tokens, start: int) -> bool:
    """Tell whether the word before a date says when, and not about or for what day: "a film about May 16"."""
    before = tokens[start - 1]
    if before.kind is Kind.DETERMINER:
        before = tokens[start - 2]
    return before.lower in _DATE_PREPOSITIONS or before.kind not in (Kind.PREPOSITION, Kind.ADVERB)


def _is_simple(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds noun phrases and prepositions only, within one clause."""
    tokens = reading.tokens
    for at in range(start, end):
        token = tokens[at]
        if token.kind in _CLAUSE_OPENERS or token.lower in _EITHER:
            return False
        if token.kind is Kind.COORDINATOR and not _joins_nouns(tokens, at):
            return False
        if token.link is Link.BREAK or is_verb(tokens, at):
            return False
        if token.lower == "to" and at + 1 < len(tokens) and _bare_verb(tokens, at + 1):
            return False
    return end >= len(tokens) or tokens[end].link is not Link.BREAK or start == end


def _joins_nouns(tokens: Tokens, at: int) -> bool:
    """Tell whether a conjunction joins two nouns: "Russia and Ukraine", not "opened, and on Friday"."""
    behind = phrase_at(tokens, at + 1)
    return tokens[at].link is Link.OPEN and behind is not None and tokens[behind.first].noun_like


def _bare_verb(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.kind in (Kind.WORD, Kind.AUXILIARY) and not token.named and not token.forms


def _happens_in(reading: Reading, event: Event, mention: Mention) -> bool:
    """Tell whether the mention names what the verb says: "met in Istanbul for talks"."""
    tokens = reading.tokens
    before = mention.phrase.start - 1
    if before <= event.verb or tokens[before].lower not in _EVENT_PREPOSITIONS:
        return False
    if _is_simple(reading, event.verb + 1, before):
        return True
    start, end = reading.clause_of(event.verb)
    return start <= before < end and tokens[before].link is Link.COMMA


def _stands_behind(tokens: Tokens, mention: Mention, date_start: int) -> bool:
    """Tell whether a date stands behind a noun, phrases between: "talks in Istanbul on May 16"."""
    at = mention.end
    while at < date_start:
        if tokens[at].link is not Link.OPEN or tokens[at].kind is not Kind.PREPOSITION:
            return False
        if at + 1 == date_start or (at + 2 == date_start and tokens[at + 1].kind is Kind.DETERMINER):
            return tokens[at].lower in _DATE_PREPOSITIONS
        phrase = phrase_at(tokens, at + 1)
        if phrase is None or phrase.end > date_start:
            return False
        at = phrase.end
    return at == date_start and at < len(tokens) and tokens[at].link is Link.OPEN


def _is_given(tokens: Tokens, topic: Topic, mention: Mention) -> bool:
    """Tell whether the event is taken for granted, so that a date behind it is its own and no verb's."""
    before = mention.phrase.start - 1
    if before < 0 or tokens[mention.phrase.start].link is not Link.OPEN:
        return True
    token = tokens[before]
    if token.kind is Kind.PREPOSITION:
        return _is_presupposed(tokens, mention)
    if is_verb(tokens, before):
        return token.stem in _HOLDING or any(token.stem == relation.head for relation in topic.relations)
    return token.kind in (Kind.SUBORDINATOR, Kind.COORDINATOR)


def _is_presupposed(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a preposition takes the event for granted: "during the talks"."""
    before = mention.phrase.start - 1
    return before >= 0 and tokens[before].lower in _PRESUPPOSING and tokens[before].kind is Kind.PREPOSITION
