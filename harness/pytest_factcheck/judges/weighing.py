"""Weighing: what one sentence says of one slot, value by value, and why a value does not count.

An attached value is compared with the claim's first. Then its sentence is read for what takes it back:
another event, a question, a cue, another reading, somebody else's words. A value that is not attached is
shown where subject and relation stand beside it, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pytest_factcheck.judges.attachment import Attachment
from pytest_factcheck.judges.claims import Asked, Topic
from pytest_factcheck.judges.datings import attached_dates
from pytest_factcheck.judges.holders import named_elsewhere, named_holders
from pytest_factcheck.judges.identity import Identity, identity
from pytest_factcheck.judges.mainevent import is_main_event
from pytest_factcheck.judges.measures import attached_quantities
from pytest_factcheck.judges.mentions import Mention, mentions
from pytest_factcheck.judges.plainness import can_contradict, obstacle
from pytest_factcheck.judges.pointing import points_here
from pytest_factcheck.judges.reading import Reading, window
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.judges.reporting import is_reported
from pytest_factcheck.judges.wording import amount, days
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.names import Likeness
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import stem
from pytest_factcheck.vocabulary import Passage, Question, Reason, Span

_DELEGATES = frozenset(map(stem, word_list("names", "delegates")))
_DESCRIBING = frozenset(map(stem, word_list("names", "titles", "offices", "posts", "roles", "office_graces")))
_REPRESENTING = frozenset(map(stem, word_list("verbs", "representing")))


class Outcome(StrEnum):
    """How a value that a sentence gives lies to the claim's."""

    MATCH = "match"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"


