"""Choosing: what a reviewer answers, and what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_factcheck import settings
from pytest_factcheck.commands.choosing import Dialogue, agreed, chosen_by_reviewer
from pytest_factcheck.drafting import Offer, offers
from pytest_factcheck.project import Project
from pytest_factcheck.reports.tables import columns
from pytest_factcheck.vocabulary import Question, Stance

FLOOD = Path(__file__).parents[1] / "projects" / "flood"
EVACUATION = Question("The evacuation lasted 90 minutes.")


class Desk:
    """A dialogue with prepared answers."""

    def __init__(self, *answers: str, width: int = 80) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.told: list[str] = []
        self.dialogue = Dialogue(lambda _: next(self._answers), self.told.append, width)


@pytest.fixture(scope="module")
def project() -> Project:
    found = settings.find(FLOOD)
    assert found is not None
    return Project(found, ("slots", "verbatim", "language"))


def kept(project: Project, desk: Desk, question: Question = EVACUATION) -> list[tuple[str, str, str]]:
    offered = offers(project.examiner, question, project.corpus.sources)
    chosen = chosen_by_reviewer(project.examiner, question, offered, desk.dialogue)
    return [(each.source, str(each.stance), each.pieces[0]) for each in chosen]


def test_an_empty_line_takes_what_is_proposed(project: Project) -> None:
    assert kept(project, Desk("", "")) == [
        ("herald", "supports", "The evacuation lasted 90 minutes"),
        ("courier", "contradicts", "The evacuation lasted three hours"),
    ]


def test_another_answer_is_asked_for_again(project: Project) -> None:
    desk = Desk("what?", "n", "n")
    assert kept(project, desk) == []
    assert "answer with one of y, n, e" in desk.told


def test_other_words_are_taken_if_the_source_has_them(project: Project) -> None:
    desk = Desk("e", "The evacuation took", "lasted  90 minutes", "n")
    assert kept(project, desk) == [("herald", "supports", "lasted 90 minutes")]
    assert "herald does not have these words: copy them from it, or press return" in desk.told


def test_words_that_say_the_opposite_change_the_side(project: Project) -> None:
    question = Question("The repair of the dam cost 90 minutes.")
    offered = [
        Offer(one.text, one.hearing, Stance.CONTRADICTS, one.pieces)
        for one in offers(project.examiner, EVACUATION, project.corpus.sources)
    ]
    desk = Desk("e", "The evacuation lasted 90 minutes", "n")
    chosen = chosen_by_reviewer(project.examiner, EVACUATION, offered, desk.dialogue)
    assert [each.stance for each in chosen] == [Stance.SUPPORTS]
    assert question != EVACUATION


def test_words_on_which_no_judge_speaks_keep_no_side(project: Project) -> None:
    desk = Desk("e", "Two schools stayed closed for a week", "s", "n")
    other = Question("Fire crews evacuated 240 residents.")
    offered = [
        one for one in offers(project.examiner, other, project.corpus.sources) if one.source == "courier"
    ]
    chosen = chosen_by_reviewer(project.examiner, other, [*offered, *offered], desk.dialogue)
    assert [(each.stance, each.pieces) for each in chosen] == [
        (Stance.SUPPORTS, ("Two schools stayed closed for a week",))
    ]
    assert "No judge takes a side here: it will rest on your word." in desk.told


def test_a_passage_without_a_side_can_still_be_dropped(project: Project) -> None:
    desk = Desk("e", "Two schools stayed closed for a week", "n")
    other = Question("Fire crews evacuated 240 residents.")
    offered = [
        one for one in offers(project.examiner, other, project.corpus.sources) if one.source == "courier"
    ]
    assert chosen_by_reviewer(project.examiner, other, offered, desk.dialogue) == []


def test_an_empty_quote_leaves_the_proposed_one(project: Project) -> None:
    assert kept(project, Desk("e", "", "n")) == [("herald", "supports", "The evacuation lasted 90 minutes")]


def test_what_no_judge_decides_is_dropped_unless_a_side_is_named(project: Project) -> None:
    offered = [
        Offer(one.text, one.hearing, Stance.UNDECIDED, one.pieces)
        for one in offers(project.examiner, EVACUATION, project.corpus.sources)
    ]
    desk = Desk("", "y", "x", "c")
    chosen = chosen_by_reviewer(project.examiner, EVACUATION, offered, desk.dialogue)
    assert [(each.source, each.stance) for each in chosen] == [("courier", Stance.CONTRADICTS)]
    assert "No judge takes a side here: it will rest on your word." in desk.told
    assert "answer with one of s, c, n" in desk.told


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_terminal(project: Project, width: int) -> None:
    desk = Desk("", "", width=width)
    kept(project, desk)
    assert max(map(columns, desk.told)) <= width


def test_yes_is_meant_by_an_empty_line() -> None:
    assert agreed("write?", Desk("").dialogue)
    assert not agreed("write?", Desk("N").dialogue)
