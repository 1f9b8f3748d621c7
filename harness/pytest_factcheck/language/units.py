"""Units of measure and currencies: from the words after a number to a dimension and a factor.

The table is our own, see its head for why. An ambiguous unit ("pound", "ton", "degree" without a scale) has
a dimension of its own, so that it compares with nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pytest_factcheck.language.lexing import Token, token_at, tokens, touch
from pytest_factcheck.language.tables import table, word_list


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, and what turns an amount of it into base units (`amount * factor + offset`)."""

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)

    def base(self, amount: Fraction) -> Fraction:
        """Return `amount` of this unit in base units."""
        scaled = amount if self.factor == 1 else amount * self.factor
        return scaled + self.offset if self.offset else scaled


def _pieces(name: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens(name, 0, len(name)))


_TABLE = table("units")
_CURRENCIES = {code: Unit(code, f"money:{code}", Fraction(1)) for code in _TABLE["currencies"]}
_MEASURES = [
    (Unit(name, dimension, Fraction(row["factor"]), Fraction(row.get("offset", "0"))), row)
    for dimension, units in _TABLE["measures"].items()
    for name, row in units.items()
]
_NAMES = {_pieces(name): unit for unit, row in _MEASURES for name in row.get("names", ())} | {
    _pieces(name): _CURRENCIES[code] for code, names in _TABLE["currencies"].items() for name in names
}
_SYMBOLS = {symbol: unit for unit, row in _MEASURES for symbol in row.get("symbols", ())}
_JOINED = {name: unit for unit, row in _MEASURES for name in row.get("joined", ())}
_SIGNS = {_pieces(sign): _CURRENCIES[code] for sign, code in _TABLE["currency_signs"].items()}
CURRENCY_STARTERS = frozenset(sign[0] for sign in _SIGNS) | {code.lower() for code in _CURRENCIES}
_FIRST_PIECES = frozenset(name[0] for name in _NAMES)
_LONGEST = max(map(len, _NAMES))
_APART = word_list("units", "apart")
AFTER_ARTICLE = word_list("units", "after_article")


def read_unit(found: list[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit that begins at token `at`, or behind a hyphen there, and the place after it."""
    token = token_at(found, at)
    if token.text == "-" and touch(token_at(found, at - 1), token) and touch(token, token_at(found, at + 1)):
        joined = _JOINED.get(token_at(found, at + 1).lower)
        return (joined, at + 2) if joined else read_unit_word(found, at + 1)
    return read_unit_word(found, at)


def read_unit_word(found: list[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit whose first word is token `at`, and the place after it; the longest name wins."""
    token = token_at(found, at)
    first = token.lower.removesuffix("'s")
    if first in _FIRST_PIECES:
        pieces = (first, *(token_at(found, at + step).lower for step in range(1, _LONGEST)))
        for length in range(_LONGEST, 0, -1):
            unit = _NAMES.get(pieces[:length])
            if unit:
                return unit, at + length
    symbol = _SYMBOLS.get(token.text)
    if symbol is None or (token.text in _APART and touch(token_at(found, at - 1), token)):
        return None
    return symbol, at + 1


def read_currency(found: list[Token], at: int) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code stands at `at`, before an amount, and the place after it."""
    token = token_at(found, at)
    if token.lower not in CURRENCY_STARTERS:
        return None
    following = token_at(found, at + 1)
    if touch(token, following) and (token.lower, following.lower) in _SIGNS:
        return _SIGNS[token.lower, following.lower], at + 2
    if (token.lower,) in _SIGNS:
        return _SIGNS[token.lower,], at + 1
    code = _CURRENCIES.get(token.text)
    return (code, at + 1) if code and following.kind == "number" else None


def stands_after_article(word: str) -> bool:
    """Tell whether "a" or "an" and this word are one of a unit: "an hour", not "a pound"."""
    return word.removesuffix("'s") in AFTER_ARTICLE


def unit_named(name: str) -> Unit:
    """Return the unit that `name` writes."""
    return _NAMES[_pieces(name)]
