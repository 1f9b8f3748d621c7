"""Articles: a source as its page shows it, whole, with every quote marked and the claims beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.reports.page.marking import Mark, Segment, lines_of, segments
from pytest_factcheck.reports.page.words import STANCES, Sign
from pytest_factcheck.reports.rows import AssertionRow, VoiceRow
from pytest_factcheck.reports.shapes import TextRow
from pytest_factcheck.vocabulary import Stance


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

    @property
    def claims(self) -> int:
        """Return how many claims it speaks of."""
        return len({note.row["id"] for note in self.notes})


def article_of(text: TextRow, rows: Iterable[AssertionRow]) -> Article:
    """Return a source as its page shows it.

    Args:
        text: The source.
        rows: The claims of the audit, in their order.
    """
    asked = list(rows)
    notes = tuple(_notes(text["id"], asked))
    speaking = {note.row["id"] for note in notes}
    silent = [row for row in asked if row["id"] not in speaking and _is_asked(text["id"], row)]
    return Article(text, tuple(_paragraphs(text, notes)), notes, tuple(silent))


def _is_asked(source: str, row: AssertionRow) -> bool:
    return any(one["id"] == source for one in row["sources"])


def _notes(source: str, rows: Sequence[AssertionRow]) -> Iterator[Note]:
    """Yield a note for each voice, in the order of the text."""
    found = [
        (voice, row)
        for row in rows
        for one in row["sources"]
        if one["id"] == source
        for voice in one["voices"]
        if voice["stance"] != Stance.SILENT
    ]
    found.sort(key=lambda pair: (pair[0]["start"], pair[0]["end"]))
    for number, (voice, row) in enumerate(found, 1):
        yield Note(number, row, voice, STANCES[voice["stance"]])


def _paragraphs(text: TextRow, notes: Sequence[Note]) -> Iterator[Paragraph]:
    marks = [
        Mark(span[0], span[1], note.number, note.voice["stance"])
        for note in notes
        for span in note.voice["spans"]
    ]
    furniture = {span[0] for span in text["boilerplate"]}
    for number, (start, end) in enumerate(lines_of(text["text"]), 1):
        if start == end:
            continue
        here = tuple(note for note in notes if start <= note.voice["start"] <= end)
        yield Paragraph(number, segments(text["text"], start, end, marks), here, start in furniture)
