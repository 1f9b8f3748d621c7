"""Drift: what differs between a quote and the words that stand in its place, and whether it matters.

A similarity says nothing about meaning: with "not" put in, a sentence is 99 % the same. So the difference
is taken token by token and labelled: number, date, negation, modal, quantifier, name, or other words. Which
differences are tolerable is not decided here. The word lists are in `data/drift.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.resources import files

KINDS = ("number", "date", "negation", "modal", "quantifier", "name", "words")

_DATA = tomllib.loads(files("pytest_factcheck").joinpath("data/drift.toml").read_text("utf-8"))
_LISTED = tuple(
    (
        kind,
        frozenset(_DATA[kind]["words"] + _DATA[kind].get("verbs", [])),
        tuple(_DATA[kind].get("endings", ())),
    )
    for kind in ("negation", "modal", "quantifier", "number", "date")
)
_DENYING_VERBS = frozenset(_DATA["negation"]["verbs"])
_DATE_NAMES = frozenset(_DATA["date"]["names"])
_NUMBER_SIGNS = frozenset(_DATA["number"]["signs"])
_NEVER_NAMES = frozenset(_DATA["name"]["never"])

# A number with its sign, a word with its apostrophes, or any other single character. Dates and times in
# digits are one number.
_NUMBER = r"(?:(?<!\w)[-+])?\d+(?:[.,:/'-]\d+)*"
_MARK = r"[^\w\s!-~\u00a0-\u00bf\u2000-\u2bff\u3000-\u303f\U0001f000-\U0001faff]"
_WORD = rf"[^\W\d_](?:[^\W\d_]|{_MARK}|'(?=[^\W\d_]))*"
_TOKEN = re.compile(rf"{_NUMBER}|{_WORD}|\S")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/\d{2,4}")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind (one of `KINDS`), the quote's words and the text's; either may be empty."""

    kind: str
    quoted: str
    found: str


@dataclass(frozen=True, slots=True)
class Token:
    """A number, word or sign of a folded text, and which kind of change it would be."""

    text: str
    kind: str


def changes(quoted: str, found: str) -> tuple[Change, ...]:
    """Return what differs, in the order of the text; empty only if all tokens are equal.

    Args:
        quoted: The quote, folded.
        found: What the text has in its place, folded.
    """
    ours, theirs = tokens(quoted), tokens(found)
    ours, theirs = _unequal_middle(ours, theirs)
    return tuple(_changes(ours, theirs))


def same_facts(quoted: str, found: str) -> bool:
    """Tell whether two texts that have the same letters also have the same numbers and negations.

    Letters alone do not tell 1.5 from 15, -5 from 5, or "not able" from "notable". Verbs such as "failed"
    do not count, because a space more or less makes no other word of them.
    """
    ours, theirs = tokens(quoted), tokens(found)
    return _numbers(ours) == _numbers(theirs) and _negations(ours) == _negations(theirs)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a folded text with their kinds."""
    words = _TOKEN.findall(text)
    return [Token(word, _kind(words, at)) for at, word in enumerate(words)]


def _kind(words: Sequence[str], at: int) -> str:
    word = words[at]
    if any(character.isdecimal() for character in word):
        return "date" if _in_date(words, at) else "number"
    if word in _NUMBER_SIGNS:
        return "number"
    if word in _DATE_NAMES:
        return "date"
    lowered = word.lower()
    for kind, listed, endings in _LISTED:
        if lowered in listed or (endings and lowered.endswith(endings)):
            return kind
    return "name" if word[0].isupper() and lowered not in _NEVER_NAMES else "words"


def _in_date(words: Sequence[str], at: int) -> bool:
    if _YEAR.fullmatch(words[at]) or _DATE.fullmatch(words[at]):
        return True
    return any(word in _DATE_NAMES for word in words[max(0, at - 1) : at + 2])


def _unequal_middle(ours: list[Token], theirs: list[Token]) -> tuple[list[Token], list[Token]]:
    """Leave out what is equal at the start and at the end, on which the diff would spend most of its time."""
    shorter = min(len(ours), len(theirs))
    start = next((at for at in range(shorter) if ours[at] != theirs[at]), shorter)
    end = 0
    while end < shorter - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    return ours[start : len(ours) - end], theirs[start : len(theirs) - end]


def _changes(ours: list[Token], theirs: list[Token]) -> Iterator[Change]:
    before = [token.text for token in ours]
    after = [token.text for token in theirs]
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _chunk(ours[a:b], theirs[c:d])


def _chunk(ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Change]:
    quoted, found = _joined(ours), _joined(theirs)
    if quoted.lower() == found.lower():
        kinds = {token.kind for token in (*ours, *theirs)}
        yield Change(min(kinds, key=KINDS.index), quoted, found)
        return
    for kind in KINDS:
        quoted = _joined(token for token in ours if token.kind == kind)
        found = _joined(token for token in theirs if token.kind == kind)
        if quoted != found:
            yield Change(kind, quoted, found)


def _joined(words: Iterable[Token]) -> str:
    return " ".join(word.text for word in words)


def _numbers(words: Sequence[Token]) -> list[str]:
    return [
        word.text.replace(",", "") if _GROUPED.fullmatch(word.text) else word.text
        for word in words
        if word.text in _NUMBER_SIGNS or word.text[-1].isdecimal()
    ]


def _negations(words: Sequence[Token]) -> int:
    return sum(word.kind == "negation" and word.text.lower() not in _DENYING_VERBS for word in words)
