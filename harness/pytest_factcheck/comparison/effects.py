"""Two rows of one assertion: what became of its result, in words, and whether the two can be compared.

A result is outcome, verdict, what it rests on, the stance of each source, and the kinds of its problems.
Places do not count, because a line added above moves them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pytest_factcheck.reports.rows import SKIPPED, AssertionRow, ProblemRow, SourceRow

SILENT = "silent"
UNHEARD = (SILENT,)  # what a source says that is not there
BASES = {
    "judged": "judges",
    "searched": "a search that found nothing",
    "attested": "a signed ruling",
    "word": "a person's word",
    "nothing": "nothing",
}


def effects(before: AssertionRow, after: AssertionRow) -> tuple[str, ...]:
    """Return in what two results differ, one line for each thing; none where they are the same."""
    found = []
    if _told(before, after) != _told(after, before):
        found.append(f"{_told(before, after)} → {_told(after, before)}")
    if before["rests_on"] != after["rests_on"] and "nothing" not in (before["rests_on"], after["rests_on"]):
        found.append(f"rests on {BASES[before['rests_on']]} → {BASES[after['rests_on']]}")
    found += _stances(before, after)
    found += _problems(before, after)
    looks = len(before["to_look_at"]), len(after["to_look_at"])
    if looks[0] != looks[1]:
        found.append(f"to look at: {looks[0]} → {looks[1]}")
    return tuple(found)


def _told(row: AssertionRow, other: AssertionRow) -> str:
    """Return outcome and verdict of a row, but not what the other row has too."""
    if row["outcome"] == SKIPPED:
        return "not run"
    same = [row[key] == other[key] for key in ("outcome", "verdict")]
    words = (row["outcome"], row["verdict"]) if same[0] == same[1] or other["outcome"] == SKIPPED else ()
    return ", ".join(words or (row["verdict"] if same[0] else row["outcome"],))


def one_sided(before: AssertionRow, after: AssertionRow) -> tuple[str, ...]:
    """Return why two results cannot be compared: what is missing in one state only; else nothing."""
    reasons = []
    for row, other, when in ((before, after, "before"), (after, before, "now")):
        if row["why_not_run"] and not other["why_not_run"]:
            reasons.append(f"not run {when}: {row['why_not_run']}")
        elif not (row["why_not_run"] or other["why_not_run"]):
            lacking = sorted(missing(row) - missing(other))
            reasons += [f"not searched {when}: {', '.join(lacking)}"] if lacking else []
    return tuple(reasons)


def missing(row: AssertionRow) -> set[str]:
    """Return the sources in its scope whose text is not there."""
    return {source["id"] for source in row["sources"] if source["missing"]}


def stances(row: AssertionRow) -> dict[str, str]:
    """Return the stance of each source that was read."""
    return {source["id"]: source["stance"] for source in row["sources"] if not source["missing"]}


def voices(row: AssertionRow) -> dict[str, tuple[object, ...]]:
    """Return what each source says, without the places, by its id."""
    return {source["id"]: _said(source) for source in row["sources"]}


def _said(source: SourceRow) -> tuple[object, ...]:
    return (source["stance"], *((voice["stance"], voice["quote"]) for voice in source["voices"]))


def _stances(before: AssertionRow, after: AssertionRow) -> Iterator[str]:
    if SKIPPED in (before["outcome"], after["outcome"]):
        return
    old, new = stances(before), stances(after)
    absent = missing(before) | missing(after)
    for name in sorted((old.keys() | new.keys()) - absent):
        one, other = old.get(name, SILENT), new.get(name, SILENT)
        if one != other:
            yield f"{name}: {one} → {other}"


def _problems(before: AssertionRow, after: AssertionRow) -> Iterator[str]:
    yield from (problem_words(problem, after) for problem in new_problems(before, after))
    solved = (_slugs(before) - _slugs(after)).elements()
    yield from (f"solved: {slug}" for slug in solved)


def new_problems(before: AssertionRow, after: AssertionRow) -> Iterator[ProblemRow]:
    """Yield the problems of which there are more of a kind than before; of a kind, the unknown ones first."""
    for slug, count in (_slugs(after) - _slugs(before)).items():
        known = {problem["message"] for problem in before["problems"]}
        fresh = [problem for problem in after["problems"] if problem["slug"] == slug]
        fresh.sort(key=lambda problem: problem["message"] in known)
        yield from fresh[:count]


def _slugs(row: AssertionRow) -> Counter[str]:
    return Counter(problem["slug"] for problem in row["problems"])


def problem_words(problem: ProblemRow, row: AssertionRow) -> str:
    """Return a problem on one line, with its place where that is not the place of the assertion."""
    place = (problem["path"], problem["line"])
    shown = "" if place == (row["path"], row["line"]) else f"{place[0]}:{place[1]}: "
    advice = f" ({problem['advice']})" if problem["advice"] else ""
    return f"{shown}{problem['slug']}: {problem['message']}{advice}"
