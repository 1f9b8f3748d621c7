"""Mutants of silence: a source that is to say nothing says it, plainly, in other words, or denied."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.findings import Finding
from pytest_factcheck.mutation.claims import TURNED
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.repinning import edit
from pytest_factcheck.perturbations import PARAPHRASES, Mutant, mutants, paraphrases, rephrasings
from pytest_factcheck.sources import SourceText
from pytest_factcheck.vocabulary import Span, Verdict

PLAIN = "stated"
REPORTED = "reported"  # it lets somebody else say it
REWRITTEN = ("same-number", "same-unit", "same-date")
_ENDS = frozenset('.!?"”')


def planted(finding: Finding) -> Iterator[Mutation]:
    """Yield the claim, what says the same, and what denies it, each in one of the sources that are silent.

    The sources take turns, so that none is left out and no more is judged than there are sentences.
    """
    assertion = finding.assertion
    absent = assertion.expect is Verdict.ABSENT
    silent = [item.read for item in finding.sources if absent or item.source.id in assertion.silent]
    texts = [text for text in silent if text and text.sentences and not text.foreign]
    said = [Mutant(assertion.claim, PLAIN, Span(0, 0), "", ""), *_otherwise(assertion)]
    for number, mutant in enumerate(said if texts else ()):
        text = texts[number % len(texts)]
        source = text.source.id
        changed = MappingProxyType({source: _with(text, mutant.text)})
        yield Mutation(Place.PLANTED, mutant.operator, source, "", mutant.text, assertion, changed)


def _otherwise(assertion: Assertion) -> tuple[Mutant, ...]:
    """Return what says the same as a claim in other words, once for each way, and what denies it."""
    claim = assertion.claim
    ways = [way for way in PARAPHRASES if way != REPORTED or not assertion.question.asserted]
    worded = (mutant for way in ways for mutant in paraphrases(claim, [way])[:1])
    written = (mutant for way in REWRITTEN for mutant in rephrasings(claim, [way])[:1])
    return (*worded, *written, *mutants(claim, TURNED))


def _with(text: SourceText, sentence: str) -> str:
    """Return a text with one more sentence, behind the last one that is judged and ends like one."""
    ended = [span.end for span in text.sentences if text.text[span.end - 1] in _ENDS]
    end = (ended or [span.end for span in text.sentences])[-1]
    return edit(text.text, Span(end, end), f" {sentence}").text(text.text)
