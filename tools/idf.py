"""Make the table of how common English words are, from the word list of the package wordfreq.

    PYTHONPATH=harness python -m tools.idf wordfreq-3.1.1-py3-none-any.whl

Words are stemmed as the product stems them and their shares summed, so that a stem is as common as all its
forms together. A weight is twice the decimal logarithm of how much rarer a stem is than the commonest:
0 for "the", 2 more for each tenth of it.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import words
from tools.wordlists import frequencies, read_wheel

TABLE = Path(__file__).parents[1] / "harness/pytest_factcheck/language/data/idf.tsv"
STEMS = 30_000
HEADER = """\
# How much a word says: a weight, a tab, and the stems that have it. Made by tools/idf.py; do not edit.
# From the word list of wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0, as is this file: see idf.LICENSE.
"""


def by_stem(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the summed share of every stem; stems of anything but a to z are left out."""
    sums: defaultdict[str, float] = defaultdict(float)
    for written, share in shares:
        for word in words(written):
            stem = one_stem(word.stem)
            if stem.isascii() and stem.isalpha():
                sums[stem] += share
    return dict(sums)


def weights(shares: Mapping[str, float], most: int = STEMS) -> dict[str, float]:
    """Return the weights, to one decimal, of the `most` commonest stems; the commonest has 0."""
    ranked = sorted(shares, key=lambda stem: (-shares[stem], stem))[:most]
    top = shares[ranked[0]]
    return {stem: round(2 * math.log10(top / shares[stem]), 1) for stem in ranked}


def lines(table: Mapping[str, float]) -> str:
    """Return a table of weights as text, one line for each weight, stems in the order of letters."""
    rows: defaultdict[float, list[str]] = defaultdict(list)
    for stem in sorted(table):
        rows[table[stem]].append(stem)
    return "".join(f"{weight}\t{' '.join(rows[weight])}\n" for weight in sorted(rows))


def main() -> None:
    """Write the table from the wheel named on the command line."""
    parser = argparse.ArgumentParser(description="Make language/data/idf.tsv.")
    parser.add_argument("wheel", type=Path, help="a wheel of wordfreq, as `pip download` leaves it")
    data = read_wheel(parser.parse_args().wheel)
    table = weights(by_stem(frequencies(data)))
    TABLE.write_text(HEADER + lines(table), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
