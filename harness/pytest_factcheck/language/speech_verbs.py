"""Verbs of saying: whether a word is one here, who its subject is, and what is said.

Word order decides: "X said that P", "P, X said", "P, said X", "it was said by X that P". What stands under a
denial, a modal, an "if" or an infinitive is no saying.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Phrase, Tokens, is_verb, phrase_at, phrase_before
from pytest_factcheck.language.speakers import speaks, subject_speaker
from pytest_factcheck.language.speech import (
    ASIDES,
    FORCES,
    TIMES,
    Force,
    Saying,
    Sentence,
    extended,
    is_finite,
    is_saying,
    stems,
    turns_aside,
)
from pytest_factcheck.language.subjects import group_start, subject_of
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.verbs import may_be_verb
from pytest_factcheck.vocabulary import Span

_WITH_OBJECT, _WITH_HEARER, _WITH_OF = stems("with_object"), stems("with_hearer"), stems("with_of")
_WITH_INFINITIVE, _PASSIVE = stems("with_infinitive"), stems("passive")
_WITH_CLAUSE = stems("with_clause")
_ONLY_WITH_THAT = stems("only_with_that")
_EMPTY_OBJECTS = word_list("attribution", "empty_objects")


def verb_sayings(given: Sentence, at: int) -> Iterator[Saying]:
    """Yield what is said with the verb of saying at `at`, if anything is."""
    toks = given.tokens
    start = group_start(toks, at)
    group = toks[start:at]
    if any(token.kind in (Kind.NEGATOR, Kind.MODAL) for token in group):
        return
    if start and toks[start - 1].lower == "to" and toks[start].link is Link.OPEN:
        return
    if "n" in toks[at].forms and _is_passive(given, at, group):
        yield from _passive(given, at, start)
        return
    inverted = _inverted(given, at, start)
    if inverted:
        who, end = inverted
        yield Saying(
            who, toks[at].span, FORCES[toks[at].stem], given.up_to(at), _rest(given, end, apposed=True)
        )
        return
    if _says_nothing(toks, at + 1):
        return
    speaker = subject_speaker(given, at)
    if speaker is not None:
        yield from _plain(given, at, start, speaker)


def leaves_open(given: Sentence, at: int) -> bool:
    """Tell whether the word at `at` says that what follows is not said: "did not confirm that", "whether"."""
    toks = given.tokens
    if toks[at].lower == "whether":
        return True
    group = toks[group_start(toks, at) : at]
    return any(token.kind is Kind.NEGATOR for token in group) and is_saying(toks, at)


def _is_passive(given: Sentence, at: int, group: tuple[Token, ...]) -> bool:
    if any(token.stem == "be" for token in group):
        return True
    following = [token.lower for token in given.tokens[at + 1 : at + 3]]
    by_agent = following[:1] == ["by"] and not group
    said_to = following in (["to", "be"], ["to", "have"]) and given.tokens[at].stem not in _WITH_INFINITIVE
    return by_agent or (said_to and not group)


def _passive(given: Sentence, at: int, start: int) -> Iterator[Saying]:
    """Yield what is said in the passive: "was confirmed by X", "is said to", "it was reported that"."""
    toks, force = given.tokens, FORCES[given.tokens[at].stem]
    following = toks[at + 1].lower if at + 1 < len(toks) else ""
    unnamed = start > 0 and toks[start - 1].lower == "it"
    agent = phrase_at(toks, at + 2) if following == "by" else None
    if agent:
        end = extended(toks, agent)
        before = None if unnamed else _subject_stretch(given, start)
        that = end < len(toks) and given.opens_statement(end)
        after = given.on_from(end + 1) if that else None
        yield Saying(given.span(agent.start, end), toks[at].span, force, before, after)
    elif following == "that" and unnamed:
        yield Saying(None, toks[at].span, force, None, given.on_from(at + 2))
    elif following == "to" and toks[at].stem in _PASSIVE:
        subject = _subject_stretch(given, start)
        yield Saying(None, toks[at].span, Force.CLAIMED, subject, given.on_from(at + 1))


def _subject_stretch(given: Sentence, end: int) -> Span | None:
    """Return the noun phrase before a passive, with what hangs on it."""
    found = subject_of(given.tokens, end, reduced=False).phrases if end < len(given.tokens) else ()
    phrase = found[0] if found else phrase_before(given.tokens, end)
    return given.span(phrase.start, end) if phrase and phrase.start < end else None


def _inverted(given: Sentence, at: int, start: int) -> tuple[Span, int] | None:
    """Return the speaker of '"…," said X', and the place behind him."""
    toks = given.tokens
    phrase = phrase_at(toks, at + 1)
    told = toks[at].stem in _WITH_HEARER  # behind "told" stands who hears it
    if told or start != at or at == 0 or phrase is None or not given.marked(at) or given.marked(at + 1):
        return None
    if toks[phrase.first].lower in TIMES or not speaks(toks[phrase.start : phrase.end]):
        return None
    end = extended(toks, phrase)
    quoted = given.closes_quotation(at)
    return (given.span(phrase.start, end), end) if _ends_inversion(given, end, quoted=quoted) else None


def _ends_inversion(given: Sentence, end: int, *, quoted: bool) -> bool:
    """Tell whether nothing behind "said X" makes X the subject of another verb."""
    toks = given.tokens
    if end == len(toks):
        return True
    if quoted:
        return given.marked(end) or not is_finite(toks, end)
    explained = toks[end].kind is Kind.RELATIVE
    return given.marked(end) and (explained or not _finite_from(toks, end))


def _finite_from(given: Tokens, start: int) -> bool:
    places = range(start, len(given))
    return any(
        is_finite(given, at) or (not given[at].named and may_be_verb(given[at].lower)) for at in places
    )


def _rest(given: Sentence, end: int, *, apposed: bool) -> Span | None:
    """Return what is said behind "said X": the second half of what it parts."""
    if end >= len(given.tokens) or not given.marked(end):
        return None
    quoted = given.closes_quotation(end)
    goes_on = quoted or (not apposed and not turns_aside(given.tokens[end]))
    return given.on_from(end) if goes_on else None


def _says_nothing(given: Tokens, at: int) -> bool:
    """Tell whether the object is no statement: "said yes", "said nothing about it"."""
    if at >= len(given) or given[at].lower not in _EMPTY_OBJECTS or given[at].link is not Link.OPEN:
        return False
    if at + 1 == len(given) or given[at + 1].link in (Link.COMMA, Link.BREAK):
        return True
    after = given[at + 1]
    leads_on = after.kind in (Kind.PREPOSITION, Kind.COORDINATOR, Kind.SUBORDINATOR) or after.lower == "about"
    return leads_on and after.lower != "of"


def _plain(given: Sentence, at: int, start: int, speaker: Span) -> Iterator[Saying]:
    """Yield what is said where the speaker goes before the verb."""
    toks = given.tokens
    verb, force = toks[at].span, FORCES[toks[at].stem]
    behind = _behind(given, at)
    if behind is None:
        return
    content, place = behind
    before = toks[start - 1] if start else toks[start]
    relative = before.kind is Kind.RELATIVE and toks[start].link is Link.OPEN
    if _leads(given, at, content, place):
        stop = _relative_end(given, start - 1, content) if relative else None
        yield Saying(speaker, verb, force, None, given.on_from(content, stop))
    elif _closes(given, place) and not (relative or before.kind is Kind.COORDINATOR or "g" in toks[at].forms):
        opening = next(number for number, token in enumerate(toks) if token.end > speaker.start)
        opening -= opening > 0 and toks[opening - 1].lower == "as"
        if opening and given.marked(opening):
            yield Saying(speaker, verb, force, given.up_to(opening), _rest(given, place, apposed=False))
        elif place < len(toks) and given.marked(place):
            yield Saying(speaker, verb, force, None, given.on_from(place))


def _behind(given: Sentence, at: int) -> tuple[int, int] | None:
    """Return where a statement can begin behind a verb, and where the verb's own words end.

    These are the hearer, times and places: "told reporters in Kyiv on Friday". None where an infinitive says
    what is to be done and not what is.
    """
    toks = given.tokens
    start = _hearer_end(given, at)
    place = start
    while place < len(toks) and not given.marked(place):
        end = place + 1 if given.gap(place) == "." else _aside_end(toks, place)
        if end == place:
            break
        place = end
    if place < len(toks) and given.opens_statement(place) and not given.marked(place):
        return place + 1, place + 1
    if place + 1 < len(toks) and toks[place].lower == "to" and not given.marked(place):
        return (place, place) if toks[at].stem in _WITH_INFINITIVE else None
    return start, place


def _hearer_end(given: Sentence, at: int) -> int:
    toks = given.tokens
    phrase = phrase_at(toks, at + 1)
    if toks[at].stem not in _WITH_HEARER or phrase is None or given.marked(at + 1):
        return at + 1
    taken = phrase.end < len(toks) and is_finite(toks, phrase.end)
    return at + 1 if taken else phrase.end


def _aside_end(toks: Tokens, at: int) -> int:
    """Return where an adverb, a time or a phrase with a preposition that begins at `at` ends."""
    token = toks[at]
    if token.kind is Kind.ADVERB or token.lower in TIMES:
        return at + 1
    if token.kind is not Kind.PREPOSITION:
        return at
    phrase = phrase_at(toks, at + 1)
    if phrase is None or (token.lower == "to" and _is_infinitive(toks, phrase)):
        return at
    taken = phrase.end < len(toks) and toks[phrase.end].link is Link.OPEN and is_finite(toks, phrase.end)
    return at if taken else phrase.end


def _is_infinitive(toks: Tokens, phrase: Phrase) -> bool:
    first = toks[phrase.start]
    plural = first.lower.endswith("s") and phrase.end == phrase.start + 1
    return not (first.kind in (Kind.DETERMINER, Kind.PRONOUN) or first.named or plural)


def _leads(given: Sentence, at: int, content: int, place: int) -> bool:
    """Tell whether what is said follows right behind the verb's own words."""
    toks = given.tokens
    if place >= len(toks) or given.marked(place):
        return False
    if toks[place - 1].lower == "that" or toks[at].stem in _WITH_OF:
        return True
    first, object_too = toks[place], toks[at].stem in _WITH_OBJECT
    if first.lower in ASIDES or toks[at].stem in _ONLY_WITH_THAT:
        return False
    if first.kind in (Kind.AUXILIARY, Kind.MODAL, Kind.COORDINATOR) or (
        object_too and first.kind is Kind.PREPOSITION and first.lower != "to"
    ):
        return False
    if is_verb(toks, place) and "g" not in first.forms:
        return False
    return toks[at].stem in _WITH_OBJECT | _WITH_INFINITIVE | _WITH_CLAUSE or _finite_from(toks, content)


def _closes(given: Sentence, place: int) -> bool:
    """Tell whether nothing but a mark or an aside such as "when asked" follows the verb's own words."""
    toks = given.tokens
    return place == len(toks) or given.marked(place) or toks[place].lower in ASIDES


def _relative_end(given: Sentence, relative: int, content: int) -> int | None:
    """Return where "X, who said P," ends."""
    if given.tokens[relative].link is not Link.COMMA:
        return None
    marks = (at for at in range(content + 1, len(given.tokens)) if given.tokens[at].link is Link.COMMA)
    return next(marks, None)
