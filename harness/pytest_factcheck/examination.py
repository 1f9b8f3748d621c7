"""Examination: put a question to one source and keep every passage that a judge spoke on.

The only state is what was made for speed: one index for each text, and the origins of each scope.
The same question of the same text has the same answer whatever was asked before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.corpus import Corpus, Source, SourceText
from pytest_factcheck.judges import Judge
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.language import breadth, statements
from pytest_factcheck.origins import Body, Origins, body, trace
from pytest_factcheck.retrieval import Index
from pytest_factcheck.spans import IndexedText
from pytest_factcheck.verdict import deciding, source_stance
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Hearing:
    """One passage and what each judge says of it."""

    passage: Passage
    opinions: tuple[Opinion, ...]

    @property
    def decisive(self) -> Opinion | None:
        """Return the opinion that decides, or None where all judges are silent."""
        return deciding(self.opinions)

    @property
    def stance(self) -> Stance:
        """Return the stance of the passage."""
        decisive = self.decisive
        return decisive.stance if decisive else Stance.SILENT


class Examiner:
    """A corpus, the judges that were chosen for it, and the indexes of its texts."""

    def __init__(self, corpus: Corpus, judges: Iterable[Judge]) -> None:
        self.corpus = corpus
        self._judges = tuple(judges)
        if not self._judges:
            raise ValueError("without a judge every source would seem silent")
        self._indexes: dict[str, Index] = {}
        self._quotable: dict[str, IndexedText] = {}
        self._bodies: dict[str, Body] = {}
        self._origins: dict[tuple[str, ...], Origins] = {}

    def index(self, text: SourceText) -> Index:
        """Return the sentence index of a text."""
        if text.source.id not in self._indexes:
            self._indexes[text.source.id] = Index(text)
        return self._indexes[text.source.id]

    def quotable(self, text: SourceText) -> IndexedText:
        """Return the text prepared for finding quotes."""
        if text.source.id not in self._quotable:
            self._quotable[text.source.id] = IndexedText(text.text, text.all_sentences)
        return self._quotable[text.source.id]

    def origins(self, sources: Iterable[Source]) -> Origins:
        """Return which of these sources are copies of one text; a missing text is one only if declared."""
        scope = tuple(sources)
        key = tuple(sorted(source.id for source in scope))
        if key not in self._origins:
            texts = [text for source in scope if (text := self.corpus.text(source.id)) is not None]
            bodies = {text.source.id: self._body(text) for text in texts}
            declared = {source.id: source.origin for source in scope if source.origin}
            self._origins[key] = trace(bodies, declared)
        return self._origins[key]

    def _body(self, text: SourceText) -> Body:
        if text.source.id not in self._bodies:
            self._bodies[text.source.id] = body(text)
        return self._bodies[text.source.id]

    def reads(self, text: SourceText) -> bool:
        """Tell whether some judge reads the language of this text."""
        return not text.foreign

    def hear(self, question: Question, passage: Passage) -> Hearing:
        """Ask every judge about one passage."""
        return Hearing(passage, tuple(judge(question, passage) for judge in self._judges))

    def examine(
        self, question: Question, text: SourceText, *, leave_out: Iterable[Span] = ()
    ) -> tuple[Hearing, ...]:
        """Ask the judges about every passage of a text that is worth reading.

        Args:
            question: What is asked.
            text: The source.
            leave_out: Sentences that are spoken for, by evidence.

        Returns:
            The hearings in the order of the text, equal sentences of one stance once; none where no judge
            reads its language.
        """
        if not self.reads(text):
            return ()
        index, spoken_for = self.index(text), tuple(leave_out)
        asked = [question, *(one for _, one in statements(question))]
        found = {number for one in asked for number in index.candidates(one, infer(one.claim))}
        free = [
            number
            for number in sorted(found)
            if not any(map(index.passage(number).focus.overlaps, spoken_for))
        ]
        hearings = [self.hear(question, index.passage(number)) for number in free]
        return _once([*hearings, *self._jointly(question, index, free)])

    def reach(self, question: Question, text: SourceText) -> float:
        """Return how much of a claim a text speaks of at all, from 0 to 1, whatever it says of it.

        It is the mean of what three sentences hold together and what one holds with its neighbours.
        """
        index = self.index(text)
        found = breadth(question, [index.passage(number) for number in index.related(question)])
        return (found.share + found.window) / 2

    def _jointly(self, question: Question, index: Index, numbers: Sequence[int]) -> Iterator[Hearing]:
        """Yield the hearing of the sentences that support the statements of a claim, each its own."""
        asked = [one for _, one in statements(question)]
        if len(asked) < _SEVERAL:
            return
        chosen: set[int] = set()
        for one in asked:
            supporting = self._supporting(one, index, numbers)
            if not supporting:
                return
            chosen.update(supporting)
        if len(chosen) >= _SEVERAL:
            yield self.hear(question, index.together(sorted(chosen)))

    def _supporting(self, question: Question, index: Index, numbers: Sequence[int]) -> tuple[int, ...]:
        """Return the first sentence that supports a statement, or the few that do so together, or none."""
        passages = [index.passage(number) for number in numbers]
        for number, passage in zip(numbers, passages, strict=True):
            if self.hear(question, passage).stance is Stance.SUPPORTS:
                return (number,)
        chosen = tuple(numbers[at] for at in breadth(question, passages).chosen)
        if (
            len(chosen) < _SEVERAL
            or self.hear(question, index.together(chosen)).stance is not Stance.SUPPORTS
        ):
            return ()
        return chosen


def _once(hearings: Iterable[Hearing]) -> tuple[Hearing, ...]:
    first: dict[tuple[str, Stance], Hearing] = {}
    for hearing in hearings:
        words = " ".join(hearing.passage.focus.of(hearing.passage.text).split())
        first.setdefault((words, hearing.stance), hearing)
    return tuple(first.values())


def heard_stance(hearings: Iterable[Hearing]) -> Stance:
    """Return the stance of a source from what was heard of it."""
    return source_stance(hearing.stance for hearing in hearings)
