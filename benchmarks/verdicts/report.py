"""The table: each set, or each half of a gold set, as the judges and both baselines call it.

It knows no file and no clock; the rates are the only cells that another run may change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.verdicts.folds import Scored, cross_validated, f1
from benchmarks.verdicts.judging import Judged
from benchmarks.verdicts.metrics import CLASSES, Measures, Rates, measure
from benchmarks.verdicts.overlap import fitted
from benchmarks.verdicts.sets import GOLD, LabelledSet

from pytest_factcheck.reports.tables import markdown_table
from pytest_factcheck.vocabulary import Stance

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]
ALL_GOLD = f"{GOLD}*"
NOTHING = "-"
JUDGES, SILENT, OVERLAP = "judges", "all silent", "idf overlap"
HEADERS = (
    "set",
    "called by",
    "rows",
    "supports P/R/F1",
    "contradicts P/R/F1",
    "silent P/R/F1",
    "macro-F1",
    "bal. acc.",
    "coverage",
    "flips",
    "S called C",
    "N called C",
    "rows/s",
    "sentences/s",
    "passages/s",
)
FOLD_HEADERS = ("set", "rows", "supported", "judges' score", "idf overlap", "all supported")
LEGEND = """\
`mixed` counts as contradicts, `undecided` as silent. In two-way sets *silent* is all that is not supported.
Macro-F1 and balanced accuracy are means over the classes that people gave; balanced accuracy stands where
there are two. Coverage: share not undecided. Flips: share of all rows in which supports was called
contradicts or the reverse. S called C: share of the supported rows that were called contradicts; N called C:
of the silent ones. *idf overlap* calls by the rule that fits the other half of the same set best (tune and
held in gold sets), so it has seen the set. Rates are pairs a second on one core, without reading files:
claim and text, claim and each sentence of the text, claim and each passage that retrieval gave to the
judges."""
FOLD_LEGEND = """\
F1 of supported against the rest in two-way sets, five-fold over claims: the threshold on a score is the best
one of the other folds."""


@dataclass(frozen=True, slots=True)
class Result:
    """A set and what the judges called its rows."""

    given: LabelledSet
    judged: tuple[Judged, ...]


def report(results: Sequence[Result], table: Table = markdown_table) -> str:
    """Return everything measured, as tables made by `table` and what their columns mean."""
    if not results:
        return "Nothing was measured.\n"
    shown = [*results, *pooled(results)]
    blocks = [table(HEADERS, [line for result in shown for line in lines(result)]), LEGEND]
    folded = [fold_line(result) for result in results if _is_foldable(result)]
    if folded:
        blocks += [table(FOLD_HEADERS, folded), FOLD_LEGEND]
    return "\n\n".join(blocks) + "\n"


def pooled(results: Iterable[Result]) -> tuple[Result, ...]:
    """Return all gold sets as one, where there are several: alone each is small to fit a baseline on."""
    own = [result for result in results if result.given.own]
    if len(own) < 2:
        return ()
    rows = tuple(row for result in own for row in result.given.rows)
    return (Result(LabelledSet(ALL_GOLD, rows), tuple(one for result in own for one in result.judged)),)


def lines(result: Result) -> Iterator[tuple[str, ...]]:
    """Yield the lines of one set: the judges, then the baselines; a gold set by halves and whole."""
    halves = result.given.halves if result.given.own else ()
    calls = {
        JUDGES: [one.stance for one in result.judged],
        SILENT: [Stance.SILENT] * len(result.judged),
        OVERLAP: overlap_calls(result),
    }
    for half in (*sorted(halves), ""):
        kept = [at for at, row in enumerate(result.given.rows) if half in ("", row.half)]
        for who, called in calls.items():
            pairs = [(result.given.rows[at].gold, called[at]) for at in kept]
            name = f"{result.given.name} {half}".rstrip()
            speed = rates([result.judged[at] for at in kept]) if who == JUDGES else (NOTHING,) * 3
            yield (name, who, *_cells(measure(pairs, two_way=result.given.two_way)), *speed)


def overlap_calls(result: Result) -> list[Stance]:
    """Return what the overlap baseline calls each row, by the rule that fits the other half best."""
    rows = result.given.rows
    rules = {}
    for half in result.given.halves:
        others = zip(rows, result.judged, strict=True)
        seen = [(row.gold, one.overlap) for row, one in others if row.half != half]
        rules[half] = fitted(seen, two_way=result.given.two_way)
    return [rules[row.half].call(one.overlap) for row, one in zip(rows, result.judged, strict=True)]


def fold_line(result: Result) -> tuple[str, ...]:
    """Return the cross-validated line of one two-way set."""
    rows = result.given.rows
    supported = [row.gold is Stance.SUPPORTS for row in rows]
    told = list(zip(rows, supported, result.judged, strict=True))
    ours = [Scored(row.id, truth, (one.score,)) for row, truth, one in told]
    theirs = [Scored(row.id, truth, tuple(held.share for held in one.overlap)) for row, truth, one in told]
    found = (cross_validated(ours), cross_validated(theirs), [True] * len(rows))
    return (
        result.given.name,
        f"{len(rows):,}",
        f"{sum(supported):,}",
        *(f"{f1(called, supported):.3f}" for called in found),
    )


def rates(done: Sequence[Judged]) -> tuple[str, ...]:
    """Return pairs per second of one core: claims and texts, and sentences, and candidate passages."""
    seconds = sum(one.seconds for one in done)
    counts = (len(done), sum(one.sentences for one in done), sum(one.candidates for one in done))
    return tuple(f"{count / seconds:,.0f}" if seconds else NOTHING for count in counts)


def _is_foldable(result: Result) -> bool:
    given = {row.gold for row in result.given.rows}
    return result.given.two_way and len(given) == 2


def _cells(found: Measures) -> tuple[str, ...]:
    return (
        f"{found.rows:,}",
        *(_rates(found.classes.get(label)) for label in CLASSES),
        f"{found.macro_f1:.3f}",
        _number(found.balanced_accuracy, 3),
        _percent(found.coverage),
        _percent(found.flips),
        _percent(found.true_contradicted),
        _percent(found.silent_contradicted),
    )


def _rates(found: Rates | None) -> str:
    if found is None:
        return NOTHING
    return "/".join(_number(share, 2) for share in (found.precision, found.recall, found.f1))


def _number(share: float | None, digits: int) -> str:
    return NOTHING if share is None else f"{share:.{digits}f}"


def _percent(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.1%}"
