"""Rows to what the judges call them, as `factcheck probe` does it, with the time that it took.

Candidates go through retrieval; the text has no manifest but its own. Seconds are processor time, so that
they are those of one core whatever else the machine does; reading files is not in them, splitting and
indexing a text is, once for each batch that it stands in.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain

from benchmarks.verdicts.overlap import Overlap, overlap
from benchmarks.verdicts.sets import Row

from pytest_factcheck import judges
from pytest_factcheck.answers import score
from pytest_factcheck.corpus import Corpus
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.language.idf import weight
from pytest_factcheck.progress import progress
from pytest_factcheck.vocabulary import Question, Stance

BATCH = 20  # rows; enough that a process is not kept waiting, few enough that progress is seen


@dataclass(frozen=True, slots=True)
class Judged:
    """What was called, and how much work it was: counts of sentences and candidates, seconds of one core."""

    stance: Stance
    score: float
    sentences: int
    candidates: int
    seconds: float
    overlap: Overlap


def judged(rows: Sequence[Row], names: Sequence[str], *, jobs: int, what: str) -> tuple[Judged, ...]:
    """Judge rows, in order.

    Args:
        rows: Claims and texts.
        names: The judges.
        jobs: Processes; with one, everything happens in this one.
        what: The name of the rows in the plural, for whoever looks on.
    """
    batches = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
    work = partial(_judge_batch, names=tuple(names))
    if jobs == 1:
        return _gathered(rows, chain.from_iterable(map(work, batches)), what)
    with ProcessPoolExecutor(jobs) as pool:
        return _gathered(rows, chain.from_iterable(pool.map(work, batches)), what)


def examiner(names: Sequence[str]) -> Examiner:
    """Return an examiner that brings no texts of its own."""
    return Examiner(Corpus("memory", (), lambda _source: None), judges.named(names))


def hearings(asked: Examiner, row: Row) -> tuple[Hearing, ...]:
    """Return everything that was heard of the claim in the text of a row."""
    return asked.examine(Question(row.claim), row.text)


def stance_of(asked: Examiner, row: Row, heard: Sequence[Hearing]) -> Stance:
    """Return the stance of the text of a row; what no judge can read is undecided, as in an answer."""
    return heard_stance(heard) if asked.reads(row.text) else Stance.UNDECIDED


def _gathered(rows: Sequence[Row], found: Iterator[Judged], what: str) -> tuple[Judged, ...]:
    return tuple(one for _, one in zip(progress(rows, what), found, strict=True))


def _judge_batch(rows: Sequence[Row], names: Sequence[str]) -> list[Judged]:
    asked = examiner(names)
    return [_judge(asked, row) for row in rows]


def _judge(asked: Examiner, row: Row) -> Judged:
    began = time.process_time()
    heard = hearings(asked, row)
    stance = stance_of(asked, row, heard)
    found = score(heard, stance, asked.reach(Question(row.claim), row.text) if asked.reads(row.text) else 0.0)
    seconds = time.process_time() - began
    candidates = asked.index(row.text).candidates(Question(row.claim))
    return Judged(
        stance, found, len(row.text.sentences), len(candidates), seconds, overlap(row.claim, row.text, weight)
    )
