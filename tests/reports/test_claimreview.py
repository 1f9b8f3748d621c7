"""ClaimReview: schema.org's words and no others, on a scale that is documented, and only for what passes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.claimreview import remark, scale, write
from pytest_factcheck.reports.rows import AssertionRow, AuditReport, audit_report
from pytest_factcheck.reports.tables import plain
from pytest_factcheck.vocabulary import Verdict

if TYPE_CHECKING:
    from reports.conftest import Make

DOCUMENT = Path(__file__).parents[2] / "docs" / "claimreview.md"
# What schema.org defines for these types (or for those that they are kinds of), as far as it is used here.
WORK = {"identifier", "url", "text", "headline", "datePublished", "inLanguage", "publisher"}
TERMS = {
    "ClaimReview": WORK | {"claimReviewed", "reviewRating", "itemReviewed", "keywords", "citation"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Claim": WORK | {"appearance"},
    "Quotation": WORK | {"description", "isBasedOn"},
    "CreativeWork": WORK,
    "Organization": {"name"},
}
DESCRIBED = {
    "title": "Talks end",
    "publisher": "The Alpha",
    "published": "2025-05-16",
    "url": "https://alpha.example/talks",
}


def report_of(*rows: AssertionRow) -> AuditReport:
    """Return the report of some rows."""
    return audit_report(rows, judges=["slots"], corpus="seeds")


def graph(*rows: AssertionRow) -> list[dict[str, Any]]:
    """Return the reviews of some rows; each is made of schema.org's terms only."""
    document = json.loads(write(report_of(*rows)))
    assert document["@context"] == "https://schema.org"
    reviews: list[dict[str, Any]] = document["@graph"]
    check_terms(reviews)
    return reviews


def check_terms(node: object) -> None:
    if isinstance(node, list):
        for item in node:
            check_terms(item)
    elif isinstance(node, dict):
        assert set(node) - {"@type", "@id"} <= TERMS[node["@type"]], node
        for value in node.values():
            check_terms(value)


def both_sides(make: Make) -> AssertionRow:
    """Return a disputed row: alpha supports, beta contradicts, gamma does both, delta is silent."""
    yes, no = make.voice(quote="It lasted 100 minutes."), make.voice(stance="contradicts", quote="Two hours.")
    sources = [
        make.source(id="alpha", stance="supports", voices=[yes], **DESCRIBED),
        make.source(id="beta", stance="contradicts", voices=[no]),
        make.source(id="gamma", stance="mixed", voices=[yes, no]),
        make.source(id="delta"),
    ]
    return make.row(expect="disputed", verdict="disputed", sources=sources)


@pytest.mark.parametrize(
    ("verdict", "value", "name"),
    [
        ("supported", 5, "Supported by the corpus"),
        ("disputed", 3, "Disputed in the corpus"),
        ("contradicted", 1, "Contradicted by the corpus"),
        ("absent", None, "Not found in the corpus"),
    ],
)
def test_a_verdict_has_its_grade_and_absence_has_no_number(
    make: Make, verdict: str, value: int | None, name: str
) -> None:
    (review,) = graph(make.row(verdict=verdict, sources=[make.source()]))
    rating = review["reviewRating"]
    assert (rating.get("ratingValue"), rating["alternateName"]) == (value, name)
    assert (rating.get("bestRating"), rating.get("worstRating")) == ((5, 1) if value else (None, None))


def test_every_verdict_and_every_ground_of_one_that_passes_has_its_words() -> None:
    assert set(scale()["verdicts"]) == set(map(str, Verdict))
    assert set(scale()["rests_on"]) == {"judged", "searched", "attested", "word"}


def test_a_review_holds_the_claim_its_tags_and_a_name_that_stays(make: Make) -> None:
    (review,) = graph(make.row())
    assert {key: review[key] for key in ("@type", "@id", "identifier", "claimReviewed", "keywords")} == {
        "@type": "ClaimReview",
        "@id": "#talks-lasted",
        "identifier": "talks-lasted",
        "claimReviewed": "The talks lasted 100 minutes.",
        "keywords": ["talks"],
    }
    assert review["itemReviewed"] == {"@type": "Claim", "text": "The talks lasted 100 minutes."}
    assert "citation" not in review


