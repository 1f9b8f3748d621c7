"""Mutants of a source: one of the sentences that an assertion quotes says something else.

What supports a claim is changed so that it no longer says it; what contradicts a claim is changed so that it
agrees. The quote follows, so that nothing but its meaning is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.findings import EvidenceFinding, Finding
from pytest_factcheck.mutation.agreement import claim_agreeing, rivals, sentence_agreeing
from pytest_factcheck.mutation.bearing import bears_on
from pytest_factcheck.mutation.claims import TURNED, claim_mutations
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.repinning import Edit, edit, quoted_again
from pytest_factcheck.perturbations import Mutant, mutants
from pytest_factcheck.perturbations.mutant import distinct
from pytest_factcheck.sources import SourceText
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Reason, Span, Stance

_SENTENCES = 1 << 9  # that are remembered


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a source that a piece of evidence quotes, wholly or in part."""

    text: SourceText
    span: Span
    found: EvidenceFinding

    @property
    def words(self) -> str:
        """Return the sentence."""
        return self.span.of(self.text.text)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return why the judges say what they say of it, the source's spans counted in the sentence."""
        opinions = self.found.hearing.opinions if self.found.hearing else ()
        return tuple(
            replace(reason, source=reason.source.shifted(-self.span.start))
            for opinion in opinions
            for reason in opinion.reasons
            if reason.source and self.span.contains(reason.source)
        )

    def edit(self, mutant: Mutant) -> Edit:
        """Return a change of the sentence as one of the text."""
        return edit(self.text.text, mutant.span.shifted(self.span.start), mutant.after)


def quoted(finding: Finding, stance: Stance) -> Iterator[Quoted]:
    """Yield the judged sentences that evidence of one stance quotes, each once, source by source."""
    for source in finding.sources:
        text, seen = source.read, set[Span]()
        for found in source.evidence:
            for span in text.sentences if text and found.evidence.stance is stance else ():
                if text and span not in seen and any(map(span.overlaps, found.spans)):
                    seen.add(span)
                    yield Quoted(text, span, found)


def sentence_mutations(finding: Finding) -> Iterator[Mutation]:
    """Yield the mutants of every quoted sentence that takes a side."""
    for side in SIDES:
        for sentence in quoted(finding, side):
            for change in changes(finding.assertion, sentence):
                yield _mutation(finding, sentence, change)


def changes(assertion: Assertion, sentence: Quoted) -> tuple[Mutant, ...]:
    """Return the changes after which a quoted sentence no longer stands on its side."""
    claim, words, published = assertion.claim, sentence.words, sentence.text.source.published
    supports = sentence.found.evidence.stance is Stance.SUPPORTS
    found = list(_unsaying(claim, words, published, turned_only=not supports))
    if not supports:
        pairs = rivals(claim, words, sentence.reasons, published)
        found += (sentence_agreeing(claim, words, pair) for pair in pairs)
    return distinct(words, found)


@lru_cache(maxsize=_SENTENCES)
def _unsaying(claim: str, words: str, published: date | None, *, turned_only: bool) -> tuple[Mutant, ...]:
    """Return the changes of a sentence that take away what it says of a claim; asked for its copies, too."""
    made = _made(words, turned_only=turned_only)
    return tuple(change for change in made if bears_on(claim, words, change, published))


@lru_cache(maxsize=_SENTENCES)
def _made(words: str, *, turned_only: bool) -> tuple[Mutant, ...]:
    """Return the mutants of a sentence, which several assertions may quote."""
    return mutants(words, TURNED) if turned_only else mutants(words)


def agreeing_claims(finding: Finding) -> Iterator[Mutation]:
    """Yield the claim with what its sources say in the place of what they contradict, and turned round."""
    claim = finding.assertion.claim
    made: list[Mutant] = []
    for sentence in quoted(finding, Stance.CONTRADICTS):
        pairs = rivals(claim, sentence.words, sentence.reasons, sentence.text.source.published)
        made += (claim_agreeing(claim, sentence.words, pair) for pair in pairs)
    yield from claim_mutations(finding.assertion, distinct(claim, [*made, *mutants(claim, TURNED)]))


def _mutation(finding: Finding, sentence: Quoted, change: Mutant) -> Mutation:
    source, made = sentence.text.source.id, sentence.edit(change)
    text = made.text(sentence.text.text)
    spans = {found.evidence: found.spans for item in finding.sources for found in item.evidence}
    changed = quoted_again(finding.assertion, source, made, text, spans)
    return Mutation(
        Place.SENTENCE,
        change.operator,
        source,
        sentence.words,
        change.text,
        changed,
        MappingProxyType({source: text}),
    )
