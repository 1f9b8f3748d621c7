"""Finding: what one rule says of a case."""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.vocabulary import Reason, Stance


@dataclass(frozen=True, slots=True)
class Finding:
    """A stance with its reason; `against` tells to which side it leans where it decides nothing."""

    stance: Stance
    reason: Reason
    against: bool = False
