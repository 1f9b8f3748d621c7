"""Quoting: from a passage that speaks of a claim to the shortest words of it that a reviewer would quote.

They hold what the deciding judge gives as its reason, what denies it, and a counterpart of each name, amount
and word of the claim, unless that would take too many words more. They cut no word, are long enough to be
found again after an edit, and stand in one place of the text. What a passage says is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.correspondence import counterparts
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.judges.alignment import Item, items
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.language.polarity import denials
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import is_verb, phrase_before
from pytest_factcheck.language.words import words
from pytest_factcheck.spans import Outcome, Quote, locate
from pytest_factcheck.thresholds import SPANS
from pytest_factcheck.vocabulary import Passage, Span

# What belongs to the word behind it, so that a quote does not begin between the two.
_LEADING = frozenset({Kind.DETERMINER, Kind.AUXILIARY, Kind.MODAL, Kind.NEGATOR})
_UNFINISHED = _LEADING | {Kind.PREPOSITION, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.RELATIVE}
_BRACKETS = {'"': '"', "“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
_CLOSING = frozenset(".,;:!?—–-").union(_BRACKETS.values())
_LEAST_WORDS = 3  # a quote of fewer tells a reader nothing
_WORTH = {"exact": 20, "country": 8, "word": 5}  # words that a quote may be longer for holding it


def words_to_quote(examiner: Examiner, claim: str, text: SourceText, hearing: Hearing) -> tuple[str, ...]:
    """Return the words to quote of a passage: one quote, or pieces that count together.

    Args:
        examiner: The corpus, which knows where a quote can be found.
        claim: The claim.
        text: The source that the passage is of.
        hearing: The passage, with what the judges say of it.
    """
    decisive = hearing.decisive
    reasons = [reason.source for reason in decisive.reasons if reason.source] if decisive else []
    sentences = hearing.passage.judged
    carried = [_carrying(claim, hearing.passage, sentence, reasons) for sentence in sentences]
    spans = [span for span in carried if span] or [hearing.passage.focus]
    return tuple(dict.fromkeys(_findable(examiner, text, span) for span in spans))


def _carrying(claim: str, passage: Passage, sentence: Span, reasons: Sequence[Span]) -> Span | None:
    """Return the shortest words of a sentence that carry what it has of a claim; None if it has nothing."""
    theirs = read(sentence.of(passage.text))
    if read(claim).too_long or theirs.too_long:
        return sentence
    told = [span.shifted(-sentence.start) for span in reasons if _is_part(span, sentence)]
    wanted = [*_wanted(claim, theirs, passage.published), *(_Wanted((span,), None) for span in told)]
    if not wanted:
        return None
    shortest = _with_denials(theirs, _shortest(theirs, wanted))
    return _trimmed(theirs.text, _grown(theirs, shortest)).shifted(sentence.start)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Something that a quote should hold one place of, and how many words more it is worth; None for any."""

    places: tuple[Span, ...]
    worth: int | None


def _wanted(claim: str, theirs: Reading, published: date | None) -> Iterator[_Wanted]:
    ours = read(claim)
    for item in items(claim, None):
        found = counterparts(ours, item, theirs, published) or _numbers(ours, item, theirs)
        places = {*found, *_aliases(ours, item, theirs)}
        if places:
            country = ours.tokens[item.start].country
            worth = _WORTH["country" if country else "exact" if item.exact else "word"]
            yield _Wanted(tuple(sorted(places)), worth)


def _numbers(ours: Reading, item: Item, theirs: Reading) -> Iterator[Span]:
    """Yield other amounts of the same kind, and the same number where it is read as no amount."""
    if item.quantity:
        alike = (one for one in theirs.quantities if one.dimension == item.quantity.dimension)
        yield from (one.span for one in alike)
    numbers = {token.stem for token in ours.tokens[item.start : item.end] if token.kind is Kind.NUMBER}
    yield from (token.span for token in theirs.tokens if token.kind is Kind.NUMBER and token.stem in numbers)


def _aliases(ours: Reading, item: Item, theirs: Reading) -> Iterator[Span]:
    """Yield the words that name the subject of a slot which the claim implies: "session" for "talks"."""
    for slot in infer(ours.text):
        heads = [words(alias)[-1].stem for alias in slot.about if words(alias)]
        if ours.tokens[item.start].stem in heads:
            yield from (token.span for token in theirs.tokens if token.stem in heads)


def _is_part(span: Span, sentence: Span) -> bool:
    """Tell whether a reason points at words of a sentence, and not at all of it."""
    return sentence.contains(span) and span.end - span.start < sentence.end - sentence.start


