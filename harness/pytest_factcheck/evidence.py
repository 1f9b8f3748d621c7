"""Evidence: is the quote there, is it about the claim, and do the judges read it as it is declared?

One piece of evidence against one source text. What follows for the assertion is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pytest_factcheck.assertions import Assertion, Evidence, fingerprint
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.findings import Basis, EvidenceFinding
from pytest_factcheck.location import Excerpt
from pytest_factcheck.retrieval import content_stems
from pytest_factcheck.spans import Anchor, Outcome, Quote, Rung, locate
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Span, Stance

DRIFT = "quote-drifted"
SHOWN = 90
Description = tuple[str, str, str, tuple[Excerpt, ...]]  # slug, message, advice, related
QUOTED = 60  # characters of a passage that a command is told to quote, where they are enough


@dataclass(frozen=True, slots=True)
class Checked:
    """One piece of evidence with its finding, and what came to light on the way."""

    finding: EvidenceFinding
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def check(examiner: Examiner, assertion: Assertion, evidence: Evidence, text: SourceText) -> Checked:
    """Check one piece of evidence against its source.

    Args:
        examiner: The corpus with its judges.
        assertion: The assertion that gives the evidence.
        evidence: The quote (or its pieces) with its stance.
        text: The text of the source that the evidence names.

    Returns:
        Where the quote stands, what its stance rests on, problems and notes.
    """
    anchors = located(examiner, evidence, text)
    problems = quote_problems(examiner, evidence, anchors, text)
    notes = [note for anchor in anchors if (note := _note(anchor, text))]
    if problems:
        location = next((text.location(anchor.span.start) for anchor in anchors if anchor.span), None)
        finding = EvidenceFinding(evidence, anchors, (), location, Basis.NOTHING, None)
        return Checked(finding, problems, tuple(notes))
    weighed = _weigh(examiner, assertion, evidence, text, anchors)
    return replace(weighed, notes=(*notes, *weighed.notes))


def located(examiner: Examiner, evidence: Evidence, text: SourceText) -> tuple[Anchor, ...]:
    """Return where each piece of a quote stands in its source."""
    return tuple(locate(quote, examiner.quotable(text)) for quote in quotes(evidence))


def quote_problems(
    examiner: Examiner, evidence: Evidence, anchors: Iterable[Anchor], text: SourceText
) -> tuple[Problem, ...]:
    """Return a problem for every piece of a quote that does not stand in its source as it is written.

    Args:
        examiner: The corpus with its judges, for telling which other source has the words.
        evidence: The quote or its pieces.
        anchors: Where each stands.
        text: The text of the source.
    """
    return tuple(
        _quote_problem(examiner, evidence, number, anchor, text)
        for number, anchor in enumerate(anchors)
        if anchor.outcome is not Outcome.FOUND
    )


def quotes(evidence: Evidence) -> tuple[Quote, ...]:
    """Return the quotes of a piece of evidence, one for each of its pieces."""
    return tuple(
        Quote(piece, evidence.prefix, evidence.suffix, evidence.position) for piece in evidence.pieces
    )


def shown(words: str) -> str:
    """Return words of a source on one line, cut for a message."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def shortest_quote(examiner: Examiner, text: SourceText, hearing: Hearing) -> str:
    """Return words by which a passage can be quoted: all of a short one, else as many as tell its place.

    Of a long passage they begin where the judge's reason does, so that they show what is ruled on.
    """
    words = _told(hearing).of(text.text).split()
    kept = _fitting(words, QUOTED)
    while kept < len(words):
        anchor = locate(Quote(" ".join(words[:kept])), examiner.quotable(text), fuzzy=False)
        if anchor.outcome is Outcome.FOUND:
            break
        kept += 1
    return " ".join(words[:kept])


def _told(hearing: Hearing) -> Span:
    focus, decisive = hearing.passage.focus, hearing.decisive
    reason = decisive.reasons[0].source if decisive and decisive.reasons else None
    is_short = focus.end - focus.start <= QUOTED
    if is_short or reason is None or not focus.start <= reason.start <= focus.end - QUOTED:
        return focus
    return Span(reason.start, focus.end)


