"""Things in one assertion that cannot both be meant, and things that say nothing.

A schema can forbid a value, but not that two values disagree: that is looked for here, on one assertion
alone and without any source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.assertions.declarations import Assertion, Evidence, fingerprint
from pytest_factcheck.errors import Problem
from pytest_factcheck.verdict import REQUIRED
from pytest_factcheck.vocabulary import Stance
from pytest_factcheck.yamlfile.document import Document, Pointer, shown

_PLACE_FOR_A_NAME = "_"
_CONTRADICTORY = "contradictory-declaration"


def problems(assertion: Assertion, document: Document, pointer: Pointer) -> Iterator[Problem]:
    """Find what does not fit together in one assertion.

    Args:
        assertion: The assertion.
        document: The file that it stands in.
        pointer: Where in the file.
    """
    yield from _silent_but_quoted(assertion)
    yield from _two_stances(assertion)
    yield from _too_many_origins(assertion, document, pointer)
    for number, evidence in enumerate(assertion.evidence):
        place = (*pointer, "evidence", number)
        yield from _wordless(evidence)
        yield from _anchors_of_pieces(evidence, document, place)
        yield from _unmarked_ruling(assertion.claim, evidence)
    yield from _unplaced_names(assertion, document, pointer)


def _silent_but_quoted(assertion: Assertion) -> Iterator[Problem]:
    quoted = {
        item.source: item.location.line for item in assertion.evidence if item.stance is not Stance.SILENT
    }
    for source, place in zip(assertion.silent, assertion.silent_locations, strict=True):
        if source in quoted:
            message = f"`{source}` is to be silent, and is quoted as evidence on line {quoted[source]}"
            yield Problem(place, _CONTRADICTORY, message, "keep one of the two")


def _two_stances(assertion: Assertion) -> Iterator[Problem]:
    first: dict[tuple[str, str], Evidence] = {}
    for evidence in assertion.evidence:
        earlier = first.setdefault((evidence.source, fingerprint("", evidence.pieces)), evidence)
        if earlier.stance is not evidence.stance:
            message = f"this quote {evidence.stance}, and on line {earlier.location.line} it {earlier.stance}"
            yield Problem(evidence.location, _CONTRADICTORY, message, "one quote has one stance")


def _too_many_origins(assertion: Assertion, document: Document, pointer: Pointer) -> Iterator[Problem]:
    for side in REQUIRED[assertion.expect]:
        quoted = len({item.source for item in assertion.evidence if item.stance is side})
        if quoted < assertion.min_origins:
            message = f"`min_origins` is {assertion.min_origins}; sources quoted as `{side}`: {quoted}"
            place = document.key_at((*pointer, "min_origins"))
            yield Problem(place, _CONTRADICTORY, message, "quote more sources, or ask for fewer")


def _wordless(evidence: Evidence) -> Iterator[Problem]:
    for piece, place in zip(evidence.pieces, evidence.piece_locations, strict=True):
        if not any(letter.isalnum() for letter in piece):
            message = f"the quote '{shown(piece)}' holds no letter and no digit"
            yield Problem(place, "empty-quote", message, "quote words")


def _anchors_of_pieces(evidence: Evidence, document: Document, pointer: Pointer) -> Iterator[Problem]:
    span = evidence.position
    if span is not None and span.start == span.end:
        message = "`span` must end after it starts"
        yield Problem(document.key_at((*pointer, "span")), "bad-value", message)
    if len(evidence.pieces) == 1:
        return
    anchors = {"prefix": evidence.prefix, "suffix": evidence.suffix, "span": span}
    for key in (key for key, value in anchors.items() if value):
        message = f"`{key}` belongs to one quote, and this one has {len(evidence.pieces)} pieces"
        advice = "write a quote of one piece, or longer pieces"
        yield Problem(document.key_at((*pointer, key)), _CONTRADICTORY, message, advice)


def _unmarked_ruling(claim: str, evidence: Evidence) -> Iterator[Problem]:
    ruling = evidence.attested
    if ruling is not None and not ruling.of:
        advice = f"once you have read both, write `of: {fingerprint(claim, evidence.pieces)}`"
        message = "`of` is missing: it ties the ruling to this claim and this quote"
        yield Problem(ruling.location, "missing-key", message, advice)


def _unplaced_names(assertion: Assertion, document: Document, pointer: Pointer) -> Iterator[Problem]:
    for number, slot in enumerate(assertion.slots):
        for at, relation in enumerate(slot.relation if slot.entity else ()):
            if relation.split().count(_PLACE_FOR_A_NAME) != 1:
                place = document.at((*pointer, "slots", number, "relation", at))
                message = f"'{shown(relation)}' must mark once with `_` where the name stands"
                yield Problem(place, "bad-value", message, "as in `led by _` or `_ led`")
