"""Roles: who does what to whom, compared for a verb that claim and source share.

Only names are compared, and only where word order tells: a subject that the source does not name, or names by
"he" or "the company", is unknown and never another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Token
from pytest_factcheck.language.headlines import says_name
from pytest_factcheck.language.metonyms import stands_for
from pytest_factcheck.language.phrases import Phrase
from pytest_factcheck.language.transliteration import sounded

_Keys = tuple[frozenset[str], frozenset[str]]
_Phrases = tuple[Phrase, ...]


class Roles(Enum):
    """How the names around a shared verb lie to each other."""

    SAME = "same"
    SWAPPED = "swapped"
    OTHER = "other"
    UNKNOWN = "unknown"


def compare(claim: Reading, ours: int, source: Reading, theirs: int) -> Roles:
    """Return how the doers and the done-to of the verb at `ours` lie to those at `theirs`."""
    left, right = _sides(claim, ours), _sides(source, theirs)
    if left is None or right is None:
        return Roles.UNKNOWN
    if _exchanged(_heads(claim, left), _heads(source, right)):
        return Roles.SWAPPED
    doers, others = _named(claim, left)
    doers |= _first_word(claim, left[0], source)
    their_doers, their_others = _named(source, right)
    if doers & their_doers:
        return Roles.SAME
    if doers & their_others and (not others or not their_doers or others & their_doers):
        return Roles.SWAPPED
    known = doers and their_doers and not doers & _before(source, theirs)
    return Roles.OTHER if known else Roles.UNKNOWN


def _first_word(claim: Reading, subject: _Phrases, source: Reading) -> frozenset[str]:
    """Return the claim's first word as a name, if it is its subject and the source has it with a capital."""
    first = claim.tokens[0]
    if not first.named or not any(phrase.head == 0 for phrase in subject):
        return frozenset()
    capitals = {sounded(token.text) for token in source.tokens[1:] if token.named}
    return frozenset({sounded(first.text), first.key}) if sounded(first.text) in capitals else frozenset()


def _before(reading: Reading, verb: int) -> frozenset[str]:
    """Return the names before a verb in its clause, which a list or an insertion may part from it."""
    start, _ = reading.clause_of(verb)
    return _names(reading.tokens, tuple(Phrase(at, at, at + 1) for at in range(start, verb)))


def subject_heads(claim: Reading, ours: int, source: Reading, theirs: int) -> tuple[int, int] | None:
    """Return the heads of the subjects of a shared verb, of the claim and of the source; else None."""
    left, right = _sides(claim, ours), _sides(source, theirs)
    if not (left and right and left[0] and right[0]):
        return None
    return left[0][-1].head, right[0][-1].head


def doers_left_out(claim: Reading, ours: int, source: Reading, theirs: int) -> tuple[int, ...]:
    """Return the heads of the claim's subject where the source has its deed in the passive and no doer."""
    left, event = claim.event(ours), source.event(theirs)
    if left is None or event is None or left.passive or not event.passive or event.agents:
        return ()
    return tuple(phrase.head for phrase in left.subject.phrases)


def _exchanged(ours: _Keys, theirs: _Keys) -> bool:
    """Tell whether both sides of a verb have changed places, whatever they are."""
    return bool(ours[0] & theirs[1] and ours[1] & theirs[0]) and not ours[0] & theirs[0]


def _heads(reading: Reading, sides: tuple[_Phrases, _Phrases]) -> _Keys:
    subject, others = (frozenset(reading.tokens[phrase.head].key for phrase in side) for side in sides)
    return subject, others


def _named(reading: Reading, sides: tuple[_Phrases, _Phrases]) -> _Keys:
    return _names(reading.tokens, sides[0]), _names(reading.tokens, sides[1])


def _sides(reading: Reading, verb: int) -> tuple[_Phrases, _Phrases] | None:
    """Return the phrases of who does it and of whom it is done to, or None if the word is no verb there."""
    event = reading.event(verb)
    if event is None or _hangs(event, reading):
        return None
    subject: tuple[Phrase, ...] = event.subject.phrases
    others: tuple[Phrase, ...] = (event.object,) if event.object else ()
    if not subject and verb > 1 and reading.tokens[verb - 1].lower == "to":
        governing = reading.event(verb - 2)
        subject = governing.subject.phrases if governing and not governing.passive else ()
    if not event.passive and _is_name(reading.tokens, event.group - 1):
        subject = (Phrase(event.group - 1, event.group - 1, event.group),)
    if event.passive:
        subject, others = event.agents, event.subject.phrases
    return subject, others


def _hangs(event: Event, reading: Reading) -> bool:
    """Tell whether the verb is a bare form in -ing, whose subject word order does not tell."""
    return event.group == event.verb and reading.tokens[event.verb].forms == "g"


def _names(tokens: Sequence[Token], phrases: Iterable[Phrase]) -> frozenset[str]:
    found: set[str] = set()
    for at in (_head(tokens, phrase) for phrase in phrases):
        # The last word alone: titles and first names are shared by many.
        if _is_name(tokens, at):
            found.update((sounded(tokens[at].text), tokens[at].key, *stands_for(tokens[at].key)))
    return frozenset(found)


def _head(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return the last word of a phrase before a score: "Norway" in "beat Norway 3-2"."""
    at = phrase.head
    while at > phrase.start and tokens[at].kind is Kind.NUMBER:
        at -= 1
    return at


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is part of a name; the first word's capital tells nothing by itself."""
    if at < 0:
        return False
    token = tokens[at]
    if not token.named or token.kind is not Kind.WORD:
        return False
    return at > 0 or says_name(token) or (len(tokens) > 1 and tokens[1].named)
