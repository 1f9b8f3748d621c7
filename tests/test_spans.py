"""A quote is found where it stands, never where only something like it stands."""

from __future__ import annotations

import pytest

from pytest_factcheck.spans import Anchor, Change, IndexedText, Outcome, Quote, Rung, locate
from pytest_factcheck.vocabulary import Span

TEXT = (
    "The talks in Istanbul lasted 100 minutes. Umerov led the delegation of Ukraine.\n"
    "They agreed to exchange a thousand prisoners of war from each side. Rain fell in Kyiv.\n"
    "“We’ll meet again,” Medinsky said after the first talks between both sides since 2022.\n"
)


def find(exact: str, text: str = TEXT, *, prefix: str = "", suffix: str = "") -> Anchor:
    return locate(Quote(exact, prefix, suffix), IndexedText(text))


def words_of(anchor: Anchor, text: str = TEXT) -> str | None:
    return anchor.span.of(text) if anchor.span else None


# The rungs.


def test_words_that_stand_as_they_are_quoted_are_found_exactly() -> None:
    anchor = find("agreed to exchange a thousand prisoners")

    assert anchor == Anchor(Outcome.FOUND, Span(85, 124), Rung.EXACT, similarity=1.0)


def test_a_pinned_quote_that_still_stands_there_is_found_by_its_position() -> None:
    anchor = locate(Quote("Rain fell", position=Span(148, 157)), IndexedText(TEXT))

    assert (anchor.outcome, anchor.rung, anchor.moved) == (Outcome.FOUND, Rung.POSITION, False)


def test_a_pinned_quote_that_moved_is_found_and_said_to_have_moved() -> None:
    anchor = locate(Quote("Rain fell", position=Span(3, 12)), IndexedText(TEXT))

    assert (anchor.span, anchor.rung, anchor.moved) == (Span(148, 157), Rung.EXACT, True)


def test_a_position_past_the_end_of_the_text_does_no_harm() -> None:
    assert locate(Quote("Rain fell", position=Span(5_000, 5_009)), IndexedText(TEXT)).span == Span(148, 157)


@pytest.mark.parametrize(
    ("exact", "text", "words"),
    [
        ('"We\'ll meet again," Medinsky said', TEXT, "“We’ll meet again,” Medinsky said"),
        ("Ukraine. They agreed", TEXT, "Ukraine.\nThey agreed"),
        ("two\nlines here", "on two\r\nlines here", "two\r\nlines here"),
        ("two  spaces\u00a0here\n", "on two spaces here", "two spaces here"),
        ("the café is", "So the cafe\u0301 is open", "the cafe\u0301 is"),
        ("the cafe\u0301 is", "So the café is open", "the café is"),
        ("an efficient office", "It is an eﬃcient oﬃce now", "an eﬃcient oﬃce"),
        ("cooperate now", "They co\u00adoperate now", "co\u00adoperate now"),
        ("the meeting", "in the meet\u200bing", "the meet\u200bing"),
        ("from left", "\u202afrom left\u202c.", "from left"),
        ("10-20 people - or more...", "say 10–20 people — or more… ", "10–20 people — or more…"),
        ("I ❤ Kyiv", "I ❤\ufe0f Kyiv", "I ❤\ufe0f Kyiv"),
        ("fell to -5 degrees", "It fell to −5 degrees.", "fell to −5 degrees"),
        ("नि है", "यह नि है।", "नि है"),
    ],
)
def test_typography_and_white_space_make_no_difference(exact: str, text: str, words: str) -> None:
    anchor = find(exact, text)

    assert (anchor.outcome, words_of(anchor, text)) == (Outcome.FOUND, words)
    assert anchor.rung is (Rung.EXACT if exact in text else Rung.TYPOGRAPHIC)


@pytest.mark.parametrize(
    ("exact", "text", "words"),
    [
        ("prisoners of war from", "the pris-\noners of war from each", "pris-\noners of war from"),
        ("prisoners of war from", "the prison ers ofwar from each", "prison ers ofwar from"),
        ("the cease-fire talks", "Of the ceasefire talks, she", "the ceasefire talks"),
        ("talks; they failed", "the talks. they failed", "talks. they failed"),
        ("“they failed.”", "he said “they fai led.” So", "“they fai led.”"),
        ("of 1000 prisoners", "a list of 1,000 prisoners", "of 1,000 prisoners"),
        ("exchange of 1,000 prisoners", "exchange of\n1,000 prison-\ners", "exchange of\n1,000 prison-\ners"),
    ],
)
def test_lost_spaces_and_hyphens_make_no_difference(exact: str, text: str, words: str) -> None:
    anchor = find(exact, text)

    assert (anchor.outcome, anchor.rung) == (Outcome.FOUND, Rung.SKELETON)
    assert words_of(anchor, text) == words


@pytest.mark.parametrize(
    ("exact", "text", "change"),
    [
        ("prices rose by 1.5 percent", "prices rose by 15 percent", Change("number", "1.5", "15")),
        ("it fell to -5 degrees", "it fell to 5 degrees", Change("number", "-5", "5")),
        ("he was not able", "he was notable", Change("negation", "not", "")),
    ],
)
def test_equal_letters_with_another_number_or_negation_have_drifted(
    exact: str, text: str, change: Change
) -> None:
    anchor = find(exact, f"They say {text} now.")

    assert (anchor.outcome, anchor.rung) == (Outcome.DRIFTED, Rung.SKELETON)
    assert words_of(anchor, f"They say {text} now.") == text
    assert change in anchor.changes


