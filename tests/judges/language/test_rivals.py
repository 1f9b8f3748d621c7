"""Rivals: another amount, day or place in the same place of the same frame."""

from __future__ import annotations

from datetime import date

import pytest

from pytest_factcheck.judges.alignment import items
from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.language.rivals import Rival, rival, same_frame
from pytest_factcheck.judges.reading import read

PUBLISHED = date(2024, 3, 14)


def against(claim: str, words: str, sentence: str) -> Rival | None:
    """Return the rival in a sentence of the facet of a claim that has these words."""
    (facet,) = (facet for facet in facets(claim, PUBLISHED) if facet.text == words)
    return rival(facet, read(claim), holding(sentence, PUBLISHED))


def words_of(found: Rival | None, sentence: str) -> str:
    """Return the words of a rival, or none."""
    if found is None:
        return ""
    tokens = read(sentence).tokens
    return sentence[tokens[found.start].start : tokens[found.end - 1].end]


@pytest.mark.parametrize(
    ("claim", "words", "sentence", "other"),
    [
        ("Turnout reached 61 percent.", "61 percent", "Turnout reached 54 percent.", "54 percent"),
        ("The club sold 5,000 tickets.", "5,000", "The club sold 7,000 tickets.", "7,000"),
        ("The treaty was signed in Vienna.", "Vienna", "The treaty was signed in Geneva.", "Geneva"),
        ("The plant opened in 2019.", "2019", "The plant opened in 2017.", "2017"),
        ("The plant opened on 4 May 2019.", "4 May 2019", "The plant opened on 9 May 2019.", "9 May 2019"),
        ("The match was played on Friday.", "Friday", "The match was played on Saturday.", "Saturday"),
    ],
)
def test_what_the_same_word_governs_is_a_rival(claim: str, words: str, sentence: str, other: str) -> None:
    assert words_of(against(claim, words, sentence), sentence) == other


@pytest.mark.parametrize(
    ("claim", "words", "sentence"),
    [
        ("The club sold 5,000 tickets.", "5,000", "The club sold 7,000 scarves."),
        ("The site cost 40 million euros.", "40 million euros", "The site cost 55 million dollars."),
        ("About 2,000 people marched.", "About 2,000", "Some 2,000 people marched."),
        ("The treaty was signed in June 2021.", "June 2021", "The treaty was signed on 3 June 2021."),
        ("The plant opened in 2019.", "2019", "The plant opened beside the 2017 building."),
        ("The plant opened in 2019.", "2019", "A shop closed in 2017."),
        ("The treaty was signed in Vienna.", "Vienna", "The Geneva talks ended and the treaty was signed."),
        ("The march took place in Lyon.", "Lyon", "The march took place in the rain."),
        ("The mayor Berg signed the treaty.", "Berg", "The mayor Lund signed the treaty."),
    ],
)
def test_what_is_no_rival(claim: str, words: str, sentence: str) -> None:
    assert against(claim, words, sentence) is None


def test_two_possible_rivals_are_none() -> None:
    assert (
        against("The club sold 5,000 tickets.", "5,000", "It sold 7,000 tickets and sold 900 tickets.")
        is None
    )


def test_two_cities_exclude_each_other_and_a_city_and_its_country_do_not() -> None:
    claim = "The treaty was signed in Vienna."
    cities = against(claim, "Vienna", "The treaty was signed in Geneva.")
    country = against(claim, "Vienna", "The treaty was signed in Austria.")
    assert cities is not None
    assert cities.excludes
    assert country is not None
    assert not country.excludes


def test_the_same_words_on_both_sides_are_told() -> None:
    claim = "The club sold 5,000 tickets."
    both = against(claim, "5,000", "The club sold 7,000 tickets.")
    one = against(claim, "5,000", "The club sold 7,000.")
    assert both is not None
    assert both.twice
    assert one is None or not one.twice


def test_a_frame_is_the_same_word_before_or_behind() -> None:
    ours, theirs, other = "It sold 5 ships.", "They sold 7 boats in May.", "They sank 7 boats."
    (one,), (two,), (three,) = (
        [item for item in items(text, None) if item.quantity] for text in (ours, theirs, other)
    )
    assert same_frame(read(ours), one, read(theirs), two)
    assert not same_frame(read(ours), one, read(other), three)
