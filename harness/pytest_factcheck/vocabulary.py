"""The words that every module uses: stance, verdict, span, slot, question, passage, reason, opinion.

They are values and nothing else: nothing here knows where a text comes from, how it is searched, or how
a stance is reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - `date` is a field of a slot
from enum import StrEnum


class Stance(StrEnum):
    """What a passage, or a source, says of a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SILENT = "silent"
    UNDECIDED = "undecided"
    MIXED = "mixed"


class Verdict(StrEnum):
    """What the corpus as a whole says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    ABSENT = "absent"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of code points in one text: `start` is in, `end` is out."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0 or later, not {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the words that this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, distance: int) -> Span:
        """Return this span moved by `distance` code points."""
        return Span(self.start + distance, self.end + distance)


@dataclass(frozen=True, slots=True)
class Slot:
    """The part of a claim that has one right value, as a reviewer declares it.

    Exactly one of `quantity`, `date` and `entity` is filled. `about` and `relation` hold at least one
    alias each; in a relation for an entity, `_` marks where its holder stands ("led by _", "_ led").
    """

    about: tuple[str, ...]
    relation: tuple[str, ...]
    quantity: str = ""
    date: str = ""
    entity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a judge is asked: a claim, its declared slots, and how attributed words count."""

    claim: str
    slots: tuple[Slot, ...] = ()
    attribution: str = "any"

    @property
    def asserted(self) -> bool:
        """Tell whether only what a source says in its own voice counts."""
        return self.attribution == "asserted"


@dataclass(frozen=True, slots=True)
class Passage:
    """The window of sentences that a judge reads.

    `text` is the whole text of the source, so that every span counts from its first code point;
    `sentences` are those of the window in order, `focus` covers the ones that are judged, and the
    others are context only. `published` is the day from which "Friday" is counted, if it is known.
    """

    text: str
    sentences: tuple[Span, ...]
    focus: Span
    published: Date | None = None

    @property
    def judged(self) -> tuple[Span, ...]:
        """Return the sentences in focus."""
        return tuple(sentence for sentence in self.sentences if self.focus.overlaps(sentence))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a judge says what it says: a stable code, one sentence, and the words on both sides.

    `claim` counts code points of the claim, `source` those of the source's text.
    """

    code: str
    text: str
    claim: Span | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one judge says of one passage; `score` runs from -1 (contradicts) to 1 (supports)."""

    judge: str
    stance: Stance
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
