"""What the language layer reads in a sentence and in its mutant: how an operator makes sure of itself.

Every operator on amounts and dates reads its mutant back. Where the reader does not see the one change that
was meant, and no other, there is no mutant.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.language.quantities import Quantity, read_quantities
from pytest_factcheck.perturbations.mutant import Mutant

_Likeness = Callable[[Quantity, Quantity], bool]


@lru_cache(maxsize=1 << 10)
def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence."""
    return read_quantities(sentence)


def same(before: Quantity, after: Quantity) -> bool:
    """Tell whether two quantities leave open the same values of the same thing."""
    return (before.dimension, before.counted, before.interval) == (
        after.dimension,
        after.counted,
        after.interval,
    )


def apart(before: Quantity, after: Quantity) -> bool:
    """Tell whether two quantities of one dimension and one thing can never be equal."""
    kind = (before.dimension, before.counted) == (after.dimension, after.counted)
    return kind and before.interval.disjoint(after.interval)


def reads_as(sentence: str, mutant: Mutant, quantity: Quantity, likeness: _Likeness) -> bool:
    """Tell whether `quantity` alone changed, and as `likeness` says; as many dates stand in both."""
    before, after = quantities(sentence), quantities(mutant.text)
    if len(before) != len(after) or len(date_spans(sentence)) != len(date_spans(mutant.text)):
        return False
    return all(
        (likeness if old == quantity else same)(old, new) for old, new in zip(before, after, strict=True)
    )
