"""Together: what several sentences in focus say of a statement that none of them says alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import cover
from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding
from pytest_factcheck.judges.language.judgement import judged
from pytest_factcheck.judges.language.together import together
from pytest_factcheck.judges.reading import read
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

PUBLISHED = date(2024, 3, 14)
CLAIM = "The storm Clara destroyed the harbour wall in Bergen and killed 12 sailors."
FIRST = "The storm Clara destroyed the harbour wall in Bergen."
SECOND = "It killed 12 sailors."


def cases(claim: str, text: str) -> list[Case]:
    """Return the case of a claim and each sentence of a text, all of them in focus."""
    window = split(text)
    passage = Passage(text, window, Span(window[0].start, window[-1].end), PUBLISHED)
    parts = facets(claim, PUBLISHED)
    return [
        Case(
            Question(claim),
            read(claim),
            passage,
            one,
            holding(one.of(text), PUBLISHED),
            cover(read(claim), parts, passage, one),
        )
        for one in window
    ]


def said(claim: str, text: str) -> Opinion:
    """Return what the sentences of a text say together."""
    every = cases(claim, text)
    return together("x", every, [judged(case) for case in every])


def test_each_of_two_sentences_may_say_its_part() -> None:
    opinion = said(CLAIM, f"{FIRST} {SECOND}")
    assert opinion.stance is Stance.SUPPORTS
    (why,) = opinion.reasons
    assert why.code == "spread-over"
    assert why.source == Span(0, len(FIRST) + 1 + len(SECOND))


def test_it_counts_less_than_what_one_sentence_says() -> None:
    assert 0.5 < said(CLAIM, f"{FIRST} {SECOND}").score < judged(cases(CLAIM, CLAIM)[0]).score


def test_one_sentence_says_nothing_together() -> None:
    assert said(CLAIM, CLAIM) == Opinion("x", Stance.SILENT)


def test_a_name_an_amount_or_a_deed_that_none_holds_is_missing() -> None:
    for second in ("It killed many sailors.", "It left 12 sailors.", "It killed nine sailors."):
        assert said(CLAIM, f"{FIRST} {second}").stance is Stance.SILENT


def test_nothing_may_lean_against_it() -> None:
    every = cases(CLAIM, f"{FIRST} {SECOND}")
    opinions = [judged(case) for case in every]
    against = [opinions[0], replace(opinions[1], score=-0.1)]
    assert together("x", every, against).stance is Stance.SILENT


def test_of_nothing_nothing_is_said() -> None:
    assert together("x", [], []) == Opinion("x", Stance.SILENT)


def test_a_sentence_that_joins_another_to_one_of_two_says_nothing_of_both() -> None:
    claim = "Denmark and Norway signed the fishing treaty in Bergen on Friday."
    first = "Denmark and {} signed the fishing treaty."
    assert said(claim, f"{first.format('Norway')} They met in Bergen on Friday.").stance is Stance.SUPPORTS
    other = f"{first.format('Chile')} Norway came to Bergen on Friday."
    assert said(claim, other).stance is Stance.SILENT
