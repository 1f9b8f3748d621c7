"""Cues that take away from a plain assertion: negation, hedges, conditions, plans, failures, denials.

A cue is found by its word and, where the word has other uses, by what follows it. How far it reaches is for
the reader of the sentence; nothing here undoes a cue, so that two negations are two.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from pytest_factcheck.language.grammar import Kind, Token
from pytest_factcheck.language.phrases import Tokens, phrase_at
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem


class CueKind(StrEnum):
    """What a cue does to the statement that it governs."""

    NEGATION = "negation"
    HEDGE = "hedge"
    MODAL = "modal"
    CONDITION = "condition"
    PLAN = "plan"
    FAILURE = "failure"
    DENIAL = "denial"
    DEGREE = "degree"
    PROGRESS = "progress"
    REPORT = "report"


class Cue(NamedTuple):
    """One cue: the place of its token, and its kind."""

    at: int
    kind: CueKind


def _stems(*rows: str) -> frozenset[str]:
    return frozenset(stem(word) for row in rows for word in word_list("cues", row))


_BY_WORD: dict[str, CueKind] = {
    **dict.fromkeys(word_list("cues", "progress"), CueKind.PROGRESS),
    **dict.fromkeys(word_list("cues", "degrees"), CueKind.DEGREE),
    **dict.fromkeys(word_list("cues", "hedges"), CueKind.HEDGE),
    **dict.fromkeys(word_list("cues", "conditions"), CueKind.CONDITION),
}
_BY_CLASS: dict[Kind, CueKind] = {Kind.NEGATOR: CueKind.NEGATION, Kind.MODAL: CueKind.MODAL}
_BY_STEM: dict[str, CueKind] = {
    **dict.fromkeys(_stems("reports"), CueKind.REPORT),
    **dict.fromkeys(_stems("hedging_verbs"), CueKind.HEDGE),
    **dict.fromkeys(_stems("failures", "rejections"), CueKind.FAILURE),
    **dict.fromkeys(_stems("denials"), CueKind.DENIAL),
}
_BY_PHRASE: dict[str, CueKind] = {
    **dict.fromkeys(word_list("cues", "hedging_phrases"), CueKind.HEDGE),
    **dict.fromkeys(word_list("cues", "condition_phrases"), CueKind.CONDITION),
}
_PLANS = _stems("plans")

# What keeps a statement from being plainly made.
BLOCKING = frozenset(
    {
        CueKind.NEGATION,
        CueKind.HEDGE,
        CueKind.MODAL,
        CueKind.CONDITION,
        CueKind.PLAN,
        CueKind.FAILURE,
        CueKind.DENIAL,
        CueKind.DEGREE,
    }
)


def read_cues(tokens: Tokens) -> tuple[Cue, ...]:
    """Return the cues of a sentence in order."""
    found = ((at, _kind(tokens, at, token)) for at, token in enumerate(tokens))
    return tuple(Cue(at, kind) for at, kind in found if kind is not None)


def _kind(tokens: Tokens, at: int, token: Token) -> CueKind | None:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    closed = (
        _BY_CLASS.get(token.kind) or _BY_WORD.get(token.lower) or _BY_PHRASE.get(f"{token.lower}_{following}")
    )
    if closed:
        return closed
    if token.stem in _PLANS and _to_follows(tokens, at + 1):
        return CueKind.PLAN
    is_name = token.named and at > 0
    return None if is_name or token.kind is not Kind.WORD else _BY_STEM.get(token.stem)


def _to_follows(tokens: Tokens, at: int) -> bool:
    """Tell whether an infinitive follows, behind a noun phrase or an adverb perhaps: "asked X to lead"."""
    while at < len(tokens) and tokens[at].kind is Kind.ADVERB:
        at += 1
    phrase = phrase_at(tokens, at)
    places = (at, phrase.end) if phrase else (at,)
    return any(_is_infinitive(tokens, place) for place in places)


def _is_infinitive(tokens: Tokens, to: int) -> bool:
    if to + 1 >= len(tokens) or tokens[to].lower != "to":
        return False
    verb = tokens[to + 1]
    return verb.kind in (Kind.WORD, Kind.ADVERB, Kind.AUXILIARY) and not verb.named and not verb.forms
