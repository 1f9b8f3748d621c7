"""Attributing: who says what a passage says, and whether that counts.

"X said P" supports P as something that X said; where the claim asks for what the source asserts itself it
supports nothing. "X denied P" is no support of P, whoever X is.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.judges.reporting import is_reported
from pytest_factcheck.language.attribution import Force, speaker
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.vocabulary import Opinion, Span, Stance

_HALF = 0.49


def attributed(opinion: Opinion, case: Case) -> Opinion:
    """Return an opinion that takes a side with who says the words that it rests on."""
    passage, sentence, source, spoken = case.passage, case.sentence, case.own.reading, case.spoken
    tokens = source.tokens
    place = Span(tokens[spoken.start].start, tokens[spoken.stop - 1].end)
    own = frozenset(one.at for one in case.here)
    disowned = opinion.stance is Stance.CONTRADICTS and any(cue.kind is CueKind.DENIAL for cue in source.cues)
    if not is_reported(passage, sentence, source, place, own) and not disowned:
        return opinion
    told = speaker(source.text, place, before=case.before, after=case.after)
    here = place.shifted(sentence.start)
    if case.question.asserted:
        clash = reason("attribution-clash", None, here)
        return replace(opinion, stance=Stance.UNDECIDED, score=_HALF * opinion.score, reasons=(clash,))
    if told is not None and told.force is Force.DENIED and opinion.stance is Stance.SUPPORTS:
        denied = reason("denied-by", None, here, who=told.who or "somebody")
        return replace(opinion, stance=Stance.UNDECIDED, score=-_HALF * opinion.score, reasons=(denied,))
    who = told.who if told is not None and told.who else "somebody whom the source quotes or reports"
    said = reason("said-by", None, here, who=who)
    return replace(opinion, reasons=(*opinion.reasons, said))
