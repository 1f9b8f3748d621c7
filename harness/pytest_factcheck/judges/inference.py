"""Inference: the single-valued relations that a claim states by itself, as slots that nobody declared.

A slot is inferred only where the claim's own words attach the value by the rules that sources are read by, so
that nothing is asked of a source which the claim would not answer itself. What a source says is for `slots`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pytest_factcheck.judges.attachment import row as words_of
from pytest_factcheck.judges.claims import Topic, points, without_year
from pytest_factcheck.judges.datings import attached_dates
from pytest_factcheck.judges.holders import named_holders
from pytest_factcheck.judges.measures import attached_quantities
from pytest_factcheck.judges.mentions import Mention, mentions
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.judges.relations import BY_HEAD, HAPPENINGS, KINDS, Row
from pytest_factcheck.judges.restating import restated
from pytest_factcheck.language.date_shapes import MONTHS
from pytest_factcheck.language.dates import CalendarInterval, date_spans
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.names import read_holder
from pytest_factcheck.language.phrases import Phrase, Tokens, is_verb, phrase_at
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.vocabulary import Slot, Span

_HOLDERS = frozenset({"entity", "place"})
_DATE = "date"
_AGE = "age"
_PLACE = "place"
_BORN = words_of("adjectival")
_LONGEST = 60  # words: a claim is one sentence


@lru_cache(maxsize=1 << 12)
def infer(claim: str) -> tuple[Slot, ...]:
    """Return the slots that a claim states by itself, in the order of its words.

    Args:
        claim: One checkable sentence.

    Returns:
        For each relation of `data/relations.toml` that the claim plainly states, its subject with what else
        may name it, the ways to say the relation, and the claim's value.
    """
    reading = read(claim)
    if reading.asks or len(reading.tokens) > _LONGEST:
        return ()
    own = _stated(reading)
    again = (slot for text in restated(reading) for slot in _stated(read(text)))
    return tuple(dict.fromkeys((*own, *again)))


def _stated(reading: Reading) -> tuple[Slot, ...]:
    """Return the slots that a sentence states in its own words."""
    found: dict[tuple[str, str], Slot] = {}
    subjects = tuple(_subjects(reading))
    for row in _triggered(reading):
        for subject in subjects:
            slot = _slot(reading, row, subject)
            if slot is not None:
                found.setdefault((row.name, slot.quantity or slot.date or slot.entity[0]), slot)
    return tuple(dict.fromkeys(found.values()))


def _triggered(reading: Reading) -> tuple[Row, ...]:
    """Return the rows of which a verb or noun stands in the claim, in its order."""
    rows = (row for token in reading.tokens for row in BY_HEAD.get(token.stem, ()))
    return tuple(dict.fromkeys(rows))


def _subjects(reading: Reading) -> Iterator[Phrase]:
    """Yield the noun phrases of the claim that can be the subject of a slot."""
    tokens = reading.tokens
    at = 0
    while at < len(tokens):
        phrase = None if is_verb(tokens, at) and not tokens[at].named else phrase_at(tokens, at)
        at = phrase.end if phrase else at + 1
        phrase = _without_amount(reading, phrase) if phrase else None
        if phrase and _is_thing(reading, phrase):
            yield phrase


def _is_thing(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase ends in a noun that is no time: "the march", and not "March"."""
    head = reading.tokens[phrase.head]
    month = phrase.start == phrase.head and head.text in MONTHS
    return head.kind is Kind.WORD and not month and not _is_time(reading, head.span)


def _is_time(reading: Reading, place: Span) -> bool:
    """Tell whether words are a date or a part of one, as "March" is in "closed in March"."""
    return any(day.start < place.end and place.start < day.end for day in date_spans(reading.text))


