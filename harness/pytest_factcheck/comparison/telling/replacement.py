"""A text and its new version: what each assertion would become, and what differs, sentence by sentence.

It tells and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pytest_factcheck.comparison import AssertionChange, Comparison, State
from pytest_factcheck.comparison.telling.words import result, what
from pytest_factcheck.corpus import SourceText
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
    lines = [*_differences(replacement), *_warnings(replacement), "", *_fates(replacement)]
    return "".join(f"{part}\n" for line in lines for part in _shown(line, max(LEAST, width)))


def _warnings(replacement: Replacement) -> Iterator[str]:
    if replacement.old.source.boilerplate_lines:
        name = replacement.old.source.id
        yield f"look at `boilerplate` of {name} in the manifest: its `lines` are those of the old text"


def _shown(line: str, width: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return [f"{indent}{part}" for part in folded(line, width - len(indent), margin="  ")] or [""]


def _fates(replacement: Replacement) -> Iterator[str]:
    """Yield what becomes of each assertion: the changed in full, then those that name the source by id."""
    name = replacement.old.source.id
    yield f"what would become of the {len(replacement.after.rows)} assertions that search {name}:"
    for change in sorted(replacement.comparison.assertions, key=lambda each: not each.fails_now):
        yield from _changed(change)
    changed = {change.id for change in replacement.comparison.assertions}
    same = [each for each in replacement.after.rows if each not in changed]
    named = [each for each in same if name in _named(replacement.after, each)]
    ways = {each: _moved(replacement.before.rows[each], replacement.after.rows[each], name) for each in named}
    moved = [f"{each} (line {way})" for each, way in ways.items() if way]
    still = [each for each, way in ways.items() if not way]
    rest = len(same) - len(named)
    if moved:
        yield f"  as before, with a quote on another line: {len(moved)}"
        yield f"    {', '.join(moved)}"
    if still:
        yield f"  as before: {len(still)}"
        yield f"    {', '.join(still)}"
    if rest:
        yield f"  as before, and without evidence in {name}: {rest}"


def _changed(change: AssertionChange) -> Iterator[str]:
    yield f"  {change.id}: {result(change.after)}"
    for line in what(replace(change, causes=())):  # there is one cause only
        yield f"    {line}"


def _named(state: State, name: str) -> set[str]:
    assertion = state.assertions[name]
    return {item.source for item in assertion.evidence} | set(assertion.silent)


def _moved(before: AssertionRow, after: AssertionRow, name: str) -> str:
    """Return from which lines to which its quotes moved; nothing if each stands on its old line."""
    pairs = zip(_quote_lines(before, name), _quote_lines(after, name), strict=False)
    return ", ".join(dict.fromkeys(f"{old} → {new}" for old, new in pairs if old != new))


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
    before, after = [words for words, _ in old], [words for words, _ in new]
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
