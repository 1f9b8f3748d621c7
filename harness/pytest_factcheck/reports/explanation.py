"""What one verdict rests on, whole: every source, every passage that speaks, both spans, who and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pytest_factcheck.examination import Hearing
from pytest_factcheck.findings import Basis, EvidenceFinding, Finding, SourceFinding
from pytest_factcheck.location import LineIndex, Location
from pytest_factcheck.reports.summary import RESTS_ON
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.vocabulary import Reason, Span

WIDTH = 80


def explanation(finding: Finding) -> str:
    """Return the whole trace of a finding as text."""
    assertion = finding.assertion
    head = [f"{assertion.location}: {assertion.id}", *_lines(f"claim: {assertion.claim}", "")]
    if finding.skipped:
        return "\n".join([*head, f"not run: {finding.skipped}"])
    rests_on = RESTS_ON.get(finding.rests_on, "nothing that stands")
    head.append(f"expected {assertion.expect}, found {finding.verdict}: {rests_on}")
    blocks = ["\n".join(head), *("\n".join(_source(item, assertion.claim)) for item in finding.sources)]
    blocks += _listed("problems", map(str, finding.problems))
    blocks += _listed("notes", finding.notes)
    blocks += _listed("worth a look", finding.to_look_at)
    return "\n\n".join(blocks)


def _source(item: SourceFinding, claim: str) -> Iterator[str]:
    yield f"{item.source.id}: {'its text is not on this machine' if item.missing else item.stance}"
    lines = item.line_index
    for found in item.evidence:
        yield from _evidence(found, item, claim, lines)
    for hearing in item.hearings:
        place = Location(item.source.path, *lines.place(hearing.passage.focus.start))
        yield f"  {place}: {hearing.stance}, by {_judge(hearing)}"
        yield from _quoted(hearing.passage.focus.of(item.text))
        yield from _opinions(hearing, claim, item.text)


def _evidence(found: EvidenceFinding, item: SourceFinding, claim: str, lines: LineIndex) -> Iterator[str]:
    if not found.spans:
        yield f"  {found.evidence.location}: evidence that does not stand"
        return
    place = Location(item.source.path, *lines.place(found.spans[0].start))
    yield f"  {place}: {found.evidence.stance}, {_rests_on(found)}"
    for span in found.spans:
        yield from _quoted(span.of(item.text))
    if found.evidence.attested:
        ruling = found.evidence.attested
        yield from _lines(f"ruling of {ruling.by}, {ruling.on}: {ruling.reason}", "    ")
    if found.hearing:
        yield from _opinions(found.hearing, claim, item.text)


def _rests_on(found: EvidenceFinding) -> str:
    if found.rests_on is Basis.JUDGED and found.hearing:
        return f"as {_judge(found.hearing)} confirms"
    return RESTS_ON.get(found.rests_on, "which does not stand")


def _judge(hearing: Hearing) -> str:
    return f"`{hearing.decisive.judge}`" if hearing.decisive else "no judge"


def _opinions(hearing: Hearing, claim: str, text: str) -> Iterator[str]:
    for opinion in hearing.opinions:
        yield f"    {opinion.judge}: {opinion.stance} ({opinion.score:+.2f})"
        for reason in opinion.reasons:
            yield from _reason(reason, claim, text)


def _reason(reason: Reason, claim: str, text: str) -> Iterator[str]:
    yield from _lines(f"{reason.code}: {reason.text}", "      ")
    sides = [_side("claim", reason.claim, claim), _side("source", reason.source, text)]
    if any(sides):
        yield from _lines("; ".join(filter(None, sides)), "        ")


def _side(name: str, span: Span | None, text: str) -> str:
    return f"{name} {span.start}-{span.end} “{span.of(text)}”" if span else ""


def _quoted(words: str) -> list[str]:
    return _lines(f"“{words}”", "    ")


def _lines(words: str, margin: str) -> list[str]:
    return [f"{margin}{line}" for line in folded(words, WIDTH - len(margin), margin="  ")]


def _listed(title: str, lines: Iterable[str]) -> list[str]:
    shown = [part for line in lines for part in _lines(line, "  ")]
    return ["\n".join([f"{title}:", *shown])] if shown else []
