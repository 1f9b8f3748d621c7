"""Mends: what could be written so that a mutant is noticed; each was tried out before it is told.

A slot counts if the assertion still passes with it, and the mutant does not; strictness counts if the mutant
does not, though it may ask for a signature where no judge confirms. Where no mend is found that is said, too:
then it is the judges that have to learn, or a person who has to watch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.audit import audit
from pytest_factcheck.drafting import implied_slots, slot_fields
from pytest_factcheck.evidence import shown
from pytest_factcheck.findings import Basis, Finding
from pytest_factcheck.mutation.confusion import Names
from pytest_factcheck.mutation.making import mutations
from pytest_factcheck.mutation.mutation import Fate, Mutation, Place
from pytest_factcheck.mutation.remembering import Remembering
from pytest_factcheck.mutation.trial import Trial, try_out, unruled
from pytest_factcheck.yamlfile.layout import flow

STRICT = "set `strict = true`: a quote that no judge confirms fails then"
PLAIN = (
    "a ruling stands in for the judges: quote a sentence that says it plainly, write the claim nearer to the "
    "words of the source, or say with `known_weakness` why neither can be done"
)
SIDES = "quote what stands on that side, too"
NONE = "nothing that the assertion could say was found to help: the judges cannot tell the two apart"


@dataclass(frozen=True, slots=True)
class _Mended:
    """An assertion with a mend, which passes; its rulings are set aside. And its mutants by their keys."""

    advice: str
    assertion: Assertion
    mutants: Mapping[str, Mutation]


class Mender:
    """Looks for mends of one assertion; what it tries for one mutant is kept for the next."""

    def __init__(self, examiner: Remembering, finding: Finding, names: Names, *, strict: bool) -> None:
        self._examiner, self._finding, self._names, self._strict = examiner, finding, names, strict
        self._slotted: list[_Mended] | None = None

    def mend(self, trial: Trial) -> str:
        """Return what would have this mutant noticed, or why nothing would."""
        mutation = trial.mutation
        if not self._strict and self._is_killed(unruled(self._finding.assertion), mutation, strict=True):
            return STRICT
        for mended in self._with_slots():
            other = mended.mutants.get(mutation.key)
            if other and self._is_killed(mended.assertion, other, strict=self._strict):
                return mended.advice
        return self._last_resort(trial)

    def _is_killed(self, assertion: Assertion, mutation: Mutation, *, strict: bool) -> bool:
        original = audit(self._examiner, assertion, strict=strict)
        return try_out(self._examiner, original, mutation, strict=strict).fate is Fate.KILLED

    def _with_slots(self) -> list[_Mended]:
        if self._slotted is None:
            self._slotted = list(self._slots())
        return self._slotted

    def _slots(self) -> Iterator[_Mended]:
        """Yield the assertion with each slot that its claim implies and does not declare, where it passes."""
        assertion = self._finding.assertion
        quoted = (piece for item in assertion.evidence for piece in item.pieces)
        for slot in implied_slots(assertion.claim, quoted):
            mended = replace(assertion, slots=(*assertion.slots, slot))
            finding = audit(self._examiner, mended, strict=self._strict)
            if finding.passed and slot not in assertion.slots:
                made = {one.key: one for one in mutations(finding, self._names)}
                yield _Mended(f"add a slot: {flow(slot_fields(slot))}", unruled(mended), made)

    def _last_resort(self, trial: Trial) -> str:
        mutation = trial.mutation
        if mutation.place is Place.SIDE:
            return SIDES
        if mutation.place is Place.SENTENCE and trial.fate is Fate.SURVIVED:
            return f"lengthen the quote, so that the text at least would tell: “{shown(mutation.before)}”"
        return PLAIN if self._is_ruled(mutation.source) else NONE

    def _is_ruled(self, source: str) -> bool:
        """Tell whether a person stands in for the judges in what this source is quoted for, or any source."""
        sources = [item for item in self._finding.sources if source in ("", item.source.id)]
        return any(
            found.rests_on in (Basis.ATTESTED, Basis.WORD) for item in sources for found in item.evidence
        )
