"""Mutation testing of one assertion: its mutants made, chosen, tried, and told as a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.audit import audit
from pytest_factcheck.corpus import Corpus
from pytest_factcheck.findings import Finding
from pytest_factcheck.judges import Judge
from pytest_factcheck.mutation.choosing import chosen
from pytest_factcheck.mutation.confusion import Names, names_of
from pytest_factcheck.mutation.making import mutations
from pytest_factcheck.mutation.mends import Mender
from pytest_factcheck.mutation.mutation import Fate
from pytest_factcheck.mutation.reasons import why
from pytest_factcheck.mutation.remembering import Remembering
from pytest_factcheck.mutation.rows import MutantRow, MutationRow, OperatorRow, counts
from pytest_factcheck.mutation.trial import Trial, try_out, unruled

UNNOTICED = (Fate.SURVIVED, Fate.BY_TEXT)
NONE_FITS = "no operator is sure of a change of it"


class MutationTest:
    """What one run of mutation testing has in common: the corpus with its judges, and the choice."""

    def __init__(
        self,
        corpus: Corpus,
        judges: Iterable[Judge],
        *,
        strict: bool,
        seed: int = 0,
        most: int | None = None,
    ) -> None:
        self._examiner = Remembering(corpus, judges)
        self._strict, self._seed, self._most = strict, seed, most

    @cached_property
    def _names(self) -> Names:
        return names_of(self._examiner.corpus)

    def row(self, assertion: Assertion) -> MutationRow:
        """Try the mutants of one assertion.

        Args:
            assertion: The assertion; every source that it names exists.

        Returns:
            What became of them. One that does not pass as it is has no mutants.
        """
        self._examiner.forget()
        finding = audit(self._examiner, assertion, strict=self._strict)
        if not finding.passed:
            return _row(finding, (), (), _why_not(finding))
        made = chosen(mutations(finding, self._names), self._seed, self._most)
        original = audit(self._examiner, unruled(assertion), strict=self._strict)
        trials = [try_out(self._examiner, original, one, strict=self._strict) for one in made]
        mender = Mender(self._examiner, finding, self._names, strict=self._strict)
        unnoticed = [
            _mutant(trial, mender.mend(trial)) for fate in UNNOTICED for trial in trials if trial.fate is fate
        ]
        tried = [trial for trial in trials if trial.fate is not Fate.INVALID]
        return _row(finding, tried, unnoticed, "" if tried else NONE_FITS)


def _why_not(finding: Finding) -> str:
    if finding.skipped:
        return finding.skipped
    slugs = ", ".join(dict.fromkeys(problem.slug for problem in finding.problems))
    return f"it does not pass as it is: {slugs}"


def _row(
    finding: Finding, trials: Sequence[Trial], unnoticed: Iterable[MutantRow], why_not: str
) -> MutationRow:
    assertion = finding.assertion
    return MutationRow(
        **counts(trial.fate for trial in trials),
        id=assertion.id,
        path=assertion.location.path,
        line=assertion.location.line,
        column=assertion.location.column,
        claim=assertion.claim,
        expect=str(assertion.expect),
        rests_on=str(finding.rests_on),
        known_weakness=assertion.known_weakness,
        why_not_tried=why_not,
        operators=_by_operator(trials),
        unnoticed=list(unnoticed),
    )


def _by_operator(trials: Iterable[Trial]) -> list[OperatorRow]:
    fates: dict[tuple[str, str], list[Fate]] = {}
    for trial in trials:
        fates.setdefault((trial.mutation.place, trial.mutation.operator), []).append(trial.fate)
    return [
        OperatorRow(**counts(fates[place, operator]), place=str(place), operator=operator)
        for place, operator in sorted(fates)
    ]


def _mutant(trial: Trial, mend: str) -> MutantRow:
    mutation = trial.mutation
    return MutantRow(
        place=str(mutation.place),
        operator=mutation.operator,
        source=mutation.source,
        before=mutation.before,
        after=mutation.after,
        fate=str(trial.fate),
        why=why(trial),
        mend=mend,
    )
