"""`factcheck init`: a project that passes, and nothing overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Audit = Callable[..., pytest.RunResult]

FILES = [
    "assertions/example.yaml",
    "factcheck.toml",
    "schema/assertions.schema.json",
    "schema/corpus.schema.json",
    "seeds/corpus.yaml",
    "seeds/town-news.txt",
]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_project_passes(pytester: pytest.Pytester, audit: Audit) -> None:
    assert cli.main(["init"]) == 0
    assert files(pytester.path) == FILES
    result = audit("-W", "error", "--strict-markers")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["passed: 2 judged, 0 to look at"])


def test_a_new_project_can_lie_in_a_new_folder(
    pytester: pytest.Pytester, audit: Audit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", "news/audit"]) == 0
    out = capsys.readouterr().out
    assert "written: news/audit/factcheck.toml\n" in out
    assert "Next, in news/audit:\n" in out
    audit("news/audit").assert_outcomes(passed=2)


def test_the_modelines_of_a_new_project_lead_to_its_schemas(pytester: pytest.Pytester) -> None:
    cli.main(["init"])
    for name in ("seeds/corpus.yaml", "assertions/example.yaml"):
        path = pytester.path / name
        first = path.read_text(encoding="utf-8").splitlines()[0]
        modeline = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert modeline is not None
        assert (path.parent / modeline[1]).resolve().is_file()


def test_what_a_new_project_tells_to_do_next_works(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["init"])
    told = re.findall(r"factcheck [^`\n]+?(?=`|  +|$)", capsys.readouterr().out, re.MULTILINE)
    assert told == [
        "factcheck explain bridge-opened-by-mayor",
        "factcheck source add FILE",
        'factcheck new "CLAIM"',
    ]
    (pytester.path / "weather.txt").write_text("Snow closed two roads on Monday.\n", encoding="utf-8")
    meant = {"FILE": "weather.txt", '"CLAIM"': "Snow closed two roads."}
    for line in told:
        words = [meant.get(word, word) for word in line.split()[1:]]
        assert cli.main(words) == 0
    assert files(pytester.path) == sorted(
        [*FILES, "seeds/weather.txt", "weather.txt", "assertions/claims.yaml"]
    )


@pytest.mark.parametrize("taken", ["factcheck.toml", "seeds/corpus.yaml"])
def test_nothing_is_written_where_a_file_stands_in_the_way(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    path = pytester.path / taken
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine\n", encoding="utf-8")
    assert cli.main(["init"]) == 2
    assert capsys.readouterr().err == f".: nothing was written, because there are already: {taken}\n"
    assert files(pytester.path) == [taken]
    assert path.read_text(encoding="utf-8") == "mine\n"


def test_nothing_is_written_into_a_project_that_has_settings(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    pytester.makepyprojecttoml("[tool.factcheck]\ncorpus = 'texts'\n")
    assert cli.main(["init"]) == 2
    assert capsys.readouterr().err == ".: nothing was written, because pyproject.toml has a table for it\n"
    assert files(pytester.path) == ["pyproject.toml"]


def test_a_project_that_cannot_be_written_whole_is_not_written(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    (pytester.path / "assertions").write_text("a file where a folder should be\n", encoding="utf-8")
    assert cli.main(["init"]) == 2
    assert "assertions" in capsys.readouterr().err
    assert files(pytester.path) == ["assertions"]
