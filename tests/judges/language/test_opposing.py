"""Opposing: a word in the source that stands against one of the claim's."""

from __future__ import annotations

from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.language.opposing import Opposed, opposed
from pytest_factcheck.language.opposites import Opposition


def against(claim: str, words: str, sentence: str) -> Opposed | None:
    """Return what stands in a sentence against the facet of a claim that has these words."""
    (facet,) = (facet for facet in facets(claim, None) if facet.text == words)
    return opposed(facet, holding(sentence, None))


def test_a_verb_is_opposed_by_a_verb_that_excludes_it() -> None:
    found = against("Oil prices rose.", "rose", "Oil prices fell.")
    assert found is not None
    assert (found.at, found.opposition) == (2, Opposition.INCOMPATIBLE)


def test_an_adjective_is_opposed_by_an_adjective() -> None:
    found = against("The banker is guilty.", "guilty", "The banker is innocent.")
    assert found is not None
    assert found.opposition is Opposition.INCOMPATIBLE


def test_a_verb_that_may_follow_in_one_story_merely_contrasts() -> None:
    found = against("The match began on Friday.", "began", "The match ended on Friday.")
    assert found is None or found.opposition is Opposition.CONTRAST


def test_a_word_of_another_class_is_no_opposite() -> None:
    assert against("It was the first match.", "first", "The match lasted an hour.") is None


def test_what_something_is_may_be_opposed_by_a_participle() -> None:
    found = against("The meeting was open to the press.", "open", "The meeting was closed to the press.")
    assert found is not None
    assert found.at == 3
    assert against("The open meeting began.", "open", "The meeting was closed to the press.") is None


def test_a_name_opposes_nothing() -> None:
    assert against("Prices rose.", "rose", "The mayor Ann Fell spoke.") is None


def test_a_word_without_an_opposite_is_not_opposed() -> None:
    assert against("The storm passed the harbour.", "harbour", "Prices fell.") is None
