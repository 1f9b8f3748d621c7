"""How a quantity is written: where its number stands, in digits or words, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pytest_factcheck.language.lexing import Token, token_at, tokens
from pytest_factcheck.language.numbers import MAGNITUDES, read_number
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.perturbations.spelled import in_digits, in_words
from pytest_factcheck.vocabulary import Span

_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Written:
    """The number of a quantity as it stands: what can be replaced, its value there, and how it is written.

    Magnitude words behind digits ("2.4 million") are not part of `span`. `joined` tells that a hyphen binds
    the number to what follows; `grouped` and `decimals` are those of digits.
    """

    span: Span
    value: Fraction
    words: bool = False
    decimals: int = 0
    grouped: bool = False
    joined: bool = False

    @property
    def step(self) -> Fraction:
        """Return the worth of the last digit that is not a nought: 1 in 273, 1,000 in 5,000, 0.1 in 2.4."""
        step = Fraction(1, 10**self.decimals)
        while self.value and (self.value / (step * 10)).denominator == 1:
            step *= 10
        return step

    def again(self, value: Fraction) -> str:
        """Return another value written in the same way."""
        if self.words:
            return in_words(int(value))
        return in_digits(value, self.decimals, grouped=self.grouped or value >= 10_000)


def number_of(sentence: str, quantity: Quantity) -> Written | None:
    """Return how the first number of a quantity is written, or None where it is no plain number."""
    found = tokens(sentence, 0, len(sentence))
    for at in _within(found, quantity.span):
        token = found[at]
        if token.kind == "number":
            return _digits(sentence, token)
        read = read_number(found, at)
        if read is not None:
            number, end = read
            plain = number.loose is None and number.value.denominator == 1 and token.kind == "word"
            span = Span(token.start, found[end - 1].end)
            return _words(sentence, found, at, span) if plain else None
    return None


def _within(found: list[Token], span: Span) -> Iterator[int]:
    return (at for at, token in enumerate(found) if span.start <= token.start < span.end)


def _digits(sentence: str, token: Token) -> Written:
    bare = token.text.replace(",", "")
    return Written(
        Span(token.start, token.end),
        Fraction(bare),
        decimals=len(bare.partition(".")[2]),
        grouped="," in token.text,
        joined=_is_joined(sentence, token.end),
    )


def _words(sentence: str, found: list[Token], at: int, span: Span) -> Written | None:
    """Return a number in words; of "two million" and "three dozen" the first word is enough."""
    following = token_at(found, at + 1)
    if following.lower in MAGNITUDES and following.end == span.end:
        span = Span(span.start, found[at].end)
    read = read_number(tokens(span.of(sentence), 0, span.end - span.start), 0)
    article = span.of(sentence).lower() in {"a", "an"}
    if not article and (read is None or read[0].value.denominator != 1):
        return None
    value = Fraction(1) if read is None else read[0].value
    return Written(span, value, words=True, joined=_is_joined(sentence, span.end))


def _is_joined(sentence: str, end: int) -> bool:
    return sentence[end : end + 1] in _HYPHENS and sentence[end + 1 : end + 2].isalnum()
