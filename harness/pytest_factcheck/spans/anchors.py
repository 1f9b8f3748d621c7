"""Anchors: where the words of a quote stand in a text, and how sure that is.

Five rungs, from the words as they are to edit distance. The first rung with a place decides. Edit distance
never finds a quote: what it turns up is drift, shown with what changed, for a person to judge. Which text
to search and what an outcome means for a test are not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pytest_factcheck.language.folding import Folding, fold, skeleton
from pytest_factcheck.spans.boundaries import whole
from pytest_factcheck.spans.context import choose, fit, places
from pytest_factcheck.spans.drift import Change, changes, same_facts
from pytest_factcheck.spans.edges import widened
from pytest_factcheck.spans.edit_distance import distance
from pytest_factcheck.spans.nearby import Likeness, alike
from pytest_factcheck.spans.quotes import IndexedText, Quote
from pytest_factcheck.thresholds import SPANS
from pytest_factcheck.vocabulary import Span


class Rung(StrEnum):
    """How the words were compared when a place was found, the strictest first."""

    POSITION = "position"
    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    SKELETON = "skeleton"
    FUZZY = "fuzzy"


class Outcome(StrEnum):
    """Whether the quote stands in the text."""

    FOUND = "found"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    DRIFTED = "drifted"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands.

    Attributes:
        outcome: Whether it stands there.
        span: The place, if it is found or drifted.
        rung: How it was compared, if a place was found.
        twins: Other places with an equal sentence, in the order of the text.
        candidates: Every place, in the order of the text, if they are in different sentences and nothing
            tells which is meant.
        similarity: 1 - edits / length at `span` or `nearest`, in folded text; 0 if there is neither.
        changes: What differs there.
        nearest: The most similar place, if the quote is missing: information, no anchor.
        moved: Whether a position was given and the quote stands elsewhere.
    """

    outcome: Outcome
    span: Span | None = None
    rung: Rung | None = None
    twins: tuple[Span, ...] = ()
    candidates: tuple[Span, ...] = ()
    similarity: float = 0.0
    changes: tuple[Change, ...] = ()
    nearest: Span | None = None
    moved: bool = False


def locate(quote: Quote, text: IndexedText, *, fuzzy: bool = True) -> Anchor:
    """Find the words of a quote in a text.

    Args:
        quote: The words, with context and position if they are known.
        text: Where they should stand.
        fuzzy: Whether to look for similar words where the words themselves are not found. It takes
            milliseconds where the other rungs take microseconds, and changes nothing but `missing`
            into `drifted`, and what is shown with either.

    Returns:
        The place, or why there is none.
    """
    if _empty(quote.exact):
        return Anchor(Outcome.MISSING)
    spans = _occurrences(quote.exact, text.text, None, text)
    if spans:
        return _settled(Rung.EXACT, spans, quote, text)
    quoted = fold(quote.exact).text.strip()
    spans = _occurrences(quoted, text.folded.text, text.folded, text)
    if spans:
        return _settled(Rung.TYPOGRAPHIC, spans, quote, text)
    spans = _skeletons(quoted, text)
    faithful = [span for span in spans if same_facts(quoted, text.folded_at(span))]
    if faithful:
        return _settled(Rung.SKELETON, faithful, quote, text)
    if spans:
        return _without_its_facts(quoted, spans, quote, text)
    return _similar(quoted, quote, text) if fuzzy else Anchor(Outcome.MISSING)


def _empty(exact: str) -> bool:
    return not any(map(str.isalnum, exact)) and not fold(exact).text.strip()


def _occurrences(needle: str, hay: str, folding: Folding | None, text: IndexedText) -> list[Span]:
    """Return the places of the original text where a needle stands in a form of it, in whole words."""
    spans = (Span(at, at + len(needle)) for at in _finds(needle, hay))
    originals = spans if folding is None else map(folding.span, spans)
    return [span for span in originals if whole(text.text, span)]


def _finds(needle: str, hay: str) -> Iterator[int]:
    at = hay.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = hay.find(needle, at + 1)


def _skeletons(quoted: str, text: IndexedText) -> list[Span]:
    bones = skeleton(quoted)
    if len(bones.text) < SPANS.skeleton_min_length:
        return []
    core = bones.span(Span(0, len(bones.text)))
    spans = _occurrences(bones.text, text.skeleton.text, text.skeleton, text)
    return [_with_punctuation(span, quoted[: core.start], quoted[core.end :], text) for span in spans]


