"""Articles: the whole text, line by line, with what is quoted of it and the claims beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from pytest_factcheck.coverage.rows import SourceCoverageRow
from pytest_factcheck.reports.page.articles import Article, article_of, by_source
from pytest_factcheck.reports.rows import AssertionRow, AuditReport
from pytest_factcheck.reports.shapes import TextRow

if TYPE_CHECKING:
    from reports.conftest import Make


def article_in(text: TextRow, rows: Iterable[AssertionRow]) -> Article:
    return article_of(text, by_source(rows).get(text["id"], ()))


def test_every_line_with_words_is_a_paragraph_and_keeps_its_number(report: AuditReport) -> None:
    article = article_in(report["texts"][0], report["assertions"])
    assert [one.line for one in article.paragraphs] == [1, 2, 3, 5]
    assert "\n".join("".join(part.text for part in one.segments) for one in article.paragraphs) == (
        "Header\nRain fell all day. The delegations held\na 100-minute meeting on the bridge.\nThe end."
    )


def test_boilerplate_is_told_apart(report: AuditReport) -> None:
    article = article_in(report["texts"][0], report["assertions"])
    assert [one.is_boilerplate for one in article.paragraphs] == [True, False, False, False]


def test_claims_stand_beside_the_line_where_their_quote_begins(report: AuditReport) -> None:
    article = article_in(report["texts"][0], report["assertions"])
    beside = {one.line: [(note.number, note.row["id"]) for note in one.notes] for one in article.paragraphs}
    assert beside == {1: [], 2: [], 3: [(1, "one"), (2, "two")], 5: []}
    assert article.claims == 2
    assert [part.numbers for part in article.paragraphs[2].segments] == ["1 2", ""]


def test_claims_that_were_asked_of_it_in_vain_are_listed(report: AuditReport) -> None:
    assert [row["id"] for row in article_in(report["texts"][1], report["assertions"]).silent] == [
        "one",
        "three",
    ]
    assert article_in(report["texts"][2], report["assertions"]).silent == ()


def test_what_a_person_has_ruled_out_is_not_marked(make: Make, report: AuditReport) -> None:
    ruled = make.voice(stance="silent", start=0, end=6, spans=[[0, 6]])
    row = make.row(sources=[make.source(voices=[ruled])])
    article = article_in(report["texts"][0], [row])
    assert article.notes == ()
    assert article.silent == (row,)


def covered(report: AuditReport, *sentences: tuple[str, bool, list[str]]) -> SourceCoverageRow:
    rows = []
    for words, checkable, by in sentences:
        start = report["texts"][0]["text"].index(words)
        rows.append({"start": start, "end": start + len(words), "checkable": checkable, "covered_by": by})
    return cast("SourceCoverageRow", {"rows": rows, "checkable": 3, "covered": 2})


def test_a_checkable_sentence_that_no_assertion_covers_is_marked(report: AuditReport) -> None:
    told = covered(
        report, ("Rain fell all day.", True, []), ("The end.", True, ["one"]), ("Header", False, [])
    )
    article = article_of(report["texts"][0], (), told)
    shown = [part.text for one in article.paragraphs for part in one.segments if "uncovered" in part.stances]
    assert shown == ["Rain fell all day."]
    assert [row["covered_by"] for row in article.uncovered] == [[]]
    assert article.percent == 66


def test_what_is_not_covered_has_no_number_and_no_note(report: AuditReport) -> None:
    told = covered(report, ("a 100-minute meeting on the bridge.", True, []))
    article = article_of(report["texts"][0], by_source(report["assertions"])["alpha"], told)
    parts = article.paragraphs[2].segments
    assert [(part.text, part.numbers, len(part.ending)) for part in parts] == [
        ("a 100-minute meeting", "1 2", 2),
        (" on the bridge.", "", 0),
    ]
