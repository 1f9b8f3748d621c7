"""Sentences of running text: where one ends, as a window for evidence.

A sentence ends at a closing mark that is no part of an abbreviation, an initial, a number or an ellipsis; at
a blank line; and at the end of a line that nothing carries on, as headlines and captions have it. This
module knows abbreviations and line ends and no grammar; quotes are never found with it, so that a wrong
boundary costs context and not a place.
"""

from __future__ import annotations

import re

from pytest_factcheck.language.clauses import clauses
from pytest_factcheck.language.lines import carries_on, opens_item, wrapped_line_ends
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

__all__ = ["clauses", "split"]

_END = re.compile(r"""[.!?…](?:["'”’»)\]]|\[[0-9]{1,3}\])*+\s*+|\n\s*+""")
_TOKEN = re.compile(r"""[^\s("'“‘«\[—–/-]*+\Z""")
_TOKEN_LIMIT = 24  # no abbreviation is longer; it bounds the look back on text without white space
_NEXT_WORD = re.compile(r"""["'“”‘’«»(\[*_]*+([^\W_]++(?:['’][^\W_]++)*+)?+(\.)?""")
_SPEAKER = re.compile(r"(?:[A-Z][\w'’-]*+\s++){1,4}+([a-z]++)")
_CLOCK_ZONE = re.compile(r"[A-Z]\w*+(?: (?:local|standard|daylight|summer))?+ time\b", re.IGNORECASE)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])++\Z")
_SET_APART = re.compile(r"[^\s.…] \Z")  # before the mark of tokenized text: "on Monday . he left"
_QUOTES = frozenset("\"'”’»")

_BEFORE_NAME = word_list("abbreviations", "before_name", "never")
_BEFORE_NUMBER = word_list("abbreviations", "before_number")
_CALENDAR = word_list("abbreviations", "calendar")
_AFTER_NAME = word_list("abbreviations", "after_name")
_OPENERS = word_list("abbreviations", "openers")
_AFTER_TIME = word_list("abbreviations", "after_time")
_SPEECH_VERBS = word_list("clauses", "speech_verbs")


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without the white space around them.

    Between two sentences, before the first and after the last there is white space only.
    """
    wraps = wrapped_line_ends(text)
    found: list[Span] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text, start):
        written = match[0].rstrip()
        gap = match[0][len(written) :]
        if not gap or match.end() == len(text) or match.start() in wraps:
            continue
        if _blank_line(gap) or _ends(text, start, match, written, gap):
            found.append(_trimmed(text, start, match.start() + len(written)))
            start = match.end()
    last = _trimmed(text, start, len(text))
    return (*found, last) if last.start < last.end else tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _blank_line(gap: str) -> bool:
    return gap.count("\n") > 1


def _ends(text: str, start: int, match: re.Match[str], written: str, gap: str) -> bool:
    """Tell whether the sentence from `start` ends at this mark or single line end."""
    if not written:
        return not carries_on(text, match.start(), match.end())
    if "\n" in gap and opens_item(text, match.end()):
        return True
    if written[0] in "!?":
        return _ends_at_question(text, match, written)
    return _ends_at_stop(text, start, match, written, gap)


def _ends_at_question(text: str, match: re.Match[str], written: str) -> bool:
    """Tell whether "!" or "?" ends a sentence: not before a small letter, nor before "Smith asked"."""
    if _next_word(text, match.end())[0][:1].islower():
        return False
    speaker = _SPEAKER.match(text, match.end()) if _QUOTES.intersection(written) else None
    return not (speaker and speaker[1] in _SPEECH_VERBS)


def _ends_at_stop(text: str, start: int, match: re.Match[str], written: str, gap: str) -> bool:
    """Tell whether a full stop or an ellipsis ends a sentence."""
    at = match.start()
    word, opens = _next_word(text, match.end())
    token_match = _TOKEN.search(text, max(start, at - _TOKEN_LIMIT), at)
    token = token_match[0] if token_match else ""
    if written == "." and _SET_APART.search(text, max(start, at - 3), at):
        before = _TOKEN.search(text, max(start, at - 1 - _TOKEN_LIMIT), at - 1)
        return word != "" and not (before and before[0] in _BEFORE_NAME)
    if written[0] == "…" or token.endswith(".") or not token:
        return word[:1].isupper() and word != "I"
    if not word and text[match.end()] in ",;:)—–-&":
        return "\n" in gap
    if len(written) > 1:
        return not word[:1].islower()
    if at - len(token) == start and (token.isdigit() or len(token) == 1):
        return False
    verdict = _after_abbreviation(text, match.end(), token, word, opens)
    return ("\n" in gap or not word[:1].islower()) if verdict is None else verdict


def _next_word(text: str, start: int) -> tuple[str, bool]:
    """Return the word at `start`, behind opening marks, and whether it is one that opens sentences."""
    match = _NEXT_WORD.match(text, start)
    word = (match and match[1]) or ""
    initial = match is not None and match[2] is not None and len(word) == 1
    return word, word in _OPENERS and not initial


def _after_abbreviation(text: str, start: int, token: str, word: str, opens: bool) -> bool | None:
    """Tell whether a sentence ends after the abbreviation `token`; None if it is an ordinary word."""
    if token in _BEFORE_NAME:
        return False
    if token in _BEFORE_NUMBER:
        return None if not word[:1].isdigit() else False
    if token in _CALENDAR or token in _AFTER_NAME:
        return opens
    if token.lower() in {"a.m", "p.m"}:
        named = word[:1].isupper() and word not in _AFTER_TIME
        return opens or (named and not _CLOCK_ZONE.match(text, start))
    if _INITIALS.match(token) or (len(token) == 1 and token.isupper()):
        return opens
    return None
