"""Quoting: the shortest words of a passage that carry what it has of a claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck import judges
from pytest_factcheck.corpus import Corpus, SourceText, from_files
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.quoting import words_to_quote
from pytest_factcheck.spans import Outcome, Quote, locate
from pytest_factcheck.vocabulary import Question, Stance


def examined(text: str) -> tuple[Examiner, SourceText]:
    corpus: Corpus = from_files(["wire.txt"], "seeds", lambda _: text.encode("utf-8"))
    read = corpus.text("wire")
    assert read is not None
    return Examiner(corpus, judges.named(("slots", "verbatim", "language"))), read


def quoted(claim: str, text: str) -> list[tuple[str, ...]]:
    """Return the words to quote of each passage that takes a side."""
    examiner, read = examined(text)
    spoken = [one for one in examiner.examine(Question(claim), read) if _takes_side(one)]
    return [words_to_quote(examiner, claim, read, hearing) for hearing in spoken]


def _takes_side(hearing: Hearing) -> bool:
    return hearing.stance in (Stance.SUPPORTS, Stance.CONTRADICTS)


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        (
            "The bank paid the rent.",
            "On a cold day in May, the bank of the harbour paid the rent for two years, said its chief.",
            "the bank of the harbour paid the rent",
        ),
        (
            "The mayor attended the funeral.",
            "In the morning the mayor did not attend the funeral of the old poet.",
            "the mayor did not attend the funeral",
        ),
        (
            "The strike lasted nine days.",
            "Shops were empty, and so the 216-hour strike was felt by everybody in the town.",
            "the 216-hour strike was felt",
        ),
        (
            "Ann Reed led the delegation.",
            "The delegation was led by Ann Reed (a lawyer), who spoke for an hour to the press there.",
            "The delegation was led by Ann Reed",
        ),
        (
            "There were 112 passengers on board.",
            "The Star ran aground in the bay. There were 112 passengers and nine crew on board, he said.",
            "were 112 passengers and nine crew on board",
        ),
        (
            "The harbour was closed for three days.",
            '"The harbour was closed for three days," said Tom Arlen, the mayor.',
            "The harbour was closed for three days",
        ),
        (
            "Two people were injured.",
            "Seven people were injured, two of them badly.",
            "Seven people were injured",
        ),
        (
            "The wind was light.",
            "The wind was light, about 3 knots, and visibility was good, officials said.",
            "The wind was light",
        ),
    ],
)
def test_a_quote_holds_what_carries_the_claim_and_little_more(claim: str, text: str, expected: str) -> None:
    assert quoted(claim, text) == [(expected,)]


def test_a_sentence_that_stands_apart_from_the_rest_is_another_piece() -> None:
    text = "The bank paid the rent in May. Snow fell all day. The union bought the ship in June."
    pieces = quoted("The bank paid the rent, and the union bought the ship.", text)
    assert pieces == [("The bank paid the rent", "The union bought the ship")]


def test_words_that_stand_twice_are_quoted_with_their_sentence() -> None:
    text = "On time the bank paid the rent in Oslo. Nobody knew why the bank paid the rent in Oslo in May."
    claim = "The bank paid the rent in Oslo."
    examiner, read = examined(text)
    first = examiner.examine(Question(claim), read)[0]
    (words,) = words_to_quote(examiner, claim, read, first)
    assert words == "On time the bank paid the rent in Oslo."


@settings(max_examples=60)
@given(
    subject=st.sampled_from(("the bank", "Ann Reed", "a union of dockers", "the “old” harbour")),
    deed=st.sampled_from(("paid", "did not pay", "has never bought", "refused to sell")),
    thing=st.sampled_from(("the rent", "1,000 ships", "the ship (of 1912)", "200-year-old rope")),
    before=st.sampled_from(("", "On Monday, ", "As the court had said, ", "“Listen,” they said: ")),
    after=st.sampled_from((".", " in Oslo.", ", said the mayor.", "; nobody knows why.")),
)
def test_a_quote_is_found_in_its_source(subject: str, deed: str, thing: str, before: str, after: str) -> None:
    """Whatever stands around the words, and whatever signs are among them."""
    text = f"{before}{subject} {deed} {thing}{after}"
    claim = f"{subject[:1].upper()}{subject[1:]} paid {thing}."
    examiner, read = examined(text)
    for hearing in examiner.examine(Question(claim), read):
        for piece in words_to_quote(examiner, claim, read, hearing):
            assert locate(Quote(piece), examiner.quotable(read)).outcome is Outcome.FOUND
