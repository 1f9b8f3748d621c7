"""What can be wrong, in one shape: a problem with a slug, a place and what to do.

A problem is a value. It is collected, sorted and printed, and it becomes an exception only where work
cannot go on: `InvalidInput` carries every problem of the files that were read, `UsageError` says that
the command or its settings make no sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from pytest_factcheck.location import Excerpt, Location


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong: where, which kind (a stable slug), what, and what to do about it.

    `related` shows the words of the sources that it is about. The message names them too, so that two
    problems that a reader cannot tell apart stay one.
    """

    location: Location
    slug: str
    message: str
    advice: str = ""
    related: tuple[Excerpt, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        tail = f" ({self.advice})" if self.advice else ""
        return f"{self.location}: {self.slug}: {self.message}{tail}"


class FactcheckError(Exception):
    """Whatever this package refuses on purpose; its text is ready to be shown."""


class UsageError(FactcheckError, ValueError):
    """A command, an option or a setting that makes no sense."""


class InvalidInput(FactcheckError, ValueError):  # noqa: N818 - it names what was read, as `InvalidURL` does
    """Files that cannot be used, with every problem found in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return `did you mean 'x'?` for the known word nearest to `word`, or an empty string."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""


def visible(words: str) -> str:
    """Return words with each character that nobody sees, or that a terminal acts on, written as an escape."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in words)
