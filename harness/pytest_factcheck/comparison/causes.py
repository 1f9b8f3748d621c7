"""Why a result is another that nobody touched: the sources that say something else, or else all that changed.

A source is known by its id and its place, never by words of a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.comparison.changes import Kind, SourceChange
from pytest_factcheck.comparison.effects import UNHEARD, new_problems, voices
from pytest_factcheck.location import Location
from pytest_factcheck.reports.rows import AssertionRow, ProblemRow

CAUSES = {
    Kind.ADDED: "{id} is a new source",
    Kind.REMOVED: "the source {id} is gone",
    Kind.CHANGED: "the manifest describes {id} otherwise",
}
TEXT_CAUSE = "the text of {id} changed"
SETTINGS_CAUSE = "the settings changed"


def causes(
    before: AssertionRow,
    after: AssertionRow,
    assertion: Assertion,
    sources: Iterable[SourceChange],
    settings: tuple[str, ...],
) -> Iterator[str]:
    """Yield why a result may be another, in words.

    Args:
        before: The old result.
        after: The new one.
        assertion: The assertion as it is declared now.
        sources: Every source that differs.
        settings: In what the settings differ.
    """
    old, new = voices(before), voices(after)
    blamed = {name for name in old.keys() | new.keys() if old.get(name, UNHEARD) != new.get(name, UNHEARD)}
    for problem in new_problems(before, after):
        blamed |= _sources_of(problem, assertion, after)
    inside = [each for each in sources if each.kind in CAUSES and (each.id in old or each.id in new)]
    yield from map(_cause, [each for each in inside if each.id in blamed] or inside)
    if settings:
        yield SETTINGS_CAUSE


def _sources_of(problem: ProblemRow, assertion: Assertion, row: AssertionRow) -> set[str]:
    """Return the sources that a problem is about: that of its evidence, else those whose words it shows."""
    place = Location(problem["path"], problem["line"], problem["column"])
    for item in assertion.evidence:
        ruling = (item.attested.location,) if item.attested else ()
        if place in (item.location, *item.piece_locations, *ruling):
            return {item.source}
    shown = {excerpt["path"] for excerpt in problem["related"]}
    return {source["id"] for source in row["sources"] if source["path"] in shown}


def _cause(change: SourceChange) -> str:
    of_text = change.kind is Kind.CHANGED and any(words.startswith("text") for words in change.words)
    return (TEXT_CAUSE if of_text else CAUSES[change.kind]).format(id=change.id)
