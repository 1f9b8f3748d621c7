"""The audit as text: the totals add up, no problem is left out, and the last line says what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.rows import (
    OUTCOMES,
    AssertionRow,
    AuditReport,
    audit_report,
)
from pytest_factcheck.reports.summary import (
    failing_table,
    last_line,
    looks,
    matrix,
    problems_line,
    text,
    totals_table,
)
from pytest_factcheck.reports.tables import columns
from pytest_factcheck.vocabulary import Verdict

if TYPE_CHECKING:
    from reports.conftest import Make

KINDS = st.tuples(st.sampled_from([str(verdict) for verdict in Verdict]), st.sampled_from(OUTCOMES))


def report_of(
    rows: list[AssertionRow], unlisted: tuple[str, ...] = (), why: tuple[str, ...] = ()
) -> AuditReport:
    """Return the report of some rows."""
    return audit_report(
        rows, judges=["slots", "verbatim"], corpus="seeds", unlisted=unlisted, why_partial=why
    )


def test_the_totals_are_verdict_found_and_expected_and_what_came_of_it(make: Make) -> None:
    rows = [
        make.row(),
        make.row(id="b", outcome="failed", verdict="disputed"),
        make.row(id="c", expect="absent", verdict="", outcome="skipped", why_not_run="no text"),
    ]
    assert totals_table(report_of(rows)).splitlines() == [
        "verdict       found    expected    passed    failed    skipped    known issue",
        "------------  -------  ----------  --------  --------  ---------  -------------",
        "supported     1        2           1         1         0          0",
        "contradicted  0        0           0         0         0          0",
        "disputed      1        0           0         0         0          0",
        "absent        0        1           0         0         1          0",
        "all           2        3           1         1         1          0",
    ]


@given(st.lists(KINDS, max_size=12))
def test_the_totals_add_up(make: Make, kinds: list[tuple[str, str]]) -> None:
    rows = [
        make.row(id=str(at), expect=expect, outcome=outcome) for at, (expect, outcome) in enumerate(kinds)
    ]
    *lines, all_of_them = [
        list(map(int, line.split()[1:])) for line in totals_table(report_of(rows)).splitlines()[2:]
    ]
    assert [sum(column) for column in zip(*lines, strict=True)] == all_of_them
    assert all(expected == sum(outcomes) for _, expected, *outcomes in [*lines, all_of_them])
    totals = report_of(rows)["totals"]
    assert sum(totals["outcomes"].values()) == totals["assertions"] == len(rows)
    assert sum(totals["passed_on"].values()) == totals["outcomes"]["passed"]


def test_every_problem_of_a_failing_assertion_is_a_line(make: Make) -> None:
    rows = [
        make.row(
            outcome="failed",
            problems=[make.problem(), make.problem(slug="quote-drifted", line=9, message="other words")],
        ),
        make.row(id="solved", line=30, outcome="failed", known_issue="old"),
        make.row(id="known", line=40, outcome="known issue", problems=[make.problem()]),
    ]
    assert [line.split("  ")[0] for line in failing_table(report_of(rows)).splitlines()[2:]] == [
        "talks-lasted",
        "talks-lasted",
        "solved",
    ]
    assert "assertions/talks.yaml:9   other words" in failing_table(report_of(rows))
    assert "known issue is solved  assertions/talks.yaml:30  the assertion passes now" in failing_table(
        report_of(rows)
    )


def test_without_failures_there_is_no_table_of_them(make: Make) -> None:
    assert failing_table(report_of([make.row()])) == ""


def test_the_matrix_has_a_sign_for_each_stance_and_none_outside_the_scope(make: Make) -> None:
    stances = ["supports", "contradicts", "mixed", "undecided", "silent"]
    first = make.row(sources=[make.source(id=f"s{at}", stance=stance) for at, stance in enumerate(stances)])
    second = make.row(
        id="other",
        line=9,
        expect="absent",
        verdict="absent",
        outcome="failed",
        sources=[make.source(id="s4"), make.source(id="s5", stance="undecided", missing=True)],
    )
    lines = matrix(report_of([second, first])).splitlines()
    assert lines[0].split() == ["id", "found", "1", "2", "3", "4", "5", "6", "claim"]
    assert lines[2].split()[:7] == ["talks-lasted", "supported", "+", "-", "±", "?", "."]
    assert lines[3].split()[:5] == ["other", "absent", "failed", ".", "/"]
    assert lines[5:11] == ["1 s0", "2 s1", "3 s2", "4 s3", "5 s4", "6 s5"]
    assert lines[11] == (
        "+ supports, - contradicts, ± mixed, ? undecided, . silent, / not here, blank: not in scope"
    )


@pytest.mark.parametrize(
    ("passed_on", "line"),
    [
        (["judged", "judged", "word"], "passed: 2 judged, 1 on a person's word, 0 to look at"),
        (["searched", "attested"], "passed: 1 searched and silent, 1 on a signed ruling, 0 to look at"),
        ([], "passed: 0 to look at"),
    ],
)
def test_the_last_line_says_on_what_the_passing_ones_rest(
    make: Make, passed_on: list[str], line: str
) -> None:
    rows = [make.row(id=str(at), rests_on=rests_on) for at, rests_on in enumerate(passed_on)]
    assert last_line(report_of(rows)["totals"]) == line


def test_the_last_line_tells_what_did_not_pass_and_what_to_look_at(make: Make) -> None:
    rows = [
        make.row(to_look_at=["alpha undecided"]),
        make.row(id="b", outcome="failed", rests_on="word", to_look_at=["beta undecided"]),
        make.row(id="c", outcome="known issue"),
    ]
    assert last_line(report_of(rows)["totals"]) == "passed: 1 judged, 1 to look at; 1 failed; 1 known issue"


def test_a_partial_audit_says_so_and_concludes_nothing(make: Make) -> None:
    shown = text(report_of([make.row()], why=("1 of 2 assertions were run",)))
    assert "partial: 1 of 2 assertions were run. No conclusion about the whole corpus." in shown


def test_texts_that_were_not_read_are_told(make: Make) -> None:
    shown = text(report_of([make.row()], unlisted=("b.txt", "a\x1b[31m.txt")))
    assert "not in seeds/corpus.yaml, so not read: a[31m.txt, b.txt" in shown


def test_a_whole_audit_does_not_speak_of_parts(make: Make) -> None:
    shown = text(report_of([make.row()]))
    assert "partial" not in shown
    assert "not read" not in shown


def test_the_text_ends_with_the_last_line_and_fits_a_terminal(make: Make) -> None:
    rows = [
        make.row(claim="claim " * 50),
        make.row(id="b", outcome="failed", problems=[make.problem(message="m " * 300)]),
    ]
    lines = text(report_of(rows), 80).splitlines()
    assert lines[-1] == "passed: 1 judged, 0 to look at; 1 failed"
    assert max(map(columns, lines)) <= 80


def test_the_matrix_can_be_left_out(make: Make) -> None:
    report = report_of([make.row(sources=[make.source()])])
    assert "1 alpha" in text(report)
    assert "1 alpha" not in text(report, whole=False)


def test_an_audit_of_nothing_has_empty_totals() -> None:
    assert last_line(report_of([])["totals"]) == "passed: 0 to look at"
    assert matrix(report_of([])) == ""


def test_a_narrow_terminal_shows_the_place_of_a_problem_whole_and_leaves_its_message_above(
    make: Make,
) -> None:
    report = report_of([make.row(outcome="failed", problems=[make.problem()])])
    assert failing_table(report, 80).splitlines() == [
        "failing       problem           where",
        "------------  ----------------  -----------------------",
        "talks-lasted  evidence-opposed  assertions/talks.yaml:7",
    ]
    assert "declared as supports" in failing_table(report, 160)


def test_problems_are_counted_by_kind(make: Make) -> None:
    problems = [make.problem(), make.problem(line=9), make.problem(slug="quote-drifted")]
    report = report_of([make.row(outcome="failed", problems=problems)])
    assert problems_line(report["totals"]) == "problems: 2 evidence-opposed, 1 quote-drifted"
    assert problems_line(report_of([make.row()])["totals"]) == ""


def test_passages_to_look_at_are_listed_for_what_passes_only(make: Make) -> None:
    rows = [
        make.row(to_look_at=["alpha undecided"]),
        make.row(id="failed", outcome="failed", problems=[make.problem()], to_look_at=["beta undecided"]),
    ]
    assert looks(report_of(rows)) == "worth a look:\ntalks-lasted: alpha undecided"
    assert looks(report_of(rows), 20) == "worth a look:\ntalks-lasted: alpha\n  undecided"
    assert "alpha undecided" in text(report_of(rows))
    assert "alpha undecided" not in text(report_of(rows), whole=False)
    assert looks(report_of([make.row()])) == ""
