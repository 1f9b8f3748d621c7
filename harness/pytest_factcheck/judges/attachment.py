"""Attachment: that a sentence says a value of a thing, and whether it says so plainly.

A value that merely stands near decides nothing. How quantities, dates and holders attach is in `measures`,
`datings` and `holders`; here is what all three share: what is attached, what takes it back, and what keeps
it from contradicting.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from pytest_factcheck.judges.mentions import Identity, Mention, identity, strangers
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.cues import BLOCKING, Cue, CueKind
from pytest_factcheck.language.grammar import Kind
from pytest_factcheck.vocabulary import Span

_DATA = tomllib.loads(files(__package__).joinpath("data/attachment.toml").read_text("utf-8"))
_AFTER = frozenset({CueKind.HEDGE, CueKind.CONDITION, CueKind.MODAL, CueKind.FAILURE, CueKind.DENIAL})
_UNREAL = frozenset({CueKind.MODAL, CueKind.CONDITION, CueKind.PLAN})
_BEFORE_PHRASE = 2  # tokens: "not during the talks"
_ANYWHERE = frozenset({CueKind.CONDITION})
_PROGRESS = frozenset({CueKind.PROGRESS})


def row(name: str) -> frozenset[str]:
    """Return the words of a row of `data/attachment.toml`."""
    return frozenset(_DATA[name].split())


@dataclass(frozen=True, slots=True)
class Attachment:
    """A value that a sentence says of a mention.

    `at` is the token that ties them, `places` are the tokens of the value. `sure` is false where word order
    leaves another reading. What is `presupposed` ("after the 100-minute meeting") stands whatever its
    sentence goes on to deny. What is not `telling` can support and never contradict.
    """

    value: Span
    mention: Mention
    at: int
    places: frozenset[int]
    sure: bool = True
    presupposed: bool = False
    telling: bool = True


def obstacle(reading: Reading, attachment: Attachment) -> Cue | None:
    """Return what keeps the sentence from plainly saying the value, or None."""
    scope = _presupposed_scope if attachment.presupposed else _clause_scope
    cues = (cue for cue in scope(reading, attachment) if cue.at not in attachment.places)
    return next(cues, None)


def identity_of(reading: Reading, attachment: Attachment, known: frozenset[str]) -> Identity:
    """Tell how the thing that the value is said of lies to the claim's own."""
    return identity(reading.tokens, attachment.mention, known, attachment.places)


def can_contradict(reading: Reading, attachment: Attachment, known: frozenset[str]) -> bool:
    """Tell whether the value is said of the claim's own event, with no word that points to another.

    A value that the sentence says was overtaken since, and one in a clause with a name, a number or a time
    that the claim does not have, may be true of something else.
    """
    if not (attachment.telling and attachment.sure):
        return False
    if identity_of(reading, attachment, known) is not Identity.SAME:
        return False
    start, end = reading.clause_of(attachment.at)
    if reading.cues_between(start, end, _PROGRESS):
        return False
    return not strangers(reading.tokens, start, end, known, attachment.places)


def _presupposed_scope(reading: Reading, attachment: Attachment) -> tuple[Cue, ...]:
    """Return the cues that deny the phrase itself, and those that put its whole clause off to the future."""
    phrase = attachment.mention.phrase
    start, _ = reading.clause_of(attachment.at)
    return (
        *reading.cues_between(max(0, phrase.start - _BEFORE_PHRASE), phrase.end, BLOCKING),
        *reading.cues_between(start, phrase.end, _UNREAL),
    )


def _clause_scope(reading: Reading, attachment: Attachment) -> tuple[Cue, ...]:
    """Return the cues that reach the value: before it in its clause, and some kinds behind it or anywhere."""
    start, end = reading.clause_of(attachment.at)
    if (
        start > 0
        and reading.tokens[start].kind is Kind.SUBORDINATOR
        and reading.tokens[start].lower == "that"
    ):
        start = 0
    stop = max(*attachment.places, attachment.at, attachment.mention.end - 1) + 1
    return (
        *reading.cues_between(0, len(reading.tokens), _ANYWHERE),
        *reading.cues_between(start, stop, BLOCKING),
        *reading.cues_between(stop, end, _AFTER),
    )