def _shortest(reading: Reading, wanted: Sequence[_Wanted]) -> Span:
    """Return the span that holds one place of each, but of none that costs more words than it is worth."""
    starts = sorted({place.start for one in wanted for place in one.places})
    ends = sorted({place.end for one in wanted for place in one.places})
    choices = (Span(start, end) for start in starts for end in ends if start < end)
    return min(choices, key=lambda span: (_cost(reading, span, wanted), span.start - span.end, span))


def _cost(reading: Reading, span: Span, wanted: Sequence[_Wanted]) -> float:
    first, last = reading.covered(span)
    missed = (one.worth for one in wanted if not any(map(span.contains, one.places)))
    return last - first + sum(inf if worth is None else worth for worth in missed)


def _with_denials(reading: Reading, span: Span) -> Span:
    """Take in what denies the words, where it stands before them in one clause."""
    first, last = reading.covered(span)
    clause, _ = reading.clause_of(first)
    cues = [cue.at for cue in denials(reading) if clause <= cue.at < first]
    return Span(reading.tokens[min(cues, default=first)].start, max(span.end, reading.tokens[last - 1].end))


def _grown(reading: Reading, span: Span) -> Span:
    """Take in what belongs to the first word and to the last, and what makes a quote long enough."""
    tokens = reading.tokens
    first, last = reading.covered(span)
    first, last = _led(reading, first), _followed(reading, last)
    while last < len(tokens) and _is_short(reading, first, last) and not _parts(reading, last):
        last = _followed(reading, last + 1)
    while first > 0 and _is_short(reading, first, last) and not _parts(reading, first):
        first = _led(reading, first - 1)
    while last - first < _LEAST_WORDS and last < len(tokens):
        last = _followed(reading, last + 1)
    while first + 1 < last and tokens[first].kind is Kind.COORDINATOR:
        first += 1
    return Span(min(span.start, tokens[first].start), max(span.end, tokens[last - 1].end))


def _parts(reading: Reading, at: int) -> bool:
    """Tell whether another clause or another member of a list begins with a word, or the one before ends."""
    tokens = reading.tokens
    joins = Kind.COORDINATOR in (tokens[at].kind, tokens[at - 1].kind)
    return joins or tokens[at].link in (Link.COMMA, Link.BREAK)


def _followed(reading: Reading, last: int) -> int:
    """Return where words end that stop neither in a noun phrase nor at a word that leads to another."""
    tokens = reading.tokens
    while last < len(tokens) and (_goes_on(reading, last) or tokens[last - 1].kind in _UNFINISHED):
        last += 1
    return last


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a word still belongs to the noun phrase before it: "Turkish" of "Turkish officials"."""
    tokens = reading.tokens
    both = tokens[at - 1].noun_like and tokens[at].noun_like and tokens[at].link is not Link.COMMA
    return both and tokens[at].link is not Link.BREAK and not is_verb(tokens, at)


def _led(reading: Reading, first: int) -> int:
    """Return where words begin that leave out no part of their first noun phrase, nor a small word before."""
    tokens = reading.tokens
    phrase = phrase_before(tokens, first + 1)
    if phrase and not tokens[first].named:  # before a name there may be any number of titles
        first = phrase.start
    while first > 0 and tokens[first].link is not Link.COMMA and tokens[first - 1].kind in _LEADING:
        first -= 1
    return first


def _is_short(reading: Reading, first: int, last: int) -> bool:
    length = reading.tokens[last - 1].end - reading.tokens[first].start
    return length < SPANS.fuzzy_min_length or last - first < _LEAST_WORDS


def _trimmed(text: str, span: Span) -> Span:
    """Return whole words between white space, without signs of which only one half would be quoted."""
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < span.start and text[start] in _BRACKETS and not _is_closed(text[start:end]):
        start += 1
    while end > span.end and text[end - 1] in _CLOSING and not _closes(text[start:end]):
        end -= 1
    return Span(start, end)


def _is_closed(words: str) -> bool:
    """Tell whether the first sign of some words is closed among them, and not only at their end."""
    closing = words.find(_BRACKETS[words[0]], 1)
    return 0 < closing < len(words.rstrip("".join(_CLOSING)))


def _closes(words: str) -> bool:
    """Tell whether the last sign of some words closes one that was opened among them."""
    return any(words[-1] == closing and opening in words[:-1] for opening, closing in _BRACKETS.items())


def _findable(examiner: Examiner, text: SourceText, span: Span) -> str:
    """Return the words of a span on one line, those of its sentence where they alone stand in two places."""
    quotable = examiner.quotable(text)
    for choice in (span, quotable.around(span)):
        words = " ".join(choice.of(text.text).split())
        if locate(Quote(words), quotable, fuzzy=False).outcome is Outcome.FOUND:
            break
    return words