_BY_RELATION = {
    Relation.INSIDE: (Outcome.MATCH, "match"),
    Relation.DISJOINT: (Outcome.CONFLICT, "disjoint"),
    Relation.OVERLAPS: (Outcome.UNCLEAR, "overlaps"),
}
_BY_LIKENESS = {
    Likeness.SAME: (Outcome.MATCH, "holder-match"),
    Likeness.DIFFERENT: (Outcome.CONFLICT, "holder-differs"),
    Likeness.UNCLEAR: (Outcome.UNCLEAR, "holder-unclear"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One attached value beside the claim's: the outcome by value alone, and the words for its reason."""

    outcome: Outcome
    code: str
    attachment: Attachment
    words: tuple[tuple[str, str], ...]
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sentence says of one slot, with everything weighed."""

    outcome: Outcome
    reason: Reason


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence is weighed against: the question, its claim, the passage and the sentence in it."""

    question: Question
    asked: Asked
    passage: Passage
    sentence: Span
    reading: Reading


def findings(topic: Topic, scene: Scene) -> Iterator[Finding]:
    """Yield what a sentence says of a slot, in order."""
    found = mentions(scene.reading.tokens, topic.about)
    compared = tuple(_comparisons(topic, scene, found)) if found else ()
    yield from (_weighed(topic, scene, comparison) for comparison in compared)
    if not compared:
        yield from _loose(topic, scene, found)


def _comparisons(topic: Topic, scene: Scene, found: tuple[Mention, ...]) -> Iterator[Comparison]:
    reading = scene.reading
    if topic.quantity:
        for quantity, attachment in attached_quantities(reading, topic, found):
            outcome, tail = _BY_RELATION[quantity.interval.relation(topic.quantity.interval)]
            words = (("ours", amount(topic.quantity)), ("theirs", amount(quantity)))
            yield Comparison(outcome, f"quantity-{tail}", attachment, words)
    published = scene.passage.published
    asked = topic.day(published)
    if asked:
        for day, attachment in attached_dates(reading, topic, found, reading.dates(published), published):
            outcome, tail = _BY_RELATION[day.relation(asked)]
            words = (("ours", days(asked)), ("theirs", days(day)))
            ahead = published is not None and day.start > published
            yield Comparison(outcome, f"date-{tail}", attachment, words, ahead)
    if topic.holders:
        for naming in named_holders(reading, topic, found):
            outcome, code = _BY_LIKENESS[naming.likeness]
            yield Comparison(outcome, code, naming.attachment, ())


def _weighed(topic: Topic, scene: Scene, comparison: Comparison) -> Finding:
    """Return what a comparison comes to when its sentence is read: who says it, how, of which event."""
    attachment = comparison.attachment
    doubt, cue = _doubt(topic, scene, comparison)
    outcome = Outcome.UNCLEAR if doubt else comparison.outcome
    words = {
        "claim": topic.label,
        "source": attachment.value.of(scene.reading.text),
        "about": _words(scene.reading, attachment.mention),
        "cue": cue,
        **dict(comparison.words),
    }
    source = attachment.value.shifted(scene.sentence.start)
    return Finding(outcome, reason(doubt or comparison.code, topic.value, source, **words))


def _doubt(topic: Topic, scene: Scene, comparison: Comparison) -> tuple[str, str]:
    """Return the code of what keeps a comparison from counting, and the word that does; empty if nothing."""
    if comparison.outcome is Outcome.UNCLEAR:
        return "", ""
    cue = obstacle(scene.reading, comparison.attachment)
    word = scene.reading.tokens[cue.at].text if cue else ""
    checks = (
        ("other-event", _is_other(topic, scene, comparison)),
        ("question", scene.reading.asks),
        ("date-ahead", comparison.ahead),
        ("not-asserted", cue is not None),
        ("reading-unsure", _is_unsure(topic, comparison)),
        (
            "attributed",
            scene.question.asserted and _is_reported(scene, comparison.attachment),
        ),
    )
    return next(((code, word) for code, applies in checks if applies), ("", ""))


def _is_other(topic: Topic, scene: Scene, comparison: Comparison) -> bool:
    """Tell whether another event is meant or, where the passage does not name it fully, may be meant."""
    attachment = comparison.attachment
    if identity(scene.reading.tokens, attachment, topic.known) is Identity.OTHER:
        return True
    if comparison.outcome is Outcome.MATCH:
        return bool(_lacking(topic, scene, attachment))
    return not _of_same_event(topic, scene, attachment)


def _is_unsure(topic: Topic, comparison: Comparison) -> bool:
    """Tell whether another reading matters; for a match the kind of the value settles some."""
    settled = comparison.outcome is Outcome.MATCH and not topic.holders
    return not comparison.attachment.sure and not settled


def _is_reported(scene: Scene, attachment: Attachment) -> bool:
    own = frozenset({attachment.at})
    return is_reported(scene.passage, scene.sentence, scene.reading, attachment.value, own)


def _of_same_event(topic: Topic, scene: Scene, attachment: Attachment) -> bool:
    """Tell whether a conflict is about the claim's own event: the passage has all that points to it."""
    if not can_contradict(scene.reading, attachment, topic.known):
        return is_main_event(scene.asked, scene.reading, attachment, scene.passage, topic.known)
    if not points_here(scene.asked, topic, scene.passage):
        return False
    return not _lacking(topic, scene, attachment)


def _lacking(topic: Topic, scene: Scene, attachment: Attachment) -> frozenset[str]:
    """Return the words of the subject's name that neither the mention nor the passage around it has."""
    keys = attachment.mention.keys
    if not keys < topic.subject or attachment.mention.proper:
        return frozenset()
    around = frozenset().union(*(reading.keys for reading in window(scene.passage)))
    lacking = topic.subject - keys - around - _DESCRIBING
    represents = scene.reading.tokens[attachment.at].stem in _REPRESENTING
    return frozenset() if represents and lacking <= _DELEGATES else lacking


def _loose(topic: Topic, scene: Scene, found: tuple[Mention, ...]) -> Iterator[Finding]:
    """Yield the value that a sentence holds beside the relation without saying it of the subject."""
    reading = scene.reading
    if topic.holders:
        phrase = named_elsewhere(reading, topic)
        if phrase is not None:
            yield _shown("holder-elsewhere", topic, scene, phrase.span(reading.tokens))
            return
    stems = {relation.head for relation in topic.relations}
    value = (
        _loose_value(topic, scene) if found and any(token.stem in stems for token in reading.tokens) else None
    )
    if value is not None:
        yield _shown("value-unattached", topic, scene, value)


def _shown(code: str, topic: Topic, scene: Scene, value: Span) -> Finding:
    words = {"source": value.of(scene.reading.text), "about": topic.slot.about[0]}
    return Finding(Outcome.UNCLEAR, reason(code, topic.value, value.shifted(scene.sentence.start), **words))


def _loose_value(topic: Topic, scene: Scene) -> Span | None:
    """Return the first value of the slot's kind that would matter if it were attached."""
    reading = scene.reading
    if topic.quantity:
        spans = (one.span for one in reading.quantities if one.dimension == topic.quantity.dimension)
        return next(spans, None)
    if topic.slot.date:
        dated = (day.span for day in reading.dates(scene.passage.published) if not day.bound)
        return next(dated, None)
    names = {holder.name[-1] for holder in topic.holders if holder.name}
    named = (token.span for token in reading.tokens if token.lower in names)
    return next(named, None)


def _words(reading: Reading, mention: Mention) -> str:
    return reading.text[reading.tokens[mention.start].start : reading.tokens[mention.end - 1].end]
