"""Misses: where no judge speaks, which passages come nearest, and which words of a claim nothing covers.

It is told to a reader and decides nothing. A word counts as covered more easily than a judge would have it,
so that a word which is called uncovered is one that a reader will not find either.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.correspondence import counterparts
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.judges.alignment import Item, items
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.vocabulary import Passage, Question, Span, Stance

MOST = 3
NO_CANDIDATE = "no sentence shares enough words with the claim"


def leaning(hearing: Hearing) -> float:
    """Return the strongest score that any judge gives to a passage, from -1 to 1."""
    scores = (opinion.score for opinion in hearing.opinions)
    return max(scores, key=lambda score: (abs(score), -score), default=0.0)


def nearest(hearings: Iterable[Hearing], most: int = MOST) -> tuple[Hearing, ...]:
    """Return the silent hearings that come nearest to speaking, the strongest first, else as they stand."""
    silent = (hearing for hearing in hearings if hearing.stance is Stance.SILENT)
    return tuple(sorted(silent, key=lambda hearing: -abs(leaning(hearing)))[:most])


def nearest_in(
    examiner: Examiner, question: Question, text: SourceText, spoken_for: Iterable[Span] = ()
) -> tuple[Hearing, ...]:
    """Return the nearest misses of one source.

    Args:
        examiner: The corpus with its judges.
        question: What is asked.
        text: The source.
        spoken_for: Words that evidence quotes; the sentences that they touch are left out.
    """
    touched = examiner.index(text).touched(spoken_for)
    return nearest(examiner.examine(question, text, leave_out=touched))


def uncovered_by_passage(claim: str, passage: Passage) -> tuple[Span, ...]:
    """Return the words of a claim for which no sentence of a window has a word."""
    sentences = (sentence.of(passage.text) for sentence in passage.sentences)
    return uncovered(claim, sentences, passage.published)


def uncovered_by_text(claim: str, text: SourceText) -> tuple[Span, ...]:
    """Return the words of a claim for which no sentence of a source that is judged has a word."""
    sentences = (sentence.of(text.text) for sentence in text.sentences)
    return uncovered(claim, sentences, text.source.published)


def uncovered(claim: str, sentences: Iterable[str], published: date | None = None) -> tuple[Span, ...]:
    """Return the content words, names, amounts and days of a claim that nothing covers, in its order.

    Args:
        claim: The claim.
        sentences: What may cover them; read no further than they are needed.
        published: The day from which "Friday" is counted in the sentences, if it is known.
    """
    ours = read(claim)
    left = [] if ours.too_long else list(items(claim, None))
    for sentence in sentences:
        if not left:
            break
        theirs = read(sentence)
        if not theirs.too_long:
            left = [item for item in left if not counterparts(ours, item, theirs, published)]
    return tuple(_place(ours, item) for item in left)


def words(claim: str, spans: Iterable[Span]) -> str:
    """Return words of a claim as a message names them."""
    return ", ".join(span.of(claim) for span in spans)


def nearest_clause(examiner: Examiner, question: Question, texts: Iterable[SourceText]) -> str:
    """Return in one clause what comes nearest to a claim in some texts, and what it lacks."""
    found = [(text, hearing) for text in texts for hearing in nearest_in(examiner, question, text)]
    if not found:
        return NO_CANDIDATE
    text, hearing = max(found, key=lambda one: abs(leaning(one[1])))
    focus = hearing.passage.focus
    lacking = words(question.claim, uncovered_by_passage(question.claim, hearing.passage))
    without = f" (no word for: {lacking})" if lacking else ""
    line = " ".join(focus.of(text.text).split())
    return f"nearest is {text.location(focus.start)}{without}: “{line}”"


def _place(reading: Reading, item: Item) -> Span:
    return Span(reading.tokens[item.start].start, reading.tokens[item.end - 1].end)
