"""Missing places: where uncovered sentences stand, as short as a reader can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_factcheck.coverage.missing import missing_places

if TYPE_CHECKING:
    from coverage.conftest import Make


def test_lines_whose_sentences_are_all_uncovered_join_to_ranges(make: Make) -> None:
    rows = [make.sentence(line, covered=line == 4) for line in (1, 2, 3, 4, 5)]
    assert missing_places(rows) == "1-3, 5"


def test_lines_without_a_checkable_sentence_break_no_range(make: Make) -> None:
    rows = [make.sentence(1), make.sentence(3, checkable=False), make.sentence(7)]
    assert missing_places(rows) == "1-7"


def test_a_sentence_beside_a_covered_one_stands_by_line_and_column(make: Make) -> None:
    rows = [make.sentence(1), make.sentence(2, covered=True), make.sentence(2, 40), make.sentence(2, 90)]
    assert missing_places(rows) == "1, 2:40, 2:90"


def test_a_line_counts_by_its_checkable_sentences_only(make: Make) -> None:
    assert missing_places([make.sentence(2, checkable=False), make.sentence(2, 40)]) == "2"


def test_nothing_is_missing_where_all_is_covered(make: Make) -> None:
    assert missing_places([make.sentence(1, covered=True)]) == ""
    assert missing_places([]) == ""
