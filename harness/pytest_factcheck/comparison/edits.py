"""Two declarations of one assertion, or of one source: what was written otherwise, in words.

Places do not count, and neither does the topic of a file. What follows from an edit is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from pytest_factcheck.assertions import Assertion, Evidence
from pytest_factcheck.comparison.state import SourceState, essence, written
from pytest_factcheck.corpus import Source
from pytest_factcheck.evidence import shown
from pytest_factcheck.reports.tables import cut
from pytest_factcheck.vocabulary import Slot, Span

# The keys whose values are told as they are; evidence, slots and lists have words of their own.
PLAIN_KEYS = ("id", "claim", "expect", "as_of", "min_origins", "attribution", "note", "known_issue")
LIST_KEYS = ("silent", "sources", "tags")
SOURCE_KEYS = ("title", "publisher", "published", "url", "language", "licence", "origin", "sha256")
EVIDENCE_KEYS = ("stance", "prefix", "suffix", "position")
REORDERED = "the order of its lists"
DIGITS = 12  # of a digest, as people compare it
NAMED = 40  # terminal columns of a quote that is named and not shown


def edits(before: Assertion, after: Assertion) -> tuple[str, ...]:
    """Return what was written otherwise, one line for each thing; none where nothing was."""
    if (before.id, written(before)) == (after.id, written(after)):
        return ()
    found = [*_plain(before, after, PLAIN_KEYS), *_evidence(before.evidence, after.evidence)]
    for key in LIST_KEYS:
        found += _lists(key, getattr(before, key), getattr(after, key))
    found += _lists("slot", tuple(map(_slot, before.slots)), tuple(map(_slot, after.slots)))
    return tuple(found) or (REORDERED,)


def source_edits(before: SourceState, after: SourceState) -> tuple[str, ...]:
    """Return in what a source differs, its text first."""
    found = []
    if before.digest != after.digest:
        found.append(_text_words(before.digest, after.digest))
    old, new = before.source, after.source
    if found:  # the manifest follows the text, and tells nothing new
        new = replace(new, sha256=old.sha256)
    found += _plain(old, new, SOURCE_KEYS)
    found += _lists("tags", old.tags, new.tags)
    if old.path != new.path:
        found.append(f"file: {old.path} → {new.path}")
    if old.boilerplate_lines != new.boilerplate_lines:
        found.append("boilerplate: other lines")
    if old.missing_ok != new.missing_ok:
        found.append(f"missing_ok: {_value(old.missing_ok)} → {_value(new.missing_ok)}")
    return tuple(found) or ((REORDERED,) if essence(old) != essence(new) else ())


def _text_words(before: str, after: str) -> str:
    if not before:
        return "text: not there → there"
    return "text: there → not there" if not after else "text changed"


def _plain(
    before: Assertion | Evidence | Source, after: Assertion | Evidence | Source, keys: Sequence[str]
) -> Iterator[str]:
    for key in keys:
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            yield f"{'span' if key == 'position' else key}: {_value(old, key)} → {_value(new, key)}"


def _value(value: object, key: str = "") -> str:
    if value in (None, ""):
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if key == "sha256":
        return f"{str(value)[:DIGITS]}…"
    if isinstance(value, date) or key in ("id", "expect", "min_origins", "attribution", "stance", "language"):
        return str(value)
    return f"{value.start}-{value.end}" if isinstance(value, Span) else f"“{value}”"


def _lists(key: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from (f"{key}: without {value}" for value in before if value not in after)
    yield from (f"{key}: with {value}" for value in after if value not in before)


def _slot(slot: Slot) -> str:
    value = slot.quantity or slot.date or " / ".join(slot.entity)
    return f"{', '.join(slot.about)}; {', '.join(slot.relation)}: {value}"


def _evidence(before: Sequence[Evidence], after: Sequence[Evidence]) -> Iterator[str]:
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
            yield f"quote of {old.source}: {_pieces(old)} → {_pieces(new)}"
            yield from _of_quote(old, new)


def _of_quote(before: Evidence, after: Evidence) -> Iterator[str]:
    quote = f"{after.source} “{cut(after.pieces[0], NAMED)}”"
    for words in _plain(before, after, EVIDENCE_KEYS):
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


def _pieces(item: Evidence) -> str:
    return " … ".join(f"“{shown(piece)}”" for piece in item.pieces)
