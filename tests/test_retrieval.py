"""Retrieval: which sentences the judges read, and in which window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.boilerplate import PACKAGED
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.location import Location
from pytest_factcheck.retrieval import Index, content_stems, understood
from pytest_factcheck.vocabulary import Passage, Question, Slot, Span

CLAIM = Question("The talks lasted 100 minutes.")
SENTENCES = (
    "Rain fell on the bridge.",
    "The talks lasted 100 minutes.",
    "Talks between the towns lasted long.",
    "He slept for 100 hours.",
    "Advertisement",
    "The mayor spoke.",
)


def index_of(*sentences: str) -> Index:
    """Return the index of a text with one paragraph for each sentence."""
    text = "\n\n".join(sentences)
    return Index(SourceText(Source("a", "seeds/a.txt", Location("seeds/a.txt")), text, PACKAGED))


def found(index: Index, question: Question) -> list[str]:
    """Return the sentences that a question finds."""
    sentences = index.source.sentences
    return [sentences[number].of(index.source.text) for number in index.candidates(question)]


def windows(passage: Passage) -> tuple[list[str], list[str]]:
    """Return the words of the sentences of a passage, and of those that are judged."""
    every = [span.of(passage.text) for span in passage.sentences]
    return every, [span.of(passage.text) for span in passage.judged]


def place_of(index: Index, words: str) -> Span:
    """Return where words stand in a text."""
    start = index.source.text.index(words)
    return Span(start, start + len(words))


# Candidates


def test_a_sentence_with_enough_of_the_weight_of_the_words_of_the_claim_is_a_candidate() -> None:
    """A number and two common words weigh enough; one common word does not."""
    assert found(index_of(*SENTENCES, "They held talks."), CLAIM) == [
        "The talks lasted 100 minutes.",
        "Talks between the towns lasted long.",
        "He slept for 100 hours.",
    ]


@pytest.mark.parametrize(
    ("sentence", "read", "related"),
    [
        ("The bank slept.", True, True),
        ("The lender slept.", False, True),
        ("The lender acquired a port.", True, True),
        ("He bought a hat.", False, True),
        ("Snow fell.", False, False),
    ],
)
def test_words_count_by_their_weight_and_their_like_by_its_grade(
    sentence: str, read: bool, related: bool
) -> None:
    claim = Question("The bank bought an airline.")
    index = index_of(sentence)
    assert bool(index.candidates(claim)) is read
    assert bool(index.related(claim)) is related


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    claim = Question("The new Quxley bridge opened.")
    assert found(index_of("Quxley is quiet.", "It is new."), claim) == ["Quxley is quiet."]


def test_how_often_a_word_stands_there_tells_nothing() -> None:
    claim = Question("The bank bought an airline.")
    assert found(index_of("He bought a hat, bought a coat and bought a bag."), claim) == []


def test_the_length_of_a_sentence_tells_nothing() -> None:
    claim = Question("The bank bought an airline.")
    long = f"The bank bought an airline {'on a cold and windy morning ' * 20}."
    assert found(index_of(long), claim) == [long]


def test_the_order_of_the_words_of_a_claim_tells_nothing() -> None:
    one, other = Question("The bank bought an airline."), Question("An airline bought the bank.")
    sentences = ("The bank slept.", "The lender slept.", "An airline bought a hat.")
    assert found(index_of(*sentences), one) == found(index_of(*sentences), other)


@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_every_candidate_is_related(sentences: list[str]) -> None:
    index = index_of(*sentences)
    assert set(index.candidates(CLAIM)) <= set(index.related(CLAIM))


def test_words_are_compared_by_their_stems() -> None:
    assert found(index_of("A talk that may last."), CLAIM) == ["A talk that may last."]


def test_grammar_words_count_for_nothing() -> None:
    assert content_stems("The talks were in it") == content_stems("talks")
    assert found(index_of("The mayor said that the bridge is old."), Question("The ship and the dog.")) == []


def test_boilerplate_is_no_candidate() -> None:
    assert found(index_of("Sign up for our talks that lasted 100 minutes."), CLAIM) == []


def test_a_slot_finds_a_sentence_that_shares_less_with_the_claim() -> None:
    slot = Slot(about=("meeting",), relation=("duration",), quantity="100 minutes")
    claim = Question("The talks in the old town hall lasted 100 minutes.", (slot,))
    index = index_of(
        "The meeting was a matter of 90 minutes.", "The meeting was long.", "90 minutes went by."
    )
    assert found(index, claim) == ["The meeting was a matter of 90 minutes."]


def test_a_slot_of_a_name_needs_alias_and_relation() -> None:
    slot = Slot(about=("Ukrainian delegation",), relation=("led by _",), entity=("Umerov",))
    claim = Question(
        "The minister Umerov, a banker from the Crimea, was head of the Ukrainian delegation in the "
        "cold spring.",
        (slot,),
    )
    led, eaten = "The Ukrainian delegation was led by Smith.", "The Ukrainian delegation ate."
    assert found(index_of(led, eaten, "Smith led the Ukrainians."), claim) == [led]


@pytest.mark.parametrize("claim", ["", "It was so.", "…"])
def test_a_claim_without_content_asks_nothing(claim: str) -> None:
    assert not understood(Question(claim)).asks
    assert found(index_of(*SENTENCES), Question(claim)) == []
    assert index_of(*SENTENCES).related(Question(claim)) == ()


def test_slots_that_nobody_declared_find_sentences_as_well() -> None:
    implied = Slot(about=("meeting",), relation=("duration",), quantity="100 minutes")
    index = index_of("The meeting was a matter of 90 minutes.")
    claim = Question("The summit in the old town hall of Bergen went on for very long.")
    assert index.candidates(claim) == ()
    assert index.candidates(claim, (implied,)) == (0,)


def test_a_claim_with_content_or_a_slot_asks_something() -> None:
    assert understood(CLAIM).asks
    assert understood(Question("It was so.", (Slot(("it",), ("was",), "3"),))).asks
    assert not understood(Question("It was so.", (Slot(("—",), ("was",), "3"),))).asks


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_a_sentence_is_a_candidate_by_itself_whatever_else_the_text_holds(sentences: list[str]) -> None:
    alone = {sentence: found(index_of(sentence), CLAIM) for sentence in set(sentences)}
    expected = [sentence for sentence in sentences if alone[sentence]]
    assert found(index_of(*sentences), CLAIM) == expected


# Windows


def test_a_passage_is_a_sentence_with_its_neighbours_as_context() -> None:
    index = index_of(*SENTENCES)
    assert windows(index.passage(1)) == (list(SENTENCES[0:3]), [SENTENCES[1]])
    assert windows(index.passage(0)) == (list(SENTENCES[0:2]), [SENTENCES[0]])


def test_boilerplate_is_no_context() -> None:
    index = index_of(*SENTENCES)
    assert windows(index.passage(3)) == ([SENTENCES[2], SENTENCES[3], SENTENCES[5]], [SENTENCES[3]])


def test_a_quote_is_judged_in_the_same_window_as_its_sentence() -> None:
    index = index_of(*SENTENCES)
    assert index.passages_over([place_of(index, "lasted 100")]) == (index.passage(1),)


def test_a_quote_over_several_sentences_is_judged_together_and_each_by_itself() -> None:
    index = index_of(*SENTENCES)
    together, *alone = index.passages_over([place_of(index, "100 minutes.\n\nTalks")])
    assert windows(together) == (list(SENTENCES[0:4]), list(SENTENCES[1:3]))
    assert alone == [index.passage(1), index.passage(2)]


def test_pieces_that_lie_apart_are_judged_without_what_lies_between() -> None:
    index = index_of(*SENTENCES)
    together, *_ = index.passages_over([place_of(index, "Rain fell"), place_of(index, "100 hours")])
    assert windows(together) == (
        [SENTENCES[0], SENTENCES[3], SENTENCES[5]],
        [SENTENCES[0], SENTENCES[3]],
    )


@pytest.mark.parametrize("words", ["Advertisement", "\n\n"])
def test_a_quote_outside_the_judged_sentences_is_not_judged(words: str) -> None:
    index = index_of(*SENTENCES)
    assert index.passages_over([place_of(index, words)]) == ()


def test_what_lies_around_a_quote_includes_boilerplate() -> None:
    index = index_of(*SENTENCES)
    around = index.around([place_of(index, "Advertisement")])
    assert [span.of(index.source.text) for span in around] == list(SENTENCES[3:6])
    assert index.around([place_of(index, "\n\n")]) == ()
    assert index.touched([place_of(index, "\n\n")]) == ()


def test_a_text_without_sentences_has_no_candidates() -> None:
    assert index_of("").candidates(CLAIM) == ()
