"""Suggesting: which uncovered sentences are most worth an assertion, and the command that drafts it.

Where another source contradicts a sentence, a reader of one of them is misled: these come first. Behind them
the order follows what can be looked up: numbers and dates before quotations, these before names.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from pytest_factcheck import commandline
from pytest_factcheck.coverage import rows
from pytest_factcheck.coverage.rows import (
    CoverageReport,
    ElsewhereRow,
    SentenceRow,
    SourceCoverageRow,
    SuggestionRow,
)
from pytest_factcheck.coverage.signals import SignalKind
from pytest_factcheck.coverage.tables import words_of
from pytest_factcheck.vocabulary import Stance

_WORTH = {SignalKind.NUMBER: 3, SignalKind.DATE: 3, SignalKind.SAID: 2, SignalKind.NAME: 1}
_MOST = 3  # signals of one kind that count
_CONTRADICTED, _SUPPORTED, _POINTING = 20, 2, -3
_JOINING = words_of("joining")
_POINTERS = words_of("pointing")
_PAIRS = {"“": "”", "«": "»"}
_BULLETS = "-–—#>*•▪ "  # of lists, headings and credits; a claim that begins with a dash would be an option
_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # Unicode categories of what nobody sees


def uncovered(report: CoverageReport) -> dict[str, tuple[SourceCoverageRow, SentenceRow]]:
    """Return the uncovered sentences of a coverage by the claim that each makes; equal ones once."""
    found: dict[str, tuple[SourceCoverageRow, SentenceRow]] = {}
    for source in report["sources"]:
        for row in rows.uncovered(source["rows"]):
            found.setdefault(claim_of(row["words"]), (source, row))
    return found


def suggestions(report: CoverageReport, heard: Mapping[str, Mapping[str, Stance]]) -> list[SuggestionRow]:
    """Return a suggestion for each uncovered sentence, what is most worth an assertion first.

    Args:
        report: The coverage.
        heard: For each claim of `uncovered`, what other sources say of it; those that are silent left out.
    """
    found = [
        _suggestion(source, row, claim, heard.get(claim, {}))
        for claim, (source, row) in uncovered(report).items()
    ]
    return sorted(found, key=lambda one: -one["worth"])


def claim_of(sentence: str) -> str:
    """Return a sentence as a claim: one line, its quotation marks paired, no bullet, no "However,"."""
    kept = "".join(one for one in sentence if one.isspace() or unicodedata.category(one) not in _ACTING)
    return _paired(_unjoined(" ".join(kept.split()).lstrip(_BULLETS)))


def _suggestion(
    source: SourceCoverageRow, row: SentenceRow, claim: str, heard: Mapping[str, Stance]
) -> SuggestionRow:
    kinds = Counter(signal["kind"] for signal in row["signals"])
    elsewhere = [ElsewhereRow(source=name, stance=str(stance)) for name, stance in sorted(heard.items())]
    return SuggestionRow(
        source=source["id"],
        path=source["path"],
        line=row["line"],
        column=row["column"],
        words=row["words"],
        worth=_worth(kinds, claim, tuple(heard.values())),
        signals=dict(sorted(kinds.items())),
        elsewhere=elsewhere,
        claim=claim,
        command=commandline.new(claim),
    )


def _worth(kinds: Mapping[str, int], claim: str, heard: Sequence[Stance]) -> int:
    """Return how much a sentence is worth an assertion: what other sources say, then what it holds."""
    opposed = any(stance in (Stance.CONTRADICTS, Stance.MIXED) for stance in heard)
    shared = any(stance is Stance.SUPPORTS for stance in heard)
    first = claim.partition(" ")[0].strip("“\"'‘").lower()
    held = sum(each * min(_MOST, kinds.get(kind, 0)) for kind, each in _WORTH.items())
    return held + _CONTRADICTED * opposed + _SUPPORTED * shared + _POINTING * (first in _POINTERS)


def _unjoined(line: str) -> str:
    first, _, rest = line.partition(" ")
    if first.rstrip(",").lower() not in _JOINING or not rest:
        return line
    return rest[0].upper() + rest[1:]


def _paired(line: str) -> str:
    """Return a line with the quotation mark that its neighbour sentence holds."""
    for opening, closing in _PAIRS.items():
        missing = line.count(opening) - line.count(closing)
        line = opening + line if missing < 0 else line + closing if missing > 0 else line
    if line.count('"') % 2:
        return f'{line}"' if line.startswith('"') else f'"{line}'
    return line
