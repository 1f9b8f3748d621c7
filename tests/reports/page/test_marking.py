"""Marking: a text cut at the edges of marks is the same text, and each part knows what it is marked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.page.marking import Mark, lines_of, segments

TEXT = "Two sessions took place."


def mark(words: str, number: int = 1, stance: str = "supports") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), number, stance)


def cut(*marks: Mark) -> list[tuple[str, str]]:
    return [(one.text, one.numbers) for one in segments(TEXT, 0, len(TEXT), marks)]


def test_a_text_without_marks_is_one_part() -> None:
    assert cut() == [(TEXT, "")]


def test_a_mark_is_a_part_of_its_own() -> None:
    assert cut(mark("sessions")) == [("Two ", ""), ("sessions", "1"), (" took place.", "")]


def test_where_marks_overlap_is_a_part_of_both() -> None:
    found = cut(mark("Two sessions took", 1), mark("took place", 2))
    assert found == [("Two sessions ", "1"), ("took", "1 2"), (" place", "2"), (".", "")]


def test_a_part_names_each_side_once() -> None:
    marks = (mark("took", 1), mark("took", 2), mark("took", 3, "contradicts"))
    (part,) = [one for one in segments(TEXT, 0, len(TEXT), marks) if one.marks]
    assert part.stances == ("contradicts", "supports")


def test_a_mark_ends_once_in_its_last_part() -> None:
    marks = (mark("Two sessions took", 1), mark("sessions", 2))
    ending = [[one.number for one in part.ending] for part in segments(TEXT, 0, len(TEXT), marks)]
    assert ending == [[], [2], [1], []]


def test_a_mark_reaches_beyond_the_part_that_is_shown() -> None:
    shown = segments(TEXT, 4, 12, [mark("Two sessions took")])
    assert [(one.text, one.numbers) for one in shown] == [("sessions", "1")]
    assert shown[0].ending == ()


@given(st.data())
def test_the_parts_together_are_the_text_and_each_mark_is_covered(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))
    place = st.integers(0, len(text))
    marks = data.draw(
        st.lists(st.builds(Mark, place, place, st.integers(1, 5), st.just("supports")), max_size=6)
    )
    start = data.draw(place)
    end = data.draw(st.integers(start, len(text)))
    parts = segments(text, start, end, marks)
    assert "".join(one.text for one in parts) == text[start:end]
    for one in marks:
        covered = sum(len(part.text) for part in parts if one in part.marks)
        assert covered == max(0, min(one.end, end) - max(one.start, start))


def test_lines_are_counted_with_those_that_are_empty() -> None:
    assert lines_of("ab\n\nc\n") == ((0, 2), (3, 3), (4, 5), (6, 6))
