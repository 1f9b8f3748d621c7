"""The comparison: two states of a project give every change, and what came of it.

Pure: the same two states give the same comparison, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pytest_factcheck.comparison.causes import causes
from pytest_factcheck.comparison.changes import AssertionChange, Comparison, Kind, SourceChange, outcome
from pytest_factcheck.comparison.edits import edits, source_edits
from pytest_factcheck.comparison.effects import effects, one_sided
from pytest_factcheck.comparison.state import State, written
from pytest_factcheck.reports.rows import FAILED, AssertionRow


def compared(before: State, after: State) -> Comparison:
    """Compare two states of one project.

    Args:
        before: The old one.
        after: The new one.
    """
    sources, settings = tuple(_sources(before, after)), tuple(_settings(before, after))
    changes = sorted(_assertions(before, after, sources, settings), key=_order)
    return Comparison(tuple(changes), sources, settings, _failing(before, after, changes))


def _order(change: AssertionChange) -> tuple[str, int, str]:
    return change.row["path"], change.row["line"], change.id


def _failing(before: State, after: State, changes: list[AssertionChange]) -> tuple[str, ...]:
    known = {change.id: change.before for change in changes}
    return tuple(
        name
        for name, row in after.rows.items()
        if outcome(row) == outcome(known.get(name, before.rows.get(name))) == FAILED
    )


def _settings(before: State, after: State) -> Iterator[str]:
    for name in dict.fromkeys((*before.settings, *after.settings)):
        old, new = before.settings.get(name, ""), after.settings.get(name, "")
        if old != new and before.settings and after.settings:
            yield f"{name}: {old} → {new}"


def _sources(before: State, after: State) -> Iterator[SourceChange]:
    for name in sorted(before.sources.keys() | after.sources.keys()):
        old, new = before.sources.get(name), after.sources.get(name)
        if old is None and new is not None:
            yield SourceChange(Kind.ADDED, name, new.source.path)
        elif new is None and old is not None:
            yield SourceChange(Kind.REMOVED, name, old.source.path)
        elif old is not None and new is not None and (words := source_edits(old, new)):
            alone = len(words) == 1 and bool(old.digest) != bool(new.digest)
            yield SourceChange(Kind.NOT_COMPARED if alone else Kind.CHANGED, name, new.source.path, words)


def _assertions(
    before: State, after: State, sources: tuple[SourceChange, ...], settings: tuple[str, ...]
) -> Iterator[AssertionChange]:
    renamed = _renamed(before, after)
    for name, row in after.rows.items():
        old = before.rows.get(renamed.get(name, name))
        if old is None:
            yield AssertionChange(Kind.ADDED, name, None, row)
            continue
        edited = edits(before.assertions[old["id"]], after.assertions[name])
        became = effects(old, row)
        if edited or became:
            why = tuple(causes(old, row, after.assertions[name], sources, settings)) if became else ()
            yield _change(AssertionChange(Kind.AFFECTED, name, old, row, edited, became, why), old, row)
    gone = before.rows.keys() - after.rows.keys() - set(renamed.values())
    for name in gone:
        yield AssertionChange(Kind.REMOVED, name, before.rows[name], None)


def _renamed(before: State, after: State) -> dict[str, str]:
    """Return the old id of each assertion whose id alone is new."""
    gone = {written(each): name for name, each in before.assertions.items() if name not in after.assertions}
    fresh = {name: each for name, each in after.assertions.items() if name not in before.assertions}
    found: dict[str, str] = {}
    for name, each in fresh.items():
        earlier = gone.pop(written(each), None)
        if earlier is not None:
            found[name] = earlier
    return found


def _change(change: AssertionChange, before: AssertionRow, after: AssertionRow) -> AssertionChange:
    """Return a change with its kind."""
    if before["id"] != after["id"]:
        return replace(change, kind=Kind.RENAMED, edits=())
    if change.edits:
        return replace(change, kind=Kind.CHANGED)
    lacking = one_sided(before, after)
    return replace(change, kind=Kind.NOT_COMPARED, causes=lacking) if lacking else change
