"""Overview: every claim and what each source says of it, small enough to be filtered in a browser."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pytest_factcheck.reports.jsontext import HARMLESS
from pytest_factcheck.reports.page.addresses import CLAIM, SOURCE, Addresses, View
from pytest_factcheck.reports.page.inert import inert
from pytest_factcheck.reports.page.words import OUT_OF_SCOPE, OUTCOMES, STANCES, VERDICTS, Sign
from pytest_factcheck.reports.rows import NOT_HERE, AssertionRow, AuditReport, shown_stance
from pytest_factcheck.reports.shapes import TextRow
from pytest_factcheck.vocabulary import Stance

# One letter for each cell of the table, of which there may be millions.
LETTERS: Mapping[str, str] = {
    Stance.SUPPORTS: "s",
    Stance.CONTRADICTS: "c",
    Stance.MIXED: "m",
    Stance.UNDECIDED: "u",
    Stance.SILENT: ".",
    NOT_HERE: "n",
}
NOT_ASKED = " "


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how many of all, and where the rows of it are shown; all counted in thousandths."""

    sign: Sign
    count: int
    start: int
    width: int
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that was counted, as a bar."""

    title: str
    parts: tuple[Part, ...]


def bars(report: AuditReport) -> tuple[Bar, ...]:
    """Return what was counted: the rows by what was found, and by what came of them."""
    rows = report["assertions"]
    verdicts = Counter(row["verdict"] for row in rows)
    outcomes = Counter(row["outcome"] for row in rows)
    return (
        Bar("What the corpus says", tuple(_parts("verdict", VERDICTS.items(), verdicts))),
        Bar("What came of it", tuple(_parts("result", OUTCOMES.items(), outcomes))),
    )


def _parts(key: str, signs: Iterable[tuple[str, Sign]], counted: Counter[str]) -> Iterable[Part]:
    total, before = sum(counted.values()), 0
    for value, sign in signs:
        count = counted[value]
        if count:
            start, before = 1000 * before // total, before + count
            yield Part(sign, count, start, 1000 * before // total - start, key, sign.name)


def data(report: AuditReport, texts: Sequence[TextRow], addresses: Addresses) -> str:
    """Return what a browser shows and filters, as JSON that may stand in a page.

    Args:
        report: The audit.
        texts: The sources, in the order of the columns.
        addresses: Where the overview leads.
    """
    columns = {text["id"]: number for number, text in enumerate(texts)}
    found = {
        "claim": _pattern(addresses, CLAIM),
        "source": _pattern(addresses, SOURCE),
        "signs": {
            "stances": {LETTERS[name]: sign for name, sign in STANCES.items()} | {NOT_ASKED: OUT_OF_SCOPE},
            "verdicts": {sign.name: sign for sign in VERDICTS.values()},
            "results": {sign.name: sign for sign in OUTCOMES.values()},
        },
        "sources": [{"id": text["id"], "name": inert(text["publisher"] or text["title"])} for text in texts],
        "rows": [_row(row, columns) for row in report["assertions"]],
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(HARMLESS)


def _pattern(addresses: Addresses, kind: str) -> list[str]:
    """Return what stands before and behind the name in the address of a view."""
    return addresses.of(View(kind, "-name-")).split("-name-")


def _row(row: AssertionRow, columns: dict[str, int]) -> list[object]:
    """Return a claim: id, claim, expected, found, result, problems, tags, place, a letter for each source."""
    letters = [NOT_ASKED] * len(columns)
    for source in row["sources"]:
        if source["id"] in columns:
            letters[columns[source["id"]]] = LETTERS[shown_stance(source)]
    return [
        row["id"],
        inert(row["claim"]),
        row["expect"],
        VERDICTS[row["verdict"]].name,
        row["outcome"],
        list(dict.fromkeys(problem["slug"] for problem in row["problems"])),
        [inert(tag) for tag in row["tags"]],
        inert(f"{row['path']}:{row['line']}"),
        "".join(letters),
    ]
