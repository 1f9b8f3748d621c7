"""The judge `slots`: compare the one right value of each declared slot with what a passage says.

A value counts only if the sentence says it of the slot's subject. One plain conflict about the claim's own
event contradicts; all slots matching, with the rest of the claim covered, support. Whatever is less than that
is undecided, with the reason. A claim without slots is none of this judge's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pytest_factcheck.judges.claims import Asked, understand
from pytest_factcheck.judges.coverage import missing
from pytest_factcheck.judges.partners import other_partner
from pytest_factcheck.judges.reading import read, window
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.judges.weighing import Finding, Outcome, Scene, findings
from pytest_factcheck.language.grammar import Token
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Stance

NAME = "slots"
_MATCHED_IN_PART = 0.4  # the score of an opinion whose slots all match but one, and less


def judge(question: Question, passage: Passage) -> Opinion:
    """Say what a passage says of a claim by the values of its slots.

    Args:
        question: The claim with its slots.
        passage: The sentences in focus are compared; the others of the window may only cover the claim's
            other words.
    """
    if not question.slots:
        return Opinion(NAME, Stance.SILENT)
    asked = understand(question)
    scenes = tuple(_scenes(question, asked, passage))
    refused = _refused(asked, scenes)
    if refused:
        return Opinion(NAME, Stance.UNDECIDED, 0.0, refused)
    found = tuple(
        tuple(finding for scene in scenes for finding in findings(topic, scene)) for topic in asked.topics
    )
    if not any(found):
        return Opinion(NAME, Stance.SILENT)
    return _opinion(asked, passage, found)


def _refused(asked: Asked, scenes: tuple[Scene, ...]) -> tuple[Reason, ...]:
    """Return why a passage cannot be compared at all: a value or a sentence that cannot be read."""
    unreadable = (reason("bad-value", claim=topic.label) for topic in asked.topics if not topic.readable)
    endless = (reason("too-long", None, scene.sentence) for scene in scenes if scene.reading.too_long)
    return (*unreadable, *endless) if scenes else ()


def _scenes(question: Question, asked: Asked, passage: Passage) -> Iterator[Scene]:
    """Yield the sentences in focus that speak of some slot's subject."""
    needs = _needs(question)
    for sentence in passage.judged:
        reading = read(sentence.of(passage.text))
        if any(need <= reading.marks for need in needs):
            yield Scene(question, asked, passage, sentence, reading)


@lru_cache(maxsize=1 << 14)
def _needs(question: Question) -> tuple[frozenset[str], ...]:
    """Return, for each alias of the question's slots, the stems that a sentence must hold to use it."""
    aliases = (alias for topic in understand(question).topics for alias in topic.about)
    return tuple(dict.fromkeys(frozenset(filter(None, map(_mark, alias))) for alias in aliases))


def _mark(token: Token) -> str:
    if token.country:
        return "" if " " in token.text else token.key
    return token.key


def _opinion(asked: Asked, passage: Passage, found: tuple[tuple[Finding, ...], ...]) -> Opinion:
    """Return the opinion on a passage from what was found for each slot."""
    reasons = tuple(dict.fromkeys(finding.reason for findings in found for finding in findings))
    outcomes = [{finding.outcome for finding in findings} for findings in found]
    if any({Outcome.MATCH, Outcome.CONFLICT} <= seen for seen in outcomes):
        return Opinion(NAME, Stance.UNDECIDED, 0.0, (reason("values-differ"), *reasons))
    if asked.cue is not None:
        cue = asked.reading.tokens[asked.cue.at].text
        return Opinion(NAME, Stance.UNDECIDED, 0.0, (reason("claim-not-plain", cue=cue), *reasons))
    if any(Outcome.CONFLICT in seen for seen in outcomes):
        first = sorted(reasons, key=_is_agreement)
        return Opinion(NAME, Stance.CONTRADICTS, -1.0, tuple(first))
    matched = sum(Outcome.MATCH in seen for seen in outcomes)
    if matched < len(outcomes):
        absent = (topic for topic, findings in zip(asked.topics, found, strict=True) if not findings)
        lacking = tuple(reason("slot-missing", topic.value, about=topic.slot.about[0]) for topic in absent)
        return Opinion(
            NAME, Stance.UNDECIDED, _MATCHED_IN_PART * matched / len(outcomes), (*reasons, *lacking)
        )
    return _supported(asked, passage, reasons)


def _is_agreement(one: Reason) -> bool:
    return one.code.endswith("-match")


def _supported(asked: Asked, passage: Passage, reasons: tuple[Reason, ...]) -> Opinion:
    uncovered = missing(asked.rest, asked.reading, window(passage))
    others = tuple(_other_partners(asked, passage))
    if others:
        return Opinion(NAME, Stance.UNDECIDED, 0.0, (*others, *reasons))
    if not uncovered:
        return Opinion(NAME, Stance.SUPPORTS, 1.0, reasons)
    share = 1 - len(uncovered) / len(asked.rest)
    words = ", ".join(token.text for token in uncovered)
    lacking = reason("not-covered", uncovered[0].span, words=words)
    return Opinion(NAME, Stance.UNDECIDED, _MATCHED_IN_PART + 0.09 * share, (lacking, *reasons))


def _other_partners(asked: Asked, passage: Passage) -> Iterator[Reason]:
    """Yield where a sentence joins another to one of two whom the claim joins: "Denmark and Chile"."""
    for sentence in passage.judged:
        tokens, ours = read(sentence.of(passage.text)).tokens, asked.reading.tokens
        found = other_partner(ours, tokens)
        if found:
            one, other = ours[found.ours], tokens[found.theirs]
            place = other.span.shifted(sentence.start)
            yield reason("other-name", one.span, place, claim=one.text, source=other.text)
