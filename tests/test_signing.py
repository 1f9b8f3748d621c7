"""Rulings in the text of a file: which evidence is meant, what is written, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_factcheck.assertions import Assertion, fingerprint, read
from pytest_factcheck.assertions.signing import Ruling, check_allowed, chosen, signed
from pytest_factcheck.errors import UsageError
from pytest_factcheck.vocabulary import Stance

CLAIM = "The talks lasted 100 minutes."
DISPUTED = """\
assertions:
  - id: other
    claim: It rained.
    expect: absent
  - id: lasted
    claim: The talks lasted 100 minutes.
    expect: disputed
    evidence:
      - {source: a, stance: supports, quote: [lasted 100, minutes long]}
      - {source: a, stance: contradicts, quote: lasted two hours}
      - source: a
        stance: silent
        quote: lasted
        attested: {by: B, on: 2025-06-01, reason: old, of: sha256-0123456789ab}
"""


def lasted(text: str) -> Assertion:
    """Return the assertion `lasted` of a file without mistakes."""
    file = read(text, "a.yaml")
    assert file.problems == ()
    return next(each for each in file.assertions if each.id == "lasted")


def ruling(stance: str, quote: str = "", source: str = "a") -> Ruling:
    return Ruling(source, Stance(stance), "Ana Ruiz", date(2025, 6, 2), "Read.", quote)


@pytest.mark.parametrize(
    ("stance", "quote", "number"),
    [
        ("supports", "", 0),
        ("supports", "minutes", 0),
        ("supports", "lasted 100 minutes long", 0),
        ("contradicts", "", 1),
        ("contradicts", "lasted  two hours", 1),
        ("silent", "", 2),
        ("silent", "lasted", 2),
        ("silent", "lasted two", None),
        ("silent", "something else", None),
    ],
)
def test_the_stance_and_the_words_tell_which_quote_is_meant(
    stance: str, quote: str, number: int | None
) -> None:
    assertion = lasted(DISPUTED)
    meant = None if number is None else assertion.evidence[number]
    assert chosen(assertion, ruling(stance, quote)) is meant


def test_words_that_several_quotes_hold_choose_none() -> None:
    with pytest.raises(UsageError, match="2 quotes of a could be meant; choose one with --quote"):
        chosen(
            lasted(DISPUTED.replace("quote: lasted two", "quote: they lasted 100 or two")),
            ruling("supports", "lasted 100"),
        )


def test_a_side_that_no_quote_declares_is_refused() -> None:
    text = DISPUTED.replace("      - {source: a, stance: con", "      - {source: b, stance: con")
    with pytest.raises(UsageError, match="no quote of a is declared as `contradicts`; there is "):
        chosen(lasted(text), ruling("contradicts"))


@pytest.mark.parametrize(
    ("expect", "evidence", "room"),
    [
        ("supported", "[{source: a, quote: q}]", "supports silent"),
        ("contradicted", "[{source: a, quote: q}]", "contradicts silent"),
        (
            "disputed",
            "[{source: a, quote: q, stance: supports}, {source: a, quote: r, stance: contradicts}]",
            "supports contradicts silent",
        ),
        ("absent", "", "silent"),
    ],
)
def test_the_expectation_leaves_room_for_the_stances_of_the_design(
    expect: str, evidence: str, room: str
) -> None:
    given = f", evidence: {evidence}" if evidence else ""
    assertion = lasted(f"assertions: [{{id: lasted, claim: It lasted., expect: {expect}{given}}}]\n")
    for stance in ("supports", "contradicts", "silent"):
        if stance in room.split():
            check_allowed(assertion, Stance(stance))
        else:
            with pytest.raises(UsageError, match=f"`expect: {expect}` and `{stance}` exclude each other"):
                check_allowed(assertion, Stance(stance))


def test_the_mark_is_that_of_the_claim_and_all_pieces() -> None:
    text, number = signed(DISPUTED, "a.yaml", lasted(DISPUTED), ruling("supports"))
    mark = lasted(text).evidence[number].attested
    assert mark is not None
    assert mark.of == fingerprint(CLAIM, ("lasted 100", "minutes long"))


def test_a_ruling_that_is_there_gives_way_only_where_that_is_asked_for() -> None:
    assertion = lasted(DISPUTED)
    with pytest.raises(UsageError, match=r"lasted: B ruled on this quote on 2025-06-01: old \(--replace"):
        signed(DISPUTED, "a.yaml", assertion, ruling("silent"))
    text, number = signed(DISPUTED, "a.yaml", assertion, ruling("silent"), replace=True)
    of = fingerprint(CLAIM, ("lasted",))
    assert number == 2
    assert text == DISPUTED.replace(
        "{by: B, on: 2025-06-01, reason: old, of: sha256-0123456789ab}",
        f"{{by: Ana Ruiz, on: 2025-06-02, reason: Read., of: {of}}}",
    )


def test_silent_words_are_added_behind_all_other_evidence() -> None:
    text, number = signed(DISPUTED, "a.yaml", lasted(DISPUTED), ruling("silent", "went  on", "b"))
    assert number == 3
    assert text.removeprefix(DISPUTED) == (
        "      - source: b\n        stance: silent\n        quote: went on\n        attested:\n"
        "          by: Ana Ruiz\n          on: 2025-06-02\n          reason: Read.\n"
        f"          of: {fingerprint(CLAIM, ('went on',))}\n"
    )
    assert lasted(text).evidence[:3] == lasted(DISPUTED).evidence
