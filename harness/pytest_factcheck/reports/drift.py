"""Repairs as lines: what drifted, what changed in it, what becomes of it, and what is left to do.

Whether anything was written is told to this module, which writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from pytest_factcheck import commandline
from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.repairs import Repair, Survey
from pytest_factcheck.reports.tables import folded, plain
from pytest_factcheck.spans import Change
from pytest_factcheck.vocabulary import Stance

MARGIN = "  "
UNREPAIRED = {
    "quote-not-found": "no place is so like it that it must be meant (a short quote needs its `prefix`)",
    "quote-ambiguous": "several places have these words",
}


def story(
    surveys: Sequence[Survey], accepted: Collection[str], width: int, *, written: bool
) -> Iterator[str]:
    """Yield the lines that tell of every quote that does not stand in its source as it is written.

    Args:
        surveys: What was found, one for each file.
        accepted: The assertions whose critical changes a person has accepted.
        width: Terminal columns.
        written: Whether what can be written is written.
    """
    for found in surveys:
        for repair in found.repairs:
            yield from _record(repair, accepted, width, written=written)
    for problem in (problem for found in surveys for problem in found.problems):
        yield from folded(problem, width, margin=MARGIN)
        yield from _part(f"left: {UNREPAIRED[problem.slug]}", width)


def counts(surveys: Sequence[Survey], accepted: Collection[str], *, written: bool) -> str:
    """Return in one line how many quotes drifted, moved or are not there, and what becomes of them."""
    repairs = [repair for found in surveys for repair in found.repairs]
    slugs = [problem.slug for found in surveys for problem in found.problems]
    made = sum(repair.accepted(accepted) for repair in repairs)
    numbers = {
        "drifted": sum(repair.drifted for repair in repairs),
        "moved": sum(not repair.drifted for repair in repairs),
        "not found": slugs.count("quote-not-found"),
        "ambiguous": slugs.count("quote-ambiguous"),
    }
    said = ", ".join(f"{number} {name}" for name, number in numbers.items() if number)
    became = {"written" if written else "to write": made, "left": len(repairs) - made + len(slugs)}
    done = ", ".join(f"{name}: {number}" for name, number in became.items() if number)
    quotes, files = sum(found.quotes for found in surveys), len(surveys)
    total = f"{quotes} quote{'s' * (quotes != 1)} in {files} file{'s' * (files != 1)}"
    return f"{total}: {said}; {done}" if said else f"{total}: each stands in its source"


def stale(repairs: Iterable[Repair]) -> Iterator[str]:
    """Yield a line for each signed ruling that lapses with these repairs, and the command to sign again."""
    drifted = [repair for repair in repairs if repair.drifted]
    for assertion, item in dict.fromkeys((each.assertion, each.evidence) for each in drifted):
        if item.attested:
            new = {each.old: each.new for each in drifted if each.evidence is item}
            pieces = [new.get(piece, piece) for piece in item.pieces]
            whose = f"{item.attested.by} ruled on other words of {item.source}"
            again = f"read both again, then {_command(assertion, item, pieces)}"
            yield f"{assertion.id}: stale-attestation: {whose}; {again}"


def _command(assertion: Assertion, item: Evidence, pieces: Sequence[str]) -> str:
    alike = [one for one in assertion.evidence if (one.source, one.stance) == (item.source, item.stance)]
    words = " ".join(pieces) if item.stance is Stance.SILENT else pieces[0]
    command = commandline.attest(assertion.id, item.source, item.stance, words if len(alike) > 1 else "")
    return f"{command} --replace"


def _record(repair: Repair, accepted: Collection[str], width: int, *, written: bool) -> Iterator[str]:
    what = "drifted" if repair.drifted else "moved"
    head = f"{repair.location}: {repair.assertion.id}: {what}: {repair.evidence.source}, {repair.place}"
    yield from folded(head, width, margin=MARGIN)
    if not repair.drifted:
        yield f"{MARGIN}{plain(f'{repair.old} → {repair.new}')}"
    for change in repair.changes:
        yield from _part(_changed(change), width)
    if repair.drifted and not repair.accepted(accepted):  # else the diff shows it
        yield from _part(f"the source: “{repair.new}”", width)
    yield from _part(_outcome(repair, accepted, written=written), width)


def _part(words: str, width: int) -> Iterator[str]:
    for line in folded(words, width - len(MARGIN), margin=MARGIN):
        yield f"{MARGIN}{line}"


def _changed(change: Change) -> str:
    if not change.quoted:
        return f"{change.kind}: “{change.found}” put in"
    if not change.found:
        return f"{change.kind}: “{change.quoted}” left out"
    return f"{change.kind}: “{change.quoted}” → “{change.found}”"


def _outcome(repair: Repair, accepted: Collection[str], *, written: bool) -> str:
    if repair.doubt:
        return f"left: {repair.doubt}"
    if not repair.accepted(accepted):
        kinds = ", ".join(repair.critical)
        advice = f"if the claim still holds, add --accept {repair.assertion.id}"
        return f"left: critical ({kinds}); {advice}"
    return "written" if written else "to be written with --write"
