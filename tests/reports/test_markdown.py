"""The audit as Markdown: the same facts, and no word of a source becomes markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.errors import Problem
from pytest_factcheck.location import Location
from pytest_factcheck.reports.markdown import compact, cut, write
from pytest_factcheck.reports.rows import (
    AssertionRow,
    AuditReport,
    audit_report,
    of_files,
)

if TYPE_CHECKING:
    from reports.conftest import Make


def report_of(*rows: AssertionRow) -> AuditReport:
    """Return the report of some rows."""
    return audit_report(rows, judges=["slots"], corpus="seeds")


def test_an_audit_has_its_last_line_first_and_a_table_for_each_question(make: Make) -> None:
    shown = write(
        report_of(make.row(sources=[make.source(stance="supports", voices=[make.voice()])]))
    ).splitlines()
    assert shown[0] == "# Audit"
    assert shown[2] == "**passed: 1 judged, 0 to look at**"
    assert [line for line in shown if line.startswith("#")] == ["# Audit", "## Claims", "## Sources"]
    claims = shown[shown.index("## Claims") + 2 :]
    assert cells(claims[0]) == ["assertion", "claim", "expected", "found", "rests on"]
    assert cells(claims[2]) == [
        "talks-lasted",
        "The talks lasted 100 minutes.",
        "supported",
        "supported",
        "judged",
    ]
    sources = shown[shown.index("## Sources") + 2 :]
    assert cells(sources[2])[4:] == ["alpha", "supports", "slots", "3", "a 100-minute meeting"]


def cells(line: str) -> list[str]:
    """Return the cells of a line without escaped bars."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_problems_stand_before_claims_with_what_to_do(make: Make) -> None:
    failed = make.row(
        outcome="failed", problems=[make.problem(message="two\nlines | and *more*", advice="do it")]
    )
    solved = make.row(id="solved", line=30, outcome="failed", known_issue="old")
    shown = write(report_of(failed, solved)).splitlines()
    at = shown.index("## Problems")
    assert at < shown.index("## Claims")
    assert shown[at + 4].startswith("| talks-lasted | evidence-opposed      | assertions/talks.yaml:7  | ")
    assert r"two lines \| and \*more\*" in shown[at + 4]
    assert cells(shown[at + 5]) == [
        "solved",
        "known issue is solved",
        "assertions/talks.yaml:30",
        "the assertion passes now",
        r"remove \`known\_issue\`",
    ]


def test_a_case_that_was_not_run_shows_its_outcome_as_what_was_found(make: Make) -> None:
    skipped = make.row(
        verdict="", outcome="skipped", rests_on="nothing", why_not_run="the text of a is not here"
    )
    shown = write(report_of(skipped))
    assert "| supported  | skipped | nothing" in shown
    assert "partial: the text of a is not here. No conclusion about the whole corpus." in shown


def test_no_word_of_a_source_becomes_markup(make: Make) -> None:
    quote = "<img src=x onerror=alert(1)> [here](javascript:x) | `code`"
    shown = write(report_of(make.row(sources=[make.source(voices=[make.voice(quote=quote)])])))
    assert r"\<img src=x onerror=alert(1)\> \[here\](javascript:x) \| \`code\`" in shown
    assert " <img" not in shown


def test_mistakes_of_files_stand_before_everything_else(make: Make) -> None:
    mistake = Problem(Location("assertions/b.yaml", 3, 5), "unknown-key", "no key `x`", "did you mean 'y'?")
    shown = write(of_files(report_of(make.row()), folder="", mistakes=[mistake])).splitlines()
    at = shown.index("## Files that cannot be used")
    assert at < shown.index("## Claims")
    assert cells(shown[at + 4]) == [
        "unknown-key",
        "assertions/b.yaml:3",
        r"no key \`x\`",
        "did you mean 'y'?",
    ]


def test_an_audit_of_nothing_does_not_say_that_something_passed() -> None:
    shown = write(report_of())
    assert "**No assertion was audited.**" in shown
    assert "passed" not in shown


def test_what_only_aligns_tables_can_be_left_out(make: Make) -> None:
    claims = ["The talks lasted 100 minutes.", "----", "| a - b |", "It lasted."]
    text = write(report_of(*(make.row(id=f"a-{n}", claim=claim) for n, claim in enumerate(claims))))
    shorter = compact(text)
    assert [cells(line) for line in shorter.splitlines() if "---|" not in line] == [
        cells(line) for line in text.splitlines() if "---|" not in line
    ]
    assert "| a-1 | ---- | supported | supported | judged |" in shorter.splitlines()
    assert "|---|---|---|---|---|" in shorter.splitlines()
    assert "  " not in shorter


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("ä\nb\n", 5) == "ä\nb\n"


def test_a_text_that_does_not_fit_loses_whole_lines_at_its_end_and_counts_them() -> None:
    text = "".join(f"line {number}\n" for number in range(100))
    shown = cut(text, 100).splitlines()
    assert shown[:6] == ["line 0", "line 1", "line 2", "line 3", "line 4", "line 5"]
    assert shown[6:] == ["", "… and 94 more lines, for which there is no room here."]


@given(st.text(alphabet="aä\n", max_size=400), st.integers(min_value=-5, max_value=300))
def test_what_is_cut_always_fits(text: str, size: int) -> None:
    assert len(cut(text, size).encode("utf-8")) <= max(size, 0)
