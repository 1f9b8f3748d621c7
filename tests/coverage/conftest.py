"""Rows of an audit for the tests of coverage: a whole row with as few words as a test needs."""

from __future__ import annotations

from typing import cast

import pytest

from pytest_factcheck.corpus import SourceText, from_files
from pytest_factcheck.coverage.rows import SentenceRow
from pytest_factcheck.reports.rows import AssertionRow, VoiceRow


class Make:
    """Makers: of texts, of what an assertion quotes, and of assertions that passed."""

    def text(self, words: str) -> SourceText:
        """Return a text of its own corpus."""
        text = from_files(["a.txt"], "seeds", lambda _: words.encode()).text("a")
        assert text is not None
        return text

    def voice(self, text: SourceText, *pieces: str, **changes: object) -> VoiceRow:
        """Return a quote of a text that a judge has confirmed, with whatever is given changed."""
        starts = [text.text.index(piece) for piece in pieces]
        spans = [[start, start + len(piece)] for start, piece in zip(starts, pieces, strict=True)]
        voice = {"stance": "supports", "rests_on": "judged", "quoted": True, "spans": spans}
        return cast("VoiceRow", voice | changes)

    def row(self, claim: str, *voices: VoiceRow, **changes: object) -> AssertionRow:
        """Return an assertion that passed, with what it quotes of the one source."""
        row = {"id": claim, "claim": claim, "outcome": "passed", "sources": [{"id": "a", "voices": voices}]}
        return cast("AssertionRow", row | changes)

    def sentence(
        self, line: int, column: int = 1, *, checkable: bool = True, covered: bool = False
    ) -> SentenceRow:
        """Return a sentence at a place of a text."""
        return SentenceRow(
            start=0,
            end=0,
            line=line,
            column=column,
            words="The bridge opened.",
            checkable=checkable,
            why_not="" if checkable else "question",
            signals=[],
            covered_by=["opened"] if covered else [],
        )


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the makers."""
    return Make()
