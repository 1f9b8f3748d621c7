"""Subjects: whether the sentence says it of whom the claim says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.subjects import another_speaker, another_subject, unheard_speaker

Before = Callable[..., Case]


def subjects(case: Case) -> tuple[str, str] | None:
    """Return the claim's subject and the sentence's, where these are two."""
    found = another_subject(case)
    return (found[0].text, case.own.reading.tokens[found[1]].text) if found else None


def test_another_common_noun_does_it(case: Before) -> None:
    before = case("The council approved the bridge.", "The mayor approved the bridge.")
    assert subjects(before) == ("council", "mayor")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The council approved the bridge.", "The council approved the bridge."),
        ("The council approved the bridge.", "It approved the bridge."),
        ("The council approved the bridge.", "The bridge was approved by the council."),
        ("The bank bought a ship.", "The ship was bought."),
    ],
)
def test_the_same_noun_or_a_pronoun_is_nobody_else(case: Before, claim: str, sentence: str) -> None:
    assert subjects(case(claim, sentence)) is None


def test_a_noun_that_the_text_puts_beside_the_name_is_the_same(case: Before) -> None:
    claim = "Yesterday Anna Berg approved the bridge."
    known = case(claim, "The mayor Anna Berg came.", "The mayor approved the bridge.")
    other = case(claim, "A friend of Anna Berg came.", "The mayor approved the bridge.")
    assert subjects(known) is None
    assert subjects(other) == ("Berg", "mayor")


@pytest.mark.parametrize(
    ("claim", "sentence", "other"),
    [
        (
            "Ann Berg confirmed that the dam collapsed.",
            "Carl Lund confirmed that the dam collapsed.",
            "Carl Lund",
        ),
        (
            "“The dam collapsed,” said Ann Berg.",
            "“The dam collapsed,” said mayor Carl Lund.",
            "mayor Carl Lund",
        ),
        (
            "“The dam collapsed,” said Oslo Water speaker Ann Berg.",
            "“The dam collapsed,” said Oslo Water speaker Carl Lund.",
            "Oslo Water speaker Carl Lund",
        ),
        ("Ann Berg said the dam collapsed.", "Carl Lund, who is 60, said the dam collapsed.", "Carl Lund"),
        ("Ann Berg said the dam collapsed.", "Berg said the dam collapsed.", None),
        ("Ann Berg said the dam collapsed.", "The dam collapsed, mayor Ann Berg confirmed.", None),
        ("Ann Berg said the dam collapsed.", "The mayor said the dam collapsed.", None),
        ("Ann Berg said the dam collapsed.", "She said the dam collapsed.", None),
        ("Ann Berg said the dam collapsed.", "The dam collapsed.", None),
        ("Norway said the dam collapsed.", "Oslo said the dam collapsed.", None),
        ("The dam collapsed.", "Carl Lund said the dam collapsed.", None),
        ("The mayor said the dam collapsed.", "Carl Lund said the dam collapsed.", None),
    ],
)
def test_a_speaker_with_another_name_is_another_one(
    case: Before, claim: str, sentence: str, other: str | None
) -> None:
    found = another_speaker(case(claim, "Ann Berg, the mayor, came in the morning.", sentence))
    assert (found[1] if found else None) == other


def test_a_speaker_of_the_claim_must_be_heard(case: Before) -> None:
    claim = "The governor said the dam collapsed."
    unheard = unheard_speaker(case(claim, "The dam collapsed, the engineer said."))
    assert unheard is not None
    assert unheard.text == "governor"
    assert unheard_speaker(case(claim, "The dam collapsed, the governor said.")) is None
    assert unheard_speaker(case("The dam collapsed.", "The dam collapsed.")) is None
