"""Repairs: which quotes have drifted from their sources, and the words that would bring them back.

One file of assertions against the corpus; pure but for the texts that the corpus reads. A repair of which it
is not certain that it leads to the one place that was quoted carries its doubt and is never made. Whether a
change of meaning is acceptable is for a person to say: here it is only named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import category

from pytest_factcheck import evidence as evidence_check
from pytest_factcheck.assertions import Assertion, AssertionFile, Evidence
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.errors import Problem
from pytest_factcheck.examination import Examiner
from pytest_factcheck.language.folding import fold
from pytest_factcheck.location import Location
from pytest_factcheck.spans import Anchor, Change, Outcome, Quote, locate
from pytest_factcheck.spans.context import fit
from pytest_factcheck.spans.drift import KINDS
from pytest_factcheck.spans.edges import certain
from pytest_factcheck.spans.nearby import alike
from pytest_factcheck.thresholds import SPANS
from pytest_factcheck.vocabulary import Span
from pytest_factcheck.yamlfile.document import Pointer
from pytest_factcheck.yamlfile.editing import replace_scalar
from pytest_factcheck.yamlfile.scalars import Scalar, wrapped

CRITICAL = frozenset(KINDS) - {"words"}
"""Kinds of change that change what a sentence says."""

_UNSEEN = frozenset({"Cc", "Cf"})
_JOINERS = "\u200c\u200d"  # invisible, and part of how words of some scripts are spelled


@dataclass(frozen=True, slots=True)
class Repair:
    """A quote that drifted, or a pin whose quote has moved.

    Attributes:
        assertion: The assertion that quotes.
        evidence: The evidence that the quote belongs to.
        location: Where the quote stands in its file.
        place: Where the words stand in the source.
        old: The words of the quote, and of the pin where only that is out of date.
        new: What would stand there.
        changes: What differs in the words; nothing where only the pin is out of date.
        edits: What would be written where.
        doubt: Why it is not certain that this place is meant; empty where it is.
    """

    assertion: Assertion
    evidence: Evidence
    location: Location
    place: Location
    old: str
    new: str
    changes: tuple[Change, ...]
    edits: Mapping[Pointer, Scalar]
    doubt: str = ""

    @property
    def drifted(self) -> bool:
        """Tell whether words differ, and not only where they stand."""
        return bool(self.changes)

    @property
    def critical(self) -> tuple[str, ...]:
        """Return the kinds of change in it that change what the sentence says."""
        return tuple(kind for kind in KINDS if kind in CRITICAL and kind in {c.kind for c in self.changes})

    def accepted(self, names: Collection[str]) -> bool:
        """Tell whether it can be made, critical changes only in the assertions of these names."""
        return not self.doubt and (not self.critical or self.assertion.id in names)


@dataclass(frozen=True, slots=True)
class Survey:
    """What became of the quotes of one file.

    Attributes:
        quotes: How many there are in texts that are here.
        repairs: Those that drifted or moved, in the order of the file.
        problems: Those that stand nowhere, or in several places: nothing to repair.
        unread: The sources whose texts are not on this machine.
    """

    quotes: int
    repairs: tuple[Repair, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]

    def left(self, names: Collection[str], *, written: bool) -> tuple[Repair, ...]:
        """Return the repairs that are not made: all if none is written, else those not accepted."""
        return tuple(repair for repair in self.repairs if not (written and repair.accepted(names)))


def survey(examiner: Examiner, file: AssertionFile) -> Survey:
    """Compare every quote of a file with its source.

    Args:
        examiner: The corpus.
        file: A file without mistakes; every source that it names exists.
    """
    quotes, unread = 0, []
    repairs: list[Repair] = []
    problems: list[Problem] = []
    for pointer, assertion, item in _evidence(file):
        text = examiner.corpus.text(item.source)
        if text is None:
            unread.append(item.source)
            continue
        anchors = evidence_check.located(examiner, item, text)
        quotes += len(anchors)
        for number, anchor in enumerate(anchors):
            case = _Case(examiner, assertion, item, pointer, number, text, anchor)
            if anchor.outcome is Outcome.DRIFTED:
                repairs.append(_drifted(case))
            elif anchor.moved:
                repairs.append(_moved(case))
        problems += [
            problem
            for problem in evidence_check.quote_problems(examiner, item, anchors, text)
            if problem.slug != evidence_check.DRIFT
        ]
    return Survey(quotes, tuple(repairs), tuple(problems), tuple(dict.fromkeys(unread)))


def repaired(text: str, path: str, repairs: Iterable[Repair]) -> str:
    """Return a file with repairs made in it, every other character as it was.

    Args:
        text: The file as it is on disk.
        path: Its name as people see it.
        repairs: What is repaired.

    Raises:
        InvalidInput: If the file has mistakes, or a value cannot be replaced without changing more.
    """
    for repair in repairs:
        for pointer, value in repair.edits.items():
            text = replace_scalar(text, path, pointer, value)
    return text


def _evidence(file: AssertionFile) -> Iterator[tuple[Pointer, Assertion, Evidence]]:
    # Without mistakes every entry of the file is an assertion, so that their numbers are those of the file.
    for number, assertion in enumerate(file.assertions):
        for place, item in enumerate(assertion.evidence):
            yield ("assertions", number, "evidence", place), assertion, item


@dataclass(frozen=True, slots=True)
class _Case:
    """One piece of a quote, and where it was found."""

    examiner: Examiner
    assertion: Assertion
    evidence: Evidence
    pointer: Pointer
    number: int
    text: SourceText
    anchor: Anchor

    @property
    def words(self) -> str:
        return self.evidence.pieces[self.number]

    @property
    def span(self) -> Span:
        return self.anchor.span or Span(0, 0)

    def repair(
        self, old: str, new: str, changes: tuple[Change, ...], edits: Mapping[Pointer, Scalar], doubt: str
    ) -> Repair:
        location = self.evidence.piece_locations[self.number]
        place = self.text.location(self.span.start)
        return Repair(self.assertion, self.evidence, location, place, old, new, changes, edits, doubt)


def _drifted(case: _Case) -> Repair:
    words = readable(case.span.of(case.text.text))
    # Only the tokens of a quote are compared; where they are equal, something else in it differs.
    changes = case.anchor.changes or (Change("words", case.words, words),)
    edits = {
        (*case.pointer, *case.evidence.piece_pointers[case.number]): _laid_out(words, case.words),
        **_pin(case),
    }
    return case.repair(case.words, words, changes, edits, _doubt(case, words))


def _moved(case: _Case) -> Repair:
    position = case.evidence.position or Span(0, 0)
    old, new = (f"span {span.start}-{span.end}" for span in (position, case.span))
    return case.repair(old, new, (), _pin(case), _several(case, [*case.anchor.twins, *_alike(case)]))


def _alike(case: _Case) -> Iterator[Span]:
    """Yield the places that may be what has become of the pinned words, while equal ones stand elsewhere."""
    indexed = case.examiner.quotable(case.text)
    for place in alike(fold(case.words).text.strip(), indexed, case.evidence.position):
        known = any(place.span.overlaps(other) for other in (case.span, *case.anchor.twins))
        if place.similarity >= SPANS.similarity_long and not known:
            yield place.span


def _pin(case: _Case) -> dict[Pointer, Scalar]:
    """Return what has to be written for the pin to be where the words stand; nothing without a pin."""
    pinned = case.evidence.position
    if pinned is None:
        return {}
    ends = ((pinned.start, case.span.start), (pinned.end, case.span.end))
    return {(*case.pointer, "span", at): new for at, (old, new) in enumerate(ends) if new != old}


def _doubt(case: _Case, words: str) -> str:
    """Return why the words of this place may not be the ones that were quoted; empty where they are."""
    item, span = case.evidence, case.span
    indexed = case.examiner.quotable(case.text)
    quote = Quote(words, item.prefix, item.suffix, span)
    if case.anchor.candidates:
        return _several(case, [place for place in case.anchor.candidates if place != span])
    if (item.prefix or item.suffix) and fit(quote, indexed, span) < SPANS.context:
        return "the words around it have changed, too: correct `prefix` and `suffix` first"
    if not certain(fold(case.words).text.strip(), span, indexed):
        return "its first or last word is gone, so that it is not certain where it begins and ends"
    again = locate(quote, indexed, fuzzy=False)
    if again.outcome is Outcome.AMBIGUOUS:
        return _several(case, [place for place in again.candidates if place != span])
    if again.outcome is not Outcome.FOUND or span not in (again.span, *again.twins):
        return "the words of the source cannot be written so that they are found again"
    return _several(case, again.twins) if item.position else ""


def _several(case: _Case, others: Sequence[Span]) -> str:
    """Return that other places fit, too, where there are any."""
    if not others:
        return ""
    places = ", ".join(str(case.text.location(place.start)) for place in (case.span, *others))
    return f"{1 + len(others)} places fit: {places}"


def readable(words: str) -> str:
    """Return words of a source as they are quoted: on one line, and nothing invisible in them."""
    seen = (each for each in " ".join(words.split()) if each in _JOINERS or category(each) not in _UNSEEN)
    return "".join(seen)


def _laid_out(words: str, old: str) -> str:
    """Return words with line breaks where the old ones had theirs."""
    lines = [" ".join(line.split()) for line in old.splitlines() if line.strip()]
    return "\n".join(wrapped(words, lines)) + "\n" * old.endswith("\n") if "\n" in old else words
