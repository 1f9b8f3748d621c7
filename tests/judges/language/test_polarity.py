"""Polarity: what is denied where it stands, and what takes away from its being plainly said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.language.polarity import denials, denied, doubts, scope
from pytest_factcheck.judges.reading import read

PLAIN = ("the", "bank", "to", "pay", "but", "and", "that", "may", "owner", "left", ",")


def place(sentence: str, word: str) -> int:
    """Return the token at which a word of a sentence stands."""
    return [token.text for token in read(sentence).tokens].index(word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The bank did not pay.", "pay"),
        ("The bank never paid.", "paid"),
        ("Nobody paid the bill.", "paid"),
        ("The bank failed to pay.", "pay"),
        ("The bank refused to pay.", "pay"),
        ("The bank denied that it had paid.", "paid"),
        ("The bank denied paying a bribe.", "paying"),
        ("Neither the bank nor the owner paid.", "paid"),
        ("Neither the bank nor the owner paid.", "owner"),
        ("The talks ended without an agreement.", "agreement"),
    ],
)
def test_a_denial_reaches_what_follows_in_its_clause(sentence: str, word: str) -> None:
    assert denied(read(sentence), place(sentence, word))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The bank did not pay.", "bank"),
        ("The bank did not pay but the owner apologised.", "apologised"),
        ("The bank did not pay, and the owner left.", "left"),
        ("Not only the bank paid.", "paid"),
        ("The failed bank paid.", "paid"),
        ("The talks failed on Friday.", "Friday"),
        ("There is no evidence that the bank paid.", "paid"),
        ("It is not clear whether the bank paid.", "paid"),
        ("Nobody failed to pay.", "pay"),
    ],
)
def test_what_is_not_denied(sentence: str, word: str) -> None:
    assert not denied(read(sentence), place(sentence, word))


def test_a_denial_that_both_sides_share_parts_nothing() -> None:
    ours, theirs = read("The bank failed to pay."), read("The bank failed to settle.")
    assert denied(ours, 4)
    assert not denied(ours, 4, theirs)


def test_the_scope_of_a_denial_ends_with_its_clause() -> None:
    reading = read("The bank did not pay, and the owner left.")
    assert [reading.tokens[at].text for at in sorted(scope(reading, read("")))] == ["pay"]


@pytest.mark.parametrize(
    ("sentence", "word", "cues"),
    [
        ("The bank may pay.", "pay", ("may",)),
        ("The bank reportedly paid.", "paid", ("reportedly",)),
        ("If the bank pays, the owner stays.", "stays", ("if",)),
        ("There is no evidence that the bank paid.", "paid", ("no",)),
        ("It is not clear whether the bank paid.", "paid", ("not", "whether")),
        ("The bank plans to pay.", "pay", ("plans", "to pay")),
        ("The owners met to pay the bill.", "pay", ("to pay",)),
        ("There was little progress.", "progress", ("little",)),
        ("The bank rejected claims that it had paid.", "paid", ("rejected",)),
        ("It is an offer the bank rejected, claiming that it had paid.", "paid", ()),
        ("The bank paid.", "paid", ()),
        ("The bank managed to pay.", "pay", ()),
        ("The road to war was short.", "short", ()),
    ],
)
def test_what_makes_a_word_less_than_plainly_said(sentence: str, word: str, cues: tuple[str, ...]) -> None:
    assert doubts(read(sentence), place(sentence, word)) == cues


@given(st.lists(st.sampled_from(PLAIN), max_size=10).map(" ".join))
def test_nothing_is_denied_without_a_word_that_denies(sentence: str) -> None:
    assert denials(read(sentence)) == ()
    assert scope(read(sentence), read("")) == frozenset()


@given(st.lists(st.sampled_from((*PLAIN, "failed", "denied", "refused")), max_size=10).map(" ".join))
def test_failures_that_both_sides_have_deny_nothing(sentence: str) -> None:
    assert scope(read(sentence), read(sentence)) == frozenset()


def test_an_adjective_of_doubt_reaches_a_statement_only_right_before_it() -> None:
    sentence = "The bank hinted at possible talks and confirmed that it had paid."
    assert doubts(read(sentence), place(sentence, "paid")) == ()
    assert doubts(read("It is possible that it had paid."), 6) == ("possible",)
