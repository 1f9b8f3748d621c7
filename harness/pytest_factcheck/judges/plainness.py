"""Plainness: what keeps a sentence from plainly saying an attached value, and a value from contradicting.

A cue reaches what follows it in its clause; a condition or a denial reaches the whole sentence. A value that
contradicts must be said of the claim's own event, with no word in its clause that points to another.
"""

from __future__ import annotations

from pytest_factcheck.judges.attachment import Attachment
from pytest_factcheck.judges.identity import Identity, identity, strangers
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.cues import BLOCKING, Cue, CueKind
from pytest_factcheck.language.grammar import Kind
from pytest_factcheck.language.subjects import group_start
from pytest_factcheck.language.tables import word_list

_AFTER = frozenset({CueKind.HEDGE, CueKind.MODAL, CueKind.FAILURE})
_TEMPORAL = word_list("grammar", "either") | {"when", "whenever"}
_TIMES = word_list("grammar", "times")
_UNREAL = frozenset({CueKind.MODAL, CueKind.CONDITION, CueKind.PLAN})
_BEFORE_PHRASE = 2  # tokens: "not during the talks"
_ANYWHERE = frozenset({CueKind.CONDITION, CueKind.DENIAL})
_PROGRESS = frozenset({CueKind.PROGRESS})


def obstacle(reading: Reading, attachment: Attachment) -> Cue | None:
    """Return what keeps the sentence from plainly saying the value, or None."""
    scope = _presupposed_scope if attachment.presupposed else _clause_scope
    return next(iter(scope(reading, attachment)), None)


def can_contradict(reading: Reading, attachment: Attachment, known: frozenset[str]) -> bool:
    """Tell whether the value is said of the claim's own event, with no word that points to another.

    A value that was overtaken since, one that stood at some moment, and one in a clause with a name, a number
    or a time that the claim does not have, may be true of something else.
    """
    if not (attachment.telling and attachment.sure):
        return False
    if identity(reading.tokens, attachment, known) is not Identity.SAME:
        return False
    clause, clause_end = reading.clause_of(attachment.at)
    start, end = min(clause, *attachment.places), max(clause_end, *(at + 1 for at in attachment.places))
    if reading.tokens[clause].lower in _TEMPORAL or reading.cues_between(start, end, _PROGRESS):
        return False
    if not attachment.presupposed and _is_past_perfect(reading, attachment.at):
        return False
    if attachment.presupposed and attachment.at == attachment.mention.end - 1:
        # "The three-week strike ended on Monday": the time is that of another verb.
        known |= {
            token.key for token in reading.tokens[attachment.mention.end : end] if token.lower in _TIMES
        }
    return not strangers(reading.tokens, start, end, known, attachment.places)


def _is_past_perfect(reading: Reading, at: int) -> bool:
    """Tell whether a verb tells how far things had come: "had lasted five hours when …"."""
    return any(
        token.lower in {"had", "has", "have"}
        for token in reading.tokens[group_start(reading.tokens, at) : at]
    )


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
