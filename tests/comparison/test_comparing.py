"""The comparison: every change once, with its kind, and a cause only where nobody wrote anything else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck import assertions
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.comparison import AssertionChange, Kind, SourceState, State, compared
from pytest_factcheck.corpus import Source
from pytest_factcheck.location import Location
from pytest_factcheck.reports.rows import AssertionRow, ProblemRow

if TYPE_CHECKING:
    from comparison.conftest import Make

SETTINGS = {"judges": "slots", "strict": "false"}
GONE = "the text of alpha is not on this machine"


def declared(name: str, **keys: object) -> Assertion:
    """Return an assertion about the sources alpha and beta."""
    entry = {"id": name, "claim": f"The talks of {name} lasted.", "expect": "absent"} | keys
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/talks.yaml")
    assert file.problems == ()
    return file.assertions[0]


def source(name: str, digest: str, **keys: object) -> SourceState:
    return SourceState(replace(Source(name, f"seeds/{name}.txt", Location("seeds")), **keys), digest)  # type: ignore[arg-type]


def state(
    rows: list[AssertionRow], sources: list[SourceState] | None = None, **keys: Mapping[str, Assertion]
) -> State:
    """Return a state whose assertions are declared as `declared` does, but for those given."""
    found = {each.source.id: each for each in sources or [source("alpha", "a"), source("beta", "b")]}
    each = {row["id"]: declared(row["id"]) for row in rows} | dict(keys.get("assertions", {}))
    return State(SETTINGS, found, each, {row["id"]: row for row in rows})


def only(before: State, after: State) -> AssertionChange:
    """Return the one assertion that differs."""
    (change,) = compared(before, after).assertions
    return change


def test_a_state_does_not_differ_from_itself(make: Make) -> None:
    same = state([make.row(id="one"), make.row(id="two", line=9, outcome="failed")])
    found = compared(same, same)
    assert (found.assertions, found.sources, found.settings) == ((), (), ())
    assert found.failing == ("two",)


def test_what_is_in_one_state_only_is_added_or_removed(make: Make) -> None:
    one, two = state([make.row(id="one")]), state([make.row(id="two")])
    kinds = [(change.kind, change.id) for change in compared(one, two).assertions]
    assert kinds == [(Kind.REMOVED, "one"), (Kind.ADDED, "two")]


def test_a_new_assertion_that_fails_fails_now_and_a_removed_one_never_does(make: Make) -> None:
    none, failing = state([]), state([make.row(id="one", outcome="failed")])
    assert only(none, failing).fails_now
    assert not only(failing, none).fails_now


def test_an_edit_makes_a_change_and_other_news_stand_beside_it(make: Make) -> None:
    before = state([make.row(id="one", sources=[make.source()])])
    after = state(
        [make.row(id="one", outcome="failed", sources=[make.source(stance="supports")])],
        [source("alpha", "other"), source("beta", "b")],
        assertions={"one": declared("one", note="Look again.")},
    )
    change = only(before, after)
    assert (change.kind, change.fails_now) == (Kind.CHANGED, True)
    assert change.edits == ("note: none → “Look again.”",)
    assert change.causes == ("the text of alpha changed",)


def test_another_result_of_the_same_words_names_the_source_that_says_something_else(make: Make) -> None:
    silent = [make.source(), make.source(id="beta")]
    before = state([make.row(id="one", sources=silent)])
    speaking = [make.source(), make.source(id="beta", stance="contradicts")]
    after = state(
        [make.row(id="one", verdict="contradicted", sources=speaking)],
        [source("alpha", "other"), source("beta", "other")],
    )
    change = only(before, after)
    assert (change.kind, change.causes) == (Kind.AFFECTED, ("the text of beta changed",))
    assert change.effects == ("supported → contradicted", "beta: silent → contradicts")


def words_of(path: str) -> dict[str, object]:
    """Return an excerpt of a text, as a problem shows it."""
    return {"path": path, "line": 1, "column": 1, "end_line": 1, "end_column": 1, "words": ""}


def causes_of(make: Make, problem: ProblemRow, *ids: str, **keys: object) -> tuple[str, ...]:
    """Return the causes of a new problem where the texts of all sources changed, and all are silent."""
    read = [make.source(id=name, path=f"seeds/{name}.txt") for name in ids]
    old, new = ([source(name, digest) for name in ids] for digest in ("old", "new"))
    same = {"one": declared("one", **keys)}
    before = state([make.row(id="one", sources=read)], old, assertions=same)
    failing = make.row(id="one", outcome="failed", sources=read, problems=[problem])
    return only(before, state([failing], new, assertions=same)).causes


def test_a_source_whose_words_a_new_problem_shows_is_a_cause(make: Make) -> None:
    changed = make.problem(
        slug="source-changed",
        message="the text of alpha is not the one …",
        related=[words_of("seeds/alpha.txt")],
    )
    assert causes_of(make, changed, "alpha", "beta") == ("the text of alpha changed",)


def test_a_source_whose_id_is_part_of_another_id_or_a_common_word_is_no_cause(make: Make) -> None:
    changed = make.problem(
        slug="source-changed",
        message="the text of moscow-times is not the one …",
        advice="read it again",
        related=[words_of("seeds/moscow-times.txt")],
    )
    assert causes_of(make, changed, "moscow-times", "text", "times") == ("the text of moscow-times changed",)


def test_a_problem_of_evidence_blames_its_source_and_not_the_one_that_has_the_words_too(make: Make) -> None:
    given_now = {"source": "alpha", "quote": "The talks lasted."}
    place = declared("one", expect="supported", evidence=[given_now]).evidence[0].piece_locations[0]
    missing = make.problem(
        slug="quote-not-found",
        path=place.path,
        line=place.line,
        column=place.column,
        advice="beta has it, at seeds/beta.txt:1:1",
        related=[words_of("seeds/beta.txt")],
    )
    found = causes_of(make, missing, "alpha", "beta", expect="supported", evidence=[given_now])
    assert found == ("the text of alpha changed",)


def test_where_nothing_tells_which_every_source_that_changed_is_a_cause(make: Make) -> None:
    few = make.problem(slug="too-few-origins", message="1 independent origins, 2 wanted")
    assert causes_of(make, few, "alpha", "beta") == ("the text of alpha changed", "the text of beta changed")


def test_sources_that_came_went_or_are_described_otherwise_are_causes(make: Make) -> None:
    read = [make.source(), make.source(id="beta"), make.source(id="gamma")]
    before = state([make.row(id="one", sources=read[:2])])
    after = state(
        [make.row(id="one", rests_on="word", sources=[read[0], read[2]])],
        [source("alpha", "a", published=date(2025, 5, 16)), source("gamma", "c")],
    )
    found = compared(before, after)
    assert found.assertions[0].causes == (
        "the manifest describes alpha otherwise",
        "the source beta is gone",
        "gamma is a new source",
    )
    assert [(each.kind, each.id, each.words) for each in found.sources] == [
        (Kind.CHANGED, "alpha", ("published: none → 2025-05-16",)),
        (Kind.REMOVED, "beta", ()),
        (Kind.ADDED, "gamma", ()),
    ]


def test_other_settings_are_a_cause(make: Make) -> None:
    before = state([make.row(id="one")])
    after = replace(state([make.row(id="one", rests_on="word")]), settings={**SETTINGS, "strict": "true"})
    found = compared(before, after)
    assert found.settings == ("strict: false → true",)
    assert found.assertions[0].causes == ("the settings changed",)


def test_a_text_that_is_in_one_state_only_makes_no_change_of_a_verdict(make: Make) -> None:
    skipped = make.row(id="one", outcome="skipped", verdict="", why_not_run=GONE)
    before = state([skipped], [source("alpha", ""), source("beta", "b")])
    found = compared(before, state([make.row(id="one", sources=[make.source()])]))
    (change,) = found.assertions
    assert (change.kind, change.causes) == (Kind.NOT_COMPARED, (f"not run before: {GONE}",))
    assert [(each.kind, each.words) for each in found.sources] == [
        (Kind.NOT_COMPARED, ("text: not there → there",))
    ]


def test_what_could_not_be_run_before_and_fails_fails_now(make: Make) -> None:
    skipped = make.row(id="one", outcome="skipped", verdict="", why_not_run=GONE)
    assert only(state([skipped]), state([make.row(id="one", outcome="failed")])).fails_now


def test_an_assertion_under_another_id_is_one_and_the_same(make: Make) -> None:
    before = state([make.row(id="one")])
    words = {"two": declared("two", claim=declared("one").claim)}
    change = only(before, state([make.row(id="two")], assertions=words))
    assert (change.kind, change.id, change.edits, change.effects) == (Kind.RENAMED, "two", (), ())
    assert change.before is not None
    assert change.before["id"] == "one"


def test_of_two_with_the_same_words_each_is_renamed_once(make: Make) -> None:
    claim = declared("one").claim
    before = state([make.row(id="one")])
    fresh = {name: declared(name, claim=claim) for name in ("two", "three")}
    after = state([make.row(id="two"), make.row(id="three", line=9)], assertions=fresh)
    assert sorted(change.kind for change in compared(before, after).assertions) == [Kind.ADDED, Kind.RENAMED]


OUTCOMES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["passed", "failed", "known issue"]))


@settings(deadline=None)
@given(before=OUTCOMES, after=OUTCOMES)
def test_every_failure_is_told_once_as_new_or_as_old(
    make: Make, before: dict[str, str], after: dict[str, str]
) -> None:
    old, new = (
        state([make.row(id=name, outcome=outcome) for name, outcome in outcomes.items()])
        for outcomes in (before, after)
    )
    found = compared(old, new)
    failing = [change.id for change in found.failing_now]
    assert sorted([*failing, *found.failing]) == sorted(name for name in after if after[name] == "failed")
    assert all(before.get(name) != "failed" for name in failing)
    assert len({change.id for change in found.assertions}) == len(found.assertions)
