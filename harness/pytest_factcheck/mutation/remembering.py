"""An examiner that remembers, so that of a mutant only what it touches is judged again.

What was heard is kept by the question and the source with its text, whichever corpus they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable

from pytest_factcheck.corpus import Corpus, Source, SourceText
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.judges import Judge
from pytest_factcheck.vocabulary import Passage, Question, Span

_Asked = tuple[Question, Source, str, tuple[Span, ...]]


class Remembering(Examiner):
    """An examiner of one corpus, and of others that differ from it in a few texts."""

    def __init__(self, corpus: Corpus, judges: Iterable[Judge]) -> None:
        super().__init__(corpus, judges)
        self._examined: dict[_Asked, tuple[Hearing, ...]] = {}
        self._heard: dict[tuple[Question, Passage], Hearing] = {}

    def of(self, corpus: Corpus) -> Remembering:
        """Return an examiner of another corpus that shares what is known of the texts which both have."""
        other = Remembering(corpus, self._judges)
        other._examined, other._heard = self._examined, self._heard
        same = [name for name in self.corpus.sources if corpus.text(name) is self.corpus.text(name)]
        other._indexes = {name: self._indexes[name] for name in same if name in self._indexes}
        other._quotable = {name: self._quotable[name] for name in same if name in self._quotable}
        other._bodies = {name: self._bodies[name] for name in same if name in self._bodies}
        return other

    def forget(self) -> None:
        """Drop what was heard; the indexes stay."""
        self._examined.clear()
        self._heard.clear()

    def hear(self, question: Question, passage: Passage) -> Hearing:
        """Ask every judge about one passage, once."""
        key = (question, passage)
        if key not in self._heard:
            self._heard[key] = super().hear(question, passage)
        return self._heard[key]

    def examine(
        self, question: Question, text: SourceText, *, leave_out: Iterable[Span] = ()
    ) -> tuple[Hearing, ...]:
        """Ask the judges about every passage of a text that is worth reading, once."""
        spoken_for = tuple(leave_out)
        key = (question, text.source, text.text, spoken_for)
        if key not in self._examined:
            self._examined[key] = super().examine(question, text, leave_out=spoken_for)
        return self._examined[key]