def _fitting(words: Sequence[str], width: int) -> int:
    ends = accumulate(len(word) + 1 for word in words)
    return max(1, sum(end <= width + 1 for end in ends))


def _weigh(
    examiner: Examiner,
    assertion: Assertion,
    evidence: Evidence,
    text: SourceText,
    anchors: tuple[Anchor, ...],
) -> Checked:
    notes: list[str] = []
    spans = tuple(anchor.span for anchor in anchors if anchor.span)
    hearing = _heard(examiner, assertion, evidence, text, anchors)
    problems: list[Problem] = []
    attested = _attested(assertion, evidence, tuple(map(text.excerpt, spans)), problems)
    rests_on = _basis(evidence, hearing, attested=attested)
    if attested and rests_on is Basis.JUDGED:
        notes.append(f"the ruling on {evidence.source} is no longer needed: the judges say the same")
    if rests_on is Basis.NOTHING and hearing and hearing.decisive:
        problems.append(_opposed(evidence, hearing, text))
    around = examiner.index(text).around(spans)
    if rests_on is Basis.WORD and evidence.stance in SIDES and _off_topic(assertion, text, around):
        problems.append(_off_topic_problem(evidence, text.excerpt(spans[0]), judged=bool(hearing)))
        rests_on = Basis.NOTHING
    location = text.location(spans[0].start)
    finding = EvidenceFinding(evidence, anchors, spans, location, rests_on, hearing)
    return Checked(finding, tuple(problems), tuple(notes))


def _heard(
    examiner: Examiner,
    assertion: Assertion,
    evidence: Evidence,
    text: SourceText,
    anchors: tuple[Anchor, ...],
) -> Hearing | None:
    """Return the hearing that tells of this evidence, or None where no judge reads it.

    Of several sentences, and of the places where a sentence stands again, one that opposes the declared
    stance is enough; else one that confirms it is.
    """
    if not examiner.reads(text):
        return None
    index = examiner.index(text)
    twins = [(twin,) for anchor in anchors for twin in anchor.twins]
    places = [tuple(anchor.span for anchor in anchors if anchor.span), *twins]
    passages = [passage for spans in places for passage in index.passages_over(spans)]
    heard = [examiner.hear(assertion.question, passage) for passage in passages]
    opposing = [one for one in heard if one.stance in SIDES and one.stance is not evidence.stance]
    confirming = [one for one in heard if one.stance is evidence.stance]
    if evidence.stance is Stance.SILENT:  # each of the passages has to be heard silent
        confirming = [one for one in heard if one.stance is Stance.UNDECIDED] or confirming
    return next(iter((*opposing, *confirming, *heard)), None)


def _attested(
    assertion: Assertion, evidence: Evidence, quoted: tuple[Excerpt, ...], problems: list[Problem]
) -> bool:
    ruling = evidence.attested
    if ruling is None:
        return False
    current = fingerprint(assertion.claim, evidence.pieces)
    if ruling.of == current:
        return True
    message = f"the ruling of {ruling.by} ({ruling.on}) was given on another claim or quote"
    advice = f"read both again; if it still holds, write `of: {current}`"
    problems.append(Problem(ruling.location, "stale-attestation", message, advice, quoted))
    return False


def _basis(evidence: Evidence, hearing: Hearing | None, *, attested: bool) -> Basis:
    if hearing and hearing.stance is evidence.stance:
        return Basis.JUDGED
    if attested:
        return Basis.ATTESTED
    return Basis.NOTHING if hearing and hearing.stance in SIDES else Basis.WORD


def _opposed(evidence: Evidence, hearing: Hearing, text: SourceText) -> Problem:
    decisive = hearing.decisive
    why = decisive.reasons[0].text if decisive and decisive.reasons else ""
    judge = decisive.judge if decisive else ""
    read = text.excerpt(hearing.passage.focus)
    message = f"declared as {evidence.stance}, but `{judge}` reads {read.start} as {hearing.stance}: {why}"
    advice = "correct the stance or the quote, or have a person rule on it with `attested`"
    return Problem(evidence.location, "evidence-opposed", message, advice, (read,))


