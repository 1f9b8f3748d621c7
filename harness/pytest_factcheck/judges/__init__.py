"""The judges: each reads one passage and says what it says of a claim, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.judges import language, slots, verbatim
from pytest_factcheck.judges.declared import slot_mistake
from pytest_factcheck.vocabulary import Opinion, Passage, Question

__all__ = ["JUDGES", "Judge", "named", "slot_mistake"]

Judge = Callable[[Question, Passage], Opinion]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {slots.NAME: slots.judge, verbatim.NAME: verbatim.judge, language.NAME: language.judge}
)

# Judges that the design names and that this installation does not have.
NOT_INSTALLED = ("nli", "llm")


def named(names: Sequence[str]) -> tuple[Judge, ...]:
    """Return the judges with these names, in this order, each once.

    Raises:
        UsageError: If a name is no judge's, or the judge is not installed; or if there is no name.
    """
    if not names:
        raise UsageError(f"no judge is named; there are {_listed(tuple(JUDGES))}")
    return tuple(_judge(name) for name in dict.fromkeys(names))


def _judge(name: str) -> Judge:
    if name in JUDGES:
        return JUDGES[name]
    if name in NOT_INSTALLED:
        raise UsageError(f"the judge '{name}' is not installed here; installed are {_listed(tuple(JUDGES))}")
    hint = did_you_mean(name, (*JUDGES, *NOT_INSTALLED))
    advice = hint or f"there are {_listed(tuple(JUDGES))}"
    raise UsageError(f"there is no judge '{name}'; {advice}")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
