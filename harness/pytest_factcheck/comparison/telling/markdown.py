"""A comparison as Markdown for a comment on a pull request: short at first sight, whole when unfolded.

GitHub takes 65,536 characters of a comment. What is longer loses whole entries from its end, and says how
many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.comparison.telling.words import (
    COMMAND,
    Entry,
    Report,
    counts,
    parts,
    source_lines,
    still_failing,
)
from pytest_factcheck.reports.tables import cut, markdown

LIMIT = 65_000  # characters; GitHub takes 65,536, and a bot puts a line of its own before them
MARKER = "<!-- factcheck -->"  # by which a program finds its comment again
ACTING = re.compile(
    r"(@|\\#|GH-|:(?=//)|www(?=\.))", re.IGNORECASE
)  # what a mention or an address begins with
UNSEEN = "&#8203;"
LONGEST = 300  # terminal columns of one thing that is said
MOST = 20  # lines of a cell
HEADERS = ("assertion", "result", "what")
SOURCE_HEADERS = ("source", "", "what")
REST = len(f"\n\n</details>\n\n… and 1234567 more: run `{COMMAND}`\n\n{MARKER}\n")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title; each row with how many things it is about. `closed` ones are folded away."""

    title: str
    headers: Sequence[str]
    rows: Sequence[tuple[str, int]]
    closed: bool

    @property
    def head(self) -> str:
        """Return what stands before the rows."""
        columns = "|".join(" --- " for _ in self.headers)
        table = f"{_row(self.headers)}\n|{columns}|"
        if self.closed:
            return f"\n\n<details><summary>{self.title}</summary>\n\n{table}"
        return f"\n\n**{self.title}**\n\n{table}"

    @property
    def foot(self) -> str:
        """Return what stands behind the rows."""
        return "\n\n</details>" if self.closed else ""


def as_markdown(report: Report) -> str:
    """Return a comparison as Markdown of less than 65,000 characters, its first line short and complete."""
    comparison = report.comparison
    against = f"against `{report.short}`"
    text = f"**Audit: {markdown(counts(comparison))}** ({against})"
    notes = (*report.notes, *(f"setting {words}" for words in comparison.settings), still_failing(comparison))
    for note in filter(None, notes):
        text += f"\n\n{_words(note)}"
    text, left_out = _filled(text, list(_sections(report)))
    more = f"\n\n… and {left_out} more: run `{COMMAND}`" if left_out else ""
    return f"{text}{more}\n\n{MARKER}\n"


def length(text: str) -> int:
    """Return the length of a text as GitHub's page counts it: in UTF-16, where an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _filled(text: str, sections: Sequence[Section]) -> tuple[str, int]:
    """Return a text with as many rows of the sections as fit, and how many things do not."""
    room = LIMIT - 1 - length(text) - REST
    left_out = 0
    for section in sections:
        shown = ""
        room -= length(section.head)
        for row, about in section.rows:
            room -= length(row) + 1
            if room < 0 or left_out:
                left_out += about
            else:
                shown += f"\n{row}"
        room -= length(section.foot)
        text += f"{section.head}{shown}{section.foot}" if shown else ""
    return text, left_out


def _sections(report: Report) -> Iterator[Section]:
    for part in parts(report.comparison):
        title = f"{part.title}: {part.meaning}" if part.meaning else part.title
        fails = part.entries[0].changes[0].fails_now
        rows = [(_entry(entry), len(entry.changes)) for entry in part.entries]
        yield Section(title, HEADERS, rows, closed=not fails)
    sources = [(_row(map(_words, cells)), 1) for cells in source_lines(report.comparison)]
    if sources:
        yield Section("Sources", SOURCE_HEADERS, sources, closed=True)


def _entry(entry: Entry) -> str:
    return _row(
        (_several([*entry.names, *filter(None, [entry.place])]), _words(entry.head), _several(entry.lines))
    )


def _several(things: Sequence[str]) -> str:
    rest = len(things) - MOST
    return "<br>".join([*map(_words, things[:MOST]), *([f"… and {rest} more"] if rest > 0 else [])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(words: str) -> str:
    """Return words that stay words: no markup, no mention of anybody, no link to another thread."""
    # GitHub looks for mentions and addresses when the escapes are gone; a space without width parts them.
    shown = markdown(cut(words, LONGEST))
    return ACTING.sub(rf"\1{UNSEEN}", shown)
