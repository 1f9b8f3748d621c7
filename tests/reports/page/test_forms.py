"""Forms: every view has its page, every link leads somewhere, and the same audit makes the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from pytest_factcheck.reports.page.forms import as_file, as_folder
from pytest_factcheck.reports.page.size import too_large
from pytest_factcheck.reports.rows import AuditReport, audit_report

if TYPE_CHECKING:
    from reports.conftest import Make


class Markup(HTMLParser):
    """The addresses and the marked places of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag leads to, and what it is called."""
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.addresses.append(value)
            if name == "id" and value:
                self.places.append(value)


def pages(report: AuditReport) -> dict[str, str]:
    return {page.path: page.text() for page in as_folder(report)}


def test_the_folder_holds_a_page_of_each_view_and_what_they_share(report: AuditReport) -> None:
    assert sorted(pages(report)) == [
        "claims/one.html",
        "claims/three.html",
        "claims/two.html",
        "disagreements.html",
        "files/assertions/talks.yaml.html",
        "index.html",
        "page.css",
        "page.js",
        "sources.html",
        "sources/alpha.html",
        "sources/beta.html",
        "sources/gamma.html",
    ]


def test_every_address_in_a_folder_leads_to_a_page_and_a_place_in_it(report: AuditReport) -> None:
    found = pages(report)
    read = {name: Markup(text) for name, text in found.items() if name.endswith(".html")}
    for name, page in read.items():
        for address in page.addresses:
            if address.startswith("https://example.org/"):
                continue
            path, _, place = unquote(address).partition("#")
            target = normpath(PurePosixPath(name).parent / path) if path else name
            assert target in found, f"{name} leads to {address}"
            if place and not place.startswith("?"):
                assert place in read[target].places, f"{name} leads to {address}"


def test_every_address_in_one_file_leads_to_a_place_in_it(report: AuditReport) -> None:
    page = Markup(as_file(report))
    assert len(page.places) == len(set(page.places)), "each place once"
    for address in page.addresses:
        if address.startswith("#") and "?" not in address:
            assert unquote(address[1:]) in page.places, address


def test_one_file_asks_for_nothing_else(report: AuditReport) -> None:
    assert [one for one in Markup(as_file(report)).addresses if not one.startswith("#")] == [
        "https://example.org/a?b=1&c=2"
    ]


def test_the_policy_of_one_file_knows_its_own_script_and_style_alone(report: AuditReport) -> None:
    text = as_file(report)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{directive} &#39;sha256-{digest}&#39;;" in policy
    assert policy.startswith("default-src &#39;none&#39;;")


def test_the_same_audit_makes_the_same_bytes(report: AuditReport) -> None:
    assert pages(report) == pages(report)
    assert as_file(report) == as_file(report)


def test_the_claim_page_says_what_was_found_and_why(report: AuditReport) -> None:
    text = pages(report)["claims/three.html"]
    assert "declared as supports, but `slots` reads seeds/alpha.txt:3:1 as contradicts" in text
    assert "To do: correct the stance or the quote" in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", ""])
def test_an_address_that_is_none_of_the_web_is_no_link(report: AuditReport, url: str) -> None:
    report["texts"][0]["url"] = url
    assert not url or url not in Markup(pages(report)["sources/alpha.html"]).addresses


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}{% raw %} \u202e"


def test_words_of_claims_and_sources_are_escaped_wherever_they_stand(make: Make, report: AuditReport) -> None:
    row = make.row(
        **dict.fromkeys(("claim", "topic", "note", "known_issue", "why_not_run"), HOSTILE),
        tags=[HOSTILE],
        notes=[HOSTILE],
        to_look_at=[HOSTILE],
        problems=[make.problem(message=HOSTILE, advice=HOSTILE)],
        sources=[make.source(title=HOSTILE, voices=[make.voice(quote=HOSTILE, by=HOSTILE)])],
    )
    hostile = audit_report([row], judges=[HOSTILE], corpus=HOSTILE, unlisted=[HOSTILE], why_partial=[HOSTILE])
    hostile["texts"] = [{**report["texts"][0], "text": HOSTILE, "title": HOSTILE, "publisher": HOSTILE}]
    hostile["files"] = [{"path": "assertions/talks.yaml", "text": HOSTILE}]
    for text in (
        as_file(hostile),
        *(page for name, page in pages(hostile).items() if name.endswith(".html")),
    ):
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "49{% raw" not in text
        assert "\u202e" not in text


def test_an_audit_of_nothing_has_its_pages() -> None:
    empty = audit_report([], judges=["slots"], corpus="seeds")
    assert set(pages(empty)) == {"index.html", "disagreements.html", "sources.html", "page.css", "page.js"}
    assert "No claim has sources on both sides." in as_file(empty)


def test_one_file_of_very_many_claims_says_what_to_use(make: Make) -> None:
    rows = [make.row(id=f"r{number}") for number in range(2001)]
    large = audit_report(rows, judges=["slots"], corpus="seeds")
    small = audit_report(rows[:2000], judges=["slots"], corpus="seeds")
    assert "`--audit-report=site/` makes a page of each" in too_large(large)
    assert too_large(small) == ""
    assert too_large(large) in as_file(large)
    (overview,) = [page for page in as_folder(large) if page.path == "index.html"]
    assert too_large(large) not in overview.text()
