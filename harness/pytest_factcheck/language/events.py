"""What a verb says: who does it, to whom, and in which voice, for one verb of a sentence.

It reads word order and no more. A verb in a form that may be a noun counts only where a verb can stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Phrase, Tokens, is_verb, phrase_at
from pytest_factcheck.language.subjects import Subject, group_start, subject_of
from pytest_factcheck.language.tables import word_list

_BE = "be"
_TIMES = word_list("grammar", "times")
_BY = "by"
_PHRASES_BEFORE_BY = 2


@dataclass(frozen=True, slots=True)
class Event:
    """One verb with what stands around it; places are those of tokens.

    `agents` are the phrases behind "by"; `joined` says that they are a list and no name with its apposition.
    """

    verb: int
    group: int
    passive: bool
    subject: Subject
    object: Phrase | None
    agents: tuple[Phrase, ...]
    joined: bool = False

    @property
    def reduced(self) -> bool:
        """Tell whether the verb is a participle that only tells which: "the people killed in it"."""
        return self.passive and self.group == self.verb

    @property
    def start(self) -> int:
        """Return the first token of the event: of its subject, or of its verb group."""
        return min((phrase.start for phrase in self.subject.phrases), default=self.group)


def read_event(tokens: Tokens, verb: int) -> Event | None:
    """Return the event of the verb at `verb`, or None if the word is no verb there."""
    token = tokens[verb]
    group = group_start(tokens, verb)
    if not token.forms and not _base_form_is_verb(tokens, verb, group):
        return None
    if token.link is Link.JOINED and "n" in token.forms:
        return None
    by = _by(tokens, verb)
    auxiliaries = [word for word in tokens[group:verb] if word.kind is Kind.AUXILIARY]
    passive_aux = bool(auxiliaries) and auxiliaries[-1].stem in (_BE, "get")
    reduced = "n" in token.forms and not auxiliaries and not _modal_or_to(tokens, group, verb) and by >= 0
    passive = "n" in token.forms and (passive_aux or reduced)
    subject = subject_of(tokens, verb, reduced=reduced)
    agents, joined = _list_at(tokens, by + 1) if passive and by >= 0 else ((), False)
    return Event(verb, group, passive, subject, None if passive else _object(tokens, verb), agents, joined)


def _base_form_is_verb(tokens: Tokens, verb: int, group: int) -> bool:
    """Tell whether a word with no verb's ending stands where verbs do: "to lead", "X leads"."""
    if tokens[verb].kind is not Kind.WORD:
        return False
    if _modal_or_to(tokens, group, verb):
        return True
    if any(token.kind is Kind.AUXILIARY for token in tokens[group:verb]):
        return False
    if group == 0 or tokens[group].link not in (Link.OPEN, Link.COMMA):
        return False
    before = tokens[group - 1]
    return before.kind in (Kind.RELATIVE, Kind.PRONOUN, Kind.WORD) or before.lower == "to"


def _modal_or_to(tokens: Tokens, group: int, verb: int) -> bool:
    modal = any(token.kind is Kind.MODAL or token.stem == "do" for token in tokens[group:verb])
    return modal or (group > 0 and tokens[group - 1].lower == "to")


def _object(tokens: Tokens, verb: int) -> Phrase | None:
    at = verb + 1
    if at >= len(tokens) or tokens[at].link is not Link.OPEN:
        return None
    return phrase_at(tokens, at)


def _by(tokens: Tokens, verb: int) -> int:
    """Return the place of the "by" that names the doer, or -1."""
    at = verb + 1
    for _ in range(_PHRASES_BEFORE_BY + 1):
        while at < len(tokens) and tokens[at].kind is Kind.ADVERB and tokens[at].link is Link.OPEN:
            at += 1
        if at >= len(tokens) or tokens[at].link is not Link.OPEN or tokens[at].kind is not Kind.PREPOSITION:
            return -1
        if tokens[at].lower == _BY:
            return at if _is_doer(tokens, phrase_at(tokens, at + 1)) else -1
        phrase = phrase_at(tokens, at + 1)
        if phrase is None:
            return -1
        at = phrase.end
    return -1


def _is_doer(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Tell whether "by" names somebody, and no time, amount or deed ("by Friday", "by leading")."""
    if phrase is None:
        return False
    head = tokens[phrase.head]
    first = tokens[phrase.first]
    return (
        head.lower not in _TIMES
        and head.kind is not Kind.NUMBER
        and not (first.forms == "g" and first == head)
    )


def _list_at(tokens: Tokens, start: int) -> tuple[tuple[Phrase, ...], bool]:
    """Return the phrases of a list or an apposition, and whether "and" joins them."""
    found: list[Phrase] = []
    joined = False
    at = start
    while (phrase := phrase_at(tokens, at)) is not None:
        found.append(phrase)
        end = phrase.end
        if end >= len(tokens):
            break
        if tokens[end].kind is Kind.COORDINATOR and tokens[end].link in (Link.OPEN, Link.COMMA):
            if _verb_follows(tokens, end + 1):
                break
            joined, at = True, end + 1
        elif (
            tokens[end].link is Link.COMMA
            and not is_verb(tokens, end)
            and _closes(tokens, phrase_at(tokens, end))
        ):
            at = end
        else:
            break
    return tuple(found), joined


def _verb_follows(tokens: Tokens, at: int) -> bool:
    """Tell whether what "and" joins at `at` is a clause: a verb, or a noun with a verb behind it."""
    if at >= len(tokens) or tokens[at].forms or tokens[at].kind in (Kind.AUXILIARY, Kind.MODAL):
        return True
    phrase = phrase_at(tokens, at)
    if phrase is None or phrase.end >= len(tokens):
        return phrase is None
    follower = tokens[phrase.end]
    finite = "p" in follower.forms or follower.kind in (Kind.AUXILIARY, Kind.MODAL)
    return finite and follower.link is Link.OPEN


def _closes(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Tell whether a mark or "and" follows the phrase, so that no clause begins with it."""
    if phrase is None or tokens[phrase.start].kind is Kind.PRONOUN:
        return False
    if phrase.end >= len(tokens):
        return True
    follower = tokens[phrase.end]
    return follower.link in (Link.COMMA, Link.BREAK) or follower.kind in (Kind.COORDINATOR, Kind.PREPOSITION)
