"""The judge `slots`: attached values decide, everything else abstains."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pytest_factcheck.judges.slots import judge
from pytest_factcheck.language.sentences import split
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Slot, Span, Stance

SEEDS = Path(__file__).parents[2] / "seeds"
SUPPORTS, CONTRADICTS = Stance.SUPPORTS, Stance.CONTRADICTS
UNDECIDED, SILENT = Stance.UNDECIDED, Stance.SILENT


def opinions(question: Question, text: str, published: date | None = None) -> tuple[Opinion, ...]:
    """Judge each sentence of a text with its neighbours as context."""
    sentences = split(text)
    windows = (sentences[max(0, at - 1) : at + 2] for at in range(len(sentences)))
    return tuple(
        judge(question, Passage(text, window, focus, published))
        for window, focus in zip(windows, sentences, strict=True)
    )


def stances(question: Question, text: str, published: date | None = None) -> set[Stance]:
    return {opinion.stance for opinion in opinions(question, text, published)}


def sides(question: Question, text: str, published: date | None = None) -> set[Stance]:
    return stances(question, text, published) & {SUPPORTS, CONTRADICTS}


# --- the five articles of the first corpus ---------------------------------------------------------------

DURATION = Question(
    "The talks lasted about 100 minutes.",
    (
        Slot(
            about=("talks", "meeting", "session", "negotiations"),
            relation=("lasted", "duration"),
            quantity="about 100 minutes",
        ),
    ),
)
HEAD = Question(
    "Defense Minister Rustem Umerov led the Ukrainian delegation.",
    (
        Slot(
            about=("Ukrainian delegation", "Ukraine's delegation", "Ukraine"),
            relation=("led by _", "headed by _", "_ led", "represented by _"),
            entity=("Rustem Umerov", "Ukrainian Defense Minister"),
        ),
    ),
)
DAY = Question(
    "The talks were held on 16 May 2025.",
    (Slot(about=("talks", "meeting"), relation=("held on", "took place", "met"), date="2025-05-16"),),
)
PUBLISHED = {"002": date(2025, 5, 16), "003": date(2025, 5, 16)}


@pytest.mark.parametrize(
    ("question", "source", "expected"),
    [
        (DURATION, "000", {SUPPORTS}),
        (DURATION, "001", {SUPPORTS}),
        (DURATION, "002", {CONTRADICTS}),
        (DURATION, "003", set()),
        (DURATION, "004", set()),
        (HEAD, "000", {SUPPORTS}),
        (HEAD, "001", set()),
        (HEAD, "002", {CONTRADICTS}),
        (HEAD, "003", {SUPPORTS}),
        (HEAD, "004", {SUPPORTS}),
        (DAY, "000", set()),
        (DAY, "001", {SUPPORTS}),
        (DAY, "002", {SUPPORTS}),
        (DAY, "003", {SUPPORTS}),
        (DAY, "004", set()),
    ],
)
def test_each_article_stands_on_one_side_or_on_none(
    question: Question, source: str, expected: set[Stance]
) -> None:
    (path,) = SEEDS.glob(f"{source}_*.txt")
    assert sides(question, path.read_text("utf-8"), PUBLISHED.get(source)) == expected


# --- quantities ------------------------------------------------------------------------------------------


def hours(text: str) -> Question:
    slot = Slot(about=("talks", "meeting"), relation=("lasted", "duration", "long"), quantity=text)
    return Question(f"The talks lasted {text}.", (slot,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks lasted two hours.", SUPPORTS),
        ("The talks in Geneva lasted two hours.", SUPPORTS),
        ("The talks, mediated by Norway, lasted two hours.", SUPPORTS),
        ("Officials left after the talks lasted two hours.", SUPPORTS),
        ("They parted after a meeting that lasted two hours.", SUPPORTS),
        ("The envoys parted after the two-hour meeting.", SUPPORTS),
        ("The envoys parted after two hours of talks.", SUPPORTS),
        ("The duration of the talks was two hours.", SUPPORTS),
        ("The talks were two hours long.", SUPPORTS),
        ("The talks lasted exactly 120 minutes.", SUPPORTS),
        ("The talks lasted five hours.", CONTRADICTS),
        ("The five-hour meeting ended in a row.", CONTRADICTS),
        ("The talks were five hours long.", CONTRADICTS),
        ("The talks lasted at least an hour.", UNDECIDED),
    ],
)
def test_a_quantity_attached_to_the_subject_decides(text: str, expected: Stance) -> None:
    assert stances(hours("two hours"), text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The ceremony after the talks lasted five hours.",
        "The dinner lasted five hours, longer than the talks.",
        "The talks produced a ceasefire lasting five hours.",
        "The talks began five hours after the deadline.",
        "Five hours after the talks, the shelling resumed.",
        "The talks mediator spoke for five hours.",
        "The head of the talks lasted five hours in office.",
        "The talks lasted five hours longer than planned.",
        "The talks ended, and the flight home lasted five hours.",
        "The delegations returned from the talks on a five-hour flight.",
        "The meeting was attended by envoys, followed by a dinner lasting five hours.",
    ],
)
def test_a_quantity_of_something_else_decides_nothing(text: str) -> None:
    assert not sides(hours("two hours"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks did not last five hours.",
        "The talks could have lasted five hours.",
        "The talks were expected to last five hours.",
        "If the talks last five hours, the markets will close.",
        "Did the talks last five hours?",
        "He denied that the talks lasted five hours.",
        "The talks reportedly lasted five hours.",
        "No talks lasted five hours.",
        "The talks will last five hours.",
        "The talks lasted nearly five hours, unless the clock was wrong.",
    ],
)
def test_what_is_not_plainly_said_decides_nothing(text: str) -> None:
    assert not sides(hours("two hours"), text)
    assert not sides(hours("five hours"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The follow-up meeting lasted five hours.",
        "The second meeting lasted five hours.",
        "The 2019 talks lasted five hours.",
        "A meeting with bankers lasted five hours.",
        "The talks with Iran lasted five hours.",
        "In Geneva, the talks lasted five hours.",
        "The press briefing meeting lasted five hours.",
        "The talks had lasted five hours by Monday.",
    ],
)
def test_what_may_be_another_event_never_contradicts(text: str) -> None:
    assert not sides(hours("two hours"), text)


@pytest.mark.parametrize(
    "text", ["The follow-up meeting lasted two hours.", "The second meeting lasted two hours.", "The 2019 talks lasted two hours."]
)
def test_what_is_another_event_never_supports(text: str) -> None:
    assert not sides(hours("two hours"), text)


def test_a_narrower_value_supports_a_wider_claim_and_not_the_other_way_round() -> None:
    assert stances(hours("less than two hours"), "The talks lasted 100 minutes.") == {SUPPORTS}
    assert stances(hours("100 minutes"), "The talks lasted less than two hours.") == {UNDECIDED}


def test_two_values_that_disagree_in_one_sentence_decide_nothing() -> None:
    text = "The talks lasted two hours, though the meeting lasted five hours by another count."
    assert not sides(hours("two hours"), text)
    assert not sides(hours("two hours"), "The talks lasted two or three hours.")


TOLL = Question(
    "The flood killed nine people.",
    (Slot(about=("flood", "floods", "flooding"), relation=("killed", "died"), quantity="nine people"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed nine people and injured thirty people.", SUPPORTS),
        ("The flood killed nine people.", SUPPORTS),
        ("Nine people were killed in the flood.", SUPPORTS),
        ("The flood killed 40 people.", CONTRADICTS),
        ("The flood killed at least five people.", UNDECIDED),
    ],
)
def test_the_dead_of_an_event_are_counted_by_its_verb(text: str, expected: Stance) -> None:
    assert stances(TOLL, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The flood injured 40 people and killed livestock.",
        "The flood killed cattle, and 40 people were injured.",
        "40 people were killed in the earthquake that followed the flood.",
        "The flood, which followed a quake that killed 40 people, receded.",
        "The flood had killed 12 people by Monday.",
        "40 people fled the flood, the mayor said, and many feared for the killed.",
        "The 1953 flood killed 40 people.",
        "Earlier floods killed 40 people.",
        "Officials fear the flood killed 40 people.",
    ],
)
def test_other_counts_near_the_event_never_contradict(text: str) -> None:
    assert CONTRADICTS not in stances(TOLL, text)


DRONES = Question(
    "Russia launched 273 drones.", (Slot(about=("drones",), relation=("launched", "fired"), quantity="273 drones"),)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia launched 273 drones overnight.", {SUPPORTS}),
        ("273 drones were launched by Russia.", {SUPPORTS}),
        ("Defenders shot down 88 drones that Russia had launched.", set()),
        ("Of the drones Russia launched, 88 were shot down.", set()),
    ],
)
def test_a_counted_noun_counts_where_the_verb_acts_on_it(text: str, expected: set[Stance]) -> None:
    assert sides(DRONES, text) == expected


PRICE = Question(
    "The deal is worth $68.7 billion.",
    (Slot(about=("deal", "takeover"), relation=("worth", "valued at"), quantity="$68.7 billion"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth $68.7 billion.", {SUPPORTS}),
        ("The $68.7 billion takeover was cleared in the autumn.", {SUPPORTS}),
        ("The deal was valued at $68.7 billion.", {SUPPORTS}),
        ("The deal is worth $75 billion.", {CONTRADICTS}),
        ("The deal came after the maker lost $3 billion.", set()),
        ("The deal is worth €75 billion.", set()),
        ("A rival had offered a deal worth $75 billion.", set()),
        ("The deal, if cleared, is worth $75 billion.", set()),
    ],
)
def test_money_is_compared_in_its_currency(text: str, expected: set[Stance]) -> None:
    assert sides(PRICE, text) == expected


# --- holders ---------------------------------------------------------------------------------------------

TEAM = Question(
    "Anna Berg led the inquiry.",
    (Slot(about=("inquiry",), relation=("led by _", "_ led", "headed by _"), entity=("Anna Berg",)),),
)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by Anna Berg.",
        "The inquiry was led on behalf of parliament by Judge Anna Berg.",
        "Anna Berg led the inquiry.",
        "Berg, a retired judge, led the inquiry.",
        "Anna Berg, who led the inquiry, resigned.",
        "Anna Berg, who was leading the inquiry, resigned.",
        "Parliament appointed Anna Berg to lead the inquiry.",
        "Anna Berg was chosen to head the inquiry.",
        "Led by Anna Berg, the inquiry heard 40 witnesses.",
        "The inquiry, led by Anna Berg, heard 40 witnesses.",
        "Anna Berg, head of the inquiry, said it would report soon.",
        "Berg met the press and led the inquiry.",
        "Anna Berg, leading the inquiry, said so.",
        "The inquiry was headed by the judge Anna Berg and two experts.",
        "The head of the inquiry, Anna Berg, resigned.",
    ],
)
def test_the_holder_is_found_in_simple_forms_of_the_relation(text: str) -> None:
    assert SUPPORTS in stances(TEAM, text)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by Carl Dahl.",
        "Carl Dahl led the inquiry.",
        "Carl Dahl, who headed the inquiry, resigned.",
        "The inquiry, led by Carl Dahl, heard witnesses.",
        "Parliament appointed Carl Dahl to lead the inquiry.",
    ],
)
def test_another_name_in_the_very_relation_contradicts(text: str) -> None:
    assert stances(TEAM, text) == {CONTRADICTS}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg's deputy led the inquiry.",
        "Anna Berg's lawyer Carl Dahl spoke before the inquiry, led by nobody.",
        "The inquiry was led by a friend of Anna Berg.",
        "The inquiry was not led by Anna Berg.",
        "The inquiry was led by her.",
        "Anna Berg wanted to lead the inquiry.",
        "Anna Berg was asked to lead the inquiry.",
        "Anna Berg will lead the inquiry.",
        "Was the inquiry led by Anna Berg?",
        "Anna Berg attended the inquiry, which Carl Dahl, she said, had no right to lead.",
        "Neither Anna Berg nor Carl Dahl led the inquiry.",
        "Anna Berg led the inquiry's critics.",
        "Anna Berg denied that she led the inquiry.",
        "Anna Berg led a choir; the inquiry met without her.",
        "If Anna Berg led the inquiry, it would be over.",
        "The witnesses of the inquiry were led by Anna Berg into the hall.",
        "The inquiry was led by Ana Bergh.",
        "Anna Berg declined to lead the inquiry.",
    ],
)
def test_a_name_near_the_relation_is_not_its_holder(text: str) -> None:
    assert not sides(TEAM, text)


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry was led by a retired judge.",
        "The inquiry was led by its deputy.",
        "The inquiry was led by him.",
        "The inquiry was led by Friday.",
        "The earlier inquiry was led by Carl Dahl.",
        "An inquiry in Norway was led by Carl Dahl.",
        "The 2003 inquiry was led by Carl Dahl.",
        "The inquiry's lawyers were led by Carl Dahl.",
        "The head of the inquiry was led away by Carl Dahl.",
        "The inquiry was allegedly led by Carl Dahl.",
        "Carl Dahl refused to lead the inquiry.",
        "The inquiry could be led by Carl Dahl.",
        "The inquiry was led by A. Berg.",
        "The minister led a walk-out, and the inquiry was adjourned by Carl Dahl.",
        "The inquiry led Carl Dahl to resign.",
    ],
)
def test_an_unclear_holder_never_contradicts(text: str) -> None:
    assert CONTRADICTS not in stances(TEAM, text)


MINISTER = Question(
    "The finance minister headed the commission.",
    (Slot(about=("commission",), relation=("headed by _", "_ headed"), entity=("finance minister",)),),
)


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("the finance minister", {SUPPORTS}),
        ("the deputy finance minister", {CONTRADICTS}),
        ("the interior minister", {CONTRADICTS}),
        ("the former finance minister", set()),
        ("the minister", set()),
        ("an official of the finance ministry", set()),
        ("the finance minister's adviser", set()),
    ],
)
def test_offices_agree_with_their_rank_or_are_another_office(holder: str, expected: set[Stance]) -> None:
    assert sides(MINISTER, f"The commission was headed by {holder}.") == expected


FINAL = Question(
    "Boca won the final.", (Slot(about=("final",), relation=("won by _", "_ won"), entity=("Boca",)),)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boca won the final on penalties.", {SUPPORTS}),
        ("The final was won by Boca.", {SUPPORTS}),
        ("River won the final on penalties.", {CONTRADICTS}),
        ("River lost the final that Boca won.", set()),
        ("Boca beat River, who won the semi-final.", set()),
        ("River could have won the final.", set()),
        ("Boca reached the final, and River won the cup.", set()),
        ("Fans of River won the hearts of the final's hosts.", set()),
        ("River almost won the final.", set()),
    ],
)
def test_winner_and_loser_are_told_apart(text: str, expected: set[Stance]) -> None:
    assert sides(FINAL, text) == expected


BUYER = Question(
    "Tiny Games was acquired by Lakeside.",
    (Slot(about=("Tiny Games",), relation=("acquired by _", "bought by _", "_ bought"), entity=("Lakeside",)),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lakeside bought Tiny Games for an undisclosed sum.", {SUPPORTS}),
        ("Tiny Games was acquired by Lakeside Inc. in March.", {SUPPORTS}),
        ("Tiny Games was acquired by Northwind.", {CONTRADICTS}),
        ("Tiny Games bought Lakeside.", set()),
        ("Lakeside was bought by Tiny Games.", set()),
        ("Northwind bought a stake in Tiny Games.", set()),
        ("Northwind agreed to buy Tiny Games.", set()),
        ("Northwind, which tried to buy Tiny Games, was outbid.", set()),
    ],
)
def test_buyer_and_bought_are_told_apart(text: str, expected: set[Stance]) -> None:
    assert sides(BUYER, text) == expected


def test_a_place_within_or_around_another_never_contradicts() -> None:
    slot = Slot(about=("summit",), relation=("held in _",), entity=("Vienna",))
    question = Question("The summit was held in Vienna.", (slot,))
    assert stances(question, "The summit was held in Vienna.") == {SUPPORTS}
    assert not sides(question, "The summit was held in Austria.")
    assert not sides(question, "The summit was held in the Hofburg.")


# --- dates -----------------------------------------------------------------------------------------------

TRIAL = Question(
    "The trial opened on 3 March 2024.",
    (Slot(about=("trial",), relation=("opened", "began", "started"), date="2024-03-03"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial opened on 3 March 2024.", {SUPPORTS}),
        ("On 3 March 2024, the trial opened in Oslo.", {SUPPORTS}),
        ("The trial, which opened on March 3, 2024, was public.", {SUPPORTS}),
        ("The trial opened on 9 April 2024.", {CONTRADICTS}),
        ("The trial opened in March 2024.", set()),
        ("The trial opened before 9 April 2024.", set()),
        ("The trial has been open since 9 April 2024.", set()),
        ("The 2019 trial opened on 9 April 2019.", set()),
        ("The trial opened after the murder on 9 April 2023.", set()),
        ("The trial will open on 9 April 2024.", set()),
        ("The museum opened on 9 April 2024, during the trial.", set()),
        ("The trial was to have opened on 9 April 2024.", set()),
        ("The trial opened, and on 9 April 2024 the jury retired.", set()),
        ("A new trial opened on 9 April 2024.", set()),
        ("The trial of Carl Dahl opened on 9 April 2024.", set()),
    ],
)
def test_a_date_belongs_to_the_verb_that_takes_it(text: str, expected: set[Stance]) -> None:
    assert sides(TRIAL, text) == expected


def test_a_weekday_counts_only_from_a_day_of_publication() -> None:
    text = "The trial opened on Sunday."
    assert not sides(TRIAL, text)
    assert sides(TRIAL, text, date(2024, 3, 4)) == {SUPPORTS}
    assert sides(TRIAL, text, date(2024, 4, 9)) == {CONTRADICTS}


def test_a_day_after_publication_is_a_plan() -> None:
    question = Question(
        "The talks were held on 20 May 2025.",
        (Slot(about=("talks",), relation=("held on",), date="2025-05-20"),),
    )
    text = "They agreed to meet again during talks in Oslo on May 20."
    assert not sides(question, text, date(2025, 5, 16))


# --- the claim as a whole --------------------------------------------------------------------------------


def test_the_rest_of_the_claim_must_be_covered_by_the_window() -> None:
    slot = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    question = Question("The talks lasted two hours in the Winter Palace.", (slot,))
    (alone,) = opinions(question, "The talks lasted two hours.")
    assert alone.stance is UNDECIDED
    assert alone.reasons[0].code == "not-covered"
    assert "Winter" in alone.reasons[0].text
    assert "Palace" in alone.reasons[0].text
    assert sides(question, "They met at the Winter Palace. The talks lasted two hours.") == {SUPPORTS}


def test_a_conflict_needs_the_names_of_the_claim_in_its_passage() -> None:
    slot = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    question = Question("The Geneva talks lasted two hours.", (slot,))
    assert not sides(question, "The talks lasted five hours.")
    assert sides(question, "They met in Geneva. The talks lasted five hours.") == {CONTRADICTS}


def test_a_claim_that_denies_is_left_alone() -> None:
    slot = Slot(about=("talks",), relation=("last",), quantity="two hours")
    question = Question("The talks did not last two hours.", (slot,))
    assert stances(question, "The talks lasted two hours.") == {UNDECIDED}


def test_all_slots_must_match_and_one_conflict_is_enough() -> None:
    first = Slot(about=("talks",), relation=("lasted",), quantity="two hours")
    second = Slot(about=("talks",), relation=("chaired by _",), entity=("Anna Berg",))
    question = Question("The talks, chaired by Anna Berg, lasted two hours.", (first, second))
    assert sides(question, "The talks, chaired by Anna Berg, lasted two hours.") == {SUPPORTS}
    assert sides(question, "The talks lasted two hours.") == set()
    assert sides(question, "The talks, chaired by Anna Berg, lasted five hours.") == {CONTRADICTS}


def test_attributed_words_count_unless_the_claim_must_be_asserted() -> None:
    any_voice = hours("two hours")
    asserted = Question(any_voice.claim, any_voice.slots, "asserted")
    for text in (
        "The talks lasted two hours, the minister said.",
        "According to the minister, the talks lasted two hours.",
        "“The talks lasted two hours,” she wrote.",
    ):
        assert sides(any_voice, text) == {SUPPORTS}
        assert not sides(asserted, text)
    assert sides(asserted, "The talks lasted two hours.") == {SUPPORTS}


def test_a_claim_without_slots_is_left_to_other_judges() -> None:
    (opinion,) = opinions(Question("The talks lasted two hours."), "The talks lasted five hours.")
    assert opinion == Opinion("slots", SILENT)


def test_only_sentences_in_focus_are_judged() -> None:
    text = "The talks lasted two hours. The envoys left."
    sentences = split(text)
    question = hours("two hours")
    assert judge(question, Passage(text, sentences, sentences[1])).stance is SILENT
    assert judge(question, Passage(text, sentences, Span(0, len(text)))).stance is SUPPORTS


def test_a_reason_names_code_words_and_both_spans() -> None:
    text = "Nothing else happened. The one-hour session ended early."
    slot = Slot(about=("session",), relation=("lasted",), quantity="about 100 minutes")
    question = Question("The session lasted about 100 minutes.", (slot,))
    (_, opinion) = opinions(question, text)
    (reason,) = opinion.reasons
    assert reason.code == "quantity-disjoint"
    assert reason.text == (
        "the claim says about 100 minutes (90 to 110 min); the source says one-hour (30 to 90 min) of “session”"
    )
    assert reason.claim is not None
    assert reason.claim.of(question.claim) == "about 100 minutes"
    assert reason.source is not None
    assert reason.source.of(text) == "one-hour"


def test_scores_keep_to_their_side() -> None:
    question = hours("two hours")
    for text in ("The talks lasted two hours.", "The talks lasted five hours.", "The talks lasted an hour or more."):
        for opinion in opinions(question, text):
            low, high = {
                SUPPORTS: (0.5, 1.0),
                CONTRADICTS: (-1.0, -0.5),
                UNDECIDED: (-0.5, 0.5),
                SILENT: (-0.5, 0.5),
            }[opinion.stance]
            assert low <= opinion.score <= high
