"""Who did it to whom, the other way round: the subject and the object of one verb change places.

Only two names around a verb in the past that means something else when they are swapped: "A met B" does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.phrases import Phrase
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem
from pytest_factcheck.perturbations.mutant import Mutant, distinct, replaced
from pytest_factcheck.perturbations.tables import pool
from pytest_factcheck.vocabulary import Span

_SYMMETRIC = frozenset(map(stem, pool("symmetric_verbs")))
_SPEECH = word_list("clauses", "speech_verbs")
_DETERMINERS = frozenset({"the"})
_GOES_ELSEWHERE = (Kind.PREPOSITION, Kind.ADVERB, Kind.SUBORDINATOR)
_TIMES = word_list("grammar", "times")


def role(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with doer and target swapped, for each verb that has a name on both sides."""
    own = tokens(sentence)
    found: list[Mutant] = []
    for verb, token in enumerate(own):
        if "p" not in token.forms or token.stem in _SYMMETRIC or token.lower in _SPEECH:
            continue
        event = read_event(own, verb)
        if event is not None:
            found += _swapped(sentence, own, event)
    return distinct(sentence, found)


def _swapped(sentence: str, own: Sequence[Token], event: Event) -> Iterator[Mutant]:
    subject = event.subject
    targets = event.agents if event.passive else (event.object,) if event.object else ()
    if len(subject.phrases) != 1 or not subject.sure or not subject.done or len(targets) != 1:
        return
    doer, target = subject.phrases[0], targets[0]
    plain = _plain_verb(own, event, doer) and doer.end <= event.verb < target.start
    if plain and _is_name(own, doer) and _is_name(own, target) and _ends_there(own, target):
        yield _exchanged(sentence, own, doer, target)


def _plain_verb(own: Sequence[Token], event: Event, doer: Phrase) -> bool:
    """Tell whether the verb stands right behind its subject, and agrees with any other in number."""
    group = own[event.group : event.verb]
    singular = all(token.lower in {"was", "had", "did"} or token.kind is Kind.ADVERB for token in group)
    return doer.end == event.group and singular and (bool(group) == event.passive)


def _is_name(own: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase names one thing: capitalised throughout, behind "the" perhaps."""
    words = own[phrase.first : phrase.end]
    article = own[phrase.start : phrase.first]
    opening = phrase.start == 0 and not article and len(words) == 1 and words[0].lower.endswith("s")
    named = all(token.named and token.kind is Kind.WORD and token.lower not in _TIMES for token in words)
    people = words[-1].country and any(token.lower in _DETERMINERS for token in article)
    begun = phrase.start == 0 or own[phrase.start].link in (Link.OPEN, Link.BREAK, Link.COMMA)
    ruled = all(token.lower in _DETERMINERS for token in article)
    return named and begun and ruled and not (opening and not words[0].country) and not people


def _ends_there(own: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether nothing goes on with the object: no genitive, no list, no verb of its own."""
    if phrase.end >= len(own):
        return True
    following = own[phrase.end]
    if following.link in (Link.BREAK, Link.COMMA):
        return following.link is Link.BREAK or following.kind not in (Kind.RELATIVE, Kind.WORD)
    return following.link is Link.OPEN and following.kind in _GOES_ELSEWHERE


def _exchanged(sentence: str, own: Sequence[Token], first: Phrase, second: Phrase) -> Mutant:
    one, other = first.span(own), second.span(own)
    left, right = one.of(sentence), other.of(sentence)
    if first.start == 0:
        left = left if own[0].named and first.first == 0 else left[:1].lower() + left[1:]
        right = right[:1].upper() + right[1:]
    after = right + sentence[one.end : other.start] + left
    return replaced(sentence, "role", Span(one.start, other.end), after)
