"""Retrieval: from a question to the passages of one source that are worth reading.

A sentence is a candidate by its own score against a fixed threshold, never by its rank, so that no other
sentence and no other source can push it out. Nothing is capped. What a passage says is for the judges.

The score is that of Okapi BM25 (Robertson and Zaragoza 2009) for one short sentence: the inverse document
frequencies of the claim's stems that it holds, taken from a committed table and not from the corpus, as a
share of them all. How often a word stands in one sentence, and how long the sentence is, tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.language.dates import read_dates
from pytest_factcheck.language.idf import weight
from pytest_factcheck.language.paraphrase import covering
from pytest_factcheck.language.quantities import read_quantities
from pytest_factcheck.language.words import is_function_word, stems_in, words
from pytest_factcheck.thresholds import RETRIEVAL
from pytest_factcheck.vocabulary import Passage, Question, Slot, Span

HOLDER = "_"


@dataclass(frozen=True, slots=True)
class Query:
    """What a sentence is measured against: the claim's content stems, and those of each slot."""

    stems: frozenset[str]
    weights: tuple[tuple[str, float, tuple[tuple[str, float], ...]], ...]
    enough: float
    slots: tuple[SlotQuery, ...]

    @property
    def asks(self) -> bool:
        """Tell whether any sentence at all could be a candidate."""
        return bool(self.stems) or any(stems for slot in self.slots for stems in slot.about)


@dataclass(frozen=True, slots=True)
class SlotQuery:
    """The stems of one slot: of each alias, of each relation, and whether its value is a number or date."""

    about: tuple[frozenset[str], ...]
    relation: tuple[frozenset[str], ...]
    numeric: bool


class Index:
    """The sentences of one source by stem, made once."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._postings: dict[str, list[int]] = {}
        for number, sentence in enumerate(source.sentences):
            for stem in stems_in(source.text, sentence):
                self._postings.setdefault(stem, []).append(number)

    @cached_property
    def numeric(self) -> frozenset[int]:
        """Return the sentences that hold a quantity or a date."""
        text = self.source.text
        return frozenset(
            number
            for number, sentence in enumerate(self.source.sentences)
            if read_quantities(text, sentence) or read_dates(text, sentence, self.source.source.published)
        )

    def candidates(self, question: Question, implied: tuple[Slot, ...] = ()) -> tuple[int, ...]:
        """Return the numbers of the sentences that the judges should read, in order.

        Args:
            question: The claim with its declared slots.
            implied: Slots that nobody declared and that the claim states all the same.
        """
        query = understood(question)
        found = {number for number, score in self._shared(query).items() if score >= query.enough}
        for slot in (*query.slots, *map(_slot_query, implied)):
            found.update(self._about(slot))
        return tuple(sorted(found))

    def related(self, question: Question) -> tuple[int, ...]:
        """Return the numbers of the sentences that share something with a claim, in order.

        They are too far from it for a judge, and count only for how much of a claim a text speaks of.
        """
        query = understood(question)
        enough = query.enough * RETRIEVAL.related / RETRIEVAL.share
        return tuple(sorted(number for number, score in self._shared(query).items() if score >= enough))

    def _shared(self, query: Query) -> dict[int, float]:
        """Return the weight of the claim's stems that each sentence holds."""
        shared: dict[int, float] = {}
        for stem, says, alike in query.weights:
            for number, grade in self._graded(stem, alike).items():
                shared[number] = shared.get(number, 0.0) + says * grade
        return shared

    def passage(self, number: int) -> Passage:
        """Return the window around a sentence: itself in focus, its neighbours as context."""
        sentences = self.source.sentences[max(0, number - 1) : number + 2]
        return self._window(sentences, self.source.sentences[number])

    def passages_over(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """Return the passages that say what quoted words say.

        Args:
            spans: The words; several of them count together.

        Returns:
            The sentences that they touch as one passage and then, if there are several, each by itself, so
            that no sentence hides behind another. None where they stand in boilerplate only.
        """
        given = tuple(spans)
        numbers = [
            number
            for number, sentence in enumerate(self.source.sentences)
            if any(map(sentence.overlaps, given))
        ]
        alone = tuple(map(self.passage, numbers))
        return alone if len(alone) < 2 else (self.together(numbers), *alone)

    def touched(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the sentences, boilerplate included, that one of `spans` touches."""
        given = tuple(spans)
        return tuple(sentence for sentence in self.source.all_sentences if any(map(sentence.overlaps, given)))

    def around(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the sentences, boilerplate included, that `spans` touch, and the neighbours of these."""
        every, touched = self.source.all_sentences, self.touched(spans)
        if not touched:
            return ()
        first, last = every.index(touched[0]), every.index(touched[-1])
        return (*every[max(0, first - 1) : first], *touched, *every[last + 1 : last + 2])

    def together(self, numbers: Sequence[int]) -> Passage:
        """Return one passage of several sentences, all in focus, without what lies between them."""
        every, first, last = self.source.sentences, numbers[0], numbers[-1]
        touched = [every[number] for number in numbers]
        sentences = (*every[max(0, first - 1) : first], *touched, *every[last + 1 : last + 2])
        return self._window(sentences, Span(touched[0].start, touched[-1].end))

    def _graded(self, stem: str, alike: tuple[tuple[str, float], ...]) -> dict[int, float]:
        """Return the sentences that hold a stem, or one that may stand for it, with how well it does."""
        graded = dict.fromkeys(self._postings.get(stem, ()), 1.0)
        for other, grade in alike:
            for number in self._postings.get(other, ()):
                if grade > graded.get(number, 0.0):
                    graded[number] = grade
        return graded

    def _about(self, slot: SlotQuery) -> set[int]:
        spoken_of = self._holding(slot.about)
        related = self._holding(slot.relation)
        return spoken_of & (related | self.numeric) if slot.numeric else spoken_of & related

    def _holding(self, alternatives: tuple[frozenset[str], ...]) -> set[int]:
        found: set[int] = set()
        for stems in alternatives:
            places = [set(self._postings.get(stem, ())) for stem in stems]
            if places:
                found |= set.intersection(*places)
        return found

    def _window(self, sentences: tuple[Span, ...], focus: Span) -> Passage:
        return Passage(self.source.text, sentences, focus, self.source.source.published)


@lru_cache(maxsize=4096)
def understood(question: Question) -> Query:
    """Return the query of a question."""
    stems = content_stems(question.claim)
    weights = tuple((stem, weight(stem), tuple(sorted(covering(stem).items()))) for stem in sorted(stems))
    # Rounded down a little, because the same weights added in another order may differ in the last place.
    enough = RETRIEVAL.share * sum(each for _, each, _ in weights) - 1e-6
    return Query(stems, weights, enough, tuple(map(_slot_query, question.slots)))


def content_stems(text: str, span: Span | None = None) -> frozenset[str]:
    """Return the stems of the words that carry content, numbers included."""
    return frozenset(word.stem for word in words(text, span) if not is_function_word(word.text))


@lru_cache(maxsize=4096)
def _slot_query(slot: Slot) -> SlotQuery:
    about = tuple(frozenset(stems_in(alias)) for alias in slot.about)
    relation = tuple(content_stems(alias.replace(HOLDER, " ")) for alias in slot.relation)
    return SlotQuery(about, tuple(filter(None, relation)), numeric=not slot.entity)
