"""A mutation is a value: what tells one from another, and the words that reports have for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.mutation.mutation import Fate, Mutation, Place

if TYPE_CHECKING:
    from mutation.conftest import Make

SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "mutation.schema.json").read_text("utf-8"))


@pytest.fixture
def mutation(make: Make) -> Mutation:
    declared = make.assertion("It rained.", "absent")
    return Mutation(Place.PLANTED, "stated", "a", "It is dry.", "It rained.", declared)


@pytest.mark.parametrize(
    "other",
    [
        {"place": Place.COPY},
        {"operator": "negate"},
        {"source": "b"},
        {"before": "It is wet."},
        {"after": "It did not rain."},
    ],
)
def test_mutations_that_differ_in_what_is_changed_have_other_keys(
    mutation: Mutation, other: dict[str, str]
) -> None:
    assert replace(mutation, **other).key != mutation.key  # type: ignore[arg-type]


def test_the_key_of_a_mutation_stays_when_the_assertion_is_mended(mutation: Mutation, make: Make) -> None:
    mended = make.assertion("It rained.", "absent", note="A slot, a longer quote: the change is the same.")
    assert replace(mutation, assertion=mended).key == mutation.key


def test_a_mutation_changes_no_text_and_copies_none_unless_it_says_so(mutation: Mutation) -> None:
    assert (dict(mutation.texts), mutation.copied) == ({}, None)


def test_the_words_for_places_and_fates_are_those_of_the_schema() -> None:
    assert SCHEMA["$defs"]["mutation_place"]["enum"] == [str(place) for place in Place]
    unnoticed = SCHEMA["$defs"]["mutation_mutant"]["properties"]["fate"]["enum"]
    assert unnoticed == [str(Fate.BY_TEXT), str(Fate.SURVIVED)]
