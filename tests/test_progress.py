"""Progress is told on a terminal, after a while, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from pytest_factcheck import progress


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


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, count: int) -> str:
    monkeypatch.setattr(progress, "time", Clock())
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(progress.progress(range(count), "claims")) == list(range(count))
    return stream.getvalue()


def test_a_person_who_waits_is_told_how_far_the_work_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        told(monkeypatch, Terminal(), 4) == "\r1 of 4 claims\r2 of 4 claims\r3 of 4 claims\r4 of 4 claims\n"
    )


def test_short_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), 1) == ""


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), 9) == ""
