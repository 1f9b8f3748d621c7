"""Trials: one mutant audited, and whether anything noticed.

A mutant is killed *by meaning* if the judges, left to themselves, find a problem in it that they do not find
in the original: rulings are set aside on both sides, because a person has ruled on neither. It is killed *by
text* if only the letters tell: a ruling that expires with the claim, a quote that no longer stands as it is
written. What passes both has survived.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.audit import audit
from pytest_factcheck.corpus import Corpus
from pytest_factcheck.errors import Problem
from pytest_factcheck.findings import Finding
from pytest_factcheck.mutation.mutation import Fate, Mutation, Place
from pytest_factcheck.mutation.remembering import Remembering
from pytest_factcheck.mutation.sides import copy_of

_BY_TEXT = frozenset({"evidence-off-topic", "too-few-origins"})
Seen = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutant, what became of it, and what the audit found."""

    mutation: Mutation
    fate: Fate
    finding: Finding
    problems: tuple[Problem, ...] = ()


def corpus_of(corpus: Corpus, mutation: Mutation) -> Corpus:
    """Return a corpus as a mutation has it."""
    for name, text in mutation.texts.items():
        corpus = corpus.with_text(name, text.encode("utf-8"))
    if mutation.copied:
        source, text = mutation.copied
        corpus = corpus.with_copy(source, text, copy_of(corpus.sources[source]))
    return corpus


def unruled(assertion: Assertion) -> Assertion:
    """Return an assertion on whose evidence nobody has ruled."""
    evidence = tuple(replace(item, attested=None) for item in assertion.evidence)
    return replace(assertion, evidence=evidence)


def try_out(examiner: Remembering, original: Finding, mutation: Mutation, *, strict: bool) -> Trial:
    """Audit a mutant.

    Args:
        examiner: The corpus with its judges.
        original: What was found of the assertion with its rulings set aside.
        mutation: The mutant.
        strict: Whether the project audits strictly.
    """
    corpus = corpus_of(examiner.corpus, mutation)
    other = examiner if corpus is examiner.corpus else examiner.of(corpus)
    finding = audit(other, unruled(mutation.assertion), strict=strict)
    new = _seen(finding) - _seen(original)
    problems = tuple(one for one in finding.problems if _mark(one) in new)
    if any(one.slug.startswith("quote-") for one in problems):
        return Trial(mutation, Fate.INVALID, finding, problems)
    if any(one.slug not in _BY_TEXT for one in problems) or _is_lost(original, finding, problems):
        return Trial(mutation, Fate.KILLED, finding, problems)
    fate = Fate.BY_TEXT if problems or _text_tells(original.assertion, mutation) else Fate.SURVIVED
    return Trial(mutation, fate, finding, problems)


def _is_lost(original: Finding, finding: Finding, problems: Sequence[Problem]) -> bool:
    """Tell whether the verdict is gone, which no problem says where the original has one already."""
    wanted = original.assertion.expect
    return not problems and original.verdict is wanted and finding.verdict is not wanted


def _seen(finding: Finding) -> Seen:
    return Counter(map(_mark, finding.problems))


def _mark(problem: Problem) -> tuple[str, str, str]:
    related = problem.related[0].start.path if problem.related else ""
    return problem.slug, str(problem.location), related


def _text_tells(before: Assertion, mutation: Mutation) -> bool:
    """Tell whether a ruling or a quote would no longer fit, if the YAML were as it was."""
    if mutation.place is Place.CLAIM:
        return any(item.attested for item in mutation.assertion.evidence)
    old, new = before.evidence, mutation.assertion.evidence
    return [item.pieces for item in old] != [item.pieces for item in new]
