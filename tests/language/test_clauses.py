"""Clauses keep a subject with its verb, and part it from the next one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.clauses import clauses
from pytest_factcheck.vocabulary import Span


def cut(text: str) -> list[str]:
    return [span.of(text).strip() for span in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The talks, lasting about 100 minutes, were mediated by Turkish officials.",
        "Leaders of France, Germany, and Poland joined the call.",
        "A meeting between Putin and Zelensky took place.",
        "The minister said that Russia and Ukraine had agreed.",
        "The statement came as the Ukrainian and Russian delegations concluded their talks.",
        "He arrived on Friday and took part in the meeting.",
        "It was held on May 16, 2025, in Istanbul.",
        "Not only the talks but also the truce failed.",
        "All but one of them left.",
        "The exchange of prisoners (POWs) went ahead on a 1,000-for-1,000 basis.",
        "They have met for a while.",
        "Talks since 2022 failed, after months of pressure.",
        "Talks failed, despite months of pressure.",
        "The meeting that lasted two hours ended at 3:30 p.m. local time.",
    ],
)
def test_one_statement_is_one_clause(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came; she left.", ["He came;", "she left."]),
        ("He came: she left.", ["He came:", "she left."]),
        ("He came — she left.", ["He came —", "she left."]),
        ("He came - she left.", ["He came -", "she left."]),
        ("He came, but she left.", ["He came,", "but she left."]),
        ("He asked for peace but got war.", ["He asked for peace", "but got war."]),
        ("He sent Smith, while Jones stayed.", ["He sent Smith,", "while Jones stayed."]),
        ("He sent Smith while Jones stayed.", ["He sent Smith", "while Jones stayed."]),
        (
            "Smith, who led the first team, confirmed the deal.",
            ["Smith,", "who led the first team,", "confirmed the deal."],
        ),
        (
            "The plan, some of which leaked, was dropped.",
            ["The plan,", "some of which leaked,", "was dropped."],
        ),
        ("He left, despite Smith not coming.", ["He left,", "despite Smith not coming."]),
        ("It began in 2022, when Russia invaded.", ["It began in 2022,", "when Russia invaded."]),
        (
            "After the talks ended, Smith and several leaders held a call.",
            ["After the talks ended,", "Smith and several leaders held a call."],
        ),
        (
            "After the talks, both teams departed, leaving in vans.",
            ["After the talks, both teams departed, leaving in vans."],
        ),
        (
            "The first team was led by Smith and the second team was led by Jones.",
            ["The first team was led by Smith", "and the second team was led by Jones."],
        ),
        (
            "The force shot down 88 drones, and 128 others took off.",
            ["The force shot down 88 drones,", "and 128 others took off."],
        ),
        ("The talks ended after Russia refused.", ["The talks ended", "after Russia refused."]),
        ("“We agreed to go on,” Smith told reporters.", ["“We agreed to go on,”", "Smith told reporters."]),
        ("Smith said, “We agreed to go on.”", ["Smith said,", "“We agreed to go on.”"]),
        ("“Why now?” he asked.", ["“Why now?”", "he asked."]),
    ],
)
def test_a_new_finite_verb_opens_a_clause(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_only_the_sentence_is_read() -> None:
    text = "First; one. He came; she left. Last; one."
    assert [span.of(text) for span in clauses(text, Span(12, 30))] == ["He came; ", "she left."]


PIECES = st.lists(
    st.sampled_from(
        [
            "He",
            "came",
            "led",
            "who",
            "and",
            "but",
            "while",
            "after",
            ",",
            ";",
            ":",
            "—",
            "-",
            "“",
            "”",
            '"',
            "the",
        ]
    ),
    max_size=30,
)


@given(PIECES.map(" ".join) | PIECES.map("".join) | st.text(max_size=50))
def test_clauses_tile_the_sentence(text: str) -> None:
    found = clauses(text, Span(0, len(text)))
    assert "".join(span.of(text) for span in found) == text
    assert all(span.start < span.end for span in found)


@pytest.mark.parametrize("piece", [", who was ", "and it was ", "- ", "“", "a-", ", ", "while "])
def test_hostile_sentences_are_cut(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    assert "".join(span.of(text) for span in clauses(text, Span(0, len(text)))) == text
