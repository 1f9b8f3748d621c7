"""Traps: sentences that hold all words of a claim and say something else.

A false support or a false contradiction is a defect, whatever the reason; keeping silent is none.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.vocabulary import Opinion, Stance

Heard = Callable[..., Opinion]

NO_SUPPORT = {
    "The mayor accepted a bribe from the builder.": [
        "The mayor was accused of accepting a bribe from the builder.",
        "The mayor was charged with accepting a bribe from the builder.",
        "The mayor was acquitted of accepting a bribe from the builder.",
        "Critics accused the mayor of having accepted a bribe from the builder.",
        "Prosecutors dropped a charge that the mayor accepted a bribe from the builder.",
        "If the mayor accepted a bribe from the builder, he must go.",
    ],
    "The driver caused the crash.": [
        "The driver was suspected of causing the crash.",
        "The driver was cleared of causing the crash.",
        "Police ruled out that the driver caused the crash.",
        "Police are investigating whether the driver caused the crash.",
        "A rumour that the driver caused the crash spread online.",
        "Reports that the driver caused the crash are false.",
        "The driver nearly caused the crash.",
    ],
    "The bank hid losses from its auditors.": [
        "That the bank hid losses from its auditors was denied by its chief.",
        "The bank hid losses from its auditors, a charge it denies.",
        "The chief rejected the view that the bank hid losses from its auditors.",
        "Reports that the bank hid losses from its auditors were rejected by the chief.",
        "The bank hid losses from its auditors, a report which the chief rejected.",
        "The chief dismissed as nonsense that the bank hid losses from its auditors.",
        "The chief denied the report that the bank hid losses from its auditors.",
        "Prosecutors claim the bank hid losses from its auditors, which it disputes.",
        "“The bank hid losses from its auditors” is a claim its chief denied.",
    ],
    "The home side won the cup.": [
        "The home side almost won the cup.",
        "The home side came close to winning the cup.",
        "The home side was one goal from winning the cup.",
        "The home side has yet to win the cup.",
        "The home side hoped to win the cup.",
        "Had it scored, the home side would have won the cup.",
        "The chances of the home side winning the cup fell.",
        "Bookmakers expect the home side to win the cup.",
    ],
    "The hospital closed its emergency ward.": [
        "The hospital voted to close its emergency ward.",
        "The hospital threatened to close its emergency ward.",
        "The hospital considered closing its emergency ward.",
        "Protesters stopped the hospital from closing its emergency ward.",
        "The hospital closed its eye clinic instead of its emergency ward.",
        "The hospital closed its eye clinic rather than its emergency ward.",
        "The hospital closed its eye clinic, not its emergency ward.",
        "The hospital closed everything except its emergency ward.",
        "The hospital reopened its emergency ward after a rival closed its own.",
    ],
    "The army withdrew its troops from the border.": [
        "The army vowed to withdraw its troops from the border.",
        "The army cancelled plans to withdraw its troops from the border.",
    ],
    "The union voted for the strike.": ["The union voted against the strike."],
    "The court ruled in favour of the tenants.": ["The court ruled against the tenants."],
    "The ship sailed before the storm hit the port.": ["The ship sailed after the storm hit the port."],
    "Trains run from Oslo to Bergen.": ["Trains run from Bergen to Oslo."],
    "The mayor attended the funeral.": [
        "Neither the mayor nor the governor attended the funeral.",
        "The mayor was invited to attend the funeral.",
        "The mayor was due to attend the funeral.",
    ],
    "The firm is bigger than its rival.": ["The rival is bigger than the firm."],
    "Profits fell in Europe and rose in Asia.": ["Profits rose in Europe and fell in Asia."],
    "Profits rose in Asia.": ["Profits rose in Europe and fell in Asia."],
    "The village was flooded.": ["Half of the village was flooded."],
    "The mine employs 400 people.": ["The mine used to employ 400 people."],
    "The treaty was signed by five states.": ["The treaty was signed by all but five states."],
    "40 houses burned down.": ["At least 40 houses burned down.", "Up to 40 houses burned down."],
    "All schools in the valley were closed.": ["Not all schools in the valley were closed."],
}
NOT_THIS_ONE = {
    "Garcia defeated Novak in straight sets.": ["Garcia was defeated by Novak in straight sets."],
    "Berg won the mayoral race.": [
        "Lund won the mayoral race against Berg.",
        "Berg lost the mayoral race Lund won.",
    ],
    "The Danish minister welcomed the Norwegian king.": ["The Norwegian minister welcomed the Danish king."],
    "The police attacked the protesters.": ["The protesters attacked the police."],
    "The son shot his father in the kitchen.": ["The father shot his son in the kitchen."],
    "The mayor opened the fair.": [
        "The deputy mayor opened the fair.",
        "The mayor's brother opened the fair.",
    ],
    "The vice president signed the treaty.": ["The president signed the treaty."],
    "The former president resigned from the party.": ["The president resigned from the party."],
    "The singer died.": ["The singer's husband died."],
    "North Korea fired a missile.": ["South Korea fired a missile."],
    "Minister Berg said the strike was over.": ["Minister Lund said the strike was over."],
    "According to Berg, the dam is safe.": ["According to Lund, the dam is safe."],
    "The court found that the bank had lied.": ["The bank found that the court had lied."],
}
ELSEWHERE = {
    "The council approved the bridge.": [
        "The mayor approved the bridge, but the council did not approve the tunnel."
    ],
    "The club hired a new coach for 3 million euros.": [
        "The club hired a new coach, while its rival sold a striker for 3 million euros."
    ],
    "The president visited the flooded village in March.": [
        "The president visited the flooded village, where in March a bridge collapsed."
    ],
    "The union called off the strike on Friday.": [
        "On Friday the union announced a march after it called off the strike on Monday."
    ],
    "The rebels attacked the port in March.": [
        "The rebels attacked the airport, officials said, and in March the port reopened."
    ],
    "The union began the strike on Friday.": [
        "The strike on Friday was called off, and the union began talks."
    ],
    "The navy rescued 40 migrants off Malta.": [
        "The navy rescued 90 migrants off Malta on Sunday, and 40 migrants drowned."
    ],
    "The airline cut 400 jobs in Hamburg.": ["The airline created 900 jobs in Munich and 400 in Hamburg."],
}
NO_CONTRADICTION = {
    "Oil prices rose sharply on Monday.": ["Gas prices fell sharply on Monday."],
    "Schools in the valley were closed.": ["Not all schools in the valley were closed."],
    "40 houses burned down.": ["Nearly 40 houses burned down."],
    "The mayor approved the tunnel.": [
        "The mayor approved the bridge, but the council did not approve the tunnel."
    ],
    "The bank paid its debts.": ["Without help the bank paid its debts."],
    "The driver was drunk.": ["Tests failed to show that the driver was drunk."],
    "The suspect left the country.": [
        "There is no doubt that the suspect left the country.",
        "Police could not confirm that the suspect left the country.",
    ],
    "The striker scored the first goal.": ["The striker scored the second goal."],
    "The team won its third title.": ["The team won its second title."],
    "The northern bridge collapsed in the flood.": ["The southern bridge collapsed in the flood."],
    "Turnout reached 61 percent in the second round.": ["Turnout reached 54 percent in the first round."],
    "The treaty was signed on 3 June 2021.": ["The treaty was signed on 3 June.", "It was signed in 2021."],
    "The minister resigned over the scandal.": [
        "The minister denied rumours of a split and resigned over the scandal.",
        "Neither of her deputies stayed, and the minister resigned over the scandal.",
    ],
    "The airline bought 40 jets from the maker.": ["The maker sold 40 jets to the airline."],
    "Anna Berg defeated Carl Lund by 40 votes.": ["Carl Lund lost to Anna Berg by 40 votes."],
    "The team lost no match this season.": ["The team did not lose a match this season."],
    "The festival took place in 2019.": ["The festival also took place in 2017."],
    "The band played in Oslo.": ["The band played in Bergen the next day."],
    "The bridge was closed on Monday.": ["The bridge was closed on Tuesday as well."],
    "Sales rose 5 percent.": ["Sales fell 5 percent a year earlier."],
    "Sales rose in Europe.": ["Sales fell in Asia."],
    "The mayor did not attend the dinner.": [
        "The mayor's deputy attended the dinner.",
        "The governor attended the dinner.",
        "The mayor attended the lunch.",
    ],
    "The law does not ban smoking in bars.": ["The law bans smoking in schools."],
    "The party won 40 seats in the lower house.": ["The party won 12 seats in the upper house."],
    "The fire injured 30 people.": ["The fire killed 12 people."],
    "The new tower is 300 metres high.": ["The old tower is 280 metres high."],
    "The company sold its shop in Oslo.": ["The company sold its shop in Bergen."],
    "The suspect was armed.": ["The officer was not armed."],
    "The firm will open a plant in Poland.": ["The firm will not open a shop in Poland."],
}


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return each claim of a table with each of its sentences."""
    return [(claim, sentence) for claim, sentences in table.items() for sentence in sentences]


