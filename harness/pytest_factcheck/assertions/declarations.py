"""What a reviewer declares: assertions with their evidence and attestations, and the mark of a ruling.

Values only. They are complete and well formed, but whether they make sense together, and whether the
sources that they name exist, is asked elsewhere.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import Location
from pytest_factcheck.vocabulary import Question, Slot, Span, Stance, Verdict
from pytest_factcheck.yamlfile.document import Pointer

_FINGERPRINT_DIGITS = 12
Named = tuple[str, Location]  # an id, of an assertion or a source, and where it is written


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person's signed ruling on one quote; `of` is the fingerprint of the claim and quote ruled on."""

    by: str
    on: date
    reason: str
    of: str
    location: Location


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote in a source with a stance; its `pieces` count together.

    `piece_pointers` lead to the pieces from the place of the evidence in its file.
    """

    source: str
    pieces: tuple[str, ...]
    stance: Stance
    prefix: str
    suffix: str
    position: Span | None
    attested: Attestation | None
    location: Location
    source_location: Location
    piece_locations: tuple[Location, ...]
    piece_pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim, what the corpus is expected to say of it, and the evidence for that.

    `sources` (ids, tags or globs; empty = all) and `as_of` are its scope. `known_issue` is the reason why
    it fails today, `known_weakness` why it notices few of its mutants; both may be empty. `location` is the
    place of its first key.
    """

    id: str
    claim: str
    expect: Verdict
    evidence: tuple[Evidence, ...]
    silent: tuple[str, ...]
    sources: tuple[str, ...]
    as_of: date | None
    min_origins: int
    attribution: str
    slots: tuple[Slot, ...]
    note: str
    tags: tuple[str, ...]
    known_issue: str
    known_weakness: str
    topic: str
    location: Location
    id_location: Location
    claim_location: Location
    slot_locations: tuple[Location, ...]
    silent_locations: tuple[Location, ...]
    sources_locations: tuple[Location, ...]

    @property
    def question(self) -> Question:
        """Return what a judge is asked."""
        return Question(self.claim, self.slots, self.attribution)


@dataclass(frozen=True, slots=True)
class AssertionFile:
    """One file: the assertions that are valid in themselves, and every mistake in the order of the file.

    `ids` are all that are written in it, and `loose` the sources that assertions with mistakes name, so that
    nothing has to be mended twice.
    """

    path: str
    topic: str
    assertions: tuple[Assertion, ...]
    problems: tuple[Problem, ...]
    ids: tuple[Named, ...] = ()
    loose: tuple[Named, ...] = ()


def fingerprint(claim: str, pieces: tuple[str, ...]) -> str:
    """Return the mark of a claim and a quote, which changes with every character but white space.

    The prefix keeps YAML from reading a mark of digits as a number.

    Args:
        claim: The claim.
        pieces: The quote, or its pieces in order.
    """
    words = "\n".join(" ".join(part.split()) for part in (claim, *pieces))
    return f"sha256-{hashlib.sha256(words.encode()).hexdigest()[:_FINGERPRINT_DIGITS]}"
