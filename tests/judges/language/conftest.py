"""What the tests of the judge `language` share: a claim before the last of some sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pytest_factcheck.judges.language import judge
from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import cover
from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question

PUBLISHED = date(2024, 3, 14)  # a Thursday


def _before(*sentences: str) -> Passage:
    text = " ".join(sentences)
    window = split(text)
    return Passage(text, window, window[-1], PUBLISHED)


def _case(claim: str, *sentences: str) -> Case:
    passage = _before(*sentences)
    (focus,) = passage.judged
    own = holding(focus.of(passage.text), PUBLISHED)
    covered = cover(read(claim), facets(claim, PUBLISHED), passage, focus)
    return Case(Question(claim), read(claim), passage, focus, own, covered)


def _heard(claim: str, *sentences: str, attribution: str = "any") -> Opinion:
    return judge(Question(claim, (), attribution), _before(*sentences))


@pytest.fixture
def case() -> Callable[..., Case]:
    """Return the case of a claim and the last of some sentences, which stand in one paragraph."""
    return _case


@pytest.fixture
def heard() -> Callable[..., Opinion]:
    """Return what the judge says of a claim before the last of some sentences."""
    return _heard


@pytest.fixture
def passage() -> Callable[..., Passage]:
    """Return a passage with the last of some sentences in focus."""
    return _before
