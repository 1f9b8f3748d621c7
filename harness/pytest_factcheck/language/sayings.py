"""Sayings: each place of a sentence where somebody says something: who, with which word, and what is said.

A saying is found by its verb, its noun ("the claim that"), "according to" or "reportedly". It knows nobody's
name, and of two readings that word order allows it takes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pytest_factcheck.language.grammar import Kind, Link, tokens
from pytest_factcheck.language.phrases import phrase_at, phrase_before
from pytest_factcheck.language.speakers import subject_speaker
from pytest_factcheck.language.speech import FORCES, Force, Saying, Sentence, extended, is_saying, turns_aside
from pytest_factcheck.language.speech_verbs import leaves_open, verb_sayings
from pytest_factcheck.language.subjects import group_start
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

_LONGEST = 400  # words; more without an end are no sentence, and reading them takes time by the square
_QUOTED_BEFORE = 12  # words from "quoted" to "as saying", at most
_NOUN_FORCES: dict[str, Force] = {
    **dict.fromkeys(word_list("attribution", "asserting_nouns"), Force.ASSERTED),
    **dict.fromkeys(word_list("attribution", "claiming_nouns"), Force.CLAIMED),
    **dict.fromkeys(word_list("attribution", "denying_nouns"), Force.DENIED),
}
_NOT_SPEAKERS = word_list("attribution", "not_speakers")
_UNNAMED_ADVERBS = word_list("attribution", "unnamed_adverbs")
_GOVERNING = frozenset({"after", "despite", "by"})  # "despite claims that P"


@lru_cache(maxsize=1 << 13)
def sayings(sentence: str) -> tuple[Saying, ...]:
    """Return every saying of a sentence, in the order of their verbs."""
    given = Sentence(sentence, tokens(sentence))
    if len(given.tokens) > _LONGEST:
        return ()
    return tuple(found for at in range(len(given.tokens)) for found in _at(given, at))


def left_open(sentence: str) -> tuple[Span, ...]:
    """Return every word of a sentence behind which nothing is said to be so: "whether", "did not say"."""
    given = Sentence(sentence, tokens(sentence))
    if len(given.tokens) > _LONGEST:
        return ()
    return tuple(token.span for at, token in enumerate(given.tokens) if leaves_open(given, at))


def _at(given: Sentence, at: int) -> Iterator[Saying]:
    """Yield the saying whose verb, noun or adverb stands at a place."""
    token = given.tokens[at]
    if token.lower == "according":
        yield from _according(given, at)
    elif token.lower in _UNNAMED_ADVERBS:
        if at + 1 < len(given.tokens) and is_saying(given.tokens, at + 1):
            return
        yield Saying(None, token.span, Force.CLAIMED, given.up_to(at), given.on_from(at + 1))
    elif token.lower == "saying" and at and given.tokens[at - 1].lower == "as":
        yield from _quoted_as(given, at)
    elif is_saying(given.tokens, at):
        yield from verb_sayings(given, at)
    elif token.lower in _NOUN_FORCES and _noun_speaks(given, at):
        yield from _noun(given, at)


def _according(given: Sentence, at: int) -> Iterator[Saying]:
    if at + 2 >= len(given.tokens) or given.tokens[at + 1].lower != "to":
        return
    phrase = phrase_at(given.tokens, at + 2)
    if phrase is None or given.tokens[phrase.head].lower in _NOT_SPEAKERS:
        return
    end = extended(given.tokens, phrase)
    opens = at == 0 or given.tokens[at - 1].kind in (Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.RELATIVE)
    goes_on = end < len(given.tokens) and given.marked(end) and not turns_aside(given.tokens[end])
    before = None if opens else given.up_to(at)
    after = given.on_from(end) if goes_on and (opens or given.marked(at)) else None
    yield Saying(given.span(phrase.start, end), given.span(at, at + 2), Force.ASSERTED, before, after)


def _noun_speaks(given: Sentence, at: int) -> bool:
    """Tell whether a noun such as "claim" says what follows, and no denial governs it."""
    phrase = phrase_before(given.tokens, at + 1)
    if phrase is None:
        return False
    governor = given.tokens[phrase.start - 1] if phrase.start else None
    if governor and given.tokens[at].link is not Link.POSSESSIVE:
        hangs = governor.kind is Kind.PREPOSITION and governor.lower not in _GOVERNING
        if hangs or FORCES.get(governor.stem) is Force.DENIED:
            return False
    return _that_behind(given, at + 1) is not None


def _that_behind(given: Sentence, at: int) -> int | None:
    """Return the place of "that" right at `at`, or behind "by X"."""
    if at < len(given.tokens) and given.tokens[at].lower == "by":
        phrase = phrase_at(given.tokens, at + 1)
        at = extended(given.tokens, phrase) if phrase else at
    return at if at < len(given.tokens) and given.tokens[at].lower == "that" else None


def _noun(given: Sentence, at: int) -> Iterator[Saying]:
    token, that = given.tokens[at], _that_behind(given, at + 1)
    if that is None or that + 1 >= len(given.tokens):
        return
    speaker = None
    if that > at + 1:
        speaker = given.span(at + 2, that)
    elif token.link is Link.POSSESSIVE:
        owner = phrase_before(given.tokens, at)
        speaker = owner.span(given.tokens) if owner else None
    yield Saying(speaker, token.span, _NOUN_FORCES[token.lower], None, given.on_from(that + 1))


def _quoted_as(given: Sentence, at: int) -> Iterator[Saying]:
    """Yield the saying of "X was quoted as saying" and "Y quoted X as saying"."""
    quoting = [
        k for k in range(max(0, at - _QUOTED_BEFORE), at - 1) if given.tokens[k].lower in {"quoted", "cited"}
    ]
    if not quoting or at + 1 >= len(given.tokens):
        return
    verb = quoting[-1]
    start = group_start(given.tokens, verb)
    if any(token.stem == "be" for token in given.tokens[start:verb]):
        speaker = subject_speaker(given, verb)
    else:
        phrase = phrase_at(given.tokens, verb + 1)
        speaker = phrase.span(given.tokens) if phrase and phrase.end == at - 1 else None
    content = at + 2 if given.tokens[at + 1].lower == "that" else at + 1
    yield Saying(speaker, given.tokens[at].span, Force.QUOTED, None, given.on_from(content))
