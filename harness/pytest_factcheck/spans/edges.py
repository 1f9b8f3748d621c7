"""Edges: where a drifted quote begins and ends, if its first or last word is not where edit distance puts it.

Edit distance rather cuts "They may" off than takes two words in, and would leave out just the word that
matters. So the edges are sought in the sentence, by the quote's own first and last words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pytest_factcheck.spans.edit_distance import distance
from pytest_factcheck.spans.quotes import IndexedText
from pytest_factcheck.vocabulary import Span

_WORD = re.compile(r"\S+")
_ALIKE = 3  # letters of a word for each that may differ in a misspelling of it


def widened(quoted: str, span: Span, text: IndexedText) -> Span:
    """Return a place, made wider where the quote's first or last word stands beside it in its sentence.

    Args:
        quoted: The quote, folded.
        span: The place that is most like it.
        text: Where that is.
    """
    sentence, (first, last) = text.around(span), _ends(quoted)
    found_first, found_last = _ends(text.folded_at(span))
    before = _words(Span(sentence.start, span.start), text)
    behind = _words(Span(span.end, sentence.end), text)
    start = _at(first, before[::-1], text) if first != found_first else None
    end = _at(last, behind, text) if last != found_last else None
    wide = Span(start.start if start else span.start, end.end if end else span.end)
    return _without_punctuation(wide, quoted, text) if wide != span else span


def _without_punctuation(span: Span, quoted: str, text: IndexedText) -> Span:
    """Leave out the punctuation beside the words of a place at each end where the quote has none."""
    words = span.of(text.text)
    kept = [at for at, letter in enumerate(words) if letter.isalnum()]
    start = kept[0] if quoted[0].isalnum() else 0
    end = kept[-1] + 1 if quoted[-1].isalnum() else len(words)
    return Span(span.start + start, span.start + end)


def certain(quoted: str, span: Span, text: IndexedText) -> bool:
    """Tell whether nothing of what was quoted can be outside a place.

    It is inside if the place begins and ends with the quote's own words, be they misspelled, or where its
    sentence does.

    Args:
        quoted: The quote, folded.
        span: The place.
        text: Where that is.
    """
    sentence, (first, last) = text.around(span), _ends(quoted)
    found_first, found_last = _ends(text.folded_at(span))
    before, behind = Span(sentence.start, span.start), Span(span.end, sentence.end)
    begins = _same(first, found_first) or not _says(before, text)
    return begins and (_same(last, found_last) or not _says(behind, text))


def _ends(folded: str) -> tuple[str, str]:
    words = [_bare(word) for word in folded.split()]
    return (words[0], words[-1]) if words else ("", "")


def _bare(word: str) -> str:
    """Return a word without the punctuation beside it; a sign alone stays."""
    kept = [at for at, letter in enumerate(word) if letter.isalnum()]
    return word[kept[0] : kept[-1] + 1] if kept else word


def _words(span: Span, text: IndexedText) -> list[Span]:
    found = _WORD.finditer(text.text, span.start, span.end)
    return [Span(word.start(), word.end()) for word in found]


def _at(word: str, among: Sequence[Span], text: IndexedText) -> Span | None:
    return next((place for place in among if _bare(text.folded_at(place)) == word), None)


def _says(span: Span, text: IndexedText) -> bool:
    return any(map(str.isalnum, span.of(text.text)))


def _same(ours: str, theirs: str) -> bool:
    return distance(ours, theirs) <= len(ours) // _ALIKE
