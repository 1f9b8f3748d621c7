"""Surroundings: words around and between a claim's words, and whether they change what those mean.

"The minister's wife visited the town" holds "wife visited the town"; "agreed to discuss a ceasefire" holds
"agreed to a ceasefire". Only what is known to be harmless may stand between and beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pytest_factcheck.judges.matching import Clash, Match, says_role
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.cues import BLOCKING, CueKind
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import is_verb, phrase_at
from pytest_factcheck.language.tables import word_list

_HARMLESS = words_of("verbatim", "harmless_prepositions")
_NARROWING = words_of("verbatim", "narrowing_behind")
_PARTICLES = words_of("verbatim", "particles")
_QUANTIFIERS = word_list("cues", "quantifiers")
_DESCRIPTIVE = word_list("events", "descriptive")
_RANKS = word_list("names", "ranks")
_DESCRIBING = (
    word_list("names", "titles", "offices", "posts", "portfolios", "roles", "office_graces") - _RANKS
)
_TIMES = word_list("grammar", "times")
_SPEECH = word_list("clauses", "speech_verbs")
_REPORT = frozenset({CueKind.REPORT})
_OPENS_INSERTION = (Kind.RELATIVE, Kind.DETERMINER, Kind.PREPOSITION, Kind.WORD)
_FOLLOWING = (Kind.PREPOSITION, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.ADVERB, Kind.RELATIVE)
_SUBJECTS = (Kind.PRONOUN, Kind.AUXILIARY, Kind.ADVERB, Kind.RELATIVE)
_MARKS = (Link.COMMA, Link.BREAK)


def set_apart(source: Reading, start: int, end: int) -> frozenset[int]:
    """Return the tokens of a gap that are set between marks, or only tell where and when."""
    apart: set[int] = set()
    at = start
    while at < end:
        size = _phrase_of_place(source, at, end) or _between_marks(source, at, end)
        apart.update(range(at, at + size))
        at += size or 1
    return frozenset(apart)


def between(match: Match) -> Iterator[Clash]:
    """Yield a word between the claim's words that may change what they say."""
    for left, right in match.gaps:
        apart = set_apart(match.source, right.start, right.stop)
        own = Counter(match.claim.tokens[at].stem for at in left)
        yield from _marks(match, left, right, apart)
        for at in right:
            stem = match.source.tokens[at].stem
            if own[stem]:
                own[stem] -= 1
            elif at not in apart and not _is_harmless(match.source, at, right.stop):
                yield Clash("words-scattered", match.source.tokens[at].text)
                break


def _marks(match: Match, left: range, right: range, apart: frozenset[int]) -> Iterator[Clash]:
    """Yield the word behind a colon, a dash or a full stop that the claim does not have between its words."""
    ours = (match.claim.tokens[at].link for at in (*left, left.stop))
    if Link.BREAK in ours:
        return
    for at in (*right, right.stop):
        if match.source.tokens[at].link is Link.BREAK and not apart & {at - 1, at}:
            yield Clash("words-scattered", match.source.tokens[at].text)
            return


def before(match: Match) -> Iterator[Clash]:
    """Yield the word before the claim's words if it may change whom they speak of."""
    tokens = match.source.tokens
    at, left = match.start, match.ours[0].start
    named = tokens[at].named
    while at > 0 and left > 0 and tokens[at - 1].stem == match.claim.tokens[left - 1].stem:
        at, left = at - 1, left - 1
    for token in match.claim.tokens[:left]:
        if _bears_meaning(token):
            yield Clash("role-clash", token.text)
    while at > 0 and tokens[at].link is Link.OPEN and _leads_in(tokens[at - 1], named=named):
        at -= 1
    if at == 0 or tokens[at].link in _MARKS:
        return
    if tokens[at].link is not Link.OPEN or not _hands_over(match.source, at - 1):
        yield Clash("words-before", tokens[at - 1].text)


def after(match: Match) -> Iterator[Clash]:
    """Yield the word behind the claim's words if they lead on to something else."""
    tokens, ours = match.source.tokens, match.claim.tokens
    at, right = match.end, match.ours[-1].end
    while at < len(tokens) and right < len(ours) and tokens[at].stem == ours[right].stem:
        at, right = at + 1, right + 1
    for token in ours[right:]:
        if _bears_meaning(token):
            yield Clash("role-clash", token.text)
    if at < len(tokens) and tokens[at].link not in _MARKS and not _follows(tokens[at]):
        yield Clash("words-after", tokens[at].text)


def _bears_meaning(token: Token) -> bool:
    """Tell whether a small word at the edge of the claim must be in the source too."""
    return says_role(token, _PARTICLES) or token.kind is Kind.NEGATOR or token.lower in _QUANTIFIERS


def _follows(token: Token) -> bool:
    """Tell whether a word behind the claim's words leaves them as they are."""
    if token.link is not Link.OPEN:
        return False
    alternative = token.kind is Kind.COORDINATOR and token.lower not in {"and", "&"}
    return (
        token.kind in _FOLLOWING and token.lower not in _NARROWING and not alternative
    ) or token.lower in _TIMES


def _phrase_of_place(source: Reading, at: int, end: int) -> int:
    """Return the length of a phrase such as "in Istanbul" or "on Friday" at a place of a gap, or 0."""
    if source.tokens[at].lower not in _HARMLESS or source.cues_between(at, at + 1, BLOCKING):
        return 0
    phrase = phrase_at(source.tokens, at + 1)
    if phrase is None or phrase.end > end or source.cues_between(phrase.start, phrase.end, BLOCKING):
        return 0
    return phrase.end - at


def _between_marks(source: Reading, at: int, end: int) -> int:
    """Return the length of what is set between two commas, dashes or brackets from `at` on, or 0."""
    tokens = source.tokens
    if tokens[at].link not in _MARKS or tokens[at].kind not in _OPENS_INSERTION:
        return 0
    for close in range(at + 1, min(end + 1, len(tokens))):
        if tokens[close].link in _MARKS:
            clean = not source.cues_between(at, close, BLOCKING | _REPORT)
            return close - at if clean else 0
    return 0


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


def _leads_in(token: Token, *, named: bool) -> bool:
    """Tell whether a word before the first one belongs to it harmlessly: an article, a title, a number."""
    if token.kind in (Kind.DETERMINER, Kind.NUMBER) or token.lower in _DESCRIPTIVE:
        return True
    return named and token.lower in _DESCRIBING


def _hands_over(source: Reading, at: int) -> bool:
    """Tell whether a statement can begin behind the word at `at`: "while", "he said", "he said that"."""
    token = source.tokens[at]
    if token.lower == "that":
        return at > 0 and _reports(source, at - 1)
    return token.kind in (Kind.SUBORDINATOR, Kind.ADVERB) or _reports(source, at)


def _reports(source: Reading, at: int) -> bool:
    """Tell whether the word at `at` is a verb of saying with somebody before it who says so."""
    token = source.tokens[at]
    spoken = is_verb(source.tokens, at) or token.lower in _SPEECH
    if at == 0 or not spoken or not source.cues_between(at, at + 1, _REPORT):
        return False
    speaker = source.tokens[at - 1]
    return speaker.noun_like or speaker.kind in _SUBJECTS
