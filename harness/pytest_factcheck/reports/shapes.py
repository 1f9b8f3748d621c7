"""The shapes of the rows: what the JSON report holds, and schema/report.schema.json describes."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from pytest_factcheck.coverage.rows import CoverageReport
from pytest_factcheck.mutation.rows import MutationRow


class ReasonRow(TypedDict):
    """Why a judge says so."""

    code: str
    text: str


class PlaceRow(TypedDict):
    """Where words of a source stand, counted from 1; the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class ExcerptRow(PlaceRow):
    """Words of a source and their place."""

    path: str
    words: str


class ComparedRow(TypedDict):
    """The words of the claim and those of the source that a judge has compared."""

    claim: str
    source: str


class RulingRow(TypedDict):
    """What a person has ruled on a quote: who, on which day, and why."""

    by: str
    on: str
    reason: str


class VoiceRow(PlaceRow):
    """One passage or one quote that speaks: on which side, on whose word, where and in which words.

    `spans` are the code points of each piece of a quote, from the first to the one after the last; `quoted`
    tells evidence of the assertion from a passage that a judge has found.
    """

    stance: str
    by: str
    rests_on: str
    start: int
    end: int
    spans: list[list[int]]
    quoted: bool
    quote: str
    reasons: list[ReasonRow]
    compared: list[ComparedRow]
    ruling: RulingRow | None


class MissRow(TypedDict):
    """A sentence that comes near a claim and does not speak of it, and the words that it lacks."""

    start: int
    end: int
    line: int
    column: int
    quote: str
    lacking: list[str]


class DescribedRow(TypedDict):
    """A source as the manifest describes it, and whether its text is missing on this machine."""

    id: str
    path: str
    title: str
    publisher: str
    published: str
    url: str
    language: str
    missing: bool


class SourceRow(DescribedRow):
    """What one source says of the claim; `misses` are told where a page is made of the audit."""

    stance: str
    voices: list[VoiceRow]
    misses: NotRequired[list[MissRow]]


class ProblemRow(TypedDict):
    """One way in which an assertion fails, or one mistake of a file."""

    slug: str
    path: str
    line: int
    column: int
    message: str
    advice: str
    related: list[ExcerptRow]


class AssertionRow(TypedDict):
    """The whole result for one assertion."""

    id: str
    path: str
    line: int
    column: int
    topic: str
    claim: str
    tags: list[str]
    note: str
    expect: str
    verdict: str
    rests_on: str
    outcome: str
    why_not_run: str
    known_issue: str
    problems: list[ProblemRow]
    notes: list[str]
    to_look_at: list[str]
    sources: list[SourceRow]
    mutation: NotRequired[MutationRow]


class Totals(TypedDict):
    """How many of what; the outcomes add up to `assertions`."""

    assertions: int
    outcomes: dict[str, int]
    verdicts: dict[str, int]
    passed_on: dict[str, int]
    problems: dict[str, int]
    to_look_at: int


class TextRow(DescribedRow):
    """A source with its text; spans count code points of it, from the first to the one after the last."""

    text: str
    boilerplate: list[list[int]]


class FileRow(TypedDict):
    """A file of assertions as it is written."""

    path: str
    text: str


class AuditReport(TypedDict):
    """One audit, whole or partial; what comes after them is told where a page is made of it."""

    format: int
    partial: bool
    why_partial: list[str]
    judges: list[str]
    folder: str
    corpus: str
    unlisted: list[str]
    mistakes: list[ProblemRow]
    totals: Totals
    assertions: list[AssertionRow]
    texts: NotRequired[list[TextRow]]
    files: NotRequired[list[FileRow]]
    coverage: NotRequired[CoverageReport]