def _without_amount(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a phrase without an amount that a verb takes behind it: "fined Apex Oil $90 million"."""
    for quantity in reading.quantities:
        start, _ = reading.covered(quantity.span)
        follows = phrase.first < start < phrase.end and reading.tokens[start].link is Link.OPEN
        if follows and reading.tokens[start - 1].named:
            return Phrase(phrase.start, phrase.first, start)
    return phrase


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the claim states: where, and the tokens that say it."""

    span: Span
    places: frozenset[int]


def _slot(reading: Reading, row: Row, subject: Phrase) -> Slot | None:
    """Return the slot that the claim states of a subject by a relation, or None."""
    tokens = reading.tokens
    if _is_predicate(tokens, subject) or _is_one_of_several(tokens, subject):
        return None
    if not row.fits(tokens[subject.first : subject.end]):
        return None
    value = _value(reading, row, subject)
    if value is None or not _is_known(reading, subject, value):
        return None
    about, text = _names(reading, row, subject), value.span.of(reading.text)
    if row.value in _HOLDERS:
        return Slot(about, row.aliases, entity=(text,))
    if row.value == _DATE:
        return Slot(about, row.aliases, date=text)
    if row.value == _AGE and text.isdigit():
        text = f"{text} years old"  # a bare number is a count
    return Slot(about, row.aliases, quantity=text)


def _is_predicate(tokens: Tokens, subject: Phrase) -> bool:
    """Tell whether a phrase says what something is: "it is the first film directed by X"."""
    return subject.start > 0 and tokens[subject.start - 1].stem == "be"


def _is_one_of_several(tokens: Tokens, subject: Phrase) -> bool:
    """Tell whether "and" joins another to a phrase, so that what is said is said of both."""
    return subject.end < len(tokens) and tokens[subject.end].kind is Kind.COORDINATOR


def _is_known(reading: Reading, subject: Phrase, value: Stated) -> bool:
    """Tell whether the claim says which thing it speaks of: by a name or a number, or as a known event."""
    if reading.tokens[subject.head].lower in HAPPENINGS:
        return True
    pointers = (at for at, token in enumerate(reading.tokens) if at not in value.places and points(at, token))
    return any(pointers) or reading.tokens[subject.head].named


def _names(reading: Reading, row: Row, subject: Phrase) -> tuple[str, ...]:
    """Return what may name the subject: its whole phrase, its last word, and others of its kind."""
    tokens = reading.tokens[_name_start(reading.tokens, subject) : subject.end]
    whole, head = reading.text[tokens[0].start : tokens[-1].end], tokens[-1]
    last = (head.text,) if not head.named or (row.person and len(tokens) > 1) else ()
    if row.person:  # a person's last name is no kind: "Bryan Ferry" is no ship
        return tuple(dict.fromkeys((whole, *last)))
    kinds = (kind for token in tokens for kind in KINDS.get(token.lower, ()) if token is head or head.named)
    return tuple(dict.fromkeys((whole, *last, *kinds)))


def _name_start(tokens: Tokens, subject: Phrase) -> int:
    """Return where the name of a thing begins, behind its article and amounts."""
    numbers = (at for at in range(subject.first, subject.end - 1) if _is_amount(tokens, at))
    return max(numbers, default=subject.first - 1) + 1


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Tell whether a word before a noun is a number or joined to one: "the 7.1-magnitude quake"."""
    joined = tokens[at].link is Link.JOINED and tokens[at - 1].kind is Kind.NUMBER
    return tokens[at].kind is Kind.NUMBER or joined


def _value(reading: Reading, row: Row, subject: Phrase) -> Stated | None:
    """Return the value that the claim attaches to a subject by a relation, if it is plainly one."""
    bare = reading.tokens[_name_start(reading.tokens, subject) : subject.end]
    found = mentions(reading.tokens, (bare,))
    own = tuple(mention for mention in found if mention.start >= subject.start and mention.end == subject.end)
    if not own:
        return None
    return next(_READERS.get(row.value, _stated_quantity)(reading, row, own), None)


def _topic(row: Row, quantity: Quantity | None = None) -> Topic:
    nobody: frozenset[str] = frozenset()
    return Topic(Slot((), ()), (), row.relations, nobody, nobody, quantity)


def _stated_holder(reading: Reading, row: Row, own: tuple[Mention, ...]) -> Iterator[Stated]:
    """Yield the one whom the claim names in a relation, if he is a name or an office and no list."""
    for naming in named_holders(reading, _topic(row), own):
        tie = naming.attachment
        start, end = reading.covered(tie.value)
        holder = read_holder(reading.tokens[start:end])
        alone = row.value == _PLACE or tie.places == frozenset(range(start, end))
        alone = alone and not _is_joined(reading, start, end) and not _is_time(reading, tie.value)
        if tie.sure and alone and _is_spoken(reading, row, tie.at) and (holder.name or holder.office):
            yield Stated(tie.value, tie.places)


def _is_spoken(reading: Reading, row: Row, at: int) -> bool:
    """Tell whether a word that says where is a verb: "crash" in "the crash in Nepal" is none."""
    token = reading.tokens[at]
    return row.value != _PLACE or bool(token.forms) or token.lower in _BORN


def _is_joined(reading: Reading, start: int, end: int) -> bool:
    """Tell whether "and" or "or" joins another name to the one between two places."""
    tokens = reading.tokens
    before = tokens[start - 1].kind is Kind.COORDINATOR and tokens[start].named if start else False
    return before or (end < len(tokens) and tokens[end].kind is Kind.COORDINATOR)


def _stated_day(reading: Reading, row: Row, own: tuple[Mention, ...]) -> Iterator[Stated]:
    """Yield the days that the claim gives to its subject; a weekday is none without a day to count from."""
    days = (*reading.dates(None), *_days_without_year(reading))
    for _, tie in attached_dates(reading, _topic(row), own, days, None):
        if tie.sure and any(reading.tokens[tie.at].stem == relation.head for relation in row.relations):
            yield Stated(tie.value, tie.places)


def _days_without_year(reading: Reading) -> Iterator[CalendarInterval]:
    for span in date_spans(reading.text):
        day = without_year(span.of(reading.text))
        if day is not None:
            yield replace(day, span=span)


def _stated_quantity(reading: Reading, row: Row, own: tuple[Mention, ...]) -> Iterator[Stated]:
    """Yield the quantities of the row's dimension that the claim says of its subject."""
    for quantity in reading.quantities:
        if quantity.dimension.partition(":")[0] != row.value:
            continue
        if row.counts and quantity.counted and quantity.counted not in row.counts:
            continue
        for found, tie in attached_quantities(reading, _topic(row, quantity), own):
            if found == quantity and tie.sure:
                yield Stated(_with_noun(reading, quantity), tie.places)


def _with_noun(reading: Reading, quantity: Quantity) -> Span:
    """Return where a quantity stands, with the noun that it counts right behind it."""
    _, end = reading.covered(quantity.span)
    counted = reading.tokens[end].stem if end < len(reading.tokens) else ""
    stop = reading.tokens[end].end if counted and counted == quantity.counted else quantity.span.end
    return Span(quantity.span.start, stop)


_READERS: Mapping[str, Callable[[Reading, Row, tuple[Mention, ...]], Iterator[Stated]]] = {
    "entity": _stated_holder,
    "place": _stated_holder,
    "date": _stated_day,
}
