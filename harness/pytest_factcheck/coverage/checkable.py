"""Checkable sentences: those that state a fact which could be wrong, told by signals and never by a model.

A sentence is not checkable if it is a question, a credit, a heading, an opinion, or words of a quotation that
tell no fact and no speaker. Where that is not plain it is checkable. Whether a fact is worth checking is not
known here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.coverage.forms import Setting, WhyNot, no_statement
from pytest_factcheck.coverage.signals import Signal, SignalKind, signals, states_fact
from pytest_factcheck.coverage.tables import phrases_of, words_of
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.grammar import Link
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.language.quotations import quotations
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source: its signals, or why it is not checkable."""

    span: Span
    signals: tuple[Signal, ...] = ()
    why_not: WhyNot | None = None

    @property
    def checkable(self) -> bool:
        """Tell whether the sentence states something that could be wrong."""
        return self.why_not is None


_NEAR = 4  # words before a mark among which "be" makes it a predicate: "has been by far the better side"
_DEFINITE = word_list("grammar", "definite")
_MARKS = words_of("evaluations", "figures", "duties", "feelings", "sweeping", "conjectures")
_PHRASES = phrases_of("conjecture_phrases")


def sentences(text: SourceText) -> tuple[Sentence, ...]:
    """Return every sentence of a source that is judged, in order."""
    quoted = quotations(text.text)
    return tuple(_read(text, span, quoted) for span in text.sentences)


def _read(text: SourceText, span: Span, quoted: Sequence[Span]) -> Sentence:
    before, after = text.text.rfind("\n", 0, span.start) + 1, text.text.find("\n", span.end)
    setting = Setting(
        opens=not text.text[before : span.start].strip(),
        closes=not text.text[span.end : after if after >= 0 else None].strip(),
        quoted=_is_inside(text.text, span, quoted),
        published=text.source.published,
    )
    found, why_not = weighed(span.of(text.text), setting)
    return Sentence(span, tuple(signal.shifted(span.start) for signal in found), why_not)


def weighed(sentence: str, setting: Setting) -> tuple[tuple[Signal, ...], WhyNot | None]:
    """Return the signals of a sentence, or none and why it is not checkable.

    Args:
        sentence: The sentence.
        setting: How it stands in its text.
    """
    reading = read(plain_case(sentence))
    found = signals(reading, setting.published)
    why_not = no_statement(reading, found, setting) or _by_meaning(reading, found, setting)
    return (found, None) if why_not is None else ((), why_not)


def _is_inside(text: str, span: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether every word of a sentence stands inside of quotation marks."""
    inner = [quote for quote in quoted if quote.overlaps(span)]
    words = [Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\w+", span.of(text))]
    return bool(words) and all(any(quote.contains(word) for quote in inner) for word in words)


def _by_meaning(reading: Reading, found: Sequence[Signal], setting: Setting) -> WhyNot | None:
    """Return why what a sentence says is no fact: it weighs, feels or guesses and tells nothing besides."""
    if states_fact(found):
        return None
    line = " ".join(reading.text.lower().split())
    if any(phrase in line for phrase in _PHRASES):
        return WhyNot.OPINION
    others = () if setting.quoted else quotations(reading.text)  # what they weigh is not the writer's
    marks = [
        at
        for at, token in enumerate(reading.tokens)
        if _is_mark(reading, at) and not any(quote.contains(token.span) for quote in others)
    ]
    told = any(
        one.kind is SignalKind.VERB and one.outright and not _shares_clause(reading, one, marks)
        for one in found
    )
    if told or not (marks or setting.quoted):
        return None
    return WhyNot.OPINION if marks else WhyNot.QUOTATION


def _is_mark(reading: Reading, at: int) -> bool:
    """Tell whether a word weighs or feels: as a predicate, not in "the necessary guidelines are in place"."""
    given = reading.tokens
    if given[at].lower not in _MARKS or (given[at].named and at > 0):
        return False
    described = at + 1 < len(given) and given[at + 1].link is Link.OPEN and given[at + 1].noun_like
    determined = at > 0 and given[at - 1].lower in _DEFINITE
    predicate = any(token.stem == "be" for token in given[max(0, at - _NEAR) : at])
    return predicate or not (described and determined)


def _shares_clause(reading: Reading, signal: Signal, marks: Sequence[int]) -> bool:
    first, last = reading.clause_of(reading.covered(signal.span)[0])
    return any(first <= at < last for at in marks)
