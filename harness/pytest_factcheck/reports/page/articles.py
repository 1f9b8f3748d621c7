"""Articles: a source as its page shows it, whole, with every quote marked and the claims beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.coverage.rows import SentenceRow, SourceCoverageRow, percent, uncovered
from pytest_factcheck.reports.page.marking import Mark, Segment, lines_of, segments
from pytest_factcheck.reports.page.words import STANCES, Sign
from pytest_factcheck.reports.rows import AssertionRow, SourceRow, VoiceRow
from pytest_factcheck.reports.shapes import TextRow
from pytest_factcheck.vocabulary import Stance

UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Note:
    """A claim that quotes this source, or that a passage of it speaks of, numbered as on the page."""

    number: int
    row: AssertionRow
    voice: VoiceRow
    sign: Sign


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, its parts, and the notes on what begins in it."""

    line: int
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    is_boilerplate: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its text; `silent` are the claims that were asked of it, and of which it says nothing.

    A passage that a person has ruled to be about something else is not marked.
    """

    text: TextRow
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    silent: tuple[AssertionRow, ...]
    coverage: SourceCoverageRow | None

    @property
    def claims(self) -> int:
        """Return how many claims it speaks of."""
        return len({note.row["id"] for note in self.notes})

    @property
    def uncovered(self) -> list[SentenceRow]:
        """Return the checkable sentences that no assertion covers."""
        return uncovered(self.coverage["rows"]) if self.coverage else []

    @property
    def percent(self) -> int:
        """Return how many of 100 checkable sentences are covered."""
        return percent(self.coverage) if self.coverage else 0


Asked = Sequence[tuple[AssertionRow, SourceRow]]


def by_source(rows: Iterable[AssertionRow]) -> dict[str, list[tuple[AssertionRow, SourceRow]]]:
    """Return by the id of each source the claims that were asked of it, in their order, and what it says."""
    found: dict[str, list[tuple[AssertionRow, SourceRow]]] = {}
    for row in rows:
        for source in row["sources"]:
            found.setdefault(source["id"], []).append((row, source))
    return found


def article_of(text: TextRow, asked: Asked, coverage: SourceCoverageRow | None = None) -> Article:
    """Return a source as its page shows it.

    Args:
        text: The source.
        asked: The claims that were asked of it, in their order, and what it says of each.
        coverage: Which of its sentences are covered, if that is known.
    """
    notes = tuple(_notes(asked))
    speaking = {note.row["id"] for note in notes}
    silent = tuple(row for row, _ in asked if row["id"] not in speaking)
    missing = uncovered(coverage["rows"]) if coverage else ()
    open_ = [Mark(row["start"], row["end"], 0, UNCOVERED) for row in missing]
    return Article(text, tuple(_paragraphs(text, notes, open_)), notes, silent, coverage)


def _notes(asked: Asked) -> Iterator[Note]:
    """Yield a note for each voice, in the order of the text."""
    voices = [(voice, row) for row, source in asked for voice in source["voices"]]
    found = [(voice, row) for voice, row in voices if voice["stance"] != Stance.SILENT]
    found.sort(key=lambda pair: (pair[0]["start"], pair[0]["end"]))
    for number, (voice, row) in enumerate(found, 1):
        yield Note(number, row, voice, STANCES[voice["stance"]])


def _paragraphs(text: TextRow, notes: Sequence[Note], more: Sequence[Mark]) -> Iterator[Paragraph]:
    marks = [
        *more,
        *(
            Mark(span[0], span[1], note.number, note.voice["stance"])
            for note in notes
            for span in note.voice["spans"]
        ),
    ]
    furniture = {span[0] for span in text["boilerplate"]}
    for number, (start, end) in enumerate(lines_of(text["text"]), 1):
        if start == end:
            continue
        here = tuple(note for note in notes if start <= note.voice["start"] <= end)
        yield Paragraph(number, segments(text["text"], start, end, marks), here, start in furniture)
