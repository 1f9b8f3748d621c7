"""Perturbations: what each operator does, by example, and what holds of every mutant."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.cues import CueKind, read_cues
from pytest_factcheck.language.dates import date_spans, read_dates
from pytest_factcheck.language.folding import fold
from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.opposites import opposite
from pytest_factcheck.language.quantities import read_quantities
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stem
from pytest_factcheck.perturbations import (
    CHANGES,
    REPHRASINGS,
    Mutant,
    mutants,
    rephrasings,
)
from pytest_factcheck.perturbations.inflection import base_of_past, participle_of, past_of, third_person
from pytest_factcheck.perturbations.spelled import in_words
from pytest_factcheck.perturbations.tables import TABLE
from pytest_factcheck.strategies import Statement, sentences
from pytest_factcheck.vocabulary import Span

CHANGED = [
    (
        "number",
        "The talks lasted 100 minutes.",
        ["The talks lasted 200 minutes.", "The talks lasted 50 minutes."],
    ),
    ("number", "It sank 273 ships.", ["It sank 274 ships.", "It sank 136 ships."]),
    ("number", "About 40 homes burned.", ["About 50 homes burned.", "About 20 homes burned."]),
    ("number", "Three men fled.", ["Four men fled.", "Nine men fled."]),
    (
        "number",
        "They freed a thousand men.",
        ["They freed two thousand men.", "They freed three thousand men."],
    ),
    ("number", "It cost $2.4 million.", ["It cost $2.5 million.", "It cost $1.2 million."]),
    (
        "number",
        "The one-hour meeting ended.",
        ["The two-hour meeting ended.", "The three-hour meeting ended."],
    ),
    ("number", "The truce lasts at least 30 days.", ["The truce lasts 15 days.", "The truce lasts 20 days."]),
    ("number", "It took less than two hours.", ["It took three hours.", "It took six hours."]),
    ("number", "It was the first round.", ["It was the third round.", "It was the second round."]),
    (
        "number",
        "They met at 1:30 p.m. local time.",
        ["They met at 4:30 p.m. local time.", "They met at 6:30 p.m. local time."],
    ),
    ("magnitude", "It cost $2.4 million.", ["It cost $2.4 billion."]),
    ("unit", "The talks lasted 100 minutes.", ["The talks lasted 100 hours."]),
    ("unit", "He led a 100-minute meeting.", ["He led a 100-hour meeting."]),
    ("unit", "It cost $2.4 million.", ["It cost €2.4 million."]),
    ("comparator", "It took less than two hours.", ["It took more than two hours."]),
    ("comparator", "At least 30 days passed.", ["Less than 30 days passed."]),
    ("comparator", "More than 40 men came.", ["Fewer than 40 men came."]),
    ("comparator", "They sold 12 cars.", ["They sold more than 12 cars.", "They sold fewer than 12 cars."]),
    ("day", "They met on May 16, 2025.", ["They met on May 17, 2025."]),
    ("day", "They met on 28 May.", ["They met on 27 May."]),
    ("weekday", "They met on Friday.", ["They met on Monday.", "They met on Wednesday."]),
    ("month", "They met on May 16, 2025.", ["They met on June 16, 2025.", "They met on September 16, 2025."]),
    ("month", "They met on Jan. 10, 2025.", ["They met on Feb. 10, 2025.", "They met on May 10, 2025."]),
    ("month", "It began in spring 2022.", ["It began in autumn 2022."]),
    ("year", "It began in 2022.", ["It began in 2021.", "It began in 2023."]),
    ("year", "It began in the 1990s.", ["It began in the 1980s.", "It began in the 2000s."]),
    ("country", "France sold the ship.", ["Norway sold the ship."]),
    ("country", "A French envoy spoke.", ["A Norwegian envoy spoke."]),
    ("country", "An Irish envoy spoke.", ["An Indonesian envoy spoke."]),
    (
        "country",
        "The U.S. envoy left the United States.",
        ["The Norwegian envoy left the United States.", "The U.S. envoy left Norway."],
    ),
    ("person", "President Anna Berg spoke.", ["President Marcus Okoye spoke."]),
    ("person", "The spokesman John Carter left.", ["The spokesman Anna Lindqvist left."]),
    ("person", "They blamed Prime Minister Jones.", ["They blamed Prime Minister Lindqvist."]),
    ("place", "They met in Geneva.", ["They met in Lisbon."]),
    ("place", "They met in Ashfield on Friday.", ["They met in Lisbon on Friday."]),
    ("organisation", "The Health Ministry closed.", ["The Transport Ministry closed."]),
    ("organisation", "NATO and the IMF agreed.", ["OPEC and the IMF agreed.", "NATO and the OECD agreed."]),
    ("role", "Brazil defeated Croatia in the final.", ["Croatia defeated Brazil in the final."]),
    ("role", "Smith was arrested by Jones.", ["Jones was arrested by Smith."]),
    ("negate", "The bill was approved.", ["The bill was not approved."]),
    ("negate", "He sent the letter.", ["He did not send the letter."]),
    ("negate", "He sent the letter, because she paid.", ["He did not send the letter, because she paid."]),
    ("negate", "They can stay.", ["They cannot stay."]),
    ("negate", "They met Will Smith.", ["They did not meet Will Smith."]),
    ("negate", "She has three sons.", ["She does not have three sons."]),
    ("negate", "Berg insists on talks.", ["Berg does not insist on talks."]),
    ("negate", "Berg pivoted to trade.", ["Berg never pivoted to trade."]),
    ("affirm", "The bill was not approved.", ["The bill was approved."]),
    ("affirm", "He did not send the letter.", ["He sent the letter."]),
    ("affirm", "He doesn't know the man.", ["He knows the man."]),
    ("affirm", "It won't rain.", ["It will rain."]),
    ("affirm", "The road is no longer open.", ["The road is still open."]),
    ("affirm", "She never saw Rome.", ["She saw Rome."]),
    ("affirm", "Neither Berg nor Ross attended.", ["Both Berg and Ross attended."]),
    ("quantifier", "All ministers resigned.", ["No ministers resigned."]),
    ("quantifier", "Most of the houses burned.", ["Few of the houses burned."]),
    ("quantifier", "No one came early.", ["Everyone came early."]),
    ("opposite", "Prices rose in March.", ["Prices fell in March."]),
    ("opposite", "The bill was approved.", ["The bill was rejected."]),
    ("opposite", "He will support the plan.", ["He will oppose the plan."]),
]

UNSURE = [
    ("number", "The Boeing 747 landed."),
    ("number", "One man fled."),
    ("number", "Dozens of people fled."),
    ("magnitude", "Hundreds of people fled."),
    ("unit", "Three men fled."),
    ("comparator", "Its two islands sank."),
    ("comparator", "At least one man fled."),
    ("day", "They met on Friday, May 16, 2025."),
    ("day", "It ended by May 16, 2025."),
    ("weekday", "He reads The Sunday Times."),
    ("month", "May left the room."),
    ("year", "It closed before 2022."),
    ("country", "A turkey crossed the road."),
    ("person", "Nord Stream closed."),
    ("place", "He invested in Acme."),
    ("place", "It rained in May."),
    ("organisation", "The CEO met the POW."),
    ("role", "Brazil met Croatia in Rome."),
    ("role", "Brazil accused Croatia and Peru."),
    ("role", "Berg said Ross lied."),
    ("negate", "The talks held in Geneva show progress."),
    ("negate", "The bill was only approved on Friday."),
    ("negate", "Berg left because the bank paid."),
    ("negate", "All bills were approved."),
    ("negate", "Was the bill approved?"),
    ("negate", "The bill was not approved."),
    ("negate", "By Will Sandys."),
    ("affirm", "He did not see anyone."),
    ("affirm", "It is not only cheap but good."),
    ("quantifier", "It did not hurt all men."),
    ("quantifier", "A few men came."),
    ("quantifier", "Some 200 people came."),
    ("opposite", "The price rise hurt."),
    ("opposite", "It fell short of hopes."),
]

SAME = [
    (
        "same-number",
        "They freed 1,000 men.",
        ["They freed 1000 men.", "They freed one thousand men.", "They freed a thousand men."],
    ),
    ("same-number", "Three men fled.", ["3 men fled."]),
    (
        "same-unit",
        "It took 100 minutes.",
        ["It took 1 hour 40 minutes.", "It took 1 hour and 40 minutes.", "It took 1 h 40 min."],
    ),
    ("same-unit", "It took less than two hours.", ["It took less than 120 minutes."]),
    ("same-unit", "It took two hours.", []),
    ("same-unit", "It fell by 20%.", ["It fell by 20 percent.", "It fell by 20 per cent."]),
    ("same-date", "They met on May 16, 2025.", ["They met on 16 May 2025."]),
    ("same-date", "They met on 16 May 2025.", ["They met on May 16, 2025."]),
    ("unicode-form", "He saw Erdoğan.", [normalize("NFD", "He saw Erdoğan.")]),
    ("quotation-marks", '"It\'s late," he said.', ["“It’s late,” he said."]),
    ("hyphens", "A one-hour trip.", ["A one‐hour trip.", "A one‑hour trip."]),
    ("white-space", "It is late.", ["It\u00a0is\u00a0late.", "It  is  late."]),
    ("line-wrap", "They met on the bridge in the rain.", ["They met on the\nbridge in the rain."]),
    ("first-letter", "The bridge fell.", ["the bridge fell."]),
    ("first-letter", "Berg fell.", []),
]


@pytest.mark.parametrize(("operator", "sentence", "texts"), CHANGED)
def test_a_change(operator: str, sentence: str, texts: list[str]) -> None:
    assert [mutant.text for mutant in CHANGES[operator](sentence)] == texts


@pytest.mark.parametrize(("operator", "sentence"), UNSURE)
def test_an_operator_that_is_not_sure_makes_no_mutant(operator: str, sentence: str) -> None:
    assert CHANGES[operator](sentence) == ()


@pytest.mark.parametrize(("operator", "sentence", "texts"), SAME)
def test_a_rephrasing(operator: str, sentence: str, texts: list[str]) -> None:
    assert [mutant.text for mutant in REPHRASINGS[operator](sentence)] == texts


def test_every_operator_has_an_example() -> None:
    assert {row[0] for row in CHANGED} == {row[0] for row in UNSURE} == set(CHANGES)
    assert {row[0] for row in SAME} == set(REPHRASINGS)


def test_a_mutant_says_what_was_changed_and_where() -> None:
    (mutant,) = CHANGES["place"]("They met in Geneva.")
    assert mutant == Mutant("They met in Lisbon.", "place", Span(12, 18), "Geneva", "Lisbon")


def whole(sentence: str, mutant: Mutant) -> bool:
    """Tell whether a mutant's parts make its text, and its span is that of the original."""
    start, end = mutant.span.start, mutant.span.end
    parts = sentence[:start] + mutant.after + sentence[end:] == mutant.text
    return parts and sentence[start:end] == mutant.before


