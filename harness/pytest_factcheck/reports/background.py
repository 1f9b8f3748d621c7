"""Background: what a page shows beside the findings: the texts, the files as written, and nearest misses."""

from __future__ import annotations

from collections.abc import Iterable

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.coverage.rows import CoverageReport
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.findings import Finding, SourceFinding
from pytest_factcheck.location import LineIndex
from pytest_factcheck.misses import leaning, nearest_in, uncovered_by_passage
from pytest_factcheck.reports.rows import described_row
from pytest_factcheck.reports.shapes import AssertionRow, AuditReport, FileRow, MissRow, SourceRow, TextRow
from pytest_factcheck.vocabulary import Stance, Verdict

MOST = 12  # misses of one claim; of many sources each has something that comes near


def with_background(
    report: AuditReport, corpus: Corpus, files: Iterable[tuple[str, str]], coverage: CoverageReport
) -> AuditReport:
    """Return an audit with what a page shows beside it.

    Args:
        report: The audit.
        corpus: The corpus that was audited.
        files: The path of each file of assertions, relative to the project, and its text.
        coverage: Which sentences of the corpus the assertions cover.
    """
    written = [FileRow(path=path, text=text) for path, text in files]
    return {**report, "texts": texts(corpus), "files": written, "coverage": coverage}


def texts(corpus: Corpus) -> list[TextRow]:
    """Return every source of a corpus with its text, in the order of the manifest."""
    found = []
    for name, source in corpus.sources.items():
        read = corpus.text(name)
        found.append(
            TextRow(
                **described_row(source, missing=read is None),
                text=read.text if read else "",
                boilerplate=[[span.start, span.end] for span in read.boilerplate] if read else [],
            )
        )
    return found


def with_misses(row: AssertionRow, finding: Finding, examiner: Examiner) -> AssertionRow:
    """Return the row of a finding with the nearest misses of its sources, where nothing speaks.

    Args:
        row: The row.
        finding: What was found; nothing is added unless the corpus says nothing.
        examiner: Who is asked.
    """
    if finding.skipped or finding.verdict is not Verdict.ABSENT:
        return row
    near = [(item, hearing) for item in finding.sources for hearing in _near(finding, item, examiner)]
    told = sorted(near, key=lambda one: -abs(leaning(one[1])))[:MOST]
    sources: list[SourceRow] = []
    for source, item in zip(row["sources"], finding.sources, strict=True):
        hearings = [hearing for other, hearing in told if other is item]
        misses = [_miss_row(finding.assertion.claim, hearing, item.line_index) for hearing in hearings]
        sources.append({**source, "misses": misses})
    return {**row, "sources": sources}


def _near(finding: Finding, item: SourceFinding, examiner: Examiner) -> tuple[Hearing, ...]:
    if item.read is None or item.stance is not Stance.SILENT:
        return ()
    spoken_for = [span for found in item.evidence for span in found.spans]
    return nearest_in(examiner, finding.assertion.question, item.read, spoken_for)


def _miss_row(claim: str, hearing: Hearing, lines: LineIndex) -> MissRow:
    focus = hearing.passage.focus
    line, column = lines.place(focus.start)
    return MissRow(
        start=focus.start,
        end=focus.end,
        line=line,
        column=column,
        quote=focus.of(hearing.passage.text),
        lacking=[span.of(claim) for span in uncovered_by_passage(claim, hearing.passage)],
    )
