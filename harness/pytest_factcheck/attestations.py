"""Attestations of a project: every signed ruling, and whether it still carries weight.

They are read from findings; nothing here audits or decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pytest_factcheck.assertions import Assertion, Evidence, fingerprint
from pytest_factcheck.findings import Basis, Finding
from pytest_factcheck.vocabulary import Stance


class Standing(StrEnum):
    """What has become of a ruling."""

    IN_FORCE = "in force"
    NOT_NEEDED = "no longer needed"  # the judges say the same
    STALE = "stale"  # the claim or the quote has changed since
    VOID = "quote not found"  # the source does not have the words, or not so
    UNREAD = "text not here"


@dataclass(frozen=True, slots=True)
class Listed:
    """One ruling with what it is about and what has become of it."""

    on: date
    by: str
    assertion: str
    source: str
    stance: Stance
    pieces: tuple[str, ...]
    standing: Standing
    reason: str


def listed(findings: Iterable[Finding]) -> list[Listed]:
    """Return every ruling in the assertions of `findings`, the oldest first, those of one day in order."""
    return sorted((row for finding in findings for row in _rows(finding)), key=lambda row: row.on)


def standing(finding: Finding, evidence: Evidence) -> Standing:
    """Return what has become of the ruling on a piece of evidence.

    Args:
        finding: What the audit of the assertion found.
        evidence: A piece of its evidence that is attested.
    """
    if _is_stale(finding.assertion, evidence):
        return Standing.STALE
    found = (item for source in finding.sources for item in source.evidence)
    bases = [item.rests_on for item in found if item.evidence == evidence]
    return _STANDINGS.get(bases[0], Standing.VOID) if bases else Standing.UNREAD


_STANDINGS = {Basis.JUDGED: Standing.NOT_NEEDED, Basis.ATTESTED: Standing.IN_FORCE}


def _is_stale(assertion: Assertion, evidence: Evidence) -> bool:
    """Tell whether the claim or the quote has changed since the ruling."""
    ruling = evidence.attested
    return ruling is not None and ruling.of != fingerprint(assertion.claim, evidence.pieces)


def _rows(finding: Finding) -> Iterator[Listed]:
    for evidence in finding.assertion.evidence:
        ruling = evidence.attested
        if ruling is not None:
            yield Listed(
                on=ruling.on,
                by=ruling.by,
                assertion=finding.assertion.id,
                source=evidence.source,
                stance=evidence.stance,
                pieces=evidence.pieces,
                standing=standing(finding, evidence),
                reason=ruling.reason,
            )
