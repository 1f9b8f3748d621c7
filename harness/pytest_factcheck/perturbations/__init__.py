"""Perturbations: a sentence changed in one place, so that its meaning changes for certain, or does not.

An operator takes one sentence and returns its mutants in a fixed order; where it cannot be sure it returns
none. `CHANGES` make another statement of it, one that cannot be read out of the old; `REPHRASINGS` keep the
statement and its words, `PARAPHRASES` the statement in other words, which a judge may fail to follow. None of
them knows a corpus or a judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pytest_factcheck.perturbations import (
    calendar,
    equivalents,
    framing,
    names,
    negation,
    numbers,
    opposites,
    quantifiers,
    roles,
    synonyms,
    typography,
    voice,
)
from pytest_factcheck.perturbations.mutant import Mutant, Operator

__all__ = [
    "CHANGES",
    "PARAPHRASES",
    "REPHRASINGS",
    "Mutant",
    "Operator",
    "mutants",
    "paraphrases",
    "rephrasings",
]

CHANGES: Mapping[str, Operator] = MappingProxyType(
    {
        "number": numbers.number,
        "magnitude": numbers.magnitude,
        "unit": numbers.unit,
        "comparator": numbers.comparator,
        "day": calendar.day,
        "weekday": calendar.weekday,
        "month": calendar.month,
        "year": calendar.year,
        "country": names.country,
        "person": names.person,
        "place": names.place,
        "organisation": names.organisation,
        "role": roles.role,
        "negate": negation.negate,
        "affirm": negation.affirm,
        "quantifier": quantifiers.quantifier,
        "opposite": opposites.opposite,
    }
)

REPHRASINGS: Mapping[str, Operator] = MappingProxyType(
    {
        "unicode-form": typography.unicode_form,
        "quotation-marks": typography.quotation_marks,
        "hyphens": typography.hyphens,
        "white-space": typography.white_space,
        "line-wrap": typography.line_wrap,
        "first-letter": typography.first_letter,
        "same-number": equivalents.same_number,
        "same-unit": equivalents.same_unit,
        "same-date": equivalents.same_date,
    }
)

PARAPHRASES: Mapping[str, Operator] = MappingProxyType(
    {
        "synonym": synonyms.synonym,
        "passive": voice.passive,
        "fronted": framing.fronted,
        "reported": framing.reported,
    }
)


def mutants(sentence: str, operators: Iterable[str] = tuple(CHANGES)) -> tuple[Mutant, ...]:
    """Return what `operators` (names in `CHANGES`) make of a sentence: each says something else."""
    return tuple(mutant for name in operators for mutant in CHANGES[name](sentence))


def rephrasings(sentence: str, operators: Iterable[str] = tuple(REPHRASINGS)) -> tuple[Mutant, ...]:
    """Return what `operators` (names in `REPHRASINGS`) make of a sentence: each says the same."""
    return tuple(mutant for name in operators for mutant in REPHRASINGS[name](sentence))


def paraphrases(sentence: str, operators: Iterable[str] = tuple(PARAPHRASES)) -> tuple[Mutant, ...]:
    """Return what `operators` (names in `PARAPHRASES`) make of a sentence: the same in other words."""
    return tuple(mutant for name in operators for mutant in PARAPHRASES[name](sentence))
