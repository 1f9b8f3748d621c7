"""Results: every problem of an audit with its rule, for readers that know one problem at a time.

SARIF and annotations are made from these. Where a file lies is told relative to the repository, because
that is the folder that those readers have open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pytest_factcheck.reports.rows import FAILED, KNOWN_ISSUE, AssertionRow, AuditReport, ProblemRow, solved
from pytest_factcheck.reports.rules import NOTE, Rule, rules


@dataclass(frozen=True, slots=True)
class Result:
    """One problem: of an assertion, or of a file that could not be used."""

    rule: Rule
    problem: ProblemRow
    assertion: AssertionRow | None = None

    @property
    def level(self) -> str:
        """Return how much it weighs; a known issue fails nothing."""
        return NOTE if self.accepted else self.rule.level

    @property
    def accepted(self) -> str:
        """Return why the assertion is known to fail; empty if it is not."""
        known = self.assertion is not None and self.assertion["outcome"] == KNOWN_ISSUE
        return self.assertion["known_issue"] if self.assertion and known else ""

    @property
    def name(self) -> str:
        """Return the id of the assertion; empty for a mistake of a file."""
        return self.assertion["id"] if self.assertion else ""


def results(report: AuditReport) -> Iterator[Result]:
    """Yield the mistakes of files, then every problem in the order of the assertions."""
    for mistake in report["mistakes"]:
        yield Result(_rule(mistake), mistake)
    for row in report["assertions"]:
        known = row["problems"] or ([solved(row)] if row["outcome"] == FAILED else [])
        for problem in known:
            yield Result(_rule(problem), problem, row)


def in_repository(report: AuditReport, path: str) -> str:
    """Return a path of the project as it is in the repository."""
    return f"{report['folder']}/{path}" if report["folder"] else path


def _rule(problem: ProblemRow) -> Rule:
    # What the tables call "known issue is solved" is no slug; a rule has no spaces in its name.
    return rules()[problem["slug"].replace(" ", "-")]
