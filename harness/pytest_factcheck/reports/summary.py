"""The audit as text: the totals, the failing rows, and the whole claim by source table."""

from __future__ import annotations

from collections.abc import Iterable

from pytest_factcheck.reports import mutating
from pytest_factcheck.reports.rows import (
    FAILED,
    NOT_HERE,
    OUTCOMES,
    PASSED,
    AssertionRow,
    AuditReport,
    Totals,
    shown_stance,
    solved,
    speaking,
)
from pytest_factcheck.reports.tables import folded, plain, text_table

SIGNS = {"supports": "+", "contradicts": "-", "mixed": "±", "undecided": "?", "silent": ".", NOT_HERE: "/"}
RESTS_ON = {
    "judged": "judged",
    "searched": "searched and silent",
    "attested": "on a signed ruling",
    "word": "on a person's word",
}
ROOMY = 120  # terminal columns from which a failing row has room for its message
CLAIM_HEADERS = ("id", "expected", "found", "outcome", "source", "stance", "by", "line", "quote")


def text(report: AuditReport, width: int = 0, *, whole: bool = True) -> str:
    """Return the audit as text.

    Args:
        report: The audit.
        width: Terminal columns that a table may take; 0 for as many as it needs.
        whole: Whether the claim by source table and the passages to look at follow.
    """
    blocks = [totals_table(report), failing_table(report, width), problems_line(report["totals"])]
    if whole:
        blocks += [matrix(report, width), looks(report, width)]
    blocks.append(mutants(report, width, whole=whole))
    blocks += [partial_line(report), unlisted_line(report), last_line(report["totals"])]
    return "\n\n".join(block for block in blocks if block)


def mutants(report: AuditReport, width: int = 0, *, whole: bool = True) -> str:
    """Return what became of the mutants, whole or as one line; empty if none were tried."""
    tried = mutating.of_audit(report)
    if tried is None:
        return ""
    if whole:
        return mutating.text(tried, width).rstrip()
    line = mutating.last_line(tried["totals"])
    return "\n".join(folded(line, width, margin="  "))


def totals_table(report: AuditReport) -> str:
    """Return the totals by verdict: how often it was found, how often expected, and what came of those."""
    rows, found = report["assertions"], report["totals"]["verdicts"]
    headers = ("verdict", "found", "expected", *OUTCOMES)
    lines = [
        _totals_line(name, found[name], [row for row in rows if row["expect"] == name]) for name in found
    ]
    return text_table(headers, [*lines, _totals_line("all", sum(found.values()), rows)])


def failing_table(report: AuditReport, width: int = 0) -> str:
    """Return one line for each problem of the failing assertions; empty if none fails."""
    headers, shown = ("failing", "problem", "where", "what"), 4
    if 0 < width < ROOMY:
        shown = 3  # the message stands above, and the place is what one goes to
    lines = [line[:shown] for line in problem_lines(report)]
    return text_table(headers[:shown], lines, width) if lines else ""


def problems_line(totals: Totals) -> str:
    """Return how many problems there are of each kind; empty if there are none."""
    counts = ", ".join(f"{count} {slug}" for slug, count in totals["problems"].items())
    return f"problems: {counts}" if counts else ""


def looks(report: AuditReport, width: int = 0) -> str:
    """Return the passages that no judge could decide, each with its assertion; empty if there are none."""
    lines = [f"{name}: {look}" for name, look in look_lines(report)]
    shown = [part for line in lines for part in folded(line, width, margin="  ")]
    return "\n".join(["worth a look:", *shown]) if shown else ""


def look_lines(report: AuditReport) -> list[tuple[str, str]]:
    """Return id and passage for each passage of a passing assertion that no judge could decide."""
    passing = (row for row in report["assertions"] if row["outcome"] == PASSED)
    return [(row["id"], look) for row in passing for look in row["to_look_at"]]


def problem_lines(report: AuditReport) -> list[tuple[str, ...]]:
    """Return id, problem, place, message and advice for each problem of the failing assertions."""
    return [
        (
            row["id"],
            problem["slug"],
            f"{problem['path']}:{problem['line']}",
            problem["message"],
            problem["advice"],
        )
        for row in failing(report["assertions"])
        for problem in row["problems"] or [solved(row)]
    ]


def matrix(report: AuditReport, width: int = 0) -> str:
    """Return the whole claim by source table with one sign for each stance, and its key."""
    sources = sorted({source["id"] for row in report["assertions"] for source in row["sources"]})
    numbers = {name: str(number) for number, name in enumerate(sources, 1)}
    lines = [_matrix_line(row, sources) for row in report["assertions"]]
    headers = ("id", "found", "", *numbers.values(), "claim")
    key = ", ".join(f"{sign} {stance}" for stance, sign in SIGNS.items())
    legend = "\n".join(f"{number} {name}" for name, number in numbers.items())
    signs = "\n".join(folded(f"{key}, blank: not in scope", width or len(key) * 2))
    return f"{text_table(headers, lines, width)}\n\n{legend}\n{signs}" if lines else ""


def claim_lines(report: AuditReport) -> Iterable[tuple[str, ...]]:
    """Yield the cells of one line for each assertion and source, under `CLAIM_HEADERS`."""
    for row in report["assertions"]:
        for source in row["sources"]:
            voice = speaking(source)
            said = (voice["by"], str(voice["line"]), voice["quote"]) if voice else ("", "", "")
            yield (
                row["id"],
                row["expect"],
                row["verdict"],
                row["outcome"],
                source["id"],
                shown_stance(source),
                *said,
            )


def failing(rows: Iterable[AssertionRow]) -> list[AssertionRow]:
    """Return the rows that fail."""
    return [row for row in rows if row["outcome"] == FAILED]


def partial_line(report: AuditReport) -> str:
    """Return what a partial audit left out; empty for a whole one."""
    if not report["partial"]:
        return ""
    return plain(f"partial: {'; '.join(report['why_partial'])}. No conclusion about the whole corpus.")


def unlisted_line(report: AuditReport) -> str:
    """Return the texts that the manifest does not name; empty if it names all."""
    if not report["unlisted"]:
        return ""
    return plain(f"not in {report['corpus']}/corpus.yaml, so not read: {', '.join(report['unlisted'])}")


def last_line(totals: Totals) -> str:
    """Return the line that says on what the passing assertions rest."""
    parts = [
        f"{totals['passed_on'][name]} {words}"
        for name, words in RESTS_ON.items()
        if totals["passed_on"][name]
    ]
    parts.append(f"{totals['to_look_at']} to look at")
    others = [f"{count} {name}" for name, count in totals["outcomes"].items() if count and name != PASSED]
    return "; ".join([f"passed: {', '.join(parts)}", *others])


def _totals_line(name: str, found: int, rows: list[AssertionRow]) -> tuple[str, ...]:
    outcomes = [row["outcome"] for row in rows]
    counts = [outcomes.count(outcome) for outcome in OUTCOMES]
    return (name, *map(str, [found, len(rows), *counts]))


def _matrix_line(row: AssertionRow, sources: list[str]) -> tuple[str, ...]:
    stances = {source["id"]: shown_stance(source) for source in row["sources"]}
    signs = [SIGNS[stances[name]] if name in stances else "" for name in sources]
    mark = "" if row["outcome"] == PASSED else row["outcome"]
    return row["id"], row["verdict"], mark, *signs, row["claim"]
