"""The worked examples of docs/judges.md: each is judged as the page shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pytest_factcheck.examination import Examiner, heard_stance
from pytest_factcheck.judges import named
from pytest_factcheck.strategies import corpus_of
from pytest_factcheck.vocabulary import Question

PAGE = Path(__file__).parent.parent / "docs" / "judges.md"
EXAMPLE = re.compile(
    r"^\| (?P<claim>[^|]+) \| (?P<text>[^|]+) \| (?P<stance>[a-z]+) \| `(?P<code>[a-z-]+)` \|$", re.MULTILINE
)


def examples() -> list[tuple[str, str, str, str]]:
    found = EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))
    return [(one["claim"], one["text"], one["stance"], one["code"]) for one in found]


def test_the_page_has_worked_examples() -> None:
    assert len(examples()) >= 20


@pytest.mark.parametrize(("claim", "text", "stance", "code"), examples())
def test_every_worked_example_is_judged_as_shown(claim: str, text: str, stance: str, code: str) -> None:
    corpus = corpus_of(text)
    examiner = Examiner(corpus, named(["slots", "verbatim", "language"]))
    source = corpus.text("source-1")
    assert source is not None
    heard = examiner.examine(Question(claim), source)
    assert heard_stance(heard) == stance
    own = (hearing for hearing in heard if hearing.stance == stance)
    assert code in {one.code for hearing in own for opinion in hearing.opinions for one in opinion.reasons}
