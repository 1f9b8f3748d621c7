"""Making: which mutants an assertion has, by what is expected of its claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.mutation.making import MAKERS
from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.vocabulary import Verdict

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

LASTED, HOUR = "The talks lasted 100 minutes.", "The talks lasted one hour."
RAIN = "Rain fell on the bridge."


def quote(source: str, words: str, stance: str) -> Entry:
    return {"source": source, "quote": words, "stance": stance}


def told(case: Case) -> list[tuple[str, str, str, str]]:
    """Return every mutant: where, by which operator, in which source, and what is said there."""
    return [(str(one.place), one.operator, one.source, one.after) for one in case.mutations]


def supported(make: Make) -> Case:
    quotes = [quote("a", "The talks lasted 100 minutes", "supports")]
    return make.case({"a": LASTED, "b": RAIN}, make.assertion(LASTED, "supported", quotes, silent=["b"]))


def contradicted(make: Make) -> Case:
    quotes = [quote("a", "100 minutes", "contradicts")]
    return make.case({"a": LASTED, "b": RAIN}, make.assertion(HOUR, "contradicted", quotes, silent=["b"]))


def disputed(make: Make) -> Case:
    quotes = [quote("a", "100 minutes", "supports"), quote("b", "one hour", "contradicts")]
    return make.case({"a": LASTED, "b": HOUR}, make.assertion(LASTED, "disputed", quotes))


def absent(make: Make) -> Case:
    return make.case({"a": RAIN}, make.assertion("Norway sold ships.", "absent"))


def test_a_supported_claim_is_made_false_on_either_side_and_contradicted_elsewhere(make: Make) -> None:
    assert told(supported(make)) == [
        ("claim", "number", "", "The talks lasted 200 minutes."),
        ("claim", "number", "", "The talks lasted 50 minutes."),
        ("claim", "unit", "", "The talks lasted 100 hours."),
        ("sentence", "number", "a", "The talks lasted 200 minutes."),
        ("sentence", "number", "a", "The talks lasted 50 minutes."),
        ("sentence", "unit", "a", "The talks lasted 100 hours."),
        ("copy", "number", "a", "The talks lasted 200 minutes."),
        ("planted", "stated", "b", "The talks lasted 100 minutes."),
        ("planted", "synonym", "b", "The negotiations lasted 100 minutes."),
        ("planted", "reported", "b", "It was also reported that the talks lasted 100 minutes."),
        ("planted", "same-unit", "b", "The talks lasted 1 hour 40 minutes."),
    ]


def test_a_contradicted_claim_is_made_true_on_either_side(make: Make) -> None:
    assert told(contradicted(make)) == [
        ("claim", "made-true", "", "The talks lasted 100 minutes."),
        ("sentence", "made-true", "a", "The talks lasted one hour."),
        ("planted", "stated", "b", "The talks lasted one hour."),
        ("planted", "synonym", "b", "The negotiations lasted one hour."),
        ("planted", "reported", "b", "It was also reported that the talks lasted one hour."),
    ]


def test_a_disputed_claim_is_changed_and_loses_each_side(make: Make) -> None:
    assert told(disputed(make)) == [
        ("claim", "number", "", "The talks lasted 200 minutes."),
        ("claim", "number", "", "The talks lasted 50 minutes."),
        ("claim", "unit", "", "The talks lasted 100 hours."),
        ("sentence", "number", "a", "The talks lasted 200 minutes."),
        ("sentence", "number", "a", "The talks lasted 50 minutes."),
        ("sentence", "unit", "a", "The talks lasted 100 hours."),
        ("sentence", "made-true", "b", "The talks lasted 100 minutes."),
        ("side", "side-removed", "a", ""),
        ("side", "side-removed", "b", ""),
    ]


def test_what_no_source_speaks_of_is_stated_and_denied_in_one(make: Make) -> None:
    assert told(absent(make)) == [
        ("planted", "stated", "a", "Norway sold ships."),
        ("planted", "synonym", "a", "Norway sold vessels."),
        ("planted", "reported", "a", "It was also reported that Norway sold ships."),
        ("planted", "negate", "a", "Norway did not sell ships."),
    ]


def test_every_expectation_has_its_mutants() -> None:
    assert set(MAKERS) == set(Verdict)


@pytest.mark.parametrize("case", [supported, contradicted, disputed, absent])
def test_each_mutant_is_made_once_and_always_in_the_same_order(
    make: Make, case: Callable[[Make], Case]
) -> None:
    one, other = case(make), case(make)
    keys = [mutation.key for mutation in one.mutations]
    assert len(keys) == len(set(keys)) > 0
    assert keys == [mutation.key for mutation in other.mutations]


def test_a_name_that_stands_twice_is_exchanged_in_each_place(make: Make) -> None:
    claim = "They met in Kyiv, and met again in Kyiv."
    quotes = [quote("a", claim, "supports")]
    case = make.case({"a": claim, "b": "They slept in Oslo."}, make.assertion(claim, "supported", quotes))
    places = [one.after for one in case.mutations if one.operator == "place" and one.place is Place.CLAIM]
    assert places == ["They met in Oslo, and met again in Kyiv.", "They met in Kyiv, and met again in Oslo."]


def test_a_sentence_that_stands_twice_in_a_source_and_is_quoted_twice_makes_its_mutants_once(
    make: Make,
) -> None:
    text = f"Berg spoke. {LASTED}\n\nRoss spoke. {LASTED}"
    quotes = [
        {**quote("a", LASTED, "supports"), "prefix": "Berg spoke."},
        {**quote("a", LASTED, "supports"), "prefix": "Ross spoke."},
    ]
    case = make.case({"a": text}, make.assertion(LASTED, "supported", quotes))
    assert case.made(Place.SENTENCE) == [
        "The talks lasted 200 minutes.",
        "The talks lasted 50 minutes.",
        "The talks lasted 100 hours.",
    ]


def test_an_operator_that_is_not_sure_makes_no_mutant(make: Make) -> None:
    claim = "Talks: a breakthrough."
    case = make.case({"a": claim}, make.assertion(claim, "supported", [quote("a", claim, "supports")]))
    assert case.mutations == ()
