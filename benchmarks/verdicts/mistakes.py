"""Rows that the judges call wrongly, with everything that they said: for whoever tunes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.verdicts.judging import Judged, examiner, hearings
from benchmarks.verdicts.metrics import counted_as
from benchmarks.verdicts.report import Result
from benchmarks.verdicts.sets import Row, thinned

from pytest_factcheck.errors import UsageError
from pytest_factcheck.examination import Hearing
from pytest_factcheck.verdict import PRECEDENCE
from pytest_factcheck.vocabulary import Stance

ARROW = "->"
LONGEST = 1_500  # code points of a text that is shown whole
MOST = 4  # passages of each row


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mistakes are asked for: a set, and what people say and what is called; None is any."""

    name: str
    gold: Stance | None = None
    called: Stance | None = None

    def takes(self, row: Row, one: Judged, *, two_way: bool) -> bool:
        """Tell whether a row is called wrongly in the way that is asked for.

        `called` may be `undecided` or `mixed` itself, or the class that these count as.
        """
        gold, called = (counted_as(stance, two_way=two_way) for stance in (row.gold, one.stance))
        if self.called is None and gold is called:
            return False
        as_called = self.called in (None, one.stance, called)
        return as_called and self.gold in (None, row.gold, gold) and gold is not self.called


def wanted(given: str) -> Wanted:
    """Read `SET`, or `SET:GOLD->CALLED` where either stance may be left out.

    Raises:
        UsageError: If it is neither.
    """
    name, colon, which = given.partition(":")
    gold, arrow, called = which.partition(ARROW)
    if colon and not arrow:
        raise UsageError(
            f"'{given}': write SET, or SET:GOLD{ARROW}CALLED, for example a:supports{ARROW}silent"
        )
    return Wanted(name, _stance(gold), _stance(called))


def mistakes(result: Result, asked: Wanted, number: int, names: Sequence[str]) -> Iterator[str]:
    """Yield mistakes as text, evenly spread over the set, after a line that counts them all."""
    wrong = [
        (row, one)
        for row, one in zip(result.given.rows, result.judged, strict=True)
        if asked.takes(row, one, two_way=result.given.two_way)
    ]
    yield f"{result.given.name}: {len(wrong)} of {len(result.judged)} rows, {min(number, len(wrong))} shown"
    clerk = examiner(names)
    for row, one in thinned(wrong, number):
        yield "\n".join(_shown(row, one, hearings(clerk, row)))


def _shown(row: Row, one: Judged, heard: Sequence[Hearing]) -> Iterator[str]:
    text = row.text.text
    whole = " ".join(text.split()) if len(text) <= LONGEST else f"{len(row.text.sentences)} sentences"
    yield f"\n{row.id}: {row.gold}, called {one.stance} ({one.score:+.2f})"
    yield f"  claim    {row.claim}"
    yield f"  passage  {whole}"
    if not heard:
        yield "  no passage was worth reading"
    for hearing in sorted(heard, key=_rank)[:MOST]:
        yield f"  {hearing.stance}: {' '.join(hearing.passage.focus.of(text).split())}"
        for opinion in hearing.opinions:
            reasons = "; ".join(f"{reason.code}: {reason.text}" for reason in opinion.reasons)
            yield f"    {opinion.judge} {opinion.stance} {opinion.score:+.2f} {reasons}".rstrip()


def _rank(hearing: Hearing) -> tuple[int, float]:
    """Rank what speaks before what is silent, and strong words before weak ones."""
    strength = max(abs(opinion.score) for opinion in hearing.opinions)
    return (*PRECEDENCE, Stance.SILENT).index(hearing.stance), -strength


def _stance(name: str) -> Stance | None:
    if not name:
        return None
    if name not in list(Stance):
        raise UsageError(f"'{name}' is no stance; there are {', '.join(Stance)}")
    return Stance(name)
