"""Claims: one row of an audit as its page shows it, each quote in its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pytest_factcheck.reports.page.marking import Mark, Segment, segments
from pytest_factcheck.reports.page.words import STANCES, Sign, decided
from pytest_factcheck.reports.rows import AssertionRow, SourceRow, VoiceRow, shown_stance
from pytest_factcheck.reports.shapes import MissRow, TextRow

AROUND = 600  # code points that are shown before and behind a quote, of its paragraph
Texts = Mapping[str, TextRow]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A voice in its paragraph; `before` and `after` tell whether the paragraph is longer than is shown."""

    voice: VoiceRow
    sign: Sign
    decided: str
    segments: tuple[Segment, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with what it says."""

    row: SourceRow
    sign: Sign
    quoted: tuple[Quoted, ...]
    misses: tuple[MissRow, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A row with the sources that say something, and those that do not."""

    row: AssertionRow
    speaking: tuple[Speaker, ...]
    silent: tuple[Speaker, ...]

    @property
    def nearest(self) -> tuple[Speaker, ...]:
        """Return the silent sources in which something comes near."""
        return tuple(one for one in self.silent if one.misses)

    @property
    def quiet(self) -> tuple[tuple[Sign, tuple[Speaker, ...]], ...]:
        """Return the sources in which nothing comes near, those that are silent apart from those not here."""
        left = [one for one in self.silent if not one.misses]
        signs = dict.fromkeys(one.sign for one in left)
        return tuple((sign, tuple(one for one in left if one.sign == sign)) for sign in signs)


def claim_of(row: AssertionRow, texts: Texts) -> Claim:
    """Return a claim as its page shows it.

    Args:
        row: What the audit found.
        texts: The texts of the corpus by the ids of their sources.
    """
    speakers = [_speaker(source, texts) for source in row["sources"]]
    return Claim(
        row,
        tuple(one for one in speakers if one.quoted),
        tuple(one for one in speakers if not one.quoted),
    )


def _speaker(source: SourceRow, texts: Texts) -> Speaker:
    text = texts[source["id"]]["text"] if source["id"] in texts else ""
    return Speaker(
        source,
        STANCES[shown_stance(source)],
        tuple(_quoted(text, voice) for voice in source["voices"]),
        tuple(source.get("misses", ())),
    )


def _quoted(text: str, voice: VoiceRow) -> Quoted:
    sign = STANCES[voice["stance"]]
    if not text:
        part = Segment(voice["quote"], (Mark(0, len(voice["quote"]), 0, voice["stance"]),), ())
        return Quoted(voice, sign, decided(voice), (part,), before=False, after=False)
    start, end = paragraphs_around(text, voice["start"], voice["end"])
    first, last = max(start, voice["start"] - AROUND), min(end, voice["end"] + AROUND)
    marks = [Mark(one[0], one[1], 0, voice["stance"]) for one in voice["spans"]]
    shown = segments(text, first, last, marks)
    return Quoted(voice, sign, decided(voice), shown, before=first > start, after=last < end)


def paragraphs_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the lines begin and end in which some words of a text stand."""
    behind = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, behind if behind >= 0 else len(text)


def disagreeing(claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the claims on which sources differ, or one source differs with itself."""
    for claim in claims.values():
        stances = {voice.voice["stance"] for one in claim.speaking for voice in one.quoted}
        if {"supports", "contradicts"} <= stances:
            yield claim
