"""An audit of two short texts, as the pages get it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from pytest_factcheck.reports.rows import AuditReport, audit_report
from pytest_factcheck.reports.shapes import FileRow, TextRow

if TYPE_CHECKING:
    from reports.conftest import Make

ALPHA = "Header\nRain fell all day. The delegations held\na 100-minute meeting on the bridge.\n\nThe end."


def text_row(name: str, text: str, **more: object) -> TextRow:
    empty = dict.fromkeys(("title", "publisher", "published", "url"), "")
    row = {"id": name, "path": f"seeds/{name}.txt", "language": "en", "missing": False, "boilerplate": []}
    return cast("TextRow", {**empty, **row, "text": text, **more})


@pytest.fixture
def report(make: Make) -> AuditReport:
    """Return an audit of three claims: one that alpha supports, a disputed one, and one that fails."""
    start = ALPHA.index("a 100-minute")
    spans = [[start, start + 20]]
    place = {"start": start, "end": start + 20, "line": 3, "column": 1, "spans": spans}
    yes = make.voice(**place)
    no = make.voice(
        **{**place, "spans": [[0, 6]], "start": 0, "end": 6, "line": 1}, stance="contradicts", quote="Header"
    )
    alpha, beta = make.source(id="alpha", stance="supports", voices=[yes]), make.source(id="beta")
    opposed = make.source(id="beta", stance="contradicts", voices=[no])
    rows = [
        make.row(id="one", line=4, sources=[alpha, beta], tags=["talks"]),
        make.row(id="two", line=9, verdict="disputed", expect="disputed", sources=[alpha, opposed]),
        make.row(id="three", line=14, outcome="failed", problems=[make.problem()], sources=[beta]),
    ]
    report = audit_report(rows, judges=["slots"], corpus="seeds")
    report["texts"] = [
        text_row("alpha", ALPHA, boilerplate=[[0, 6]], url="https://example.org/a?b=1&c=2"),
        text_row("beta", "Header of another", publisher="The Beta", published="2025-05-16"),
        text_row("gamma", "", missing=True),
    ]
    report["files"] = [
        FileRow(path="assertions/talks.yaml", text="topic: Talks\nassertions:\n" + "  - {}\n" * 12)
    ]
    return report