def test_a_claim_appears_where_it_is_said_and_both_sides_are_cited(make: Make) -> None:
    (review,) = graph(both_sides(make))
    said_in = review["itemReviewed"]["appearance"]
    assert [work["identifier"] for work in said_in] == ["alpha", "gamma"]
    assert said_in[0] == {
        "@type": "CreativeWork",
        "identifier": "alpha",
        "headline": "Talks end",
        "url": "https://alpha.example/talks",
        "datePublished": "2025-05-16",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "The Alpha"},
    }
    cited = [(one["isBasedOn"]["identifier"], one["description"], one["text"]) for one in review["citation"]]
    assert cited == [
        ("alpha", "supports the claim", "It lasted 100 minutes."),
        ("beta", "contradicts the claim", "Two hours."),
        ("gamma", "supports the claim", "It lasted 100 minutes."),
        ("gamma", "contradicts the claim", "Two hours."),
    ]


def test_what_the_manifest_does_not_say_of_a_source_is_left_out(make: Make) -> None:
    (review,) = graph(make.row(sources=[make.source(stance="supports", voices=[make.voice()])]))
    (work,) = review["itemReviewed"]["appearance"]
    assert work == {"@type": "CreativeWork", "identifier": "alpha", "inLanguage": "en"}


@pytest.mark.parametrize("stance", ["silent", "undecided"])
def test_a_passage_that_takes_no_side_is_not_cited(make: Make, stance: str) -> None:
    source = make.source(stance=stance, voices=[make.voice(stance=stance)])
    (review,) = graph(make.row(verdict="absent", sources=[source]))
    assert "citation" not in review
    assert "appearance" not in review["itemReviewed"]


def test_the_explanation_counts_the_sources_and_says_on_what_the_verdict_rests(make: Make) -> None:
    (review,) = graph(both_sides(make))
    assert review["reviewRating"]["ratingExplanation"] == (
        "Sources: 4; supporting: 2; contradicting: 2. The verdict stands without anybody's word."
    )


def test_absence_is_explained_so_that_nobody_takes_it_for_false(make: Make) -> None:
    sources = [make.source(), make.source(id="beta", missing=True)]
    (review,) = graph(make.row(verdict="absent", rests_on="searched", sources=sources))
    assert review["reviewRating"]["ratingExplanation"] == (
        "Sources: 2; supporting: 0; contradicting: 0; not at hand: 1. "
        "That no source speaks of it does not make the claim false. "
        "Every passage that shares something with the claim was read."
    )


def test_only_what_passes_is_reviewed_and_the_rest_is_counted(make: Make) -> None:
    rows = [
        make.row(id="a"),
        make.row(id="b", outcome="failed"),
        make.row(id="c", outcome="skipped", verdict="", rests_on="nothing"),
        make.row(id="d", outcome="known issue", rests_on="nothing"),
    ]
    assert [review["identifier"] for review in graph(*rows)] == ["a"]
    assert remark(report_of(*rows)) == "claims: 1; left out, because they do not pass: 3"
    assert remark(report_of(rows[0])) == "claims: 1"


WORDS = st.text(max_size=40) | st.sampled_from(["</script>", "<!--", "a\u2028b", "&amp;"])


@given(claim=WORDS, words=WORDS, title=WORDS)
def test_whatever_the_texts_hold_it_can_stand_in_a_page_and_says_the_same(
    make: Make, claim: str, words: str, title: str
) -> None:
    source = make.source(stance="supports", title=title, voices=[make.voice(quote=words)])
    row = make.row(claim=claim, sources=[source])
    assert not re.search("[<>&\u2028\u2029]", write(report_of(row)))
    (review,) = graph(row)
    assert review["claimReviewed"] == plain(claim)
    (cited,) = review["citation"]
    assert (cited["text"], cited["isBasedOn"].get("headline", "")) == (plain(words), plain(title))


def test_the_document_shows_this_scale() -> None:
    shown = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    grades = scale()["verdicts"]
    assert {verdict: (value, name) for verdict, value, name in shown} == {
        verdict: (str(grade.get("value", "none")), grade["name"]) for verdict, grade in grades.items()
    }
