"""What one verdict rests on, whole: every source, every passage that speaks, both spans, who and why.

Of a silent source the passages are shown that come nearest. The finding does not hold them, so they are asked
for again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Examiner
from pytest_factcheck.findings import Basis, EvidenceFinding, Finding, SourceFinding
from pytest_factcheck.location import LineIndex, Location
from pytest_factcheck.misses import nearest_in
from pytest_factcheck.reports.advice import todo
from pytest_factcheck.reports.hearings import WIDTH, heard, judge_of, lines, nowhere, quoted, silence
from pytest_factcheck.reports.summary import RESTS_ON
from pytest_factcheck.vocabulary import Question, Stance


def explanation(finding: Finding, examiner: Examiner, only: Collection[str] = ()) -> str:
    """Return the whole trace of a finding as text.

    Args:
        finding: What was found.
        examiner: The corpus with the judges that found it.
        only: The ids of the sources that are shown; all if there is none.
    """
    assertion = finding.assertion
    head = [f"{assertion.location}: {assertion.id}", *lines(f"claim: {assertion.claim}", "")]
    if finding.skipped:
        return "\n".join([*head, f"not run: {finding.skipped}"])
    rests_on = RESTS_ON.get(finding.rests_on, "nothing that stands")
    head.append(f"expected {assertion.expect}, found {finding.verdict}: {rests_on}")
    head += nowhere(assertion.claim, (item.read for item in finding.sources if item.read))
    shown = [item for item in finding.sources if not only or item.source.id in only]
    blocks = ["\n".join(head), *("\n".join(_source(item, assertion.question, examiner)) for item in shown)]
    blocks += _problems(finding.problems)
    blocks += _listed("notes", finding.notes)
    blocks += _listed("worth a look", finding.to_look_at)
    return "\n\n".join(blocks)


def _source(item: SourceFinding, question: Question, examiner: Examiner) -> Iterator[str]:
    yield f"{item.source.id}: {'its text is not on this machine' if item.missing else item.stance}"
    claim, places = question.claim, item.line_index
    for found in item.evidence:
        yield from _evidence(found, item, claim, places)
    for hearing in item.hearings:
        place = Location(item.source.path, *places.place(hearing.passage.focus.start))
        yield f"  {place}: {hearing.stance}, by {judge_of(hearing)}"
        yield from quoted(hearing.passage.focus.of(item.text))
        yield from heard(hearing, claim)
    if item.read and item.stance is Stance.SILENT:
        spoken_for = [span for found in item.evidence for span in found.spans]
        yield from silence(item.read, nearest_in(examiner, question, item.read, spoken_for), claim)


def _evidence(found: EvidenceFinding, item: SourceFinding, claim: str, places: LineIndex) -> Iterator[str]:
    if not found.spans:
        yield f"  {found.evidence.location}: evidence that does not stand"
        return
    place = Location(item.source.path, *places.place(found.spans[0].start))
    yield f"  {place}: {found.evidence.stance}, {_rests_on(found)}"
    for span in found.spans:
        yield from quoted(span.of(item.text))
    if found.evidence.attested:
        ruling = found.evidence.attested
        yield from lines(f"ruling of {ruling.by}, {ruling.on}: {ruling.reason}", "    ")
    if found.hearing:
        yield from heard(found.hearing, claim)


def _rests_on(found: EvidenceFinding) -> str:
    if found.rests_on is Basis.JUDGED and found.hearing:
        return f"as {judge_of(found.hearing)} confirms"
    return RESTS_ON.get(found.rests_on, "which does not stand")


def _problems(problems: Iterable[Problem]) -> list[str]:
    shown = [
        line
        for problem in problems
        for line in (
            *lines(f"{problem.location}: {problem.slug}: {problem.message}", "  "),
            *(f"    {part}" for part in todo(problem.advice, WIDTH - 4)),
        )
    ]
    return ["\n".join(["problems:", *shown])] if shown else []


def _listed(title: str, said: Iterable[str]) -> list[str]:
    shown = [part for line in said for part in lines(line, "  ")]
    return ["\n".join([f"{title}:", *shown])] if shown else []
