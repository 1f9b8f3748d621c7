"""Mutants of a claim: the same assertion, its claim with one word or value changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.repinning import claimed_again
from pytest_factcheck.perturbations import Mutant

TURNED = ("negate", "affirm", "opposite")
"""The operators that turn a statement round, whatever it is about."""


def claim_mutations(assertion: Assertion, changes: Iterable[Mutant]) -> Iterator[Mutation]:
    """Yield an assertion with each change of its claim.

    Args:
        assertion: The assertion.
        changes: The changes of its claim.
    """
    for change in changes:
        changed = claimed_again(assertion, change)
        yield Mutation(Place.CLAIM, change.operator, "", assertion.claim, change.text, changed)
