"""Rows: findings as plain data, whole, countable and in an order of their own."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import assertions, audit
from pytest_factcheck.assertions import fingerprint
from pytest_factcheck.corpus import from_files
from pytest_factcheck.examination import Examiner
from pytest_factcheck.findings import Finding
from pytest_factcheck.reports.rows import assertion_row, audit_report, speaking, totals
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Stance

if TYPE_CHECKING:
    from reports.conftest import Make

CLAIM = "The talks lasted 100 minutes."
YES, NO, MAYBE = "The talks lasted 100 minutes.", "The talks lasted two hours.", "The talks lasted a while."
PLAIN, RAIN = "The talks lasted into the night.", "Rain fell on the bridge."
SAID = {YES: Stance.SUPPORTS, NO: Stance.CONTRADICTS, MAYBE: Stance.UNDECIDED}


def clerk(_question: Question, passage: Passage) -> Opinion:
    """Return what the table says of the sentence in focus."""
    stance = SAID.get(passage.focus.of(passage.text), Stance.SILENT)
    return Opinion("clerk", stance, 0.0, (Reason("looked-up", "the table says so"),))


def found(texts: dict[str, str], evidence: list[dict[str, object]], **keys: object) -> Finding:
    """Audit a claim over texts."""
    raw = {f"seeds/{name}.txt": text.encode() for name, text in texts.items()}
    corpus = from_files([f"{name}.txt" for name in texts], "seeds", lambda source: raw.get(source.path))
    entry = {"id": "lasted", "claim": CLAIM, "expect": "supported", "evidence": evidence} | keys
    file = assertions.read(json.dumps({"topic": "Talks", "assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems
    return audit.audit(Examiner(corpus, [clerk]), file.assertions[0])


def quote(source: str, words: str | list[str], **keys: object) -> dict[str, object]:
    """Return evidence as a reviewer writes it."""
    return {"source": source, "quote": words, **keys}


def test_a_row_is_the_whole_finding_as_plain_data() -> None:
    finding = found({"a": f"{RAIN}\n{YES}", "b": MAYBE}, [quote("a", "lasted 100")], tags=["t"], note="n")
    row: dict[str, Any] = {**assertion_row(finding)}
    assert json.loads(json.dumps(row)) == row
    assert {key: row[key] for key in row if key not in {"sources", "to_look_at"}} == {
        "id": "lasted",
        "path": "assertions/t.yaml",
        "line": 1,
        "column": 36,
        "topic": "Talks",
        "claim": CLAIM,
        "tags": ["t"],
        "note": "n",
        "expect": "supported",
        "verdict": "supported",
        "rests_on": "judged",
        "outcome": "passed",
        "why_not_run": "",
        "known_issue": "",
        "problems": [],
        "notes": [],
    }
    assert row["to_look_at"] == [f'b undecided by `clerk` at seeds/b.txt:1:1: "{MAYBE}" (the table says so)']
    first, second = row["sources"]
    assert (first["id"], first["path"], first["stance"], first["missing"]) == (
        "a",
        "seeds/a.txt",
        "supports",
        False,
    )
    assert first["voices"] == [
        {
            "stance": "supports",
            "by": "clerk",
            "rests_on": "judged",
            "line": 2,
            "column": 11,
            "end_line": 2,
            "end_column": 21,
            "start": 35,
            "end": 45,
            "spans": [[35, 45]],
            "quoted": True,
            "quote": "lasted 100",
            "reasons": [{"code": "looked-up", "text": "the table says so"}],
            "compared": [],
            "ruling": None,
        }
    ]
    assert [(voice["stance"], voice["quote"], voice["quoted"]) for voice in second["voices"]] == [
        ("undecided", MAYBE, False)
    ]


@pytest.mark.parametrize(
    ("text", "more", "stance", "by", "rests_on"),
    [
        (YES, {}, "supports", "clerk", "judged"),
        (PLAIN, {}, "supports", "a person", "word"),
        (NO, {}, "contradicts", "clerk", "nothing"),
        (RAIN, {}, "silent", "", "nothing"),
        (NO, {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read."}, "supports", "Ana Ruiz", "attested"),
    ],
    ids=["confirmed", "a word", "opposed", "off-topic", "attested"],
)
def test_a_voice_says_on_whose_word_it_counts(
    text: str, more: dict[str, str], stance: str, by: str, rests_on: str
) -> None:
    attested = {"attested": more | {"of": fingerprint(CLAIM, (text,))}} if more else {}
    (source,) = assertion_row(found({"a": text}, [quote("a", text, **attested)]))["sources"]
    (voice,) = source["voices"]
    assert (voice["stance"], voice["by"], voice["rests_on"]) == (stance, by, rests_on)


def test_the_pieces_of_a_quote_are_shown_together() -> None:
    finding = found({"a": f"{YES} {RAIN} {PLAIN}"}, [quote("a", ["lasted 100", "night"])])
    (source,) = assertion_row(finding)["sources"]
    (voice,) = source["voices"]
    assert (voice["quote"], voice["start"], voice["end"]) == ("lasted 100 … night", 10, 86)
    assert voice["spans"] == [[10, 20], [81, 86]]


def test_a_quote_that_is_not_there_has_no_voice() -> None:
    (source,) = assertion_row(found({"a": RAIN}, [quote("a", "on the moon")]))["sources"]
    assert source["voices"] == []


@pytest.mark.parametrize(
    ("text", "known_issue", "outcome"),
    [(YES, "", "passed"), (NO, "", "failed"), (NO, "old", "known issue"), (YES, "old", "failed")],
)
def test_a_known_issue_may_fail_and_must_not_pass(text: str, known_issue: str, outcome: str) -> None:
    keys = {"known_issue": {"reason": known_issue}} if known_issue else {}
    assert assertion_row(found({"a": text}, [quote("a", text)], **keys))["outcome"] == outcome


def test_the_voice_that_is_shown_is_the_first_on_the_side_of_its_source(make: Make) -> None:
    voices = [make.voice(stance="undecided"), make.voice(stance="contradicts"), make.voice()]
    shown = {
        stance: speaking(make.source(stance=stance, voices=voices))
        for stance in ("contradicts", "supports", "mixed")
    }
    assert shown == {"contradicts": voices[1], "supports": voices[2], "mixed": voices[0]}
    assert speaking(make.source()) is None


def test_a_report_is_in_the_order_of_the_files_whatever_came_first(make: Make) -> None:
    rows = [
        make.row(id="c", path="a.yaml", line=10),
        make.row(id="d", path="b.yaml", line=1),
        make.row(id="b", path="a.yaml", line=9),
    ]
    reports = [audit_report(order, judges=["slots"], corpus="seeds") for order in permutations(rows)]
    assert [row["id"] for row in reports[0]["assertions"]] == ["b", "c", "d"]
    assert all(report == reports[0] for report in reports)


def test_a_whole_audit_is_not_partial(make: Make) -> None:
    report = audit_report([make.row()], judges=["slots", "verbatim"], corpus="seeds")
    assert (report["partial"], report["why_partial"]) == (False, [])
    assert (report["judges"], report["corpus"], report["format"]) == (["slots", "verbatim"], "seeds", 1)


def test_a_skipped_case_or_an_unsearched_text_makes_an_audit_partial(make: Make) -> None:
    skipped = make.row(
        id="b", outcome="skipped", verdict="", why_not_run="the text of x is not on this machine"
    )
    gap = make.row(sources=[make.source(id="y", missing=True), make.source()])
    report = audit_report(
        [skipped, gap, skipped], judges=["slots"], corpus="seeds", why_partial=["2 of 3 were run"]
    )
    assert report["partial"]
    assert report["why_partial"] == [
        "2 of 3 were run",
        "the text of x is not on this machine",
        "not searched, because it is not on this machine: y",
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["passed", "failed", "skipped", "known issue"]),
            st.sampled_from(["judged", "searched", "attested", "word"]),
            st.lists(st.sampled_from(["quote-drifted", "not-absent"]), max_size=2),
        ),
        max_size=8,
    )
)
def test_totals_add_up(make: Make, kinds: list[tuple[str, str, list[str]]]) -> None:
    rows = [
        make.row(outcome=outcome, rests_on=rests_on, problems=[make.problem(slug=slug) for slug in slugs])
        for outcome, rests_on, slugs in kinds
    ]
    counted = totals(rows)
    assert counted["assertions"] == len(rows) == sum(counted["outcomes"].values())
    assert sum(counted["passed_on"].values()) == counted["outcomes"]["passed"]
    assert sum(counted["problems"].values()) == sum(len(row["problems"]) for row in rows)


def test_what_is_to_be_looked_at_is_counted_by_passing_assertion(make: Make) -> None:
    rows = [make.row(to_look_at=["x", "y"]), make.row(), make.row(outcome="failed", to_look_at=["z"])]
    assert totals(rows)["to_look_at"] == 1


def test_a_skipped_case_has_no_verdict_and_no_sources() -> None:
    raw = from_files(["a.txt"], "seeds", lambda _source: None)
    entry = {"id": "no", "claim": CLAIM, "expect": "absent"}
    (declared,) = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml").assertions
    row = assertion_row(audit.audit(Examiner(raw, [clerk]), declared))
    assert (row["outcome"], row["verdict"], row["rests_on"], row["sources"]) == ("skipped", "", "nothing", [])
    assert row["why_not_run"] == "the text of a is not on this machine"
