"""How much a word says: little for a common word, much for a rare one.

The weight grows by two with each tenth of how often a word is used in English at large, so that sharing
"minute" means less than sharing "sarcophagus". Nothing here knows any text or what a word means.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

HIGHEST = 12.0
"""The weight of a stem too rare for the table."""
DIGITS = 8.0
"""The weight of whatever begins with a digit: any one number is rare, and most are worth a look."""
CAPITALS = 4.0
"""The weight of a stem that kept its capitals ("US"): a common name, as common as "country" or "group"."""


@cache
def _weights() -> dict[str, float]:
    rows = files(__package__).joinpath("data", "idf.tsv").read_text("utf-8").splitlines()
    table: dict[str, float] = {}
    for row in rows:
        if not row.startswith("#"):
            weight, _, stems = row.partition("\t")
            table.update(dict.fromkeys(stems.split(), float(weight)))
    return table


def weight(stem: str) -> float:
    """Return how much the word with this stem says, from 0 (the commonest) to `HIGHEST` (unknown).

    Twice the decimal logarithm of how many times rarer it is than "the". Take stems through `one_stem`.
    """
    if stem[:1].isdigit():
        return DIGITS
    if stem != stem.lower():
        return CAPITALS
    return _weights().get(stem, HIGHEST)