def _with_punctuation(span: Span, head: str, tail: str, text: IndexedText) -> Span:
    """Take in what the quote begins and ends with beyond its skeleton, where the text has it too."""
    before = Span(max(0, span.start - len(head)), span.start)
    after = Span(span.end, min(len(text.text), span.end + len(tail)))
    start = before.start if fold(before.of(text.text)).text == head else span.start
    end = after.end if fold(after.of(text.text)).text == tail else span.end
    return Span(start, end)


def _settled(rung: Rung, spans: Sequence[Span], quote: Quote, text: IndexedText) -> Anchor:
    """Decide between the places where a quote stands."""
    place = choose(places(spans, text), quote, text) if len(spans) > 1 else tuple(spans)
    if place is None:
        return Anchor(Outcome.AMBIGUOUS, rung=rung, candidates=tuple(spans), similarity=1.0)
    first, twins = place[0], tuple(sorted(place[1:]))
    pinned = quote.position
    if rung is Rung.EXACT and first == pinned:
        rung = Rung.POSITION
    moved = pinned is not None and first != pinned
    return Anchor(Outcome.FOUND, first, rung, twins, similarity=1.0, moved=moved)


def _without_its_facts(quoted: str, spans: Sequence[Span], quote: Quote, text: IndexedText) -> Anchor:
    """Return the drift of a quote whose letters stand at these places, with other numbers or negations."""
    among = places(spans, text)
    chosen = choose(among, quote, text)
    drifted = _drifted(
        Rung.SKELETON, _likeliest(quoted, chosen[:1] if chosen else spans, text), quoted, quote, text
    )
    return drifted if chosen else replace(drifted, candidates=tuple(spans))


def _similar(quoted: str, quote: Quote, text: IndexedText) -> Anchor:
    """Look for the quote by edit distance."""
    found = alike(quoted, text, quote.position)
    if not found:
        return Anchor(Outcome.MISSING)
    best = _meant(quoted, found, quote, text)
    if best is not None:
        return _drifted(Rung.FUZZY, _with_its_edges(quoted, best, text), quoted, quote, text)
    nearest = found[0]
    differences = changes(quoted, text.folded_at(nearest.span))
    return Anchor(Outcome.MISSING, similarity=nearest.similarity, changes=differences, nearest=nearest.span)


def _with_its_edges(quoted: str, best: Likeness, text: IndexedText) -> Likeness:
    """Return a place made wider to the quote's own first and last words, if it stays similar enough."""
    span = widened(quoted, best.span, text)
    wide = Likeness(span, _similarity(quoted, text.folded_at(span)))
    return wide if wide.similarity >= _least(quoted) else best


def _least(quoted: str) -> float:
    return SPANS.similarity_long if len(quoted) >= SPANS.long_quote else SPANS.similarity_short


def _meant(quoted: str, found: Sequence[Likeness], quote: Quote, text: IndexedText) -> Likeness | None:
    """Return the similar place that may stand for the quote, or None if that is not clear enough."""
    long, least = len(quoted) >= SPANS.long_quote, _least(quoted)
    # A place that is hardly less similar has to fit its context worse, too.
    near = {place.span: place for place in found if place.similarity >= least - SPANS.fuzzy_lead}
    if not near or len(quoted) < SPANS.fuzzy_min_length:
        return None
    chosen = choose(places(near, text), quote, text)
    best = near[chosen[0]] if chosen else found[0]
    fits = chosen is not None and fit(quote, text, best.span) >= SPANS.context
    leads = _lead(best, found, text) >= SPANS.fuzzy_lead
    return best if best.similarity >= least and (fits or (long and leads)) else None


def _lead(best: Likeness, found: Sequence[Likeness], text: IndexedText) -> float:
    """Return how much more similar a place is than the next one in a different sentence."""
    own = next(place for place in places([place.span for place in found], text) if best.span in place)
    rivals = [place.similarity for place in found if place.span not in own]
    return best.similarity - max(rivals, default=0.0)


def _likeliest(quoted: str, spans: Sequence[Span], text: IndexedText) -> Likeness:
    weighed = [Likeness(span, _similarity(quoted, text.folded_at(span))) for span in spans]
    return max(weighed, key=lambda place: place.similarity)


def _similarity(quoted: str, found: str) -> float:
    return max(0.0, 1 - distance(quoted, found) / len(quoted))


def _drifted(rung: Rung, place: Likeness, quoted: str, quote: Quote, text: IndexedText) -> Anchor:
    differences = changes(quoted, text.folded_at(place.span))
    moved = quote.position is not None and quote.position != place.span
    return Anchor(
        Outcome.DRIFTED, place.span, rung, similarity=place.similarity, changes=differences, moved=moved
    )
