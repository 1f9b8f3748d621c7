"""Background: what a page shows beside the findings: the texts, the files as written, and nearest misses."""

from __future__ import annotations

from collections.abc import Iterable

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.findings import Finding, SourceFinding
from pytest_factcheck.location import LineIndex
from pytest_factcheck.misses import nearest_in, uncovered_by_passage
from pytest_factcheck.reports.shapes import AssertionRow, AuditReport, FileRow, MissRow, TextRow
from pytest_factcheck.vocabulary import Stance, Verdict


def with_background(report: AuditReport, corpus: Corpus, files: Iterable[tuple[str, str]]) -> AuditReport:
    """Return an audit with what a page shows beside it.

    Args:
        report: The audit.
        corpus: The corpus that was audited.
        files: The path of each file of assertions, relative to the project, and its text.
    """
    return {
        **report,
        "texts": texts(corpus),
        "files": [FileRow(path=path, text=text) for path, text in files],
    }


def texts(corpus: Corpus) -> list[TextRow]:
    """Return every source of a corpus with its text, in the order of the manifest."""
    found = []
    for name, source in corpus.sources.items():
        read = corpus.text(name)
        found.append(
            TextRow(
                id=name,
                path=source.path,
                title=source.title,
                publisher=source.publisher,
                published=source.published.isoformat() if source.published else "",
                url=source.url,
                language=source.language,
                missing=read is None,
                text=read.text if read else "",
                boilerplate=[[span.start, span.end] for span in read.boilerplate] if read else [],
            )
        )
    return found


def with_misses(row: AssertionRow, finding: Finding, examiner: Examiner) -> AssertionRow:
    """Return the row of a finding with the nearest misses of each silent source, where nothing speaks.

    Args:
        row: The row.
        finding: What was found; nothing is added unless the corpus says nothing.
        examiner: Who is asked.
    """
    if finding.skipped or finding.verdict is not Verdict.ABSENT:
        return row
    sources = zip(row["sources"], finding.sources, strict=True)
    told = [{**source, "misses": list(_misses(finding, item, examiner))} for source, item in sources]
    return {**row, "sources": told}  # type: ignore[typeddict-item]  # a row of a source, and one key more


def _misses(finding: Finding, item: SourceFinding, examiner: Examiner) -> Iterable[MissRow]:
    if item.read is None or item.stance is not Stance.SILENT:
        return
    claim = finding.assertion.claim
    spoken_for = [span for found in item.evidence for span in found.spans]
    for hearing in nearest_in(examiner, finding.assertion.question, item.read, spoken_for):
        yield _miss_row(claim, hearing, item.line_index)


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
