"""The judge `language`: what a passage says of a claim in other words, or against it.

It reads one sentence in focus at a time, with its neighbours for who and what is spoken of.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_factcheck.judges import slots
from pytest_factcheck.judges.claims import understand
from pytest_factcheck.judges.coverage import missing
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.language.coverage import cover
from pytest_factcheck.judges.language.facets import facets
from pytest_factcheck.judges.language.holding import holding, names_of
from pytest_factcheck.judges.language.judgement import NAME, Case, judged
from pytest_factcheck.judges.reading import read, window
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.verdict import PRECEDENCE
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

__all__ = ["NAME", "judge"]


def judge(question: Question, passage: Passage) -> Opinion:
    """Say what a passage says of a claim.

    Args:
        question: The claim.
        passage: Each sentence in focus is read by itself, with the others of the window as its surroundings.
    """
    opinions = [_read_sentence(question, passage, sentence) for sentence in passage.judged]
    opinions.append(_by_slots(question, passage))
    return min(opinions, key=_rank, default=Opinion(NAME, Stance.SILENT))


def _by_slots(question: Question, passage: Passage) -> Opinion:
    """Return what the slots say that the claim implies and nobody declared."""
    implied = () if question.slots else infer(question.claim)
    if not implied:
        return Opinion(NAME, Stance.SILENT)
    asked = replace(question, slots=implied)
    opinion = slots.judge(asked, passage)
    codes = {one.code for one in opinion.reasons if not one.code.endswith("-match")}
    if opinion.stance is Stance.UNDECIDED and codes == {"not-covered"} and _named_elsewhere(asked, passage):
        matches = tuple(one for one in opinion.reasons if one.code != "not-covered")
        return Opinion(NAME, Stance.SUPPORTS, 0.9, matches)
    return replace(opinion, judge=NAME)


def _named_elsewhere(question: Question, passage: Passage) -> bool:
    """Tell whether all that the passage lacks of a claim are names that other places of the text hold."""
    asked = understand(question)
    lacking = missing(asked.rest, asked.reading, window(passage))
    return all(token.named and sounded(token.text) in names_of(passage.text) for token in lacking)


def _rank(opinion: Opinion) -> tuple[int, float]:
    order = PRECEDENCE.index(opinion.stance) if opinion.stance in PRECEDENCE else len(PRECEDENCE)
    return order, -abs(opinion.score)


def _read_sentence(question: Question, passage: Passage, sentence: Span) -> Opinion:
    stated = plain_case(question.claim)
    parts = facets(stated, passage.published)
    if not parts:
        return Opinion(NAME, Stance.SILENT)
    claim, own = read(stated), holding(sentence.of(passage.text), passage.published)
    return judged(Case(question, claim, passage, sentence, own, cover(claim, parts, passage, sentence)))
