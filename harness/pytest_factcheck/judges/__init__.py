"""The judges: each reads one passage and says what it says of a claim, and why.

A judge is a module of this package, imported when it is asked for: their tables take longer to read than all
files of a project, and what only checks those files needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import cast

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.vocabulary import Opinion, Passage, Question

__all__ = ["JUDGES", "Judge", "check_names", "named"]

Judge = Callable[[Question, Passage], Opinion]

INSTALLED = ("slots", "verbatim", "language")

# Judges that the design names and that this installation does not have.
NOT_INSTALLED = ("nli", "llm")


class _Judges(Mapping[str, Judge]):
    """Every judge by its name, imported on first use."""

    def __getitem__(self, name: str) -> Judge:
        if name not in INSTALLED:
            raise KeyError(name)
        return cast("Judge", import_module(f"{__name__}.{name}").judge)

    def __contains__(self, name: object) -> bool:
        return name in INSTALLED

    def __iter__(self) -> Iterator[str]:
        return iter(INSTALLED)

    def __len__(self) -> int:
        return len(INSTALLED)


JUDGES: Mapping[str, Judge] = _Judges()


def named(names: Sequence[str]) -> tuple[Judge, ...]:
    """Return the judges with these names, in this order, each once.

    Raises:
        UsageError: If a name is no judge's, or the judge is not installed; or if there is no name.
    """
    check_names(names)
    return tuple(JUDGES[name] for name in dict.fromkeys(names))


def check_names(names: Sequence[str]) -> None:
    """Refuse names that `named` would refuse, without importing any judge.

    Raises:
        UsageError: As `named` does.
    """
    if not names:
        raise UsageError(f"no judge is named; there are {_listed(INSTALLED)}")
    for name in names:
        _check_name(name)


def _check_name(name: str) -> None:
    if name in INSTALLED:
        return
    if name in NOT_INSTALLED:
        raise UsageError(f"the judge '{name}' is not installed here; installed are {_listed(INSTALLED)}")
    hint = did_you_mean(name, (*INSTALLED, *NOT_INSTALLED))
    raise UsageError(f"there is no judge '{name}'; {hint or f'there are {_listed(INSTALLED)}'}")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
