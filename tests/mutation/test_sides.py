"""Mutants of what stands beside a claim: another publisher contradicts it, or one side is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.mutation.mutation import Fate, Place
from pytest_factcheck.mutation.sides import copies, copy_of, removed
from pytest_factcheck.vocabulary import Stance

if TYPE_CHECKING:
    from mutation.conftest import Entry, Make

LASTED, HOUR = "The talks lasted 100 minutes.", "The talks lasted one hour."


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


# Copies


def test_another_publisher_has_the_text_with_one_change_that_contradicts_the_claim(make: Make) -> None:
    text = f"Rain fell. {LASTED}"
    case = make.case({"a": text}, make.assertion(LASTED, "supported", [quote("a", "100 minutes")]))
    (copy,) = copies(case.finding)
    assert (copy.place, copy.operator, copy.source) == (Place.COPY, "number", "a")
    assert (copy.before, copy.after) == (LASTED, "The talks lasted 200 minutes.")
    assert copy.copied == ("a", "Rain fell. The talks lasted 200 minutes.")
    assert copy.assertion is case.assertion
    assert dict(copy.texts) == {}
    assert case.tried(copy).fate is Fate.KILLED


def test_each_supporting_sentence_is_changed_in_one_copy(make: Make) -> None:
    texts = {"a": f"{LASTED} Talks that lasted 100 minutes failed.", "b": LASTED}
    quotes = [quote("a", "The talks lasted 100"), quote("a", "Talks that lasted"), quote("b", "lasted")]
    case = make.case(texts, make.assertion(LASTED, "supported", quotes))
    assert [(one.source, one.after) for one in copies(case.finding)] == [
        ("a", "The talks lasted 200 minutes."),
        ("a", "Talks that lasted 200 minutes failed."),
        ("b", "The talks lasted 200 minutes."),
    ]


@pytest.mark.parametrize(
    ("claim", "after"),
    [
        ("Anna Berg visited Geneva.", "Anna Berg did not visit Geneva."),  # not that somebody else did, too
        ("Norway borders Finland.", None),
        ("The truce began in 2022.", "The truce did not begin in 2022."),  # not another year
        ("The bill was approved.", "The bill was not approved."),
        ("The bill was not approved.", "The bill was approved."),
    ],
)
def test_only_a_change_that_excludes_the_claim_makes_a_copy(
    make: Make, claim: str, after: str | None
) -> None:
    case = make.case({"a": claim}, make.assertion(claim, "supported", [quote("a", claim)]))
    assert [one.after for one in copies(case.finding)] == ([after] if after else [])


@pytest.mark.parametrize(
    ("scope", "copied"), [([], True), (["a"], False), (["wire"], True), (["*"], True), (["b", "a"], False)]
)
def test_where_the_assertion_would_not_look_for_a_copy_there_is_none(
    make: Make, scope: list[str], *, copied: bool
) -> None:
    keys = {"sources": scope} if scope else {}
    case = make.case(
        {"a": LASTED, "b": "Rain fell."},
        make.assertion(LASTED, "supported", [quote("a", "100 minutes")], **keys),
        about={"a": {"tags": ["wire"]}},
    )
    assert len(list(copies(case.finding))) == copied


def test_a_copy_is_what_its_source_is_but_another_publisher_s(make: Make) -> None:
    about = {
        "publisher": "Kyiv Daily",
        "published": "2025-05-16",
        "tags": ["wire"],
        "origin": "x",
        "sha256": "0" * 64,
    }
    source = make.corpus({"a": LASTED}, {"a": about}).sources["a"]
    copy = copy_of(source)
    assert (copy.published, copy.tags, copy.language) == (source.published, source.tags, source.language)
    assert copy.id != source.id
    assert copy.publisher != source.publisher
    assert (copy.origin, copy.sha256) == ("", "")


# Sides


def test_a_dispute_loses_each_side_in_turn_its_evidence_and_the_sentences_of_it(make: Make) -> None:
    texts = {"a": f"Rain fell. {LASTED} Snow fell.", "b": f"{HOUR} So it was."}
    quotes = [quote("a", "100 minutes"), quote("b", "one hour", "contradicts")]
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes))
    first, second = removed(case.finding)
    assert (first.place, first.operator) == (Place.SIDE, "side-removed")
    assert (first.source, first.before, first.after) == ("a", LASTED, "")
    assert first.texts == {"a": "Rain fell.  Snow fell."}
    assert [item.stance for item in first.assertion.evidence] == [Stance.CONTRADICTS]
    assert (second.source, second.before) == ("b", HOUR)
    assert second.texts == {"b": " So it was."}
    assert [item.stance for item in second.assertion.evidence] == [Stance.SUPPORTS]


def test_a_side_is_taken_out_of_every_source_and_every_sentence_that_is_quoted_for_it(make: Make) -> None:
    texts = {"a": f"{LASTED} Rain fell. Talks that lasted 100 minutes failed.", "b": LASTED, "c": HOUR}
    quotes = [
        quote("a", "The talks lasted 100"),
        quote("a", "Talks that lasted 100 minutes"),
        quote("b", "100 minutes"),
        quote("c", "one hour", "contradicts"),
    ]
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes))
    first, _ = removed(case.finding)
    assert first.source == "a, b"
    assert first.before == f"{LASTED}\nTalks that lasted 100 minutes failed.\n{LASTED}"
    assert first.texts == {"a": " Rain fell. ", "b": ""}


def test_what_only_looks_like_evidence_stays_when_a_side_is_gone(make: Make) -> None:
    ruled = {**quote("b", "Snow fell", "silent"), "attested": make.ruling(LASTED, "Snow fell")}
    quotes = [quote("a", "100 minutes"), quote("b", "one hour", "contradicts"), ruled]
    case = make.case({"a": LASTED, "b": f"{HOUR} Snow fell."}, make.assertion(LASTED, "disputed", quotes))
    _, second = removed(case.finding)
    assert [item.stance for item in second.assertion.evidence] == [Stance.SUPPORTS, Stance.SILENT]


def test_a_sentence_over_two_lines_leaves_its_lines_so_that_boilerplate_keeps_its_number(make: Make) -> None:
    text = "The talks lasted at\nleast 100 minutes.\nSubscribe to our letter."
    quotes = [quote("a", "at least 100 minutes"), quote("b", "one hour", "contradicts")]
    case = make.case(
        {"a": text, "b": HOUR},
        make.assertion(LASTED, "disputed", quotes),
        about={"a": {"boilerplate": [{"lines": "3"}]}},
    )
    first, _ = removed(case.finding)
    assert first.texts == {"a": "\n\nSubscribe to our letter."}
