"""Overview: bars that add up, and the table as data that may stand in a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pytest_factcheck.reports.page.addresses import InFolder, View
from pytest_factcheck.reports.page.overview import bars, data
from pytest_factcheck.reports.rows import AuditReport, audit_report

if TYPE_CHECKING:
    from reports.conftest import Make


def told(report: AuditReport) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data(report, report["texts"], InFolder(View("overview"))))
    return found


def test_a_claim_has_a_letter_for_each_source(report: AuditReport) -> None:
    rows = told(report)["rows"]
    assert [(row[0], row[-1]) for row in rows] == [("one", "s. "), ("two", "sc "), ("three", " . ")]


def test_a_claim_tells_what_it_is_filtered_by(report: AuditReport) -> None:
    three = told(report)["rows"][2]
    assert three[2:6] == ["supported", "supported", "failed", ["evidence-opposed"]]
    assert told(report)["rows"][0][6:8] == [["talks"], "assertions/talks.yaml:4"]


def test_addresses_are_made_of_what_stands_before_and_behind_the_name(report: AuditReport) -> None:
    assert told(report)["claim"] == ["claims/", ".html"]
    assert told(report)["source"] == ["sources/", ".html"]


def test_nothing_of_the_data_ends_the_element_that_it_stands_in(make: Make) -> None:
    hostile = make.row(claim="</script><!-- & 'quotes' \"too\"")
    report = audit_report([hostile], judges=["slots"], corpus="seeds")
    text = data(report, [], InFolder(View("overview")))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["rows"][0][1] == hostile["claim"]


def test_the_parts_of_a_bar_fill_it_without_gaps(make: Make) -> None:
    rows = [
        make.row(id=f"r{n}", verdict=verdict)
        for n, verdict in enumerate(["supported", "absent", "disputed"] * 7)
    ]
    for bar in bars(audit_report(rows, judges=["slots"], corpus="seeds")):
        assert sum(part.count for part in bar.parts) == 21
        at = 0
        for part in bar.parts:
            assert part.start == at
            at += part.width
        assert at == 1000


def test_what_does_not_occur_has_no_part(report: AuditReport) -> None:
    verdicts, outcomes = bars(report)
    assert [(part.sign.name, part.count) for part in verdicts.parts] == [("supported", 2), ("disputed", 1)]
    assert [(part.sign.name, part.count) for part in outcomes.parts] == [("failed", 1), ("passed", 2)]
