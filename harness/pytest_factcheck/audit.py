"""The audit: one assertion against the corpus gives one finding.

Pure but for the texts that the corpus reads on first use. What passes and what fails is the table of the
design page; contradiction is looked for before support, and a person's word never hides a judge's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pytest_factcheck import commandline
from pytest_factcheck import evidence as evidence_check
from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.findings import Basis, EvidenceFinding, Finding, SourceFinding
from pytest_factcheck.location import Excerpt
from pytest_factcheck.misses import nearest_clause
from pytest_factcheck.origins import Origins
from pytest_factcheck.retrieval import understood
from pytest_factcheck.verdict import FORBIDDEN, REQUIRED, SIDES, corpus_verdict, source_stance
from pytest_factcheck.vocabulary import Span, Stance, Verdict

_DOUBTS = frozenset({"evidence-unconfirmed", "undecided-passage"})
"""Problems of strict audits alone; a reader wants to see first what is wrong."""


def audit(examiner: Examiner, assertion: Assertion, *, strict: bool = False) -> Finding:
    """Audit one assertion against the corpus.

    Args:
        examiner: The corpus with its judges.
        assertion: What is asserted; every source that it names exists.
        strict: Whether evidence that no judge confirms, and passages that none can decide, are problems.

    Returns:
        The finding, with its problems in the order of their places, mere doubts last.
    """
    scope = examiner.corpus.selected(assertion.sources, assertion.as_of)
    missing = tuple(source for source in scope if examiner.corpus.text(source.id) is None)
    skipped = _skip_reason(assertion, missing)
    if skipped:
        return Finding(assertion, Verdict.ABSENT, Basis.NOTHING, (), skipped=skipped)
    record = _Record(assertion)
    if assertion.min_origins > 1:  # one is there as soon as anybody speaks, whoever copied whom
        record.origins = examiner.origins(scope)
    _nothing_to_check(assertion, scope, record)
    sources = tuple(_source_finding(examiner, assertion, source, record) for source in scope)
    _count(assertion, sources, record)
    if assertion.as_of:
        record.notes += _undated(examiner, assertion)
    return _finding(examiner, assertion, sources, record, strict=strict)


class _Record:
    """What comes to light while the sources are read."""

    def __init__(self, assertion: Assertion) -> None:
        self.assertion = assertion
        self.origins = Origins()
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.looks: list[str] = []

    def fail(self, slug: str, message: str, advice: str = "", *related: Excerpt) -> None:
        """Add a problem at the place of the assertion."""
        self.problems.append(Problem(self.assertion.location, slug, message, advice, related))


def _nothing_to_check(assertion: Assertion, scope: Sequence[Source], record: _Record) -> None:
    if not scope:
        advice = "widen `sources` or `as_of`"
        record.fail("nothing-to-check", "no source lies within `sources` and `as_of`", advice)
    if not understood(assertion.question).asks:
        message = "the claim holds no word by which a source could be searched"
        record.fail("nothing-to-check", message, "write names, things and numbers out")


def _skip_reason(assertion: Assertion, missing: Sequence[Source]) -> str:
    named = {item.source for item in assertion.evidence} | set(assertion.silent)
    needed = [s.id for s in missing if s.id in named or assertion.expect is Verdict.ABSENT]
    return f"the text of {', '.join(needed)} is not on this machine" if needed else ""


def _source_finding(
    examiner: Examiner, assertion: Assertion, source: Source, record: _Record
) -> SourceFinding:
    text = examiner.corpus.text(source.id)
    if text is None:
        record.notes.append(f"{source.id} was not searched: its text is not on this machine")
        return SourceFinding(source, Stance.UNDECIDED)
    named = [item for item in assertion.evidence if item.source == source.id]
    if text.changed and (named or source.id in assertion.silent):
        _source_changed(text, record)
    evidence = []
    for item in named:
        checked = evidence_check.check(examiner, assertion, item, text)
        record.problems += checked.problems
        record.notes += checked.notes
        evidence.append(checked.finding)
    spoken_for = examiner.index(text).touched(_all_spans(evidence))
    hearings = examiner.examine(assertion.question, text, leave_out=spoken_for)
    hearings = tuple(hearing for hearing in hearings if hearing.stance is not Stance.SILENT)
    _oppose(assertion, text, hearings, record)
    _look(text, hearings, record)
    unheard = _unheard(examiner, text)
    if unheard:
        _not_judged(assertion, text, unheard, record)
    stances = [item.votes for item in evidence] + [hearing.stance for hearing in hearings]
    stances += [Stance.UNDECIDED] if unheard else []
    return SourceFinding(source, source_stance(stances), tuple(evidence), hearings, text)


def _all_spans(evidence: Iterable[EvidenceFinding]) -> tuple[Span, ...]:
    # A quote that is not there, or not as it is written, covers nothing: the judges read on.
    anchors = [anchor for item in evidence if item.spans for anchor in item.anchors]
    return tuple(span for anchor in anchors for span in (anchor.span, *anchor.twins) if span)


def _source_changed(text: SourceText, record: _Record) -> None:
    message = f"the text of {text.source.id} is not the one whose digest the manifest holds"
    advice = "read it again, then run `factcheck source lock`"
    record.fail("source-changed", message, advice, text.excerpt())


def _unheard(examiner: Examiner, text: SourceText) -> str:
    """Return why the judges cannot have heard this source, so that its silence says nothing; else nothing."""
    if not examiner.reads(text):
        return f"no judge reads {text.source.id}, {text.foreign}"
    return "" if text.sentences else f"{text.source.id} holds no sentence that is judged"


def _not_judged(assertion: Assertion, text: SourceText, why: str, record: _Record) -> None:
    if assertion.expect is Verdict.ABSENT or text.source.id in assertion.silent:
        advice = "leave it out of the assertion with `sources`"
        record.fail("not-judged", f"{why}: its silence is not known", advice, text.excerpt())
    else:
        record.notes.append(why)


def _oppose(assertion: Assertion, text: SourceText, hearings: Sequence[Hearing], record: _Record) -> None:
    quiet = text.source.id in assertion.silent
    forbidden = SIDES if quiet else FORBIDDEN[assertion.expect]
    for hearing in hearings:
        if hearing.stance not in forbidden:
            continue
        said, passage = _said(text, hearing), text.excerpt(hearing.passage.focus)
        if quiet or assertion.expect is Verdict.ABSENT:
            advice = "correct the expectation, or rule the passage out with an attested `stance: silent`"
            record.fail("not-absent", said, advice, passage)
        else:
            advice = "declare it (is the claim disputed?), or rule it out with an attested `stance: silent`"
            record.fail("undeclared-opposition", said, advice, passage)


def _look(text: SourceText, hearings: Iterable[Hearing], record: _Record) -> None:
    for hearing in hearings:
        if hearing.stance is Stance.UNDECIDED:
            record.looks.append(_said(text, hearing))


def _said(text: SourceText, hearing: Hearing) -> str:
    decisive = hearing.decisive
    place = text.location(hearing.passage.focus.start)
    words = evidence_check.shown(hearing.passage.focus.of(text.text))
    why = f" ({decisive.reasons[0].text})" if decisive and decisive.reasons else ""
    judge = decisive.judge if decisive else ""
    return f'{text.source.id} {hearing.stance} by `{judge}` at {place}: "{words}"{why}'


def _count(assertion: Assertion, sources: Sequence[SourceFinding], record: _Record) -> None:
    for side in REQUIRED[assertion.expect]:
        voters = [item.source for item in sources if _votes(item, side)]
        found = len({record.origins.of(source) for source in voters})
        copies = record.origins.copies(source.id for source in voters)
        if 0 < found < assertion.min_origins:
            message = f"{found} independent origins on the side `{side}`, {assertion.min_origins} wanted"
            message = "; ".join([message, *copies])
            record.fail("too-few-origins", message, "add evidence from another origin, or ask for fewer")
        else:
            record.notes += copies


def _votes(item: SourceFinding, side: Stance) -> bool:
    return item.stance is side or item.stance is Stance.MIXED


def _undated(examiner: Examiner, assertion: Assertion) -> list[str]:
    in_scope = examiner.corpus.selected(assertion.sources, None)
    undated = [source.id for source in in_scope if source.published is None]
    return [f"without a publication date, so not counted: {', '.join(undated)}"] if undated else []


def _finding(
    examiner: Examiner,
    assertion: Assertion,
    sources: tuple[SourceFinding, ...],
    record: _Record,
    *,
    strict: bool,
) -> Finding:
    verdict = corpus_verdict(item.stance for item in sources)
    if verdict is not assertion.expect and not record.problems:
        message = f"expected {assertion.expect}, but the corpus says {verdict}"
        silent = [item.read for item in sources if item.read and item.stance is Stance.SILENT]
        if silent:
            message = f"{message}; {nearest_clause(examiner, assertion.question, silent)}"
        record.fail("verdict-mismatch", message, f"see `factcheck explain {assertion.id}`")
    rests_on = _basis(assertion, verdict, sources, record.origins)
    if strict:
        _demand_certainty(examiner, assertion, sources, record)
    finding = Finding(assertion, verdict, rests_on, sources)
    return replace(
        finding,
        problems=tuple(sorted(set(record.problems), key=lambda one: (one.slug in _DOUBTS, one))),
        notes=tuple(record.notes),
        to_look_at=tuple(record.looks),
    )


def _basis(
    assertion: Assertion, verdict: Verdict, sources: Sequence[SourceFinding], origins: Origins
) -> Basis:
    if verdict is not assertion.expect:
        return Basis.NOTHING
    wanted = assertion.min_origins
    found = {_side_basis(side, sources, origins, wanted) for side in REQUIRED[assertion.expect]}
    if any(_ruled_out(assertion, item) for source in sources for item in source.evidence):
        found.add(Basis.ATTESTED)
    return next((basis for basis in WEAKEST_FIRST if basis in found), Basis.SEARCHED)


# A verdict rests on the weakest thing that it needs.
WEAKEST_FIRST = (Basis.WORD, Basis.ATTESTED, Basis.JUDGED)


def _side_basis(side: Stance, sources: Sequence[SourceFinding], origins: Origins, wanted: int) -> Basis:
    """Return what `wanted` origins on one side rest on, with as little trust in people as that takes."""
    for trusted in ((Basis.JUDGED,), (Basis.JUDGED, Basis.ATTESTED)):
        found = {origins.of(item.source) for item in sources if side in item.stances_on(trusted)}
        if len(found) >= wanted:
            return trusted[-1]
    return Basis.WORD


def _ruled_out(assertion: Assertion, found: EvidenceFinding) -> bool:
    """Tell whether only a ruling keeps this passage from standing on a side that is not allowed."""
    heard = found.hearing.stance if found.hearing else Stance.SILENT
    quiet = found.evidence.source in assertion.silent
    forbidden = SIDES if quiet else FORBIDDEN[assertion.expect]
    attested = found.rests_on is Basis.ATTESTED and found.evidence.stance is Stance.SILENT
    return attested and heard in forbidden


def _demand_certainty(
    examiner: Examiner, assertion: Assertion, sources: Iterable[SourceFinding], record: _Record
) -> None:
    for item in sources:
        for found in item.evidence:
            if found.rests_on is Basis.WORD and found.evidence.stance in SIDES:
                related = tuple(map(item.read.excerpt, found.spans)) if item.read else ()
                record.problems.append(_unconfirmed(assertion, found.evidence, related))
        for hearing in item.hearings:
            if hearing.stance is Stance.UNDECIDED and item.read:
                words = evidence_check.shortest_quote(examiner, item.read, hearing)
                command = commandline.attest(assertion.id, item.source.id, Stance.SILENT, words)
                advice = f"declare it as evidence, or rule it out: {command}"
                passage = item.read.excerpt(hearing.passage.focus)
                record.fail("undecided-passage", _said(item.read, hearing), advice, passage)


def _unconfirmed(assertion: Assertion, evidence: Evidence, related: tuple[Excerpt, ...]) -> Problem:
    message = f"no judge confirms that {evidence.source} {evidence.stance} the claim"
    alike = [e for e in assertion.evidence if (e.source, e.stance) == (evidence.source, evidence.stance)]
    words = evidence.pieces[0] if len(alike) > 1 else ""
    command = commandline.attest(assertion.id, evidence.source, evidence.stance, words)
    advice = f"quote the plain statement, add a slot, or sign it: {command}"
    return Problem(evidence.location, "evidence-unconfirmed", message, advice, related)