@pytest.mark.parametrize(("claim", "sentence"), pairs(NO_SUPPORT))
def test_what_is_doubted_or_turned_supports_nothing(heard: Heard, claim: str, sentence: str) -> None:
    opinion = heard(claim, sentence)
    assert opinion.stance is not Stance.SUPPORTS, opinion


@pytest.mark.parametrize(("claim", "sentence"), pairs(NOT_THIS_ONE))
def test_what_is_said_of_somebody_else_supports_nothing(heard: Heard, claim: str, sentence: str) -> None:
    opinion = heard(claim, sentence)
    assert opinion.stance is not Stance.SUPPORTS, opinion


@pytest.mark.parametrize(("claim", "sentence"), pairs(ELSEWHERE))
def test_words_of_another_event_in_the_sentence_support_nothing(
    heard: Heard, claim: str, sentence: str
) -> None:
    opinion = heard(claim, sentence)
    assert opinion.stance is not Stance.SUPPORTS, opinion


@pytest.mark.parametrize(("claim", "sentence"), pairs(NO_CONTRADICTION))
def test_what_may_be_true_as_well_contradicts_nothing(heard: Heard, claim: str, sentence: str) -> None:
    opinion = heard(claim, sentence)
    assert opinion.stance is not Stance.CONTRADICTS, opinion


