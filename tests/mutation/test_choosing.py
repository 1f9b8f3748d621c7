"""Choosing: no more mutants than wanted, of every kind of change in turn, the same on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.mutation.choosing import chosen
from pytest_factcheck.mutation.mutation import Mutation, Place

if TYPE_CHECKING:
    from mutation.conftest import Make


def several(make: Make, numbers: Mapping[str, int], name: str = "lasted") -> tuple[Mutation, ...]:
    """Return so many mutants of each operator, numbered, those of one operator together."""
    declared = make.assertion("It rained.", "absent", id=name)
    return tuple(
        Mutation(Place.PLANTED, operator, "a", "", f"{operator} {number}", declared)
        for operator, count in numbers.items()
        for number in range(count)
    )


def kinds(mutations: tuple[Mutation, ...]) -> Counter[str]:
    return Counter(one.operator for one in mutations)


def keys(mutations: tuple[Mutation, ...]) -> list[str]:
    return [one.key for one in mutations]


NUMBERS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 6), max_size=6)


def test_all_are_tried_where_no_number_is_wanted(make: Make) -> None:
    made = several(make, {"number": 3, "place": 2})
    assert chosen(made, 0, None) == made


@pytest.mark.parametrize("most", [5, 6, 100])
def test_all_are_tried_where_there_are_no_more_than_wanted(make: Make, most: int) -> None:
    made = several(make, {"number": 3, "place": 2})
    assert chosen(made, 0, most) == made


def test_kinds_of_change_take_turns(make: Make) -> None:
    made = several(make, {"number": 30, "place": 1, "negate": 2})
    assert kinds(chosen(made, 0, 3)) == {"number": 1, "place": 1, "negate": 1}
    assert kinds(chosen(made, 0, 5)) == {"number": 2, "place": 1, "negate": 2}
    assert kinds(chosen(made, 0, 8)) == {"number": 5, "place": 1, "negate": 2}


def test_one_operator_in_two_places_is_two_kinds_of_change(make: Make) -> None:
    declared = make.assertion("It rained.", "absent")
    made = [
        Mutation(place, "number", "", "", str(number), declared)
        for place in (Place.CLAIM, Place.SENTENCE)
        for number in range(9)
    ]
    assert Counter(one.place for one in chosen(made, 0, 4)) == {Place.CLAIM: 2, Place.SENTENCE: 2}


def test_the_same_seed_draws_the_same_mutants_and_another_seed_others(make: Make) -> None:
    made = several(make, {"number": 30})
    assert chosen(made, 7, 5) == chosen(made, 7, 5)
    assert len({tuple(keys(chosen(made, seed, 5))) for seed in range(20)}) == 20


def test_which_kinds_come_first_is_drawn_too(make: Make) -> None:
    made = several(make, {"a": 1, "b": 1, "c": 1, "d": 1})
    first = {one.operator for seed in range(40) for one in chosen(made, seed, 1)}
    assert first == set("abcd")


def test_the_draw_of_one_assertion_is_not_that_of_another(make: Make) -> None:
    drawn = {
        tuple(one.after for one in chosen(several(make, {"number": 30}, name), 0, 3))
        for name in ("a", "b", "c", "d", "e")
    }
    assert len(drawn) == 5


def test_the_draw_is_the_same_on_every_machine(make: Make) -> None:
    made = several(make, {"number": 8, "place": 3})
    assert [one.after for one in chosen(made, 7, 3)] == ["number 2", "number 7", "place 1"]


@given(NUMBERS, st.integers(0, 9), st.integers(1, 12))
def test_as_many_as_wanted_are_drawn_in_their_order_and_no_kind_falls_behind(
    make: Make, numbers: dict[str, int], seed: int, most: int
) -> None:
    made = several(make, numbers)
    found = chosen(made, seed, most)
    assert len(found) == min(most, len(made))
    assert list(found) == [one for one in made if one in found]
    drawn = kinds(found)
    for operator, count in numbers.items():
        assert drawn[operator] == count or drawn[operator] >= max(drawn.values()) - 1


@given(NUMBERS, st.integers(0, 9), st.integers(1, 12))
def test_whoever_wants_more_gets_the_same_and_more(
    make: Make, numbers: dict[str, int], seed: int, most: int
) -> None:
    made = several(make, numbers)
    assert set(keys(chosen(made, seed, most))) <= set(keys(chosen(made, seed, most + 1)))


@given(NUMBERS, st.integers(1, 12), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_made_does_not_change_which_are_drawn(
    make: Make, numbers: dict[str, int], most: int, shuffled: Random
) -> None:
    made = list(several(make, numbers))
    before = set(keys(chosen(made, 3, most)))
    shuffled.shuffle(made)
    assert set(keys(chosen(made, 3, most))) == before
