"""The rulings of a project: each with what has become of it, the oldest first."""

from __future__ import annotations

import json

from pytest_factcheck import assertions
from pytest_factcheck.assertions import fingerprint
from pytest_factcheck.attestations import listed
from pytest_factcheck.audit import audit
from pytest_factcheck.corpus import Corpus, Source
from pytest_factcheck.examination import Examiner
from pytest_factcheck.findings import Finding
from pytest_factcheck.location import Location
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

CLAIM = "The talks lasted 100 minutes."
YES, PLAIN = "The talks lasted 100 minutes.", "The talks went on."


def clerk(_question: Question, passage: Passage) -> Opinion:
    """Return that the claim's own words support it."""
    said = "100 minutes" in passage.focus.of(passage.text)
    return Opinion("clerk", Stance.SUPPORTS if said else Stance.SILENT)


def found(
    name: str, quote: str, day: str, *, text: str | None = f"{YES} {PLAIN}", of: str = CLAIM
) -> Finding:
    """Audit an assertion that rests on one signed quote."""
    mark = {"by": "Ana Ruiz", "on": day, "reason": "Read.", "of": fingerprint(of, (quote,))}
    evidence = [{"source": "a", "quote": quote, "attested": mark}, {"source": "a", "quote": "The talks went"}]
    entry = {"id": name, "claim": CLAIM, "expect": "supported", "evidence": evidence}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert file.problems == ()
    source = Source("a", "seeds/a.txt", location=Location("seeds/corpus.yaml"), missing_ok=True)
    corpus = Corpus("seeds", [source], lambda _: None if text is None else text.encode())
    return audit(Examiner(corpus, [clerk]), file.assertions[0])


def standings(*findings: Finding) -> list[tuple[str, str]]:
    return [(row.assertion, str(row.standing)) for row in listed(findings)]


def test_each_ruling_is_listed_with_what_has_become_of_it() -> None:
    assert standings(
        found("needed", "went on", "2025-06-02"),
        found("confirmed", "100 minutes", "2025-06-02"),
        found("other-claim", "went on", "2025-06-02", of="The talks lasted."),
        found("other-words", "ended early", "2025-06-02"),
        found("unread", "went on", "2025-06-02", text=None),
    ) == [
        ("needed", "in force"),
        ("confirmed", "no longer needed"),
        ("other-claim", "stale"),
        ("other-words", "quote not found"),
        ("unread", "text not here"),
    ]


def test_the_oldest_ruling_comes_first_and_those_of_one_day_in_the_order_of_the_project() -> None:
    days = {"c": "2025-06-02", "a": "2024-12-31", "b": "2025-06-02"}
    rows = standings(*(found(name, "went on", day) for name, day in days.items()))
    assert [name for name, _ in rows] == ["a", "c", "b"]


def test_evidence_without_a_ruling_is_not_listed() -> None:
    (row,) = listed([found("needed", "went on", "2025-06-02")])
    assert (row.by, str(row.on), row.source, row.stance, row.reason) == (
        "Ana Ruiz",
        "2025-06-02",
        "a",
        Stance.SUPPORTS,
        "Read.",
    )
