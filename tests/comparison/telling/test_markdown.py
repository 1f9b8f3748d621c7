"""A comparison as Markdown: a short first line, what fails in sight, the rest folded, and never too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pytest_factcheck.comparison import AssertionChange, Comparison, Kind, SourceChange
from pytest_factcheck.comparison.telling import Report, as_markdown
from pytest_factcheck.comparison.telling.markdown import LIMIT, MARKER, length

if TYPE_CHECKING:
    from reports.conftest import Make

COMMIT = "3f2a1b9" + "0" * 33


def report_of(*changes: AssertionChange, sources: tuple[SourceChange, ...] = ()) -> Report:
    return Report(Comparison(changes, sources), COMMIT, COMMIT[:7], "merge base with origin/main")


def changed(make: Make, name: str, *edits: str, **row: object) -> AssertionChange:
    """Return an assertion that was edited."""
    return AssertionChange(Kind.CHANGED, name, make.row(id=name), make.row(id=name, **row), edits)


def added(make: Make, name: str, claim: str = "It rained.", **row: object) -> AssertionChange:
    return AssertionChange(Kind.ADDED, name, None, make.row(id=name, claim=claim, **row))


def test_the_first_line_is_the_whole_in_short_and_the_last_a_mark_for_programs(make: Make) -> None:
    lines = as_markdown(report_of(added(make, "one"), changed(make, "two", outcome="failed"))).splitlines()
    assert lines[0] == "**Audit: 1 new, 1 changed, 1 now fails** (against `3f2a1b9`)"
    assert lines[-1] == MARKER == "<!-- factcheck -->"


def test_no_difference_is_said_in_one_line() -> None:
    assert as_markdown(report_of()) == (
        "**Audit: no difference** (against `3f2a1b9`)\n\n<!-- factcheck -->\n"
    )


def test_what_fails_now_stands_in_sight_and_everything_else_is_folded(make: Make) -> None:
    problem = make.problem(slug="not-absent", line=4, message="alpha speaks", advice="")
    failing = added(make, "one", outcome="failed", problems=[problem])
    assert (
        as_markdown(report_of(failing, changed(make, "two", "tags: with rain", claim="It rained.")))
        == """\
**Audit: 1 new, 1 changed, 1 now fails** (against `3f2a1b9`)

**1 now fails**

| assertion | result | what |
| --- | --- | --- |
| one<br>assertions/talks.yaml:4 | new, fails: not-absent | claim: It rained.<br>not-absent: alpha speaks |

<details><summary>1 changed: the YAML changed</summary>

| assertion | result | what |
| --- | --- | --- |
| two<br>assertions/talks.yaml:4 | passes: supported, judged | claim: It rained.<br>tags: with rain |

</details>

<!-- factcheck -->
"""
    )


def test_assertions_of_which_the_same_is_to_be_said_share_a_row(make: Make) -> None:
    names = [f"case-{number:02}" for number in range(30)]
    shown = as_markdown(report_of(*(changed(make, name, "tags: with rain") for name in names)))
    rows = [line for line in shown.splitlines() if line.startswith("| case")]
    assert rows == [
        f"| {'<br>'.join(names[:20])}<br>… and 10 more | passes: supported, judged | tags: with rain |"
    ]


def test_no_word_becomes_markup_a_mention_or_a_link_to_another_thread(make: Make) -> None:
    claim = "<b>@ana</b> | `x` [here](javascript:y) closes #12, GH-12 <!-- factcheck -->\n\n# head"
    shown = as_markdown(report_of(added(make, "one", claim)))
    (row,) = [line for line in shown.splitlines() if line.startswith("| one")]
    assert row.endswith(
        r"| claim: \<b\>@&#8203;ana\</b\> \| \`x\` \[here\](javascript:y) closes "
        r"\#&#8203;12, GH-&#8203;12 \<\!-- factcheck --\> \#&#8203; head |"
    )


def test_an_address_becomes_no_link(make: Make) -> None:
    claim = "See https://github.com/x/y/issues/1 and www.example.org and ana@example.org."
    shown = as_markdown(report_of(added(make, "one", claim)))
    assert (
        "See https:&#8203;//github.com/x/y/issues/1 and www&#8203;.example.org and ana@&#8203;example"
        in shown
    )


def test_sources_stand_in_a_fold_of_their_own() -> None:
    sources = (SourceChange(Kind.ADDED, "wire", "seeds/wire.txt"),)
    assert "<details><summary>Sources</summary>" in as_markdown(report_of(sources=sources))
    assert "| wire | new | seeds/wire.txt |" in as_markdown(report_of(sources=sources))


def test_what_is_too_long_loses_whole_rows_from_its_end_and_says_how_many(make: Make) -> None:
    total = 900
    shown = as_markdown(report_of(*(added(make, f"case-{n}", f"{n} {'rain ' * 50}") for n in range(total))))
    rows = [line for line in shown.splitlines() if line.startswith("| case")]
    assert rows[0].startswith("| case-0<br>")
    assert all(row.endswith(" |") for row in rows)
    assert f"\n</details>\n\n… and {total - len(rows)} more: run `factcheck diff`\n\n{MARKER}\n" in shown
    assert LIMIT - 1000 < length(shown) < LIMIT


def test_a_character_outside_the_basic_plane_counts_twice() -> None:
    assert length("a😀") == 3


WORDS = st.text(st.characters(codec="utf-8") | st.sampled_from("|@#<\n😀"), min_size=1, max_size=60)


@settings(max_examples=30, deadline=None)
@given(words=st.lists(WORDS, max_size=20), times=st.integers(1, 30), fails=st.booleans())
@example(words=["@😀|" * 20] * 20, times=30, fails=False)
def test_it_is_never_too_long_and_its_tables_and_folds_are_whole(
    make: Make, words: list[str], times: int, fails: bool
) -> None:
    outcome = "failed" if fails else "passed"
    changes = [
        changed(make, f"case-{number}", f"{number}", *(each * 30 for each in words), outcome=outcome)
        for number in range(times)
    ]
    shown = as_markdown(report_of(*changes))
    assert length(shown) < LIMIT
    assert shown.count("<details>") == shown.count("</details>")
    assert shown.endswith(f"\n\n{MARKER}\n")
    rows = [line for line in shown.split("\n") if line.startswith("| case")]
    more = shown.rpartition("\n… and ")[2].partition(" more: run `factcheck diff`")[0]
    left_out = int(more) if shown.count("more: run `factcheck diff`") else 0
    assert len(rows) + left_out == len(changes)
