"""Trials: what becomes of a mutant, with a judge that compares numbers and one that hears nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck.judges import Judge
from pytest_factcheck.mutation.mutation import Fate, Mutation, Place
from pytest_factcheck.mutation.sides import COPY
from pytest_factcheck.mutation.trial import Trial, corpus_of, unruled
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Stance

if TYPE_CHECKING:
    from mutation.conftest import Entry, Make

LASTED, HOUR = "The talks lasted 100 minutes.", "The talks lasted 60 minutes."
RAIN = "Rain fell on the bridge."


def clerk(question: Question, passage: Passage) -> Opinion:
    """Compare the number of the claim with those of the words in focus."""
    wanted = re.findall("[0-9]+", question.claim)
    heard = re.findall("[0-9]+", " ".join(span.of(passage.text) for span in passage.judged))
    stances = {Stance.SUPPORTS if number in wanted else Stance.CONTRADICTS for number in heard}
    stance = stances.pop() if len(stances) == 1 else Stance.UNDECIDED if stances else Stance.SILENT
    return Opinion("clerk", stance, 0.0, (Reason("compared", "the numbers say so"),))


def deaf(_question: Question, _passage: Passage) -> Opinion:
    """Hear nothing."""
    return Opinion("deaf", Stance.SILENT)


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


def slugs(trial: Trial) -> list[str]:
    return [problem.slug for problem in trial.problems]


# Killed


def test_a_changed_claim_is_killed_by_a_judge_that_finds_its_source_against_it(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[clerk])
    trial = case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes."))
    assert (trial.fate, slugs(trial)) == (Fate.KILLED, ["evidence-opposed"])
    assert trial.finding.assertion.claim == "The talks lasted 200 minutes."


def test_a_changed_sentence_is_killed_though_its_quote_says_what_the_text_says(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": f"{RAIN} {LASTED}"}, declared, judges=[clerk])
    trial = case.tried(case.one(Place.SENTENCE, "The talks lasted 200 minutes."))
    assert (trial.fate, slugs(trial)) == (Fate.KILLED, ["evidence-opposed"])


def test_a_contradicting_copy_and_a_planted_sentence_are_killed_where_they_are_heard(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")], silent=["b"])
    case = make.case({"a": LASTED, "b": RAIN}, declared, judges=[clerk])
    (copy,) = case.chosen(Place.COPY)
    assert slugs(case.tried(copy)) == ["undeclared-opposition"]
    assert slugs(case.tried(case.one(Place.PLANTED, LASTED))) == ["not-absent"]
    assert case.tried(copy).fate is case.tried(case.one(Place.PLANTED, LASTED)).fate is Fate.KILLED


def test_a_dispute_without_one_side_is_killed_where_nobody_else_is_on_that_side(make: Make) -> None:
    quotes = [quote("a", "100 minutes"), quote("b", "60 minutes", "contradicts")]
    case = make.case({"a": LASTED, "b": HOUR}, make.assertion(LASTED, "disputed", quotes), judges=[clerk])
    trials = [case.tried(one) for one in case.chosen(Place.SIDE)]
    assert [(trial.fate, slugs(trial)) for trial in trials] == [(Fate.KILLED, ["verdict-mismatch"])] * 2


def test_what_no_judge_confirms_any_more_is_killed_in_a_strict_project_alone(make: Make) -> None:
    def willing(question: Question, passage: Passage) -> Opinion:
        """Confirm what is said, and oppose nothing."""
        said = clerk(question, passage)
        return said if said.stance is Stance.SUPPORTS else Opinion("willing", Stance.SILENT)

    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    lax = make.case({"a": LASTED}, declared, judges=[willing])
    strict = make.case({"a": LASTED}, declared, judges=[willing], strict=True)
    changed = lax.one(Place.CLAIM, "The talks lasted 200 minutes.")
    assert lax.tried(changed).fate is Fate.SURVIVED
    assert (strict.tried(changed).fate, slugs(strict.tried(changed))) == (
        Fate.KILLED,
        ["evidence-unconfirmed"],
    )


# By text


def test_a_changed_quote_that_no_judge_hears_is_told_by_its_words_only(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert case.tried(case.one(Place.SENTENCE, "The talks lasted 200 minutes.")).fate is Fate.BY_TEXT


def test_a_changed_claim_that_no_judge_hears_is_told_by_a_ruling_only(make: Make) -> None:
    ruled = {**quote("a", "100 minutes"), "attested": make.ruling(LASTED, "100 minutes")}
    case = make.case({"a": LASTED}, make.assertion(LASTED, "supported", [ruled]), judges=[deaf])
    assert case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes.")).fate is Fate.BY_TEXT


def test_a_claim_that_shares_no_word_with_its_source_is_told_by_the_words_only(make: Make) -> None:
    claim = "It was in Oslo."
    declared = make.assertion(claim, "supported", [quote("a", "It was in Oslo")])
    case = make.case({"a": claim}, declared, judges=[deaf])
    trial = case.tried(case.one(Place.CLAIM, "It was in Lisbon."))
    assert (trial.fate, slugs(trial)) == (Fate.BY_TEXT, ["evidence-off-topic"])


def test_sources_that_became_copies_are_told_by_their_words_only(make: Make) -> None:
    long = f"{LASTED} The mayor left the hall by the back door and said nothing to the press that waited."
    other = f"{LASTED} A driver slept in his car near the gate all morning while the rain fell."
    quotes = [quote("a", "100 minutes"), quote("b", "100 minutes")]
    declared = make.assertion(LASTED, "supported", quotes, min_origins=2)
    case = make.case({"a": long, "b": other}, declared, judges=[clerk])
    copied = Mutation(Place.SENTENCE, "copied", "b", "", "", declared, {"b": long})
    trial = case.tried(copied)
    assert (slugs(trial), trial.fate) == (["too-few-origins"], Fate.BY_TEXT)


def test_a_side_that_others_hold_unquoted_is_missed_by_its_own_quotes_only(make: Make) -> None:
    quotes = [quote("a", "100 minutes"), quote("b", "60 minutes", "contradicts")]
    texts = {"a": LASTED, "b": HOUR, "c": f"Aides say the talks lasted 100 minutes. {RAIN} {HOUR}"}
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes), judges=[clerk])
    assert [case.tried(one).fate for one in case.chosen(Place.SIDE)] == [Fate.BY_TEXT, Fate.BY_TEXT]


# Survived


def test_a_changed_claim_that_no_judge_hears_survives_where_nobody_signed(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    trial = case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes."))
    assert (trial.fate, trial.problems) == (Fate.SURVIVED, ())
    assert trial.finding.passed


def test_a_change_beside_the_quote_that_no_judge_hears_survives(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "The talks lasted")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert case.tried(case.one(Place.SENTENCE, "The talks lasted 200 minutes.")).fate is Fate.SURVIVED


def test_a_planted_sentence_and_a_copy_that_no_judge_hears_survive(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")], silent=["b"])
    case = make.case({"a": LASTED, "b": RAIN}, declared, judges=[deaf])
    trials = [case.tried(one) for one in case.chosen(Place.PLANTED) + case.chosen(Place.COPY)]
    assert {trial.fate for trial in trials} == {Fate.SURVIVED}


# Invalid


def test_a_mutant_whose_quote_can_no_longer_be_told_from_others_says_nothing(make: Make) -> None:
    text = f"{LASTED} Later, aides said the talks lasted 200 minutes."
    ruled = {
        **quote("a", "aides said the talks lasted 200", "silent"),
        "attested": make.ruling(LASTED, "aides said the talks lasted 200"),
    }
    declared = make.assertion(LASTED, "supported", [quote("a", "talks lasted 100 minutes"), ruled])
    case = make.case({"a": text}, declared, judges=[clerk])
    trial = case.tried(case.one(Place.SENTENCE, "The talks lasted 200 minutes."))
    assert (trial.fate, "quote-ambiguous" in slugs(trial)) == (Fate.INVALID, True)


# Rulings are set aside on both sides


def test_what_a_ruling_stands_against_in_the_original_is_no_news_in_a_mutant(make: Make) -> None:
    ruled = {**quote("a", "60 minutes"), "attested": make.ruling(LASTED, "60 minutes")}
    quotes = [ruled, quote("b", "100 minutes")]
    case = make.case({"a": HOUR, "b": LASTED}, make.assertion(LASTED, "supported", quotes), judges=[clerk])
    assert case.finding.passed  # because a person says so
    changed = case.one(Place.CLAIM, "The talks lasted 200 minutes.")
    trial = case.tried(changed)
    assert trial.fate is Fate.KILLED
    assert [(one.slug, one.related[0].start.path) for one in trial.problems] == [
        ("evidence-opposed", "seeds/b.txt")  # what `a` is quoted for was opposed before
    ]


def test_what_the_original_fails_by_already_without_its_rulings_kills_nothing(make: Make) -> None:
    ruled = {**quote("a", "60 minutes"), "attested": make.ruling(LASTED, "60 minutes")}
    case = make.case({"a": HOUR}, make.assertion(LASTED, "supported", [ruled]), judges=[clerk])
    trial = case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes."))
    assert (trial.fate, trial.problems) == (Fate.BY_TEXT, ())


def test_a_ruling_protects_no_mutant(make: Make) -> None:
    ruled = {**quote("a", "100 minutes"), "attested": make.ruling(LASTED, "100 minutes")}
    case = make.case({"a": LASTED}, make.assertion(LASTED, "supported", [ruled]), judges=[clerk])
    assert case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes.")).fate is Fate.KILLED


AGAIN = "Aides say the talks lasted 60 minutes."


@pytest.mark.parametrize(
    ("texts", "fate"),
    [
        ({"a": f"{LASTED} {RAIN} {HOUR}"}, Fate.SURVIVED),  # one source is against it, as before
        ({"a": f"{LASTED} {HOUR} {AGAIN}"}, Fate.KILLED),  # twice now
        ({"a": LASTED, "b": HOUR}, Fate.KILLED),  # and now another source
    ],
)
def test_a_problem_is_new_if_there_is_one_more_of_its_kind_in_one_source(
    make: Make, texts: dict[str, str], fate: Fate
) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)])
    case = make.case({"a": f"{LASTED} {HOUR}", "b": RAIN}, declared, judges=[clerk])
    assert [problem.slug for problem in case.finding.problems] == ["undeclared-opposition"]
    assert case.tried(Mutation(Place.PLANTED, "x", "a", "", HOUR, declared, texts)).fate is fate


def test_a_verdict_that_is_gone_is_noticed_though_the_original_has_a_problem_without_its_rulings(
    make: Make,
) -> None:
    off_topic = {**quote("c", "Rain fell"), "attested": make.ruling(LASTED, "Rain fell")}
    quotes = [quote("a", "100 minutes"), quote("b", "60 minutes", "contradicts"), off_topic]
    texts = {"a": LASTED, "b": HOUR, "c": RAIN}
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes), judges=[clerk])
    _, contradicting = case.chosen(Place.SIDE)
    assert case.tried(contradicting).fate is Fate.KILLED


def test_setting_rulings_aside_changes_nothing_else(make: Make) -> None:
    ruled = {**quote("a", "60 minutes"), "attested": make.ruling(LASTED, "60 minutes")}
    plain = make.assertion(LASTED, "supported", [quote("a", "60 minutes")])
    found = unruled(make.assertion(LASTED, "supported", [ruled]))
    assert [item.attested for item in found.evidence] == [None]
    assert found.evidence[0].pieces == plain.evidence[0].pieces
    assert (found.id, found.claim, found.expect) == (plain.id, plain.claim, plain.expect)


# The corpus of a mutant


def test_a_mutant_has_its_texts_with_their_digests_and_all_others_as_they_were(make: Make) -> None:
    locked = make.corpus({"a": LASTED, "b": RAIN}).text("a")
    assert locked is not None
    corpus = make.corpus({"a": LASTED, "b": RAIN}, {"a": {"sha256": locked.digest}})
    declared = make.assertion(LASTED, "absent")
    original, other = corpus.text("a"), corpus.text("b")
    found = corpus_of(corpus, Mutation(Place.SENTENCE, "x", "a", "", "", declared, {"a": HOUR}))
    changed = found.text("a")
    assert changed is not None
    assert (changed.text, changed.changed) == (HOUR, False)
    assert found.text("b") is other
    assert corpus.text("a") is original


def test_a_copy_is_one_more_source_of_another_publisher(make: Make) -> None:
    corpus = make.corpus({"a": LASTED, "b": RAIN}, {"a": {"publisher": "Kyiv Daily"}})
    copied = Mutation(Place.COPY, "x", "a", "", "", make.assertion(LASTED, "absent"), copied=("a", HOUR))
    found = corpus_of(corpus, copied)
    assert list(found.sources) == ["a", "b", COPY]
    assert found.sources[COPY].publisher != "Kyiv Daily"
    text = found.text(COPY)
    assert text is not None
    assert text.text == HOUR
    assert list(corpus.sources) == ["a", "b"]


def test_a_changed_claim_is_heard_in_the_corpus_as_it_is(make: Make) -> None:
    corpus = make.corpus({"a": LASTED})
    claimed = Mutation(Place.CLAIM, "x", "", LASTED, HOUR, make.assertion(HOUR, "absent"))
    assert corpus_of(corpus, claimed) is corpus


# All mutants


@pytest.mark.parametrize("judge", [clerk, deaf])
def test_no_mutant_is_killed_by_a_comparison_of_texts(make: Make, judge: Judge) -> None:
    texts = {"a": f"{RAIN} {LASTED} Snow fell.", "b": RAIN}
    ruled = {**quote("a", "The talks lasted"), "attested": make.ruling(LASTED, "The talks lasted")}
    quotes = [quote("a", "100 minutes"), quote("a", "lasted 100 minutes. Snow", "supports"), ruled]
    case = make.case(
        texts,
        make.assertion(LASTED, "supported", quotes, silent=["b"]),
        judges=[judge],
    )
    by_text = {"stale-attestation", "source-changed", "evidence-off-topic", "too-few-origins"}
    for mutation in case.mutations:
        found = set(slugs(case.tried(mutation)))
        assert not found & by_text
        assert not any(slug.startswith("quote-") for slug in found)
