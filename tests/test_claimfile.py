"""Claims in JSON lines, and every line that cannot be used at its place."""

from __future__ import annotations

import pytest

from pytest_factcheck.claimfile import Asked, read_claims
from pytest_factcheck.errors import InvalidInput


def test_each_line_is_a_claim_and_empty_lines_are_none() -> None:
    raw = '\ufeff{"id": "a", "claim": "It rained."}\r\n\n{"claim": "It was 5 °C.", "id": 7, "label": null}'
    assert read_claims(raw.encode(), "x.jsonl") == [Asked("a", "It rained."), Asked(7, "It was 5 °C.")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "x.jsonl:2:2: bad-json: expecting property name enclosed in double quotes"),
        ('{"id": "a", "claim": nope}', "x.jsonl:2:22: bad-json: expecting value"),
        ("[" * 100_000, "x.jsonl:2:1: bad-json: this is nested too deep"),
        ("[]", "x.jsonl:2:1: bad-value: a line is"),
        ('{"id": "a"}', "x.jsonl:2:1: bad-value: a line is"),
        ('{"id": true, "claim": "x"}', "x.jsonl:2:1: bad-value: `id` is"),
        ('{"id": "", "claim": "x"}', "x.jsonl:2:1: bad-value: `id` is"),
        ('{"id": ["a"], "claim": "x"}', "x.jsonl:2:1: bad-value: `id` is"),
        ('{"id": "a", "claim": " "}', "x.jsonl:2:1: bad-value: `claim` is"),
        ('{"id": "a", "claim": 5}', "x.jsonl:2:1: bad-value: `claim` is"),
        ('{"id": "a", "claim": "\\ud83d"}', "x.jsonl:2:1: bad-value: an escape"),
        ('{"id": ' + "9" * 5000 + ', "claim": "x"}', "x.jsonl:2:1: bad-value: "),
    ],
)
def test_a_line_that_cannot_be_used_is_told_at_its_place(line: str, said: str) -> None:
    raw = f'{{"id": "a", "claim": "x"}}\n{line}\n'.encode()
    with pytest.raises(InvalidInput) as refused:
        read_claims(raw, "x.jsonl")
    (problem,) = refused.value.problems
    assert str(problem).startswith(said)


def test_two_halves_of_a_surrogate_pair_are_one_character() -> None:
    assert read_claims(b'{"id": "a", "claim": "\\ud83d\\ude00"}', "x") == [Asked("a", "\U0001f600")]


def test_a_file_without_a_claim_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"^x.jsonl:1:1: empty-file: there is no claim in this file"):
        read_claims(b"\n\n", "x.jsonl")


def test_bytes_that_are_not_utf8_are_refused() -> None:
    with pytest.raises(InvalidInput, match=r"^x.jsonl:2:3: invalid-utf8: "):
        read_claims(b"\n{}\xff", "x.jsonl")