def _off_topic(assertion: Assertion, text: SourceText, sentences: Iterable[Span]) -> bool:
    claim = content_stems(assertion.claim)
    return not any(claim & content_stems(text.text, sentence) for sentence in sentences)


def _off_topic_problem(evidence: Evidence, quoted: Excerpt, *, judged: bool) -> Problem:
    message = f"the sentences around the quote at {quoted.start} share no word or number with the claim"
    unread = "no judge reads these words: quote others, or have a person rule on it with `attested`"
    advice = "quote the sentence that states it" if judged else unread
    return Problem(evidence.location, "evidence-off-topic", message, advice, (quoted,))


def _note(anchor: Anchor, text: SourceText) -> str:
    if anchor.outcome is not Outcome.FOUND or anchor.span is None:
        return ""
    place = text.location(anchor.span.start)
    if anchor.twins:
        lines = ", ".join(str(text.location(twin.start).line) for twin in anchor.twins)
        return f"{place}: the same sentence stands again at line {lines}"
    if anchor.moved:
        return f"{place}: the quote moved to {anchor.span.start}-{anchor.span.end} since it was pinned"
    if anchor.rung in (Rung.TYPOGRAPHIC, Rung.SKELETON):
        return f"{place}: the quote differs in typography or white space only"
    return ""


def _quote_problem(
    examiner: Examiner, evidence: Evidence, number: int, anchor: Anchor, text: SourceText
) -> Problem:
    place = evidence.piece_locations[number]
    describe = DESCRIBED[anchor.outcome]
    return Problem(place, *describe(examiner, evidence, number, anchor, text))


def _missing(
    examiner: Examiner, evidence: Evidence, number: int, anchor: Anchor, text: SourceText
) -> Description:
    slug = "quote-not-found"
    message = f'"{shown(evidence.pieces[number])}" stands nowhere in {evidence.source}'
    elsewhere = _elsewhere(examiner, quotes(evidence)[number], evidence.source)
    if elsewhere:
        other, found = elsewhere
        return slug, message, f"{other} has it, at {found.start}", (found,)
    if anchor.nearest:
        near = text.excerpt(anchor.nearest)
        return slug, message, f'nearest is {near.start}: "{shown(near.words)}"', (near,)
    advice = f"look it up with `factcheck source show {evidence.source}`"
    return slug, message, advice, (text.excerpt(),)


def _ambiguous(
    _examiner: Examiner, evidence: Evidence, number: int, anchor: Anchor, text: SourceText
) -> Description:
    places = tuple(map(text.excerpt, anchor.candidates))
    lines = ", ".join(str(place.start) for place in places)
    message = f'"{shown(evidence.pieces[number])}" stands in different sentences: {lines}'
    advice = "quote more words, or add `prefix` or `suffix` from the text around it"
    return "quote-ambiguous", message, advice, places


def _drifted(
    _examiner: Examiner, _evidence: Evidence, _number: int, anchor: Anchor, text: SourceText
) -> Description:
    found = text.excerpt(anchor.span or anchor.nearest or Span(0, 0))
    changes = "; ".join(f"{change.kind} “{change.quoted}” → “{change.found}”" for change in anchor.changes)
    message = f'{found.start} reads "{shown(found.words)}"'
    advice = "look whether the claim still holds; `factcheck anchor` shows the repair"
    return DRIFT, f"{message} ({changes})" if changes else message, advice, (found,)


DESCRIBED: dict[Outcome, Callable[[Examiner, Evidence, int, Anchor, SourceText], Description]] = {
    Outcome.MISSING: _missing,
    Outcome.AMBIGUOUS: _ambiguous,
    Outcome.DRIFTED: _drifted,
}


def _elsewhere(examiner: Examiner, quote: Quote, source_id: str) -> tuple[str, Excerpt] | None:
    for other in examiner.corpus.sources:
        text = examiner.corpus.text(other)
        if other == source_id or text is None:
            continue
        anchor = locate(Quote(quote.exact), examiner.quotable(text), fuzzy=False)
        if anchor.outcome is Outcome.FOUND and anchor.span:
            return other, text.excerpt(anchor.span)
    return None
