"""Making: every mutant of an assertion, by what is expected of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pytest_factcheck.findings import Finding
from pytest_factcheck.mutation.claims import claim_mutations
from pytest_factcheck.mutation.confusion import Names, confused
from pytest_factcheck.mutation.mutation import Mutation
from pytest_factcheck.mutation.planting import planted
from pytest_factcheck.mutation.sentences import agreeing_claims, quoted, sentence_mutations
from pytest_factcheck.mutation.sides import copies, removed
from pytest_factcheck.perturbations import mutants
from pytest_factcheck.perturbations.mutant import distinct
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Verdict

Maker = Callable[[Finding, Names], Iterable[Mutation]]


def _changed_claims(finding: Finding, names: Names) -> Iterator[Mutation]:
    """Yield the claim with each change, names exchanged for others of the corpus where that can be."""
    claim = finding.assertion.claim
    spoken = [sentence.words for side in SIDES for sentence in quoted(finding, side)]
    changes = (confused(mutant, claim, names, spoken) for mutant in mutants(claim))
    return claim_mutations(finding.assertion, distinct(claim, changes))


def _by_finding(make: Callable[[Finding], Iterable[Mutation]]) -> Maker:
    return lambda finding, _: make(finding)


_SENTENCES, _PLANTED = _by_finding(sentence_mutations), _by_finding(planted)
MAKERS: Mapping[Verdict, tuple[Maker, ...]] = {
    Verdict.SUPPORTED: (_changed_claims, _SENTENCES, _by_finding(copies), _PLANTED),
    Verdict.CONTRADICTED: (_by_finding(agreeing_claims), _SENTENCES, _PLANTED),
    Verdict.DISPUTED: (_changed_claims, _SENTENCES, _by_finding(removed), _PLANTED),
    Verdict.ABSENT: (_PLANTED,),
}


def mutations(finding: Finding, names: Names) -> tuple[Mutation, ...]:
    """Return every mutant of an assertion that passes, each once, in a fixed order.

    Args:
        finding: What was found of the assertion as it is.
        names: The names of the corpus, one of which can be put in the place of another.
    """
    found: dict[str, Mutation] = {}
    for make in MAKERS[finding.assertion.expect]:
        for mutation in make(finding, names):
            found.setdefault(mutation.key, mutation)
    return tuple(found.values())
