"""Places: offsets to lines and columns and back, and how a place is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.location import LineIndex, Location

TEXTS = st.text(alphabet="ab\n\r\u2028é😀", max_size=60)


def test_a_location_is_written_as_path_line_and_column() -> None:
    assert str(Location("assertions/talks.yaml", 12, 5)) == "assertions/talks.yaml:12:5"


def test_a_location_without_line_is_the_head_of_the_file() -> None:
    assert str(Location("seeds/a.txt")) == "seeds/a.txt:1:1"


def test_locations_are_in_the_order_of_the_lines_and_not_of_their_digits() -> None:
    assert sorted([Location("a", 10), Location("a", 9), Location("a", 9, 2)]) == [
        Location("a", 9, 1),
        Location("a", 9, 2),
        Location("a", 10, 1),
    ]


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3))],
    ids=["first", "line feed", "empty line", "after it", "end of the text"],
)
def test_a_place_counts_lines_and_columns_from_one(offset: int, place: tuple[int, int]) -> None:
    assert LineIndex("ab\n\ncd").place(offset) == place


def test_columns_count_code_points() -> None:
    assert LineIndex("é😀x").place(2) == (1, 3)


def test_only_a_line_feed_ends_a_line() -> None:
    assert LineIndex("a\rb\u2028c\vd\u0085e").place(8) == (1, 9)


def test_an_empty_text_has_one_line() -> None:
    assert LineIndex("").place(0) == (1, 1)
    assert LineIndex("").offset(1) == 0


def test_the_line_after_a_final_line_feed_is_a_line() -> None:
    assert LineIndex("a\n").offset(2) == 2


@pytest.mark.parametrize("line", [0, -1, 3])
def test_a_line_that_there_is_not_has_no_offset(line: int) -> None:
    with pytest.raises(IndexError, match=f"line {line} of a text with 2 lines"):
        LineIndex("a\nb").offset(line)


@given(TEXTS, st.data())
def test_offset_is_the_inverse_of_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.place(offset)
    assert index.offset(line, column) == offset
    assert index.line(offset) == line == text[:offset].count("\n") + 1
    assert text[:offset].rpartition("\n")[2] == text[offset - column + 1 : offset]
