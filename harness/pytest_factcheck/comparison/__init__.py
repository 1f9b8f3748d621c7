"""Two states of a project compared: what was written otherwise, and what came of it."""

from pytest_factcheck.comparison.changes import AssertionChange, Comparison, Kind, SourceChange
from pytest_factcheck.comparison.comparing import compared
from pytest_factcheck.comparison.state import SourceState, State, essence

__all__ = [
    "AssertionChange",
    "Comparison",
    "Kind",
    "SourceChange",
    "SourceState",
    "State",
    "compared",
    "essence",
]
