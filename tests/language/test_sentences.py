"""Where a sentence ends, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.sentences import split


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones and Gen. Lee.",
        "He met U.S. Secretary of State Marco Rubio in the U.K. Parliament.",
        "J. K. Rowling and Donald J. Trump spoke.",
        "The talks began at 1:30 p.m. local time.",
        "It opened at 3 p.m. Friday.",
        "It opened at 3 p.m. Eastern Time.",
        "It opened at 3 p.m. Moscow time.",
        "The briefing was held on Jan. 10, 2025.",
        "See No. 5 and pp. 7 to 9, e.g. Fig. 3.",
        "Acme Inc. said it paid $3.5 million.",
        "The man, a… clerk, left.",
        "He waited ... and left.",
        "“Why now?” he asked.",
        "“Why now?” Smith asked.",
        '"Stop!" Foreign Minister Jane Smith said.',
        "It rose 3.5 percent to 1.000.",
        "The site example.com and yahoo.co.uk closed.",
        "Prof. A. B. Clark left.",
        "police met Dr . Smith today .",
    ],
)
def test_a_mark_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended. They left.", ["It ended.", "They left."]),
        ("Did it end? Yes! They left.", ["Did it end?", "Yes!", "They left."]),
        ("He lives in the U.S. The war goes on.", ["He lives in the U.S.", "The war goes on."]),
        ("It opened at 3 p.m. Officials came.", ["It opened at 3 p.m.", "Officials came."]),
        ("It began in Jan. The vote failed.", ["It began in Jan.", "The vote failed."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ("No. They left.", ["No.", "They left."]),
        ("It was 2022. 40 people died.", ["It was 2022.", "40 people died."]),
        ("Cars, buses, etc. They left.", ["Cars, buses, etc.", "They left."]),
        ("He works at Acme Inc. He left.", ["He works at Acme Inc.", "He left."]),
        ("They chose Plan B. The talks ended.", ["They chose Plan B.", "The talks ended."]),
        ("He waited… Then he left.", ["He waited…", "Then he left."]),
        ("The source said. “We left.”", ["The source said.", "“We left.”"]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("“It is over. We leave,” he said.", ["“It is over.", "We leave,” he said."]),
        ("It ended (at last.) They left.", ["It ended (at last.)", "They left."]),
        ("It ended.[12] They left.", ["It ended.[12]", "They left."]),
        ("He met A. The B.", ["He met A.", "The B."]),
        ("1. First item. 2. Second item.", ["1. First item.", "2. Second item."]),
        ("It cost a lot. $5 is enough. @user agrees.", ["It cost a lot.", "$5 is enough.", "@user agrees."]),
    ],
)
def test_a_closing_mark_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline without a mark\nThe text begins.", ["A headline without a mark", "The text begins."]),
        ("Who wins\n\nlower case", ["Who wins", "lower case"]),
        ("a comma,\n\nThen more", ["a comma,", "Then more"]),
        ("It ended\nwithout a deal.", ["It ended\nwithout a deal."]),
        ("It ended,\nHe said.", ["It ended,\nHe said."]),
        ("He met U.S. President\nJohn Smith.", ["He met U.S. President\nJohn Smith."]),
        ("He met Mr.\nSmith.", ["He met Mr.\nSmith."]),
        ("The talks of\nParis failed.", ["The talks of\nParis failed."]),
        ("- one\n- two\n* Three\n• four", ["- one", "- two", "* Three", "• four"]),
        ("It ended.\nlower", ["It ended.", "lower"]),
        ("A tweet ended\n— Somebody", ["A tweet ended", "— Somebody"]),
        ("By Jane Doe\n  \n\tThe text.", ["By Jane Doe", "The text."]),
    ],
)
def test_a_line_end_breaks_unless_something_carries_it_on(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_block_of_fixed_width_is_joined_even_before_a_capital() -> None:
    wrapped = (
        "The delegations from both countries met in the palace and spoke with\n"
        "Foreign Minister Jane Smith about the exchange of prisoners and about\n"
        "a longer pause in the fighting. They agreed to meet again next month.\n"
    )
    assert sentences(wrapped) == [
        wrapped[: wrapped.index(" They")],
        "They agreed to meet again next month.",
    ]


def test_lines_of_all_lengths_are_not_taken_for_wrapped_prose() -> None:
    headlines = (
        "Talks between the two delegations end in Istanbul without result today\n"
        "Short one\n"
        "Another headline of the day that is about as long as the first one was\n"
    )
    assert sentences(headlines) == headlines.splitlines()


def test_the_mark_of_tokenized_text_ends_a_sentence_before_a_small_letter_too() -> None:
    text = "he vanished three days ago . billy was seen at 3 p.m. on friday . nobody knows more ."
    assert sentences(text) == [
        "he vanished three days ago .",
        "billy was seen at 3 p.m. on friday .",
        "nobody knows more .",
    ]


def test_white_space_around_and_between_belongs_to_no_sentence() -> None:
    text = " \n One.  Two. \n"
    assert [(span.start, span.end) for span in split(text)] == [(3, 7), (9, 13)]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t"])
def test_nothing_holds_no_sentence(text: str) -> None:
    assert split(text) == ()


NEWS = st.lists(
    st.sampled_from(
        [*'.!?…"”’)\n\n ,;:—-', " ", "U.S.", "Mr.", "The", "ended", "3.5", "p.m.", "[1]", "“No", "I", "x"]
    ),
    max_size=40,
).map("".join)


@given(NEWS | st.text(max_size=60))
def test_sentences_tile_the_text_with_white_space_between(text: str) -> None:
    found = split(text)
    at = 0
    for span in found:
        assert text[at : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert text[at:].strip() == ""


@given(NEWS)
def test_a_sentence_alone_begins_and_ends_where_it_did(text: str) -> None:
    for span in split(text):
        inner = split(span.of(text))
        assert inner[0].start == 0
        assert inner[-1].end == span.end - span.start


@pytest.mark.parametrize(
    "piece", [".", ".)", '."', "a.b", "\n", "\nA", " ", "A. ", "Aa ", "[1]", ".[1", "“", "? A"]
)
def test_hostile_text_is_split(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
