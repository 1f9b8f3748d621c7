"""Every kind of mistake is explained once, documented, and shown by a sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pytest_factcheck.schema.mistakes import mistakes

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "samples"


@pytest.mark.parametrize("slug", mistakes())
def test_a_slug_is_kebab_case_and_explained_in_a_sentence(slug: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert re.fullmatch(r"\S.*\.", mistakes()[slug])


@pytest.mark.parametrize("slug", mistakes())
def test_a_sample_named_for_the_slug_reports_it(slug: str) -> None:
    expected = [path.read_text(encoding="utf-8") for path in SAMPLES.glob(f"*{slug}.txt")]
    assert any(f": {slug}: " in text for text in expected)


def test_the_documentation_lists_exactly_these_mistakes() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    table = page.split("## Kinds of mistakes")[1]
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, flags=re.MULTILINE))
    assert rows == dict(mistakes())


def test_nobody_can_change_the_table() -> None:
    with pytest.raises(TypeError):
        mistakes()["bad-yaml"] = ""  # type: ignore[index]
