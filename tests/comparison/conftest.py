"""Rows for the tests of comparisons: a whole row with as few words as a test needs."""

from __future__ import annotations

from typing import cast

import pytest

from pytest_factcheck.reports.rows import AssertionRow, ProblemRow, SourceRow


class Make:
    """Makers of rows: each is a whole one, with whatever is given changed."""

    def row(self, **changes: object) -> AssertionRow:
        """Return an assertion that passed, and that no source was asked about."""
        row = AssertionRow(
            id="talks-lasted",
            path="assertions/talks.yaml",
            line=4,
            column=5,
            topic="Talks",
            claim="The talks lasted 100 minutes.",
            tags=[],
            note="",
            expect="supported",
            verdict="supported",
            rests_on="judged",
            outcome="passed",
            why_not_run="",
            known_issue="",
            problems=[],
            notes=[],
            to_look_at=[],
            sources=[],
        )
        return cast("AssertionRow", {**row, **changes})

    def source(self, **changes: object) -> SourceRow:
        """Return a source that is silent."""
        row = SourceRow(
            id="alpha",
            path="seeds/alpha.txt",
            title="",
            publisher="",
            published="",
            url="",
            language="en",
            stance="silent",
            missing=False,
            voices=[],
        )
        return cast("SourceRow", {**row, **changes})

    def problem(self, **changes: object) -> ProblemRow:
        """Return a problem of its evidence."""
        row = ProblemRow(
            slug="evidence-opposed",
            path="assertions/talks.yaml",
            line=7,
            column=9,
            message="declared as supports, but `slots` reads seeds/alpha.txt:3:1 as contradicts",
            advice="correct the stance or the quote",
            related=[],
        )
        return cast("ProblemRow", {**row, **changes})


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the makers of rows."""
    return Make()
