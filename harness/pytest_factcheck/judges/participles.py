"""Participles: the event of a verb, also where it stands without "be" and without "by".

"The talks held in Geneva", "Founded in 1998, the firm" and "Rossi, born in Naples," say the same as the plain
sentences do. Only verbs that always take an object are read so: one without it is done to what stands before.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_factcheck.judges.attachment import row
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.events import Event
from pytest_factcheck.language.grammar import Kind, Token
from pytest_factcheck.language.subjects import group_start, subject_of

_TRANSITIVE = row("transitive")
_ADJECTIVAL = row("adjectival")  # participles that have no verb of their own any more


def event_at(reading: Reading, at: int) -> Event | None:
    """Return the event of the verb at a token, or None if the word is no verb there."""
    token = reading.tokens[at]
    if token.lower in _ADJECTIVAL:
        return _done(reading, at)
    event = reading.event(at)
    if event is None or event.passive or event.object or event.group != at or not _may_be_done(token):
        return event
    return replace(_done(reading, at), agents=event.agents)


def _may_be_done(token: Token) -> bool:
    return token.lower in _TRANSITIVE


def _done(reading: Reading, at: int) -> Event:
    """Return the event of a participle: of a verb in the passive, or of the noun beside it."""
    group = group_start(reading.tokens, at)
    spoken = any(token.kind is Kind.AUXILIARY for token in reading.tokens[group:at])
    subject = subject_of(reading.tokens, at, reduced=not spoken)
    return Event(at, group, True, subject, None, ())