EXAMPLES = st.sampled_from([row[1] for row in (*CHANGED, *SAME)])


def everything(text: str) -> tuple[Mutant, ...]:
    """Return what all operators make of a text."""
    return (*mutants(text), *rephrasings(text))


ANY = st.one_of(sentences(), EXAMPLES.map(lambda text: Statement(text, {})))


@given(ANY)
def test_every_mutant_is_the_sentence_with_one_span_replaced(statement: Statement) -> None:
    for mutant in everything(statement.text):
        assert whole(statement.text, mutant)
        assert mutant.text != statement.text
        assert mutant.operator in {**CHANGES, **REPHRASINGS}


@given(st.text(st.sampled_from('aeT1,. -’"“\n%$é'), max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    for mutant in everything(text):
        assert whole(text, mutant)


WORDS = "The the a was were by in on to talks began firm Berg Norway attacked Friday 40 of not . , ? - ” ' \n"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=8).map(" ".join))
def test_no_order_of_words_is_too_odd(text: str) -> None:
    for mutant in everything(text):
        assert whole(text, mutant)


@given(ANY)
def test_a_changed_amount_reads_as_one_that_excludes_the_old(statement: Statement) -> None:
    before = read_quantities(statement.text)
    for mutant in mutants(statement.text, ["number", "magnitude", "unit", "comparator"]):
        after = read_quantities(mutant.text)
        pairs = [(old, new) for old, new in zip(before, after, strict=True) if old.text != new.text]
        (changed,) = [
            pair
            for pair in pairs
            if pair[0].interval != pair[1].interval or pair[0].dimension != pair[1].dimension
        ]
        old, new = changed
        assert old.dimension != new.dimension or old.interval.disjoint(new.interval), mutant.text
        assert old.dimension == new.dimension or mutant.operator == "unit"


