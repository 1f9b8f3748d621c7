"""Rows for the tests of reports: a whole row with as few words as a test needs."""

from __future__ import annotations

from typing import cast

import pytest

from pytest_factcheck.reports.rows import AssertionRow, ProblemRow, SourceRow, VoiceRow

Row = dict[str, object]

PASSED: Row = {
    "id": "talks-lasted",
    "path": "assertions/talks.yaml",
    "line": 4,
    "column": 5,
    "topic": "Talks",
    "claim": "The talks lasted 100 minutes.",
    "tags": ["talks"],
    "note": "",
    "expect": "supported",
    "verdict": "supported",
    "rests_on": "judged",
    "outcome": "passed",
    "why_not_run": "",
    "known_issue": "",
    "problems": [],
    "notes": [],
    "to_look_at": [],
    "sources": [],
}
SILENT: Row = {
    "id": "alpha",
    "path": "seeds/alpha.txt",
    "title": "",
    "publisher": "",
    "published": "",
    "url": "",
    "language": "en",
    "stance": "silent",
    "missing": False,
    "voices": [],
}
SPOKEN: Row = {
    "stance": "supports",
    "by": "slots",
    "rests_on": "judged",
    "line": 3,
    "column": 1,
    "end_line": 3,
    "end_column": 19,
    "start": 40,
    "end": 58,
    "spans": [[40, 58]],
    "quoted": True,
    "quote": "a 100-minute meeting",
    "reasons": [{"code": "inside", "text": "100 minutes is 100 minutes"}],
    "compared": [{"claim": "100 minutes", "source": "100-minute"}],
    "ruling": None,
}
OPPOSED: Row = {
    "slug": "evidence-opposed",
    "path": "assertions/talks.yaml",
    "line": 7,
    "column": 9,
    "message": "declared as supports, but `slots` reads seeds/alpha.txt:3:1 as contradicts",
    "advice": "correct the stance or the quote",
    "related": [],
}


class Make:
    """Makers of rows: each is a whole one, with whatever is given changed."""

    def row(self, **changes: object) -> AssertionRow:
        """Return an assertion that passed."""
        return cast("AssertionRow", PASSED | changes)

    def source(self, **changes: object) -> SourceRow:
        """Return a source that is silent."""
        return cast("SourceRow", SILENT | changes)

    def voice(self, **changes: object) -> VoiceRow:
        """Return a voice that supports."""
        return cast("VoiceRow", SPOKEN | changes)

    def problem(self, **changes: object) -> ProblemRow:
        """Return a problem: opposed evidence."""
        return cast("ProblemRow", OPPOSED | changes)


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the makers of rows."""
    return Make()
