"""A comparison as text: each assertion once, what fails first, and every line within the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.comparison import AssertionChange, Comparison, Kind, SourceChange
from pytest_factcheck.comparison.telling import Report, as_text
from pytest_factcheck.reports.rows import AssertionRow
from pytest_factcheck.reports.tables import columns

if TYPE_CHECKING:
    from reports.conftest import Make

CHOSEN = "merge base with origin/main"


def report_of(comparison: Comparison, width: int = 80, *notes: str) -> Report:
    return Report(comparison, "3f2a1b9" + "0" * 33, "3f2a1b9", CHOSEN, notes, width)


def affected(before: AssertionRow, after: AssertionRow, effect: str, cause: str) -> AssertionChange:
    return AssertionChange(Kind.AFFECTED, after["id"], before, after, (), (effect,), (cause,))


def test_the_first_lines_say_what_is_compared_and_how_much_differs() -> None:
    assert as_text(report_of(Comparison())) == (
        "the working tree against 3f2a1b9 (merge base with origin/main)\nno difference\n"
    )
    strict = Comparison(settings=("strict: false → true",))
    assert as_text(report_of(strict, 80, "there was no project")).splitlines() == [
        "the working tree against 3f2a1b9 (merge base with origin/main)",
        "other settings",
        "there was no project",
        "",
        "setting strict: false → true",
    ]


def test_each_kind_has_its_part_and_what_fails_now_is_told_once(make: Make) -> None:
    problem = make.problem(slug="not-absent", line=4, message="alpha speaks", advice="")
    failing = make.row(id="two", line=9, outcome="failed", problems=[problem])
    two, three, five = (make.row(id=name) for name in ("two", "three", "five"))
    renamed = AssertionChange(Kind.RENAMED, "one", make.row(id="won"), make.row(id="one"))
    removed = AssertionChange(Kind.REMOVED, "four", make.row(id="four", claim="It rained."), None)
    comparison = Comparison(
        (
            renamed,
            affected(two, failing, "passed → failed", "alpha is a new source"),
            affected(three, three, "to look at: 0 → 1", "the text of beta changed"),
            removed,
            replace(affected(five, five, "not run → passed", "not run before: gone"), kind=Kind.NOT_COMPARED),
        ),
        (SourceChange(Kind.CHANGED, "alpha", "seeds/alpha.txt", ("text changed", "tags: with wire")),),
        failing=("six", "seven"),
    )
    assert (
        as_text(report_of(comparison))
        == """\
the working tree against 3f2a1b9 (merge base with origin/main)
2 affected, 1 renamed, 1 removed, 1 not compared, 1 now fails, 1 source changed

1 now fails
  two, assertions/talks.yaml:9: affected, fails: not-absent
    claim: The talks lasted 100 minutes.
    passed → failed
    because alpha is a new source

1 more affected: another result, although the YAML did not change
  three, assertions/talks.yaml:4: passes: supported, judged
    claim: The talks lasted 100 minutes.
    to look at: 0 → 1
    because the text of beta changed

1 renamed: another id, and nothing else
  one (was won), assertions/talks.yaml:4: passes: supported, judged
    claim: The talks lasted 100 minutes.

1 removed
  four: removed
    claim: It rained.

1 not compared: a text is there in one of the two states only
  five, assertions/talks.yaml:4: passes: supported, judged
    claim: The talks lasted 100 minutes.
    not run → passed
    because not run before: gone

source alpha, changed: text changed; tags: with wire

2 fail as before: six, seven
"""
    )


@settings(deadline=None)
@given(words=st.text(max_size=200), width=st.integers(40, 120))
def test_every_line_keeps_to_the_terminal_and_nothing_acts_on_it(make: Make, words: str, width: int) -> None:
    change = AssertionChange(Kind.ADDED, "one", None, make.row(id="one", claim=words))
    for line in as_text(report_of(Comparison((change,)), width)).split("\n"):
        assert columns(line) <= width
        assert line.isprintable() or not any(ord(character) < 32 for character in line)
