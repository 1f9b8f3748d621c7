"""Readings: what one sentence holds, worked out when it is asked for and kept by the sentence's own words.

A reading counts from the start of its sentence, so that the same sentence in two texts is read once. The day
of publication, from which "Friday" is counted, is the only thing that it takes from outside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from pytest_factcheck.language.clauses import clauses
from pytest_factcheck.language.countries import LONGEST_NAME, country, long_name
from pytest_factcheck.language.cues import Cue, CueKind, read_cues
from pytest_factcheck.language.dates import CalendarInterval, read_dates
from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Token, tokens
from pytest_factcheck.language.quantities import Quantity, read_quantities
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import words
from pytest_factcheck.vocabulary import Passage, Span

LONGEST = 1000  # words; longer than this is no sentence, and reading it would take time by the square
_KEPT = 1 << 13
_CLOSING = " \t\n\"'”’»)"


class Reading:
    """One sentence: its words at once, everything else on demand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = words(text)
        self.too_long = len(self._words) > LONGEST
        stems = {one_stem(word.stem) for word in self._words}
        self.marks = frozenset(stems.union(_countries([word.text for word in self._words])))
        self._events: dict[int, Event | None] = {}
        self._dates: dict[date | None, tuple[CalendarInterval, ...]] = {}

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return tokens(self.text, self._words)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Return what takes away from a plain assertion; "less than" and its like belong to their amount."""
        amounts = {at for one in self.quantities for at in range(*self.covered(one.span))}
        return tuple(cue for cue in read_cues(self.tokens) if cue.at not in amounts)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the quantities of the sentence."""
        return read_quantities(self.text)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Return the clauses of the sentence."""
        return clauses(self.text, Span(0, len(self.text)))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the keys of the tokens and the stems of the words."""
        return self.marks | {token.key for token in self.tokens}

    @cached_property
    def asks(self) -> bool:
        """Tell whether the sentence is a question."""
        return self.text.rstrip(_CLOSING).endswith("?")

    def dates(self, published: date | None) -> tuple[CalendarInterval, ...]:
        """Return the dates of the sentence as they are read on the day of publication."""
        if published not in self._dates:
            self._dates[published] = read_dates(self.text, None, published)
        return self._dates[published]

    def event(self, verb: int) -> Event | None:
        """Return the event of the verb at a token, or None if the word is no verb there."""
        if verb not in self._events:
            self._events[verb] = read_event(self.tokens, verb)
        return self._events[verb]

    def covered(self, span: Span) -> tuple[int, int]:
        """Return the tokens, first and after the last, that a span touches; twice the same for none."""
        starts, ends = self._places
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return (first, last) if first < last else (0, 0)

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        return [token.start for token in self.tokens], [token.end for token in self.tokens]

    def clause_of(self, at: int) -> tuple[int, int]:
        """Return the tokens, first and after the last, of the clause that holds the token at `at`."""
        place = self.tokens[at].start
        for clause in self.clauses:
            if clause.start <= place < clause.end:
                return self.covered(clause)
        return 0, len(self.tokens)

    def cues_between(self, start: int, end: int, kinds: frozenset[CueKind]) -> tuple[Cue, ...]:
        """Return the cues of some kinds among the tokens from `start` to `end`."""
        return tuple(cue for cue in self.cues if start <= cue.at < end and cue.kind in kinds)


def _countries(texts: Sequence[str]) -> Iterator[str]:
    """Yield the keys of the countries that some words name, alone or together."""
    for at, text in enumerate(texts):
        if text[0].isupper():
            yield country(text)
            yield long_name(texts[at : at + LONGEST_NAME])[1]


@lru_cache(maxsize=_KEPT)
def read(sentence: str) -> Reading:
    """Return the reading of a sentence; the same object for the same words."""
    return Reading(sentence)


def window(passage: Passage) -> tuple[Reading, ...]:
    """Return the readings of all sentences of a passage, those that are context only included."""
    return tuple(read(sentence.of(passage.text)) for sentence in passage.sentences)
