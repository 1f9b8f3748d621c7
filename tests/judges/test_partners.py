"""Partners: two names that "and" joins, and another name in the place of one of them."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.partners import other_partner
from pytest_factcheck.language.grammar import tokens

CLAIM = "The talks between Denmark and Norway ended."


def instead(claim: str, sentence: str) -> tuple[str, str] | None:
    """Return the name of the claim and the name that a sentence joins to its partner instead."""
    ours, theirs = tokens(claim), tokens(sentence)
    found = other_partner(ours, theirs)
    return (ours[found.ours].text, theirs[found.theirs].text) if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Talks between Denmark and Chile ended.", ("Norway", "Chile")),
        ("Chilean and Norwegian envoys ended their talks.", ("Denmark", "Chilean")),
        ("Denmark, Peru, and Chile ended their talks with Oslo.", None),
        ("Talks between Norway and Denmark ended.", None),
        ("Talks between Denmark, Chile and Norway ended.", None),
        ("Denmark and Chile ended their talks with Norway.", None),
        ("Denmark ended its talks and Chile left.", None),
        ("The Danish and other envoys left.", None),
        ("The talks ended.", None),
    ],
)
def test_another_name_is_joined_to_one_of_the_two(sentence: str, expected: tuple[str, str] | None) -> None:
    assert instead(CLAIM, sentence) == expected


def test_persons_are_partners_too() -> None:
    claim = "A meeting of Reed and Berg was proposed."
    assert instead(claim, "A meeting of Reed and Lund was proposed.") == ("Berg", "Lund")
    assert instead(claim, "A meeting of Reed and Berg was proposed.") is None
