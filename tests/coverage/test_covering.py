"""Covering: which assertions speak of which checkable sentences."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.coverage.covering import coverage
from pytest_factcheck.coverage.rows import CoverageReport
from pytest_factcheck.reports.rows import AssertionRow

if TYPE_CHECKING:
    from coverage.conftest import Make

OPENED = "Mayor Ilse Brandt opened the bridge."
COST = "It cost 12 million euros."
RAIN = "Heavy rain fell on 3 May 2024."
ASKED = "Who paid?"
STORY = f"{OPENED} {COST} {ASKED}\n{RAIN}\n"
PIECES = (OPENED, COST, ASKED, RAIN, "12 million", f"{OPENED} {COST}", "on 3 May")


def covered(make: Make, *rows: AssertionRow, story: str = STORY) -> list[list[str]]:
    """Return for each sentence the assertions that cover it."""
    return [row["covered_by"] for row in report(make, *rows, story=story)["sources"][0]["rows"]]


def report(make: Make, *rows: AssertionRow, story: str = STORY) -> CoverageReport:
    return coverage(rows, {"a": make.text(story)})


def quoting(
    make: Make, *pieces: str, claim: str = "Anything.", story: str = STORY, **voice: object
) -> AssertionRow:
    return make.row(claim, make.voice(make.text(story), *pieces, **voice))


def test_a_confirmed_quote_covers_the_sentence_that_it_is_cut_out_of(make: Make) -> None:
    assert covered(make, quoting(make, "12 million")) == [[], ["Anything."], [], []]


@pytest.mark.parametrize(
    ("voice", "covers"),
    [
        ({"rests_on": "judged"}, True),
        ({"rests_on": "attested"}, True),
        ({"rests_on": "word"}, False),
        ({"rests_on": "nothing"}, False),
        ({"quoted": False}, False),
        ({"stance": "contradicts"}, True),
        ({"stance": "mixed"}, True),
        ({"stance": "silent"}, False),
        ({"stance": "undecided"}, False),
    ],
    ids=str,
)
def test_only_a_confirmed_quote_that_takes_a_side_covers(
    make: Make, voice: dict[str, object], covers: bool
) -> None:
    text = make.text(STORY)
    assert any(covered(make, make.row("Anything.", make.voice(text, COST, **voice)))) is covers


@pytest.mark.parametrize("outcome", ["failed", "skipped", "known issue"])
def test_an_assertion_that_does_not_pass_covers_nothing_and_is_named(make: Make, outcome: str) -> None:
    row = make.row("Wrong.", make.voice(make.text(STORY), COST), outcome=outcome)
    assert not any(covered(make, row))
    assert report(make, row)["not_passing"] == ["Wrong."]
    assert report(make, quoting(make, COST))["not_passing"] == []


def test_words_that_hold_no_signal_cover_nothing(make: Make) -> None:
    assert not any(covered(make, quoting(make, "the bridge")))


def test_a_sentence_that_is_not_checkable_is_never_covered(make: Make) -> None:
    assert covered(make, quoting(make, ASKED)) == [[], [], [], []]


def test_a_paragraph_covers_only_what_the_claim_speaks_of(make: Make) -> None:
    row = quoting(make, f"{OPENED} {COST}", claim="The bridge cost 12 million euros.")
    assert covered(make, row) == [[], [row["claim"]], [], []]


def test_so_do_pieces_that_a_judge_has_confirmed_together(make: Make) -> None:
    row = quoting(make, OPENED, COST, claim="The bridge cost 12 million euros.")
    assert covered(make, row) == [[], [row["claim"]], [], []]


def test_a_person_who_signs_for_pieces_signs_for_each(make: Make) -> None:
    row = quoting(make, OPENED, COST, claim="The bridge cost 12 million euros.", rests_on="attested")
    assert covered(make, row) == [[row["claim"]], [row["claim"]], [], []]


def test_and_not_for_every_sentence_of_a_paragraph(make: Make) -> None:
    row = quoting(make, f"{OPENED} {COST}", claim="The bridge cost 12 million euros.", rests_on="attested")
    assert covered(make, row) == [[], [row["claim"]], [], []]


def test_a_contradiction_speaks_of_the_value_that_it_denies(make: Make) -> None:
    claim = "The sum was 9 million euros."
    row = quoting(make, f"{OPENED} {COST}", claim=claim, stance="contradicts")
    assert covered(make, row) == [[], [claim], [], []]


def test_a_quote_of_one_sentence_needs_no_word_of_the_claim(make: Make) -> None:
    assert covered(make, quoting(make, COST, claim="The price was high.")) == [
        [],
        ["The price was high."],
        [],
        [],
    ]


def test_equal_sentences_are_covered_together(make: Make) -> None:
    story = f"{COST} {ASKED} It  cost\u00a012 million euros."
    assert covered(make, quoting(make, COST, story=story), story=story) == [["Anything."], [], ["Anything."]]


def test_and_only_where_both_are_checkable(make: Make) -> None:
    story = "You cannot stop here. “Well. You cannot stop here. Go!”"
    found = covered(make, quoting(make, "You cannot stop here.", story=story), story=story)
    assert found == [["Anything."], [], [], []]


def test_a_sentence_names_each_assertion_once_and_in_order(make: Make) -> None:
    rows = [
        quoting(make, COST, claim="B."),
        quoting(make, "12 million", claim="A."),
        quoting(make, COST, claim="B."),
    ]
    assert covered(make, *rows)[1] == ["A.", "B."]


def test_a_sentence_tells_its_place_its_signals_and_why_it_is_not_checkable(make: Make) -> None:
    _, cost, asked, rain = report(make)["sources"][0]["rows"]
    assert (cost["line"], cost["column"], cost["start"], cost["end"], cost["words"]) == (1, 38, 37, 62, COST)
    assert cost["signals"] == [
        {"kind": "verb", "start": 40, "end": 44, "words": "cost"},
        {"kind": "number", "start": 45, "end": 61, "words": "12 million euros"},
    ]
    assert (asked["checkable"], asked["why_not"], asked["signals"]) == (False, "question", [])
    assert (rain["checkable"], rain["why_not"], rain["line"]) == (True, "", 2)


def test_a_source_counts_its_sentences_and_says_what_is_missing(make: Make) -> None:
    (source,) = report(make, quoting(make, COST))["sources"]
    assert (source["sentences"], source["checkable"], source["covered"]) == (4, 3, 1)
    assert source["missing"] == "1:1, 2"
    assert source["why_not_counted"] == ""


def test_other_languages_and_texts_that_are_not_here_are_not_counted(make: Make) -> None:
    here, away = make.text(COST), make.text(RAIN).source
    german = replace(here, source=replace(here.source, language="de"))
    found = coverage([], {"a": here, "b": german}, missing=[away])
    assert [source["why_not_counted"] for source in found["sources"]] == [
        "",
        "which is in `de`",
        "whose text is not on this machine",
    ]
    assert found["totals"] == {"sources": 1, "sentences": 1, "checkable": 1, "covered": 0}


def test_what_is_quoted_of_a_source_that_is_not_asked_for_is_passed_over(make: Make) -> None:
    assert coverage([quoting(make, COST)], {})["sources"] == []


ROWS = st.lists(
    st.tuples(
        st.sampled_from(PIECES),
        st.sampled_from(["The bridge cost 12 million euros.", "It rained on 3 May 2024.", "Nobody came."]),
        st.sampled_from(["judged", "attested", "word"]),
        st.sampled_from(["passed", "failed"]),
    ),
    max_size=6,
)


def drawn(make: Make, chosen: list[tuple[str, str, str, str]]) -> list[AssertionRow]:
    text = make.text(STORY)
    return [
        make.row(claim, make.voice(text, piece, rests_on=basis), id=f"{at}", outcome=outcome)
        for at, (piece, claim, basis, outcome) in enumerate(chosen)
    ]


@settings(deadline=None, max_examples=50)
@given(chosen=ROWS)
def test_one_assertion_more_never_covers_less(make: Make, chosen: list[tuple[str, str, str, str]]) -> None:
    rows = drawn(make, chosen)
    for before, after in zip(covered(make, *rows[:-1]), covered(make, *rows), strict=True):
        assert set(before) <= set(after)


@settings(deadline=None, max_examples=50)
@given(chosen=ROWS, order=st.randoms(use_true_random=False))
def test_the_order_of_the_assertions_does_not_matter(
    make: Make, chosen: list[tuple[str, str, str, str]], order: Random
) -> None:
    rows = drawn(make, chosen)
    other = list(rows)
    order.shuffle(other)
    assert report(make, *other) == report(make, *rows)


@settings(deadline=None, max_examples=50)
@given(chosen=ROWS)
def test_what_is_counted_adds_up(make: Make, chosen: list[tuple[str, str, str, str]]) -> None:
    found = report(make, *drawn(make, chosen))
    (source,) = found["sources"]
    rows = source["rows"]
    assert source["covered"] == sum(bool(row["covered_by"]) for row in rows) <= source["checkable"]
    assert source["checkable"] == sum(row["checkable"] for row in rows) <= source["sentences"] == len(rows)
    assert {name: found["totals"][name] for name in ("sentences", "checkable", "covered")} == {
        name: source[name] for name in ("sentences", "checkable", "covered")
    }
