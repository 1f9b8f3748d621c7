"""Answers: what each source of a corpus says of a claim that no assertion holds.

The shape of an answer is what measuring tools read, so it stays. How it is shown is not known here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict

from pytest_factcheck.claimfile import Asked
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.reports.rows import ReasonRow, hearing_row
from pytest_factcheck.verdict import PRECEDENCE, SIDES
from pytest_factcheck.vocabulary import Question, Stance

_UNDECIDED = 0.49  # the most that a source without a stance can score
LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


class EvidenceLine(TypedDict):
    """One passage that speaks."""

    stance: str
    start: int
    end: int
    line: int
    quote: str


class Answer(TypedDict):
    """What one source says of one claim."""

    id: str | int
    source: str
    file: str
    stance: str
    score: float
    decided_by: str
    evidence: list[EvidenceLine]
    reasons: list[ReasonRow]


def answers(examiner: Examiner, asked: Asked) -> Iterator[Answer]:
    """Yield what each source says of a claim, in the order of the corpus.

    Args:
        examiner: The corpus with its judges; a source whose text is missing gives no answer.
        asked: The claim.
    """
    question, corpus = Question(asked.claim), examiner.corpus
    for name in corpus.sources:
        text = corpus.text(name)
        if text is not None:
            yield _answer(examiner, asked, question, text)


def as_line(row: Answer) -> str:
    """Return an answer as one line of JSON, also for readers that end a line at U+0085, U+2028 or U+2029."""
    return json.dumps(row, ensure_ascii=False).translate(LINE_ENDS)


def score(hearings: Iterable[Hearing], stance: Stance, reach: float = 0.0) -> float:
    """Return the score of a source: that of the strongest passage on its side; 0 if it is on both.

    Args:
        hearings: What was heard of it.
        stance: Its stance.
        reach: How much of the claim the source speaks of at all, from 0 to 1; where no passage takes a side,
            it is the score, up to just under one half.
    """
    if stance is Stance.MIXED:
        return 0.0
    own = [h.decisive.score for h in hearings if h.decisive and h.stance is stance and stance in SIDES]
    strongest = max(own, key=lambda one: (abs(one), -one), default=_UNDECIDED * reach)
    return round(strongest, 4) + 0.0  # never -0.0


def best_first(speaking: Iterable[Hearing]) -> list[Hearing]:
    """Return hearings with contradiction first, then support, then the rest, the strongest of each first."""

    def rank(hearing: Hearing) -> tuple[int, float]:
        strength = abs(hearing.decisive.score) if hearing.decisive else 0.0
        return PRECEDENCE.index(hearing.stance), -strength

    return sorted(speaking, key=rank)


def _answer(examiner: Examiner, asked: Asked, question: Question, text: SourceText) -> Answer:
    hearings = examiner.examine(question, text)
    speaking = [hearing for hearing in hearings if hearing.stance is not Stance.SILENT]
    stance = heard_stance(speaking)
    shown = [hearing_row(asked.claim, hearing, text.line_index) for hearing in best_first(speaking)]
    reasons = [reason for row in shown for reason in row["reasons"]]
    if not examiner.reads(text):
        # Nobody has read it, so nobody may say that it is silent.
        stance = Stance.UNDECIDED
        reasons = [ReasonRow(code="not-judged", text=f"no judge reads this text, {text.foreign}")]
    return Answer(
        id=asked.id,
        source=text.source.id,
        file=text.source.below(examiner.corpus.path),
        stance=str(stance),
        score=score(hearings, stance, examiner.reach(question, text) if examiner.reads(text) else 0.0),
        decided_by=shown[0]["by"] if shown else "",
        evidence=[
            EvidenceLine(
                stance=row["stance"], start=row["start"], end=row["end"], line=row["line"], quote=row["quote"]
            )
            for row in shown
        ],
        reasons=reasons,
    )
