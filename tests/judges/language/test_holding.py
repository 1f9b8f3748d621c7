"""Holdings: what one sentence holds, by word, by sound, by value."""

from __future__ import annotations

from datetime import date

from pytest_factcheck.judges.language.holding import holding, names_of
from pytest_factcheck.language.transliteration import sounded

PUBLISHED = date(2024, 3, 14)


def words(sentence: str) -> list[str]:
    """Return the words of a sentence as a holding reads them."""
    return [token.text for token in holding(sentence, PUBLISHED).reading.tokens]


def test_words_are_held_by_key_at_each_of_their_places() -> None:
    own = holding("The court fined a bank and a court clerk.", PUBLISHED)
    assert [words("The court fined a bank and a court clerk.")[at] for at in own.keys["court"]] == [
        "court",
        "court",
    ]
    assert "river" not in own.keys


def test_names_are_held_by_how_they_sound() -> None:
    own = holding("The mayor met Zelenskyy.", PUBLISHED)
    assert own.names[sounded("Zelensky")] == (3,)


def test_common_words_are_no_names() -> None:
    own = holding("The mayor met a judge.", PUBLISHED)
    assert sounded("judge") not in own.names


def test_amounts_and_days_are_held_by_value() -> None:
    own = holding("On 4 March 2024 some 12 people drowned.", PUBLISHED)
    assert [item.day.start for item in own.days if item.day] == [date(2024, 3, 4)]
    assert len(own.amounts) == 1


def test_a_weekday_is_read_from_the_day_of_publication() -> None:
    own = holding("The match was played on Friday.", PUBLISHED)
    assert len(own.days) == 1
    assert holding("The match was played on Friday.", None).days == ()


def test_a_headline_in_capitals_is_read_without_them() -> None:
    assert words("Court Blocks Merger Of Two Airlines In Vienna") == [
        "Court",
        "blocks",
        "merger",
        "of",
        "two",
        "airlines",
        "in",
        "Vienna",
    ]


def test_the_same_sentence_is_held_once() -> None:
    assert holding("The court sat.", PUBLISHED) is holding("The court sat.", PUBLISHED)


def test_the_names_of_a_text_are_all_its_words_with_a_capital() -> None:
    assert names_of("Berg met the mayor.\nLund left.") == {sounded(name) for name in ("Berg", "Lund")}
