"""The opposite of a verb in the place of the verb: "rose" becomes "fell".

A pair is known to the language layer and stands in this package's own table too, because
not every opposite fits into the other's place: "told him" is not "withheld him".
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.opposites import opposite as are_opposite
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stem
from pytest_factcheck.perturbations.mutant import Mutant, distinct, replaced
from pytest_factcheck.perturbations.tables import TABLE
from pytest_factcheck.perturbations.verbplaces import by_form, form_at


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield the pairs of the table that the language layer knows, those of one direction once."""
    for row in TABLE["opposites"]["both_ways"]:
        one, other = row.split()
        yield one, other
        yield other, one
    for row in TABLE["opposites"]["one_way"]:
        one, other = row.split()
        yield one, other


def _known(one: str, other: str) -> bool:
    return are_opposite(one_stem(stem(one)), one_stem(stem(other)))


_FORMS = by_form((one, other) for one, other in _pairs() if _known(one, other))


def opposite(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with the opposite in the place of each verb that has one."""
    own = tokens(sentence)
    found: list[Mutant] = []
    for at in range(1, len(own)):
        form = form_at(own, at)
        others = _FORMS[form].get(own[at].lower, ()) if form else ()
        found += [replaced(sentence, "opposite", own[at].span, other) for other in others[:1]]
    return distinct(sentence, found)
