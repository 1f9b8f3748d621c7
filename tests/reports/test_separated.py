"""The audit as comma-separated values: read back whole, and never run by a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.rows import AssertionRow, audit_report
from pytest_factcheck.reports.separated import write
from pytest_factcheck.reports.tables import plain

if TYPE_CHECKING:
    from reports.conftest import Make

WICKED = st.one_of(st.text(max_size=40), st.text(alphabet="=+-@,;\"'\n\r\tab＝ ", max_size=20))


def lines_of(*rows: AssertionRow) -> list[list[str]]:
    """Return the cells of the CSV of some rows."""
    written = write(audit_report(rows, judges=["slots"], corpus="seeds"))
    return list(csv.reader(io.StringIO(written), strict=True))


def test_there_is_a_line_for_each_assertion_and_source(make: Make) -> None:
    spoken = make.source(stance="supports", voices=[make.voice()])
    missing = make.source(id="gamma", stance="undecided", missing=True)
    head, *lines = lines_of(make.row(sources=[spoken, make.source(id="beta"), missing]))
    assert head == ["id", "expected", "found", "outcome", "source", "stance", "by", "line", "quote"]
    assert [line[:4] for line in lines] == [["talks-lasted", "supported", "supported", "passed"]] * 3
    assert [line[4:] for line in lines] == [
        ["alpha", "supports", "slots", "3", "a 100-minute meeting"],
        ["beta", "silent", "", "", ""],
        ["gamma", "not here", "", "", ""],
    ]


@pytest.mark.parametrize("quote", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1", "\x00=1", "＝1+1"])
def test_a_formula_is_kept_as_words(make: Make, quote: str) -> None:
    assert (
        lines_of(make.row(sources=[make.source(voices=[make.voice(quote=quote)])]))[1][-1]
        == f"'{plain(quote)}"
    )


@given(WICKED)
def test_whatever_a_quote_holds_it_is_one_cell(make: Make, quote: str) -> None:
    _, line = lines_of(make.row(sources=[make.source(voices=[make.voice(quote=quote)])]))
    assert line[-1].removeprefix("'") == plain(quote).removeprefix("'")
    assert not line[-1].startswith(("=", "+", "-", "@"))


def test_lines_end_with_a_bare_line_feed(make: Make) -> None:
    written = write(audit_report([make.row(sources=[make.source()])], judges=["slots"], corpus="seeds"))
    assert "\r" not in written
    assert written.endswith("silent,,,\n")
