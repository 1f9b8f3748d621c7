"""The judge `slots`: the five articles of the first corpus, and the rules for a claim as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pytest_factcheck.judges.slots import judge
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Slot, Span, Stance

Heard = Callable[..., tuple[Opinion, ...]]
Stances = Callable[..., set[Stance]]
Sides = Callable[..., set[Stance]]
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT

SEEDS = Path(__file__).parents[2] / "seeds"

DURATION = Question(
    "The talks lasted about 100 minutes.",
    (
        Slot(
            about=("talks", "meeting", "session", "negotiations"),
            relation=("lasted", "duration"),
            quantity="about 100 minutes",
        ),
    ),
)
HEAD = Question(
    "Defense Minister Rustem Umerov led the Ukrainian delegation.",
    (
        Slot(
            about=("Ukrainian delegation", "Ukraine's delegation", "Ukraine"),
            relation=("led by _", "headed by _", "_ led", "represented by _"),
            entity=("Rustem Umerov", "Ukrainian Defense Minister"),
        ),
    ),
)
DAY = Question(
    "The talks were held on 16 May 2025.",
    (Slot(about=("talks", "meeting"), relation=("held on", "took place", "met"), date="2025-05-16"),),
)
PUBLISHED = {"002": date(2025, 5, 16), "003": date(2025, 5, 16)}


@pytest.mark.parametrize(
    ("question", "source", "expected"),
    [
        (DURATION, "000", {SUPPORTS}),
        (DURATION, "001", {SUPPORTS}),
        (DURATION, "002", {CONTRADICTS}),
        (DURATION, "003", set()),
        (DURATION, "004", set()),
        (HEAD, "000", {SUPPORTS}),
        (HEAD, "001", set()),
        (HEAD, "002", {CONTRADICTS}),
        (HEAD, "003", {SUPPORTS}),
        (HEAD, "004", {SUPPORTS}),
        (DAY, "000", set()),
        (DAY, "001", {SUPPORTS}),
        (DAY, "002", {SUPPORTS}),
        (DAY, "003", {SUPPORTS}),
        (DAY, "004", set()),
    ],
)
def test_each_article_stands_on_one_side_or_on_none(
    question: Question, source: str, expected: set[Stance], sides: Sides
) -> None:
    (path,) = SEEDS.glob(f"{source}_*.txt")
    assert sides(question, path.read_text("utf-8"), PUBLISHED.get(source)) == expected


def hours(text: str) -> Question:
    slot = Slot(about=("talks", "meeting"), relation=("lasted", "duration", "long"), quantity=text)
    return Question(f"The talks lasted {text}.", (slot,))


def test_the_rest_of_the_claim_must_be_covered_by_the_window(sides: Sides, heard: Heard) -> None:
    slot = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    question = Question("The talks lasted two hours in the Winter Palace.", (slot,))
    (alone,) = heard(question, "The talks lasted two hours.")
    assert alone.stance is UNDECIDED
    assert alone.reasons[0].code == "not-covered"
    assert "Winter" in alone.reasons[0].text
    assert "Palace" in alone.reasons[0].text
    assert sides(question, "They met at the Winter Palace. The talks lasted two hours.") == {SUPPORTS}


def test_a_conflict_needs_the_names_of_the_claim_in_its_passage(sides: Sides) -> None:
    slot = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    question = Question("The Geneva talks lasted two hours.", (slot,))
    assert not sides(question, "The talks lasted five hours.")
    assert sides(question, "They met in Geneva. The talks lasted five hours.") == {CONTRADICTS}


def test_a_claim_that_denies_is_left_alone(stances: Stances) -> None:
    slot = Slot(about=("talks",), relation=("last",), quantity="two hours")
    question = Question("The talks did not last two hours.", (slot,))
    assert stances(question, "The talks lasted two hours.") == {UNDECIDED}


def test_all_slots_must_match_and_one_conflict_is_enough(sides: Sides) -> None:
    first = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    second = Slot(about=("talks",), relation=("chaired by _",), entity=("Anna Berg",))
    question = Question("The talks, chaired by Anna Berg, lasted two hours.", (first, second))
    assert sides(question, "The talks, chaired by Anna Berg, lasted two hours.") == {SUPPORTS}
    assert sides(question, "The talks lasted two hours.") == set()
    assert sides(question, "The talks, chaired by Anna Berg, lasted five hours.") == {CONTRADICTS}


def test_attributed_words_count_unless_the_claim_must_be_asserted(sides: Sides) -> None:
    any_voice = hours("two hours")
    asserted = Question(any_voice.claim, any_voice.slots, "asserted")
    for text in (
        "The talks lasted two hours, the minister said.",
        "According to the minister, the talks lasted two hours.",
        "“The talks lasted two hours,” she wrote.",
    ):
        assert sides(any_voice, text) == {SUPPORTS}
        assert not sides(asserted, text)
    assert sides(asserted, "The talks lasted two hours.") == {SUPPORTS}


def test_a_claim_without_slots_is_left_to_other_judges(heard: Heard) -> None:
    (opinion,) = heard(Question("The talks lasted two hours."), "The talks lasted five hours.")
    assert opinion == Opinion("slots", SILENT)


def test_only_sentences_in_focus_are_judged() -> None:
    text = "The talks lasted two hours. The envoys left."
    sentences = split(text)
    question = hours("two hours")
    assert judge(question, Passage(text, sentences, sentences[1])).stance is SILENT
    assert judge(question, Passage(text, sentences, Span(0, len(text)))).stance is SUPPORTS


def test_a_reason_names_code_words_and_both_spans(heard: Heard) -> None:
    text = "Nothing else happened. The one-hour session ended early."
    slot = Slot(about=("session",), relation=("lasted",), quantity="about 100 minutes")
    question = Question("The session lasted about 100 minutes.", (slot,))
    (_, opinion) = heard(question, text)
    (reason,) = opinion.reasons
    assert reason.code == "quantity-disjoint"
    assert reason.text == (
        "the claim says about 100 minutes (90 to 110 min); "
        "the source says one-hour (30 to 90 min) of “session”"
    )
    assert reason.claim is not None
    assert reason.claim.of(question.claim) == "about 100 minutes"
    assert reason.source is not None
    assert reason.source.of(text) == "one-hour"


def test_scores_keep_to_their_side(heard: Heard) -> None:
    question = hours("two hours")
    for text in (
        "The talks lasted two hours.",
        "The talks lasted five hours.",
        "The talks lasted an hour or more.",
    ):
        for opinion in heard(question, text):
            low, high = {
                SUPPORTS: (0.5, 1.0),
                CONTRADICTS: (-1.0, -0.5),
                UNDECIDED: (-0.5, 0.5),
                SILENT: (-0.5, 0.5),
            }[opinion.stance]
            assert low <= opinion.score <= high
