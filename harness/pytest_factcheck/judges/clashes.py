"""Clashes: what makes two sentences with the same words say different things.

Denial, doubt, amount, voice, the small words that say who does what, and words around or between the claim's
that change whom they speak of. A clash is never read as a contradiction: it only keeps equal words from
being taken for an equal statement.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from pytest_factcheck.judges.alignment import Item
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.cues import BLOCKING, CueKind
from pytest_factcheck.language.events import read_event
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import is_verb, phrase_at
from pytest_factcheck.language.tables import word_list

_DATA = tomllib.loads(files(__package__).joinpath("data/verbatim.toml").read_text("utf-8"))
_HARMLESS = frozenset(_DATA["harmless_prepositions"].split())
_ROLES = frozenset(_DATA["roles"].split())
_NARROWING = frozenset(_DATA["narrowing_behind"].split())
_QUANTIFIERS = word_list("cues", "quantifiers")
_DESCRIPTIVE = word_list("events", "descriptive")
_RANKS = word_list("names", "ranks")
_DESCRIBING = (
    word_list("names", "titles", "offices", "posts", "portfolios", "roles", "office_graces") - _RANKS
)
_TIMES = word_list("grammar", "times")
_DENIALS = frozenset({CueKind.NEGATION, CueKind.FAILURE, CueKind.DENIAL})
_COMPARED = BLOCKING | {CueKind.PROGRESS}
_BEHIND = frozenset({CueKind.HEDGE, CueKind.CONDITION, CueKind.DENIAL})
_CONDITION = frozenset({CueKind.CONDITION})
_REPORT = frozenset({CueKind.REPORT})
_TURNING = ("but", "while", "whereas", "although", "though", "and", "yet")
_ALTERNATIVE = frozenset({"or", "nor"})
_MARKS = (Link.COMMA, Link.BREAK)


@dataclass(frozen=True, slots=True)
class Match:
    """A claim found in a sentence: for each of its items, the item of the source that answers it."""

    claim: Reading
    ours: Sequence[Item]
    source: Reading
    theirs: Sequence[Item]

    @property
    def start(self) -> int:
        """Return the first token of the source that answers."""
        return self.theirs[0].start

    @property
    def end(self) -> int:
        """Return the place after the last token of the source that answers."""
        return self.theirs[-1].end


@dataclass(frozen=True, slots=True)
class Clash:
    """One clash: the code of its reason and the word that shows it."""

    code: str
    cue: str


def clashes(match: Match) -> tuple[Clash, ...]:
    """Return what keeps a sentence with the claim's words from saying what the claim says."""
    return tuple(clash for check in _CHECKS for clash in check(match))


def _mood(match: Match) -> Iterator[Clash]:
    """Yield what differs in denial and doubt, over all that governs the words."""
    ours = Counter(_cue_keys(match.claim, 0, len(match.claim.tokens), _COMPARED, match.ours))
    tokens = match.source.tokens
    start = _scope_start(match)
    _, clause_end = match.source.clause_of(match.end - 1)
    theirs = Counter(
        (
            *_cue_keys(match.source, start, match.end, _COMPARED, match.theirs),
            *_cue_keys(match.source, match.end, clause_end, _BEHIND, match.theirs),
            *_cue_keys(match.source, clause_end, len(tokens), _CONDITION, match.theirs),
            *(_cue_keys(match.source, 0, start, _CONDITION, match.theirs)),
        )
    )
    for kind, key in sorted(((ours - theirs) + (theirs - ours)).elements()):
        yield Clash("negation-clash" if kind in _DENIALS else "modality-clash", key)
    if match.claim.asks != match.source.asks:
        yield Clash("modality-clash", "?")


def _cue_keys(
    reading: Reading, start: int, end: int, kinds: frozenset[CueKind], parts: Sequence[Item]
) -> Iterator[tuple[CueKind, str]]:
    """Yield kind and word of the cues in a stretch, without those inside an amount ("less than")."""
    inside = {at for item in parts if item.quantity for at in range(item.start, item.end)}
    for cue in reading.cues_between(start, end, kinds):
        if cue.at not in inside:
            yield cue.kind, reading.tokens[cue.at].stem


