"""Mutants of what stands beside a claim: another publisher contradicts it, or one side is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.findings import Finding
from pytest_factcheck.mutation.bearing import AMOUNTS
from pytest_factcheck.mutation.claims import TURNED
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.repinning import edit
from pytest_factcheck.mutation.sentences import Quoted, changes, quoted
from pytest_factcheck.sources import Source
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Stance

COPY = "copy-of-another-publisher"
REMOVED = "side-removed"
_EXCLUDES = AMOUNTS | frozenset({"day", "weekday", "month", *TURNED})
"""What excludes the claim and does not merely fail to say it: another name may be true as well, and a year
often tells which thing is meant and not when it was."""


def copy_of(source: Source) -> Source:
    """Return what the manifest would say of a copy of a source by another publisher."""
    return replace(source, id=COPY, publisher=COPY, origin="", sha256="")


def copies(finding: Finding) -> Iterator[Mutation]:
    """Yield for each supporting sentence a copy of its source with one change of it that contradicts.

    There is none where the assertion names the sources that it is about, so that it would not look there.
    """
    scope = finding.assertion.sources
    for sentence in quoted(finding, Stance.SUPPORTS):
        copy = copy_of(sentence.text.source)
        if not scope or any(map(copy.matches, scope)):
            yield from _opposing_copy(finding.assertion, sentence)


def _opposing_copy(assertion: Assertion, sentence: Quoted) -> Iterator[Mutation]:
    """Yield a copy with the first change of a sentence that excludes the claim, if there is one."""
    source, words = sentence.text.source.id, sentence.words
    made = [one for one in changes(assertion, sentence) if one.operator in _EXCLUDES]
    for change in made[:1]:
        copied = (source, sentence.edit(change).text(sentence.text.text))
        yield Mutation(Place.COPY, change.operator, source, words, change.text, assertion, copied=copied)


def removed(finding: Finding) -> Iterator[Mutation]:
    """Yield a dispute without what stands on one side: neither evidence nor the sentences that it quotes."""
    assertion = finding.assertion
    for side in SIDES:
        gone = [*quoted(finding, side)]
        texts = {one.text.source.id: one.text.text for one in gone}
        for one in sorted(gone, key=lambda one: -one.span.start):
            text = texts[one.text.source.id]
            texts[one.text.source.id] = edit(text, one.span, "").text(text)
        kept = tuple(item for item in assertion.evidence if item.stance is not side)
        words = "\n".join(one.words for one in gone)
        if gone:
            yield Mutation(
                Place.SIDE,
                REMOVED,
                ", ".join(texts),
                words,
                "",
                replace(assertion, evidence=kept),
                MappingProxyType(texts),
            )
