"""Values that hang on nouns and adjectives: "the duration of the talks was", "left nine people dead".

The word that ties value and mention is no verb here. Verbs that take a value are read in `measures`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.judges.attachment import row
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.phrases import Tokens, phrase_at, phrase_before
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.subjects import subject_of

_BEFORE_VALUE = row("before_value")
_OWNING = row("owning")
_AMOUNTING = frozenset({"be", "number", "reach", "stand", "total"})
_HAVE = "have"
_REACH = 4  # small words between a verb and its value, at most


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity and the tokens, from `start` to `end`, that say it."""

    quantity: Quantity
    start: int
    end: int

    @property
    def places(self) -> frozenset[int]:
        """Return the tokens that say it."""
        return frozenset(range(self.start, self.end))

    def within(self, start: int, end: int) -> bool:
        """Tell whether the value lies between two places."""
        return start <= self.start and self.end <= end


def leads_to(tokens: Tokens, start: int, value: int) -> bool:
    """Tell whether only small words stand between a verb and its value."""
    between = tokens[start:value]
    if not 0 <= value - start <= _REACH:
        return False
    small = all(token.lower in _BEFORE_VALUE or token.kind is Kind.ADVERB for token in between)
    return small and all(token.link in (Link.OPEN, Link.JOINED) for token in tokens[start : value + 1])


def of_noun(tokens: Tokens, words: range, mention: Mention, value: Value) -> bool:
    """Tell whether the relation is a noun or an adjective that ties mention and value together."""
    if words.start == value.end and _subject_of_be(tokens, value.start, mention):
        return True  # "the talks were 100 minutes long"
    governs = leads_to(tokens, words.stop, value.start)
    if governs and _subject_of_be(tokens, words.start, mention):
        return True  # "the deal is worth 5 million dollars"
    if governs and tokens[words.start - 1].lower in {"a", "the"} and _has(tokens, words.start - 1, mention):
        return True  # "the town has a population of 52,000", "the town, with a population of"
    owner_end = _owned(tokens, words, mention)
    if owner_end is None:
        nearest = phrase_before(tokens, words.start)
        beside = mention.is_head_of(nearest) and tokens[words.start].link is Link.OPEN
        return governs and beside  # "a deal worth 5 million dollars"
    amounts = owner_end < len(tokens) and tokens[owner_end].stem in _AMOUNTING
    return amounts and leads_to(tokens, owner_end + 1, value.start)  # "the talks' duration was two hours"


def _subject_of_be(tokens: Tokens, before: int, mention: Mention) -> bool:
    """Tell whether a "be" whose subject is the mention stands before a place, small words between."""
    at = before - 1
    while at >= 0 and (tokens[at].lower in _BEFORE_VALUE or tokens[at].kind is Kind.ADVERB):
        at -= 1
    if at < 0 or tokens[at].stem != "be":
        return False
    subject = subject_of(tokens, at, reduced=False)
    return any(map(mention.is_head_of, subject.phrases))


def _owned(tokens: Tokens, words: range, mention: Mention) -> int | None:
    """Return where "the duration of the talks" or "the talks' duration" ends, or None if it is not theirs."""
    if words.stop < len(tokens) and tokens[words.stop].lower in _OWNING:
        owner = phrase_at(tokens, words.stop + 1)
        return owner.end if owner and mention.is_head_of(owner) else None
    beside = mention.end == words.start and tokens[words.start].link in (Link.POSSESSIVE, Link.OPEN)
    return words.stop if beside else None


def _has(tokens: Tokens, article: int, mention: Mention) -> bool:
    """Tell whether the mention is said to have what a noun phrase that begins with an article names."""
    before = article - 1
    if before < 1 or tokens[article].link is not Link.OPEN:
        return False
    if tokens[before].lower == "with":
        return mention.end == before
    if tokens[before].stem != _HAVE:
        return False
    return any(map(mention.is_head_of, subject_of(tokens, before, reduced=False).phrases))


def in_state(reading: Reading, words: range, mention: Mention, value: Value) -> bool:
    """Tell whether the mention left so many in a state: "the fire left nine people dead"."""
    tokens, leave = reading.tokens, value.start - 1
    while leave > 0 and tokens[leave].lower in _BEFORE_VALUE:
        leave -= 1
    if leave < 1 or tokens[leave].lower not in {"leaves", "leaving", "left"} or not value.end <= words.start:
        return False
    counted = all(token.stem == value.quantity.counted for token in tokens[value.end : words.start])
    event = reading.event(leave)
    if event is None or event.passive or not counted or len(tokens[value.end : words.start]) > 1:
        return False
    return event.subject.sure and any(map(mention.is_head_of, event.subject.phrases))
