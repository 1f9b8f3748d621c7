"""Verdicts: from opinions to the stance of a passage, of a source, and to what the corpus says.

Everything here is a table of the design page. Contradiction is looked at before support, always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pytest_factcheck.vocabulary import Opinion, Stance, Verdict

SIDES = (Stance.SUPPORTS, Stance.CONTRADICTS)

# In a passage the first of these that a judge holds decides.
PRECEDENCE = (Stance.CONTRADICTS, Stance.SUPPORTS, Stance.UNDECIDED)

# (some support, some contradict) -> what a source says, and what the corpus says.
SOURCE_STANCE: Mapping[tuple[bool, bool], Stance] = {
    (True, True): Stance.MIXED,
    (True, False): Stance.SUPPORTS,
    (False, True): Stance.CONTRADICTS,
}
CORPUS_VERDICT: Mapping[tuple[bool, bool], Verdict] = {
    (True, True): Verdict.DISPUTED,
    (True, False): Verdict.SUPPORTED,
    (False, True): Verdict.CONTRADICTED,
    (False, False): Verdict.ABSENT,
}

# What an assertion needs, and what it cannot stand, by its expectation.
REQUIRED: Mapping[Verdict, tuple[Stance, ...]] = {
    Verdict.SUPPORTED: (Stance.SUPPORTS,),
    Verdict.CONTRADICTED: (Stance.CONTRADICTS,),
    Verdict.DISPUTED: (Stance.SUPPORTS, Stance.CONTRADICTS),
    Verdict.ABSENT: (),
}
FORBIDDEN: Mapping[Verdict, tuple[Stance, ...]] = {
    Verdict.SUPPORTED: (Stance.CONTRADICTS,),
    Verdict.CONTRADICTED: (Stance.SUPPORTS,),
    Verdict.DISPUTED: (),
    Verdict.ABSENT: SIDES,
}


def deciding(opinions: Iterable[Opinion]) -> Opinion | None:
    """Return the opinion that decides a passage: the first judge's among those of the strongest stance.

    None where every judge is silent.
    """
    held = tuple(opinions)
    for stance in PRECEDENCE:
        for opinion in held:
            if opinion.stance is stance:
                return opinion
    return None


def sides(stance: Stance) -> tuple[Stance, ...]:
    """Return the sides on which a source with this stance counts; a mixed one counts on both."""
    if stance is Stance.MIXED:
        return SIDES
    return (stance,) if stance in SIDES else ()


def source_stance(stances: Iterable[Stance]) -> Stance:
    """Return the stance of a source from those of its passages and its evidence."""
    seen = set(stances)
    spoken = {side for stance in seen for side in sides(stance)}
    quiet = Stance.UNDECIDED if Stance.UNDECIDED in seen else Stance.SILENT
    return SOURCE_STANCE.get((Stance.SUPPORTS in spoken, Stance.CONTRADICTS in spoken), quiet)


def corpus_verdict(stances: Iterable[Stance]) -> Verdict:
    """Return what the corpus says from the stances of its sources."""
    spoken = {side for stance in stances for side in sides(stance)}
    return CORPUS_VERDICT[Stance.SUPPORTS in spoken, Stance.CONTRADICTS in spoken]
