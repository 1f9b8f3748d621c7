"""Claims: each quote in its paragraph, with who says so, and what is silent or comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from pytest_factcheck.reports.page.claims import AROUND, claim_of, disagreeing, paragraphs_around
from pytest_factcheck.reports.page.words import decided
from pytest_factcheck.reports.rows import AuditReport, VoiceRow
from pytest_factcheck.reports.shapes import TextRow

if TYPE_CHECKING:
    from reports.conftest import Make


def texts(report: AuditReport) -> dict[str, TextRow]:
    return {text["id"]: text for text in report["texts"]}


def test_a_quote_stands_marked_in_its_paragraph(report: AuditReport) -> None:
    (speaker,) = claim_of(report["assertions"][0], texts(report)).speaking
    (quoted,) = speaker.quoted
    shown = [(part.text, bool(part.marks)) for part in quoted.segments]
    assert shown == [("a 100-minute meeting", True), (" on the bridge.", False)]
    assert not quoted.before
    assert not quoted.after


def test_sources_without_a_voice_are_silent(report: AuditReport) -> None:
    claim = claim_of(report["assertions"][0], texts(report))
    assert [one.row["id"] for one in claim.silent] == ["beta"]
    assert [(sign.name, len(some)) for sign, some in claim.quiet] == [("silent", 1)]
    assert claim.nearest == ()


def test_a_source_with_misses_comes_near(make: Make) -> None:
    miss = {"start": 0, "end": 4, "line": 1, "column": 1, "quote": "Rain", "lacking": ["bridge"]}
    row = make.row(sources=[make.source(misses=[miss]), make.source(id="beta")])
    claim = claim_of(row, {})
    assert [one.row["id"] for one in claim.nearest] == ["alpha"]
    assert [one.row["id"] for _, some in claim.quiet for one in some] == ["beta"]


def test_a_source_that_is_not_here_is_told_from_one_that_is_silent(make: Make) -> None:
    row = make.row(sources=[make.source(), make.source(id="beta", missing=True)])
    quiet = claim_of(row, {}).quiet
    told = [(sign.name, [one.row["id"] for one in some]) for sign, some in quiet]
    assert told == [("silent", ["alpha"]), ("not on this machine", ["beta"])]


def test_of_a_very_long_paragraph_a_part_is_shown(make: Make) -> None:
    text = f"{'a' * 2000} quoted words {'b' * 2000}"
    start = text.index("quoted")
    voice = make.voice(start=start, end=start + 12, spans=[[start, start + 12]])
    row = make.row(sources=[make.source(voices=[voice])])
    (speaker,) = claim_of(row, {"alpha": cast("TextRow", {"text": text})}).speaking
    (quoted,) = speaker.quoted
    assert quoted.before
    assert quoted.after
    assert len("".join(part.text for part in quoted.segments)) == 2 * AROUND + 12


def test_a_quote_over_lines_stands_in_all_of_them() -> None:
    text = "one\ntwo\nthree\nfour"
    assert paragraphs_around(text, 5, 9) == (4, 13)
    assert paragraphs_around(text, 0, 1) == (0, 3)


def test_without_its_text_a_quote_stands_alone(make: Make) -> None:
    (speaker,) = claim_of(make.row(sources=[make.source(voices=[make.voice()])]), {}).speaking
    assert [part.text for part in speaker.quoted[0].segments] == ["a 100-minute meeting"]


def test_claims_with_voices_on_both_sides_are_disagreements(report: AuditReport) -> None:
    claims = {row["id"]: claim_of(row, texts(report)) for row in report["assertions"]}
    assert [claim.row["id"] for claim in disagreeing(claims)] == ["two"]


RULING = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read twice."}


@pytest.mark.parametrize(
    ("voice", "sentence"),
    [
        ({}, "Decided by the judge slots, which compares the values that the claim declares."),
        ({"by": "nli"}, "Decided by the judge nli."),
        (
            {"rests_on": "attested", "by": "Ana Ruiz", "ruling": RULING},
            "Ana Ruiz signed for it on 2025-06-02: Read twice.",
        ),
        (
            {"rests_on": "attested", "by": "Ana Ruiz", "ruling": RULING, "stance": "silent"},
            "Ana Ruiz ruled it out on 2025-06-02: Read twice.",
        ),
        (
            {"rests_on": "word", "by": "a person"},
            "Whoever wrote the assertion says so; no judge confirms it.",
        ),
        ({"rests_on": "nothing", "by": ""}, "No judge reads it so."),
        (
            {"rests_on": "nothing", "by": "verbatim"},
            "Read so by the judge verbatim, which looks for the claim's own words; it does not count.",
        ),
    ],
)
def test_who_decided_is_said_in_plain_words(make: Make, voice: dict[str, object], sentence: str) -> None:
    assert decided(cast("VoiceRow", {**make.voice(), **voice})) == sentence
