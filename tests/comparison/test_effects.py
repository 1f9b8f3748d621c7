"""Effects: results are told apart by outcome, verdict, basis, stances and problems, never by places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.comparison.effects import effects, one_sided

if TYPE_CHECKING:
    from comparison.conftest import Make

GONE = "the text of alpha is not on this machine"


def test_the_same_result_has_no_effect_wherever_it_stands(make: Make) -> None:
    problem = make.problem()
    moved = make.problem(line=70, message="declared as supports, but `slots` reads seeds/alpha.txt:9:1 as …")
    before = make.row(problems=[problem], notes=["at line 3"])
    assert effects(before, make.row(line=40, path="assertions/b.yaml", problems=[moved])) == ()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {"outcome": "failed"}, "passed → failed"),
        ({}, {"verdict": "disputed"}, "supported → disputed"),
        ({}, {"outcome": "failed", "verdict": "disputed"}, "passed, supported → failed, disputed"),
        ({}, {"outcome": "skipped", "verdict": ""}, "passed, supported → not run"),
        ({}, {"rests_on": "word"}, "rests on judges → a person's word"),
        ({}, {"to_look_at": ["one", "two"]}, "to look at: 0 → 2"),
    ],
)
def test_each_part_of_a_result_has_its_words(
    make: Make, before: dict[str, object], after: dict[str, object], told: str
) -> None:
    assert effects(make.row(**before), make.row(**after)) == (told,)


def test_a_source_that_was_not_there_was_silent(make: Make) -> None:
    speaking = make.row(sources=[make.source(), make.source(id="beta", stance="supports")])
    assert effects(make.row(), speaking) == ("beta: silent → supports",)
    assert effects(speaking, make.row()) == ("beta: supports → silent",)
    assert effects(make.row(), make.row(sources=[make.source()])) == ()


def test_new_problems_are_told_in_full_and_solved_ones_by_their_kind(make: Make) -> None:
    here = make.problem(slug="not-absent", line=4, message="alpha speaks", advice="")
    before = make.row(problems=[make.problem()])
    after = make.row(
        problems=[here, make.problem(slug="quote-not-found", message="nowhere", advice="copy it")]
    )
    assert effects(before, after) == (
        "not-absent: alpha speaks",
        "assertions/talks.yaml:7: quote-not-found: nowhere (copy it)",
        "solved: evidence-opposed",
    )


def test_of_several_problems_of_one_kind_the_new_one_is_told(make: Make) -> None:
    old, new = make.problem(message="the old one"), make.problem(message="the new one", advice="")
    told = effects(make.row(problems=[old]), make.row(problems=[old, new]))
    assert told == ("assertions/talks.yaml:7: evidence-opposed: the new one",)


def test_a_text_that_is_there_in_one_state_only_makes_results_one_sided(make: Make) -> None:
    skipped = make.row(outcome="skipped", verdict="", why_not_run=GONE)
    lacking = make.row(sources=[make.source(missing=True)])
    whole = make.row(sources=[make.source()])
    assert one_sided(skipped, whole) == (f"not run before: {GONE}",)
    assert one_sided(whole, skipped) == (f"not run now: {GONE}",)
    assert one_sided(lacking, whole) == ("not searched before: alpha",)
    assert one_sided(whole, lacking) == ("not searched now: alpha",)
    assert one_sided(lacking, lacking) == one_sided(skipped, skipped) == one_sided(whole, whole) == ()


def test_the_stance_of_a_text_that_was_not_read_is_no_effect(make: Make) -> None:
    lacking = make.row(sources=[make.source(stance="undecided", missing=True)])
    assert effects(lacking, make.row(sources=[make.source()])) == ()
