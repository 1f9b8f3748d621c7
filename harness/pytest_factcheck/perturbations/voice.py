"""The passive for the active and back: "Berg accused Ross" and "Ross was accused by Berg".

Only a sentence of one clause whose verb is in the past and in the table, between two names or simple noun
phrases: a few words behind "the" or "a". Anything that hangs on either of them, or that reads otherwise with
the parties in another order ("his", a negation, "only"), leaves the sentence as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_factcheck.language.counted import is_plural
from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.cues import BLOCKING, CueKind, read_cues
from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.phrases import Phrase, is_possessive
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem
from pytest_factcheck.perturbations.inflection import base_of_past, participle_of, past_of
from pytest_factcheck.perturbations.mutant import Mutant, distinct, rewritten
from pytest_factcheck.perturbations.statements import (
    finite_verbs,
    in_one_breath,
    inside,
    is_name,
    is_plain,
    keeps_facts,
)
from pytest_factcheck.perturbations.tables import pool

_VERBS = pool("passive", "verbs")
_PASTS = {past_of(verb): verb for verb in _VERBS}
_PARTICIPLES = {participle_of(verb): verb for verb in _VERBS}
_BEFORE_ADJUNCT = frozenset(pool("passive", "before_adjunct"))
_UNCLEAR_NUMBER = frozenset(pool("passive", "unclear_number"))
_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an"})
_THINGS = frozenset(pool("fronted", "things"))
_TIMES = word_list("grammar", "times")
_DOERS = frozenset(
    map(stem, word_list("names", "offices", "posts", "roles", "bodies") | {*pool("passive", "doers")})
)
_NOT_BESIDE = frozenset({Kind.RELATIVE, Kind.SUBORDINATOR, Kind.NEGATOR, Kind.MODAL, Kind.PRONOUN})
_LIMITING = BLOCKING - {CueKind.FAILURE, CueKind.DENIAL}  # "rejected" is a deed like another here
_LONGEST = 3  # words of a simple noun phrase behind its article


def passive(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence in the passive if it is active and in the active if it is passive, or nothing."""
    own = tokens(sentence)
    blocked = any(cue.kind in _LIMITING for cue in read_cues(own))
    if (
        not is_plain(sentence)
        or not in_one_breath(own)
        or any(_unsure(own, at) for at in range(len(own)))
        or blocked
    ):
        return ()
    verbs = finite_verbs(own)
    if len(verbs) != 1:
        return ()
    found = (
        mutant
        for text in (*_to_passive(sentence, own, verbs[0]), *_to_active(sentence, own, verbs[0]))
        if keeps_facts(sentence, text)
        for mutant in rewritten(sentence, "passive", text)
    )
    return distinct(sentence, found)


def _unsure(own: Sequence[Token], at: int) -> bool:
    """Tell whether a word may mean something else with the parties in another order: "of lying" does not."""
    token = own[at]
    reflexive = token.lower.endswith(("self", "selves"))
    doing = token.forms == "g" and (at == 0 or own[at - 1].lower != "of")
    return token.kind in _NOT_BESIDE or is_possessive(token) or doing or reflexive


def _to_passive(sentence: str, own: Sequence[Token], verb: int) -> Iterator[str]:
    base = base_of_past(own[verb].lower)
    event = read_event(own, verb) if _PASTS.get(own[verb].lower) == base else None
    if event is None or event.passive or event.object is None or event.group != verb:
        return
    doers, target = _doers(own, event), event.object
    if not doers or not all(_is_simple(own, phrase) for phrase in (*doers, target)):
        return
    number, behind = _number(own, target), inside(sentence)
    if number and behind and _ends_well(sentence, own, target):
        agent = behind[: doers[-1].span(own).end]
        yield _joined(sentence, own, target, f"{number} {participle_of(base)} by {agent}")


