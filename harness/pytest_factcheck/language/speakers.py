"""Speakers: which noun phrase of a sentence says something, and whether it can.

It takes the subject of a verb of saying with all that hangs on it, and drops "nobody", "if X said" and the
"that" of "that said". Whose name a pronoun stands for, it does not know.
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Tokens, phrase_before
from pytest_factcheck.language.speech import TIMES, Sentence
from pytest_factcheck.language.subjects import group_start, subject_of
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

_PEOPLE = word_list("names", "titles", "offices", "posts", "roles", "delegates", "bodies")
_UNNAMED = word_list("attribution", "unnamed")
_SPEAKING = _PEOPLE | _UNNAMED | word_list("attribution", "also_speaking", "agencies")
_EMPTY_SUBJECTS = word_list("attribution", "empty_subjects")
_NOBODY = frozenset({"neither", "none", "nobody"})
_CONDITIONS = word_list("cues", "conditions")
_OPENS_CLAUSE = word_list("grammar", "either") - {"for"}


def subject_speaker(given: Sentence, at: int) -> Span | None:
    """Return the subject of a verb of saying, or None where it is no speaker."""
    toks = given.tokens
    start = group_start(toks, at)
    found = subject_of(toks, at, reduced=False)
    if not found.phrases:
        return None
    nearest = found.phrases[0]
    first, last = nearest.start, max(nearest.end, found.phrases[-1].end)
    before = toks[start - 1] if start else None
    apart = "g" in toks[at].forms or (before is not None and before.kind is Kind.RELATIVE)
    if before and before.kind is Kind.PRONOUN and toks[start].link is Link.OPEN:
        first, last = start - 1, start
    elif apart:
        last = nearest.end
    elif before and toks[start].link is Link.OPEN and before.kind not in (Kind.RELATIVE, Kind.COORDINATOR):
        last = max(last, start)
    widened = _widened(toks, first)
    if widened is None:
        return None
    first = widened
    while first < last - 1 and toks[first].lower in TIMES:
        first += 1
    if toks[first].kind is Kind.PREPOSITION:
        first += 1
    if not first < last <= at or _is_no_speaker(toks, first, last):
        return None
    asked = before is not None and before.lower == "who" and toks[first].kind is not Kind.DETERMINER
    return None if asked and not speaks(toks[first:last]) else given.span(first, last)


def _widened(given: Tokens, first: int) -> int | None:
    """Return where a subject begins whose end hangs on a preposition: "sources close to the court".

    None where there is nothing that it hangs on, as in "In Oslo Brandt said".
    """
    while first and given[first].link is Link.OPEN and given[first - 1].kind is Kind.PREPOSITION:
        if given[first].lower in TIMES:
            break
        if given[first - 1].lower in _OPENS_CLAUSE:
            break
        outer = phrase_before(given, first - 1) if given[first - 1].link is Link.OPEN else None
        if outer is None:
            return None
        first = outer.start
    return first


def _is_no_speaker(given: Tokens, first: int, last: int) -> bool:
    around = given[max(0, first - 1) : last]
    denied = any(token.kind is Kind.NEGATOR or token.lower in _NOBODY for token in around)
    supposed = first > 0 and given[first - 1].lower in _CONDITIONS
    return denied or supposed or _is_no_phrase(given[first:last])


def _is_no_phrase(phrase: Sequence[Token]) -> bool:
    """Tell whether words taken for a subject are none: a verb or "than" among them, "that", "further"."""
    if any(token.kind in (Kind.AUXILIARY, Kind.MODAL) or token.lower == "than" for token in phrase):
        return True
    (only, *others) = phrase
    if others:
        return only.kind is Kind.NUMBER and others[0].link is Link.COMMA
    bare = only.kind is Kind.WORD and not only.lower.endswith("s")
    return only.lower in _EMPTY_SUBJECTS or (bare and not speaks(phrase))


def speaks(phrase: Sequence[Token]) -> bool:
    """Tell whether a noun phrase can be somebody who says something."""
    return any(
        token.named or token.kind is Kind.PRONOUN or token.country or token.lower in _SPEAKING
        for token in phrase
    )


def speaks_for_sure(phrase: Sequence[Token]) -> bool:
    """Tell whether a noun phrase names a speaker by what he is, and not by a name that may be a place's."""
    return bool(phrase) and any(token.lower in _SPEAKING for token in (phrase[0], phrase[-1]))


def is_unnamed(phrase: Sequence[Token]) -> bool:
    """Tell whether a speaker stays unnamed: "a Ukrainian source", "officials"."""
    names = (token.named and not token.country for token in phrase[1:])
    return any(token.lower in _UNNAMED for token in phrase) and not any(names)
