"""Findings as plain data: what the JSON report holds, what travels between processes, what tables show.

Every later report reads this and nothing else. The shape is fixed by schema/report.schema.json and by
`FORMAT`, which changes when a reader of the old shape would go wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Hearing
from pytest_factcheck.findings import Basis, EvidenceFinding, Finding, SourceFinding
from pytest_factcheck.location import Excerpt, LineIndex
from pytest_factcheck.reports.shapes import (
    AssertionRow,
    AuditReport,
    ComparedRow,
    DescribedRow,
    ExcerptRow,
    ProblemRow,
    ReasonRow,
    RulingRow,
    SourceRow,
    Totals,
    VoiceRow,
)
from pytest_factcheck.sources import Source
from pytest_factcheck.vocabulary import Opinion, Reason, Span, Verdict

__all__ = [
    "AssertionRow",
    "AuditReport",
    "ComparedRow",
    "ExcerptRow",
    "ProblemRow",
    "ReasonRow",
    "RulingRow",
    "SourceRow",
    "Totals",
    "VoiceRow",
]
FORMAT = 1
PASSED, FAILED, SKIPPED, KNOWN_ISSUE = "passed", "failed", "skipped", "known issue"
OUTCOMES = (PASSED, FAILED, SKIPPED, KNOWN_ISSUE)
PERSON = "a person"
NOT_HERE = "not here"
SOLVED = "known issue is solved"


def assertion_row(finding: Finding) -> AssertionRow:
    """Return one finding as plain data."""
    assertion = finding.assertion
    return AssertionRow(
        id=assertion.id,
        path=assertion.location.path,
        line=assertion.location.line,
        column=assertion.location.column,
        topic=assertion.topic,
        claim=assertion.claim,
        tags=list(assertion.tags),
        note=assertion.note,
        expect=str(assertion.expect),
        verdict="" if finding.skipped else str(finding.verdict),
        rests_on=str(finding.rests_on),
        outcome=_outcome(finding),
        why_not_run=finding.skipped,
        known_issue=assertion.known_issue,
        problems=[problem_row(problem) for problem in finding.problems],
        notes=list(finding.notes),
        to_look_at=list(finding.to_look_at),
        sources=[source_row(assertion.claim, item) for item in finding.sources],
    )


def source_row(claim: str, item: SourceFinding) -> SourceRow:
    """Return what one source says as plain data, its evidence before the passages that judges found."""
    lines = item.line_index
    voices = [_evidence_row(claim, found, item.text, lines) for found in item.evidence if found.spans]
    voices += [hearing_row(claim, hearing, lines) for hearing in item.hearings]
    described = described_row(item.source, missing=item.missing)
    row = {**described, "stance": str(item.stance), "voices": voices}
    return cast("SourceRow", row)  # which mypy cannot tell, because of the key that may be missing


def described_row(source: Source, *, missing: bool) -> DescribedRow:
    """Return what the manifest says of a source as plain data."""
    return DescribedRow(
        id=source.id,
        path=source.path,
        title=source.title,
        publisher=source.publisher,
        published=source.published.isoformat() if source.published else "",
        url=source.url,
        language=source.language,
        missing=missing,
    )


def hearing_row(claim: str, hearing: Hearing, lines: LineIndex) -> VoiceRow:
    """Return what the judges say of one passage as plain data."""
    decisive, focus = hearing.decisive, hearing.passage.focus
    (line, column), (end_line, end_column) = lines.place(focus.start), lines.place(focus.end)
    return VoiceRow(
        stance=str(hearing.stance),
        by=decisive.judge if decisive else "",
        rests_on=str(Basis.JUDGED),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=focus.start,
        end=focus.end,
        spans=[[focus.start, focus.end]],
        quoted=False,
        quote=focus.of(hearing.passage.text),
        reasons=_reasons(decisive.reasons if decisive else ()),
        compared=_compared(claim, hearing.passage.text, decisive),
        ruling=None,
    )


def audit_report(
    rows: Iterable[AssertionRow],
    *,
    judges: Sequence[str],
    corpus: str,
    unlisted: Iterable[str] = (),
    why_partial: Iterable[str] = (),
) -> AuditReport:
    """Put the rows of one audit together, in the order of the files.

    Args:
        rows: One for each assertion that was selected, in any order.
        judges: The names of the judges that were asked.
        corpus: The corpus folder, relative to the project.
        unlisted: Texts in that folder that the manifest does not name.
        why_partial: Why some assertions are not among the rows; empty for a whole audit.
    """
    ordered = sorted(rows, key=lambda row: (row["path"], row["line"], row["id"]))
    reasons = [*why_partial, *_gaps(ordered)]
    return AuditReport(
        format=FORMAT,
        partial=bool(reasons),
        why_partial=reasons,
        judges=list(judges),
        folder="",
        corpus=corpus,
        unlisted=sorted(unlisted),
        mistakes=[],
        totals=totals(ordered),
        assertions=ordered,
    )


def of_files(report: AuditReport, *, folder: str, mistakes: Iterable[Problem]) -> AuditReport:
    """Return an audit with what is known of its files.

    Args:
        report: The audit.
        folder: The folder of the project, relative to its repository; empty where they are the same.
        mistakes: What is wrong with the files that could not be used.
    """
    return {**report, "folder": folder, "mistakes": [problem_row(one) for one in sorted(mistakes)]}


def totals(rows: Sequence[AssertionRow]) -> Totals:
    """Count the rows."""
    passed = [row for row in rows if row["outcome"] == PASSED]
    slugs = Counter(problem["slug"] for row in rows for problem in row["problems"])
    return Totals(
        assertions=len(rows),
        outcomes=_counts(OUTCOMES, (row["outcome"] for row in rows)),
        verdicts=_counts(tuple(map(str, Verdict)), (row["verdict"] for row in rows)),
        passed_on=_counts(tuple(map(str, Basis)), (row["rests_on"] for row in passed)),
        problems=dict(sorted(slugs.items())),
        to_look_at=sum(1 for row in passed if row["to_look_at"]),
    )


def speaking(source: SourceRow) -> VoiceRow | None:
    """Return the voice to show for a source: the first on its own side, else the first at all."""
    wanted = [voice for voice in source["voices"] if voice["stance"] == source["stance"]]
    return next(iter(wanted or source["voices"]), None)


def shown_stance(source: SourceRow) -> str:
    """Return the stance of a source as tables have it; one that is not on this machine has none."""
    return NOT_HERE if source["missing"] else source["stance"]


def _gaps(rows: Sequence[AssertionRow]) -> list[str]:
    skipped = {row["why_not_run"] for row in rows if row["why_not_run"]}
    missing = {source["id"] for row in rows for source in row["sources"] if source["missing"]}
    unread = [f"not searched, because it is not on this machine: {', '.join(sorted(missing))}"]
    return [*sorted(skipped), *(unread if missing else [])]


def _outcome(finding: Finding) -> str:
    if finding.skipped:
        return SKIPPED
    if finding.problems:
        return KNOWN_ISSUE if finding.assertion.known_issue else FAILED
    return FAILED if finding.assertion.known_issue else PASSED


def problem_row(problem: Problem) -> ProblemRow:
    """Return one problem as plain data."""
    place = problem.location
    return ProblemRow(
        slug=problem.slug,
        path=place.path,
        line=place.line,
        column=place.column,
        message=problem.message,
        advice=problem.advice,
        related=[_excerpt_row(excerpt) for excerpt in problem.related],
    )


def solved(row: AssertionRow) -> ProblemRow:
    """Return the problem of a known issue that is none any more."""
    return ProblemRow(
        slug=SOLVED,
        path=row["path"],
        line=row["line"],
        column=row["column"],
        message="the assertion passes now",
        advice="remove `known_issue`",
        related=[],
    )


def _excerpt_row(excerpt: Excerpt) -> ExcerptRow:
    return ExcerptRow(
        path=excerpt.start.path,
        line=excerpt.start.line,
        column=excerpt.start.column,
        end_line=excerpt.end_line,
        end_column=excerpt.end_column,
        words=excerpt.words,
    )


def _evidence_row(claim: str, found: EvidenceFinding, text: str, lines: LineIndex) -> VoiceRow:
    span = Span(min(span.start for span in found.spans), max(span.end for span in found.spans))
    (line, column), (end_line, end_column) = lines.place(span.start), lines.place(span.end)
    decisive = found.hearing.decisive if found.hearing else None
    judge = decisive.judge if decisive else ""
    by = {
        Basis.JUDGED: judge,
        Basis.NOTHING: judge,
        Basis.ATTESTED: found.evidence.attested.by if found.evidence.attested else "",
        Basis.WORD: PERSON,
        Basis.SEARCHED: "",
    }
    return VoiceRow(
        stance=str(found.votes),
        by=by[found.rests_on],
        rests_on=str(found.rests_on),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=span.start,
        end=span.end,
        spans=[[piece.start, piece.end] for piece in found.spans],
        quoted=True,
        quote=" … ".join(piece.of(text) for piece in found.spans),
        reasons=_reasons(decisive.reasons if decisive else ()),
        compared=_compared(claim, text, decisive),
        ruling=_ruling(found),
    )


def _reasons(reasons: Iterable[Reason]) -> list[ReasonRow]:
    return [ReasonRow(code=reason.code, text=reason.text) for reason in reasons]


def _compared(claim: str, text: str, opinion: Opinion | None) -> list[ComparedRow]:
    return [
        ComparedRow(claim=reason.claim.of(claim), source=reason.source.of(text))
        for reason in (opinion.reasons if opinion else ())
        if reason.claim and reason.source
    ]


def _ruling(found: EvidenceFinding) -> RulingRow | None:
    ruled = found.evidence.attested
    return RulingRow(by=ruled.by, on=ruled.on.isoformat(), reason=ruled.reason) if ruled else None


def _counts(names: Sequence[str], seen: Iterable[str]) -> dict[str, int]:
    counted: Mapping[str, int] = Counter(seen)
    return {name: counted.get(name, 0) for name in names}
