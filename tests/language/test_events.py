"""Events: who does what a verb says, to whom, and in which voice."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pytest_factcheck.language.events import Event, read_event
from pytest_factcheck.language.grammar import Token, tokens
from pytest_factcheck.language.phrases import Phrase
from pytest_factcheck.language.words import stem


def event(sentence: str, verb: str = "led") -> tuple[tuple[Token, ...], Event | None]:
    found = tokens(sentence)
    places = [at for at, token in enumerate(found) if token.stem == stem(verb)]
    return found, read_event(found, places[-1])


def shown(sentence: tuple[Token, ...], phrases: Iterable[Phrase | None]) -> list[str]:
    return [" ".join(token.text for token in sentence[one.start : one.end]) for one in phrases if one]


@pytest.mark.parametrize(
    ("sentence", "subject", "acted_on"),
    [
        ("Anna Berg led the team.", ["Anna Berg"], ["the team"]),
        ("Anna Berg, who was leading the team, spoke.", ["Anna Berg"], ["the team"]),
        ("Anna Berg, the minister, led the team.", ["Anna Berg"], ["the team"]),
        ("Anna Berg, leading the team, spoke.", ["Anna Berg"], ["the team"]),
        ("They sent Anna Berg to lead the team.", ["Anna Berg"], ["the team"]),
        ("Anna Berg was appointed to lead the team.", ["Anna Berg"], ["the team"]),
        ("Anna Berg met the press and led the team.", ["Anna Berg"], ["the team"]),
        ("Anna and Carl led the team.", ["Anna", "Carl"], ["the team"]),
        ("He said Anna Berg led the team.", ["Anna Berg"], ["the team"]),
        ("Friends of Anna led the team.", ["Friends"], ["the team"]),
        ("Anna leads the team.", ["Anna"], ["the team"]),
    ],
)
def test_the_subject_of_an_active_verb(sentence: str, subject: list[str], acted_on: list[str]) -> None:
    found, one = event(sentence)
    assert one is not None
    assert not one.passive
    assert shown(found, one.subject.phrases) == subject
    assert shown(found, [one.object]) == acted_on


@pytest.mark.parametrize(
    ("sentence", "subject", "agents"),
    [
        ("The team was led by Anna Berg.", ["The team"], ["Anna Berg"]),
        ("The team was led on Friday by Anna Berg.", ["The team"], ["Anna Berg"]),
        ("The team, led by Anna Berg, left.", ["The team"], ["Anna Berg"]),
        ("Led by Anna Berg, the team left.", ["the team"], ["Anna Berg"]),
        ("The team was led by Anna Berg and Carl Dahl.", ["The team"], ["Anna Berg", "Carl Dahl"]),
        ("The team was led by Anna Berg, the minister.", ["The team"], ["Anna Berg", "the minister"]),
        ("The team was led by Friday.", ["The team"], []),
        ("The team was led by leaving.", ["The team"], []),
    ],
)
def test_the_doers_of_a_passive_verb_stand_behind_by(
    sentence: str, subject: list[str], agents: list[str]
) -> None:
    found, one = event(sentence)
    assert one is not None
    assert one.passive
    assert shown(found, one.subject.phrases) == subject
    assert shown(found, one.agents) == agents


@pytest.mark.parametrize(
    "sentence",
    ["Anna wanted to lead the team.", "Anna is to lead the team.", "They asked Anna to lead the team."],
)
def test_an_infinitive_is_not_done_unless_somebody_was_put_in_charge(sentence: str) -> None:
    _, one = event(sentence, "lead")
    assert one is not None
    assert not one.subject.done


@pytest.mark.parametrize(
    "sentence",
    [
        "The panel of the inquiry, led by Carl Dahl, met.",
        "The unit that assisted the inquiry was led by Carl Dahl.",
        "The judge met the panel of experts, leading the inquiry.",
    ],
)
def test_two_readings_are_never_sure(sentence: str) -> None:
    _, one = event(sentence)
    assert one is not None
    assert not one.subject.sure


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("The lead was long.", "lead"), ("An Umerov-led team left.", "led"), ("the lead actor", "lead")],
)
def test_a_word_where_no_verb_can_stand_is_no_event(sentence: str, word: str) -> None:
    _, one = event(sentence, word)
    assert one is None


def test_a_participle_that_only_tells_which_is_reduced() -> None:
    _, free = event("The people killed by the flood were buried.", "killed")
    _, bound = event("The people were killed by the flood.", "killed")
    assert free is not None
    assert bound is not None
    assert free.reduced
    assert not bound.reduced
