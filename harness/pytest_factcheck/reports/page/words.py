"""Words: the signs and plain words of a page for what the rows say in the terms of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pytest_factcheck.findings import Basis
from pytest_factcheck.reports.rows import FAILED, KNOWN_ISSUE, NOT_HERE, PASSED, SKIPPED, VoiceRow
from pytest_factcheck.vocabulary import Stance, Verdict


class Sign(NamedTuple):
    """How something is shown: a sign that reads without colour, a class for its colour, and its name."""

    sign: str
    kind: str
    name: str


STANCES: Mapping[str, Sign] = {
    Stance.SUPPORTS: Sign("✓", "supports", "supports"),
    Stance.CONTRADICTS: Sign("✗", "contradicts", "contradicts"),
    Stance.MIXED: Sign("±", "mixed", "mixed"),
    Stance.UNDECIDED: Sign("?", "undecided", "undecided"),
    Stance.SILENT: Sign("·", "silent", "silent"),
    NOT_HERE: Sign("–", "missing", "not on this machine"),
}
OUT_OF_SCOPE = Sign("", "outside", "not asked")

VERDICTS: Mapping[str, Sign] = {
    Verdict.SUPPORTED: Sign("✓", "supports", "supported"),
    Verdict.CONTRADICTED: Sign("✗", "contradicts", "contradicted"),
    Verdict.DISPUTED: Sign("±", "mixed", "disputed"),
    Verdict.ABSENT: Sign("·", "silent", "absent"),
    "": Sign("–", "missing", "not run"),
}

OUTCOMES: Mapping[str, Sign] = {
    FAILED: Sign("✗", "failed", "failed"),
    KNOWN_ISSUE: Sign("!", "known", "known issue"),
    SKIPPED: Sign("–", "missing", "skipped"),
    PASSED: Sign("✓", "passed", "passed"),
}

JUDGES: Mapping[str, str] = {
    "slots": "which compares the values that the claim declares",
    "verbatim": "which looks for the claim's own words",
    "language": "which reads other words, denials and other values",
}
RESTS: Mapping[str, str] = {
    Basis.JUDGED: "judged: it stands without anybody's word",
    Basis.SEARCHED: "searched and silent: every passage worth reading was read, and none speaks",
    Basis.ATTESTED: "a signed ruling",
    Basis.WORD: "a person's word, which no judge confirms",
    Basis.NOTHING: "nothing",
}


def decided(voice: VoiceRow) -> str:
    """Return in a plain sentence who says so."""
    ruling = voice["ruling"]
    if voice["rests_on"] == Basis.ATTESTED and ruling:
        side = "ruled it out" if voice["stance"] == Stance.SILENT else "signed for it"
        return f"{ruling['by']} {side} on {ruling['on']}: {ruling['reason'].rstrip('.')}."
    if voice["rests_on"] == Basis.WORD:
        return "Whoever wrote the assertion says so; no judge confirms it."
    if not voice["by"]:
        return "No judge reads it so."
    does = JUDGES.get(voice["by"], "")
    judge = f"the judge {voice['by']}{f', {does}' if does else ''}"
    return (
        f"Read so by {judge}; it does not count."
        if voice["rests_on"] == Basis.NOTHING
        else f"Decided by {judge}."
    )
