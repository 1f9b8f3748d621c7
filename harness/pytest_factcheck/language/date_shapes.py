"""The shapes in which English writes dates: one pattern for all of them, built from the calendar's names.

A shape says which words stand where. Which days are meant, and whether the context makes it a date at all,
is for `dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pytest_factcheck.language.tables import table

_TABLE = table("calendar")
_CARDINALS: dict[str, int] = table("numbers")["cardinals"]
_SMALL = {word: value for word, value in _CARDINALS.items() if 0 < value <= 20} | {"a": 1, "an": 1}


def _names(section: str, *, first: bool) -> dict[str, int]:
    """Return the full names (`first`) or the short ones of a section, as written and in capitals."""
    rows: dict[str, str] = _TABLE[section]
    parts = slice(0, 1) if first else slice(1, None)
    names = {name: int(number) for number, row in rows.items() for name in row.split()[parts]}
    return names | {name.upper(): number for name, number in names.items()}


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_FULL_MONTHS, _SHORT_MONTHS = _names("months", first=True), _names("months", first=False)
_FULL_WEEKDAYS, _SHORT_WEEKDAYS = _names("weekdays", first=True), _names("weekdays", first=False)
MONTHS = _FULL_MONTHS | _SHORT_MONTHS
WEEKDAYS = _FULL_WEEKDAYS
SEASONS: dict[str, list[int]] = _TABLE["seasons"]
PARTS: dict[str, list[int]] = _TABLE["parts"]
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
HALVES = {"first": 1, "second": 2}

_GAP = r"[ \t\u00a0]?+\n?+[ \t\u00a0]*+"  # soft wraps part the words of a date too
_SPACE = rf"(?=\s){_GAP}"
_COMMA = rf"(?:[ ]?,{_GAP}|{_SPACE})"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DAY_MARK = r"(?:st|nd|rd|th)?+"
_YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9])"
_END = r"(?![^\W\d_])"
_MONTH = rf"(?:(?:{_any(_FULL_MONTHS)}){_END}|(?:{_any(_SHORT_MONTHS)}){_END}\.?+)"
_WEEKDAY = rf"(?:(?:{_any(_FULL_WEEKDAYS)}){_END}|(?:{_any(_SHORT_WEEKDAYS)}){_END}\.?+)"
_PART = (
    rf"(?:(?i:the{_SPACE})?+(?i:beginning|start|middle|end){_SPACE}of{_SPACE}(?:the{_SPACE})?+"
    rf"|(?i:early|mid|late)(?:-|{_SPACE}(?:in{_SPACE})?+(?:the{_SPACE})?+))"
)
_SEASON = rf"(?i:{_any(SEASONS)})(?![^\W\d_])"
_STEP = r"(?i:last|next|this)"
_OF = rf"(?:{_SPACE}of(?:{_SPACE}the)?+{_SPACE}|{_COMMA})"

_WHICH_QUARTER = rf"(?:the{_SPACE})?+(?P<quarter_word>{_any(QUARTERS)}){_SPACE}quarter"
_WHICH_HALF = rf"(?:the{_SPACE})?+(?P<half_word>{_any(HALVES)}){_SPACE}half"
_COUNT = rf"[0-9]{{1,3}}|(?i:{_any(_SMALL)})"

# In order: where two shapes begin at one place, the one that says more stands first.
_SHAPES = {
    "iso": rf"(?P<iso_year>{_YEAR})-(?P<iso_month>[01][0-9])-(?P<iso_day>[0-3][0-9])(?![0-9])",
    "slashed": r"(?P<slashed_one>[0-9]{1,2})(?P<slashed_mark>[/.])(?P<slashed_two>[0-9]{1,2})"
    rf"(?P=slashed_mark)(?P<slashed_year>{_YEAR})",
    "day": rf"(?:{_WEEKDAY}{_COMMA})?+(?:the{_SPACE})?+(?P<day_day>{_DAY}){_DAY_MARK}"
    rf"(?:[-–](?P<day_last>{_DAY}){_DAY_MARK})?+(?:{_SPACE}of)?+{_SPACE}(?P<day_month>{_MONTH})"
    rf"(?:{_COMMA}(?P<day_year>{_YEAR}))?",
    "month_day": rf"(?:{_WEEKDAY}{_COMMA})?+(?P<month_day_month>{_MONTH}){_SPACE}(?P<month_day_day>{_DAY})"
    rf"(?![0-9]){_DAY_MARK}(?:[-–](?P<month_day_last>{_DAY}){_DAY_MARK})?+(?![\w%]|[.,:][0-9])"
    rf"(?:{_COMMA}(?P<month_day_year>{_YEAR}))?",
    "month": rf"(?P<month_part>{_PART})?(?P<month_month>{_MONTH}){_OF}(?P<month_year>{_YEAR})",
    "quarter": rf"(?:Q(?P<quarter_digit>[1-4])|{_WHICH_QUARTER}){_OF}(?P<quarter_year>{_YEAR})",
    "half": rf"(?:H(?P<half_digit>[12])|{_WHICH_HALF}){_OF}(?P<half_year>{_YEAR})",
    "season": rf"(?P<season_part>{_PART})?(?P<season_season>{_SEASON}){_OF}(?P<season_year>{_YEAR})",
    "decade": rf"(?P<decade_part>{_PART})?(?P<decade_year>[12][0-9]{{2}}0)['’]?s(?!\w)",
    "century": rf"(?P<century_part>{_PART})?(?P<century_number>1?[0-9]|2[0-2])(?:st|nd|rd|th)"
    rf"(?:-|{_SPACE})century(?!\w)",
    "years": rf"(?P<years_first>{_YEAR})[-–/](?P<years_last>{_YEAR}|[0-9]{{2}}(?![0-9]))",
    "year": rf"(?P<year_part>{_PART})?(?P<year_year>{_YEAR})",
    "month_alone": rf"(?:(?P<month_alone_step>{_STEP}){_SPACE}|(?P<month_alone_part>{_PART}))?"
    rf"(?P<month_alone_month>{_MONTH})",
    "weekday": rf"(?:(?P<weekday_step>{_STEP}){_SPACE})?(?P<weekday_weekday>{_any(_FULL_WEEKDAYS)})",
    "day_word": r"(?P<day_word_word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)",
    "part_of_day": rf"(?P<part_of_day_step>{_STEP}){_SPACE}(?:morning|afternoon|evening|night)",
    "span": rf"(?P<span_step>{_STEP}){_SPACE}(?P<span_unit>week|weekend|month|year)",
    "ago": rf"(?P<ago_count>{_COUNT}){_SPACE}(?P<ago_unit>day|week|month|year)s?{_SPACE}ago",
}
_FIRST_WORDS = [
    *("post", "pre", "the", "Q", "H", "last", "next", "this", "yesterday", "today", "tomorrow", "tonight"),
    *(name.lower() for name in (*MONTHS, *_FULL_WEEKDAYS, *_SHORT_WEEKDAYS)),
    *(*SEASONS, *PARTS, *QUARTERS, *_SMALL),
]


def _beginnings(words: Iterable[str]) -> str:
    """Return a pattern for how `words` begin: three letters, or one with a digit or white space behind it."""
    following: dict[str, set[str]] = {}
    for word in words:
        following.setdefault(word[0].lower(), set()).add(word[1:3].lower() or r"[0-9\s]")
    rows = (
        f"[{first}{first.upper()}](?i:{'|'.join(sorted(others))})"
        for first, others in sorted(following.items())
    )
    return "|".join(rows)


_ANY_SHAPE = "|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items())
# What any date holds: a text without it is not worth reading for one.
WORTH_READING = re.compile(
    rf"[0-9]|\b(?:{_any(MONTHS)}|{_any(WEEKDAYS)}|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|ago|"
    rf"{_STEP}\s+(?:morning|afternoon|evening|night|week|weekend|month|year))\b"
)
# A mark, a letter or a digit right before makes a part of something else; so it does right behind.
PATTERN = re.compile(
    rf"(?<![\w@#$€£/\\.,:=+-])(?=[0-9]|{_beginnings(_FIRST_WORDS)})(?P<prefix>(?i:post|pre)-)?"
    rf"(?:{_ANY_SHAPE})(?![\w%]|[.,:/][0-9]|[-–][0-9])"
)


def small_number(word: str) -> int:
    """Return the number that `word` is, in digits or in letters up to twenty."""
    return int(word) if word.isdigit() else _SMALL[word.lower()]
