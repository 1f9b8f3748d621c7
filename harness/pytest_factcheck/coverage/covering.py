"""Covering: which assertions speak of which checkable sentences of the sources.

An assertion covers what it quotes, if it passes and a judge or a signed ruling says that the quote bears on
the claim. A quote of one sentence covers it by any signal that it holds. Where a quote runs over several, the
claim has to speak of each, so that a paragraph is not covered by a claim about one of its sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pytest_factcheck.corpus import Corpus, Source, SourceText
from pytest_factcheck.coverage.checkable import Sentence, sentences
from pytest_factcheck.coverage.missing import missing_places
from pytest_factcheck.coverage.rows import (
    FORMAT,
    CoverageReport,
    SentenceRow,
    SignalRow,
    SourceCoverageRow,
    counts,
    totals,
)
from pytest_factcheck.coverage.signals import Signal
from pytest_factcheck.coverage.speaking import speaks_of
from pytest_factcheck.findings import Basis
from pytest_factcheck.reports.rows import PASSED, AssertionRow, VoiceRow
from pytest_factcheck.vocabulary import Span, Stance

NOT_HERE = "whose text is not on this machine"
_CONFIRMED = frozenset(map(str, (Basis.JUDGED, Basis.ATTESTED)))
_SPEAKING = frozenset(map(str, (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.MIXED)))


def corpus_coverage(
    rows: Iterable[AssertionRow], corpus: Corpus, judges: Sequence[str], only: Iterable[str] = ()
) -> CoverageReport:
    """Return which checkable sentences of a corpus the assertions cover.

    Args:
        rows: The assertions as an audit found them, in any order.
        corpus: The corpus that was audited.
        judges: The names of the judges that were asked.
        only: The ids of the sources that are counted; none for all.
    """
    names = tuple(only) or tuple(corpus.sources)
    texts = {name: corpus.text(name) for name in names}
    return coverage(
        rows,
        {name: read for name, read in texts.items() if read},
        missing=[corpus.sources[name] for name, read in texts.items() if not read],
        judges=judges,
        corpus=corpus.path,
    )


def coverage(
    rows: Iterable[AssertionRow],
    texts: Mapping[str, SourceText],
    *,
    missing: Iterable[Source] = (),
    judges: Sequence[str] = (),
    corpus: str = "",
) -> CoverageReport:
    """Return which checkable sentences of some sources the assertions cover.

    Args:
        rows: The assertions as an audit found them, in any order.
        texts: The sources that are counted, by id.
        missing: Sources whose text is not on this machine.
        judges: The names of the judges that were asked.
        corpus: The corpus folder, relative to the project.
    """
    every = list(rows)
    by_source: dict[str, list[tuple[AssertionRow, VoiceRow]]] = {name: [] for name in texts}
    for row in every:
        for name, voice in _bearing(row):
            if name in by_source:
                by_source[name].append((row, voice))
    found = [_source(text, by_source[name]) for name, text in texts.items()]
    found += [_uncounted(source, NOT_HERE) for source in missing]
    return CoverageReport(
        format=FORMAT,
        judges=list(judges),
        corpus=corpus,
        not_passing=sorted(row["id"] for row in every if row["outcome"] != PASSED),
        totals=totals(found),
        sources=found,
    )


def _bearing(row: AssertionRow) -> Iterator[tuple[str, VoiceRow]]:
    """Yield what a passing assertion quotes that bears on its claim, with the source's id."""
    if row["outcome"] != PASSED:
        return
    for source in row["sources"]:
        for voice in source["voices"]:
            if voice["quoted"] and voice["rests_on"] in _CONFIRMED and voice["stance"] in _SPEAKING:
                yield source["id"], voice


def _source(text: SourceText, quotes: Iterable[tuple[AssertionRow, VoiceRow]]) -> SourceCoverageRow:
    """Return the coverage of one source; equal sentences are one, whichever of them is quoted."""
    if text.foreign:
        return _uncounted(text.source, text.foreign)
    every = sentences(text)
    covered: dict[str, set[str]] = {}
    for row, voice in quotes:
        for sentence in covered_by(row["claim"], voice, every, text):
            covered.setdefault(_words(text, sentence), set()).add(row["id"])
    rows = [_sentence(text, one, covered.get(_words(text, one), set())) for one in every]
    return {**_uncounted(text.source, ""), **counts(rows), "missing": missing_places(rows), "rows": rows}


def _uncounted(source: Source, why: str) -> SourceCoverageRow:
    """Return the row of a source before its sentences are counted, or why they are not."""
    return SourceCoverageRow(
        **counts(()),
        id=source.id,
        path=source.path,
        title=source.title,
        why_not_counted=why,
        missing="",
        rows=[],
    )


def covered_by(
    claim: str, voice: VoiceRow, every: Iterable[Sentence], text: SourceText
) -> Iterator[Sentence]:
    """Yield the sentences of a source that a quote covers.

    Args:
        claim: The claim that it bears on.
        voice: The quote.
        every: The sentences of the source.
        text: The source.
    """
    pieces = [Span(start, end) for start, end in voice["spans"]]
    held = {sentence: _held(sentence, pieces) for sentence in every if sentence.checkable}
    touched = [sentence for sentence, signals in held.items() if signals]
    for sentence in touched:
        alone = len(touched) == 1 or _signed_for(sentence, voice, pieces)
        if alone or speaks_of(claim, sentence.span, held[sentence], text, opposing=_opposes(voice)):
            yield sentence


def _held(sentence: Sentence, pieces: Iterable[Span]) -> tuple[Signal, ...]:
    """Return the signals of a sentence that the pieces of a quote hold."""
    given = tuple(pieces)
    return tuple(signal for signal in sentence.signals if any(map(signal.span.overlaps, given)))


def _signed_for(sentence: Sentence, voice: VoiceRow, pieces: Iterable[Span]) -> bool:
    """Tell whether a person has ruled on a piece that was cut out of this sentence alone."""
    attested = voice["rests_on"] == Basis.ATTESTED
    return attested and any(sentence.span.contains(piece) for piece in pieces)


def _opposes(voice: VoiceRow) -> bool:
    return voice["stance"] != Stance.SUPPORTS


def _words(text: SourceText, sentence: Sentence) -> str:
    return " ".join(sentence.span.of(text.text).split())


def _sentence(text: SourceText, sentence: Sentence, covering: Iterable[str]) -> SentenceRow:
    line, column = text.line_index.place(sentence.span.start)
    return SentenceRow(
        start=sentence.span.start,
        end=sentence.span.end,
        line=line,
        column=column,
        words=sentence.span.of(text.text),
        checkable=sentence.checkable,
        why_not=str(sentence.why_not or ""),
        signals=[
            SignalRow(
                kind=str(signal.kind),
                start=signal.span.start,
                end=signal.span.end,
                words=signal.span.of(text.text),
            )
            for signal in sentence.signals
        ],
        covered_by=sorted(covering) if sentence.checkable else [],
    )
