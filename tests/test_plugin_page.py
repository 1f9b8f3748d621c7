"""`--audit-report=site/` and `--audit-report=audit.html`: pages, the same whichever way pytest runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("--audit-report=site/", "--audit-report=audit.html")


def tree(folder: Path) -> dict[str, bytes]:
    files = [*(folder / "site").rglob("*"), folder / "audit.html"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.is_file()}


def as_json(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    return data


def test_both_forms_are_written_and_named(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    result = audit("-q", *PAGES)
    result.stdout.fnmatch_lines(["written: site/", "written: audit.html"])
    assert result.ret == 0
    found = tree(folder)
    assert {"site/index.html", "site/page.css", "site/page.js", "audit.html"} <= set(found)
    assert len([name for name in found if name.startswith("site/claims/")]) == 5


@pytest.mark.parametrize("way", [("-n2",), ("-p", "no:xdist")], ids=["n2", "no-xdist"])
def test_the_pages_are_the_same_bytes_whichever_way_pytest_runs(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    folder = laid("flood")
    audit(*PAGES)
    serial = tree(folder)
    audit(*way, *PAGES)
    assert tree(folder) == serial


def test_a_page_of_a_selection_says_so_and_removes_what_is_not_selected(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    audit("--audit-report=site/")
    (folder / "site" / "CNAME").write_text("example.org\n")
    audit("assertions/repair.yaml", "--audit-report=site/")
    claims = [path.name for path in (folder / "site" / "claims").iterdir()]
    assert 0 < len(claims) < 5
    assert "No conclusion about the whole corpus." in (folder / "site" / "index.html").read_text(
        encoding="utf-8"
    )
    assert (folder / "site" / "CNAME").read_text() == "example.org\n"


def test_the_json_of_the_same_run_holds_what_the_page_shows(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    audit("--audit-report=audit.json", *PAGES)
    report = as_json(folder)
    schema = json.loads((ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    for row in report["texts"]:
        assert row["text"] == (folder / row["path"]).read_text(encoding="utf-8")
    for row in report["files"]:
        assert row["text"] == (folder / row["path"]).read_text(encoding="utf-8")
    assert report["coverage"]["totals"]["sources"] == len(report["texts"])
    (absent,) = (row for row in report["assertions"] if row["verdict"] == "absent")
    assert all("misses" in source for source in absent["sources"])


def test_without_a_page_the_json_holds_the_findings_alone(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    audit("--audit-report=audit.json")
    report = as_json(folder)
    assert not {"texts", "files", "coverage"} & set(report)
    assert not any("misses" in source for row in report["assertions"] for source in row["sources"])


def test_a_folder_that_holds_other_files_is_refused_before_anything_is_audited(
    laid: Laid, audit: Audit
) -> None:
    folder = laid("flood")
    result = audit("--audit-report=assertions/")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "assertions/: this folder holds other files: name a new one, like `site/`" in result.stderr.str()
    assert not (folder / "assertions" / "index.html").exists()


def test_another_report_may_be_written_into_the_folder_of_pages(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    for _ in range(2):
        result = audit("-q", "--audit-report=site/audit.json", "--audit-report=site/")
        assert result.ret == 0
        result.stdout.fnmatch_lines(["written: site/audit.json", "written: site/"])
    assert {"site/audit.json", "site/index.html"} <= set(tree(folder))


def test_a_file_of_assertions_that_cannot_be_read_takes_no_page_away(laid: Laid, audit: Audit) -> None:
    folder = laid("flood")
    (folder / "assertions" / "broken.yaml").write_bytes(b"assertions: [\xff]\n")
    audit("--continue-on-collection-errors", *PAGES)
    overview = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "assertions/broken.yaml" in overview
    assert not (folder / "site" / "files" / "assertions" / "broken.yaml.html").exists()
