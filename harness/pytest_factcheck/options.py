"""Options that `pytest` and `factcheck` share: their words, and how they are read."""

from __future__ import annotations

import argparse

from pytest_factcheck.errors import UsageError

JUDGES_HELP = "ask these judges, separated by commas, instead of those in the settings"


def judge_names(option: str | None) -> tuple[str, ...]:
    """Return the names in a `--judges` option, in order; none where it was not given.

    Raises:
        UsageError: If it was given and names nothing.
    """
    if option is None:
        return ()
    names = tuple(filter(None, (name.strip() for name in option.split(","))))
    if not names:
        raise UsageError("--judges: name at least one judge, or leave the option out")
    return names


def percentage(word: str) -> float:
    """Return a percentage as it was typed.

    Raises:
        argparse.ArgumentTypeError: If it is none.
    """
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{word!r} is no percentage: give a number from 0 to 100")
    return value
