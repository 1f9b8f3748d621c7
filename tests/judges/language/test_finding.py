"""Finding: what one rule says of a case."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from pytest_factcheck.judges.language.finding import Finding
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.vocabulary import Stance


def test_a_finding_leans_to_support_unless_it_says_otherwise() -> None:
    assert not Finding(Stance.UNDECIDED, reason("question")).against


def test_a_finding_does_not_change() -> None:
    finding = Finding(Stance.UNDECIDED, reason("question"))
    with pytest.raises(FrozenInstanceError):
        finding.against = True  # type: ignore[misc]
