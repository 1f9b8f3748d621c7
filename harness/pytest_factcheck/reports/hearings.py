"""What was heard, as lines: the words of a passage, each judge's opinion, both spans, what nothing covers.

Every line is folded to the width of a page and safe for a terminal, whatever the texts hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.examination import Hearing
from pytest_factcheck.misses import NO_CANDIDATE, leaning, uncovered_by_passage, uncovered_by_text, words
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.vocabulary import Opinion, Reason, Span

WIDTH = 80
MOST = 12  # lines of a passage, of a reason, or of the words on one side
NOT_COVERED = "not-covered"  # the code of the reason by which a judge itself names the words


def quoted(said: str) -> list[str]:
    """Return words of a source."""
    return lines(f"“{said}”", "    ", most=MOST)


def heard(hearing: Hearing, claim: str) -> Iterator[str]:
    """Yield what each judge says of a passage, and the words of the claim that it does not cover."""
    for opinion in hearing.opinions:
        yield from _opinion(opinion, claim, hearing.passage.text)
    yield from _lacking(hearing, claim)


def judge_of(hearing: Hearing) -> str:
    """Return who decides a passage."""
    return f"`{hearing.decisive.judge}`" if hearing.decisive else "no judge"


def silence(text: SourceText, misses: Sequence[Hearing], claim: str) -> Iterator[str]:
    """Yield why a source is silent: the words that stand nowhere in it, and what comes nearest."""
    if not text.sentences:
        yield "  it holds no sentence that is judged"
        return
    absent = words(claim, uncovered_by_text(claim, text))
    if absent:
        yield from lines(f"nowhere in this text: {absent}", "  ", most=MOST)
    if not misses:
        yield f"  {NO_CANDIDATE}"
    for hearing in misses:
        yield from _miss(hearing, text, claim)


def nowhere(claim: str, texts: Iterable[SourceText]) -> list[str]:
    """Return the line that names the words of a claim that no source covers; none where there is no word."""
    read = [uncovered_by_text(claim, text) for text in texts]
    absent = [span for span in read[0] if all(span in spans for spans in read)] if read else []
    return lines(f"words that no source holds: {words(claim, absent)}", "") if absent else []


def signed(score: float) -> str:
    """Return a score with its sign, and nothing as +0.00."""
    return f"{round(score, 2) + 0.0:+.2f}"


def lines(said: str, margin: str, *, most: int = 0) -> list[str]:
    """Return words as lines of a page behind a margin, all but the first a little further in."""
    return [f"{margin}{line}" for line in folded(said, WIDTH - len(margin), most=most, margin="  ")]


def _miss(hearing: Hearing, text: SourceText, claim: str) -> Iterator[str]:
    place = text.location(hearing.passage.focus.start)
    yield from lines(f"nearest miss: {place} ({signed(leaning(hearing))})", "  ")
    yield from quoted(hearing.passage.focus.of(text.text))
    for opinion in hearing.opinions:
        if opinion.reasons or opinion.score:
            yield from _opinion(opinion, claim, text.text)
    yield from _lacking(hearing, claim)


def _opinion(opinion: Opinion, claim: str, text: str) -> Iterator[str]:
    yield f"    {opinion.judge}: {opinion.stance} ({signed(opinion.score)})"
    for reason in opinion.reasons:
        yield from _reason(reason, claim, text)


def _reason(reason: Reason, claim: str, text: str) -> Iterator[str]:
    yield from lines(f"{reason.code}: {reason.text}", "      ", most=MOST)
    sides = [_side("claim", reason.claim, claim), _side("source", reason.source, text)]
    if any(sides):
        yield from lines("; ".join(filter(None, sides)), "        ", most=MOST)


def _side(name: str, span: Span | None, text: str) -> str:
    return f"{name} {span.start}-{span.end} “{span.of(text)}”" if span else ""


def _lacking(hearing: Hearing, claim: str) -> Iterator[str]:
    """Yield the words of the claim that the passage does not cover, if no reason names them already."""
    reasons = [reason for opinion in hearing.opinions for reason in opinion.reasons]
    if any(reason.code == NOT_COVERED for reason in reasons):
        return
    named = [reason.claim for reason in reasons if reason.claim]
    absent = uncovered_by_passage(claim, hearing.passage)
    spans = [span for span in absent if not any(map(span.overlaps, named))]
    if spans:
        yield from lines(f"no word here for: {words(claim, spans)}", "    ", most=MOST)
