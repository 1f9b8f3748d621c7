"""Excess: words by which a claim says more than a sentence does, such as "only", "all" and "at least"."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.reading import Reading

_DATA = tomllib.loads(files("pytest_factcheck.judges").joinpath("data/language.toml").read_text("utf-8"))
_BINDING = frozenset(_DATA["binding"].split())
_LIMITS = frozenset(_DATA["limits"].split())


def excess(case: Case) -> tuple[str, ...]:
    """Return the limiting words of the claim that the sentence does not say."""
    theirs = {token.lower for token in case.own.reading.tokens} | _limits(case.own.reading)
    ours = [token.lower for token in case.claim.tokens if token.lower in _BINDING]
    return tuple(word for word in (*ours, *sorted(_limits(case.claim))) if word not in theirs)


def _limits(reading: Reading) -> frozenset[str]:
    """Return the words that limit a number and belong to no amount that was read."""
    read = {at for one in reading.quantities for at in range(*reading.covered(one.span))}
    pairs = (
        f"{one.lower}_{other.lower}"
        for at, (one, other) in enumerate(pairwise(reading.tokens))
        if at not in read
    )
    return frozenset(pair for pair in pairs if pair in _LIMITS)