@given(ANY)
def test_a_changed_date_reads_as_other_days(statement: Statement) -> None:
    for mutant in mutants(statement.text, ["day", "month", "year", "weekday"]):
        assert len(date_spans(mutant.text)) == len(date_spans(statement.text))
        old, new = read_dates(statement.text), read_dates(mutant.text)
        apart = [one.relation(other) is Relation.DISJOINT for one, other in zip(old, new, strict=True)]
        assert sum(apart) == (1 if old else 0), mutant.text


@given(ANY)
def test_a_changed_name_is_gone_and_nothing_else_is(statement: Statement) -> None:
    for mutant in mutants(statement.text, ["country", "person", "place", "organisation"]):
        assert mutant.before.casefold() != mutant.after.casefold()
        assert (
            read_quantities(mutant.text) == read_quantities(statement.text)
            or mutant.span.start == 0
            or (
                [one.interval for one in read_quantities(mutant.text)]
                == [one.interval for one in read_quantities(statement.text)]
            )
        )


def negations(text: str) -> int:
    """Return how many cues of a negation a sentence has."""
    return sum(cue.kind is CueKind.NEGATION for cue in read_cues(tokens(text)))


@given(ANY)
def test_a_negation_put_in_or_taken_out_is_read_so(statement: Statement) -> None:
    before = negations(statement.text)
    for mutant in mutants(statement.text, ["negate"]):
        assert negations(mutant.text) == before + 1
    for mutant in mutants(statement.text, ["affirm"]):
        assert before > negations(mutant.text) == 0


