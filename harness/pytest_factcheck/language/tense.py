"""Whether a sentence speaks of the past or the future at one place: which Friday is meant depends on it.

It reads the nearest verb by its form and knows no grammar beyond that.
"""

from __future__ import annotations

import re
from enum import StrEnum

from pytest_factcheck.language.date_shapes import WEEKDAYS
from pytest_factcheck.language.sentences import split
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.verbs import is_past
from pytest_factcheck.language.words import is_function_word

_WORD = re.compile(r"n['’]t\b|['’]ll\b|[^\W_]++(?:['’][^\W_]++)*+")
_FUTURE = frozenset(table("calendar")["tense"]["future"].split())
_UNCLEAR = frozenset(table("calendar")["tense"]["unclear"].split())
_PAST = frozenset({"was", "were", "had", "did", "has", "have"})
_AROUND = 300  # code points on both sides in which the sentence is looked for


class Tense(StrEnum):
    """What the nearest verb says of the time."""

    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"
    NONE = "none"


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return the tense of the last verb before `start` in its sentence, or of the first one after `end`.

    Words beyond another weekday in the same sentence belong to that one.
    """
    before, after = _surroundings(text, start, end)
    cues = [cue for cue in _cues(before) if cue is not Tense.NONE]
    if cues:
        return cues[-1]
    return next((cue for cue in _cues(after) if cue is not Tense.NONE), Tense.NONE)


def _surroundings(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the words of the sentence before and after a date, up to the next weekday on either side."""
    low = max(0, start - _AROUND, text.rfind("\n", 0, start) + 1)
    line_end = text.find("\n", end)
    high = min(len(text) if line_end < 0 else line_end, end + _AROUND)
    chunk = text[low:high]
    sentence = next((span for span in split(chunk) if span.start <= start - low < span.end), None)
    if sentence is None:
        return [], []
    before = _WORD.findall(chunk[sentence.start : start - low])
    after = _WORD.findall(chunk[end - low : sentence.end])
    return _from_last_weekday(before), _from_last_weekday(after[::-1])[::-1]


def _from_last_weekday(words: list[str]) -> list[str]:
    for at in range(len(words) - 1, -1, -1):
        if words[at] in WEEKDAYS:
            return words[at + 1 :]
    return words


def _cues(words: list[str]) -> list[Tense]:
    """Return what each word says of the time."""
    lowered = [word.lower().replace("’", "'") for word in words]
    return [_cue(lowered, words, at) for at in range(len(words))]


def _cue(lowered: list[str], words: list[str], at: int) -> Tense:
    word = lowered[at]
    if word in _FUTURE or word.endswith("'ll"):
        return Tense.FUTURE
    if word == "to":
        following = words[at + 1] if at + 1 < len(words) else ""
        verb = following == "be" or (following[:1].islower() and not is_function_word(following))
        return Tense.UNCLEAR if verb else Tense.NONE
    if word in _UNCLEAR and words[at] != "May":
        return Tense.UNCLEAR
    passive = at > 0 and lowered[at - 1] == "be"
    return Tense.PAST if not passive and (word in _PAST or is_past(word)) else Tense.NONE
