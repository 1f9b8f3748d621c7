"""A browser for the tests of the pages, and pages to open: of the first corpus, and of a hostile one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck import reports, settings
from pytest_factcheck.coverage.covering import corpus_coverage
from pytest_factcheck.project import Project
from pytest_factcheck.reports.background import with_background, with_misses
from pytest_factcheck.reports.rows import AuditReport, assertion_row, audit_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    Opened = Callable[..., Page]

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
HOSTILE = """\
<script>document.documentElement.dataset.owned = 1</script>
<img src=x onerror="document.documentElement.dataset.owned = 1">
The dam held for 12 days, said “O'Hara” & 'Sons' </article></script> in \u202egnorw daer\u202c order.
"""
ASSERTIONS = r"""
topic: </title><script>document.documentElement.dataset.owned = 1</script>
assertions:
  - id: held
    claim: "The dam <script>document.documentElement.dataset.owned = 1</script> held for 12 days."
    expect: supported
    tags: [dam]
    note: "<img src=x onerror=document.documentElement.dataset.owned=1> \u202edesrever"
    evidence:
      - {source: bad, quote: The dam held for 12 days}
  - id: broke
    claim: The dam held for 12 days, said O'Hara.
    expect: absent
    tags: [dam, wall]
  - id: rain
    claim: Rain fell in the valley for 40 days.
    expect: absent
  - id: moved
    claim: The bridge was closed for repairs.
    expect: supported
    evidence:
      - {source: long, quote: no such words are in this text}
"""


def audited(folder: Path) -> AuditReport:
    """Audit a project, with all that a page shows."""
    found = settings.find(folder)
    assert found is not None
    project = Project(found)
    rows = []
    for assertion in project.assertions:
        finding = project.audit(assertion)
        rows.append(with_misses(assertion_row(finding), finding, project.examiner))
    report = audit_report(rows, judges=project.judge_names, corpus=found.corpus)
    covered = corpus_coverage(rows, project.corpus, project.judge_names)
    return with_background(report, project.corpus, project.written(), covered)


def written(report: AuditReport, below: Path) -> Path:
    """Write both forms of a page, and return where they lie."""
    reports.write(report, "site/", below)
    reports.write(report, "audit.html", below)
    return below


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages of the first corpus lie."""
    return written(audited(ROOT), tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages of a corpus lie whose words would command a browser."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in {
        "factcheck.toml": 'assertions = "assertions"\ncorpus = "seeds"\n',
        "seeds/bad.txt": HOSTILE,
        "seeds/long.txt": f"The bridge stood. {'A' * 100_000}\n",
        "assertions/dam.yaml": ASSERTIONS,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return written(audited(folder), folder / "pages")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser of this machine, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - `make test-browser` installs it

    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium here; `make test-browser` installs it")
    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Open pages; afterwards none may have complained, or asked for anything that is not a file."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: Path, place: str = "", width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.extend(() if _is_file(asked.url) else [asked.url]))
        page.goto(path.as_uri() + place)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _is_file(url: str) -> bool:
    return url.startswith("file:///")
