"""Confusion: a name of the claim is exchanged for one that the corpus has, where that one is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.mutation.confusion import confused, names_of
from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.perturbations import mutants
from pytest_factcheck.strategies import Statement, sentences

if TYPE_CHECKING:
    from mutation.conftest import Make

TEXTS = {
    "a": "President Anna Berg met Prime Minister Ross in Oslo. The French envoy left France. "
    "The Health Ministry and NATO spoke. The Appeals Court ruled on the IMF.",
    "b": "President Paul Ross met President Berg in Lima. The United States and the Netherlands agreed. "
    "A Norwegian envoy spoke in Warsaw. An Irish aide left Peru. The Defense Ministry of Ghana closed.",
}
NAMES = {
    ("country", "adjective"): ("French", "Irish", "Norwegian"),
    ("country", "name"): ("France", "Ghana", "Peru"),
    ("organisation", ""): ("NATO",),
    ("organisation", "court"): ("Appeals",),
    ("organisation", "ministry"): ("Defense", "Health"),
    ("organisation", "the"): ("IMF",),
    ("person", "full"): ("Anna Berg", "Paul Ross"),
    ("person", "short"): ("Berg", "Ross"),
    ("place", "short"): ("Lima", "Oslo", "Warsaw"),
}


def names(
    make: Make, texts: dict[str, str | None], **about: dict[str, object]
) -> dict[tuple[str, str], object]:
    return dict(names_of(make.corpus(texts, about)))


# The names of a corpus


def test_the_names_of_a_corpus_are_those_that_the_operators_find_by_kind_and_form(make: Make) -> None:
    assert names(make, {**TEXTS}) == NAMES


def test_a_name_is_there_once_in_the_order_of_the_alphabet(make: Make) -> None:
    found = names(make, {"a": "They met in Oslo.", "b": "They met in Oslo. They met in Lima."})
    assert found == {("place", "short"): ("Lima", "Oslo")}


def test_a_text_that_is_missing_or_in_another_language_gives_no_name(make: Make) -> None:
    texts = {"a": "They met in Oslo.", "b": None, "c": "Sie trafen sich in Lima. They met in Rome."}
    assert names(make, texts, c={"language": "de"}) == {("place", "short"): ("Oslo",)}


def test_boilerplate_gives_no_name(make: Make) -> None:
    text = "They met in Oslo.\nOur office is in Lima."
    assert names(make, {"a": text}, a={"boilerplate": [{"lines": "2"}]}) == {("place", "short"): ("Oslo",)}


# One put in the place of another


def exchanged(claim: str, operator: str, *quoted: str) -> str:
    """Return a claim with its first change by an operator, the name one of the corpus where that can be."""
    return confused(mutants(claim, [operator])[0], claim, NAMES, quoted).text


@pytest.mark.parametrize(
    ("operator", "claim", "after"),
    [
        ("person", "President Clara Novak visited Kyiv.", ("Anna Berg", "Paul Ross")),
        ("person", "Prime Minister Novak left.", ("Berg", "Ross")),
        ("place", "They met in Kyiv.", ("Lima", "Oslo", "Warsaw")),
        ("country", "Chile sold the ship.", ("France", "Ghana", "Peru")),
        ("country", "The Chilean envoy spoke.", ("French", "Irish", "Norwegian")),
        ("organisation", "The Transport Ministry closed.", ("Defense", "Health")),
        ("organisation", "The Constitutional Court closed.", ("Appeals",)),
        ("organisation", "OPEC agreed.", ("NATO",)),
        ("organisation", "The OECD agreed.", ("IMF",)),
    ],
)
def test_a_name_takes_the_place_of_one_of_its_kind_and_form(
    operator: str, claim: str, after: tuple[str, ...]
) -> None:
    (plain,) = mutants(claim, [operator])[:1]
    found = confused(plain, claim, NAMES, ())
    assert found.after in after
    assert found.text == claim[: plain.span.start] + found.after + claim[plain.span.end :]
    assert (found.operator, found.span, found.before) == (plain.operator, plain.span, plain.before)


def test_a_name_that_the_claim_or_a_quoted_sentence_has_may_be_right_as_well() -> None:
    claim = "President Clara Novak left Kyiv."
    assert exchanged(claim, "person", "Paul Ross was there, too.") == "President Anna Berg left Kyiv."
    assert (
        exchanged(claim, "person", "Ross was there with Anna Lee.") == "President Anna Lindqvist left Kyiv."
    )
    assert exchanged("Chile sold Ghana a ship.", "country", "Peru agreed.") == "France sold Ghana a ship."
    assert exchanged("Chile left.", "country", "French aid", "Peru and Ghana") == "Norway left."


def test_a_name_that_may_be_the_same_person_is_nobody_else_s() -> None:
    assert exchanged("President Ann Berg left Kyiv.", "person") == "President Paul Ross left Kyiv."
    claim = "President Zelensky left Kyiv."
    (plain,) = mutants(claim, ["person"])
    spelt = {("person", "short"): ("Zelenskiy", "Zelenskyy")}
    assert confused(plain, claim, spelt, ()) == plain


def test_a_place_is_another_one_only_where_both_are_known() -> None:
    assert exchanged("They met in Ashfield on Friday.", "place") == "They met in Lisbon on Friday."


def test_behind_an_article_that_may_not_suit_another_name_the_operator_s_own_stays() -> None:
    assert (
        exchanged("An Indian envoy spoke.", "country")
        == mutants("An Indian envoy spoke.", ["country"])[0].text
    )
    assert exchanged("A Chilean envoy spoke.", "country") == "A Norwegian envoy spoke."


def test_where_the_corpus_has_no_other_name_the_operator_s_own_stays() -> None:
    claim = "The Health Committee met."
    assert exchanged(claim, "organisation") == "The Transport Committee met."


def test_a_change_of_no_name_stays_as_it_is() -> None:
    (first, *_) = mutants("The talks in Oslo lasted 100 minutes.")
    assert first.operator == "number"
    assert confused(first, "The talks in Oslo lasted 100 minutes.", NAMES, ()) is first


def test_the_choice_does_not_hang_on_the_order_of_the_names() -> None:
    claim = "They met in Kyiv."
    (plain,) = mutants(claim, ["place"])
    turned = {kind: found[::-1] for kind, found in NAMES.items()}
    assert confused(plain, claim, turned, ()) == confused(plain, claim, NAMES, ())


def test_claims_are_not_all_confused_with_one_name() -> None:
    found = {exchanged(f"{number} aides met in Kyiv.", "place").split()[-1] for number in range(3, 40)}
    assert found == {"Lima.", "Oslo.", "Warsaw."}


@given(sentences(), st.lists(sentences().map(lambda one: one.text), max_size=3))
def test_a_name_that_is_put_in_stands_neither_in_the_claim_nor_in_a_quoted_sentence(
    claim: Statement, quoted: list[str]
) -> None:
    for plain in mutants(claim.text, ["country", "person", "place", "organisation"]):
        found = confused(plain, claim.text, NAMES, quoted)
        if found != plain:
            assert all(found.after not in words for words in (claim.text, *quoted))


# In an assertion


def test_a_claim_is_confused_with_what_the_corpus_names_elsewhere(make: Make) -> None:
    claim = "President Clara Novak visited Kyiv."
    quotes = [{"source": "c", "quote": claim}]
    case = make.case({**TEXTS, "c": claim}, make.assertion(claim, "supported", quotes))
    person, place = case.chosen(Place.CLAIM, "person", "place")
    assert person.after in ("President Anna Berg visited Kyiv.", "President Paul Ross visited Kyiv.")
    assert place.after.split()[-1] in ("Lima.", "Oslo.", "Warsaw.")
    assert place.assertion.claim == place.after