def _to_active(sentence: str, own: Sequence[Token], auxiliary: int) -> Iterator[str]:
    verb = auxiliary + 1
    base = _PARTICIPLES.get(own[verb].lower) if verb < len(own) else None
    event = read_event(own, verb) if base and own[auxiliary].lower in {"was", "were"} else None
    if event is None or not base or not event.passive or event.group != auxiliary:
        return
    targets = _doers(own, event)
    if len(targets) != 1 or len(event.agents) != 1 or event.agents[0].start != verb + 2:
        return
    target, doer, behind = targets[0], event.agents[0], inside(sentence)
    simple = _is_simple(own, target) and _is_simple(own, doer) and _acts(own, doer)
    agrees = _number(own, target) == own[auxiliary].lower
    if behind and simple and agrees and _ends_well(sentence, own, doer):
        yield _joined(sentence, own, doer, f"{past_of(base)} {behind[: target.span(own).end]}")


def _doers(own: Sequence[Token], event: Event) -> tuple[Phrase, ...]:
    """Return the subject, or two that "and" joins, if the sentence opens with it and the verb follows."""
    subject, found = event.subject, event.subject.phrases
    sure = subject.sure and subject.done and not subject.apposed and len(found) in (1, 2)
    if not sure or found[0].start or found[-1].end != event.group:
        return ()
    between = own[found[0].end : found[-1].start]
    return found if [token.lower for token in between] == ["and"] * (len(found) - 1) else ()


def _joined(sentence: str, own: Sequence[Token], opening: Phrase, rest: str) -> str:
    """Return the sentence with a phrase first, then `rest`, and then what stood behind the phrase."""
    span = opening.span(own)
    first = span.of(sentence)
    return f"{first[:1].upper()}{first[1:]} {rest}{sentence[span.end :]}"


def _is_simple(own: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is a name or an article with a few words that are no numbers."""
    words, article = own[phrase.first : phrase.end], own[phrase.start : phrase.first]
    linked = all(token.link in (Link.OPEN, Link.JOINED) for token in own[phrase.start + 1 : phrase.end])
    open_words = all(token.kind is Kind.WORD and token.lower not in _TIMES for token in words)
    if not linked or not open_words:
        return False
    if not article:
        return is_name(own, phrase.first) and all(token.named for token in words)
    common = len(words) <= _LONGEST and not any(token.forms for token in words)
    people = own[phrase.head].country and not is_country_name(own[phrase.head].text)
    return common and len(article) == 1 and article[0].lower in _ARTICLES and not people


def _acts(own: Sequence[Token], doer: Phrase) -> bool:
    """Tell whether what stands behind "by" is somebody: "by the river" says where."""
    return own[doer.head].named or own[doer.head].stem in _DOERS


def _number(own: Sequence[Token], phrase: Phrase) -> str:
    """Return "was" or "were", whichever the phrase takes, or nothing where that is not certain."""
    head = own[phrase.head]
    article = own[phrase.start].lower if phrase.start < phrase.first else ""
    looks_plural = is_plural(head.lower)
    if article in _INDEFINITE:
        return "" if looks_plural or head.lower in _UNCLEAR_NUMBER else "was"
    if is_country_name(head.text):
        return "was"
    if head.lower in _UNCLEAR_NUMBER and not head.named:
        return ""
    if head.named:
        several = looks_plural and (bool(article) or phrase.head == phrase.first)
        return "" if several else "was"
    return "were" if looks_plural else "was"


def _ends_well(sentence: str, own: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether the sentence ends with the phrase, or goes on with what belongs to the verb.

    So does what stands behind a name, and a day behind a thing that has none of its own.
    """
    if phrase.end >= len(own):
        return True
    following, head = own[phrase.end], own[phrase.head]
    if following.link is not Link.OPEN or following.lower not in _BEFORE_ADJUNCT:
        return False
    day = phrase.end + 1 < len(own) and own[phrase.end + 1].start in {
        span.start for span in date_spans(sentence)
    }
    return head.named or (day and head.lower in _THINGS)
