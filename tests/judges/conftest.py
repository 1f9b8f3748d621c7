"""What the tests of the judges share: a text is heard sentence by sentence, with neighbours as context."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pytest_factcheck.judges import slots
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

SIDES = {Stance.SUPPORTS, Stance.CONTRADICTS}


def _heard(question: Question, text: str, published: date | None = None) -> tuple[Opinion, ...]:
    sentences = split(text)
    windows = (sentences[max(0, at - 1) : at + 2] for at in range(len(sentences)))
    return tuple(
        slots.judge(question, Passage(text, window, focus, published))
        for window, focus in zip(windows, sentences, strict=True)
    )


@pytest.fixture
def heard() -> Callable[..., tuple[Opinion, ...]]:
    """Return the opinions of `slots` on each sentence of a text."""
    return _heard


@pytest.fixture
def stances() -> Callable[..., set[Stance]]:
    """Return the stances of `slots` on the sentences of a text."""
    return lambda *given: {opinion.stance for opinion in _heard(*given)}


@pytest.fixture
def sides() -> Callable[..., set[Stance]]:
    """Return on which sides the sentences of a text stand for `slots`; an empty set is no side."""
    return lambda *given: {opinion.stance for opinion in _heard(*given)} & SIDES
