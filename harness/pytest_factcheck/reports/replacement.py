"""A text and its new version: what each assertion would become, and what differs, sentence by sentence.

It tells and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pytest_factcheck.comparison import AssertionChange, Comparison, Kind, State
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.reports.comparing.words import result, what
from pytest_factcheck.reports.rows import AssertionRow
from pytest_factcheck.reports.tables import folded

MOST = 24  # sentences that are shown
LEAST = 24  # terminal columns
ONLY_SPACE = "only white space and line breaks differ"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A new version of a text: the audits over both, how they compare, and the two texts."""

    comparison: Comparison
    before: State
    after: State
    old: SourceText
    new: SourceText


def as_text(replacement: Replacement, width: int) -> str:
    """Return what a new version would do, each line folded to `width` terminal columns."""
    lines = [*_differences(replacement), "", *_fates(replacement)]
    return "".join(f"{part}\n" for line in lines for part in _shown(line, max(LEAST, width)))


def _shown(line: str, width: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return [f"{indent}{part}" for part in folded(line, width - len(indent), margin="  ")] or [""]


def _fates(replacement: Replacement) -> Iterator[str]:
    """Yield what becomes of each assertion that names the source, or changes; the others are counted."""
    name = replacement.old.source.id
    changed = {change.id: change for change in replacement.comparison.assertions}
    counted = 0
    yield f"what would become of the assertions that search {name}:"
    for each, row in replacement.after.rows.items():
        if each in changed:
            yield from _changed(changed[each])
        elif name in _named(replacement.after, each):
            yield f"  {each}: {result(row)}, as before{_moved(replacement.before.rows[each], row, name)}"
        else:
            counted += 1
    if counted:
        yield f"  {counted} {'more stays' if counted == 1 else 'more stay'} as before"


def _changed(change: AssertionChange) -> Iterator[str]:
    yield f"  {change.id}: {result(change.after)}"
    for line in what(change):
        if not (change.kind is Kind.AFFECTED and line.startswith("because ")):  # there is one cause only
            yield f"    {line}"


def _named(state: State, name: str) -> set[str]:
    assertion = state.assertions[name]
    return {item.source for item in assertion.evidence} | set(assertion.silent)


def _moved(before: AssertionRow, after: AssertionRow, name: str) -> str:
    """Return where its quotes moved to; nothing if each stands on its old line."""
    old, new = _quote_lines(before, name), _quote_lines(after, name)
    if old == new:
        return ""
    ways = dict.fromkeys(f"{one} → {other}" for one, other in zip(old, new, strict=False) if one != other)
    return f"; its quotes moved (line {', '.join(ways)})" if ways else ""


def _quote_lines(row: AssertionRow, name: str) -> list[int]:
    return [voice["line"] for source in row["sources"] if source["id"] == name for voice in source["voices"]]


def _differences(replacement: Replacement) -> Iterator[str]:
    """Yield each sentence that is gone or new, with its line."""
    old, new = _sentences(replacement.old), _sentences(replacement.new)
    blocks = [
        (old[first:last], new[start:end])
        for tag, first, last, start, end in _opcodes(old, new)
        if tag != "equal"
    ]
    gone, fresh = (sum(len(block[side]) for block in blocks) for side in (0, 1))
    yield f"{replacement.old.source.path}: sentences gone: {gone}, new: {fresh}"
    if not blocks:
        yield f"  {ONLY_SPACE}"
    lines = [
        f"  {sign} line {line}: {words}"
        for block in blocks
        for sign, side in zip("-+", block, strict=True)
        for words, line in side
    ]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"  … and {len(lines) - MOST} more"


def _sentences(text: SourceText) -> list[tuple[str, int]]:
    lines = text.line_index
    return [(" ".join(span.of(text.text).split()), lines.line(span.start)) for span in text.all_sentences]


def _opcodes(
    old: Sequence[tuple[str, int]], new: Sequence[tuple[str, int]]
) -> list[tuple[str, int, int, int, int]]:
    words = ([words for words, _ in side] for side in (old, new))
    return list(SequenceMatcher(None, *words, autojunk=False).get_opcodes())
