"""What an audit finds: the values that every report reads. Nothing here decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Hearing
from pytest_factcheck.location import LineIndex, Location
from pytest_factcheck.spans import Anchor
from pytest_factcheck.vocabulary import Span, Stance, Verdict


class Basis(StrEnum):
    """What something rests on."""

    JUDGED = "judged"  # a judge says so
    SEARCHED = "searched"  # the judges read everything worth reading and none of it speaks
    ATTESTED = "attested"  # a person's signed ruling
    WORD = "word"  # a person's word: the quote is there, and no judge says yes or no
    NOTHING = "nothing"  # it does not stand


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """One piece of evidence: where its quotes stand, and what its stance rests on."""

    evidence: Evidence
    anchors: tuple[Anchor, ...]
    spans: tuple[Span, ...]
    location: Location | None
    rests_on: Basis
    hearing: Hearing | None

    @property
    def votes(self) -> Stance:
        """Return the stance that counts: the declared one, or what judges say where that does not stand."""
        if self.rests_on is not Basis.NOTHING:
            return self.evidence.stance
        return self.hearing.stance if self.hearing else Stance.SILENT


@dataclass(frozen=True, slots=True)
class SourceFinding:
    """What one source says, by its evidence and by the passages that no evidence covers."""

    source: Source
    stance: Stance
    evidence: tuple[EvidenceFinding, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    read: SourceText | None = None

    @property
    def missing(self) -> bool:
        """Tell whether the text is not on this machine."""
        return self.read is None

    @property
    def text(self) -> str:
        """Return the text, empty where it is missing."""
        return self.read.text if self.read else ""

    @property
    def line_index(self) -> LineIndex:
        """Return the line starts of the text."""
        return self.read.line_index if self.read else LineIndex("")

    def stances_on(self, trusted: Iterable[Basis]) -> set[Stance]:
        """Return the stances that judges found here, and those of evidence that rests on one of `trusted`."""
        bases = frozenset(trusted)
        declared = {item.votes for item in self.evidence if item.rests_on in bases}
        return declared | {hearing.stance for hearing in self.hearings}


@dataclass(frozen=True, slots=True)
class Finding:
    """The whole result for one assertion; it passes when it has no problem."""

    assertion: Assertion
    verdict: Verdict
    rests_on: Basis
    sources: tuple[SourceFinding, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    to_look_at: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def passed(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems and not self.skipped
