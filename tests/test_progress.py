"""Progress is shown on a terminal, after a while, and nowhere else; nothing of it stays."""

from __future__ import annotations

import io
import sys
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import progress

Stream = TypeVar("Stream", bound=io.StringIO)
COUNTS = st.integers(1, 10**6).flatmap(lambda every: st.tuples(st.integers(0, every), st.just(every)))


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class Clock:
    """A clock that moves on by one second at each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        """Return the seconds since it was made."""
        self.now += 1
        return self.now


def watched(monkeypatch: pytest.MonkeyPatch, stream: Stream) -> Stream:
    """Let a stream of forty columns take standard error, where time goes by."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(progress, "time", Clock())
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def shown(stream: io.StringIO) -> list[str]:
    """Return what stood in the line of the terminal, one after the other."""
    return stream.getvalue().split("\r")[1:]


def worked_through(count: int) -> None:
    assert list(progress.progress(range(count), "claims")) == list(range(count))


def test_a_person_who_waits_sees_how_far_the_work_has_come_until_it_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = watched(monkeypatch, Terminal())
    worked_through(4)
    assert shown(terminal) == [
        "[#####------------------] 1 of 4 claims",
        "[###########------------] 2 of 4 claims",
        "[#################------] 3 of 4 claims",
        " " * 39,
        "",
    ]


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, Terminal())
    worked_through(1)
    assert terminal.getvalue() == ""


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = watched(monkeypatch, io.StringIO())
    worked_through(9)
    assert pipe.getvalue() == ""


def stopped(error: BaseException) -> None:
    for number in progress.progress(range(9), "claims"):
        if number == 3:
            raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError()])
def test_whoever_tells_of_an_error_finds_a_clean_line(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    terminal = watched(monkeypatch, Terminal())
    with pytest.raises(type(error)) as caught:
        stopped(error)
    assert shown(terminal)[-3:] == ["[#######----------------] 3 of 9 claims", " " * 39, ""]
    assert caught.tb  # the frames are still there, so that nothing was cleaned up because they went


def test_a_line_that_gets_shorter_leaves_nothing_of_the_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, Terminal())
    for number in progress.progress(range(9), "claims"):
        if number == 3:
            monkeypatch.setenv("COLUMNS", "20")
    wide, narrow = shown(terminal)[2:4]
    assert (len(wide), narrow) == (39, "4 of 9 claims".ljust(39))


def test_a_narrow_terminal_has_the_counts_alone() -> None:
    assert progress.bar(61, 179, "assertions", 28) == "[#---] 61 of 179 assertions"
    assert progress.bar(61, 179, "assertions", 27) == "61 of 179 assertions"
    assert progress.bar(61, 179, "assertions", 10) == "61 of 179"


def test_a_wide_terminal_is_not_filled() -> None:
    assert progress.bar(61, 179, "assertions", 200) == "[##########--------------------] 61 of 179 assertions"


@given(COUNTS, st.integers(1, 120))
def test_a_bar_is_plain_and_never_reaches_the_edge(counts: tuple[int, int], width: int) -> None:
    line = progress.bar(*counts, "assertions", width)
    assert line.isascii()
    assert len(line) < width
    assert line.count("#") * counts[1] <= 30 * counts[0]
