"""The project's own audit: its files are in order, and it asks what an editor would want asked."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from pytest_factcheck import settings
from pytest_factcheck.corpusfolder import unlisted
from pytest_factcheck.findings import Basis, Finding
from pytest_factcheck.project import Project
from pytest_factcheck.vocabulary import Verdict

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "assertions").rglob("*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@cache
def project() -> Project:
    found = settings.find(ROOT)
    assert found is not None
    return Project(found)


@cache
def findings() -> tuple[Finding, ...]:
    return tuple(project().audit(assertion) for assertion in project().assertions)


@pytest.mark.parametrize("path", [*FILES, ROOT / "seeds" / "corpus.yaml"], ids=lambda path: path.name)
def test_every_file_begins_with_a_modeline_that_leads_to_its_schema(path: Path) -> None:
    modeline = MODELINE.fullmatch(path.read_text(encoding="utf-8").partition("\n")[0])
    assert modeline is not None
    assert (path.parent / modeline[1]).resolve().parent == ROOT / "schema"
    assert (path.parent / modeline[1]).is_file()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_short_enough_to_review(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 200


def test_every_text_is_named_locked_and_unchanged() -> None:
    corpus = project().corpus
    assert unlisted(corpus, project().settings.corpus_folder) == ()
    texts = [corpus.text(source) for source in corpus.sources]
    assert len(texts) == 5
    assert all(text is not None and text.source.sha256 == text.digest for text in texts)


def test_the_audit_passes_and_asks_enough_of_every_kind() -> None:
    assert [finding.assertion.id for finding in findings() if not finding.passed] == []
    expected = Counter(finding.assertion.expect for finding in findings())
    assert expected.total() >= 90
    assert expected[Verdict.DISPUTED] >= 6
    assert expected[Verdict.CONTRADICTED] >= 12
    assert expected[Verdict.ABSENT] >= 15
    assert sum(1 for finding in findings() if finding.assertion.slots) >= 20


def test_at_least_110_verdicts_stand_without_anybody_s_word() -> None:
    """Absence is not among them: a judge that finds nothing has searched, not confirmed."""
    assert sum(1 for finding in findings() if finding.rests_on is Basis.JUDGED) >= 110


def test_what_no_judge_decides_somebody_has_signed() -> None:
    assert project().settings.strict
    assert [finding.assertion.id for finding in findings() if finding.rests_on is Basis.WORD] == []
    assert [finding.assertion.id for finding in findings() if finding.to_look_at] == []


def test_every_ruling_gives_a_reason_and_names_no_judge() -> None:
    """A reason is about the words of the source; what the engine makes of them convinces nobody."""
    rulings = [
        item.attested for one in project().assertions for item in one.evidence if item.attested is not None
    ]
    assert rulings
    assert all(len(ruling.reason.split()) >= 4 and ruling.reason.endswith(".") for ruling in rulings)
    named = re.compile(r"\b(engine|judge|undecided|strict)\b", re.IGNORECASE)
    assert [ruling.reason for ruling in rulings if named.search(ruling.reason)] == []
