"""Declared slots: whether a reviewer's slot can be compared at all, and is the claim's own.

A slot whose value the claim does not state would decide about another claim than the one that is written.
"""

from __future__ import annotations

from pytest_factcheck.judges.claims import understand, value_span
from pytest_factcheck.language.dates import parse_date
from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.quantities import parse_quantity
from pytest_factcheck.vocabulary import Question, Slot

BAD_VALUE = "bad-value"
NOT_IN_CLAIM = "slot-not-in-claim"


def slot_mistake(claim: str, slot: Slot) -> tuple[str, str] | None:
    """Return what is wrong with a slot: the problem's slug and its message, or None.

    Args:
        claim: The claim that the slot belongs to.
        slot: The slot as it is declared.
    """
    unreadable = _unreadable(slot)
    if unreadable:
        return BAD_VALUE, unreadable
    asked = understand(Question(claim, (slot,)))
    topic = asked.topics[0]
    if value_span(asked.reading, topic) is None:
        return NOT_IN_CLAIM, f"the claim does not say “{topic.label}”, which its slot declares"
    return None


def _unreadable(slot: Slot) -> str:
    try:
        if slot.quantity:
            parse_quantity(slot.quantity)
        elif slot.date:
            parse_date(slot.date)
    except ValueError as error:
        return str(error)
    return "" if slot.quantity or slot.date or any(map(tokens, slot.entity)) else "the slot has no value"
