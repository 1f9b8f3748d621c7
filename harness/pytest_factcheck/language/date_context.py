"""What the words around a date-like phrase make of it: a date, something else, or a limit.

It answers two questions about a place in a text and keeps nothing: is this a date at all, and which word
makes it a limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pytest_factcheck.language.counted import is_plural
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import is_function_word, stem

_CALENDAR = table("calendar")
_LAST_WORD = re.compile(r"([^\W_]++(?:['’][^\W_]++)*+)[\s-]*+\Z")
_NEXT_WORD = re.compile(r"\s++([^\W\d_]++)")
_WINDOW = 40  # code points before a date in which its limit is looked for
_OPENING = re.compile(r"(?:^|[.!?…\n][\"'”’)\]]*+\s*+)[\"'“‘(\[]*+\Z")


def _row(section: str, key: str) -> frozenset[str]:
    return frozenset(_CALENDAR[section][key].split())


_ALONE_AFTER, _AMBIGUOUS = _row("alone", "after"), _row("alone", "ambiguous")
_NOT_WEEKDAY_AFTER, _NOT_WEEKDAY_BEFORE = _row("not_a_weekday", "after"), _row("not_a_weekday", "before")
_YEAR_AFTER = _row("year_or_number", "year_after")
_NUMBER_AFTER = _row("year_or_number", "number_after")
_NUMBER_AFTER_BEFORE_NOUN = _row("year_or_number", "number_after_before_noun")
_NAMED_AFTER = _row("year_or_number", "named_after")
_BEFORE_STEP = _row("not_now", "before_step")
_PEOPLE = frozenset(stem(word) for word in table("numbers")["identifiers"]["people"].split())
_DESIGNATORS = frozenset(table("numbers")["identifiers"]["designators"].split())
_MEASURED = frozenset(
    name
    for units in table("units")["measures"].values()
    for unit in units.values()
    for name in unit.get("names", ())
) | frozenset(table("numbers")["magnitudes"])
_BETWEEN = "|".join(_CALENDAR["bounds"]["between"].split())


def _any_phrase(kind: str) -> str:
    phrases = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in _CALENDAR["bounds"][kind])
    return f"(?P<{kind}>{'|'.join(phrases)})"


_KINDS = "|".join(map(_any_phrase, ("since", "until", "before", "after")))
_BOUND = re.compile(rf"(?<!\w)(?:{_KINDS})(?:[\s-]+(?:{_BETWEEN}))*[\s-]+\Z", re.IGNORECASE)


def word_before(text: str, start: int) -> str:
    """Return the word right before `start`, as written, or an empty string."""
    match = _LAST_WORD.search(text, max(0, start - _WINDOW), start)
    return match[1] if match else ""


def word_after(text: str, end: int) -> str:
    """Return the word right after `end`, if only white space parts them, or an empty string."""
    match = _NEXT_WORD.match(text, end)
    return match[1] if match else ""


def bound(text: str, start: int) -> str:
    """Return "since", "until", "before" or "after" if such a word makes the date at `start` a limit."""
    match = _BOUND.search(text, max(0, start - _WINDOW), start)
    return (match.lastgroup or "") if match else ""


def is_date(text: str, match: re.Match[str]) -> bool:
    """Tell whether this date-like phrase is a date in its context."""
    check = _CHECKS.get(match.lastgroup or "")
    return check is None or check(text, match)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Tell whether four digits are a year and no count, measure or part of a name."""
    if match["year_part"] or match["prefix"]:
        return True
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end())
    noun = after if after.islower() and not is_function_word(after) else ""
    if before in _DESIGNATORS or after.lower() in _MEASURED:
        return False
    if before in _NUMBER_AFTER and not bound(text, match.start()):
        return False
    if not 1600 <= int(match["year_year"]) < 2100:
        return before in _YEAR_AFTER and not noun
    return not (is_plural(noun) and _counts(before, noun, match["year_year"]))


def _counts(before: str, noun: str, digits: str) -> bool:
    """Tell whether year-like digits before a plural noun count it."""
    if before in _NUMBER_AFTER_BEFORE_NOUN:
        return True
    return before not in _NAMED_AFTER and (digits.endswith("00") or stem(noun) in _PEOPLE)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Tell whether a month stands for a month where neither day nor year is given."""
    if match["month_alone_step"] or match["month_alone_part"]:
        return True
    if word_before(text, match.start()).lower() in _ALONE_AFTER:
        return True
    return match["month_alone_month"].rstrip(".") not in _AMBIGUOUS


def _is_weekday(text: str, match: re.Match[str]) -> bool:
    """Tell whether a weekday is a day, and no magazine, holiday or habit."""
    outside = word_before(text, match.start()) not in _NOT_WEEKDAY_AFTER
    return outside and word_after(text, match.end()) not in _NOT_WEEKDAY_BEFORE


def _is_named_year(text: str, match: re.Match[str]) -> bool:
    """Tell whether the year behind a comma is one: not so in "In May, 2000 people died"."""
    year, noun = match[f"{match.lastgroup}_year"], word_after(text, match.end())
    behind_comma = year and "," in match[0][: -len(year)].rstrip()[-1:]
    return not (behind_comma and noun.islower() and is_plural(noun) and _counts("", noun, year))


def _is_day_of_month(text: str, match: re.Match[str]) -> bool:
    """Tell whether "May 20" is a day: not so in "In May 20 people died"."""
    if match["month_day_year"]:
        return _is_named_year(text, match)
    if word_before(text, match.start()).lower() != "in":
        return True
    return not word_after(text, match.end())


def _is_day_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether "today" is a day: a capital inside a sentence makes it a name ("USA Today")."""
    opening = _OPENING.search(text, max(0, match.start() - _WINDOW), match.start())
    return match[0].islower() or opening is not None


def _is_step(text: str, match: re.Match[str]) -> bool:
    """Tell whether "last week" counts from today, not so in "the last week of the war"."""
    return word_before(text, match.start()).lower() not in _BEFORE_STEP


_CHECKS: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "year": _is_year,
    "month_alone": _is_month,
    "weekday": _is_weekday,
    "month": _is_named_year,
    "day": _is_named_year,
    "month_day": _is_day_of_month,
    "day_word": _is_day_word,
    "span": _is_step,
    "part_of_day": _is_step,
}
