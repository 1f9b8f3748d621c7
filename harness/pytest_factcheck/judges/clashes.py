"""Clashes: what makes two sentences with the same words say different things.

Denial, doubt, amount, voice and the small words that say who does what are compared here; the words around
and between the claim's are in `surroundings`. A clash is never read as a contradiction: it only keeps equal
words from being taken for an equal statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pytest_factcheck.judges.alignment import Item
from pytest_factcheck.judges.matching import Clash, Match, says_role
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.surroundings import after, before, between, set_apart
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.cues import BLOCKING, CueKind
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.tables import word_list

Counted = TypeVar("Counted", str, tuple[CueKind, str])

_PARTICLES = words_of("verbatim", "particles")
_QUANTIFIERS = word_list("cues", "quantifiers")
_DENIALS = frozenset({CueKind.NEGATION, CueKind.FAILURE, CueKind.DENIAL})
_COMPARED = BLOCKING | {CueKind.PROGRESS}
_BEHIND = frozenset({CueKind.HEDGE, CueKind.CONDITION, CueKind.DENIAL})
_ANYWHERE = frozenset({CueKind.CONDITION, CueKind.DENIAL})
_TURNING = ("but", "while", "whereas", "although", "though", "yet")
_BEFORE_DAY = ("on", "in", "at", "during")


def clashes(match: Match) -> tuple[Clash, ...]:
    """Return what keeps a sentence with the claim's words from saying what the claim says."""
    return tuple(clash for check in _CHECKS for clash in check(match))


def _mood(match: Match) -> Iterator[Clash]:
    """Yield what differs in denial and doubt, over all that governs the words."""
    ours = Counter(_cue_keys(match.claim, 0, len(match.claim.tokens), _COMPARED))
    start = _scope_start(match)
    _, clause_end = match.source.clause_of(match.end - 1)
    clause_end = max(clause_end, match.end)
    theirs = Counter(
        (
            *_cue_keys(match.source, 0, start, _ANYWHERE),
            *_cue_keys(match.source, start, match.end, _COMPARED),
            *_cue_keys(match.source, match.end, clause_end, _BEHIND),
            *_cue_keys(match.source, clause_end, len(match.source.tokens), _ANYWHERE),
        )
    )
    for kind, key in _difference(ours, theirs):
        yield Clash("negation-clash" if kind in _DENIALS else "modality-clash", _as_written(match, kind, key))
    if match.claim.asks != (match.source.asks or _is_asked(match)):
        yield Clash("modality-clash", "?")


def _is_asked(match: Match) -> bool:
    """Tell whether a question mark stands right behind the words: '"… the budget?" he asked'."""
    tokens = match.source.tokens
    behind = tokens[match.end].start if match.end < len(tokens) else len(match.source.text)
    return "?" in match.source.text[tokens[match.end - 1].end : behind]


def _cue_keys(
    reading: Reading, start: int, end: int, kinds: frozenset[CueKind]
) -> Iterator[tuple[CueKind, str]]:
    return ((cue.kind, reading.tokens[cue.at].stem) for cue in reading.cues_between(start, end, kinds))


def _as_written(match: Match, kind: CueKind, stem: str) -> str:
    """Return a cue as the sentence or the claim writes it: "only" and not its stem."""
    readings = (match.source, match.claim)
    cues = ((one, cue) for one in readings for cue in one.cues_between(0, len(one.tokens), frozenset({kind})))
    return next(one.tokens[cue.at].lower for one, cue in cues if one.tokens[cue.at].stem == stem)


def _difference(ours: Counter[Counted], theirs: Counter[Counted]) -> list[Counted]:
    """Return what one side has and the other has not, in order."""
    return sorted(((ours - theirs) + (theirs - ours)).elements())


def _scope_start(match: Match) -> int:
    """Return from where on words govern the claim's: the sentence's start, or a turn to another clause."""
    tokens = match.source.tokens
    start, _ = match.source.clause_of(match.start)
    if start == 0:
        return 0
    gap = match.source.text[tokens[start - 1].end : tokens[start].start]
    turns = tokens[start].link is Link.COMMA and tokens[start].lower in _TURNING
    return start if turns or ";" in gap else 0


def _quantities(match: Match) -> Iterator[Clash]:
    """Yield what differs in words such as "all", "some" and "most", and in amounts under a denial."""
    ours = _quantifiers(match.claim.tokens, match.ours)
    theirs = _quantifiers(match.source.tokens, match.theirs)
    for word in _difference(ours, theirs):
        yield Clash("quantifier-clash", word)
    for wanted, given in match.pairs:
        if match.claim.cues and _is_other_amount(wanted, given):
            yield Clash("amount-clash", match.source.tokens[given.start].text)


def _quantifiers(tokens: Sequence[Token], parts: Sequence[Item]) -> Counter[str]:
    inside = {at for item in parts if item.quantity for at in range(item.start, item.end)}
    start = parts[0].start
    while start > 0 and tokens[start].link is Link.OPEN and _opens_phrase(tokens[start - 1]):
        start -= 1
    stretch = (at for at in range(start, parts[-1].end) if at not in inside)
    return Counter(tokens[at].lower for at in stretch if tokens[at].lower in _QUANTIFIERS)


def _opens_phrase(token: Token) -> bool:
    return token.kind in (Kind.DETERMINER, Kind.NUMBER, Kind.ADVERB) or token.lower in _QUANTIFIERS | {"of"}


def _is_other_amount(ours: Item, theirs: Item) -> bool:
    """Tell whether an amount lies inside the claim's and is not the same: "at least 37" for "at least 30"."""
    if ours.quantity and theirs.quantity:
        return ours.quantity.interval != theirs.quantity.interval
    if ours.day and theirs.day:
        return (ours.day.start, ours.day.end) != (theirs.day.start, theirs.day.end)
    return False


def _roles(match: Match) -> Iterator[Clash]:
    """Yield where voice or the small words between two of the claim's words differ."""
    for ours, theirs in match.pairs:
        if _is_passive(match.claim, ours) != _is_passive(match.source, theirs):
            yield Clash("role-clash", match.source.tokens[theirs.start].text)
    for (left, right), item in zip(match.gaps, match.ours[1:], strict=True):
        wanted = _role_words(match.claim.tokens, left, item)
        given = _role_words(match.source.tokens, right, item)
        if wanted != given:
            apart = set_apart(match.source, right.start, right.stop)
            given = _role_words(match.source.tokens, [at for at in right if at not in apart], item)
        for word in _difference(wanted, given):
            yield Clash("role-clash", word)


def _is_passive(reading: Reading, item: Item) -> bool:
    if item.end - item.start != 1 or "n" not in reading.tokens[item.start].forms:
        return False
    event = reading.event(item.start)
    return event is not None and event.passive


def _role_words(tokens: Sequence[Token], places: Sequence[int], item: Item) -> Counter[str]:
    """Count the words of a gap that say who does what; before a day "on" and its like say nothing."""
    words = Counter(tokens[at].lower for at in places if says_role(tokens[at], _PARTICLES))
    for preposition in _BEFORE_DAY if item.day else ():
        words.pop(preposition, None)
    return words


_CHECKS: tuple[Callable[[Match], Iterator[Clash]], ...] = (_mood, _quantities, _roles, between, before, after)
