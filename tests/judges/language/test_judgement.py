"""Judgement: the first rule that speaks decides, and every check has a reason of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.case import Case
from pytest_factcheck.judges.language.finding import Finding
from pytest_factcheck.judges.language.judgement import CHECKS, NAME, RULES, judged
from pytest_factcheck.vocabulary import Stance

Before = Callable[..., Case]

CASES = {
    "_too_short": ("They won.", "They won.", "claim-too-short"),
    "_asks": ("The court fined the bank.", "Has the court fined the bank?", "question"),
    "by_denial": ("The court fined the bank.", "The court did not fine the bank.", "polarity-clash"),
    "by_opposite": ("Oil prices rose sharply.", "Oil prices fell sharply.", "opposite"),
    "by_rival": ("The plant opened in 2019.", "The plant opened in 2017.", "rival-value"),
    "by_swap": ("Norway beat Denmark.", "Denmark beat Norway.", "roles-swapped"),
    "_other_roles": ("Norway sued Denmark.", "Denmark sued Norway.", "roles-differ"),
    "_covered": ("The court fined the bank.", "The bank was fined by the court.", "paraphrased"),
}
CHECKED = {
    "_other_subject": (
        "The council approved the new bridge in the old town.",
        "The mayor approved the new bridge in the old town.",
        "roles-differ",
    ),
    "_of_somebody_else": (
        "Ann Reed skipped the summit in Oslo.",
        "Despite Ann Reed's invitation the minister skipped the summit in Oslo.",
        "roles-differ",
    ),
    "_nobody_says_so": (
        "The governor said the dam collapsed after heavy rain.",
        "The dam collapsed after heavy rain, the engineer said.",
        "not-covered",
    ),
    "_said_by_another": (
        "Ann Berg confirmed that the new dam collapsed.",
        "Ann Berg came. Carl Lund confirmed that the new dam collapsed.",
        "other-name",
    ),
    "_serves_another": (
        "The Swedish guests called the Swedish President Ann Berg.",
        "Norwegian President Ann Berg ruled. The Swedish guests called President Ann Berg.",
        "other-name",
    ),
    "_done_by_nobody": (
        "Ann Reed proposed the talks.",
        "Talks between Carl Berg and Ann Reed were proposed.",
        "roles-differ",
    ),
    "_on_two_sides": (
        "The bank failed to pay the rent and to sell the ship.",
        "The bank failed to sell the ship, and it moved to pay the rent.",
        "polarity-clash",
    ),
    "_says_more": ("Only two bridges survived.", "Two bridges survived.", "quantifier-clash"),
    "_negated": ("The bank did not pay the rent.", "The bank failed to pay the rent.", "negation-clash"),
    "_turned": (
        "The union voted for the strike.",
        "The union voted against the strike.",
        "role-clash",
    ),
    "_misplaced": (
        "Profits rose in Norway.",
        "Profits rose in Sweden and fell in Norway.",
        "stands-apart",
    ),
    "_named_otherwise": (
        "Ann Berg accused Carl Berg of theft.",
        "Ann Berg accused Carl Lund of theft.",
        "other-name",
    ),
    "_other_partner": (
        "The envoys of Denmark and Norway signed the treaty.",
        "Norway came late. The envoys of Denmark and Chile signed the treaty.",
        "other-name",
    ),
    "_other_name_around": (
        "The envoys failed to agree on a truce due to Norwegian blockades.",
        "The Norwegian side blamed Danish blockades. The envoys failed to agree on a truce.",
        "other-name",
    ),
    "_object_elsewhere": (
        "The bank of Oslo paid the harbour rent.",
        "The harbour rent was high. The bank of Oslo paid the fine.",
        "not-covered",
    ),
    "_apart": (
        "The treaty was signed in Vienna.",
        "The treaty was signed, and the ministers met in Vienna.",
        "stands-apart",
    ),
    "_doubted": ("The bank paid the rent.", "The bank may pay the rent.", "less-sure"),
}


def test_each_rule_and_each_check_has_a_case_here() -> None:
    assert {rule.__name__ for rule in RULES} == set(CASES)
    assert {check.__name__ for check in CHECKS} == set(CHECKED)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_decides_by_its_reason(case: Before, rule: str) -> None:
    claim, sentence, code = CASES[rule]
    opinion = judged(case(claim, sentence))
    assert [one.code for one in opinion.reasons] == [code]
    assert opinion.judge == NAME


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_keeps_a_covered_claim_from_being_supported(
    case: Before, check: Callable[[Case], Finding | None]
) -> None:
    claim, sentence, code = CHECKED[check.__name__]
    finding = check(case(claim, sentence))
    assert finding is not None
    assert (finding.stance, finding.reason.code) == (Stance.UNDECIDED, code)
    assert judged(case(claim, sentence)).stance is Stance.UNDECIDED


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The army destroyed a depot near the bridge.", Stance.UNDECIDED),
        ("The army destroyed a depot and the bridge.", Stance.SUPPORTS),
    ],
)
def test_what_is_near_the_object_has_not_been_done_to(case: Before, sentence: str, stance: Stance) -> None:
    assert judged(case("The army destroyed the bridge.", sentence)).stance is stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Both sides discussed a truce and agreed to continue the talks.", Stance.UNDECIDED),
        ("Both sides agreed on a truce.", Stance.SUPPORTS),
        ("A truce was agreed by both sides.", Stance.SUPPORTS),
    ],
)
def test_a_deed_is_done_to_what_stands_where_its_object_does(
    case: Before, sentence: str, stance: Stance
) -> None:
    assert judged(case("Both sides agreed on a truce.", sentence)).stance is stance


def test_manner_stands_with_its_deed(case: Before) -> None:
    claim = "Seven people were seriously injured."
    assert judged(case(claim, "Seven people were injured, two of them seriously.")).stance is Stance.UNDECIDED
    assert judged(case(claim, "Seven people were injured seriously.")).stance is Stance.SUPPORTS


@pytest.mark.parametrize("check", CHECKS)
def test_no_check_has_anything_against_a_claims_own_words(
    case: Before, check: Callable[[Case], Finding | None]
) -> None:
    for claim, *_ in (*CASES.values(), *CHECKED.values()):
        assert check(case(claim, claim)) is None, claim


def test_a_sentence_on_something_else_is_silent_and_says_what_it_lacks(case: Before) -> None:
    opinion = judged(case("The court fined the bank.", "Snow closed two roads."))
    assert opinion.stance is Stance.SILENT
    (why,) = opinion.reasons
    assert (why.code, why.claim is not None) == ("not-covered", True)
    assert all(word in why.text for word in ("court", "fined", "bank"))


def test_a_question_answers_no_claim_but_another_question(case: Before) -> None:
    opinion = judged(case("Has the court fined the bank?", "Has the court fined the bank?"))
    assert "question" not in [one.code for one in opinion.reasons]


@pytest.mark.parametrize(("claim", "sentence", "_code"), [*CASES.values(), *CHECKED.values()])
def test_the_score_has_the_sign_of_the_side_and_is_small_without_one(
    case: Before, claim: str, sentence: str, _code: str
) -> None:
    opinion = judged(case(claim, sentence))
    assert {
        Stance.SUPPORTS: 0.5 < opinion.score < 1.0,
        Stance.CONTRADICTS: -1.0 < opinion.score < -0.5,
        Stance.UNDECIDED: abs(opinion.score) < 0.5,
        Stance.SILENT: 0.0 <= opinion.score < 0.5,
    }[opinion.stance]
