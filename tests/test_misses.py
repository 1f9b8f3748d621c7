"""Misses: which silent passages come nearest, and which words of a claim nothing covers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.corpus import SourceText, from_files
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.misses import (
    leaning,
    nearest,
    nearest_clause,
    nearest_in,
    uncovered,
    uncovered_by_passage,
    uncovered_by_text,
    words,
)
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

WORDS = ("The", "talks", "lasted", "100", "minutes", "in", "Ankara", "on", "12", "May", "2024", "not", "?")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def lacking(claim: str, *sentences: str, published: date | None = None) -> str:
    return words(claim, uncovered(claim, sentences, published))


@pytest.mark.parametrize(
    ("claim", "sentence", "expected"),
    [
        ("The mayor opened the bridge.", "The mayor opens a bridge.", ""),
        ("The mayor opened the bridge.", "The mayor slept.", "opened, bridge"),
        ("The mayor opened the bridge.", "", "mayor, opened, bridge"),
        ("He bought a car.", "She purchased cars.", ""),
        ("The talks lasted 100 minutes.", "The talks lasted 1 hour and 40 minutes.", ""),
        ("The talks lasted 100 minutes.", "The talks lasted two hours.", "100 minutes"),
        ("The talks lasted less than two hours.", "The talks lasted 100 minutes.", ""),
        ("They burned 40 buses.", "They burned 12 buses in 40 towns.", "40"),
        ("France agreed.", "Paris agreed.", ""),
        ("Zelenskyy agreed.", "Mr Zelensky agreed.", ""),
        ("Ana Holt agreed.", "Ana Ruiz agreed.", "Holt"),
        ("It was not so.", "", ""),
    ],
)
def test_a_word_is_uncovered_if_nothing_may_stand_for_it(claim: str, sentence: str, expected: str) -> None:
    assert lacking(claim, sentence) == expected


def test_several_sentences_cover_a_claim_together() -> None:
    assert lacking("The mayor opened the bridge.", "The mayor came.", "The bridge was opened.") == ""


def test_a_weekday_of_the_source_is_counted_from_the_day_of_publication() -> None:
    claim, sentence = "The bridge opened on 2 May 2025.", "The bridge opened on Friday."
    assert lacking(claim, sentence, published=date(2025, 5, 3)) == ""
    assert lacking(claim, sentence, published=date(2025, 6, 3)) == "2 May 2025"


@given(SENTENCES)
def test_a_sentence_covers_itself(claim: str) -> None:
    assert lacking(claim, claim) == ""


@given(SENTENCES, st.lists(SENTENCES, max_size=3), SENTENCES)
def test_another_sentence_never_uncovers_a_word(claim: str, given_: list[str], more: str) -> None:
    before = set(uncovered(claim, given_))
    after = uncovered(claim, [*given_, more])
    assert set(after) <= before
    assert list(after) == sorted(after)


# Passages and texts.

RAIN = "Rain fell on the town."
MAYOR = "The mayor of the town slept."
TEXT = f"{RAIN}\n\n{MAYOR}\n\nThe bridge is old.\n\nThe school is new.\n"
CLAIM = "The mayor opened the bridge."


def read(text: str) -> tuple[SourceText, Examiner]:
    """Return a text and a corpus of it, with a judge that only leans, the more the earlier it reads."""

    def shy(_question: Question, passage: Passage) -> Opinion:
        return Opinion("shy", Stance.SILENT, 0.4 if "mayor" in passage.focus.of(passage.text) else -0.1)

    corpus = from_files(["town.txt"], "texts", lambda _: text.encode())
    found = corpus.text("town")
    assert found is not None
    return found, Examiner(corpus, [shy])


def test_a_neighbour_covers_words_of_a_passage_and_the_rest_of_the_text_does_not() -> None:
    text, examiner = read(TEXT)
    passage = examiner.index(text).passage(0)
    assert words(CLAIM, uncovered_by_passage(CLAIM, passage)) == "opened, bridge"
    assert words(CLAIM, uncovered_by_text(CLAIM, text)) == "opened"


def hearing(score: float, stance: Stance = Stance.SILENT, start: int = 0) -> Hearing:
    span = Span(start, start + 1)
    return Hearing(Passage("abcdef", (span,), span), (Opinion("shy", stance, score),))


def test_a_passage_leans_as_far_as_its_strongest_judge() -> None:
    opinions = (Opinion("a", Stance.SILENT, 0.1), Opinion("b", Stance.SILENT, -0.3))
    assert leaning(Hearing(hearing(0.0).passage, opinions)) == -0.3
    assert leaning(Hearing(hearing(0.0).passage, ())) == 0.0


def test_the_nearest_are_the_strongest_silent_ones_in_the_order_of_the_text() -> None:
    heard = [hearing(0.1), hearing(0.4, start=1), hearing(1.0, Stance.SUPPORTS), hearing(-0.4, start=2)]
    assert nearest(heard) == (heard[1], heard[3], heard[0])
    assert nearest(heard, most=1) == (heard[1],)


def test_sentences_that_evidence_quotes_are_no_misses() -> None:
    text, examiner = read(TEXT)
    focuses = [one.passage.focus.of(TEXT) for one in nearest_in(examiner, Question(CLAIM), text)]
    assert focuses == [MAYOR, "The bridge is old."]
    at = TEXT.index("mayor")
    spoken_for = [Span(at, at + 5)]
    (left,) = nearest_in(examiner, Question(CLAIM), text, spoken_for)
    assert left.passage.focus.of(TEXT) == "The bridge is old."


def test_one_clause_names_what_comes_nearest_and_what_it_lacks() -> None:
    text, examiner = read(TEXT)
    assert nearest_clause(examiner, Question(CLAIM), [text]) == (
        "nearest is texts/town.txt:3:1 (no word for: opened): “The mayor of the town slept.”"
    )
    assert nearest_clause(examiner, Question("Snow melted."), [text]) == (
        "no sentence shares enough words with the claim"
    )
