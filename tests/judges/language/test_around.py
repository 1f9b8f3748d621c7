"""Around: a word from the sentence beside counts only with the claim's own name before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pytest_factcheck.judges.language.around import other_name_around
from pytest_factcheck.judges.language.case import Case

Before = Callable[..., Case]
CLAIM = "The envoys failed to agree on a truce due to Norwegian blockades."
FOCUS = "The envoys failed to agree on a truce."


def words(found: tuple[object, object] | None, case: Case) -> tuple[str, str] | None:
    if found is None:
        return None
    facet, place = found
    return facet.text, place.of(case.passage.text)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("The Norwegian side blamed Danish blockades.", ("Norwegian", "Danish")),
        ("The Norwegian side blamed Danish and Swedish blockades.", ("Norwegian", "Swedish")),
        ("The Danish side blamed Norwegian blockades.", None),
        ("They blamed Danish and Norwegian blockades.", None),
        ("They blamed Danish blockades. The Norwegian blockades were long.", None),
        ("They blamed the blockades of Norway.", None),
        ("They blamed Danish weather.", None),
    ],
)
def test_a_noun_taken_from_beside_has_the_claim_s_name_there(
    case: Before, beside: str, expected: tuple[str, str] | None
) -> None:
    before = case(CLAIM, beside, FOCUS)
    assert words(other_name_around(before), before) == expected


def test_who_else_does_the_same_is_no_other_name(case: Before) -> None:
    claim = "Ann Berg said that the dam in the north held."
    before = case(claim, "The Ministry said so.", "Ann Berg told reporters the dam in the north held.")
    assert other_name_around(before) is None


def test_what_the_sentence_itself_holds_is_not_looked_for_beside(case: Before) -> None:
    before = case("The Norwegian envoys met.", "Danish envoys came.", "The Norwegian envoys met.")
    assert other_name_around(before) is None
