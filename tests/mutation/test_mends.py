"""Mends: what could be written so that a mutant is noticed; whatever is told was tried out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck import yamlfile
from pytest_factcheck.judges import named
from pytest_factcheck.mutation.confusion import names_of
from pytest_factcheck.mutation.mends import NONE, PLAIN, SIDES, STRICT, Mender
from pytest_factcheck.mutation.mutation import Fate, Place
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

DURING = "Rain fell while the talks lasted 100 minutes."
LASTED, RAIN = "The talks lasted 100 minutes.", "Rain fell on the bridge."
SLOT = "add a slot: "


def deaf(_question: Question, _passage: Passage) -> Opinion:
    """Hear nothing."""
    return Opinion("deaf", Stance.SILENT)


def content(_question: Question, passage: Passage) -> Opinion:
    """Support whatever is said of talks."""
    spoken = "talks" in passage.focus.of(passage.text)
    return Opinion("content", Stance.SUPPORTS if spoken else Stance.SILENT)


def willing(question: Question, passage: Passage) -> Opinion:
    """Confirm what is said word for word, and oppose nothing."""
    said = question.claim in passage.focus.of(passage.text)
    return Opinion("willing", Stance.SUPPORTS if said else Stance.SILENT)


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


def mender(case: Case) -> Mender:
    return Mender(case.examiner, case.finding, names_of(case.corpus), strict=case.strict)


def advice(case: Case, place: Place, after: str) -> str:
    """Return what is told of a mutant that nobody noticed."""
    trial = case.tried(case.one(place, after))
    assert trial.fate in (Fate.SURVIVED, Fate.BY_TEXT)
    return mender(case).mend(trial)


def with_slot(make: Make, case: Case, told: str) -> Case:
    """Return the case of an assertion into which a reader has put the slot that is told."""
    written = yamlfile.load(told.removeprefix(SLOT), "told.yaml").data
    slotted = make.assertion("The talks lasted.", "absent", slots=[written]).slots
    mended = replace(case.assertion, slots=(*case.assertion.slots, *slotted))
    return replace(case, assertion=mended)


# Strictness


def test_strictness_is_told_where_a_quote_loses_the_judge_that_confirmed_it(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)])
    case = make.case({"a": LASTED}, declared, judges=[willing])
    after = "The talks lasted 200 minutes."
    assert advice(case, Place.CLAIM, after) == STRICT
    strict = replace(case, strict=True)
    assert strict.finding.passed
    assert strict.tried(strict.one(Place.CLAIM, after)).fate is Fate.KILLED


def test_strictness_is_not_told_where_no_judge_confirmed_the_quote_before(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") != STRICT


def test_strictness_is_told_though_it_asks_for_a_signature_elsewhere(make: Make) -> None:
    quotes = [quote("a", LASTED), quote("b", "100 minutes")]
    texts = {"a": LASTED, "b": "It went on for 100 minutes, they say of the talks."}
    case = make.case(texts, make.assertion(LASTED, "supported", quotes), judges=[willing])
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == STRICT
    assert [one.slug for one in replace(case, strict=True).finding.problems] == ["evidence-unconfirmed"]


def test_a_strict_project_is_not_told_to_be_strict(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)])
    case = make.case({"a": LASTED}, declared, judges=[content], strict=True)
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == NONE


# A slot


def slotless(make: Make, **texts: str) -> Case:
    """Return an assertion that only a slot has the judge of slots hear."""
    declared = make.assertion(LASTED, "supported", [quote("a", "the talks lasted 100 minutes")])
    return make.case({"a": DURING, **texts}, declared, judges=SLOTS)


SLOTS = named(["slots"])


@pytest.mark.parametrize(
    ("place", "after"),
    [
        (Place.CLAIM, "The talks lasted 200 minutes."),
        (Place.SENTENCE, "Rain fell while the talks lasted 200 minutes."),
        (Place.COPY, "Rain fell while the talks lasted 200 minutes."),
    ],
)
def test_a_slot_is_told_with_which_the_assertion_passes_and_the_mutant_does_not(
    make: Make, place: Place, after: str
) -> None:
    case = slotless(make)
    told = advice(case, place, after)
    assert told == (f"{SLOT}{{about: [talks], relation: [lasted, last], quantity: 100 minutes}}")
    mended = with_slot(make, case, told)
    assert mended.finding.passed
    assert mended.tried(mended.one(place, after)).fate is Fate.KILLED


def test_a_slot_is_told_where_it_has_what_is_planted_noticed(make: Make) -> None:
    case = make.case({"a": RAIN}, make.assertion(LASTED, "absent"), judges=SLOTS)
    told = advice(case, Place.PLANTED, LASTED)
    assert told.startswith(SLOT)
    mended = with_slot(make, case, told)
    assert mended.tried(mended.one(Place.PLANTED, LASTED)).fate is Fate.KILLED


def test_a_slot_with_which_the_assertion_would_fail_is_not_told(make: Make) -> None:
    case = slotless(make, b="The talks lasted 90 minutes.")
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == PLAIN


def test_a_slot_has_the_names_that_the_quotes_use(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "meeting lasted 100 minutes")])
    case = make.case({"a": "Rain fell while the meeting lasted 100 minutes."}, declared, judges=SLOTS)
    told = advice(case, Place.CLAIM, "The talks lasted 200 minutes.")
    assert told == f"{SLOT}{{about: [talks, meeting], relation: [lasted, last], quantity: 100 minutes}}"


def test_what_a_slot_has_against_a_quote_that_is_ruled_on_kills_no_mutant(make: Make) -> None:
    claim, other = "The talks in Oslo lasted 100 minutes.", "talks in Oslo lasted 90 minutes"
    ruled = {**quote("b", other), "attested": make.ruling(claim, other)}
    declared = make.assertion(claim, "supported", [quote("a", claim), ruled], silent=["c"])
    case = make.case({"a": claim, "b": f"Aides say the {other}.", "c": RAIN}, declared, judges=SLOTS)
    assert advice(case, Place.PLANTED, claim).startswith(SLOT)
    assert advice(case, Place.PLANTED, "The talks in Oslo did not last 100 minutes.") == NONE


def test_a_slot_that_leaves_the_mutant_unnoticed_is_not_told(make: Make) -> None:
    case = replace(slotless(make), judges=(deaf,))
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == PLAIN


# What remains


def test_who_still_holds_a_side_is_to_be_quoted_too(make: Make) -> None:
    def by_number(_question: Question, passage: Passage) -> Opinion:
        words = passage.focus.of(passage.text)
        sides = {"100": Stance.SUPPORTS, "60": Stance.CONTRADICTS}
        return Opinion("by number", next((sides[key] for key in sides if key in words), Stance.SILENT))

    quotes = [quote("a", "100 minutes"), quote("b", "60 minutes", "contradicts")]
    texts = {"a": LASTED, "b": "The talks lasted 60 minutes.", "c": f"Aides say so: {LASTED}"}
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes), judges=[by_number])
    first, second = case.chosen(Place.SIDE)
    assert mender(case).mend(case.tried(first)) == SIDES
    assert case.tried(second).fate is Fate.KILLED
    more = make.assertion(LASTED, "disputed", [*quotes, quote("c", "100 minutes")])
    mended = make.case(texts, more, judges=[by_number])
    assert [mended.tried(one).fate for one in mended.chosen(Place.SIDE)] == [Fate.KILLED, Fate.KILLED]


def test_a_quote_that_leaves_the_changed_words_out_is_to_be_longer(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "The talks lasted")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    after = "The talks lasted 200 minutes."
    told = f"lengthen the quote, so that the text at least would tell: “{LASTED}”"
    assert advice(case, Place.SENTENCE, after) == told
    longer = make.case(
        {"a": LASTED}, make.assertion(LASTED, "supported", [quote("a", LASTED)]), judges=[deaf]
    )
    assert longer.tried(longer.one(Place.SENTENCE, after)).fate is Fate.BY_TEXT


def test_a_quote_that_has_the_changed_words_is_not_to_be_longer(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert advice(case, Place.SENTENCE, "The talks lasted 200 minutes.") == PLAIN


@pytest.mark.parametrize("signed", [True, False])
def test_where_a_person_stands_in_for_the_judges_plainer_words_are_wanted(
    make: Make, *, signed: bool
) -> None:
    ruling = {"attested": make.ruling(LASTED, "100 minutes")} if signed else {}
    declared = make.assertion(LASTED, "supported", [{**quote("a", "100 minutes"), **ruling}])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == PLAIN


def test_where_the_judges_say_yes_to_either_nothing_is_found_to_help(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[content])
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == NONE


def test_of_a_changed_source_it_counts_who_stands_behind_that_source(make: Make) -> None:
    quotes = [quote("a", "100 minutes"), quote("b", "100 minutes")]
    texts = {"a": LASTED, "b": "The meeting lasted 100 minutes."}
    case = make.case(texts, make.assertion(LASTED, "supported", quotes), judges=[content])
    told = {one.source: mender(case).mend(case.tried(one)) for one in case.chosen(Place.SENTENCE)}
    assert told == {"a": NONE, "b": PLAIN}
    assert advice(case, Place.CLAIM, "The talks lasted 200 minutes.") == PLAIN  # of any source


def test_a_silent_source_that_is_deaf_to_what_is_planted_is_the_judges_fault(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")], silent=["b"])
    case = make.case({"a": LASTED, "b": RAIN}, declared, judges=[deaf])
    assert advice(case, Place.PLANTED, LASTED) == NONE
