"""The subject of a verb: who or what it is said of, as far as word order tells.

It looks left of the verb: over what is inserted between commas, over the phrases that hang on a noun, to the
noun before a relative pronoun, and to the subject shared through "and". Where two readings are left, both
are returned, and `sure` is false; where none is left, nothing is.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import (
    Phrase,
    Tokens,
    is_verb,
    phrase_at,
    phrase_before,
    phrase_head_of,
)
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem

_INSTALLING = frozenset(map(stem, word_list("verbs", "installing")))
_SPEECH = word_list("clauses", "speech_verbs")
_INSERTION = 16  # words between two commas before the verb, at most
_SHARING = 24  # words between a verb and the one that "and" joins to it, at most
_GROUP = frozenset({Kind.ADVERB, Kind.AUXILIARY, Kind.MODAL, Kind.NEGATOR})


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrases that a verb may be said of.

    `joined` phrases act together ("Russia and Ukraine"); if not `sure`, each is one reading. `apposed` holds
    what is set between commas behind the phrase and says the same of it. `done` is false where the verb is an
    infinitive of which nobody says that it came true.
    """

    phrases: tuple[Phrase, ...] = ()
    apposed: tuple[Phrase, ...] = ()
    sure: bool = True
    done: bool = True


NOBODY = Subject()


def group_start(tokens: Tokens, verb: int) -> int:
    """Return where the verb group that ends with `verb` begins: "has not yet been led"."""
    at = verb
    while at > 0 and tokens[at].link is Link.OPEN and tokens[at - 1].kind in _GROUP:
        at -= 1
    return at


def subject_of(tokens: Tokens, verb: int, *, reduced: bool) -> Subject:
    """Return the subject of the verb at `verb`.

    Args:
        tokens: The sentence.
        verb: The place of the verb.
        reduced: The verb is a participle that stands by itself, as in "a team led by".
    """
    start = group_start(tokens, verb)
    alone = reduced or _participle(tokens, start, verb)
    if start == 0:
        return _fronted(tokens, verb) if alone else NOBODY
    if tokens[start].link is Link.OPEN and tokens[start - 1].kind is Kind.RELATIVE:
        return _antecedent(tokens, start - 1)
    if tokens[start].link is Link.OPEN and tokens[start - 1].lower == "to":
        return _controller(tokens, start - 1)
    if alone:
        return _nearest(tokens, start) if reduced else _of_participle(tokens, start)
    return _finite(tokens, start)


def _finite(tokens: Tokens, start: int) -> Subject:
    """Return the subject of a finite verb whose group begins at `start`."""
    if tokens[start].link is Link.COMMA:
        return _over_insertion(tokens, start)
    if tokens[start].link is not Link.OPEN:
        return NOBODY
    if tokens[start - 1].kind is Kind.COORDINATOR:
        return _shared(tokens, start - 1)
    found = phrase_head_of(tokens, start)
    return Subject(found, sure=not (found and _is_object(tokens, found[0].start)))


def _nearest(tokens: Tokens, start: int) -> Subject:
    """Return the noun before a participle that stands by itself, and the noun on which that one hangs."""
    if tokens[start].link not in (Link.OPEN, Link.COMMA):
        return NOBODY
    nearest, whole = phrase_before(tokens, start), phrase_head_of(tokens, start)
    if nearest is None or whole[-1:] == (nearest,):
        return _sure(nearest)
    return Subject((nearest, *whole), sure=False)


def _is_object(tokens: Tokens, start: int) -> bool:
    """Tell whether a noun phrase may be an object: "the unit that assisted the inquiry [was led]"."""
    for at in range(start - 1, max(-1, start - _INSERTION), -1):
        token = tokens[at]
        if at == start - 1 and is_verb(tokens, at) and token.lower not in _SPEECH:
            return True
        if token.kind is Kind.RELATIVE and at > 0 and token.link is Link.OPEN and tokens[at - 1].noun_like:
            return not is_verb(tokens, at - 1)
        if tokens[at + 1].link is not Link.OPEN or token.kind is Kind.SUBORDINATOR:
            return False
    return False


def _participle(tokens: Tokens, start: int, verb: int) -> bool:
    return "g" in tokens[verb].forms and not any(token.kind is Kind.AUXILIARY for token in tokens[start:verb])


def _sure(*phrases: Phrase | None) -> Subject:
    return Subject(tuple(phrase for phrase in phrases if phrase))