@given(ANY)
def test_swapped_roles_keep_the_words(statement: Statement) -> None:
    for mutant in mutants(statement.text, ["role"]):
        assert sorted(mutant.text.lower().split()) != mutant.text.lower().split()
        ours = sorted(token.lower for token in tokens(statement.text))
        assert sorted(token.lower for token in tokens(mutant.text)) == ours


@given(ANY)
def test_typography_keeps_the_words(statement: Statement) -> None:
    spaced = ("unicode-form", "quotation-marks", "hyphens", "white-space", "line-wrap")
    for mutant in rephrasings(statement.text, spaced):
        assert fold(mutant.text).text == fold(statement.text).text


@given(ANY)
def test_another_way_to_write_an_amount_or_a_day_reads_the_same(statement: Statement) -> None:
    for mutant in rephrasings(statement.text, ["same-number", "same-unit", "same-date"]):
        for read in (read_amounts, read_days):
            assert read(mutant.text) == read(statement.text)


def read_amounts(text: str) -> list[tuple[object, ...]]:
    """Return what amounts a sentence states."""
    return [(one.dimension, one.interval, one.counted) for one in read_quantities(text)]


def read_days(text: str) -> list[tuple[object, ...]]:
    """Return what days a sentence states."""
    return [(one.start, one.end, one.bound) for one in read_dates(text)]


@given(st.integers(0, 999_999))
def test_a_number_in_words_reads_as_itself(value: int) -> None:
    (read,) = read_quantities(f"They counted {in_words(value)} bees.") if value > 1 else (None,)
    assert read is None or (read.nominal == value and read.counted == stem("bees"))


@pytest.mark.parametrize(
    ("base", "past", "participle", "present"),
    [
        ("send", "sent", "sent", "sends"),
        ("write", "wrote", "written", "writes"),
        ("stop", "stopped", "stopped", "stops"),
        ("visit", "visited", "visited", "visits"),
        ("carry", "carried", "carried", "carries"),
        ("agree", "agreed", "agreed", "agrees"),
        ("create", "created", "created", "creates"),
        ("repeat", "repeated", "repeated", "repeats"),
        ("kill", "killed", "killed", "kills"),
        ("control", "controlled", "controlled", "controls"),
        ("hit", "hit", "hit", "hits"),
        ("reach", "reached", "reached", "reaches"),
        ("change", "changed", "changed", "changes"),
        ("die", "died", "died", "dies"),
        ("expel", "expelled", "expelled", "expels"),
        ("await", "awaited", "awaited", "awaits"),
    ],
)
def test_forms_of_a_verb(base: str, past: str, participle: str, present: str) -> None:
    assert (past_of(base), participle_of(base), third_person(base)) == (past, participle, present)
    assert base_of_past(past) == base


@pytest.mark.parametrize("past", ["breathed", "banged", "pivoted", "tied"])
def test_a_past_whose_spelling_leaves_a_doubt_has_no_base(past: str) -> None:
    assert base_of_past(past) == ""


def test_every_pair_of_opposites_is_known_to_the_language_layer() -> None:
    rows = [row.split() for kind in ("both_ways", "one_way") for row in TABLE["opposites"][kind]]
    unknown = [row for row in rows if not opposite(one_stem(stem(row[0])), one_stem(stem(row[1])))]
    assert unknown == []
    assert all(past_of(verb) for row in rows for verb in row)


@given(ANY)
def test_the_same_sentence_has_the_same_mutants(statement: Statement) -> None:
    assert mutants(statement.text) == mutants(statement.text)
    assert [one.operator for one in mutants(statement.text)] == sorted(
        (one.operator for one in mutants(statement.text)), key=list(CHANGES).index
    )
