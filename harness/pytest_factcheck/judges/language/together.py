"""Together: what several sentences in focus say of a statement that none of them says alone.

Every name, amount and deed must stand in one of them, and none of them may lean against the statement, or
name another in the place of one of two partners.
"""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.coverage import share
from pytest_factcheck.judges.language.naming import partner
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Opinion, Stance


def together(name: str, cases: Sequence[Case], opinions: Sequence[Opinion]) -> Opinion:
    """Return what several sentences say of one statement, from the case and the opinion on each."""
    silent = Opinion(name, Stance.SILENT)
    if len(cases) < 2 or any(opinion.score < 0 for opinion in opinions) or any(map(partner, cases)):
        return silent
    best = [
        max(rows, key=lambda one: one.grade)
        for rows in zip(*(case.coverage.held for case in cases), strict=True)
    ]
    covered = share(best, [one.grade for one in best])
    needed = (one for one in best if one.facet.exact or one.facet.core)
    if covered < LANGUAGE.together or any(one.grade < LANGUAGE.held for one in needed):
        return silent
    whole = cases[0].passage.focus
    why = reason("spread-over", None, whole, share=f"{round(100 * covered)} %")
    return Opinion(name, Stance.SUPPORTS, round(LANGUAGE.together * covered, 4), (why,))
