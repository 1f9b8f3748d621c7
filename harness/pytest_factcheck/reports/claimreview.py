"""The audit as ClaimReview: schema.org's words for a fact check, as JSON-LD.

One review for each assertion that passes: where one fails, expectation and corpus disagree, and nobody has
said which is right. Who reviews, on which page and on which day is not in an audit and is not made up here;
docs/claimreview.md tells what to add before it is published.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pytest_factcheck.reports.jsontext import HARMLESS, json_text
from pytest_factcheck.reports.rows import PASSED, AssertionRow, AuditReport, SourceRow, VoiceRow
from pytest_factcheck.reports.tables import plain

CONTEXT = "https://schema.org"
SIDES = {"supports": ("supports", "mixed"), "contradicts": ("contradicts", "mixed")}
Node = dict[str, object]


def write(report: AuditReport) -> str:
    """Return the assertions that pass as one graph of ClaimReviews."""
    graph = [_review(row) for row in _reviewed(report)]
    return json_text({"@context": CONTEXT, "@graph": graph}).translate(HARMLESS)


def remark(report: AuditReport) -> str:
    """Return how many claims are in the file and how many are left out, because they do not pass."""
    kept = len(_reviewed(report))
    left = len(report["assertions"]) - kept
    return f"claims: {kept}" + (f"; left out, because they do not pass: {left}" if left else "")


@cache
def scale() -> Mapping[str, Any]:
    """Return the table of grades, with the words for each."""
    table = files(__package__) / "data" / "claimreview.toml"
    return tomllib.loads(table.read_text(encoding="utf-8"))


def _reviewed(report: AuditReport) -> list[AssertionRow]:
    return [row for row in report["assertions"] if row["outcome"] == PASSED]


def _review(row: AssertionRow) -> Node:
    claim = plain(row["claim"])
    cited = [_quotation(voice, source) for source in row["sources"] for voice in _taking_sides(source)]
    reviewed: Node = {"@type": "Claim", "text": claim}
    stating = _on_side(row["sources"], "supports")
    if stating:
        reviewed["appearance"] = [_work(source) for source in stating]
    return {
        "@type": "ClaimReview",
        "@id": f"#{row['id']}",
        "identifier": row["id"],
        "claimReviewed": claim,
        **({"keywords": [plain(tag) for tag in row["tags"]]} if row["tags"] else {}),
        "reviewRating": _rating(row),
        "itemReviewed": reviewed,
        **({"citation": cited} if cited else {}),
    }


def _rating(row: AssertionRow) -> Node:
    table = scale()
    grade = table["verdicts"][row["verdict"]]
    numbers = {"ratingValue": grade["value"]} if "value" in grade else {}
    if numbers:
        numbers |= {"bestRating": table["best"], "worstRating": table["worst"]}
    told = (_counts(row["sources"]), grade.get("caveat", ""), table["rests_on"][row["rests_on"]])
    return {
        "@type": "Rating",
        **numbers,
        "alternateName": grade["name"],
        "ratingExplanation": " ".join(filter(None, told)),
    }


def _counts(sources: list[SourceRow]) -> str:
    sides = [len(_on_side(sources, side)) for side in SIDES]
    missing = sum(source["missing"] for source in sources)
    told = f"Sources: {len(sources)}; supporting: {sides[0]}; contradicting: {sides[1]}"
    return f"{told}; not at hand: {missing}." if missing else f"{told}."


def _on_side(sources: Iterable[SourceRow], side: str) -> list[SourceRow]:
    return [source for source in sources if source["stance"] in SIDES[side]]


def _taking_sides(source: SourceRow) -> list[VoiceRow]:
    return [voice for voice in source["voices"] if voice["stance"] in SIDES]


def _quotation(voice: VoiceRow, source: SourceRow) -> Node:
    return {
        "@type": "Quotation",
        "text": plain(voice["quote"]),
        "description": f"{voice['stance']} the claim",
        "isBasedOn": _work(source),
    }


def _work(source: SourceRow) -> Node:
    """Return a source as the manifest describes it; what it does not say is left out."""
    publisher = plain(source["publisher"])
    known = {
        "identifier": source["id"],
        "headline": plain(source["title"]),
        "url": source["url"],
        "datePublished": source["published"],
        "inLanguage": source["language"],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else "",
    }
    return {"@type": "CreativeWork", **{name: value for name, value in known.items() if value}}
