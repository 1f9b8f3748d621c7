"""Small corpora with an assertion on them, and everything that mutation makes of the two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pytest

from pytest_factcheck import assertions, yamlfile
from pytest_factcheck.assertions import Assertion, fingerprint
from pytest_factcheck.audit import audit
from pytest_factcheck.corpus import Corpus, from_manifest
from pytest_factcheck.findings import Finding
from pytest_factcheck.judges import JUDGES, Judge, named
from pytest_factcheck.mutation.confusion import names_of
from pytest_factcheck.mutation.making import mutations
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.remembering import Remembering
from pytest_factcheck.mutation.rows import MutationRow
from pytest_factcheck.mutation.testing import MutationTest
from pytest_factcheck.mutation.trial import Trial, try_out, unruled

Entry = Mapping[str, object]
REAL = named(tuple(JUDGES))


@dataclass(frozen=True)
class Case:
    """An assertion on a corpus, and the judges that are asked."""

    corpus: Corpus
    assertion: Assertion
    judges: tuple[Judge, ...] = REAL
    strict: bool = False

    @cached_property
    def examiner(self) -> Remembering:
        """Return the corpus with its judges."""
        return Remembering(self.corpus, self.judges)

    @cached_property
    def finding(self) -> Finding:
        """Return what is found of the assertion as it is."""
        return audit(self.examiner, self.assertion, strict=self.strict)

    @cached_property
    def mutations(self) -> tuple[Mutation, ...]:
        """Return every mutant of the assertion."""
        assert self.finding.passed, self.finding.problems
        return mutations(self.finding, names_of(self.corpus))

    def tried(self, mutation: Mutation) -> Trial:
        """Return what becomes of a mutant."""
        original = audit(self.examiner, unruled(self.assertion), strict=self.strict)
        return try_out(self.examiner, original, mutation, strict=self.strict)

    def made(self, place: Place, *operators: str) -> list[str]:
        """Return the sentences that the mutants in one place have, of all operators or of some."""
        return [one.after for one in self.chosen(place, *operators)]

    def chosen(self, place: Place, *operators: str) -> list[Mutation]:
        """Return the mutants in one place, of all operators or of some."""
        return [
            one
            for one in self.mutations
            if one.place is place and (not operators or one.operator in operators)
        ]

    def one(self, place: Place, after: str) -> Mutation:
        """Return the one mutant in a place with a sentence."""
        (found,) = [one for one in self.chosen(place) if one.after == after]
        return found

    def row(self, seed: int = 0, most: int | None = None) -> MutationRow:
        """Return what became of the mutants, as reports have it."""
        test = MutationTest(self.corpus, self.judges, strict=self.strict, seed=seed, most=most)
        return test.row(self.assertion)


class Make:
    """Makers of what a test of mutation begins with."""

    def corpus(self, texts: Mapping[str, str | None], about: Mapping[str, Entry] | None = None) -> Corpus:
        """Return a corpus of texts, some of them missing, with what the manifest says `about` them."""
        given = about or {}
        entries = [
            {
                "id": name,
                "file": f"{name}.txt",
                **({"missing_ok": True} if text is None else {}),
                **given.get(name, {}),
            }
            for name, text in texts.items()
        ]
        raw = {name: None if text is None else text.encode() for name, text in texts.items()}
        document = yamlfile.load(json.dumps({"sources": entries}), "seeds/corpus.yaml")
        return from_manifest(document, "seeds", lambda source: raw[source.id])

    def assertion(self, claim: str, expect: str, evidence: Sequence[Entry] = (), **keys: object) -> Assertion:
        """Return an assertion as it is read from a file without mistakes."""
        given = {"evidence": list(evidence)} if evidence else {}
        entry = {"id": "lasted", "claim": claim, "expect": expect, **given, **keys}
        file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
        assert not file.problems, file.problems
        return file.assertions[0]

    def ruling(self, claim: str, *pieces: str) -> Entry:
        """Return a person's ruling on a quote, as it is written."""
        return {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": fingerprint(claim, pieces)}

    def case(
        self,
        texts: Mapping[str, str | None],
        assertion: Assertion,
        *,
        about: Mapping[str, Entry] | None = None,
        judges: Iterable[Judge] = REAL,
        strict: bool = False,
    ) -> Case:
        """Return an assertion on a corpus of texts."""
        return Case(self.corpus(texts, about), assertion, tuple(judges), strict)


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the makers."""
    return Make()
