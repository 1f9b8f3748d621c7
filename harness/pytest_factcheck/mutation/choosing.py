"""Choosing: which mutants of an assertion are tried, if not all are wanted.

The choice rests on the seed, the assertion and the mutant alone, so that no other assertion bears on it. The
operators take turns, because ten changes of one number teach less than one of each kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain, zip_longest

from pytest_factcheck.mutation.mutation import Mutation, Place


def chosen(mutations: Sequence[Mutation], seed: int, most: int | None) -> tuple[Mutation, ...]:
    """Return no more than `most` mutants of one assertion, in their order.

    Args:
        mutations: All of them.
        seed: What is drawn by.
        most: How many are wanted; None for all.
    """
    if most is None or len(mutations) <= most:
        return tuple(mutations)
    groups: dict[tuple[Place, str], list[Mutation]] = defaultdict(list)
    for mutation in sorted(mutations, key=lambda one: _draw(one, seed)):
        groups[mutation.place, mutation.operator].append(mutation)
    turns = filter(None, chain.from_iterable(zip_longest(*groups.values())))
    drawn = {mutation.key for mutation, _ in zip(turns, range(most), strict=False)}
    return tuple(mutation for mutation in mutations if mutation.key in drawn)


def _draw(mutation: Mutation, seed: int) -> bytes:
    return sha256(f"{seed}\n{mutation.assertion.id}\n{mutation.key}".encode()).digest()
