"""The coverage as text, Markdown, JSON and a bare percentage."""

from __future__ import annotations

import json
from typing import cast

import pytest

from pytest_factcheck.coverage.covering import NOT_HERE
from pytest_factcheck.coverage.rows import CoverageReport, SourceCoverageRow, SuggestionRow, totals
from pytest_factcheck.reports.covering import FORMATS, as_json, reasons, section, text, total
from pytest_factcheck.reports.tables import columns
from pytest_factcheck.schema import validate
from pytest_factcheck.yamlfile import Document


def source(name: str, covered: int, missing: str, why: str = "") -> SourceCoverageRow:
    """Return a source of eight sentences, six of them checkable, or one that is not counted."""
    return SourceCoverageRow(
        sentences=0 if why else 8,
        checkable=0 if why else 6,
        covered=covered,
        id=name,
        path=f"seeds/{name}.txt",
        title="",
        why_not_counted=why,
        missing=missing,
        rows=[],
    )


def suggestion(**changes: object) -> SuggestionRow:
    row = SuggestionRow(
        source="alpha",
        path="seeds/alpha.txt",
        line=3,
        column=20,
        words="It cost 12 million euros.",
        worth=3,
        signals={"number": 1, "name": 2, "verb": 1},
        elsewhere=[{"source": "beta", "stance": "contradicts"}],
        claim="It cost 12 million euros.",
        command='factcheck new "It cost 12 million euros."',
    )
    return cast("SuggestionRow", row | changes)


def report(*sources: SourceCoverageRow, suggestions: tuple[SuggestionRow, ...] = ()) -> CoverageReport:
    found = CoverageReport(
        format=1,
        judges=["slots"],
        corpus="seeds",
        not_passing=[],
        totals=totals(sources),
        sources=list(sources),
    )
    return {**found, "suggestions": list(suggestions)} if suggestions else found


TWO = report(source("alpha", 4, "3:20, 7"), source("beta", 6, ""))
SUGGESTED = report(source("alpha", 4, "3:20, 7"), suggestions=(suggestion(),))


def test_a_table_has_a_line_for_each_source_and_one_for_all() -> None:
    assert text(TWO) == (
        "source    sentences    checkable    covered    %      missing\n"
        "--------  -----------  -----------  ---------  -----  ---------\n"
        "alpha     8            6            4          66 %   3:20, 7\n"
        "beta      8            6            6          100 %\n"
        "all       16           12           10         83 %\n"
        "\n"
        "sources: 2, sentences: 16, checkable: 12, covered: 10 (83 %)\n"
    )


def test_the_missing_places_are_folded_and_never_cut() -> None:
    places = ", ".join(f"{line}:100" for line in range(1, 31))
    shown = text(report(source("alpha", 0, places)), 90)
    assert all(columns(line) <= 90 for line in shown.splitlines())
    assert "…" not in shown
    table = shown.partition("\n\n")[0].splitlines()[2:-1]
    assert ", ".join(part.split("  ")[-1].strip().rstrip(",") for part in table) == places


def test_what_is_not_counted_is_told_and_stands_in_no_table() -> None:
    found = report(source("alpha", 4, ""), source("beta", 0, "", NOT_HERE))
    for shown in (text(found), section(found)):
        assert "not counted: beta, whose text is not on this machine\n" in shown
        assert "beta  " not in shown
        assert "sources: 1, sentences: 8, " in shown


def test_assertions_that_do_not_pass_are_named() -> None:
    shown: CoverageReport = {**TWO, "not_passing": ["one", "two"]}
    assert "cover nothing, because they do not pass: one, two\n" in text(shown)
    assert "cover nothing, because they do not pass: one, two" in section(shown)


def test_a_suggestion_says_why_and_is_ready_to_be_typed() -> None:
    assert text(SUGGESTED).endswith(
        "worth an assertion, what is most worth first: 1\n"
        "\n"
        "seeds/alpha.txt:3:20: beta contradicts it; 1 number, 2 names\n"
        '  factcheck new "It cost 12 million euros."\n'
    )


def test_a_command_is_never_folded() -> None:
    command = f'factcheck new "{"long " * 40}claim."'
    shown = report(source("alpha", 0, "1"), suggestions=(suggestion(command=command),))
    assert f"\n  {command}\n" in text(shown, 80)


@pytest.mark.parametrize(
    ("signals", "said"),
    [
        (
            {"number": 2, "date": 1, "said": 1, "name": 1},
            "2 numbers, 1 date, 1 report of what was said, 1 name",
        ),
        ({"said": 2}, "2 reports of what was said"),
        ({"verb": 3}, "a verb"),
    ],
)
def test_the_reasons_name_what_can_be_looked_up(signals: dict[str, int], said: str) -> None:
    assert reasons(suggestion(signals=signals, elsewhere=[])) == said


def test_markdown_has_the_same_and_takes_no_words_for_markup() -> None:
    shown = section(SUGGESTED)
    assert shown.startswith(
        "## Coverage\n\n**sources: 1, sentences: 8, checkable: 6, covered: 4 (66 %)**\n\n"
        "| source   | sentences   | checkable   | covered   | %    | missing   |\n"
    )
    assert "| alpha    | 8           | 6           | 4         | 66 % | 3:20, 7   |\n" in shown
    assert (
        "\n### Worth an assertion\n\n- seeds/alpha.txt:3:20: beta contradicts it; 1 number, 2 names\\\n"
        in shown
    )
    assert '\n  `factcheck new "It cost 12 million euros."`\n' in shown
    assert "Worth" not in section(TWO)


def test_a_command_with_a_backtick_stays_code_in_markdown() -> None:
    shown = report(source("alpha", 0, "1"), suggestions=(suggestion(command="factcheck new 'a `b` c'"),))
    assert "\n  ``factcheck new 'a `b` c'``\n" in section(shown)


@pytest.mark.parametrize("found", [TWO, SUGGESTED], ids=["plain", "with suggestions"])
def test_json_is_the_report_as_its_schema_has_it(found: CoverageReport) -> None:
    data = json.loads(as_json(found))
    assert data == found
    assert validate(Document("coverage.json", data), "coverage") == ()


def test_the_total_is_a_bare_percentage() -> None:
    assert total(TWO) == "83\n"
    assert list(FORMATS) == ["markdown", "json", "total"]
