"""Paraphrases: what each operator does, by example, and what holds of everything that is said otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.examination import Examiner, heard_stance
from pytest_factcheck.judges import JUDGES, named
from pytest_factcheck.language.cues import CueKind, read_cues
from pytest_factcheck.language.dates import read_dates
from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.quantities import read_quantities
from pytest_factcheck.perturbations import PARAPHRASES, Mutant, paraphrases
from pytest_factcheck.perturbations.synonyms import plural
from pytest_factcheck.perturbations.tables import TABLE, pairs, pool
from pytest_factcheck.perturbations.verbplaces import Form, written
from pytest_factcheck.strategies import Statement, corpus_of, sentences
from pytest_factcheck.vocabulary import Question, Stance

OTHER_WORDS = [
    (
        "synonym",
        "The talks lasted 100 minutes.",
        [
            "The negotiations lasted 100 minutes.",
            "The discussions lasted 100 minutes.",
            "The talks took 100 minutes.",
            "The talks went on for 100 minutes.",
        ],
    ),
    ("synonym", "The war began in 2014.", ["The war started in 2014."]),
    ("synonym", "The war started in 2014.", ["The war began in 2014."]),
    ("synonym", "The war has started.", ["The war has begun."]),
    ("synonym", "Berg was wounded.", ["Berg was injured."]),
    ("synonym", "The bridge constructed in 1990 fell.", ["The bridge built in 1990 fell."]),
    ("synonym", "Prices fell by 20 percent.", ["Prices dropped by 20 percent."]),
    ("synonym", "Some 40 soldiers died.", ["Some 40 troops died."]),
    ("synonym", "They held talks.", ["They held negotiations.", "They held discussions."]),
    ("synonym", "He met a firm's lawyer.", ["He met a company's lawyer."]),
    ("synonym", "He heard an explosion.", ["He heard a blast."]),
    (
        "synonym",
        "The police found a photo.",
        ["The police found a photograph.", "The police found a picture."],
    ),
    ("synonym", "It is a large hall.", ["It is a big hall."]),
    ("synonym", "An enormous hall burned.", ["A huge hall burned."]),
    ("synonym", "They refused to comment.", ["They declined to comment."]),
    ("synonym", "He agreed to a deal.", ["He consented to a deal."]),
    ("synonym", "Berg resigned in May.", ["Berg stepped down in May."]),
    ("synonym", "He stated that it rained.", ["He said that it rained."]),
    ("synonym", "He discussed the plan.", ["He talked about the plan."]),
    (
        "synonym",
        "It lasted nearly two hours.",
        ["It took nearly two hours.", "It went on for nearly two hours.", "It lasted almost two hours."],
    ),
    ("passive", "Brazil defeated Croatia in the final.", ["Croatia was defeated by Brazil in the final."]),
    ("passive", "Anna Berg accused Paul Ross of fraud.", ["Paul Ross was accused by Anna Berg of fraud."]),
    ("passive", "The storm destroyed the houses.", ["The houses were destroyed by the storm."]),
    (
        "passive",
        "Chile and Ireland signed the treaty on May 16, 2025.",
        ["The treaty was signed by Chile and Ireland on May 16, 2025."],
    ),
    ("passive", "Norway accused Peru of spying.", ["Peru was accused by Norway of spying."]),
    (
        "passive",
        "Iraq was invaded by the United States in 2003.",
        ["The United States invaded Iraq in 2003."],
    ),
    ("passive", "Anna Berg was shot by the soldiers.", ["The soldiers shot Anna Berg."]),
    ("passive", "Norway accused the ministers.", ["The ministers were accused by Norway."]),
    ("passive", "Norway was invaded by Peru in 1999.", ["Peru invaded Norway in 1999."]),
    ("passive", "The plans were rejected by the council.", ["The council rejected the plans."]),
    ("fronted", "The talks began in Istanbul on Friday.", ["On Friday, the talks began in Istanbul."]),
    ("fronted", "The talks began in Istanbul.", ["In Istanbul, the talks began."]),
    ("fronted", "Norway signed the treaty on May 16, 2025.", ["On May 16, 2025, Norway signed the treaty."]),
    ("fronted", "The firm sold 500 cars in March 2020.", ["In March 2020, the firm sold 500 cars."]),
    ("fronted", "He was arrested in Rome in 2020.", ["In 2020, he was arrested in Rome."]),
    (
        "reported",
        "The talks lasted 100 minutes.",
        ["It was also reported that the talks lasted 100 minutes."],
    ),
    ("reported", "Norway did not sign.", ["It was also reported that Norway did not sign."]),
    ("reported", "NATO grew.", ["It was also reported that NATO grew."]),
]

SAME_WORDS = [
    ("synonym", "Talks failed."),  # a capital
    ("synonym", "The Minsk agreements failed."),
    ("synonym", 'He said "the talks began" there.'),
    ("synonym", "He talks to us."),
    ("synonym", "It was a firm of lawyers."),
    ("synonym", "It was a company car."),
    ("synonym", "They were pre-talks."),
    ("synonym", "The site selected by Berg burned."),
    ("synonym", "He concluded that it rained."),
    ("synonym", "Prices rise hurt."),
    ("synonym", "A large number came."),
    ("synonym", "It lasted from May to June."),
    ("synonym", "They met Berg."),
    ("passive", "Berg met Ross."),  # no verb of the table
    ("passive", "Norway did not attack Peru."),
    ("passive", "Norway attacked Peru and Chile."),
    ("passive", "Norway has invaded Peru."),
    ("passive", "Norway, Chile and Ghana attacked Peru."),
    ("passive", "Norway cancelled the vote on Friday."),
    ("passive", "Norway approved the vote on Friday."),  # it approved it then, or it is held then?
    ("passive", "Norway attacked its neighbour."),
    ("passive", "Police attacked Norway."),  # a name?
    ("passive", "Norway attacked the crew."),  # was? were?
    ("passive", "Norway attacked the town in Peru."),  # the town there, or the attack?
    ("passive", "Norway attacked two towns."),
    ("passive", "Anna Berg was shot by two men."),
    ("passive", "Norway attacked Peru after leaving."),
    ("passive", "Norway was attacked by the river."),
    ("passive", "He said Norway attacked Peru."),
    ("passive", "Did Norway attack Peru?"),
    ("fronted", "Norway cancelled the meeting on Friday."),
    ("fronted", "Norway praised the museum in Rome."),
    ("fronted", "He said the talks began on Friday."),
    ("fronted", "The talks did not begin on Friday."),
    ("fronted", "The talks began only on Friday."),
    ("fronted", "They agreed to meet on Friday."),
    ("fronted", "Talks began on Friday."),
    ("fronted", "They believed in Rome."),
    ("fronted", "The talks began by Friday."),
    ("fronted", "Did the talks begin on Friday?"),
    ("reported", "Did the talks last 100 minutes?"),
    ("reported", "He said the talks had begun."),
    ("reported", "The talks reportedly began."),
    ("reported", 'It was "too late".'),
    ("reported", "Talks began."),
    ("reported", "Former President Berg left."),
    ("reported", "But they left."),
    ("reported", "The end of an era."),
]


@pytest.mark.parametrize(("operator", "sentence", "texts"), OTHER_WORDS)
def test_a_paraphrase(operator: str, sentence: str, texts: list[str]) -> None:
    assert [mutant.text for mutant in PARAPHRASES[operator](sentence)] == texts


@pytest.mark.parametrize(("operator", "sentence"), SAME_WORDS)
def test_a_paraphrase_that_may_say_something_else_is_not_made(operator: str, sentence: str) -> None:
    assert PARAPHRASES[operator](sentence) == ()


def test_every_operator_has_an_example() -> None:
    assert {row[0] for row in OTHER_WORDS} == {row[0] for row in SAME_WORDS} == set(PARAPHRASES)


EXAMPLES = st.sampled_from([row[1] for row in OTHER_WORDS] + [sentence for _, sentence in SAME_WORDS])
ANY = st.one_of(sentences(), EXAMPLES.map(lambda text: Statement(text, {})))


def whole(sentence: str, mutant: Mutant) -> bool:
    """Tell whether a paraphrase is the sentence with one span replaced, and another sentence."""
    start, end = mutant.span.start, mutant.span.end
    parts = sentence[:start] + mutant.after + sentence[end:] == mutant.text != sentence
    return parts and sentence[start:end] == mutant.before and mutant.operator in PARAPHRASES


@given(ANY)
def test_every_paraphrase_is_the_sentence_with_one_span_replaced(statement: Statement) -> None:
    assert all(whole(statement.text, mutant) for mutant in paraphrases(statement.text))


@given(st.text(st.sampled_from("aeT1,. -’\"“\n%$é'"), max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    assert all(whole(text, mutant) for mutant in paraphrases(text))


WORDS = "The the a was were by in on to talks began firm Berg Norway attacked Friday 40 of not . , ? - ” ' \n"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=8).map(" ".join))
def test_no_order_of_words_is_too_odd(text: str) -> None:
    assert all(whole(text, mutant) for mutant in paraphrases(text))


def negations(text: str) -> int:
    """Return how many cues of a negation a sentence has."""
    return sum(cue.kind is CueKind.NEGATION for cue in read_cues(tokens(text)))


def names(text: str) -> set[str]:
    """Return the words of a text that have a capital, the first word apart."""
    return {token.text for token in tokens(text)[1:] if token.named}


def days(text: str) -> list[str]:
    """Return what days a sentence states, in whatever order."""
    return sorted(repr((one.start, one.end, one.bound)) for one in read_dates(text))


@given(ANY)
def test_a_paraphrase_keeps_amounts_days_negations_and_names(statement: Statement) -> None:
    for mutant in paraphrases(statement.text):
        here, there = read_quantities(statement.text), read_quantities(mutant.text)
        assert {(one.dimension, one.interval) for one in here} == {
            (one.dimension, one.interval) for one in there
        }
        assert days(mutant.text) == days(statement.text)
        assert negations(mutant.text) == negations(statement.text)
        assert names(statement.text) <= {token.text for token in tokens(mutant.text)}
        assert names(mutant.text) <= {token.text for token in tokens(statement.text)}


@given(ANY)
def test_a_time_put_first_keeps_the_words(statement: Statement) -> None:
    for mutant in paraphrases(statement.text, ["fronted"]):
        ours = sorted(token.lower for token in tokens(statement.text))
        assert sorted(token.lower for token in tokens(mutant.text)) == ours


@given(ANY)
def test_a_report_ends_with_what_is_reported(statement: Statement) -> None:
    for mutant in paraphrases(statement.text, ["reported"]):
        assert mutant.text[-len(statement.text) + 1 :] == statement.text[1:]
        assert paraphrases(mutant.text, ["reported"]) == ()


@given(ANY)
def test_the_passive_of_a_passive_is_the_sentence_itself(statement: Statement) -> None:
    for mutant in paraphrases(statement.text, ["passive"]):
        back = {one.text for one in paraphrases(mutant.text, ["passive"])}
        assert back <= {statement.text}


@given(ANY)
def test_the_same_sentence_has_the_same_paraphrases(statement: Statement) -> None:
    assert paraphrases(statement.text) == paraphrases(statement.text)
    made = [one.operator for one in paraphrases(statement.text)]
    assert made == sorted(made, key=list(PARAPHRASES).index)


def test_every_verb_of_the_paraphrases_has_certain_forms() -> None:
    rows = TABLE["synonyms"]["verbs"].values()
    verbs = {verb for use in rows for pair in pairs(use) for verb in pair} | set(pool("passive", "verbs"))
    assert [verb for verb in sorted(verbs) if not all(written(verb, form) for form in Form)] == []
    fronted = (*pool("fronted", "verbs"), *pool("fronted", "participles"))
    assert [verb for verb in fronted if not written(verb, Form.PARTICIPLE)] == []


@pytest.mark.parametrize("kind", ["nouns", "plurals", "adjectives", "invariable"])
def test_no_pair_of_synonyms_stands_there_twice(kind: str) -> None:
    found = list(pairs(TABLE["synonyms"][kind]))
    assert len(found) == len(set(found))
    assert all(one != other for one, other in found)


def test_plurals() -> None:
    nouns = ("firm", "company", "photo", "policeman", "police officer", "baby")
    assert [*map(plural, nouns)] == ["firms", "companies", "photos", "policemen", "police officers", "babies"]


# What the judges make of it; tests/test_laws.py asks the same of real sentences.

JUDGED_BY = named(tuple(JUDGES))


def stance(claim: str, text: str) -> Stance:
    """Return what a text by itself says of a claim."""
    examiner = Examiner(corpus_of(text), JUDGED_BY)
    source = examiner.corpus.text("source-1")
    assert source is not None
    return heard_stance(examiner.examine(Question(claim), source))


@pytest.mark.parametrize(("operator", "sentence", "texts"), OTHER_WORDS)
def test_a_sentence_and_its_paraphrase_never_contradict_each_other(
    operator: str, sentence: str, texts: list[str]
) -> None:
    heard = {stance(*pair) for text in texts for pair in ((text, sentence), (sentence, text))}
    assert heard.isdisjoint({Stance.CONTRADICTS, Stance.MIXED})
