"""What a reader sees when an assertion fails: at most twenty lines, the first one complete by itself."""

from __future__ import annotations

from pytest_factcheck.reports.advice import todo
from pytest_factcheck.reports.rows import SOLVED, AssertionRow, ProblemRow, SourceRow, shown_stance, speaking
from pytest_factcheck.reports.tables import folded, plain, text_table

LINES = 20
SOURCES = 6
WIDTH = 80
HEADERS = ("source", "stance", "by", "line", "quote")


def failure(row: AssertionRow) -> str:
    """Return the failure of one assertion as text."""
    place = plain(f"{row['path']}:{row['line']}:{row['column']}")
    slugs = ", ".join(dict.fromkeys(problem["slug"] for problem in row["problems"]))
    head = [f"{place}: {row['id']}: {slugs or SOLVED}"]
    head += folded(f"claim: {row['claim']}", WIDTH, most=2)
    head.append(f"expected {row['expect']}, found {row['verdict']}")
    head += _sources(row["sources"])
    if not row["problems"]:
        head += folded(f"`known_issue` says: {row['known_issue']}", WIDTH, most=3)
        return "\n".join([*head, "The assertion passes now: remove `known_issue`."])
    return "\n".join([*head, *_problems(row, LINES - len(head))])


def sources_table(sources: list[SourceRow], width: int = WIDTH) -> str:
    """Return one line for each source with its stance, who says so, the line and the quote."""
    return text_table(HEADERS, [_source(item) for item in sources], width)


def _sources(sources: list[SourceRow]) -> list[str]:
    if not sources:
        return []
    if len(sources) <= SOURCES:
        return sources_table(sources).splitlines()
    shown = [item for item in sources if item["voices"]][:SOURCES]
    table = sources_table(shown).splitlines() if shown else []
    return [*table, f"… and {len(sources) - len(shown)} more sources"]


def _source(item: SourceRow) -> tuple[str, str, str, str, str]:
    voice = speaking(item)
    if voice is None:
        return item["id"], shown_stance(item), "", "", ""
    return item["id"], shown_stance(item), voice["by"], str(voice["line"]), voice["quote"]


def _problems(row: AssertionRow, room: int) -> list[str]:
    lines: list[str] = []
    for number, problem in enumerate(row["problems"]):
        more = len(row["problems"]) - number - 1
        shown = _problem(problem, room if len(row["problems"]) == 1 else 5)
        if len(lines) + len(shown) + (1 if more else 0) > room:
            left = more + 1
            return [*lines, f"… and {left} more: factcheck explain {row['id']}"]
        lines += shown
    return lines


def _problem(problem: ProblemRow, room: int) -> list[str]:
    place = f"{problem['path']}:{problem['line']}:{problem['column']}"
    advice = [f"  {line}" for line in todo(problem["advice"], WIDTH - 2, most=min(3, room // 2))]
    said = f"{place}: {problem['slug']}: {problem['message']}"
    return [*folded(said, WIDTH, most=min(5, room - len(advice)), margin="  "), *advice]
