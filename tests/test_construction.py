"""Everything that a reviewer writes arrives, with its defaults and with the places of what can be wrong."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_factcheck import assertions
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.vocabulary import Question, Slot, Span, Stance, Verdict

FULL = """\
topic: Istanbul talks
assertions:
  - id: talks-length
    claim: The talks lasted 2.40 hours.
    expect: disputed
    sources: [wire, kyiv-*]
    as_of: 2025-05-16
    min_origins: 1
    attribution: asserted
    silent: [republic-world]
    evidence:
      - source: kyiv-independent
        stance: supports
        quote: lasted 2.40 hours
        prefix: The talks
        suffix: in all
        span: [10, 27]
      - source: moscow-times
        stance: contradicts
        quote:
          - a 100-minute
          - |-
            meeting
        attested: {by: Ana Ruiz, on: 2025-06-02, reason: same talks, of: sha256-0123456789ab}
    slots:
      - {about: [talks], relation: [lasted], quantity: 2.40}
      - {about: [talks], relation: [led by _], entity: [Rustem Umerov]}
      - {about: [talks], relation: [held on], date: 2025}
    note: a note
    tags: [length]
    known_issue: {reason: not yet}
    known_weakness:
      reason: >-
        Only an irony says it,
        which no judge reads.
"""
PLAIN = """\
assertions:
  - claim: The talks were held.
    id: talks-held
    expect: supported
    evidence: [{source: kyiv-independent, quote: talks}]
"""


def only(text: str) -> Assertion:
    """Return the one assertion of a file without problems."""
    file = assertions.read(text, "talks.yaml")
    assert file.problems == ()
    (assertion,) = file.assertions
    return assertion


def test_every_key_arrives() -> None:
    read = only(FULL)
    assert (read.id, read.topic, read.claim) == (
        "talks-length",
        "Istanbul talks",
        "The talks lasted 2.40 hours.",
    )
    assert (read.expect, read.as_of, read.min_origins) == (Verdict.DISPUTED, date(2025, 5, 16), 1)
    assert (read.sources, read.silent, read.tags) == (("wire", "kyiv-*"), ("republic-world",), ("length",))
    assert (read.attribution, read.note, read.known_issue) == ("asserted", "a note", "not yet")
    assert read.known_weakness == "Only an irony says it, which no judge reads."


def test_evidence_arrives_with_its_pieces_and_its_ruling() -> None:
    first, second = only(FULL).evidence
    assert (first.source, first.stance, first.pieces) == (
        "kyiv-independent",
        Stance.SUPPORTS,
        ("lasted 2.40 hours",),
    )
    assert (first.prefix, first.suffix, first.position) == ("The talks", "in all", Span(10, 27))
    assert first.attested is None
    assert (second.stance, second.pieces) == (Stance.CONTRADICTS, ("a 100-minute", "meeting"))
    assert second.attested is not None
    assert (second.attested.by, second.attested.on) == ("Ana Ruiz", date(2025, 6, 2))
    assert (second.attested.reason, second.attested.of) == ("same talks", "sha256-0123456789ab")


def test_slots_arrive_with_numbers_as_they_were_written() -> None:
    assert only(FULL).slots == (
        Slot(("talks",), ("lasted",), quantity="2.40"),
        Slot(("talks",), ("led by _",), entity=("Rustem Umerov",)),
        Slot(("talks",), ("held on",), date="2025"),
    )


def test_a_judge_is_asked_the_claim_its_slots_and_the_attribution() -> None:
    read = only(FULL)
    assert read.question == Question(read.claim, read.slots, "asserted")


def test_what_is_not_written_has_its_default() -> None:
    read = only(PLAIN)
    assert (read.topic, read.sources, read.silent, read.tags, read.slots) == ("talks", (), (), (), ())
    assert (read.as_of, read.min_origins, read.attribution) == (None, 1, "any")
    assert (read.note, read.known_issue, read.known_weakness) == ("", "", "")
    assert (read.evidence[0].prefix, read.evidence[0].suffix, read.evidence[0].position) == ("", "", None)


@pytest.mark.parametrize(
    ("expect", "stance"),
    [("supported", Stance.SUPPORTS), ("contradicted", Stance.CONTRADICTS)],
)
def test_a_stance_that_is_not_written_is_the_expected_one(expect: str, stance: Stance) -> None:
    assert only(PLAIN.replace("supported", expect)).evidence[0].stance is stance


def test_evidence_under_absent_is_silent() -> None:
    ruling = "attested: {by: A, on: 2025-06-02, reason: other talks, of: sha256-0123456789ab}"
    text = PLAIN.replace("supported", "absent").replace("quote: talks", f"quote: talks, {ruling}")
    assert only(text).evidence[0].stance is Stance.SILENT


def test_everything_that_a_problem_may_point_at_has_its_place() -> None:
    read = only(FULL)
    first, second = read.evidence
    assert [str(place) for place in (read.location, read.id_location, read.claim_location)] == [
        "talks.yaml:3:5",
        "talks.yaml:3:9",
        "talks.yaml:4:12",
    ]
    assert [str(place) for place in (*read.sources_locations, *read.silent_locations)] == [
        "talks.yaml:6:15",
        "talks.yaml:6:21",
        "talks.yaml:10:14",
    ]
    assert [str(place) for place in (first.location, first.source_location, *first.piece_locations)] == [
        "talks.yaml:12:9",
        "talks.yaml:12:17",
        "talks.yaml:14:16",
    ]
    assert [str(place) for place in second.piece_locations] == ["talks.yaml:21:13", "talks.yaml:22:13"]
    assert second.attested is not None
    assert str(second.attested.location) == "talks.yaml:24:9"
    assert [str(place) for place in read.slot_locations] == [f"talks.yaml:{line}:9" for line in (26, 27, 28)]


def test_an_assertion_stands_at_its_first_key_whichever_that_is() -> None:
    assert str(only(PLAIN).location) == "talks.yaml:2:5"
    inline = "assertions: [{expect: absent, id: a, claim: b}]"
    assert str(only(inline).location) == "talks.yaml:1:15"
