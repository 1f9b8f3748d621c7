"""Re-pinning: an assertion after a change, as somebody would write it who believed the changed words.

Quotes are those of the changed text, slots state the changed value, and rulings are signed again, so that no
mutant is noticed merely because a text is not the same. Which change is made, and why, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pytest_factcheck.assertions import Assertion, Evidence, fingerprint
from pytest_factcheck.judges.declared import slot_mistake
from pytest_factcheck.language.dates import date_spans
from pytest_factcheck.perturbations import Mutant
from pytest_factcheck.vocabulary import Slot, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words in the place of what a span covers, in one text."""

    span: Span
    after: str

    def text(self, before: str) -> str:
        """Return a text with this edit."""
        return before[: self.span.start] + self.after + before[self.span.end :]

    def moved(self, span: Span) -> Span:
        """Return where the words of a span stand after the edit; words cut in two take in the new ones."""
        shift = len(self.after) - (self.span.end - self.span.start)
        start = span.start + shift if span.start >= self.span.end else min(span.start, self.span.start)
        end = span.end if span.end <= self.span.start else max(span.end, self.span.end) + shift
        return Span(start, max(start, end))


def edit(text: str, span: Span, after: str) -> Edit:
    """Return an edit that leaves every line its number, by which some of a text are known as boilerplate.

    Args:
        text: The text.
        span: What is replaced.
        after: The new words; they are wrapped onto as many lines as the old ones.
    """
    lines = span.of(text).count("\n")
    words = after.replace("\n", " ").replace(" ", "\n", lines)
    return Edit(span, words + "\n" * (lines - words.count("\n")))


def quoted_again(
    assertion: Assertion, source: str, edit: Edit, text: str, spans: Mapping[Evidence, tuple[Span, ...]]
) -> Assertion:
    """Return an assertion whose quotes in one source are those of its changed text.

    Args:
        assertion: The assertion before the change.
        source: The id of the source that is changed.
        edit: The change.
        text: The text of the source after it.
        spans: Where the pieces of a piece of evidence stand before it.
    """
    evidence = tuple(
        _quoted(item, edit, text, spans[item]) if item.source == source else item
        for item in assertion.evidence
    )
    return signed_again(replace(assertion, evidence=evidence))


def _quoted(item: Evidence, edit: Edit, text: str, spans: Iterable[Span]) -> Evidence:
    moved = tuple(map(edit.moved, spans))
    first, last = moved[0], moved[-1]
    return replace(
        item,
        pieces=tuple(span.of(text) for span in moved),
        prefix=text[max(0, first.start - len(item.prefix)) : first.start],
        suffix=text[last.end : last.end + len(item.suffix)],
        position=first if item.position else None,
    )


def claimed_again(assertion: Assertion, mutant: Mutant) -> Assertion:
    """Return an assertion with another claim, its slots with it, but none whose value cannot follow."""
    followed = (_followed(slot, mutant) for slot in assertion.slots)
    return signed_again(replace(assertion, claim=mutant.text, slots=tuple(filter(None, followed))))


def _followed(slot: Slot, mutant: Mutant) -> Slot | None:
    """Return a slot with a value that the changed claim states, or None if it states none."""
    return next((one for one in (_stated(slot, mutant), slot) if not slot_mistake(mutant.text, one)), None)


def _stated(slot: Slot, mutant: Mutant) -> Slot:
    """Return a slot that states what the changed claim says, if the change is one of its value."""
    if slot.entity:  # other ways to write the old name are none of the new one's
        names = tuple(name for name in slot.entity if mutant.before and mutant.before in name)
        changed = tuple(name.replace(mutant.before, mutant.after) for name in names)
        return replace(slot, entity=changed or slot.entity)
    if not slot_mistake(mutant.text, slot):
        return slot
    if slot.date:
        return replace(slot, date=_day(slot.date, mutant))
    return replace(slot, quantity=_swapped(slot.quantity, mutant))


def _swapped(value: str, mutant: Mutant) -> str:
    for old, new in ((mutant.before, mutant.after), (mutant.before.lower(), mutant.after.lower())):
        if old and old in value:
            return value.replace(old, new)
    return value


def _day(value: str, mutant: Mutant) -> str:
    """Return the day that the changed claim names in the place of its own, else the value as it was."""
    put_in = Span(mutant.span.start, mutant.span.start + len(mutant.after))
    new = (span.of(mutant.text) for span in date_spans(mutant.text) if span.overlaps(put_in))
    return next(new, value)


def signed_again(assertion: Assertion) -> Assertion:
    """Return an assertion whose rulings are given on what it says now."""
    evidence = tuple(_signed(item, assertion.claim) for item in assertion.evidence)
    return replace(assertion, evidence=evidence)


def _signed(item: Evidence, claim: str) -> Evidence:
    if item.attested is None:
        return item
    return replace(item, attested=replace(item.attested, of=fingerprint(claim, item.pieces)))
