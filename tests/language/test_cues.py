"""Cues: which words take away from a plain assertion, and which look-alikes do not."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.cues import CueKind, read_cues
from pytest_factcheck.language.grammar import tokens


def found(sentence: str) -> set[CueKind]:
    return {cue.kind for cue in read_cues(tokens(sentence))}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They did not meet.", CueKind.NEGATION),
        ("They didn't meet.", CueKind.NEGATION),
        ("Nobody met.", CueKind.NEGATION),
        ("They may meet.", CueKind.MODAL),
        ("They will meet.", CueKind.MODAL),
        ("They reportedly met.", CueKind.HEDGE),
        ("They seemed to meet.", CueKind.HEDGE),
        ("They agreed in principle.", CueKind.HEDGE),
        ("Unless they met, it failed.", CueKind.CONDITION),
        ("They met, or so he said.", CueKind.CONDITION),
        ("They plan to meet.", CueKind.PLAN),
        ("They asked him to come.", CueKind.PLAN),
        ("They failed to meet.", CueKind.FAILURE),
        ("They rejected it.", CueKind.FAILURE),
        ("They denied it.", CueKind.DENIAL),
        ("It is a hoax.", CueKind.DENIAL),
        ("They almost met.", CueKind.DEGREE),
        ("They initially met.", CueKind.PROGRESS),
        ("They said so.", CueKind.REPORT),
        ("According to him, they met.", CueKind.REPORT),
    ],
)
def test_a_cue_is_found_by_its_word_in_every_form(sentence: str, kind: CueKind) -> None:
    assert kind in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in May.",
        "The plan of the house is old.",
        "They agreed to a truce.",
        "They met the envoy in Oslo.",
        "They ask Deny Savage.",
    ],
)
def test_a_word_in_another_use_is_no_cue(sentence: str) -> None:
    assert found(sentence) == set()
