"""Context: which of several places a quote means.

Sentences that are equal are one place. Between different places the prefix and the suffix of the quote
decide, and they must fit well and clearly better than anywhere else; a position alone never decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pytest_factcheck.language.folding import fold
from pytest_factcheck.spans.edit_distance import opening_distance
from pytest_factcheck.spans.quotes import IndexedText, Quote
from pytest_factcheck.thresholds import SPANS
from pytest_factcheck.vocabulary import Span

Place = tuple[Span, ...]


def places(spans: Iterable[Span], text: IndexedText) -> list[Place]:
    """Return the spans in groups, those in equal sentences together, in the order of the text."""
    sentences: dict[Span, str] = {}
    groups: dict[str, list[Span]] = {}
    for span in spans:
        around = text.around(span)
        if around not in sentences:
            sentences[around] = fold(around.of(text.text)).text.strip()
        groups.setdefault(sentences[around], []).append(span)
    return [tuple(group) for group in groups.values()]


def choose(among: Sequence[Place], quote: Quote, text: IndexedText) -> Place | None:
    """Return the place that the quote means, its likeliest span first, or None if that cannot be told."""
    if not (quote.prefix or quote.suffix):
        return _ordered(among[0], quote, {}) if len(among) == 1 else None
    fits = {span: fit(quote, text, span) for place in among for span in place}
    best = [max(fits[span] for span in place) for place in among]
    leader = max(range(len(among)), key=best.__getitem__)
    rival = max(best[:leader] + best[leader + 1 :], default=-1.0)
    clear = best[leader] >= SPANS.context and best[leader] - rival >= SPANS.context_lead
    return _ordered(among[leader], quote, fits) if clear or len(among) == 1 else None


def _ordered(place: Place, quote: Quote, fits: Mapping[Span, float]) -> Place:
    return tuple(sorted(place, key=lambda span: (span != quote.position, -fits.get(span, 0.0), span)))


def fit(quote: Quote, text: IndexedText, span: Span) -> float:
    """Return how well prefix and suffix fit around a span, from 0 to 1; 0 if neither is given.

    It is 1 - edits / length over both together, each cut to the code points next to the quote.
    """
    reach = 3 * SPANS.context_length
    before = text.text[max(0, span.start - reach) : span.start]
    after = text.text[span.end : span.end + reach]
    sides = (
        _beside(_backwards(quote.prefix), _backwards(before)),
        _beside(fold(quote.suffix).text.strip(), fold(after).text.strip()),
    )
    length = sum(size for size, _ in sides)
    return 1 - sum(edits for _, edits in sides) / length if length else 0.0


def _backwards(words: str) -> str:
    return fold(words).text.strip()[::-1]


def _beside(given: str, actual: str) -> tuple[int, int]:
    """Return the length of one side's context and its edits; both texts run away from the quote."""
    given = given[: SPANS.context_length]
    return len(given), opening_distance(given, actual[: 2 * SPANS.context_length]) if given else 0
