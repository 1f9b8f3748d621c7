"""Excess: words by which a claim says more than a sentence does, or another thing of its kind.

"only", "all" and "at least" say more; "after" says another thing than "before".
"""

from __future__ import annotations

from itertools import pairwise

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import table, words_of

_BINDING = words_of("language", "binding")
_ROWS = tuple(frozenset(row.split()) for row in table("language")["one_of"])
_LIMITS = words_of("language", "limits")


def excess(case: Case) -> tuple[str, ...]:
    """Return the limiting words of the claim that the sentence does not say."""
    theirs = {token.lower for token in case.own.reading.tokens} | _limits(case.own.reading)
    ours = [token.lower for token in case.claim.tokens if token.lower in _BINDING]
    more = (word for word in (*ours, *sorted(_limits(case.claim))) if word not in theirs)
    return (*more, *_other_of_its_row(case, theirs))


def _other_of_its_row(case: Case, theirs: frozenset[str] | set[str]) -> tuple[str, ...]:
    """Return words such as "after" where the sentence has none but "before"."""
    ours = {token.lower for token in case.claim.tokens}
    return tuple(
        word for row in _ROWS for word in sorted(ours & row) if word not in theirs and (theirs & row) - ours
    )


def _limits(reading: Reading) -> frozenset[str]:
    """Return the words that limit a number and belong to no amount that was read."""
    read = {at for one in reading.quantities for at in range(*reading.covered(one.span))}
    pairs = (
        f"{one.lower}_{other.lower}"
        for at, (one, other) in enumerate(pairwise(reading.tokens))
        if at not in read
    )
    return frozenset(pair for pair in pairs if pair in _LIMITS)
