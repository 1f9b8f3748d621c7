"""Around: another name in the sentences beside the one in focus, before a word that is taken from them.

A sentence is read with its neighbours, so that a claim which is said in two of them is found. The name that
tells such a word apart must be the claim's there, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import Held
from pytest_factcheck.judges.language.facets import Facet, is_deed
from pytest_factcheck.judges.language.naming import listed, modifies, names_same
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.vocabulary import Span


def other_name_around(case: Case) -> tuple[Facet, Span] | None:
    """Return a name before a noun that only other sentences hold, and the other name there, or None."""
    facets = {one.facet.item.start: one.facet for one in case.coverage.held if modifies(one.facet)}
    for noun, places in _elsewhere(case):
        if is_deed(case.claim, noun.facet.item.start):
            continue  # before a verb stands who does it, and many may do the same
        names = [facets[at] for at in listed(case.claim.tokens, noun.facet.item.start) if at in facets]
        theirs = [
            (reading, at, start) for reading, place, start in places for at in listed(reading.tokens, place)
        ]
        others = [
            reading.tokens[at].span.shifted(start)
            for reading, at, start in theirs
            if not any(names_same(facet, reading.tokens[at]) for facet in names)
        ]
        lacking = [
            facet
            for facet in names
            if not any(names_same(facet, reading.tokens[at]) for reading, at, _ in theirs)
        ]
        if lacking and others:
            return lacking[-1], others[-1]
    return None


def _elsewhere(case: Case) -> Iterator[tuple[Held, list[tuple[Reading, int, int]]]]:
    """Yield each word that only other sentences hold: where it stands in each, and where that begins."""
    others = [place for place in case.passage.sentences if place != case.sentence]
    read_ = [(read(place.of(case.passage.text)), place.start) for place in others]
    for one in case.coverage.held:
        key = case.claim.tokens[one.facet.item.start].key
        places = [
            (reading, at, start)
            for reading, start in read_
            for at, token in enumerate(reading.tokens)
            if token.key == key
        ]
        if places and not one.here and not one.missing:
            yield one, places
