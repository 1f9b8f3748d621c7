"""What a run leaves on GitHub: annotations, the summary of the job, and paths that GitHub understands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from pytest_factcheck.plugin import github
from pytest_factcheck.project import Project
from pytest_factcheck.reports.markdown import compact

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]
WAYS = [
    pytest.param((), id="serial"),
    pytest.param(("-n2",), id="n2"),
    pytest.param(("-p", "no:xdist"), id="no-xdist"),
]
each_way = pytest.mark.parametrize("way", WAYS)
BRIDGE = [
    "::error file=assertions/bridge.yaml,line=10,col=5,title=cost-12-million%3A undeclared-opposition::",
    "::error file=assertions/bridge.yaml,line=19,col=5,title=no-collapse%3A not-absent::",
    "::error file=assertions/bridge.yaml,line=28,col=39,title=children-first%3A quote-not-found::",
    "::error file=assertions/bridge.yaml,line=38,col=5,title=length-solved%3A known issue is solved::",
]
SLUGS = ["missing-key", "unknown-key", "unknown-source", "bad-value"]  # of the first file
MISTAKES = [
    "::error file=assertions/a-broken.yaml,line=3,col=5,title=missing-key::",
    "::error file=assertions/a-broken.yaml,line=5,col=5,title=unknown-key::",
    "::error file=assertions/a-broken.yaml,line=7,col=18,title=unknown-source::",
    "::error file=assertions/a-broken.yaml,line=10,col=13,title=bad-value::",
    "::error file=assertions/c-twice.yaml,line=3,col=9,title=duplicate-id::",
    "::error file=assertions/d-reserved.yaml,line=3,col=5,title=bad-value::",
]


@pytest.fixture
def summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Run as GitHub Actions does, with an empty summary of the job."""
    place = tmp_path / "summary.md"
    place.touch()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
    return place


def annotated(result: pytest.RunResult) -> list[str]:
    """Return the annotations of a run up to their messages; only what begins a line is one."""
    lines = [line for line in result.outlines if line.startswith("::")]
    return [match[0] for line in lines if (match := re.match(r"::\w+ [^:]*::", line))]


# Annotations.


@each_way
def test_each_problem_is_annotated_once(
    laid: Laid, audit: Audit, summary: Path, way: tuple[str, ...]
) -> None:
    laid("bridge")
    result = audit(*way)
    assert annotated(result) == BRIDGE
    assert result.ret == pytest.ExitCode.TESTS_FAILED


@pytest.mark.parametrize("words", ["-q", "-qq", "--no-summary", "-v", "--color=yes"])
def test_annotations_do_not_depend_on_how_much_people_see(
    laid: Laid, audit: Audit, summary: Path, words: str
) -> None:
    laid("bridge")
    assert annotated(audit(words)) == BRIDGE


