"""Polarity: whether the words at a place are denied, and what takes away from their being plainly said.

A cue reaches from where it stands to the end of its clause, or to "but". Two denials of one word undo each
other. A denial that claim and source share word for word parts nothing. What has no evidence is not denied,
it is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import stems_of, words_of
from pytest_factcheck.language.cues import Cue, CueKind
from pytest_factcheck.language.expressions import Expression, expressions
from pytest_factcheck.language.grammar import Kind, Link, Token

_OPEN_NOUNS = words_of("language", "left_open_by_no")
_PARTS = words_of("language", "left_open_right_behind_not")
_OPEN_ADJECTIVES = words_of("language", "left_open_by_not")
_NOT_DENYING = words_of("language", "not_denying_before")
_PAIRED = words_of("language", "second_of_a_pair")
_TURNS = words_of("language", "turns")
_EXCLUDING = words_of("language", "excluding")
_SHARES = words_of("language", "parts")
_SHOWING = stems_of("language", "showing")
_UNDONE = stems_of("language", "undone")
_NEARLY = words_of("language", "nearly")
_SCANT = words_of("language", "scant")
_BEFORE_NOUN = words_of("language", "doubting_before_noun")
_NO_INFINITIVE = words_of("language", "no_infinitive")
_DONE = stems_of("language", "done_with_infinitive")
_WHETHER = ("that", "if", "whether", "who", "what", "how")
_GOVERNED = ("to", "that", "having")
_DENYING = frozenset({CueKind.NEGATION, CueKind.FAILURE, CueKind.DENIAL})
_DOUBTING = frozenset({CueKind.HEDGE, CueKind.MODAL, CueKind.CONDITION, CueKind.PLAN})
_LONG_REACH = frozenset({CueKind.DENIAL, CueKind.CONDITION})
INFINITIVE = "to "
_PHRASE = 5  # words from the head of a phrase to what stands before the phrase
_NEAR = 4
_BEFORE = 3
_INFINITIVE_REACH = 6  # words behind "to" that its verb governs before it is no longer told


def denied(reading: Reading, at: int, other: Reading | None = None) -> bool:
    """Tell whether the word at a token is denied where it stands, by a word that `other` does not share."""
    shared = _denial_stems(other) if other else frozenset()
    cues = (cue for cue in denials(reading) if reading.tokens[cue.at].stem not in shared)
    return sum(_reaches(reading, cue, at) for cue in cues) % 2 == 1


def scope(reading: Reading, other: Reading) -> frozenset[int]:
    """Return the tokens of a sentence that it denies, by words that `other` does not share."""
    return frozenset(at for at in range(len(reading.tokens)) if denied(reading, at, other))


def doubts(reading: Reading, at: int) -> tuple[str, ...]:
    """Return the words that make what stands at token `at` less than plainly said, in small letters."""
    cues = (cue for cue in reading.cues if cue.kind in _DOUBTING or _leaves_open(reading, cue))
    found = [reading.tokens[cue.at].lower for cue in cues if _reaches(reading, cue, at, doubting=True)]
    return (
        *found,
        *_scant(reading, at),
        *left_out(reading, at),
        *_undone(reading, at),
        *_purpose(reading, at),
    )


@lru_cache(maxsize=1 << 13)
def denials(reading: Reading) -> tuple[Cue, ...]:
    """Return the cues of a sentence that deny."""
    tokens = reading.tokens
    return tuple(
        cue
        for cue in reading.cues
        if cue.kind in _DENYING
        and tokens[cue.at].lower not in _PAIRED
        and not _denies_part(reading, cue)
        and _governs(cue, tokens[cue.at + 1] if cue.at + 1 < len(tokens) else None)
    )


def _governs(cue: Cue, following: Token | None) -> bool:
    """Tell whether a denying word denies what follows it: "not only" does not, nor does "failed talks"."""
    word = following.lower if following else ""
    if cue.kind is CueKind.NEGATION:
        return word not in _NOT_DENYING
    return (
        following is not None and following.link is Link.OPEN and (word in _GOVERNED or word.endswith("ing"))
    )


def _denial_stems(reading: Reading) -> frozenset[str]:
    """Return the stems of the denying words that are no plain "not" or "no"."""
    return frozenset(
        reading.tokens[cue.at].stem for cue in denials(reading) if cue.kind is not CueKind.NEGATION
    )


def _denies_part(reading: Reading, cue: Cue) -> bool:
    """Tell whether a denial is only of the whole or of being sure: "not all", "not clear whether"."""
    return _leaves_open(reading, cue) and reading.tokens[cue.at].lower != "no"


def _leaves_open(reading: Reading, cue: Cue) -> bool:
    """Tell whether a denial is of evidence or of the whole: "no sign of", "not clear whether", "not all"."""
    if _only_unshown(reading, cue):
        return True
    if cue.kind is not CueKind.NEGATION:
        return False
    following = [token.lower for token in reading.tokens[cue.at + 1 : cue.at + 3]]
    words = _OPEN_NOUNS if reading.tokens[cue.at].lower == "no" else _OPEN_ADJECTIVES
    return any(word in words for word in following) or any(word in _PARTS for word in following[:1])


def _only_unshown(reading: Reading, cue: Cue) -> bool:
    """Tell whether only showing is denied: "failed to show that", "did not find that"."""
    near = reading.tokens[cue.at + 1 : cue.at + 1 + _NEAR]
    shown = any(token.stem in _SHOWING for token in near)
    return shown and cue.kind in _DENYING and any(token.lower in _WHETHER for token in near)


def _phrase_end(reading: Reading, cue: int, end: int) -> int:
    """Return where the phrase behind "without" ends: with its noun, or its clause behind a form in -ing."""
    tokens = reading.tokens
    first = cue + 1
    if first >= end or "g" in tokens[first].forms:
        return end
    for at in range(first + 1, end):
        apart = tokens[at].link is not Link.OPEN or tokens[at].kind in (Kind.AUXILIARY, Kind.PRONOUN)
        opens = tokens[at].kind is Kind.DETERMINER and tokens[at - 1].kind is Kind.WORD
        if apart or opens or "p" in tokens[at].forms:
            return at
    return end


def _reaches(reading: Reading, cue: Cue, at: int, *, doubting: bool = False) -> bool:
    if cue.at >= at:
        return False
    start, end = reading.clause_of(cue.at)
    if cue.kind in _LONG_REACH:
        end = len(reading.tokens)
    if reading.tokens[cue.at].lower == "without":
        end = _phrase_end(reading, cue.at, end)
    if _leaves_open(reading, cue) and reading.tokens[cue.at].lower == "no" and not doubting:
        # "no evidence of arson" denies that there is evidence, and leaves open whether there was arson.
        end = min(end, cue.at + 3)
    return start <= at < end and not any(token.lower in _TURNS for token in reading.tokens[cue.at + 1 : at])


def _scant(reading: Reading, at: int) -> Iterator[str]:
    """Yield "little" or "few" right before a noun: it is as good as denied, but not quite."""
    for token in reading.tokens[max(0, at - 2) : at]:
        if token.lower in _SCANT:
            yield token.lower


@lru_cache(maxsize=1 << 13)
def _denying_expressions(reading: Reading) -> tuple[Expression, ...]:
    """Return expressions of several words that deny what follows: "ruled out that", "fell short of"."""
    return tuple(one for one in expressions(reading.tokens) if one.denies)


def _undone(reading: Reading, at: int) -> Iterator[str]:
    """Yield what keeps a form in -ing or a "that" clause from having happened: "accused of taking"."""
    tokens = reading.tokens
    start, _ = reading.clause_of(at)
    if tokens[start].lower == "that":
        start = 0
    hangs = "g" in tokens[at].forms or any(token.forms == "g" for token in tokens[max(start, at - 2) : at])
    if "g" in tokens[at].forms and at and tokens[at - 1].lower == "from":
        yield "from"
    for cue in reading.cues:
        refused = cue.kind in (CueKind.FAILURE, CueKind.DENIAL) and cue.at + 1 < at
        refused = refused and tokens[cue.at + 1].lower != "that"
        object_ = takewhile(lambda token: token.link is Link.OPEN, tokens[cue.at + 1 : at])
        if refused and any(token.lower == "that" for token in object_):
            yield tokens[cue.at].lower
    for said_so in _denying_expressions(reading):
        if start <= said_so.start < at and said_so.end <= at:
            yield tokens[said_so.start].lower
    for place in range(start, at):
        token = tokens[place]
        if token.lower in _NEARLY and at - place <= _BEFORE:
            yield token.lower
        last = place + 2 if token.lower in _BEFORE_NOUN else at
        said = any(one.lower in ("that", "of", "having") for one in tokens[place + 1 : last])
        if token.stem in _UNDONE and token.kind is Kind.WORD and (hangs or said):
            yield token.lower


def left_out(reading: Reading, at: int) -> Iterator[str]:
    """Yield what leaves a word out or takes a part of it only: "except its ward", "half of the village"."""
    start, _ = reading.clause_of(at)
    tokens = reading.tokens
    for place in range(max(start, at - _PHRASE), at):
        word = tokens[place].lower
        following = tokens[place + 1].lower
        if (
            word in _EXCLUDING
            or f"{word}_{following}" in _EXCLUDING
            or (word in _SHARES and following == "of")
        ):
            yield word


def _purpose(reading: Reading, at: int) -> Iterator[str]:
    """Yield the infinitive that governs the word: what is to be done is not done."""
    tokens = reading.tokens
    start, _ = reading.clause_of(at)
    for place in range(max(start, at - _INFINITIVE_REACH), at):
        if tokens[place].lower != "to" or place + 1 >= len(tokens):
            continue
        verb, before = tokens[place + 1], tokens[place - 1] if place else None
        if verb.kind is not Kind.WORD or verb.named or verb.forms or verb.lower in _NO_INFINITIVE:
            continue
        if reading.event(place + 1) is None:
            continue
        if before is None or before.stem not in _DONE:
            yield f"{INFINITIVE}{verb.lower}"
            return
