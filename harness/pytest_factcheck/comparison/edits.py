"""Two declarations of one assertion, or of one source: what was written otherwise, in words.

Places do not count, and neither does the topic of a file. What follows from an edit is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any

from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.comparison.state import PLACES, SourceState, essence
from pytest_factcheck.corpus import Source
from pytest_factcheck.evidence import SHOWN, shown
from pytest_factcheck.reports.tables import cut
from pytest_factcheck.vocabulary import Slot, Span

NAMES = {"position": "span", "path": "file", "boilerplate_lines": "boilerplate", "slots": "slot"}
UNTOLD = frozenset({"topic"})
EVIDENCE_KEYS = ("stance", "prefix", "suffix", "position")
DIGITS = 12  # of a digest, as people compare it
LED_BY = 3  # words before the first one that differs
NAMED = 40  # terminal columns of a quote that is named and not shown
Declared = Assertion | Evidence | Source


def edits(before: Assertion, after: Assertion) -> tuple[str, ...]:
    """Return what was written otherwise, one line for each thing; none where nothing was."""
    return tuple(_told(before, after, _names(before)))


def source_edits(before: SourceState, after: SourceState) -> tuple[str, ...]:
    """Return in what a source differs, its text first."""
    old, new = before.source, after.source
    if before.digest == after.digest:
        return tuple(_told(old, new, _names(old)))
    new = replace(new, sha256=old.sha256)  # the manifest follows the text, and tells nothing new
    return (_text_words(before.digest, after.digest), *_told(old, new, _names(old)))


def _names(declared: Declared) -> list[str]:
    """Return what is declared, but not where; a key that is added to a format is told without more ado."""
    names = (part.name for part in fields(declared))
    return [name for name in names if not name.endswith(PLACES) and name not in UNTOLD]


def _text_words(before: str, after: str) -> str:
    if not before:
        return "text: not there → there"
    return "text: there → not there" if not after else "text changed"


def _told(before: Declared, after: Declared, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if essence(old) == essence(new):
            continue
        tell = _evidence if name == "evidence" else _lists if isinstance(old, tuple) else _values
        shown_name = NAMES.get(name, name)
        yield from tuple(tell(shown_name, old, new)) or (f"{shown_name}: in another order",)


def _values(name: str, before: object, after: object) -> Iterator[str]:
    yield f"{name}: {_value(before, name)} → {_value(after, name)}"


def _value(value: object, name: str = "") -> str:
    if value in (None, ""):
        return "none"
    if name == "sha256":
        return f"{str(value)[:DIGITS]}…"
    return SHAPES.get(type(value), _shown)(value)


def _shown(value: object) -> str:
    parts = essence(value)
    if parts is not value and isinstance(parts, tuple):
        return ", ".join(f"{name} {_value(part, name)}" for name, part in parts if part)
    return f"“{value}”" if " " in str(value) else str(value)


def _lists(name: str, before: Sequence[object], after: Sequence[object]) -> Iterator[str]:
    yield from (f"{name}: without {_value(value)}" for value in before if value not in after)
    yield from (f"{name}: with {_value(value)}" for value in after if value not in before)


def _slot(slot: Slot) -> str:
    value = slot.quantity or slot.date or " / ".join(slot.entity)
    return f"{', '.join(slot.about)}; {', '.join(slot.relation)}: {value}"


SHAPES: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: str(value).lower(),
    tuple: lambda parts: "-".join(map(str, parts)),
    Span: lambda span: f"{span.start}-{span.end}",
    Slot: _slot,
}


def _evidence(_name: str, before: Sequence[Evidence], after: Sequence[Evidence]) -> Iterator[str]:
    """Yield what became of the evidence; of one source, the first left over on each side are one pair."""
    kept = {essence(item) for item in before} & {essence(item) for item in after}
    old = [item for item in before if essence(item) not in kept]
    new = [item for item in after if essence(item) not in kept]
    for source in dict.fromkeys(item.source for item in (*old, *new)):
        yield from _of_source(
            [item for item in old if item.source == source], [item for item in new if item.source == source]
        )


def _of_source(before: list[Evidence], after: list[Evidence]) -> Iterator[str]:
    alike = [(one, other) for one in before for other in after if one.pieces == other.pieces]
    for one, other in alike:
        if one in before and other in after:
            before.remove(one)
            after.remove(other)
            yield from _of_quote(one, other)
    for old, new in zip_longest(before, after):
        if old is None:
            yield f"evidence added: {_quoted(new)}"
        elif new is None:
            yield f"evidence removed: {_quoted(old)}"
        else:
            start = _unlike(old.pieces[0], new.pieces[0])
            yield f"quote of {old.source}: {_pieces(old, start)} → {_pieces(new, start)}"
            yield from _of_quote(old, new)


def _of_quote(before: Evidence, after: Evidence) -> Iterator[str]:
    quote = f"{after.source} “{cut(after.pieces[0], NAMED)}”"
    for words in _told(before, after, EVIDENCE_KEYS):
        yield f"quote of {quote}: {words}"
    old, new = before.attested, after.attested
    if essence(old) == essence(new):
        return
    if new is None:
        yield f"ruling on {quote} withdrawn" + (f" (it was of {old.by})" if old else "")
    else:
        yield f"ruling on {quote} {'signed' if old is None else 'changed'} by {new.by} ({new.on})"


def _quoted(item: Evidence) -> str:
    return f"{item.source} {item.stance} {_pieces(item)}"


def _pieces(item: Evidence, start: int = 0) -> str:
    """Return a quote as it is shown, its first words left out where both sides have them."""
    first, *others = item.pieces
    told = f"… {' '.join(first.split()[start:])}" if start else first
    return " … ".join(f"“{shown(piece)}”" for piece in (told, *others))


def _unlike(before: str, after: str) -> int:
    """Return how many words of two quotes can be left out, so that what differs is not cut off."""
    if len(before) <= SHOWN and len(after) <= SHOWN:
        return 0
    pairs = zip(before.split(), after.split(), strict=False)
    same = next((number for number, (old, new) in enumerate(pairs) if old != new), 0)
    return max(0, same - LED_BY)
