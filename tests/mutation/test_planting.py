"""Mutants of silence: a source says what it is to be silent on, plainly, in other words, or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.mutation.planting import planted

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

SOLD = "Norway sold 1,000 ships to Peru."
RAIN, SNOW = "Rain fell on the bridge.", "Snow closed two roads."


def absent(make: Make, texts: dict[str, str | None], claim: str = SOLD, **keys: object) -> Case:
    """Return an assertion that no source speaks of a claim."""
    return make.case(texts, make.assertion(claim, "absent", **keys))  # type: ignore[arg-type]


def sentences(case: Case) -> list[tuple[str, str]]:
    """Return what is planted, with the source that it is planted in."""
    return [(one.source, one.after) for one in planted(case.finding)]


# What is planted


def test_the_claim_is_planted_and_what_says_the_same_in_each_other_way_and_what_denies_it(make: Make) -> None:
    case = absent(make, {"a": RAIN})
    assert [(one.operator, one.after) for one in planted(case.finding)] == [
        ("stated", "Norway sold 1,000 ships to Peru."),
        ("synonym", "Norway sold 1,000 vessels to Peru."),
        ("reported", "It was also reported that Norway sold 1,000 ships to Peru."),
        ("same-number", "Norway sold 1000 ships to Peru."),
        ("negate", "Norway did not sell 1,000 ships to Peru."),
    ]


@pytest.mark.parametrize(
    ("claim", "operator", "sentence"),
    [
        ("Norway accused Peru of spying.", "passive", "Peru was accused by Norway of spying."),
        ("The talks lasted 100 minutes.", "synonym", "The negotiations lasted 100 minutes."),
        ("The talks began in Oslo on Friday.", "fronted", "On Friday, the talks began in Oslo."),
        ("The talks lasted 100 minutes.", "same-unit", "The talks lasted 1 hour 40 minutes."),
        ("The truce began on May 16, 2025.", "same-date", "The truce began on 16 May 2025."),
        ("The bill was not approved.", "affirm", "The bill was approved."),
        ("The bill was approved.", "opposite", "The bill was rejected."),
    ],
)
def test_each_way_to_say_the_same_or_its_contrary_is_planted_once(
    make: Make, claim: str, operator: str, sentence: str
) -> None:
    case = absent(make, {"a": RAIN}, claim)
    assert case.made(Place.PLANTED, operator) == [sentence]


def test_where_only_a_source_s_own_words_count_nobody_is_said_to_report_it(make: Make) -> None:
    case = absent(make, {"a": RAIN}, attribution="asserted")
    assert case.made(Place.PLANTED, "reported") == []
    assert case.made(Place.PLANTED, "stated") == [SOLD]


def test_a_planted_sentence_changes_neither_the_assertion_nor_another_source(make: Make) -> None:
    case = absent(make, {"a": RAIN, "b": SNOW})
    for one in planted(case.finding):
        assert one.assertion is case.assertion
        assert (one.place, one.before, one.copied) == (Place.PLANTED, "", None)
        assert list(one.texts) == [one.source]


# Where


def test_silent_sources_take_turns(make: Make) -> None:
    case = absent(make, {"a": RAIN, "b": SNOW})
    assert [source for source, _ in sentences(case)] == ["a", "b", "a", "b", "a"]


def test_of_an_assertion_that_sources_speak_of_those_are_taken_that_are_to_be_silent(make: Make) -> None:
    quotes: list[Entry] = [{"source": "a", "quote": "1,000 ships"}]
    texts: dict[str, str | None] = {"a": SOLD, "b": RAIN, "c": SNOW}
    case = make.case(texts, make.assertion(SOLD, "supported", quotes, silent=["c"]))
    assert {source for source, _ in sentences(case)} == {"c"}
    case = make.case(texts, make.assertion(SOLD, "supported", quotes))
    assert sentences(case) == []


def test_nothing_is_planted_outside_the_scope(make: Make) -> None:
    case = absent(make, {"a": RAIN, "b": SNOW}, sources=["b"])
    assert {source for source, _ in sentences(case)} == {"b"}


def test_a_missing_text_and_one_that_no_judge_reads_are_passed_over(make: Make) -> None:
    declared = make.assertion(SOLD, "supported", [{"source": "a", "quote": "1,000"}], silent=["b", "c", "d"])
    texts = {"a": SOLD, "b": None, "c": "Regen fiel auf die Brücke.", "d": SNOW}
    finding = make.case(texts, declared, about={"c": {"language": "de"}}).finding
    assert finding.skipped
    assert list(planted(finding)) == []
    finding = make.case({**texts, "b": RAIN}, declared, about={"c": {"language": "de"}}).finding
    assert {one.source for one in planted(finding)} == {"b", "d"}


def test_a_text_that_is_all_boilerplate_is_passed_over(make: Make) -> None:
    declared = make.assertion(SOLD, "absent", sources=["a", "b"])
    case = make.case({"a": RAIN, "b": SNOW}, declared, about={"a": {"boilerplate": [{"lines": "1"}]}})
    assert {source for source, _ in sentences(case)} == {"b"}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Rain fell.\n", "Rain fell. {}\n"),
        ("Rain fell.\nSubscribe now.\n", "Rain fell. {}\nSubscribe now.\n"),
        ("“Rain fell.”\n\nA photo of the bridge\n", "“Rain fell.” {}\n\nA photo of the bridge\n"),
        ("A photo of the bridge", "A photo of the bridge {}"),
    ],
)
def test_a_sentence_is_planted_behind_the_last_that_is_judged_and_ends_like_one(
    make: Make, text: str, after: str
) -> None:
    case = make.case(
        {"a": text},
        make.assertion(SOLD, "absent"),
        about={"a": {"boilerplate": [{"lines": "2"}]}} if "Subscribe" in text else None,
    )
    assert next(planted(case.finding)).texts == {"a": after.format(SOLD)}


def test_a_claim_on_several_lines_is_planted_on_one_so_that_boilerplate_keeps_its_number(make: Make) -> None:
    claim = "Norway sold 1,000 ships\nto Peru.\n"
    case = make.case(
        {"a": "Rain fell.\nSubscribe now."},
        make.assertion(claim, "absent"),
        about={"a": {"boilerplate": [{"lines": "2"}]}},
    )
    for one in planted(case.finding):
        assert one.texts["a"].count("\n") == 1
        assert one.texts["a"].endswith("\nSubscribe now.")