def _fronted(tokens: Tokens, verb: int) -> Subject:
    """Return the subject behind the comma: "Led by X, the team arrived"."""
    for at in range(verb + 1, min(len(tokens), verb + _INSERTION)):
        if tokens[at].link is Link.BREAK:
            return NOBODY
        if tokens[at].link is Link.COMMA:
            phrase = phrase_at(tokens, at)
            finite = phrase and phrase.end < len(tokens) and tokens[phrase.end].link is Link.OPEN
            return _sure(phrase) if finite else NOBODY
    return NOBODY


def _antecedent(tokens: Tokens, relative: int) -> Subject:
    """Return the noun that a relative pronoun takes up."""
    if tokens[relative].link is Link.BREAK or tokens[relative].lower == "whose":
        return NOBODY
    if tokens[relative].lower == "that" and tokens[relative].link is not Link.OPEN:
        return NOBODY
    nearest = phrase_before(tokens, relative)
    if nearest is None or is_verb(tokens, nearest.head):
        return NOBODY
    whole = phrase_head_of(tokens, relative)
    if whole == (nearest,):
        return Subject(whole, apposed=_name_before(tokens, nearest))
    return Subject((nearest, *whole), sure=False)


def _name_before(tokens: Tokens, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the phrase that `phrase` explains: "Umerov, the minister, who led"."""
    if tokens[phrase.start].link is not Link.COMMA:
        return ()
    named = phrase_before(tokens, phrase.start)
    return (named,) if named and tokens[named.head].named else ()


def _controller(tokens: Tokens, to: int) -> Subject:
    """Return who does what an infinitive says, if that came true: "they sent X to lead"."""
    installed = phrase_before(tokens, to) if tokens[to].link is Link.OPEN else None
    verb = installed.start - 1 if installed else to - 1
    if verb >= 0 and _installs(tokens, verb):
        return _sure(installed) if installed else subject_of(tokens, verb, reduced=False)
    return Subject(done=False)


def _installs(tokens: Tokens, verb: int) -> bool:
    """Tell whether the verb at `verb` says that somebody was put in charge, in the past."""
    token = tokens[verb]
    group = tokens[group_start(tokens, verb) : verb]
    plain = all(word.kind in (Kind.AUXILIARY, Kind.ADVERB) for word in group)
    return token.stem in _INSTALLING and bool(token.forms) and "g" not in token.forms and plain


def _of_participle(tokens: Tokens, start: int) -> Subject:
    """Return the subject of a form in -ing: the noun before it, or the clause's subject before a comma."""
    link = tokens[start].link
    nearest = phrase_before(tokens, start)
    if link is Link.OPEN:
        return _sure(nearest)
    if link is not Link.COMMA:
        return NOBODY
    first = _clause_opening(tokens, start)
    if nearest and first == nearest:
        return _sure(nearest)
    found = tuple(phrase for phrase in (first, nearest) if phrase)
    return Subject(found, sure=len(found) == 1 and nearest is None)


def _clause_opening(tokens: Tokens, end: int) -> Phrase | None:
    """Return the first noun phrase of the stretch before `end` that no mark but a comma parts."""
    at = end - 1
    while at > 0 and not _opens_clause(tokens, at):
        at -= 1
    while at < end and tokens[at].kind in (Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.ADVERB):
        at += 1
    phrase = phrase_at(tokens, at)
    return phrase if phrase and phrase.end <= end else None


def _opens_clause(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.link is Link.BREAK or token.kind is Kind.SUBORDINATOR


def _over_insertion(tokens: Tokens, start: int) -> Subject:
    """Return the subject before what is set between commas: "X, the minister, led"."""
    for at in range(start - 1, max(0, start - _INSERTION), -1):
        if tokens[at].link is Link.BREAK:
            break
        if tokens[at].link is Link.COMMA:
            named = phrase_head_of(tokens, at)
            inserted = None if is_verb(tokens, at) else phrase_at(tokens, at)
            apposed = (inserted,) if inserted and tokens[at].kind in (Kind.DETERMINER, Kind.WORD) else ()
            return Subject(named, apposed) if len(named) == 1 else Subject(named, apposed, sure=False)
    return NOBODY


def _shared(tokens: Tokens, conjunction: int) -> Subject:
    """Return the subject that "and" hands on: "X met the press and led the team"."""
    if phrase_before(tokens, conjunction) is None and not is_verb(tokens, conjunction - 1):
        return NOBODY
    for at in range(conjunction - 1, max(0, conjunction - _SHARING), -1):
        token = tokens[at]
        if token.link is Link.BREAK or token.kind is Kind.SUBORDINATOR:
            return NOBODY
        if "p" in token.forms and is_verb(tokens, at):
            return subject_of(tokens, at, reduced=False) if token.link is not Link.COMMA else NOBODY
    return NOBODY