def test_anywhere_else_there_are_none(laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    laid("bridge")
    assert annotated(audit()) == []
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert annotated(audit()) == []


def test_an_audit_without_problems_has_no_annotations(laid: Laid, audit: Audit, summary: Path) -> None:
    laid("flood")
    assert annotated(audit()) == []


def test_a_run_of_other_tests_leaves_nothing_and_reads_no_assertions(
    laid: Laid, audit: Audit, summary: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid("mistakes")
    read: list[Path] = []
    monkeypatch.setattr(Project, "_read", lambda _project, path: read.append(path))
    pytester.makepyfile(test_plain="def test_plain():\n    assert True\n")
    result = audit("test_plain.py")
    assert annotated(result) == []
    assert summary.read_text(encoding="utf-8") == ""
    assert read == []


# What the log must not do.


ORDER = "##[stop-commands]x"


@pytest.mark.parametrize("way", WAYS[:2])
def test_words_of_a_claim_or_a_source_are_no_commands(
    laid: Laid, audit: Audit, summary: Path, way: tuple[str, ...]
) -> None:
    folder = laid("bridge")
    padding = "The bridge cost " + "very " * 11  # so that what follows begins the second line
    claim = f"{padding}::stop-commands::x and {ORDER} much."
    (folder / "assertions" / "bridge.yaml").write_text(
        "assertions:\n"
        f'  - {{id: a-claim, claim: "{claim}", expect: supported, '
        'evidence: [{source: council, quote: "nowhere"}]}\n',
        encoding="utf-8",
    )
    shown = audit("-v", *way).outlines
    assert any(line.startswith(": :stop-commands::x and ## [stop-commands]x much.") for line in shown)
    ours = [line for line in shown if line.lstrip().startswith("::")]
    assert len(ours) == len([line for line in ours if line.startswith("::error file=")]) == 1
    assert not [line for line in shown if "##[" in line and line not in ours]


@pytest.mark.parametrize("way", WAYS[:2])
def test_words_of_a_broken_file_are_no_commands(
    laid: Laid, audit: Audit, summary: Path, way: tuple[str, ...]
) -> None:
    folder = laid("bridge")
    (folder / "assertions" / "bridge.yaml").write_text(
        f'assertions:\n  - {{id: a-claim, "{ORDER}": 1}}\n', encoding="utf-8"
    )
    shown = audit(*way).outlines
    assert any("`## [stop-commands]x`" in line for line in shown)
    assert not [line for line in shown if "##[" in line and not line.startswith("::error ")]


# Mistakes of files.


@each_way
def test_mistakes_of_files_are_annotated_where_they_stand(
    laid: Laid, audit: Audit, summary: Path, way: tuple[str, ...]
) -> None:
    laid("mistakes")
    assert annotated(audit(*way)) == MISTAKES


def test_only_the_files_that_were_asked_for_are_annotated(laid: Laid, audit: Audit, summary: Path) -> None:
    laid("mistakes")
    assert annotated(audit("assertions/c-twice.yaml")) == MISTAKES[4:5]
    assert annotated(audit("assertions/b-healthy.yaml")) == []


def test_a_mistake_of_the_manifest_is_annotated_once(laid: Laid, audit: Audit, summary: Path) -> None:
    folder = laid("flood")
    manifest = folder / "seeds" / "corpus.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"{text}titel: Flood\n", encoding="utf-8")
    lines = len(text.splitlines())
    assert annotated(audit()) == [
        f"::error file=seeds/corpus.yaml,line={lines + 1},col=1,title=unknown-key::"
    ]


@each_way
def test_mistakes_of_files_are_reported_though_nothing_could_be_audited(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    folder = laid("mistakes")
    result = audit(
        "assertions/a-broken.yaml", "--audit-report=audit.sarif", "--audit-report=audit.json", *way
    )
    result.stdout.fnmatch_lines(["written: audit.sarif", "written: audit.json"])
    assert not any(line.startswith("not written") for line in result.outlines)
    (run,) = json.loads((folder / "audit.sarif").read_text(encoding="utf-8"))["runs"]
    assert [found["ruleId"] for found in run["results"]] == SLUGS
    report = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    assert report["assertions"] == []
    assert report["partial"] is True
    assert [mistake["slug"] for mistake in report["mistakes"]] == SLUGS


def test_a_corpus_that_is_not_there_is_told_as_ever(laid: Laid, audit: Audit, summary: Path) -> None:
    folder = laid("flood")
    (folder / "seeds").rename(folder / "elsewhere")
    result = audit("--audit-report=audit.sarif")
    result.stdout.fnmatch_lines(["not written: audit.sarif: no assertion was audited"])
    assert annotated(result) == []


# The repository.


@pytest.mark.usefixtures("summary")
@pytest.mark.parametrize(
    ("git", "start", "way"),
    [("folder", ".", ""), ("folder", "desk", ""), ("folder", ".", "-n2"), ("file", "desk", "-pno:xdist")],
    ids=["a clone", "from below", "n2", "a work tree"],
)
def test_a_project_in_a_folder_of_its_repository_is_annotated_from_the_root(
    laid: Laid, audit: Audit, git: str, start: str, way: str
) -> None:
    folder = laid("bridge")
    below = folder / "desk"
    below.mkdir()
    for name in ("assertions", "seeds", "factcheck.toml"):
        (folder / name).rename(below / name)
    if git == "folder":
        (folder / ".git").mkdir()
    else:
        (folder / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    with chdir(folder / start):
        asked = (below / "assertions").relative_to(Path.cwd())
        result = audit(str(asked), "--audit-report=audit.sarif", *way.split())
        log = json.loads(Path("audit.sarif").read_text(encoding="utf-8"))
    assert annotated(result) == [line.replace("file=", "file=desk/") for line in BRIDGE]
    places = [found["locations"][0]["physicalLocation"] for found in log["runs"][0]["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"desk/assertions/bridge.yaml"}


def test_the_folder_of_a_project_is_told_from_the_nearest_repository(tmp_path: Path) -> None:
    project = tmp_path / "outer" / "inner" / "project"
    project.mkdir(parents=True)
    assert github.folder_in_repository(project) == ""
    (tmp_path / "outer" / ".git").mkdir()
    assert github.folder_in_repository(project) == "inner/project"
    (tmp_path / "outer" / "inner" / ".git").mkdir()
    assert github.folder_in_repository(project) == "project"
    (project / ".git").mkdir()
    assert github.folder_in_repository(project) == ""


# The summary of the job.


@each_way
def test_the_audit_is_added_to_the_summary_of_the_job_once(
    laid: Laid, audit: Audit, summary: Path, way: tuple[str, ...]
) -> None:
    folder = laid("bridge")
    summary.write_text("# Before\n", encoding="utf-8")
    audit("--audit-report=audit.md", *way)
    audited = (folder / "audit.md").read_text(encoding="utf-8")
    assert summary.read_text(encoding="utf-8") == f"# Before\n{compact(audited)}"


def test_a_summary_that_is_nearly_full_gets_what_there_is_room_for(
    laid: Laid, audit: Audit, summary: Path
) -> None:
    laid("bridge")
    before = "x" * (github.ROOM - 1000)
    summary.write_text(before, encoding="utf-8")
    audit()
    after = summary.read_text(encoding="utf-8")
    assert len(after.encode("utf-8")) <= github.ROOM == 1_048_576
    assert re.search(r"\n… and \d+ more lines, for which there is no room here\.\n$", after)


def test_a_summary_that_cannot_be_written_is_told_in_one_line(
    laid: Laid, audit: Audit, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid("flood")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary.parent))
    result = audit("--audit-report=audit.md")
    assert [line for line in result.outlines if "written: " in line] == [
        "written: audit.md",
        "not written: GITHUB_STEP_SUMMARY: Is a directory",
    ]


def test_without_a_summary_of_the_job_nothing_is_missing(
    laid: Laid, audit: Audit, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid("flood")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert audit().ret == pytest.ExitCode.OK
