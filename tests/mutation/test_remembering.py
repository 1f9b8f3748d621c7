"""An examiner that remembers finds what one finds that does not, and asks no judge twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck import settings as project_settings
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.audit import audit
from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.examination import Examiner
from pytest_factcheck.judges import JUDGES, named
from pytest_factcheck.mutation.confusion import names_of
from pytest_factcheck.mutation.making import mutations
from pytest_factcheck.mutation.mutation import Mutation, Place
from pytest_factcheck.mutation.remembering import Remembering
from pytest_factcheck.mutation.trial import corpus_of, try_out, unruled
from pytest_factcheck.project import Project
from pytest_factcheck.strategies import corpora, stated
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance, Verdict

if TYPE_CHECKING:
    from mutation.conftest import Make

ROOT = Path(__file__).parents[2]
REAL = named(tuple(JUDGES))
CLAIM = "The talks lasted 100 minutes."
OTHER = "Talks that lasted 100 minutes ended well."
RAIN = "Rain fell on the bridge."


class Clerk:
    """A judge that counts how often it is asked about which words."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def __call__(self, _question: Question, passage: Passage) -> Opinion:
        """Support what says how long."""
        words = passage.focus.of(passage.text)
        self.asked[words] += 1
        return Opinion("clerk", Stance.SUPPORTS if "100 minutes" in words else Stance.SILENT)


# The same findings


@cache
def project() -> Project:
    found = project_settings.find(ROOT)
    assert found is not None
    return Project(found)


KINDS: Mapping[str, Callable[[Assertion], object]] = {
    **{str(verdict): partial(lambda wanted, one: one.expect is wanted, verdict) for verdict in Verdict},
    "with slots": lambda one: one.slots,
    "scoped": lambda one: one.sources or one.as_of,
    "ruled on": lambda one: any(item.attested for item in one.evidence),
    "in pieces": lambda one: any(len(item.pieces) > 1 for item in one.evidence),
    "in its own voice": lambda one: one.question.asserted,
    "of two origins": lambda one: one.min_origins == 2,
}