def test_of_places_with_equal_letters_the_one_with_equal_numbers_is_meant() -> None:
    text = "Prices rose by 15 percent. Later, prices rose by 1. 5 percent; prices  rose by 1.5-percent."

    assert words_of(find("prices rose by 1.5 percent", text), text) == "prices  rose by 1.5-percent"


def test_words_found_as_they_are_need_no_folding() -> None:
    text = IndexedText(TEXT)
    locate(Quote("Rain fell"), text)

    assert "folded" not in vars(text)


# Whole words.


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("cat", "They concatenate it."),
        ("led", "The plan failed."),
        ("1,000", "There were 11,000 people."),
        ("1", "There were 1,000 people."),
        ("20", "It rose by 20.5 percent."),
        ("can", "They can't go."),
        ("Cafe", "Cafe\u0301 Central"),
        ("caf", "cafe\u0301"),
        ("ficient", "an eﬃcient one"),
        ("", "some text"),
        (" \n", "some text \n here"),
        ("\u200b", "some\u200b text"),
        ("“”", "some text"),
        ("gone", ""),
    ],
)
def test_a_piece_of_a_word_or_number_is_not_found(exact: str, text: str) -> None:
    assert find(exact, text).outcome is Outcome.MISSING


def test_a_number_before_a_full_stop_is_whole() -> None:
    assert find("20", "It rose by 20.").span == Span(11, 13)


def test_a_whole_word_is_found_behind_a_piece_of_another() -> None:
    assert find("cat", "To concatenate a cat.").span == Span(17, 20)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("the US asked", "All the us asked was"),
        ("by ½ of", "by 1/2 of"),
        ("10⁵ men", "105 men"),
        ("мой", "мои"),
        ("Straße", "Strasse"),
        ("σας", "σασ"),
        ("İzmir", "Izmir"),
        ("résumé", "resume"),
    ],
)
def test_case_accents_and_fractions_are_not_typography(exact: str, text: str) -> None:
    assert find(exact, text).outcome is Outcome.MISSING


# Several places.

TWICE = "Umerov led them. The talks ended. He came home. In Kyiv the talks ended badly."


def test_places_in_different_sentences_are_ambiguous() -> None:
    anchor = find("talks ended", TWICE)

    assert anchor.outcome is Outcome.AMBIGUOUS
    assert anchor.candidates == (Span(21, 32), Span(60, 71))
    assert (anchor.span, anchor.twins) == (None, ())


def test_equal_sentences_are_one_place_with_twins() -> None:
    text = "The talks ended. Rain fell. The  talks\nended. Snow fell. The talks ended."
    anchor = find("talks", text)

    assert (anchor.outcome, anchor.span) == (Outcome.FOUND, Span(4, 9))
    assert anchor.twins == (Span(33, 38), Span(61, 66))


def test_two_places_in_one_sentence_are_one_place() -> None:
    anchor = find("1,000", "They met on a 1,000-for-1,000 basis.")

    assert (anchor.span, anchor.twins) == (Span(14, 19), (Span(24, 29),))


@pytest.mark.parametrize(
    ("context", "start"),
    [
        ({"prefix": "Umerov led them. The "}, 21),
        ({"suffix": ". He came home."}, 21),
        ({"prefix": "home. In Kyiv the"}, 60),
        ({"suffix": " badly"}, 60),
        ({"prefix": "home.  In Kyïv the", "suffix": " badly."}, 60),
    ],
)
def test_the_words_around_a_quote_decide(context: dict[str, str], start: int) -> None:
    anchor = find("talks ended", TWICE, **context)

    assert (anchor.outcome, anchor.span) == (Outcome.FOUND, Span(start, start + 11))


@pytest.mark.parametrize(
    "context", [{"prefix": "the "}, {"prefix": "he "}, {"suffix": "zzzz"}, {"prefix": " "}]
)
def test_words_around_that_fit_everywhere_or_nowhere_decide_nothing(context: dict[str, str]) -> None:
    text = "One day the talks ended. Next day the talks ended too."

    assert find("talks ended", text, **context).outcome is Outcome.AMBIGUOUS


def test_a_position_alone_does_not_decide_between_different_sentences() -> None:
    anchor = locate(Quote("talks ended", position=Span(60, 71)), IndexedText(TWICE))

    assert anchor.outcome is Outcome.AMBIGUOUS


def test_context_outweighs_a_position() -> None:
    quote = Quote("talks ended", suffix=". He came home", position=Span(60, 71))
    anchor = locate(quote, IndexedText(TWICE))

    assert (anchor.span, anchor.rung, anchor.moved) == (Span(21, 32), Rung.EXACT, True)


def test_context_and_position_that_agree_are_a_position() -> None:
    quote = Quote("talks ended", suffix=" badly.", position=Span(60, 71))

    assert locate(quote, IndexedText(TWICE)).rung is Rung.POSITION


def test_of_equal_sentences_the_pinned_one_is_meant() -> None:
    text = "Talks ended. Rain fell. Talks ended."
    anchor = locate(Quote("Talks", position=Span(24, 29)), IndexedText(text))

    assert (anchor.span, anchor.twins, anchor.rung) == (Span(24, 29), (Span(0, 5),), Rung.POSITION)


def test_the_sentences_may_be_given() -> None:
    text = "talks ended / talks ended badly"
    halves = (Span(0, 13), Span(14, 31))

    assert locate(Quote("ended"), IndexedText(text, halves)).outcome is Outcome.AMBIGUOUS
    assert locate(Quote("ended"), IndexedText(text, (Span(0, 31),))).outcome is Outcome.FOUND
