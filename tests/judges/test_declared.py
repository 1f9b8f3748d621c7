"""A declared slot must be readable, and state the claim's own value."""

from __future__ import annotations

import pytest

from pytest_factcheck.judges.declared import slot_mistake
from pytest_factcheck.vocabulary import Slot

TALKS = ("talks",)
LASTED = ("lasted",)


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("The talks lasted about 100 minutes.", Slot(TALKS, LASTED, quantity="about 100 minutes")),
        ("The talks lasted two hours.", Slot(TALKS, LASTED, quantity="2 h")),
        (
            "Some 1,000 prisoners were freed.",
            Slot(("prisoners",), ("freed",), quantity="some 1,000 prisoners"),
        ),
        ("The talks were held on 16 May 2025.", Slot(TALKS, ("held",), date="2025-05-16")),
        ("The talks were held on May 16, 2025.", Slot(TALKS, ("held",), date="16 May 2025")),
        ("Rustem Umerov led the team.", Slot(("team",), ("_ led",), entity=("Yermak", "Rustem Umerov"))),
        ("Ukraine's team left.", Slot(("team",), ("of _",), entity=("Ukrainian team",))),
    ],
)
def test_a_slot_that_states_the_claims_value_is_fine(claim: str, slot: Slot) -> None:
    assert slot_mistake(claim, slot) is None


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("The talks lasted about 100 minutes.", Slot(TALKS, LASTED, quantity="100 minutes")),
        ("The talks lasted two hours.", Slot(TALKS, LASTED, quantity="two days")),
        ("The talks lasted two hours.", Slot(TALKS, LASTED, quantity="two")),
        ("The talks were held on 16 May 2025.", Slot(TALKS, ("held",), date="2025-05-17")),
        ("The talks were held in May 2025.", Slot(TALKS, ("held",), date="2025-05-16")),
        ("Rustem Umerov led the team.", Slot(("team",), ("_ led",), entity=("Andriy Yermak",))),
    ],
)
def test_a_slot_with_another_value_is_not_in_the_claim(claim: str, slot: Slot) -> None:
    mistake = slot_mistake(claim, slot)
    assert mistake is not None
    assert mistake[0] == "slot-not-in-claim"


@pytest.mark.parametrize(
    "slot",
    [
        Slot(TALKS, LASTED, quantity="a while"),
        Slot(TALKS, ("held",), date="next Friday"),
        Slot(TALKS, ("held",), date="2025-02-30"),
        Slot(("team",), ("_ led",), entity=("…",)),
    ],
)
def test_a_value_that_cannot_be_read_says_so(slot: Slot) -> None:
    mistake = slot_mistake("The talks lasted a while.", slot)
    assert mistake is not None
    assert mistake[0] == "bad-value"
    assert mistake[1]
