"""Implied slots: the judge `slots` asked with what the claim states and nobody declared.

"X led the delegation" holds one right value as plainly as a declared slot does. What the passage lacks of the
claim's other words may be names that other places of the text hold.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_factcheck.judges import slots
from pytest_factcheck.judges.claims import understand
from pytest_factcheck.judges.coverage import missing
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.judges.language.holding import names_of
from pytest_factcheck.judges.reading import window
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.language.words import words
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

ANOTHER = words_of("language", "of_another")
_BESIDE = 25  # code points beside a value
_NAMED_ELSEWHERE = 0.9  # the score of an opinion whose other names stand elsewhere in the text


def implies_amount(question: Question) -> bool:
    """Tell whether a slot that a claim implies turns on an amount."""
    return any(slot.quantity for slot in infer(question.claim))


def implied_names(question: Question) -> frozenset[str]:
    """Return the names that a claim implies as right values of its slots, as it writes them."""
    return frozenset(name for slot in infer(question.claim) for name in slot.entity)


def by_implied_slots(question: Question, passage: Passage, name: str) -> Opinion:
    """Return what a passage says of the slots that a claim implies, as an opinion of the judge `name`."""
    implied = () if question.slots else infer(question.claim)
    if not implied:
        return Opinion(name, Stance.SILENT)
    asked = replace(question, slots=implied)
    opinion = slots.judge(asked, passage)
    rest = tuple(one for one in opinion.reasons if one.code != "not-covered")
    matched = rest != opinion.reasons and all(one.code.endswith("-match") for one in rest)
    if opinion.stance is Stance.UNDECIDED and matched and _named_elsewhere(asked, passage):
        return Opinion(name, Stance.SUPPORTS, _NAMED_ELSEWHERE, rest)
    if opinion.stance is Stance.CONTRADICTS and _tells_another(opinion, passage, question):
        return replace(opinion, judge=name, stance=Stance.UNDECIDED, score=0.0)
    return replace(opinion, judge=name)


def _tells_another(opinion: Opinion, passage: Passage, question: Question) -> bool:
    """Tell whether a word beside the value tells another event: "also took place in 2017"."""
    ours = {word.text.lower() for word in words(question.claim)}
    spans = (one.source for one in opinion.reasons if one.source)
    near = (part for span in spans for part in _beside(passage.text, span))
    return any(word.text.lower() in ANOTHER - ours for part in near for word in words(part))


def _beside(text: str, span: Span) -> tuple[str, str]:
    """Return what stands right before and behind a value, as far as the next comma."""
    before, behind = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    return before.rpartition(",")[2], behind.partition(",")[0]


def _named_elsewhere(question: Question, passage: Passage) -> bool:
    """Tell whether all that the passage lacks of a claim are names that other places of the text hold."""
    asked = understand(question)
    lacking = missing(asked.rest, asked.reading, window(passage))
    return all(token.named and sounded(token.text) in names_of(passage.text) for token in lacking)
