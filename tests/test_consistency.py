"""An assertion says one thing: what cannot both be meant, or says nothing, is a problem."""

from __future__ import annotations

import pytest

from pytest_factcheck import assertions

HEAD = "assertions:\n  - id: one\n    claim: The talks lasted two hours.\n    expect: {expect}\n"
RULING = "attested: {by: Ana Ruiz, on: 2025-06-02, reason: other talks, of: sha256-0123456789ab}"


def slugs(expect: str, *lines: str) -> list[str]:
    """Return the kinds of mistakes of an assertion with these lines."""
    text = HEAD.format(expect=expect) + "".join(f"    {line}\n" for line in lines)
    return [problem.slug for problem in assertions.read(text, "a.yaml").problems]


def evidence(*entries: str) -> str:
    """Return the line that gives this evidence."""
    return f"evidence: [{', '.join(f'{{{entry}}}' for entry in entries)}]"


SUPPORT = "source: a, stance: supports, quote: q"
CONTRADICTION = "source: b, stance: contradicts, quote: q"
SILENCE = f"source: c, stance: silent, quote: q, {RULING}"
CONTRADICTORY, NOTHING = "contradictory-declaration", "nothing-to-check"


@pytest.mark.parametrize(
    ("expect", "entries", "expected"),
    [
        ("supported", [SUPPORT], []),
        ("supported", [SUPPORT, SILENCE], []),
        ("supported", [SILENCE], [NOTHING]),
        ("supported", [SUPPORT, CONTRADICTION], [CONTRADICTORY]),
        ("contradicted", [CONTRADICTION], []),
        ("contradicted", [CONTRADICTION, SILENCE], []),
        ("contradicted", [SILENCE], [NOTHING]),
        ("contradicted", [SUPPORT, CONTRADICTION], [CONTRADICTORY]),
        ("disputed", [SUPPORT, CONTRADICTION], []),
        ("disputed", [SUPPORT, CONTRADICTION, SILENCE], []),
        ("disputed", [SUPPORT], [NOTHING]),
        ("disputed", [CONTRADICTION], [NOTHING]),
        ("disputed", [SILENCE], [NOTHING]),
        ("disputed", [SUPPORT, CONTRADICTION, "source: c, quote: q"], ["missing-key"]),
        ("absent", [SILENCE], []),
        ("absent", [SUPPORT], [CONTRADICTORY]),
        ("absent", [CONTRADICTION], [CONTRADICTORY]),
    ],
)
def test_evidence_fits_the_expectation(expect: str, entries: list[str], expected: list[str]) -> None:
    assert slugs(expect, evidence(*entries)) == expected


@pytest.mark.parametrize(
    ("expect", "expected"), [("absent", []), ("supported", [NOTHING]), ("disputed", [NOTHING])]
)
def test_only_absence_needs_no_evidence(expect: str, expected: list[str]) -> None:
    assert slugs(expect) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [(SUPPORT.replace("a,", "c,"), [CONTRADICTORY]), (SILENCE, []), ("source: d, quote: q", [])],
)
def test_a_silent_source_is_not_quoted_for_a_side(entry: str, expected: list[str]) -> None:
    assert slugs("supported", evidence(SUPPORT, entry), "silent: [c]") == expected


@pytest.mark.parametrize(
    ("expect", "entries", "number", "expected"),
    [
        ("supported", [SUPPORT], 1, []),
        ("supported", [SUPPORT], 2, [CONTRADICTORY]),
        ("supported", [SUPPORT, SUPPORT.replace("quote: q", "quote: r")], 2, [CONTRADICTORY]),
        ("supported", [SUPPORT, SUPPORT.replace("a,", "b,")], 2, []),
        ("supported", [SUPPORT, SILENCE], 2, [CONTRADICTORY]),
        ("disputed", [SUPPORT, SUPPORT.replace("a,", "c,"), CONTRADICTION], 2, [CONTRADICTORY]),
        ("disputed", [SUPPORT, CONTRADICTION], 2, [CONTRADICTORY, CONTRADICTORY]),
    ],
)
def test_no_more_origins_are_asked_for_than_are_quoted(
    expect: str, entries: list[str], number: int, expected: list[str]
) -> None:
    assert slugs(expect, evidence(*entries), f"min_origins: {number}") == expected


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("source: a, stance: contradicts, quote: q", [CONTRADICTORY]),
        ("source: a, stance: contradicts, quote: ' q '", [CONTRADICTORY]),
        ("source: a, stance: contradicts, quote: [q]", [CONTRADICTORY]),
        ("source: a, stance: contradicts, quote: r", []),
        ("source: b, stance: contradicts, quote: q", []),
    ],
)
def test_one_quote_of_one_source_has_one_stance(again: str, expected: list[str]) -> None:
    assert slugs("disputed", evidence(SUPPORT, again)) == expected