def test_a_sentence_that_only_has_a_neighbour_who_did_it_supports_nothing(heard: Heard) -> None:
    claim = "Storm Clara destroyed the harbour wall."
    assert heard(claim, "Storm Clara came at dawn.", "Vandals destroyed the harbour wall.").stance is not (
        Stance.SUPPORTS
    )


SEVERAL_FAULTS = [  # of the re-audit of the seeds, in other words
    (
        "Carla Reed attended the summit in Oslo.",
        "Ann Berg did not attend the Oslo summit despite Reed's invitation.",
    ),
    ("The trade talks were held in Oslo.", "Reed, who met Berg in Oslo, declined to attend the trade talks."),
    ("Neither Reed nor Berg took part in the talks.", "Berg offered talks, but did not take part in them."),
    (
        "Reed ruled out a meeting with Berg.",
        "Ministers, including Lund, met Reed, who is willing to hold a meeting with Berg.",
    ),
    (
        "Officials say reports of an outbreak in Oslo are untrue.",
        "No outbreak in Oslo has been found, officials said on Tuesday.",
    ),
    (
        "The woman held in Oslo is not the mayor's wife, police say.",
        "Police denied that a woman held in Oslo is the wife of the mayor.",
    ),
    ("The ship was stolen in Oslo?", "The ship was not stolen in Oslo."),
    ("Norway refused the request.", "When asked about Norway's request, Lund said he agreed."),
    (
        "Reed called the firm's rejection of the offer wrong.",
        "Reed criticized the firm's refusal of the offer, calling it wrong.",
    ),
]


@pytest.mark.parametrize(("claim", "sentence"), SEVERAL_FAULTS)
def test_a_denial_or_opposite_of_something_else_contradicts_nothing(
    heard: Heard, claim: str, sentence: str
) -> None:
    assert heard(claim, sentence).stance is not Stance.CONTRADICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The delegations held their talks in Ankara.",
            "Talks between Turkish and Norwegian delegations started at noon. Reed had been to Ankara.",
        ),
        (
            "Norway and Oslo Gas agreed to build a large harbour in the near future.",
            "Norway and Oslo Gas agreed to build a large harbour.",
        ),
        (
            "Ann Berg was the head of the delegation at the talks.",
            "Before the talks Lund met the head of the office, Carl Lund, and Ann Berg.",
        ),
        (
            "Neither Reed nor Berg attended the summit.",
            "Berg did not attend the summit despite Reed's invitation.",
        ),
    ],
)
def test_a_time_or_a_part_of_an_office_that_is_missing_supports_nothing(
    heard: Heard, claim: str, sentence: str
) -> None:
    assert heard(claim, sentence).stance is not Stance.SUPPORTS
