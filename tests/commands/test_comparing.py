"""States: what rests on the same in both is audited once, and gives what a second audit would give."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.commands.comparing import NOTHING, state
from pytest_factcheck.findings import Finding
from pytest_factcheck.project import Project
from pytest_factcheck.settings import Settings, find

Laid = Callable[[str], Path]
JUDGES = ("slots", "verbatim")


@pytest.fixture
def folders(laid: Laid, tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders that hold the flood."""
    old, new = laid("flood"), tmp_path / "copy"
    shutil.copytree(old, new)
    return old, new


def opened(folder: Path) -> Project:
    found = find(folder)
    assert found is not None
    return Project(found)


def audited_anew(monkeypatch: pytest.MonkeyPatch, old: Project, new: Project) -> list[str]:
    """Return the ids that are audited in the old state where the new one is known; results must be equal."""
    after = state(new, new.assertions, "assertions")
    expected = state(old, old.assertions, "assertions", NOTHING).rows
    seen: list[str] = []
    audit = Project.audit

    def noted(project: Project, assertion: Assertion) -> Finding:
        seen.append(assertion.id)
        return audit(project, assertion)

    monkeypatch.setattr(Project, "audit", noted)
    found = state(old, old.assertions, "assertions", after)
    assert found.rows == expected
    return seen


def edited(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_project_is_audited_once(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert audited_anew(monkeypatch, *map(opened, folders)) == []


def test_another_assertion_is_audited_and_no_other(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(folders[1], "assertions/repair.yaml", "5 million euros.", "6 million euros.")
    edited(folders[1], "assertions/repair.yaml", "quantity: 5", "quantity: 6")
    assert audited_anew(monkeypatch, *map(opened, folders)) == ["repair-cost"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("seeds/gazette.txt", "bread", "cakes"),
        ("seeds/corpus.yaml", "published: 2024-06-12", "published: 2024-06-14"),
        ("seeds/corpus.yaml", "title: The flood", "boilerplate: [{line: After the flood}]\ntitle: The flood"),
        ("factcheck.toml", '"slots", ', ""),
        ("factcheck.toml", "judges", "strict = true\njudges"),
    ],
)
def test_what_every_result_rests_on_has_every_assertion_audited(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    edited(folders[1], name, old, new)
    assert len(audited_anew(monkeypatch, *map(opened, folders))) == 5


def test_a_text_outside_the_scope_of_an_assertion_is_none_of_its_grounds(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in folders:
        edited(
            folder, "assertions/repair.yaml", "    tags: [money]", "    sources: [herald]\n    tags: [money]"
        )
    edited(folders[1], "seeds/gazette.txt", "bread", "cakes")
    assert "repair-cost" not in audited_anew(monkeypatch, *map(opened, folders))


def test_a_text_that_is_not_there_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "assertions").mkdir()
    (tmp_path / "seeds").mkdir()
    listed = "sources:\n  - {id: a, file: a.txt, missing_ok: true}\n"
    (tmp_path / "seeds/corpus.yaml").write_text(listed, encoding="utf-8")
    found = state(Project(Settings(tmp_path, judges=JUDGES, strict=True)), (), "assertions")
    assert found.sources["a"].digest == ""
    assert found.settings == {
        "assertions": "assertions",
        "corpus": "seeds",
        "judges": "slots, verbatim",
        "strict": "true",
        "boilerplate of all sources": "none",
    }
