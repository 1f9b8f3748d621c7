"""Quotes: the words that a person took from a text, and a text prepared for finding them again.

How they are found is not known here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from pytest_factcheck.language.folding import Folding, bare, fold
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a text, what stands before and after them, and where they stood.

    The names are those of the W3C Web Annotation selectors. `position` counts code points.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    position: Span | None = None


class IndexedText:
    """One text with its foldings and sentences, each made on first use and kept."""

    def __init__(self, text: str, sentences: tuple[Span, ...] | None = None) -> None:
        self.text = text
        self._given = sentences

    @cached_property
    def folded(self) -> Folding:
        """Return the text without its typography."""
        return fold(self.text)

    @cached_property
    def skeleton(self) -> Folding:
        """Return the letters and digits of the text."""
        return bare(self.folded)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences in order."""
        return split(self.text) if self._given is None else self._given

    def folded_at(self, span: Span) -> str:
        """Return the words of a place without their typography."""
        return fold(span.of(self.text)).text.strip()

    def around(self, span: Span) -> Span:
        """Return the sentences that hold a span, as one span; where none does, the span itself."""
        first = bisect_right(self.sentences, span.start, key=_end)
        last = bisect_left(self.sentences, span.end, key=_start)
        touched = self.sentences[first:last]
        if not touched:
            return span
        return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
