"""The same statement in another frame: its time or place put first, or reported by nobody in particular.

Only a time or place that surely goes with the verb of a plain sentence is moved: behind a noun it may tell
which thing is meant ("the meeting on Friday"), and then it stays. Where the first capital may be that of any
word, nothing is put before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_factcheck.language.cues import BLOCKING, read_cues
from pytest_factcheck.language.date_shapes import PATTERN
from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.phrases import Phrase, phrase_before
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.sayings import sayings
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.perturbations.inflection import participle_of, past_of
from pytest_factcheck.perturbations.mutant import Mutant, rewritten
from pytest_factcheck.perturbations.statements import (
    finite_verbs,
    in_one_breath,
    inside,
    is_plain,
    keeps_facts,
)
from pytest_factcheck.perturbations.tables import pool
from pytest_factcheck.vocabulary import Span

_ON = frozenset({"weekday", "day", "month_day"})
_IN = frozenset({"month", "month_alone", "year", "season"})
_SPEECH = word_list("clauses", "speech_verbs")
_NOT_REPORTED = frozenset(pool("reported", "not_with"))
_PASTS = frozenset(past_of(verb) for verb in pool("fronted", "verbs"))
_PARTICIPLES = frozenset(participle_of(verb) for verb in pool("fronted", "participles"))
_THINGS = frozenset(pool("fronted", "things"))
_NOT_BESIDE = frozenset({Kind.RELATIVE, Kind.SUBORDINATOR, Kind.NEGATOR, Kind.MODAL})
_BEFORE_PLACE = frozenset({"in", "near"})
_REPORT = "It was also reported that "


def fronted(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with the time or place at its end put first, or nothing."""
    own = tokens(sentence)
    if not is_plain(sentence) or not in_one_breath(own) or not _is_simple_clause(own):
        return ()
    end = len(sentence.rstrip().removesuffix("."))
    behind = inside(sentence)
    for preposition in _adjuncts(sentence, own, end):
        adjunct = sentence[own[preposition].start : end]
        rest = behind[: own[preposition - 1].end]
        text = f"{adjunct[:1].upper()}{adjunct[1:]}, {rest}{sentence[end:]}"
        if behind and keeps_facts(sentence, text):
            return rewritten(sentence, "fronted", text)
    return ()


def reported(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence as something that was also reported, or nothing."""
    own = tokens(sentence)
    if not is_plain(sentence) or not finite_verbs(own) or sayings(sentence):
        return ()
    if any(token.lower in _SPEECH | _NOT_REPORTED for token in own):
        return ()
    behind = inside(sentence)
    text = _REPORT + behind
    return rewritten(sentence, "reported", text) if behind and keeps_facts(sentence, text) else ()


def _is_simple_clause(own: Sequence[Token]) -> bool:
    """Tell whether one verb is all that a time or place can go with, and nothing hangs on its place."""
    opening = own[0].kind is Kind.PREPOSITION
    other_verbs = any(token.kind in _NOT_BESIDE or token.lower == "to" or token.forms == "g" for token in own)
    blocked = any(cue.kind in BLOCKING for cue in read_cues(own))
    spoken = any(token.lower in _SPEECH for token in own)
    return not (opening or other_verbs or blocked or spoken) and len(finite_verbs(own)) == 1


def _adjuncts(sentence: str, own: Sequence[Token], end: int) -> Iterator[int]:
    """Yield the place of the preposition of the time or place before `end`, if it goes with the verb."""
    days = date_spans(sentence)
    if days and days[-1].end == end:
        at = next(place for place, token in enumerate(own) if token.start >= days[-1].start)
        if len(days) == 1 and _is_when(sentence, own, days[-1], at - 1):
            yield from _with_verb(own, at - 1)
    elif not days:
        at = len(own) - 1
        while at > 1 and own[at - 1].named and own[at].link is Link.OPEN:
            at -= 1
        name = sentence[own[at].start : end]
        if at > 1 and own[at].named and is_place(name) and own[at - 1].lower in _BEFORE_PLACE:
            yield from _verb_before(own, at - 1)


def _is_when(sentence: str, own: Sequence[Token], day: Span, preposition: int) -> bool:
    """Tell whether "on" stands before a day, or "in" before a month, a season or a year."""
    match = PATTERN.match(sentence, day.start)
    if match is None or preposition < 1:
        return False
    kinds = {"on": _ON, "in": _IN}.get(own[preposition].lower, frozenset())
    return any(match[kind] for kind in kinds)


def _with_verb(own: Sequence[Token], preposition: int) -> Iterator[int]:
    """Yield the place if what stands before it can have no time of its own, over one place: "in Rome"."""
    before = preposition - 1
    if own[preposition].link is not Link.OPEN:
        return
    phrase = phrase_before(own, preposition)
    if phrase is None:
        yield from _verb_before(own, preposition)
    elif _is_place_there(own, phrase):
        yield from (preposition for _ in _with_verb(own, phrase.start - 1))
    elif _has_no_time(own, phrase) and own[before].link is not Link.POSSESSIVE:
        yield preposition


def _is_place_there(own: Sequence[Token], phrase: Phrase) -> bool:
    name = " ".join(token.text for token in own[phrase.start : phrase.end])
    return phrase.start > 1 and own[phrase.start - 1].lower in _BEFORE_PLACE and is_place(name)


def _has_no_time(own: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is the object of the verb and is a name, a counted thing or one of the table.

    "By 20 percent" counts for an object.
    """
    counted = any(token.kind is Kind.NUMBER for token in own[phrase.start : phrase.end])
    over = counted and own[phrase.start - 1].lower == "by"
    if finite_verbs(own) != (phrase.start - 1 - over,):
        return False
    head = own[phrase.head]
    return counted or head.lower in _THINGS or (head.named and phrase.start == phrase.first)


def _verb_before(own: Sequence[Token], preposition: int) -> Iterator[int]:
    """Yield the place if one of the verbs that have a time and a place stands directly before it."""
    verb = own[preposition - 1]
    if own[preposition].link is not Link.OPEN or verb.named:
        return
    group = finite_verbs(own)
    active = group == (preposition - 1,) and verb.lower in _PASTS
    passive = group == (preposition - 2,) and own[preposition - 2].stem == "be"
    if active or (passive and verb.lower in _PARTICIPLES):
        yield preposition