def _scope_start(match: Match) -> int:
    """Return from where on words may govern the claim's: the sentence's start, or a turn to another clause."""
    tokens = match.source.tokens
    start, _ = match.source.clause_of(match.start)
    if start == 0:
        return 0
    turns = tokens[start].link is Link.BREAK or (
        tokens[start].link is Link.COMMA and tokens[start].lower in _TURNING
    )
    return start if turns else 0


def _amounts(match: Match) -> Iterator[Clash]:
    """Yield what differs in words such as "all", "some" and "most"."""
    ours = _quantifiers(match.claim.tokens, match.ours)
    theirs = _quantifiers(match.source.tokens, match.theirs)
    for word in sorted(((ours - theirs) + (theirs - ours)).elements()):
        yield Clash("quantifier-clash", word)


def _quantifiers(tokens: Sequence[Token], parts: Sequence[Item]) -> Counter[str]:
    inside = {at for item in parts if item.quantity for at in range(item.start, item.end)}
    start = parts[0].start
    while start > 0 and tokens[start].link is Link.OPEN and _opens_phrase(tokens[start - 1]):
        start -= 1
    stretch = (at for at in range(start, parts[-1].end) if at not in inside)
    return Counter(tokens[at].lower for at in stretch if tokens[at].lower in _QUANTIFIERS)


def _opens_phrase(token: Token) -> bool:
    return token.kind in (Kind.DETERMINER, Kind.NUMBER, Kind.ADVERB) or token.lower in _QUANTIFIERS | {"of"}


def _roles(match: Match) -> Iterator[Clash]:
    """Yield where voice or the small words between two of the claim's words differ."""
    for ours, theirs in zip(match.ours, match.theirs, strict=True):
        if _is_passive(match.claim, ours) != _is_passive(match.source, theirs):
            yield Clash("role-clash", match.source.tokens[theirs.start].text)
    ours_gaps, theirs_gaps = _gaps(match.ours), _gaps(match.theirs)
    for (left, right), (start, end) in zip(ours_gaps, theirs_gaps, strict=True):
        wanted = _role_words(match.claim.tokens, range(left, right))
        kept = [at for at in range(start, end) if at not in _set_apart(match.source, start, end)]
        given = _role_words(match.source.tokens, kept)
        for word in sorted(((wanted - given) + (given - wanted)).elements()):
            yield Clash("role-clash", word)


def _is_passive(reading: Reading, item: Item) -> bool:
    if item.end - item.start != 1 or "n" not in reading.tokens[item.start].forms:
        return False
    event = read_event(reading.tokens, item.start)
    return event is not None and event.passive


def _gaps(parts: Sequence[Item]) -> tuple[tuple[int, int], ...]:
    return tuple((left.end, right.start) for left, right in zip(parts, parts[1:], strict=False))


def _role_words(tokens: Sequence[Token], places: Sequence[int]) -> Counter[str]:
    """Count the words of a gap that say who does what, but for a "that" behind "said"."""
    return Counter(tokens[at].lower for at in places if _says_role(tokens, at))