@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        ("quote: q, prefix: p, suffix: s, span: [0, 1]", []),
        ("quote: [q], prefix: p, suffix: s, span: [0, 1]", []),
        ("quote: [q, r]", []),
        ("quote: [q, r], prefix: p", [CONTRADICTORY]),
        ("quote: [q, r], suffix: s, span: [0, 1]", [CONTRADICTORY, CONTRADICTORY]),
        ("quote: q, span: [1, 1]", ["bad-value"]),
        ("quote: q, span: [2, 1]", ["bad-value"]),
    ],
)
def test_what_pins_a_quote_pins_one_piece(anchors: str, expected: list[str]) -> None:
    assert slugs("supported", evidence(f"source: a, {anchors}")) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("'…'", ["empty-quote"]), ("[q, '--']", ["empty-quote"]), ("'5'", []), ("Київ", []), ("'$1'", [])],
)
def test_a_quote_holds_a_letter_or_a_digit(quote: str, expected: list[str]) -> None:
    assert slugs("supported", evidence(f"source: a, quote: {quote}")) == expected


def test_a_ruling_without_a_mark_is_told_the_mark() -> None:
    text = HEAD.format(expect="supported") + "    evidence:\n      - source: a\n        quote: two hours\n"
    ruling = "        attested: {by: Ana Ruiz, on: 2025-06-02, reason: same talks}\n"
    (problem,) = assertions.read(text + ruling, "a.yaml").problems
    mark = assertions.fingerprint("The talks lasted two hours.", ("two hours",))
    assert (problem.slug, problem.location.line) == ("missing-key", 8)
    assert problem.advice == f"once you have read both, write `of: {mark}`"
    assert assertions.read(text + ruling.replace("talks}", f"talks, of: {mark}}}"), "a.yaml").problems == ()


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("led by _", []),
        ("_ led", []),
        ("_", []),
        ("led", ["bad-value"]),
        ("_ and _ led", ["bad-value"]),
        ("led_by", ["bad-value"]),
    ],
)
def test_a_relation_to_a_name_marks_its_place_once(relation: str, expected: list[str]) -> None:
    slot = f"slots: [{{about: [talks], relation: ['{relation}'], entity: [Umerov]}}]"
    assert slugs("supported", evidence(SUPPORT), slot) == expected
    assert slugs("supported", evidence(SUPPORT), slot.replace("entity: [Umerov]", "quantity: 2 h")) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("quantity: 2 h", []),
        ("date: 2025-05", []),
        ("date: 2025-05-16", []),
        ("entity: [_]", []),
        ("quantity: 2 h, date: 2025", [CONTRADICTORY]),
        ("date: 2025, entity: [x]", [CONTRADICTORY]),
        ("quantity: 2 h, date: 2025, entity: [x]", [CONTRADICTORY, CONTRADICTORY]),
    ],
)
def test_a_slot_has_one_value(values: str, expected: list[str]) -> None:
    slot = f"slots: [{{about: [talks], relation: [led by _], {values}}}]"
    assert slugs("supported", evidence(SUPPORT), slot) == expected


def test_a_slot_without_a_value_lacks_one() -> None:
    assert slugs("supported", evidence(SUPPORT), "slots: [{about: [talks], relation: [lasted]}]") == [
        "missing-key"
    ]
