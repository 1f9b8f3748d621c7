"""Validated data to declarations: an assertion as a value, with the places that problems point at.

Takes for granted that the data fits the schema; says nothing about what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pytest_factcheck.assertions.declarations import Assertion, Attestation, Evidence
from pytest_factcheck.location import Location
from pytest_factcheck.vocabulary import Slot, Span, Stance, Verdict
from pytest_factcheck.yamlfile.document import Document, Pointer

_DEFAULT_STANCE: dict[str, Stance] = {
    Verdict.SUPPORTED: Stance.SUPPORTS,
    Verdict.CONTRADICTED: Stance.CONTRADICTS,
    Verdict.ABSENT: Stance.SILENT,
}
_Entry = Mapping[str, Any]


def assertion(entry: _Entry, document: Document, pointer: Pointer, topic: str) -> Assertion:
    """Build one assertion.

    Args:
        entry: Its data.
        document: The file that it stands in.
        pointer: Where in the file.
        topic: The topic of the file.
    """
    return Assertion(
        id=entry["id"],
        claim=entry["claim"],
        expect=Verdict(entry["expect"]),
        evidence=_all_evidence(entry, document, pointer),
        silent=tuple(entry.get("silent", ())),
        sources=tuple(entry.get("sources", ())),
        as_of=date.fromisoformat(entry["as_of"]) if "as_of" in entry else None,
        min_origins=int(entry.get("min_origins", 1)),
        attribution=entry.get("attribution", "any"),
        slots=_slots(entry, document, pointer),
        note=entry.get("note", ""),
        tags=tuple(entry.get("tags", ())),
        known_issue=entry.get("known_issue", {}).get("reason", ""),
        known_weakness=entry.get("known_weakness", {}).get("reason", ""),
        topic=topic,
        location=document.key_at((*pointer, next(iter(entry)))),
        id_location=document.at((*pointer, "id")),
        claim_location=document.at((*pointer, "claim")),
        slot_locations=_places(entry, document, pointer, "slots"),
        silent_locations=_places(entry, document, pointer, "silent"),
        sources_locations=_places(entry, document, pointer, "sources"),
    )


def _places(entry: _Entry, document: Document, pointer: Pointer, key: str) -> tuple[Location, ...]:
    return tuple(document.at((*pointer, key, number)) for number in range(len(entry.get(key, ()))))


def _all_evidence(entry: _Entry, document: Document, pointer: Pointer) -> tuple[Evidence, ...]:
    default = _DEFAULT_STANCE.get(entry["expect"])
    return tuple(
        _evidence(item, document, (*pointer, "evidence", number), default)
        for number, item in enumerate(entry.get("evidence", ()))
    )


def _evidence(item: _Entry, document: Document, pointer: Pointer, default: Stance | None) -> Evidence:
    quote = item["quote"]
    pieces = (quote,) if isinstance(quote, str) else tuple(quote)
    places: list[Pointer] = [("quote",)]
    if not isinstance(quote, str):
        places = [("quote", number) for number in range(len(pieces))]
    return Evidence(
        source=item["source"],
        pieces=pieces,
        stance=Stance(item.get("stance", default)),
        prefix=item.get("prefix", ""),
        suffix=item.get("suffix", ""),
        position=_span(item),
        attested=_attestation(item, document, pointer),
        location=document.at(pointer),
        source_location=document.at((*pointer, "source")),
        piece_locations=tuple(document.at((*pointer, *place)) for place in places),
        piece_pointers=tuple(places),
    )


def _span(item: _Entry) -> Span | None:
    if "span" not in item:
        return None
    start, end = map(int, item["span"])
    return Span(start, max(start, end))  # one that runs backwards is empty here, and reported as such


def _attestation(item: _Entry, document: Document, pointer: Pointer) -> Attestation | None:
    ruling = item.get("attested")
    if ruling is None:
        return None
    return Attestation(
        by=ruling["by"],
        on=date.fromisoformat(ruling["on"]),
        reason=ruling["reason"],
        of=ruling.get("of", ""),
        location=document.key_at((*pointer, "attested")),
    )


def _slots(entry: _Entry, document: Document, pointer: Pointer) -> tuple[Slot, ...]:
    slots = enumerate(entry.get("slots", ()))
    return tuple(_slot(slot, document, (*pointer, "slots", number)) for number, slot in slots)


def _slot(slot: _Entry, document: Document, pointer: Pointer) -> Slot:
    quantity = slot.get("quantity", "")
    return Slot(
        about=tuple(slot["about"]),
        relation=tuple(slot["relation"]),
        # 2.40 and 2.4 are one number and two precisions, so a number stays as it was written.
        quantity=quantity if isinstance(quantity, str) else document.written((*pointer, "quantity")),
        date=str(slot.get("date", "")),
        entity=tuple(slot.get("entity", ())),
    )
