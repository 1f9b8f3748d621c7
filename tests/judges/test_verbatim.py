"""The judge `verbatim`: the claim's own words, in order and unhindered, support; nothing contradicts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges.verbatim import judge
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

SUPPORTS, UNDECIDED, SILENT = Stance.SUPPORTS, Stance.UNDECIDED, Stance.SILENT


def opinion(claim: str, text: str, attribution: str = "any", published: date | None = None) -> Opinion:
    """Judge the whole of a short text."""
    passage = Passage(text, split(text), Span(0, len(text)), published)
    return judge(Question(claim, (), attribution), passage)


def test_a_day_without_its_year_is_answered_by_the_very_words() -> None:
    """The claim has no day of publication from which the year could be counted."""
    claim, text = "The council met on May 12.", "The council met on May 12 in private."
    assert opinion(claim, text, published=date(2025, 5, 17)).stance is SUPPORTS
    assert opinion(claim, text).stance is SUPPORTS
    other = "The council met on May 13 in private."
    assert opinion(claim, other, published=date(2025, 5, 17)).stance is not SUPPORTS


def codes(claim: str, text: str) -> set[str]:
    return {reason.code for reason in opinion(claim, text).reasons}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "Ukraine and Russia agreed to exchange 1,000 prisoners.",
            "Ukraine and Russia agreed to exchange a thousand prisoners.",
        ),
        (
            "They agreed to exchange prisoners of war.",
            "On Friday in Istanbul, they agreed to exchange prisoners of war.",
        ),
        ("The council rejected the budget.", "The council rejected the budget on Monday."),
        ("The council rejected the budget.", "The city said that the council rejected the budget."),
        ("The council rejected the budget.", "The council rejected the budget, the mayor said."),
        (
            "The council rejected the budget.",
            "After a long night, the council on Monday rejected the budget.",
        ),
        ("The council rejected the budget.", "The council, which met in private, rejected the budget."),
        ("The council rejected the budget.", "Taxes will rise, but the council rejected the budget."),
        (
            "Rustem Umerov led the delegation to Oslo.",
            "Defense Minister Rustem Umerov led the delegation to Oslo.",
        ),
        ("The Ukrainian delegation left Istanbul.", "Ukraine's delegation left Istanbul."),
        ("The bridge collapsed on 16 May 2025.", "The bridge collapsed on May 16, 2025, in heavy rain."),
        ("The centre organised a rally in Leeds.", "The center organised a rally in Leeds."),
        ("The council did not reject the budget.", "The council did not reject the budget."),
        ("The council may reject the budget.", "Observers say the council may reject the budget."),
        ("All members rejected the budget.", "All members rejected the budget."),
        ("Medinsky said he was satisfied with the talks.", "Medinsky said he was satisfied with the talks."),
        ("Two pilots died in the crash.", "Two pilots died in the crash near Oslo."),
    ],
)
def test_the_claims_own_words_support(claim: str, text: str) -> None:
    assert opinion(claim, text).stance is SUPPORTS


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # denial
        ("They agreed to exchange prisoners.", "They failed to agree to exchange prisoners."),
        ("They agreed to exchange prisoners.", "They never agreed to exchange prisoners."),
        ("They agreed to exchange prisoners.", "They have not agreed to exchange prisoners."),
        ("They agreed to exchange prisoners.", "The army denied that they agreed to exchange prisoners."),
        ("They agreed to exchange prisoners.", "It is not true that they agreed to exchange prisoners."),
        ("They agreed to exchange prisoners.", "Reports that they agreed to exchange prisoners were false."),
        ("The council did not reject the budget.", "The council did reject the budget."),
        ("The council rejected the budget.", "No council rejected the budget."),
        ("The council rejected the budget.", "The council refused to say it rejected the budget."),
        ("The minister attended the meeting.", "Neither the mayor nor the minister attended the meeting."),
        # doubt, condition, question, plan
        ("The council rejected the budget.", "The council may have rejected the budget."),
        ("The council rejected the budget.", "If the council rejected the budget, taxes would rise."),
        ("The council rejected the budget.", "Has the council rejected the budget?"),
        ("The council rejected the budget.", "The council has reportedly rejected the budget."),
        ("The council rejected the budget.", "The council plans to reject the budget."),
        ("The council rejected the budget.", "The council will reject the budget."),
        ("The council rejected the budget.", "The council almost rejected the budget."),
        ("The council rejected the budget.", "The council threatened to reject the budget."),
        ("They agreed to hold talks in Oslo.", "They agreed in principle to hold talks in Oslo."),
        (
            "Russia agreed to a ceasefire in Kherson.",
            "Russia agreed to a ceasefire in Kherson if Kyiv withdraws.",
        ),
        (
            "Russia agreed to a ceasefire in Kherson.",
            "Unless Kyiv withdraws, Russia agreed to a ceasefire in Kherson.",
        ),
        ("The council may reject the budget.", "The council rejected the budget."),
        # who does what
        ("Russia attacked Ukraine overnight.", "Ukraine attacked Russia overnight."),
        ("Russia attacked Ukraine in March.", "Russia was attacked by Ukraine in March."),
        ("Russia attacked Ukraine in March.", "A Russian attacked Ukraine in March."),
        ("Ukraine attacked Russian ships.", "Allies of Ukraine attacked Russian ships."),
        ("Russia attacked towns in Ukraine.", "Russia said rebels attacked towns in Ukraine."),
        ("The US opposed Russian participation.", "Russia opposed U.S. participation."),
        ("Umerov said he was satisfied with the talks.", "Medinsky said he was satisfied with the talks."),
        ("Umerov was satisfied with the talks.", "Umerov said Medinsky was satisfied with the talks."),
        ("Anna sued her employer Northwind.", "Northwind sued its employer Anna."),
        ("The firm sold the mine to Lakeside.", "The firm sold the mine for Lakeside."),
        ("Prisoners moved from Oslo to Bergen.", "Prisoners moved from Bergen to Oslo."),
        ("The lawyer represented the minister in court.", "The minister represented the lawyer in court."),
        ("The king met the president in Rome.", "The king met the adviser of the president in Rome."),
        ("The president visited the flooded town.", "The former president visited the flooded town."),
        ("Biden visited the flooded town.", "First Lady Jill Biden visited the flooded town."),
        ("They agreed to exchange prisoners.", "We agreed to exchange prisoners."),
        ("They agreed to exchange prisoners.", "The rebels agreed to exchange prisoners."),
        ("The minister visited the flooded town.", "The deputy minister visited the flooded town."),
        ("The minister visited the flooded town.", "The minister's wife visited the flooded town."),
        ("The minister visited the flooded town.", "The wife of the minister visited the flooded town."),
        ("The minister visited the flooded town.", "Friends say of the minister visited the flooded town."),
        # amounts
        ("Three were killed and nine were injured.", "Nine were killed and three were injured."),
        ("All members rejected the budget.", "Most members rejected the budget."),
        ("Members rejected the budget on Monday.", "Some members rejected the budget on Monday."),
        ("The fire killed 12 people in Leeds.", "The fire killed 21 people in Leeds."),
        ("The fire killed 12 people in Leeds.", "The fire killed at least 12 people in Leeds."),
        ("Only members rejected the budget.", "Members rejected the budget."),
        ("The bridge collapsed on 16 May 2025.", "The bridge collapsed on May 17, 2025."),
        # what stands between and behind
        ("Russia agreed to a ceasefire in Kherson.", "Russia agreed to discuss a ceasefire in Kherson."),
        ("Russia agreed to the ceasefire.", "Russia agreed to the ceasefire talks."),
        ("Russia agreed to the ceasefire.", "Russia rejected what Kyiv agreed to before the ceasefire."),
        ("The council rejected the budget.", "The council rejected calls to cut the budget."),
        ("The council rejected the budget.", "The council rejected the budget increase."),
        ("The council rejected the budget.", "The council praised the man who rejected the budget."),
        ("The council rejected the budget.", "The council chairman rejected the budget."),
        ("The army shot down the plane.", "The army shot at boys who sat down near the plane."),
        ("Kyiv attacked and Moscow responded.", "Kyiv responded and Moscow attacked."),
        ("Doctors recommended the drug for children.", "Doctors recommended against the drug for children."),
    ],
)
def test_a_difference_in_meaning_is_never_support(claim: str, text: str) -> None:
    assert opinion(claim, text).stance in (UNDECIDED, SILENT)


@pytest.mark.parametrize(
    ("claim", "text", "code"),
    [
        ("They agreed to exchange prisoners.", "They never agreed to exchange prisoners.", "negation-clash"),
        (
            "They agreed to exchange prisoners.",
            "They failed to agree to exchange prisoners.",
            "negation-clash",
        ),
        ("The council rejected the budget.", "The council may have rejected the budget.", "modality-clash"),
        ("All members rejected the budget.", "Most members rejected the budget.", "quantifier-clash"),
        ("Russia attacked Ukraine overnight.", "Ukraine attacked Russia overnight.", "order-differs"),
        ("The fire killed 12 people in Leeds.", "The fire killed 21 people in Leeds.", "number-clash"),
        ("The bridge collapsed on 16 May 2025.", "The bridge collapsed on May 17, 2025.", "number-clash"),
        ("Police arrested Anna Berg in Leeds.", "Police arrested Carl Dahl in Leeds.", "name-clash"),
        ("The firm sold the mine to Lakeside.", "The firm sold the mine for Lakeside.", "role-clash"),
        (
            "The council rejected the budget.",
            "The council rejected calls to cut the budget.",
            "words-scattered",
        ),
        (
            "The minister visited the flooded town.",
            "The deputy minister visited the flooded town.",
            "words-before",
        ),
        ("Russia agreed to the ceasefire.", "Russia agreed to the ceasefire talks.", "words-after"),
    ],
)
def test_a_clash_is_undecided_and_says_which(claim: str, text: str, code: str) -> None:
    assert opinion(claim, text).stance is UNDECIDED
    assert code in codes(claim, text)


def test_words_that_are_not_there_are_named() -> None:
    found = opinion("The council rejected the generous budget.", "The council rejected the budget.")
    assert found.stance is SILENT
    assert [reason.code for reason in found.reasons] == ["not-covered"]
    assert "generous" in found.reasons[0].text


def test_the_words_must_come_from_one_sentence() -> None:
    text = "The council met. It rejected the budget."
    assert opinion("The council rejected the budget.", text).stance is SILENT


def test_a_neighbour_may_give_the_rest_of_a_name_and_nothing_else() -> None:
    claim = "Anna Berg led the inquiry."
    text = "Anna Berg is a judge. Berg led the inquiry."
    sentences = split(text)
    passage = Passage(text, sentences, sentences[1])
    assert judge(Question(claim), passage).stance is SUPPORTS
    other = "Eva Berg is a judge. Berg led the inquiry."
    sentences = split(other)
    assert judge(Question(claim), Passage(other, sentences, sentences[1])).stance is not SUPPORTS
    brother = "Anna Berg is a judge. Then Carl Berg led the inquiry."
    sentences = split(brother)
    assert judge(Question(claim), Passage(brother, sentences, sentences[1])).stance is not SUPPORTS


def test_attributed_words_support_unless_the_claim_must_be_asserted() -> None:
    claim = "The council rejected the budget."
    for text in (
        "The council rejected the budget, the mayor said.",
        "According to the mayor, the council rejected the budget.",
        "“The council rejected the budget,” he wrote.",
    ):
        assert opinion(claim, text).stance is SUPPORTS
        assert codes(claim, text) == {"near-verbatim-attributed"}
        asserted = opinion(claim, text, "asserted")
        assert asserted.stance is UNDECIDED
        assert asserted.reasons[0].code == "attribution-clash"
    assert opinion(claim, claim, "asserted").stance is SUPPORTS


def test_a_claim_about_a_statement_is_asserted_where_the_statement_is_reported() -> None:
    claim = "The mayor said the council rejected the budget."
    assert opinion(claim, "The mayor said the council rejected the budget.", "asserted").stance is SUPPORTS


def test_a_very_short_claim_counts_only_word_for_word() -> None:
    assert opinion("Putin attended.", "Putin attended.").stance is SUPPORTS
    assert opinion("Putin attended.", "Putin attended the opera.").stance is UNDECIDED
    assert opinion("Putin attended.", "Putin attended?").stance is UNDECIDED
    assert opinion("Putin attended.", "Putin left.").stance is SILENT


@pytest.mark.parametrize(
    "denial", ["That is untrue.", "This was false.", "It is not true.", "That's a hoax."]
)
def test_a_statement_that_the_next_sentence_takes_back_does_not_support(denial: str) -> None:
    said = "The council rejected the budget."
    passage = Passage(f"{said} {denial}", split(f"{said} {denial}"), Span(0, len(said)))
    found = judge(Question(said), passage)
    assert (found.stance, found.reasons[0].code) == (UNDECIDED, "negation-clash")


def test_a_denial_of_something_else_in_the_next_sentence_takes_nothing_back() -> None:
    said = "The council rejected the budget."
    text = f"{said} The mayor refuted the rumour of an election. It is a record."
    assert judge(Question(said), Passage(text, split(text), Span(0, len(said)))).stance is SUPPORTS


def test_a_weekday_answers_for_a_day_from_the_day_of_publication() -> None:
    claim = "The bridge collapsed on 16 May 2025."
    text = "The bridge collapsed on Friday."
    assert opinion(claim, text, published=date(2025, 5, 17)).stance is SUPPORTS
    assert opinion(claim, text).stance is not SUPPORTS
    assert opinion(claim, text, published=date(2025, 5, 10)).stance is not SUPPORTS


def test_the_reason_of_support_points_to_the_words() -> None:
    text = "Rain fell. On Monday, the council rejected the budget."
    found = opinion("The council rejected the budget.", text)
    (reason,) = found.reasons
    assert reason.source is not None
    assert reason.source.of(text) == "council rejected the budget"


WORDS = st.sampled_from(
    ["the", "council", "rejected", "budget", "not", "never", "mayor", "may", "12", "by", "and"]
)


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_verbatim_never_contradicts_and_scores_stay_on_their_side(sentence: list[str]) -> None:
    found = opinion("The council rejected the budget.", " ".join(sentence) + ".")
    assert found.stance in (SUPPORTS, UNDECIDED, SILENT)
    assert (found.score >= 0.5) == (found.stance is SUPPORTS)
    assert found.score > -0.5


PLAIN = st.lists(
    st.sampled_from(["council", "mayor", "rejected", "opened", "budget", "bridge"]), min_size=3, max_size=6
)


@given(PLAIN)
def test_a_statement_supports_itself(sentence: list[str]) -> None:
    text = f"The {' the '.join(sentence)}."
    assert opinion(text, text).stance is SUPPORTS


@given(st.lists(st.sampled_from(["council", "rejected", "budget", "rain", "fell", "cheese"]), max_size=8))
def test_more_of_the_claims_words_never_score_lower_while_words_are_missing(sentence: list[str]) -> None:
    claim = "The council rejected the generous budget."
    fewer, more = " ".join(sentence) + ".", " ".join([*sentence, "budget"]) + "."
    assert opinion(claim, fewer).score <= opinion(claim, more).score


def test_a_claim_too_short_to_compare_is_a_cue_where_all_its_words_stand() -> None:
    """Silence there would let `expect: absent` pass over a sentence that says it."""
    found = opinion("The bridge reopened.", "The old bridge over the Linde reopened on Monday.")
    assert (found.stance, found.reasons[0].code) == (UNDECIDED, "claim-too-short")
    assert opinion("The bridge reopened.", "The old bridge over the Linde is long.").stance is SILENT


def test_a_cue_is_told_as_the_sentence_writes_it() -> None:
    said = opinion(
        "The council of Oslo approved the new harbour bridge.",
        "Only the council of Oslo approved the new harbour bridge.",
    )
    assert [one.text for one in said.reasons] == ["claim and source differ in how sure they are: “only”"]
