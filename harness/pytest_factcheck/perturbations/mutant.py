"""A mutant: one sentence with one change, and where the change is.

It is a value. Which changes there are, and what they do to the meaning, is for the operators.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pytest_factcheck.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Mutant:
    """A sentence with one change.

    `text` is the whole changed sentence, `operator` the name of what changed it. `span` counts code points of
    the original; `before` stands there in the original, and `after` in its place in `text`.
    """

    text: str
    operator: str
    span: Span
    before: str
    after: str


Operator = Callable[[str], tuple[Mutant, ...]]


def replaced(sentence: str, operator: str, span: Span, after: str) -> Mutant:
    """Return `sentence` with `after` in the place of what `span` covers."""
    text = sentence[: span.start] + after + sentence[span.end :]
    return Mutant(text, operator, span, span.of(sentence), after)


def rewritten(sentence: str, operator: str, text: str) -> tuple[Mutant, ...]:
    """Return the mutant whose whole text is `text`, its span as narrow as can be; none if nothing changed."""
    if text == sentence:
        return ()
    start = _shared(sentence, text)
    end = _shared(sentence[start:][::-1], text[start:][::-1])
    span = Span(start, len(sentence) - end)
    return (replaced(sentence, operator, span, text[start : len(text) - end]),)


def distinct(sentence: str, mutants: Iterable[Mutant]) -> tuple[Mutant, ...]:
    """Return the mutants in order, each text once, and none that is the sentence itself."""
    found: dict[str, Mutant] = {}
    for mutant in mutants:
        if mutant.text != sentence:
            found.setdefault(mutant.text, mutant)
    return tuple(found.values())


def like_first(written: str, after: str) -> str:
    """Return `after` with a capital first letter if `written` has one."""
    return after[:1].upper() + after[1:] if written[:1].isupper() else after


def _shared(left: str, right: str) -> int:
    """Return how many characters both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))
