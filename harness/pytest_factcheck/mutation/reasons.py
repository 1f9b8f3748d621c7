"""Reasons: why nothing noticed a mutant, in one sentence for an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pytest_factcheck.evidence import shown
from pytest_factcheck.examination import Hearing
from pytest_factcheck.findings import Basis, EvidenceFinding, Finding, SourceFinding
from pytest_factcheck.mutation.mutation import Fate, Place
from pytest_factcheck.mutation.trial import Trial
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Stance

BY_TEXT = "only the text would tell: "


def why(trial: Trial) -> str:
    """Return why no judge noticed a mutant."""
    told = _WHY[trial.mutation.place](trial)
    return f"{BY_TEXT}{told}" if trial.fate is Fate.BY_TEXT else told


def _of_evidence(trial: Trial) -> str:
    """Say what the evidence rests on now; a judge that is content comes before one that is silent."""
    evidence = [(source, found) for source in trial.finding.sources for found in source.evidence]
    if trial.mutation.source:
        evidence = [
            (source, found) for source, found in evidence if source.source.id == trial.mutation.source
        ]
    taking = [(source, found) for source, found in evidence if found.evidence.stance in SIDES]
    for source, found in taking:
        if found.rests_on is Basis.JUDGED and found.hearing:
            said = f"{_judge(found.hearing)} still reads {source.source.id} as {found.evidence.stance}"
            return f"{said}{_because(found.hearing)}"
    return next(_unheard(*pair) for pair in taking) if taking else "no evidence takes a side"


def _unheard(source: SourceFinding, found: EvidenceFinding) -> str:
    heard = found.hearing.stance if found.hearing else Stance.SILENT
    place = f"{source.source.id} “{shown(found.evidence.pieces[0])}”"
    return f"no judge confirms {place}, and none opposes it ({heard})"


def _of_silence(trial: Trial) -> str:
    return f"no judge reads “{shown(trial.mutation.after)}” as said of the claim"


def _of_copy(trial: Trial) -> str:
    return f"no judge reads “{shown(trial.mutation.after)}” as against the claim"


def _of_side(trial: Trial) -> str:
    speaking = list(_speaking(trial.finding))
    return f"the corpus is still {trial.finding.verdict}: {'; '.join(speaking)}"


def _speaking(finding: Finding) -> Iterator[str]:
    for source in finding.sources:
        for hearing in source.hearings:
            if hearing.stance in SIDES and source.read:
                place = source.read.location(hearing.passage.focus.start)
                yield f"{place} {hearing.stance}{_because(hearing)}"


_WHY: Mapping[Place, Callable[[Trial], str]] = {
    Place.CLAIM: _of_evidence,
    Place.SENTENCE: _of_evidence,
    Place.PLANTED: _of_silence,
    Place.COPY: _of_copy,
    Place.SIDE: _of_side,
}


def _judge(hearing: Hearing) -> str:
    return f"`{hearing.decisive.judge}`" if hearing.decisive else "no judge"


def _because(hearing: Hearing) -> str:
    reasons = hearing.decisive.reasons if hearing.decisive else ()
    return f": {reasons[0].text}" if reasons else ""