def _says_role(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind is Kind.COORDINATOR or token.kind is Kind.PRONOUN:
        return True
    if token.kind in (Kind.RELATIVE, Kind.SUBORDINATOR):
        return token.lower != "that"
    return token.lower in _ROLES


def _set_apart(source: Reading, start: int, end: int) -> frozenset[int]:
    """Return the tokens of a gap that are set between marks or only tell where and when."""
    apart: set[int] = set()
    at = start
    while at < end:
        size = _phrase_of_place(source, at, end) or _between_marks(source, at, end)
        apart.update(range(at, at + size))
        at += size or 1
    return frozenset(apart)


def _phrase_of_place(source: Reading, at: int, end: int) -> int:
    """Return the length of a phrase such as "in Istanbul" or "on Friday" at a place of a gap, or 0."""
    token = source.tokens[at]
    if token.lower not in _HARMLESS or source.cues_between(at, at + 1, BLOCKING):
        return 0
    phrase = phrase_at(source.tokens, at + 1)
    if phrase is None or phrase.end > end or source.cues_between(phrase.start, phrase.end, BLOCKING):
        return 0
    return phrase.end - at


def _between_marks(source: Reading, at: int, end: int) -> int:
    """Return the length of what is set between two commas, dashes or brackets from `at` on, or 0."""
    tokens = source.tokens
    if tokens[at].link not in _MARKS:
        return 0
    for close in range(at + 1, min(end + 1, len(tokens))):
        if tokens[close].link in _MARKS:
            inside = tokens[at:close]
            clean = not source.cues_between(at, close, BLOCKING | {CueKind.REPORT})
            plain = tokens[at].kind in (Kind.RELATIVE, Kind.DETERMINER, Kind.PREPOSITION, Kind.WORD)
            return close - at if clean and plain and inside else 0
    return 0


def _between(match: Match) -> Iterator[Clash]:
    """Yield a word between the claim's words that may change what they say."""
    for start, end in _gaps(match.theirs):
        apart = _set_apart(match.source, start, end)
        for at in range(start, end):
            if at not in apart and not _is_harmless(match.source, at, end):
                yield Clash("words-scattered", match.source.tokens[at].text)
                break


def _is_harmless(source: Reading, at: int, end: int) -> bool:
    """Tell whether one word between two of the claim's leaves them as they are."""
    tokens = source.tokens
    token = tokens[at]
    if token.kind is not Kind.WORD and token.kind is not Kind.NUMBER:
        return token.link is not Link.POSSESSIVE
    if token.link in (Link.POSSESSIVE, Link.JOINED) or is_verb(tokens, at):
        return False
    if token.kind is Kind.NUMBER or token.lower in _DESCRIPTIVE:
        return True
    before_name = end < len(tokens) and tokens[end].named
    return before_name and (token.lower in _DESCRIBING or token.named) and token.lower not in _RANKS


def _before(match: Match) -> Iterator[Clash]:
    """Yield the word before the claim's words if it may change whom they speak of."""
    tokens = match.source.tokens
    at = match.start
    named = tokens[at].named
    while at > 0 and tokens[at].link is Link.OPEN and _leads_in(tokens[at - 1], named=named):
        at -= 1
    if at == 0 or tokens[at].link in _MARKS:
        return
    before = tokens[at - 1]
    if tokens[at].link is Link.OPEN and _hands_over(match.source, at - 1):
        return
    yield Clash("words-before", before.text)


def _leads_in(token: Token, *, named: bool) -> bool:
    """Tell whether a word before the first one belongs to it harmlessly: an article, a title, a number."""
    if token.kind in (Kind.DETERMINER, Kind.NUMBER):
        return True
    if token.lower in _DESCRIPTIVE:
        return True
    return named and token.lower in _DESCRIBING


def _hands_over(source: Reading, at: int) -> bool:
    """Tell whether a statement of its own can begin behind the word at `at`."""
    token = source.tokens[at]
    if token.kind in (Kind.SUBORDINATOR, Kind.ADVERB):
        return True
    if token.lower == "that" and at > 0:
        return bool(source.cues_between(at - 1, at, _REPORT))
    return is_verb(source.tokens, at) and bool(source.cues_between(at, at + 1, _REPORT))


def _after(match: Match) -> Iterator[Clash]:
    """Yield the word behind the claim's words if they lead on to something else."""
    tokens = match.source.tokens
    at = match.end
    if at >= len(tokens) or tokens[at].link in _MARKS:
        return
    token = tokens[at]
    if token.link is Link.OPEN:
        follows = token.kind in (
            Kind.PREPOSITION,
            Kind.COORDINATOR,
            Kind.SUBORDINATOR,
            Kind.ADVERB,
            Kind.RELATIVE,
        )
        if (follows and token.lower not in _NARROWING | _ALTERNATIVE) or token.lower in _TIMES:
            return
    yield Clash("words-after", token.text)


_CHECKS: tuple[Callable[[Match], Iterator[Clash]], ...] = (_mood, _amounts, _roles, _between, _before, _after)