@pytest.mark.parametrize("kind", KINDS)
def test_of_the_mutants_of_real_assertions_the_very_same_is_found_as_by_one_that_forgets(kind: str) -> None:
    corpus = project().corpus
    assertion = next(filter(KINDS[kind], project().assertions))
    examiner = Remembering(corpus, REAL)
    finding = audit(examiner, assertion)
    assert finding == audit(Examiner(corpus, REAL), assertion)
    original = audit(examiner, unruled(assertion))
    made = mutations(finding, names_of(corpus))
    for mutation in made[:: 1 + len(made) // 5]:
        plain = Examiner(corpus_of(corpus, mutation), REAL)
        found = try_out(examiner, original, mutation, strict=False).finding
        assert found == audit(plain, unruled(mutation.assertion))


@settings(max_examples=30, deadline=None)
@given(corpora(), st.data())
def test_whatever_was_asked_before_a_changed_text_is_heard_as_if_nothing_had_been(
    corpus: Corpus, data: st.DataObject
) -> None:
    claims = data.draw(st.lists(stated(corpus), min_size=1, max_size=3))
    name, added = data.draw(st.sampled_from(list(corpus.sources))), data.draw(st.sampled_from(claims))
    examiner = Remembering(corpus, REAL)
    changed = corpus.with_text(name, f"{text_of(corpus, name).text} {added}".encode())
    for examined in (examiner, examiner.of(changed), examiner.of(corpus)):
        plain = Examiner(examined.corpus, REAL)
        for claim in claims:
            for source in corpus.sources:
                text = text_of(examined.corpus, source)
                assert examined.examine(Question(claim), text) == plain.examine(Question(claim), text)


def test_copies_with_other_changes_are_heard_each_by_itself(make: Make) -> None:
    declared = make.assertion(CLAIM, "supported", [{"source": "a", "quote": "100 minutes"}])
    examiner = Remembering(make.corpus({"a": CLAIM}), REAL)
    stances = []
    for changed in (CLAIM, "The talks lasted 200 minutes.", RAIN):
        copied = Mutation(Place.COPY, "x", "a", "", "", declared, copied=("a", changed))
        found = audit(examiner.of(corpus_of(examiner.corpus, copied)), declared)
        stances.append(found.sources[-1].stance)
    assert stances == [Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT]


def test_equal_texts_of_two_days_are_heard_each_from_its_own_day(make: Make) -> None:
    """The copies of both have one id and one text, and "Friday" is another day in each."""
    texts = {"a": "The truce began on Friday.", "b": "The truce began on Friday."}
    about = {"a": {"published": "2025-05-17"}, "b": {"published": "2025-06-07"}}
    corpus = make.corpus(texts, about)
    claim = "The truce began on 16 May 2025."
    declared = make.assertion(claim, "supported", [{"source": "a", "quote": "began on Friday"}])
    examiner = Remembering(corpus, REAL)
    verdicts = []
    for name, text in texts.items():
        copied = Mutation(Place.COPY, "x", name, "", "", declared, copied=(name, text))
        other = examiner.of(corpus_of(corpus, copied))
        found = audit(other, declared)
        assert found == audit(Examiner(other.corpus, REAL), declared)
        verdicts.append(found.sources[-1].stance)
    assert verdicts == [Stance.SUPPORTS, Stance.CONTRADICTS]


# Only what a mutant touches


def remembered(make: Make, texts: dict[str, str | None]) -> tuple[Remembering, Clerk]:
    clerk = Clerk()
    return Remembering(make.corpus(texts), [clerk]), clerk


def text_of(corpus: Corpus, name: str) -> SourceText:
    text = corpus.text(name)
    assert text is not None
    return text


def ask(examiner: Remembering, claim: str = CLAIM, *leave_out: Span) -> list[Stance]:
    """Examine every source, and return the stances that were heard."""
    found = (
        examiner.examine(Question(claim), text_of(examiner.corpus, name), leave_out=leave_out)
        for name in examiner.corpus.sources
    )
    return [hearing.stance for hearings in found for hearing in hearings]


def test_a_judge_is_asked_once_about_one_passage(make: Make) -> None:
    examiner, clerk = remembered(make, {"a": f"{CLAIM} {RAIN}", "b": OTHER})
    first = ask(examiner)
    asked = dict(clerk.asked)
    assert asked == {CLAIM: 1, OTHER: 1}
    assert ask(examiner) == first == [Stance.SUPPORTS, Stance.SUPPORTS]
    index = examiner.index(text_of(examiner.corpus, "a"))
    assert examiner.hear(Question(CLAIM), index.passage(0)).stance is Stance.SUPPORTS
    assert clerk.asked == asked


def test_the_passages_of_a_text_are_looked_for_once(make: Make) -> None:
    examiner, _ = remembered(make, {"a": CLAIM})
    text = text_of(examiner.corpus, "a")
    assert examiner.examine(Question(CLAIM), text) is examiner.examine(Question(CLAIM), text)


def test_of_a_mutant_only_the_changed_text_is_judged(make: Make) -> None:
    examiner, clerk = remembered(make, {"a": CLAIM, "b": OTHER, "c": RAIN})
    ask(examiner)
    asked = clerk.asked.copy()
    changed = examiner.of(examiner.corpus.with_text("a", b"Long talks lasted 90 minutes."))
    assert ask(changed) == [Stance.SILENT, Stance.SUPPORTS]
    assert clerk.asked - asked == Counter({"Long talks lasted 90 minutes.": 1})


def test_what_was_heard_of_a_mutant_is_known_when_it_is_tried_again(make: Make) -> None:
    examiner, clerk = remembered(make, {"a": CLAIM, "b": OTHER})
    changed = examiner.corpus.with_text("a", b"Long talks lasted 90 minutes.")
    ask(examiner.of(changed))
    asked = clerk.asked.copy()
    ask(examiner.of(changed))
    assert clerk.asked == asked


def test_another_claim_is_asked_about_by_itself(make: Make) -> None:
    examiner, clerk = remembered(make, {"a": CLAIM})
    ask(examiner)
    ask(examiner, "The talks lasted 200 minutes.")
    assert clerk.asked == {CLAIM: 2}


def test_sentences_that_evidence_speaks_for_are_left_out_each_time_anew(make: Make) -> None:
    examiner, _ = remembered(make, {"a": f"{CLAIM} {RAIN}"})
    assert ask(examiner) == [Stance.SUPPORTS]
    assert ask(examiner, CLAIM, Span(0, len(CLAIM))) == []
    assert ask(examiner) == [Stance.SUPPORTS]


def test_what_was_heard_can_be_forgotten_and_the_indexes_stay(make: Make) -> None:
    examiner, clerk = remembered(make, {"a": CLAIM})
    ask(examiner)
    index = examiner.index(text_of(examiner.corpus, "a"))
    examiner.forget()
    ask(examiner)
    assert clerk.asked == {CLAIM: 2}
    assert examiner.index(text_of(examiner.corpus, "a")) is index


def test_indexes_of_texts_that_did_not_change_are_shared_and_those_of_others_made_anew(make: Make) -> None:
    examiner, _ = remembered(make, {"a": CLAIM, "b": OTHER})
    ask(examiner)
    for name in "ab":
        examiner.quotable(text_of(examiner.corpus, name))
    changed = examiner.of(examiner.corpus.with_text("a", RAIN.encode()))
    for make_one in (Remembering.index, Remembering.quotable):
        before, after = (
            [make_one(one, text_of(one.corpus, name)) for name in "ab"] for one in (examiner, changed)
        )
        assert before[0] is not after[0]
        assert before[1] is after[1]
