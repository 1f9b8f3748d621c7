"""Mutants of what stands beside a claim: another publisher contradicts it, or one side is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from pytest_factcheck.findings import Finding
from pytest_factcheck.mutation.bearing import AMOUNTS
from pytest_factcheck.mutation.claims import TURNED
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.sentences import changes, quoted
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Stance

REMOVED = "side-removed"
_EXCLUDES = AMOUNTS | frozenset({"day", "weekday", "month", *TURNED})
"""What excludes the claim and does not merely fail to say it: another name may be true as well, and a year
often tells which thing is meant and not when it was."""


def copies(finding: Finding) -> Iterator[Mutation]:
    """Yield for each supporting source a copy from another publisher with one change that contradicts."""
    assertion = finding.assertion
    for sentence in quoted(finding, Stance.SUPPORTS):
        made = [one for one in changes(assertion, sentence) if one.operator in _EXCLUDES]
        for change in made[:1]:
            source = sentence.text.source.id
            copy = (source, sentence.edit(change).text(sentence.text.text))
            yield Mutation(
                Place.COPY, change.operator, source, sentence.words, change.text, assertion, copied=copy
            )


def removed(finding: Finding) -> Iterator[Mutation]:
    """Yield a dispute without what stands on one side: neither evidence nor the sentences that it quotes."""
    assertion = finding.assertion
    for side in SIDES:
        gone = [*quoted(finding, side)]
        texts = {one.text.source.id: one.text.text for one in gone}
        for one in sorted(gone, key=lambda one: -one.span.start):
            text = texts[one.text.source.id]
            texts[one.text.source.id] = text[: one.span.start] + text[one.span.end :]
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
