"""Opposing: a word in the source that excludes what the claim says of the same thing.

"rose" against "fell" with the same subject, "guilty" against "innocent" of the same person. A word that
merely contrasts is a reason to look.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.judges.language.facets import Facet, FacetKind, is_deed
from pytest_factcheck.judges.language.holding import Holding
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.opposites import Opposition, opposites, opposition

_PREPOSITIONS = words_of("language", "prepositions_like_verbs")


@dataclass(frozen=True, slots=True)
class Opposed:
    """A facet, the token of the source that stands against it, and how."""

    facet: Facet
    at: int
    opposition: Opposition


def _is_like(facet: Facet, reading: Reading, at: int) -> bool:
    """Tell whether a word may be of the facet's class: "lasted" is no opposite of "first".

    What something "was" may be a participle: "was closed" stands against "was open".
    """
    token = reading.tokens[at]
    if token.lower in _PREPOSITIONS:
        return False
    event = reading.event(at)
    if event and event.passive and facet.core and facet.kind is FacetKind.WORD:
        return not token.named
    verb = bool(token.forms) or is_deed(reading, at)
    return not token.named and verb == (facet.kind is FacetKind.DEED)


def opposed(facet: Facet, own: Holding) -> Opposed | None:
    """Return the word of a sentence that stands against a facet of the claim, or None."""
    for other in sorted(opposites(facet.key)):
        for at in own.keys.get(other, ()):
            kind = opposition(facet.key, other)
            if kind is not None and _is_like(facet, own.reading, at):
                return Opposed(facet, at, kind)
    return None
