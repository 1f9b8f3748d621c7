"""The tense at one place of a sentence."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Friday.", Tense.PAST),
        ("They will meet on Friday.", Tense.FUTURE),
        ("They’ll meet on Friday.", Tense.FUTURE),
        ("On Friday they will meet.", Tense.FUTURE),
        ("On Friday he said that they will meet.", Tense.PAST),
        ("They said on Thursday that they will meet on Friday.", Tense.FUTURE),
        ("They will meet to discuss what happened on Friday.", Tense.PAST),
        ("They agreed to meet on Friday.", Tense.UNCLEAR),
        ("They travelled to Paris on Friday.", Tense.PAST),
        ("It is to be held on Friday.", Tense.UNCLEAR),
        ("It will be held on Friday.", Tense.FUTURE),
        ("They said they would meet on Friday.", Tense.UNCLEAR),
        ("It may rain on Friday.", Tense.UNCLEAR),
        ("In May they met on Friday.", Tense.PAST),
        ("Talks on Friday.", Tense.NONE),
        ("They will meet. Talks on Friday.", Tense.NONE),
        ("They will meet\nTalks on Friday.", Tense.NONE),
    ],
)
def test_the_nearest_verb_tells_the_tense(text: str, tense: Tense) -> None:
    start = text.index("Friday")
    assert tense_at(text, start, start + 6) is tense
