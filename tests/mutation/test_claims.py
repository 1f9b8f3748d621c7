"""Mutants of a claim: the same assertion, as it would be written if the changed claim were believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_factcheck.mutation.claims import TURNED, claim_mutations
from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.mutation.repinning import claimed_again
from pytest_factcheck.perturbations import CHANGES, mutants

if TYPE_CHECKING:
    from mutation.conftest import Make

CLAIM = "The talks lasted 100 minutes."


def test_each_change_of_a_claim_makes_one_mutant_in_its_order(make: Make) -> None:
    declared = make.assertion(CLAIM, "supported", [{"source": "a", "quote": "100 minutes"}])
    changes = mutants(CLAIM)
    found = list(claim_mutations(declared, changes))
    assert [(one.operator, one.after) for one in found] == [
        ("number", "The talks lasted 200 minutes."),
        ("number", "The talks lasted 50 minutes."),
        ("unit", "The talks lasted 100 hours."),
    ]
    assert [one.assertion for one in found] == [claimed_again(declared, change) for change in changes]


def test_a_mutant_of_a_claim_leaves_every_source_as_it_is(make: Make) -> None:
    declared = make.assertion(CLAIM, "supported", [{"source": "a", "quote": "100 minutes"}])
    for one in claim_mutations(declared, mutants(CLAIM)):
        assert (one.place, one.source, one.before) == (Place.CLAIM, "", CLAIM)
        assert (dict(one.texts), one.copied) == ({}, None)
        assert one.assertion.evidence == declared.evidence
        assert one.assertion.id == declared.id


def test_what_turns_a_statement_round_is_known_to_the_operators() -> None:
    assert set(TURNED) <= set(CHANGES)
