"""The words of a comparison that every format of it shares: its first line, its parts, its entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.comparison import AssertionChange, Comparison, Kind
from pytest_factcheck.comparison.effects import problem_words
from pytest_factcheck.reports.rows import FAILED, KNOWN_ISSUE, SKIPPED, AssertionRow
from pytest_factcheck.reports.summary import RESTS_ON

COMMAND = "factcheck diff"
SAME = "no difference"
# In the order in which they are shown; what fails now stands before all of them.
TITLES = {
    Kind.ADDED: "new",
    Kind.CHANGED: "changed",
    Kind.AFFECTED: "affected",
    Kind.RENAMED: "renamed",
    Kind.REMOVED: "removed",
    Kind.NOT_COMPARED: "not compared",
}
MEANINGS = {
    Kind.ADDED: "",
    Kind.CHANGED: "the YAML changed",
    Kind.AFFECTED: "another result, although the YAML did not change",
    Kind.RENAMED: "another id, and nothing else",
    Kind.REMOVED: "",
    Kind.NOT_COMPARED: "a text is there in one of the two states only",
}
SOURCE_TITLES = {
    Kind.ADDED: "new",
    Kind.REMOVED: "removed",
    Kind.CHANGED: "changed",
    Kind.NOT_COMPARED: "not compared",
}


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison with what it compares.

    Attributes:
        comparison: What differs.
        commit: The whole name of the commit that the working tree is compared with.
        short: The same as people read it.
        chosen: How that commit was chosen.
        notes: What a reader has to know besides.
        width: Terminal columns of a line of text; 0 for as many as it takes.
    """

    comparison: Comparison
    commit: str
    short: str
    chosen: str
    notes: tuple[str, ...] = ()
    width: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one assertion, or of several of which the same is to be said."""

    changes: tuple[AssertionChange, ...]
    lines: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Return the ids, each with the one that it had before."""
        return [
            f"{each.id} (was {each.before['id']})"
            if each.before and each.before["id"] != each.id
            else each.id
            for each in self.changes
        ]

    @property
    def place(self) -> str:
        """Return where its assertion stands; nothing for several, or for one that is gone."""
        row = self.changes[0].after
        return f"{row['path']}:{row['line']}" if row and len(self.changes) == 1 else ""

    @property
    def head(self) -> str:
        """Return what the audit finds now, after what was done where the title does not tell."""
        first = self.changes[0]
        found = result(first.after) or "removed"
        return f"{TITLES[first.kind]}, {found}" if first.fails_now else found


@dataclass(frozen=True, slots=True)
class Part:
    """The assertions that differ in one way."""

    title: str
    meaning: str
    entries: tuple[Entry, ...]


def counts(comparison: Comparison) -> str:
    """Return how many assertions and sources differ, and how; the first line of every format."""
    kinds = [(len(comparison.of(kind)), title) for kind, title in TITLES.items()]
    now = len(comparison.failing_now), sum(change.passes_now for change in comparison.assertions)
    kinds += [(now[0], f"now {_verb('fail', now[0])}"), (now[1], f"now {_verb('pass', now[1])}")]
    found = [f"{count} {title}" for count, title in kinds if count]
    for kind, title in SOURCE_TITLES.items():
        count = sum(change.kind is kind for change in comparison.sources)
        found += [f"{count} {'source' if count == 1 else 'sources'} {title}"] if count else []
    found += ["other settings"] if comparison.settings else []
    return ", ".join(found) or SAME


def _verb(word: str, count: int) -> str:
    if count != 1:
        return word
    return f"{word}es" if word.endswith("s") else f"{word}s"


def parts(comparison: Comparison) -> Iterator[Part]:
    """Yield the assertions that fail now, then the others by how they differ; none of them twice."""
    if comparison.failing_now:
        count = len(comparison.failing_now)
        yield Part(f"{count} now {_verb('fail', count)}", "", entries(comparison.failing_now))
    for kind, title in TITLES.items():
        changes = tuple(change for change in comparison.of(kind) if not change.fails_now)
        more = " more" if len(changes) < len(comparison.of(kind)) else ""
        if changes:
            yield Part(f"{len(changes)}{more} {title}", MEANINGS[kind], entries(changes))


def entries(changes: Iterable[AssertionChange]) -> tuple[Entry, ...]:
    """Return what is to be said of some changes; those of which the same is said are one entry."""
    alike: dict[tuple[str, str, tuple[str, ...]], list[AssertionChange]] = {}
    for change in changes:
        alike.setdefault((change.kind, result(change.after), what(change)), []).append(change)
    return tuple(Entry(tuple(group), _with_claim(group, lines)) for (_, _, lines), group in alike.items())


def _with_claim(changes: Sequence[AssertionChange], lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines after the claim that they are about, if there is one and they do not hold it."""
    claim = f"claim: {changes[0].row['claim']}"
    told = len(changes) > 1 or any(line.startswith("claim: ") for line in lines)
    return lines if told else (claim, *lines)


def result(row: AssertionRow | None) -> str:
    """Return what an audit found for an assertion, in a few words."""
    if row is None:
        return ""
    if row["outcome"] == SKIPPED:
        return "not run"
    if row["outcome"] == FAILED and row["problems"]:
        slugs = dict.fromkeys(problem["slug"] for problem in row["problems"])
        return f"fails: {', '.join(slugs)}"
    if row["outcome"] == FAILED:
        return "fails: its known issue is solved"
    if row["outcome"] == KNOWN_ISSUE:
        return f"known issue: {row['known_issue']}"
    return f"passes: {row['verdict']}, {RESTS_ON.get(row['rests_on'], row['rests_on'])}"


def what(change: AssertionChange) -> tuple[str, ...]:
    """Return what there is to say of a change, line by line: what was written, what came of it, and why."""
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        row = change.row
        problems = row["problems"] if change.fails_now else []
        return (f"claim: {row['claim']}", *(problem_words(problem, row) for problem in problems))
    because = "besides, " if change.edits else "because "
    causes = [f"{because}{', '.join(change.causes)}"] if change.causes else []
    return (*change.edits, *change.effects, *causes)


def source_lines(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return id, how it differs, and in what, for each source that differs."""
    return [
        (change.id, SOURCE_TITLES[change.kind], "; ".join(change.words) or change.path)
        for change in comparison.sources
    ]


def still_failing(comparison: Comparison) -> str:
    """Return how many assertions failed before and fail still; empty if none does."""
    count = len(comparison.failing)
    return f"{count} {_verb('fail', count)} as before: {', '.join(comparison.failing)}" if count else ""
