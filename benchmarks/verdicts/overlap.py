"""The baseline: how much of a claim's weight in rare words the best part of a text holds.

It is given every chance that needs no reading: the part may be a sentence, a window of three or the whole
text; a claim whose number is not there while another is, or whose negation differs, may be called
contradicted; which of these, and from which share on, is fitted on rows of the same set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import fsum

from benchmarks.verdicts.metrics import Pair, counted_as, macro_f1

from pytest_factcheck.corpus import SourceText
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import is_function_word, is_negator, words
from pytest_factcheck.vocabulary import Span, Stance

Weight = Callable[[str], float]
SCOPES = ("sentence", "window", "text")
STEPS = 20  # shares are compared in steps of 1/20
NEVER = STEPS + 1


@dataclass(frozen=True, slots=True)
class Held:
    """What the best part of a text holds of a claim: a share from 0 to 1, and whether a cue differs."""

    share: float
    differs: bool

    @property
    def step(self) -> int:
        """Return the share in whole steps, rounded down; the rounding error of a sum costs no step."""
        return int(self.share * STEPS + 1e-9)


Overlap = tuple[Held, ...]  # one for each of SCOPES


@dataclass(frozen=True, slots=True)
class Rule:
    """From which step on an overlap supports, and contradicts where a cue differs."""

    scope: int
    supports: int
    contradicts: int
    cues: bool

    def call(self, overlap: Overlap) -> Stance:
        """Return what this rule calls."""
        held = overlap[self.scope]
        return self.called(held.step, differs=held.differs)

    def called(self, step: int, *, differs: bool) -> Stance:
        """Return what this rule calls a share of `step` steps."""
        if differs and self.cues:
            return Stance.CONTRADICTS if step >= self.contradicts else Stance.SILENT
        return Stance.SUPPORTS if step >= self.supports else Stance.SILENT


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a claim, or of a part of a text, as far as this baseline reads them."""

    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool


def overlap(claim: str, text: SourceText, weight: Weight) -> Overlap:
    """Return what the best sentence, the best window and the whole text hold of a claim."""
    asked, parts = part(claim), _parts(text.text, text.sentences)
    windows = [_joined(parts[max(0, at - 1) : at + 2]) for at in range(len(parts))]
    return tuple(_best(asked, found, weight) for found in (parts, windows, [_joined(parts)]))


def part(text: str, span: Span | None = None) -> Part:
    """Read the content stems, the numbers in digits and the negators of a text."""
    found = words(text, span)
    return Part(
        frozenset(one_stem(word.stem) for word in found if not is_function_word(word.text)),
        frozenset(word.stem for word in found if word.text[0].isdigit()),
        any(is_negator(word.text) for word in found),
    )


def fitted(rows: Sequence[tuple[Stance, Overlap]], *, two_way: bool) -> Rule:
    """Return the rule with the best macro-F1 on some rows; of equals the first, which calls least."""
    tables = [_table(rows, scope) for scope in range(len(SCOPES))]
    return max(_rules(), key=lambda rule: macro_f1(_confusion(tables[rule.scope], rule, two_way=two_way)))


def _rules() -> Iterator[Rule]:
    steps = range(NEVER, 0, -1)
    for scope in range(len(SCOPES)):
        yield from (Rule(scope, supports, NEVER, cues=False) for supports in steps)
        yield from (Rule(scope, one, other, cues=True) for one, other in product(steps, steps))


def _table(rows: Iterable[tuple[Stance, Overlap]], scope: int) -> Counter[tuple[Stance, int, bool]]:
    """Count rows by all that a rule looks at, so that fitting costs the same for large sets and small."""
    return Counter((counted_as(gold), held[scope].step, held[scope].differs) for gold, held in rows)


def _confusion(table: Counter[tuple[Stance, int, bool]], rule: Rule, *, two_way: bool) -> Counter[Pair]:
    counts: Counter[Pair] = Counter()
    for (gold, step, differs), number in table.items():
        called = rule.called(step, differs=differs)
        counts[counted_as(gold, two_way=two_way), counted_as(called, two_way=two_way)] += number
    return counts


@lru_cache(maxsize=256)
def _parts(text: str, sentences: tuple[Span, ...]) -> list[Part]:
    return [part(text, sentence) for sentence in sentences]


def _joined(parts: Sequence[Part]) -> Part:
    return Part(
        frozenset().union(*(one.stems for one in parts)),
        frozenset().union(*(one.numbers for one in parts)),
        any(one.negated for one in parts),
    )


def _best(asked: Part, parts: Iterable[Part], weight: Weight) -> Held:
    whole = fsum(map(weight, asked.stems))
    found = (
        Held(fsum(map(weight, asked.stems & one.stems)) / whole if whole else 0.0, _differs(asked, one))
        for one in parts
    )
    return max(found, key=lambda held: (held.share, not held.differs), default=Held(0.0, differs=False))


def _differs(asked: Part, found: Part) -> bool:
    other_number = bool(asked.numbers - found.numbers and found.numbers - asked.numbers)
    return other_number or asked.negated != found.negated
