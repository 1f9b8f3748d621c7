"""Thresholds: every number that draws a line between yes and no, from one data file.

What a number means and where it comes from is written beside it, in `data/thresholds.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SpanThresholds:
    """When a quote counts as found, changed or missing; lengths in code points, similarities from 0 to 1."""

    error_budget: float
    error_budget_max: int
    fuzzy_min_length: int
    skeleton_min_length: int
    long_quote: int
    similarity_long: float
    similarity_short: float
    context: float
    context_lead: float
    fuzzy_lead: float
    context_length: int


@dataclass(frozen=True, slots=True)
class RetrievalThresholds:
    """When a sentence is worth reading for the judges, and when it speaks of a claim at all."""

    share: float
    related: float


@dataclass(frozen=True, slots=True)
class VerbatimThresholds:
    """When a passage holds a claim in its own words."""

    coverage: float
    shortest_claim: int
    spread: float


@dataclass(frozen=True, slots=True)
class OriginThresholds:
    """When two texts are copies of one; `shingle` in words, the others as shares."""

    shingle: int
    similarity: float
    containment: float


@dataclass(frozen=True, slots=True)
class LanguageThresholds:
    """When a passage says a claim in other words, or the opposite."""

    focus: float
    supports: float
    words: float
    contradicts: float
    denied: float
    doubted: float
    framed: float
    core_slack: float
    held: float
    neighbour: float
    elsewhere: float
    other_clause: float
    like_deed: float
    metonym: float
    near_verbatim: float
    together: float
    counted_alike: float
    counted_other: float


@dataclass(frozen=True, slots=True)
class DraftingThresholds:
    """What is offered to a person who drafts an assertion."""

    near: float
    alike: float


_DATA = tomllib.loads(files(__package__).joinpath("data/thresholds.toml").read_text("utf-8"))
VERSION: int = _DATA["version"]
SPANS = SpanThresholds(**_DATA["spans"])
RETRIEVAL = RetrievalThresholds(**_DATA["retrieval"])
VERBATIM = VerbatimThresholds(**_DATA["verbatim"])
ORIGINS = OriginThresholds(**_DATA["origins"])
LANGUAGE = LanguageThresholds(**_DATA["language"])
DRAFTING = DraftingThresholds(**_DATA["drafting"])
